"""The register of guidance: documents that rely on pages of this site, and whom to tell when one of them changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

HOME = "published/guidance.yml"


@dataclass(frozen=True)
class Cited:
    """A page that guidance relies on, by kind (`case_studies`, `needs`) and id, and its version, where it is known."""

    kind: str
    id: str
    version: str = ""

    @property
    def address(self) -> str:
        """Where the page stands."""
        return f"/{self.kind}/{self.id}/"


@dataclass(frozen=True)
class Guidance:
    """A document that relies on pages of this site; `tell` is the role or office that hears of their changes."""

    title: str
    published_by: str
    year: int
    tell: str
    cites: tuple[Cited, ...]
    address: str = ""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Guidance":
        """An entry of the register that fits guidance.schema.json."""
        return cls(**{**data, "cites": tuple(Cited(**entry) for entry in data["cites"])})


def relying_on(register: Iterable[Guidance], kind: str, id: str) -> list[tuple[Guidance, Cited]]:
    """The guidance that relies on a page, with how it cites it."""
    return [(one, cited) for one in register for cited in one.cites if (cited.kind, cited.id) == (kind, id)]

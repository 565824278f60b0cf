"""Where a kind of reader begins, as the site uses it: frozen."""

from collections.abc import Iterable
from dataclasses import dataclass

from whatworks.parts import Data


@dataclass(frozen=True)
class Lead:
    """A link to an address of this site (`to`), in the words of what to do there, and why."""

    do: str
    to: str
    why: str = ""


@dataclass(frozen=True)
class Start:
    """A kind of reader, called `title`: who that is (`reader`), what they ask, three next steps and further links."""

    id: str
    path: str
    title: str
    order: int
    reader: str
    question: str
    steps: tuple[Lead, ...]
    also: tuple[Lead, ...]

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "Start":
        """A start from data that fits start.schema.json, which allows no story."""
        steps, also = (tuple(Lead(**entry) for entry in data.get(name, ())) for name in ("steps", "also"))
        return cls(id, path, data["title"], data["order"], data["for"], data["question"], steps, also)


def in_order(starts: Iterable[Start]) -> tuple[Start, ...]:
    """The readers in the order in which pages list them."""
    return tuple(sorted(starts, key=lambda one: (one.order, one.id)))

"""What a record is made of: frozen, with `None` or nothing where the report is silent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from whatworks.reasons import NOT_REPORTED

Data = Mapping[str, Any]


def told(value: Any) -> Any:
    """The value, or `None` for the words 'not reported'."""
    return None if value == NOT_REPORTED else value


def fields_of(data: Data, lists: Iterable[str], **own: Any) -> dict[str, Any]:
    """The fields of a record: `lists` are lists of words or ids, empty where not reported, `own` are as they are given.

    What `for` says has another name in each class, which is one of `own`.
    """
    plain = {name: value for name, value in data.items() if name != "for"}
    return {**plain, **{name: tuple(told(data.get(name)) or ()) for name in lists}, **own}


def as_id(words: str) -> str:
    """Words as the last part of an address: small letters, digits and hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split())


@dataclass(frozen=True)
class Place:
    """Where it happened: as the report names it, the authority or wider area, and a term of `regions`."""

    name: str
    area: str
    region: str


@dataclass(frozen=True)
class Dates:
    """The years in which something happened."""

    start: int
    end: int | None = None
    note: str = ""

    @classmethod
    def from_data(cls, data: Any) -> "Dates | None":
        """Dates from a `dates` field, or `None` where they are not reported."""
        return None if told(data) is None else cls(**data)

    def __str__(self) -> str:
        return f"{self.start} to {self.end}" if self.end and self.end != self.start else str(self.start)


@dataclass(frozen=True)
class Citation:
    """A place in a source, under the record's own name for it.

    It is a section (and paragraph) of a source record (`document`), a part of another `publication`, or the account of
    somebody who was there (`told_by`). What the other two kinds have is empty.
    """

    id: str
    document: str = ""
    section: str = ""
    paragraph: str = ""
    publication: str = ""
    year: int = 0
    part: str = ""
    told_by: str = ""
    told_on: str = ""


def citations_of(data: Data) -> tuple[Citation, ...]:
    """The entries under sources of a record."""
    return tuple(Citation(**entry) for entry in data.get("sources", ()))


@dataclass(frozen=True)
class Answer:
    """One need, one approach, and the sentence that says how this approach met this need."""

    need: str
    approach: str
    how: str


@dataclass(frozen=True)
class Condition:
    """Something the case depended on, and why."""

    condition: str
    note: str
    source: str = ""


@dataclass(frozen=True)
class Outcome:
    """What changed, where it showed (`level`), how it is known (`evidence`) and who says so."""

    change: str
    level: str
    evidence: str
    who: str
    compared_with: str | None
    after: str | None
    source: str

    @classmethod
    def from_data(cls, data: Data) -> "Outcome":
        """An outcome from an entry of `outcomes`."""
        return cls(**{**data, "compared_with": told(data["compared_with"]), "after": told(data["after"])})


@dataclass(frozen=True)
class Setback:
    """What failed, was hard or is not known (`kind`)."""

    kind: str
    what: str
    source: str


@dataclass(frozen=True)
class Effort:
    """What it took; `None` where the report is silent."""

    cost: str | None = None
    time: str | None = None
    people: str | None = None
    source: str = ""

    @classmethod
    def from_data(cls, data: Data) -> "Effort":
        """The effort from an `effort` field."""
        cost, time, people = (told(data.get(key)) for key in ("cost", "time", "people"))
        return cls(cost, time, people, data.get("source", ""))


@dataclass(frozen=True)
class Related:
    """Another case and the reason to read it."""

    case: str
    reason: str


@dataclass(frozen=True)
class Repeat:
    """Where and when others did this too, and what was different, as told on a day by somebody in a role."""

    where: str
    when: str
    different: str
    told_on: str
    told_by: str = ""

"""What a record is made of: frozen, with `None` or nothing where the report is silent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from whatworks.reasons import NOT_REPORTED

Data = Mapping[str, Any]


def told(value: Any) -> Any:
    """The value, or `None` for the words 'not reported'."""
    return None if value == NOT_REPORTED else value


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


@dataclass(frozen=True)
class Version:
    """Which text of a record or a page this is: the day of its last review or change, and its fingerprint."""

    date: str
    digest: str = ""

    def __str__(self) -> str:
        return f"{self.date} · {self.digest}" if self.digest else self.date

    @property
    def name(self) -> str:
        """The version as the last part of an address: 2026-11-22-0a1b2c3d."""
        return f"{self.date}-{self.digest}" if self.digest else self.date


@dataclass(frozen=True)
class Change:
    """What was changed on a day: `kind` is major (read it again) or minor; a major one has a note."""

    on: str
    kind: str
    note: str = ""

    @property
    def is_major(self) -> bool:
        """Whether somebody who relied on the record should read it again."""
        return self.kind == "major"


@dataclass(frozen=True)
class Withdrawal:
    """Why and on which day a record was withdrawn, and the id of what replaces it."""

    reason: str
    on: str
    successor: str = ""


def changes_of(data: Data) -> tuple[Change, ...]:
    """The changes of a record, newest first."""
    return tuple(Change(**entry) for entry in data.get("changes", ()))


def version_of(reviewed: str, changes: tuple[Change, ...], digest: str) -> Version:
    """The version of a record: its day is that of its last review or change, whichever is later."""
    return Version(max([reviewed, *(change.on for change in changes)]), digest)

"""A case study or a brief as the site uses it: frozen, with `None` or nothing where the report is silent."""

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
class Withdrawal:
    """Why a record was withdrawn, and the id of what replaces it."""

    reason: str
    successor: str = ""


@dataclass(frozen=True)
class CaseStudy:
    """A full case study or, with `depth` "brief", a short one. `path` is its file, `body` its story in Markdown.

    `digest` is the fingerprint of the text of its file, where it was read from one.
    """

    id: str
    path: str
    body: str
    depth: str
    title: str
    summary: str
    place: Place
    setting: str
    dates: Dates | None
    status: str
    answers: tuple[Answer, ...]
    audiences: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    did_not_work: tuple[Setback, ...]
    sources: tuple[Citation, ...]
    reviewed: str
    review_by: str
    name: str = ""
    also_known_as: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    stage: str | None = None
    lead: str | None = None
    partners: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    effort: Effort = Effort()
    conditions: tuple[Condition, ...] = ()
    related: tuple[Related, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    withdrawn: Withdrawal | None = None
    digest: str = ""

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "CaseStudy":
        """A case from data that fits case_study.schema.json or brief.schema.json."""

        def entries(name: str, make: Any) -> Any:
            return tuple(make(entry) for entry in told(data.get(name)) or ())

        plain = {
            name: data[name] for name in ("depth", "title", "summary", "setting", "status", "reviewed", "review_by")
        }
        return cls(
            id=id,
            path=path,
            body=body,
            **plain,
            name=data.get("name", ""),
            also_known_as=entries("also_known_as", str),
            keywords=entries("keywords", str),
            place=Place(**data["place"]),
            dates=Dates.from_data(data["dates"]),
            stage=told(data.get("stage")),
            answers=entries("answers", lambda entry: Answer(**entry)),
            audiences=entries("audiences", str),
            lead=told(data.get("lead")),
            partners=entries("partners", str),
            funding=entries("funding", str),
            effort=Effort.from_data(data.get("effort", {})),
            conditions=entries("conditions", lambda entry: Condition(**entry)),
            outcomes=entries("outcomes", Outcome.from_data),
            did_not_work=entries("did_not_work", lambda entry: Setback(**entry)),
            sources=entries("sources", lambda entry: Citation(**entry)),
            related=entries("related", lambda entry: Related(**entry)),
            repeats=entries("repeats", lambda entry: Repeat(**entry)),
            withdrawn=Withdrawal(**data["withdrawn"]) if "withdrawn" in data else None,
        )

    @property
    def is_brief(self) -> bool:
        """Whether this is a short account."""
        return self.depth == "brief"

    @property
    def is_proposed(self) -> bool:
        """Whether this is an idea only: never evidence."""
        return self.status == "proposed"

    @property
    def teller(self) -> str:
        """What tells of it, in a word: a report or, where no source is one, an account."""
        return "account" if all(one.told_by for one in self.sources) else "report"

    @property
    def version(self) -> str:
        """Which text of the record this is: the day on which it was reviewed and the fingerprint of its file."""
        return f"{self.reviewed} · {self.digest}" if self.digest else self.reviewed

    @property
    def other_places(self) -> int:
        """In how many other places it was done too."""
        return len({repeat.where.casefold() for repeat in self.repeats})

    def citation_number(self, source: str) -> int:
        """The number, from 1, under which pages cite the entry `source`."""
        return [citation.id for citation in self.sources].index(source) + 1

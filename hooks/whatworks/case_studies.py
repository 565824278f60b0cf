"""A case study or a brief as the site uses it: frozen, with `None` or nothing where the report is silent."""

from dataclasses import dataclass
from typing import Any

from whatworks.history import Change, Versioned, Withdrawal, changes_of
from whatworks.parts import (
    Answer,
    Citation,
    Condition,
    Data,
    Dates,
    Effort,
    Outcome,
    Place,
    Related,
    Repeat,
    Setback,
    citations_of,
    fields_of,
    told,
)

NO_EFFORT = Effort()


@dataclass(frozen=True)
class CaseStudy(Versioned):
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
    might_say: tuple[str, ...] = ()
    stage: str | None = None
    lead: str | None = None
    partners: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    effort: Effort = NO_EFFORT
    conditions: tuple[Condition, ...] = ()
    related: tuple[Related, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None
    digest: str = ""

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "CaseStudy":
        """A case from data that fits case_study.schema.json or brief.schema.json."""

        def entries(name: str, make: Any) -> Any:
            return tuple(make(entry) for entry in told(data.get(name)) or ())

        own = fields_of(
            data,
            ("also_known_as", "keywords", "might_say", "audiences", "partners", "funding"),
            place=Place(**data["place"]),
            dates=Dates.from_data(data["dates"]),
            stage=told(data.get("stage")),
            answers=entries("answers", lambda entry: Answer(**entry)),
            lead=told(data.get("lead")),
            effort=Effort.from_data(data.get("effort", {})),
            conditions=entries("conditions", lambda entry: Condition(**entry)),
            outcomes=entries("outcomes", Outcome.from_data),
            did_not_work=entries("did_not_work", lambda entry: Setback(**entry)),
            sources=citations_of(data),
            related=entries("related", lambda entry: Related(**entry)),
            repeats=entries("repeats", lambda entry: Repeat(**entry)),
            changes=changes_of(data),
            withdrawn=Withdrawal(**data["withdrawn"]) if "withdrawn" in data else None,
        )
        return cls(id=id, path=path, body=body, **own)

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
    def other_places(self) -> int:
        """In how many other places it was done too."""
        return len({repeat.where.casefold() for repeat in self.repeats})

    def citation_number(self, source: str) -> int:
        """The number, from 1, under which pages cite the entry `source`."""
        return [citation.id for citation in self.sources].index(source) + 1

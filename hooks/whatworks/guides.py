"""A guide as the site uses it: frozen."""

from dataclasses import dataclass

from whatworks.history import Change, Versioned, changes_of
from whatworks.parts import Citation, Data, citations_of, fields_of


@dataclass(frozen=True)
class Shown:
    """A case that shows a step, and what to look for there."""

    case: str
    shows: str


@dataclass(frozen=True)
class Step:
    """Something to do, how to do it, the entries under sources that it rests on and the cases that show it.

    `figures` are those of surveys that it quotes, as survey#figure.
    """

    do: str
    how: str
    sources: tuple[str, ...]
    cases: tuple[Shown, ...]
    figures: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: Data) -> "Step":
        """A step from an entry of `steps`."""
        cases = tuple(Shown(**entry) for entry in data.get("cases", ()))
        sources, figures = (tuple(data.get(name, ())) for name in ("sources", "figures"))
        return cls(data["do"], data["how"], sources, cases, figures)


@dataclass(frozen=True)
class Pitfall:
    """What goes wrong, what to do instead, the entries under sources that say so and the figures that it quotes."""

    what: str
    instead: str
    sources: tuple[str, ...]
    figures: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: Data) -> "Pitfall":
        """A pitfall from an entry of `pitfalls`."""
        sources, figures = (tuple(data.get(name, ())) for name in ("sources", "figures"))
        return cls(data["what"], data["instead"], sources, figures)


@dataclass(frozen=True)
class Guide(Versioned):
    """A page that helps people act, or that explains this site. `reader` is who it is for."""

    id: str
    path: str
    body: str
    title: str
    summary: str
    reader: str
    minutes: int
    needs: tuple[str, ...]
    approaches: tuple[str, ...]
    in_brief: tuple[str, ...]
    steps: tuple[Step, ...]
    pitfalls: tuple[Pitfall, ...]
    questions: tuple[str, ...]
    sources: tuple[Citation, ...]
    reviewed: str
    review_by: str
    keywords: tuple[str, ...] = ()
    might_say: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    digest: str = ""

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "Guide":
        """A guide from data that fits guide.schema.json."""
        own = fields_of(
            data,
            ("needs", "approaches", "in_brief", "questions", "keywords", "might_say"),
            reader=data["for"],
            steps=tuple(Step.from_data(entry) for entry in data.get("steps", ())),
            pitfalls=tuple(Pitfall.from_data(entry) for entry in data.get("pitfalls", ())),
            sources=citations_of(data),
            changes=changes_of(data),
        )
        return cls(id=id, path=path, body=body, **own)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the cases that its steps name, in their order."""
        return tuple(dict.fromkeys(one.case for step in self.steps for one in step.cases))

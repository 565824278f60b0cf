"""A sheet for the next meeting as the site uses it: frozen. Its page and its blank document are made from it."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from whatworks.guides import Shown
from whatworks.history import Change, Versioned, changes_of
from whatworks.parts import Citation, Data, citations_of, fields_of


@dataclass(frozen=True)
class Item:
    """Something to do, ask or fill in; what its kind of part has no use for is empty."""

    text: str
    id: str = ""
    help: str = ""
    minutes: int = 0
    question: str = ""
    lead: str = ""
    prepare: str = ""
    materials: str = ""
    need: str = ""


@dataclass(frozen=True)
class Part:
    """A part of a sheet: what is done with its items (`kind`), and how many blank lines or rows there are."""

    title: str
    kind: str
    items: tuple[Item, ...]
    note: str = ""
    rows: int = 1
    answers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[str, ...]:
        """When each item begins and ends, counted from the start: 0:10 to 0:25."""
        ends = list(accumulate((item.minutes for item in self.items), initial=0))
        return tuple(f"{_clock(begin)} to {_clock(end)}" for begin, end in pairwise(ends))

    @classmethod
    def from_data(cls, data: Data) -> "Part":
        """A part from an entry of `parts`."""
        items = tuple(Item(**entry) for entry in data["items"])
        lists = {name: tuple(data.get(name, ())) for name in ("answers", "sources")}
        return cls(**{**data, **lists, "items": items})


@dataclass(frozen=True)
class Point:
    """What the reports say that helps people use a sheet well, with the entries under sources that say so."""

    title: str
    text: str
    sources: tuple[str, ...]

    @classmethod
    def from_data(cls, data: Data) -> "Point":
        """A point from an entry of `background`."""
        return cls(data["title"], data["text"], tuple(data["sources"]))


@dataclass(frozen=True)
class MeetingTool(Versioned):
    """A sheet to take to a meeting. `reader` is who it is for, `heading` what is written by hand at its top."""

    id: str
    path: str
    title: str
    summary: str
    reader: str
    minutes: int
    needs: tuple[str, ...]
    approaches: tuple[str, ...]
    use: tuple[str, ...]
    heading: tuple[str, ...]
    parts: tuple[Part, ...]
    background: tuple[Point, ...]
    cases: tuple[Shown, ...]
    sources: tuple[Citation, ...]
    reviewed: str
    review_by: str
    keywords: tuple[str, ...] = ()
    might_say: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    digest: str = ""

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "MeetingTool":
        """A sheet from data that fits meeting_tool.schema.json; it has no story."""
        own = fields_of(
            data,
            ("needs", "approaches", "use", "heading", "keywords", "might_say"),
            reader=data["for"],
            parts=tuple(Part.from_data(entry) for entry in data["parts"]),
            background=tuple(Point.from_data(entry) for entry in data.get("background", ())),
            cases=tuple(Shown(**entry) for entry in data["cases"]),
            sources=citations_of(data),
            changes=changes_of(data),
        )
        return cls(id=id, path=path, **own)

    def citation_number(self, source: str) -> int:
        """The number of an entry under sources, from 1."""
        return [citation.id for citation in self.sources].index(source) + 1

    @property
    def address(self) -> str:
        """Where its page stands, for ever."""
        return f"/meeting_tools/{self.id}/"

    @property
    def document(self) -> str:
        """Where its blank document stands; its page, which lasts, leads there."""
        return f"/downloads/{self.id}.docx"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"

"""Sources and resources as the site uses them: frozen."""

from dataclasses import dataclass

from whatworks.history import Change, changes_of
from whatworks.parts import Citation, Data, Dates, citations_of, fields_of, told

MOST_NAMES = 3


@dataclass(frozen=True)
class Section:
    """A section, box or sub-heading of a report; `within` is the id of the section it stands in.

    `unnumbered` marks a section without paragraph numbers in a report that has them elsewhere.
    """

    id: str
    heading: str
    number: str = ""
    within: str = ""
    unnumbered: bool = False

    @classmethod
    def from_data(cls, data: Data) -> "Section":
        """A section from an entry of `outline`."""
        plain = {name: value for name, value in data.items() if name != "in"}
        return cls(**plain, within=data.get("in", ""))

    @property
    def title(self) -> str:
        """Number and heading: in one report two sections carry the same number."""
        return f"{self.number} {self.heading}".strip()


@dataclass(frozen=True)
class Source:
    """A report that records are drawn from; `archived` is where an archive keeps a copy of it, if one does."""

    id: str
    path: str
    body: str
    title: str
    subtitle: str
    summary: str
    authors: tuple[str, ...]
    author_bodies: tuple[str, ...]
    commissioned_by: str
    publisher: str | None
    year: int
    published: str
    terms: str | None
    numbered_paragraphs: bool
    outline: tuple[Section, ...]
    reviewed: str
    review_by: str
    changes: tuple[Change, ...] = ()
    archived: str = ""

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "Source":
        """A source from data that fits source.schema.json."""
        own = fields_of(
            data,
            ("authors", "author_bodies"),
            subtitle=data.get("subtitle", ""),
            publisher=told(data["publisher"]),
            terms=told(data["terms"]),
            outline=tuple(Section.from_data(entry) for entry in data["outline"]),
            changes=changes_of(data),
        )
        return cls(id=id, path=path, body=body, **own)

    def section(self, id: str) -> Section:
        """The section with this id."""
        return next(section for section in self.outline if section.id == id)

    def has(self, id: str) -> bool:
        """Whether there is a section with this id."""
        return any(section.id == id for section in self.outline)

    def trail(self, id: str) -> tuple[Section, ...]:
        """The section with this id, after the sections that it stands in."""
        found: list[Section] = []
        while self.has(id) and self.section(id) not in found:
            found.append(self.section(id))
            id = found[-1].within
        return tuple(reversed(found))

    def place(self, section: str, paragraph: str = "") -> str:
        """A place in the report, in words: the headings that lead to it, and the paragraph."""
        headings = [f"“{one.title}”" for one in self.trail(section)]
        return ", ".join([*headings, f"paragraph {paragraph}"] if paragraph else headings)

    @property
    def full_title(self) -> str:
        """The title with its subtitle."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    @property
    def by(self) -> str:
        """The authors, or the organisations that wrote it; of more than three, the first and how many others."""
        names = self.authors or self.author_bodies
        return ", ".join(names) if len(names) <= MOST_NAMES else f"{names[0]} and {len(names) - 1} others"


@dataclass(frozen=True)
class LibraryEntry:
    """A course, tool, guide, network or programme that a report names (a *resource*)."""

    id: str
    path: str
    body: str
    title: str
    summary: str
    kind: str
    run_by: str | None
    dates: Dates | None
    region: str
    status: str
    needs: tuple[str, ...]
    approaches: tuple[str, ...]
    audiences: tuple[str, ...]
    sources: tuple[Citation, ...]
    reviewed: str
    review_by: str
    also_known_as: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    might_say: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "LibraryEntry":
        """A resource from data that fits resource.schema.json."""
        own = fields_of(
            data,
            ("needs", "approaches", "audiences", "also_known_as", "keywords", "might_say"),
            run_by=told(data["run_by"]),
            dates=Dates.from_data(data["dates"]),
            sources=citations_of(data),
            changes=changes_of(data),
        )
        return cls(id=id, path=path, body=body, **own)

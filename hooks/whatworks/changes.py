"""What is new on the site: the records that were added, changed or withdrawn, each with its day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.frameworks import Framework
from whatworks.guidance import Cited, Guidance
from whatworks.guides import Guide
from whatworks.library import LibraryEntry, Source
from whatworks.meeting_tools import MeetingTool
from whatworks.parts import as_id
from whatworks.surveys import Survey

Record = CaseStudy | LibraryEntry | Guide | Source | Survey | Framework | MeetingTool
# What happened to a record, most urgent first.
ORDER = ("withdrawn", "major", "minor", "added")
URGENT = ("withdrawn", "major")
TERMS = ("needs", "approaches")


@dataclass(frozen=True)
class Kind:
    """A kind of record: the field of the catalogue that holds it, and its word for one and for several."""

    field: str
    word: str
    words: str


# By the folder of the records below docs/, which is also the first part of their addresses.
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "case_studies": Kind("cases", "case study", "case studies"),
        "guides": Kind("guides", "guide", "guides"),
        "resources": Kind("resources", "resource", "entries of the learning library"),
        "sources": Kind("sources", "source", "sources"),
        "evidence": Kind("surveys", "survey", "surveys"),
        "frameworks": Kind("frameworks", "framework", "frameworks"),
        "meeting_tools": Kind("meeting_tools", "sheet for meetings", "sheets for meetings"),
    }
)


@dataclass(frozen=True)
class Item:
    """A record with its kind."""

    kind: str
    record: Record

    @property
    def address(self) -> str:
        """Where its page stands."""
        return f"/{self.kind}/{self.record.id}/"


@dataclass(frozen=True)
class News:
    """Something that happened to a record on a day; `what` is one of ORDER, and `nth` counts the like of one day."""

    on: str
    what: str
    item: Item
    note: str = ""
    nth: int = 1

    @property
    def is_urgent(self) -> bool:
        """Whether somebody who relied on the record has to look again."""
        return self.what in URGENT


def records(catalogue: Catalogue) -> tuple[Item, ...]:
    """Every record of every kind."""
    return tuple(Item(name, one) for name, kind in KINDS.items() for one in getattr(catalogue, kind.field))


def shown_on(catalogue: Catalogue, kind: str, id: str) -> tuple[Item, ...]:
    """The records that the page of a need, an approach, a place or a record shows, withdrawn cases among them."""
    if kind in TERMS:
        ids = {id, *(one.id for one in catalogue.vocabularies[kind].narrower(id))}
        return tuple(one for one in records(catalogue) if ids & terms_of(one.record, kind))
    if kind == "places":
        return tuple(Item("case_studies", one) for one in catalogue.cases if as_id(one.place.area) == id)
    return tuple(one for one in records(catalogue) if (one.kind, one.record.id) == (kind, id))


def terms_of(record: Record, kind: str) -> set[str]:
    """The needs or the approaches that a record names."""
    if isinstance(record, CaseStudy):
        return {one.need if kind == "needs" else one.approach for one in record.answers}
    return set(getattr(record, kind, ()))


def added_on(catalogue: Catalogue, item: Item) -> str:
    """The day on which a record appeared: as released, or else the first day that the record itself names."""
    known = catalogue.published.get(item.address)
    return known or min([item.record.reviewed, *(change.on for change in item.record.changes)])


def happened(catalogue: Catalogue, item: Item) -> Iterator[News]:
    """All that happened to a record, the oldest first."""
    yield News(added_on(catalogue, item), "added", item)
    seen: list[tuple[str, str]] = []
    for change in reversed(item.record.changes):
        seen.append((change.on, change.kind))
        yield News(change.on, change.kind, item, change.note, seen.count(seen[-1]))
    if isinstance(item.record, CaseStudy) and item.record.withdrawn:
        yield News(item.record.withdrawn.on, "withdrawn", item, item.record.withdrawn.reason)


def news(catalogue: Catalogue, items: Iterable[Item]) -> tuple[News, ...]:
    """All that happened to some records: the newest day first and, of one day, what matters most."""
    found = [one for item in items for one in happened(catalogue, item)]
    found.sort(key=lambda one: (ORDER.index(one.what), one.item.record.title.casefold(), one.item.address, -one.nth))
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def newest(catalogue: Catalogue, kind: str, id: str) -> str:
    """The last day on which anything of a page was read against its source or changed; nothing where it is empty."""
    shown = [item.record for item in shown_on(catalogue, kind, id)]
    days = [day for one in shown for day in (one.reviewed, *(change.on for change in one.changes))]
    return max(days, default="")


def to_tell(catalogue: Catalogue, since: str = "") -> Iterator[tuple[Guidance, Cited, tuple[News, ...]]]:
    """Guidance with each page that it cites and the major changes there: on or after the day `since` or, without it,
    after the version that it cites or, without that, in the year of the guidance or later."""
    for guidance in catalogue.guidance:
        for cited in guidance.cites:
            told = news(catalogue, shown_on(catalogue, cited.kind, cited.id))
            after = "" if since else cited.version[:10]
            first = since or str(guidance.year)
            urgent = (one for one in told if one.is_urgent)
            if found := tuple(one for one in urgent if (one.on > after if after else one.on >= first)):
                yield guidance, cited, found

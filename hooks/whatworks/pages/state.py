"""The state of the site, for reviewers: what was promised and whether it answers, and what is to be looked at again."""

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass

from whatworks.catalogue import Catalogue
from whatworks.freshness import overdue
from whatworks.ledger import kind_of
from whatworks.notices import notice_of
from whatworks.pages.page import Page, render

ADDRESS = "/state/"
# Each kind of address with its words, in the order of the table.
KINDS = {
    "page": "Pages",
    "anchor": "Places within pages",
    "filter": "Filters and answers",
    "feed": "Feeds",
    "file": "Data files",
    "embed": "Pages to embed",
}


@dataclass(frozen=True)
class Row:
    """How many addresses of a kind were promised, and what stands there now."""

    name: str
    promised: int
    moved: int
    withdrawn: int

    @property
    def answering(self) -> int:
        """Those that stand as they were promised: a site on which one leads nowhere is not built."""
        return self.promised - self.moved - self.withdrawn


def fate(catalogue: Catalogue, address: str, made: Set[str]) -> str:
    """What has become of an address: `moved`, `withdrawn` or, where neither, nothing."""
    if address not in made and catalogue.moves.of(address):
        return "moved"
    return "withdrawn" if notice_of(catalogue, address) else ""


def rows(catalogue: Catalogue, made: Set[str]) -> list[Row]:
    """The promised addresses by kind."""
    found = Counter((kind_of(one.address), fate(catalogue, one.address, made)) for one in catalogue.promised)
    count = {kind: [found[kind, name] for name in ("", "moved", "withdrawn")] for kind in KINDS}
    return [Row(KINDS[kind], sum(all), all[1], all[2]) for kind, all in count.items()]


def incomplete(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """The reports whose reference lacks something, each with its address and what it lacks."""
    for source in catalogue.sources:
        told = {"who wrote it": source.authors or source.author_bodies, "who published it": source.publisher}
        if lacks := [name for name, value in told.items() if not value]:
            yield source.title, f"/sources/{source.id}/", " and ".join(lacks)


def page(catalogue: Catalogue, made: Set[str]) -> Page:
    """The one page; `made` are the addresses of the pages that the site has."""
    found = rows(catalogue, made)
    total = Row("All", *(sum(getattr(one, name) for one in found) for name in ("promised", "moved", "withdrawn")))
    values = {
        "rows": found,
        "total": total,
        "since": min((one.on for one in catalogue.promised), default=""),
        "withdrawn_cases": [case for case in catalogue.cases if case.withdrawn],
        "overdue": overdue(catalogue),
        "incomplete": list(incomplete(catalogue)),
    }
    description = "For reviewers: the addresses that were promised, and the records that are to be read again."
    text = render("state.md.j2", ADDRESS, catalogue, **values)
    return Page(ADDRESS, "State of the site", description, text, trail=(("About", "/about/"),), noindex=True)

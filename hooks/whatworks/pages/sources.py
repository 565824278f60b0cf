"""A page per report, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from whatworks.catalogue import Catalogue
from whatworks.library import Source
from whatworks.pages.page import Page, render
from whatworks.parts import Citation

LIST = "/sources/"


@dataclass(frozen=True)
class Link:
    """A record by its title and address."""

    title: str
    address: str


def coverage(catalogue: Catalogue, source: Source) -> dict[str, list[Link]]:
    """The records that cite each section of a source; a section that no record cites is not in it."""
    links = [(case.sources, Link(case.title, f"/case_studies/{case.id}/")) for case in catalogue.listed]
    links += [(one.sources, Link(one.title, f"/resources/{one.id}/")) for one in catalogue.resources]
    links += [(one.sources, Link(one.title, f"/frameworks/{one.id}/")) for one in catalogue.frameworks]
    found: dict[str, list[Link]] = {}
    for citations, link in links:
        for section in dict.fromkeys(one.section for one in citations if one.document == source.id):
            found.setdefault(section, []).append(link)
    return found


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each report."""
    yield Page(
        LIST, "Sources", "The reports that all of this is drawn from.", render("source_list.md.j2", LIST, catalogue)
    )
    for source in catalogue.sources:
        address = f"{LIST}{source.id}/"
        own = (Citation("self", source.id, ""),)
        text = render("source.md.j2", address, catalogue, source=source, own=own, coverage=coverage(catalogue, source))
        yield Page(address, source.title, source.summary, text, source.path, (("Sources", LIST),), ages=True)

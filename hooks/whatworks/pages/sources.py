"""A page per report, and the list of all."""

from collections.abc import Iterator

from whatworks.case_studies import Citation
from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render

LIST = "/sources/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each report."""
    yield Page(
        LIST, "Sources", "The reports that all of this is drawn from.", render("source_list.md.j2", LIST, catalogue)
    )
    for source in catalogue.sources:
        address = f"{LIST}{source.id}/"
        own = (Citation("self", source.id, ""),)
        text = render("source.md.j2", address, catalogue, source=source, own=own)
        yield Page(address, source.title, source.summary, text, source.path, (("Sources", LIST),))

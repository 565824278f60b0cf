"""The page for people who write guidance: what is promised, how to cite, and a builder of links and texts."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.filters import table
from whatworks.pages.find import list_of
from whatworks.pages.page import Page, render

ADDRESS = "/for_guidance/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    kinds = [catalogue.vocabularies[name] for name in ("needs", "approaches")]
    text = render("for_guidance.md.j2", ADDRESS, catalogue, table=table(catalogue), list_of=list_of, kinds=kinds)
    description = "How to link to cases so that the links last, how to cite them, and how to hear of changes."
    yield Page(ADDRESS, "For guidance writers", description, text, trail=(("About", "/about/"),), assets="for_guidance")

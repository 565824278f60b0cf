"""The page of the cases that a reader keeps; without JavaScript it is a blank form to fill in by hand."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render
from whatworks.pages.privacy import KEPT
from whatworks.pages.rows import LISTED

ADDRESS = "/shortlist/"
KEY = "what-works-shortlist"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    kept = next(one for one in KEPT if one.key == KEY)
    text = render("shortlist.md.j2", ADDRESS, catalogue, rows=LISTED, kept=kept)
    description = "The cases you keep, to share, to print and to plan with."
    yield Page(ADDRESS, "Shortlist", description, text, assets="shortlist")

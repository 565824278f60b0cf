"""The page that compares cases; without JavaScript it is a blank grid to fill in by hand."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render
from whatworks.pages.rows import COMPARED

ADDRESS = "/compare/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    text = render("compare.md.j2", ADDRESS, catalogue, rows=COMPARED)
    yield Page(ADDRESS, "Compare cases", "Two to four cases side by side, row by row.", text, assets="compare")

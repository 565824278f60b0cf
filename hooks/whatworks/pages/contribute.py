"""The contribution page: what is missing, if a cell of the gap map leads here, and how to tell of a case."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render

ADDRESS = "/contribute/"
# What an address may ask for, with the list that its value is a term of.
ASKED = {"need": "needs", "approach": "approaches", "level": "outcome_levels"}


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    text = render("contribute.md.j2", ADDRESS, catalogue, asked=ASKED)
    yield Page(ADDRESS, "Tell us of a case", "How to add a case that others can learn from.", text, assets="contribute")

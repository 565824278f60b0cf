"""The page about the evidence: what its words mean, and how they are decided."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render

ADDRESS = "/about_the_evidence/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    outcomes = [outcome for case in catalogue.listed for outcome in case.outcomes]
    counts = {
        name: {
            term.id: sum(getattr(one, field) == term.id for one in outcomes) for term in catalogue.vocabularies[name]
        }
        for name, field in (("evidence", "evidence"), ("outcome_levels", "level"))
    }
    text = render("evidence.md.j2", ADDRESS, catalogue, counts=counts, total=len(outcomes))
    description = "How this site says what changed, who says so and how they know."
    yield Page(ADDRESS, "About the evidence", description, text)

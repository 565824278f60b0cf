"""The finder, and a static list for each option of a facet that has cases: what needs no JavaScript."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.facets import Facet, Option
from whatworks.filters import table
from whatworks.pages.fit import questions
from whatworks.pages.page import Page, render

ADDRESS = "/find/"
# Facets whose options have pages of their own already.
OWN_PAGES = {"need": "/needs/", "approach": "/approaches/"}


def list_of(facet: Facet, option: Option) -> str:
    """Where the cases of an option are listed."""
    return f"{OWN_PAGES.get(facet.id, f'{ADDRESS}{facet.id}/')}{option.id}/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The finder, then each list."""
    known = table(catalogue)
    text = render("find.md.j2", ADDRESS, catalogue, table=known, list_of=list_of, questions=questions(catalogue))
    description = "Filter the cases by need, approach, place, evidence and more."
    yield Page(ADDRESS, "Find what fits", description, text, assets="find")
    for facet in known.facets:
        for option in facet.options:
            cases = known.results({facet.id: [option.id]})
            if cases and facet.id not in OWN_PAGES:
                where, title = list_of(facet, option), f"{facet.label}: {option.label}"
                text = render("find_list.md.j2", where, catalogue, facet=facet, option=option, cases=cases, title=title)
                yield Page(where, title, option.definition or f"The cases: {title}.", text, trail=(("Find", ADDRESS),))

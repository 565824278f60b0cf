"""The home page: what this is, and three ways in."""

from collections import Counter
from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.citing import feed
from whatworks.linked_data import of_site
from whatworks.pages.page import Page, render
from whatworks.vocabularies import Term

SHOWN = 6


def most_answered(catalogue: Catalogue, kind: str) -> list[tuple[Term, int]]:
    """The terms with most cases, as many as a door shows, with their numbers of cases."""
    leaves = [term for term in catalogue.vocabularies[kind] if term.broader]
    counted = [(term, len({case.id for case, _ in catalogue.pairs_of(kind, term.id)})) for term in leaves]
    return sorted(counted, key=lambda one: (-one[1], one[0].label))[:SHOWN]


def most_told(catalogue: Catalogue) -> list[tuple[str, str, int]]:
    """The areas with most cases, each with its region and its number of cases; nations and unnamed ones left out."""
    regions = catalogue.vocabularies["regions"]
    labels = {region.label for region in regions}
    named = [case.place for case in catalogue.listed if not regions[case.place.region].catch_all]
    places = [place for place in named if place.area not in labels]
    counted = Counter((place.area, place.region) for place in places)
    return sorted(((*one, count) for one, count in counted.items()), key=lambda one: (-one[2], one[0]))[:SHOWN]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    failed = [case for case in catalogue.listed if any(one.kind == "failed" for one in case.did_not_work)]
    values = {
        "needs": most_answered(catalogue, "needs"),
        "approaches": most_answered(catalogue, "approaches"),
        "areas": most_told(catalogue),
        "failed": failed[:3],
        "places": len({case.place.area for case in catalogue.listed}),
    }
    text = render("home.md.j2", "/", catalogue, **values)
    description = "Real examples of how local partnerships learned to work better, and whether it worked."
    yield Page("/", "What Works", description, text, feed=feed(catalogue), about=of_site(catalogue))

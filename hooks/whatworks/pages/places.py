"""The index of places, by nation and region."""

from collections.abc import Iterator

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render
from whatworks.vocabularies import Term

ADDRESS = "/places/"
Areas = list[tuple[str, list[CaseStudy]]]


def areas(catalogue: Catalogue, region: Term) -> Areas:
    """The areas of a region by name, each with its cases."""
    found: dict[str, list[CaseStudy]] = {}
    for case in catalogue.listed:
        if case.place.region == region.id:
            found.setdefault(case.place.area, []).append(case)
    return sorted(found.items())


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    regions = [(region, areas(catalogue, region)) for region in catalogue.vocabularies["regions"]]
    text = render("places.md.j2", ADDRESS, catalogue, regions=[one for one in regions if one[1]])
    yield Page(ADDRESS, "Places", "The cases by nation, region and place.", text)

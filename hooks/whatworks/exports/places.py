"""A JSON file per place that cases name, with its region and its cases."""

from collections.abc import Iterator
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.citing import address, data_file
from whatworks.exports.plain import as_json
from whatworks.facets import Option
from whatworks.filters import table


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The file of each place."""
    for place in places(catalogue):
        yield data_file("places", place["id"]).lstrip("/"), as_json(place)


def places(catalogue: Catalogue) -> list[dict[str, Any]]:
    """All that is known of each place."""
    facet = next(one for one in table(catalogue).facets if one.id == "place")
    return [_data(catalogue, option, facet.of_case) for option in facet.options]


def _data(catalogue: Catalogue, option: Option, of_case: Any) -> dict[str, Any]:
    cases = [case for case in catalogue.listed if option.id in of_case[case.id]]
    region = cases[0].place.region
    return {
        "id": option.id,
        "label": option.label,
        "region": {"id": region, "label": catalogue.vocabularies["regions"].label(region)},
        "cases": [
            {"id": one.id, "title": one.title, "address": address(one), "version": str(one.version)} for one in cases
        ],
    }

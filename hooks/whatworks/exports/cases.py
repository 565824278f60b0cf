"""A JSON file per listed case: every field, the labels of its terms, and the citations in words.

What is null, empty or an empty list is not reported.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citing import address, cite_as, data_file, drawn_from, in_words
from whatworks.exports.plain import as_json, plain
from whatworks.references import of_case

# Fields under another name, and one that a listed case never has.
OTHERWISE = ("body", "digest", "withdrawn")


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The file of each listed case."""
    for case in catalogue.listed:
        yield data_file("case_studies", case.id).lstrip("/"), as_json(case_data(catalogue, case))


def case_data(catalogue: Catalogue, case: CaseStudy) -> dict[str, Any]:
    """All that is known of a case. `headline` counts its outcomes from 0: the one with the strongest evidence."""
    outcome = catalogue.headline(case)
    record = {name: value for name, value in plain(case, catalogue.vocabularies).items() if name not in OTHERWISE}
    places = zip(record["sources"], case.sources, strict=True)
    return {
        **record,
        "sources": [{**_given(place), "in_words": in_words(catalogue, citation)} for place, citation in places],
        "drawn_from": list(drawn_from(catalogue, case)),
        "story": case.body,
        "address": address(case),
        "address_in_full": catalogue.in_full(address(case)),
        "version": str(case.version),
        "where": catalogue.where(case),
        "years": catalogue.years(case),
        "year_told": catalogue.year_told(case),
        "headline": case.outcomes.index(outcome) if outcome else None,
        "cite_as": cite_as(catalogue, case),
        "reference": of_case(catalogue, case).harvard,
    }


def _given(place: Mapping[str, Any]) -> dict[str, Any]:
    """A source without the fields of the other kinds of source."""
    return {name: value for name, value in place.items() if value}

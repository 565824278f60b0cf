"""One JSON file with all that the other files hold, and the lists of terms."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.exports.cases import case_data
from whatworks.exports.guides import guide_data
from whatworks.exports.library import record_data, survey_data
from whatworks.exports.places import places
from whatworks.exports.plain import HOME, as_json, plain
from whatworks.vocabularies import Vocabulary


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The one file."""
    yield f"{HOME}/everything.json", as_json(everything(catalogue))


def everything(catalogue: Catalogue) -> dict[str, Any]:
    """Every record of each kind, by the name of its folder of files; `as_at` is the day for which they were written."""
    return {
        "site": catalogue.site,
        "as_at": catalogue.as_at,
        "licence": catalogue.licence,
        "licence_holder": catalogue.licence_holder,
        "case_studies": [case_data(catalogue, case) for case in catalogue.listed],
        "evidence": [survey_data(catalogue, survey) for survey in catalogue.surveys],
        "guides": [guide_data(catalogue, guide) for guide in catalogue.guides],
        "places": places(catalogue),
        "resources": [record_data(catalogue, "resources", one) for one in catalogue.resources],
        "sources": [record_data(catalogue, "sources", one) for one in catalogue.sources],
        "vocabularies": {name: _list(known) for name, known in sorted(catalogue.vocabularies.items())},
    }


def _list(vocabulary: Vocabulary) -> dict[str, Any]:
    """A list of terms; what a term does not use is left out."""
    terms = [{one.name: plain(getattr(term, one.name), {}) for one in fields(term)} for term in vocabulary]
    told = [{name: value for name, value in term.items() if value} for term in terms]
    return {"title": vocabulary.title, "description": vocabulary.description, "terms": told}

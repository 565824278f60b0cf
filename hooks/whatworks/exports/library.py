"""A JSON file per resource, per report and per survey: every field, and the citations in words."""

from collections.abc import Iterator
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.citing import data_file, in_words
from whatworks.exports.cells import as_csv, rows
from whatworks.exports.plain import as_json, plain
from whatworks.exports.tables import TABLES
from whatworks.library import LibraryEntry, Source
from whatworks.surveys import Survey

# Fields under another name.
OTHERWISE = ("path", "body")
FIGURES = next(one for one in TABLES if one.name == "evidence")


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The file of each record; the figures of a survey are a CSV file too."""
    for kind, records in (("resources", catalogue.resources), ("sources", catalogue.sources)):
        for record in records:
            yield data_file(kind, record.id).lstrip("/"), as_json(record_data(catalogue, kind, record))
    for survey in catalogue.surveys:
        path = data_file("evidence", survey.id).lstrip("/")
        yield path, as_json(survey_data(catalogue, survey))
        own = ((survey, figure) for figure in survey.figures)
        yield path.replace(".json", ".csv"), as_csv(FIGURES, rows(FIGURES, catalogue, own))


def record_data(catalogue: Catalogue, kind: str, record: LibraryEntry | Source) -> dict[str, Any]:
    """All that is known of a resource or a report."""
    where = f"/{kind}/{record.id}/"
    return {**_own(catalogue, record), "address": where, "address_in_full": catalogue.in_full(where)}


def survey_data(catalogue: Catalogue, survey: Survey) -> dict[str, Any]:
    """All that is known of a survey's question."""
    where = f"/evidence/{survey.id}/"
    return {**_own(catalogue, survey), "address": where, "address_in_full": catalogue.in_full(where)}


def _own(catalogue: Catalogue, record: LibraryEntry | Source | Survey) -> dict[str, Any]:
    """The fields of a record, its text and its citations in words."""
    told = {name: value for name, value in plain(record, catalogue.vocabularies).items() if name not in OTHERWISE} | {
        "story": record.body
    }
    if not isinstance(record, Source):
        given = ({name: value for name, value in entry.items() if value} for entry in told["sources"])
        told["sources"] = [
            {**entry, "in_words": in_words(catalogue, one)} for entry, one in zip(given, record.sources, strict=True)
        ]
    return told

"""A JSON file per guide: every field, and the citations in words."""

from collections.abc import Iterator
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.citing import data_file, in_words
from whatworks.exports.plain import as_json, plain
from whatworks.guides import Guide
from whatworks.references import of_guide

# Fields under another name.
OTHERWISE = ("path", "body", "digest")


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The file of each guide."""
    for guide in catalogue.guides:
        yield data_file("guides", guide.id).lstrip("/"), as_json(guide_data(catalogue, guide))


def guide_data(catalogue: Catalogue, guide: Guide) -> dict[str, Any]:
    """All that is known of a guide."""
    where = f"/guides/{guide.id}/"
    record = plain(guide, catalogue.vocabularies)
    return {
        **{name: value for name, value in record.items() if name not in OTHERWISE},
        "sources": [{"id": one.id, "in_words": in_words(catalogue, one)} for one in guide.sources],
        "story": guide.body,
        "address": where,
        "address_in_full": catalogue.in_full(where),
        "version": str(guide.version),
        "reference": of_guide(catalogue, guide).harvard,
    }

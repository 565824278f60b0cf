"""A JSON file per need and per approach: its words, and its cases with the reasons that link them."""

from collections.abc import Iterator
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.citing import address, data_file
from whatworks.exports.plain import as_json, plain
from whatworks.references import of_page
from whatworks.versions import of_term
from whatworks.vocabularies import Term

KINDS = ("needs", "approaches")
# What a need or an approach says of itself; the other fields of terms belong to other lists.
OWN = ("id", "label", "definition", "synonyms", "might_say", "scope_note", "broader", "see_also")


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The file of each term."""
    for kind in KINDS:
        for term in catalogue.vocabularies[kind]:
            yield data_file(kind, term.id).lstrip("/"), as_json(term_data(catalogue, kind, term))


def term_data(catalogue: Catalogue, kind: str, term: Term) -> dict[str, Any]:
    """All that the page of a term says."""
    where = f"/{kind}/{term.id}/"
    return {
        **{name: value for name, value in plain(term, catalogue.vocabularies).items() if name in OWN},
        "narrower": [one.id for one in catalogue.vocabularies[kind].narrower(term.id)],
        "address": where,
        "address_in_full": catalogue.in_full(where),
        "version": str(of_term(catalogue, kind, term.id)),
        "reference": of_page(catalogue, kind, term).harvard,
        "answers": [
            {
                "case": {
                    "id": case.id,
                    "title": case.title,
                    "address": address(case),
                    "version": str(case.version),
                },
                **plain(answer, catalogue.vocabularies),
            }
            for case, answer in catalogue.pairs_of(kind, term.id)
        ],
        "resources": [one.id for one in catalogue.resources_for(kind, term.id)],
        "guides": [guide.id for guide in catalogue.guides if term.id in getattr(guide, kind)],
    }

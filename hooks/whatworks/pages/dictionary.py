"""The data dictionary: each kind of record with its fields, each spreadsheet with its columns, each list of terms."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.exports.tables import TABLES
from whatworks.fields import Field, fields_of
from whatworks.pages.page import Page, render

ADDRESS = "/data/dictionary/"
KINDS = (
    ("case_study", "Cases", "A full case study, or a brief. A brief needs fewer of the fields."),
    ("guide", "Guides", "A page that helps people act."),
    ("resource", "Learning library", "A course, tool, guide, network or programme that a report names."),
    ("survey", "Findings of surveys", "What a report found when it asked people one question."),
    ("source", "Reports", "A report that records are drawn from."),
    ("vocabulary", "Terms", "A list of the words that records are sorted by."),
)


@dataclass(frozen=True)
class Kind:
    """A kind of record: its words, its fields, and the names of those that a full case needs but a brief does not."""

    id: str
    title: str
    words: str
    fields: tuple[Field, ...]
    not_in_a_brief: frozenset[str]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    kinds = [Kind(*one, fields_of(catalogue.schemas, one[0]), _spared(catalogue, one[0])) for one in KINDS]
    named = sorted({name for kind in kinds for name in vocabularies_of(kind.fields)})
    lists = [catalogue.vocabularies[name] for name in named]
    values = {"kinds": kinds, "tables": TABLES, "lists": lists, "shown": shown}
    text = render("dictionary.md.j2", ADDRESS, catalogue, **values)
    description = "What each field and each column of the data means, and which values it can have."
    yield Page(ADDRESS, "Data dictionary", description, text, trail=(("Data", "/data/"),), assets="data")


def vocabularies_of(fields: tuple[Field, ...]) -> Iterator[str]:
    """The lists that fields, and those within them, take their values from."""
    for field in fields:
        yield from (field.vocabulary,) if field.vocabulary else ()
        yield from vocabularies_of(field.parts)


def shown(example: Any) -> str:
    """An example on one line; of a group of fields none, since each of them has its own."""
    if isinstance(example, str):
        return example
    simple = not isinstance(example, dict) and not (isinstance(example, list) and isinstance(example[0], dict | list))
    return json.dumps(example, ensure_ascii=False) if simple and example is not None else ""


def _spared(catalogue: Catalogue, kind: str) -> frozenset[str]:
    if kind != "case_study" or "brief" not in catalogue.schemas:
        return frozenset()
    brief = {field.name for field in fields_of(catalogue.schemas, "brief") if field.required}
    return frozenset(field.name for field in fields_of(catalogue.schemas, kind) if field.required) - brief

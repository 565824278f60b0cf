"""The JSON Schemas: of the records as people write them, and of the data files as they are published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.exports.plain import HOME, as_json
from whatworks.exports.shapes import DRAFT, shape
from whatworks.fields import Schema, fields_of
from whatworks.guides import Guide
from whatworks.library import LibraryEntry, Source
from whatworks.surveys import Survey

TEXT: Schema = {"type": "string"}
ENTRY: Schema = {"type": "object", "required": ["id", "in_words"], "properties": {"id": TEXT, "in_words": TEXT}}
SOURCES: Schema = {"description": "Where it comes from, each place also in words.", "type": "array", "items": ENTRY}
STORY: Schema = {"description": "The text in Markdown; [^id] names an entry of sources.", **TEXT}
ADDRESS: Schema = {"description": "The address of its page, below that of the site.", **TEXT, "pattern": "^/.*/$"}
FULL: Schema = {"description": "The same with that of the site, where this is known.", **TEXT}
VERSION: Schema = {"description": "A day and a fingerprint: they change whenever the text does.", **TEXT}
PAGE: Mapping[str, Schema] = {"address": ADDRESS, "address_in_full": FULL}
CASE: Mapping[str, Schema] = {
    **PAGE,
    "version": VERSION,
    "drawn_from": {"description": "The reports with the places cited.", "type": "array", "items": TEXT},
    "where": {"description": "The place with its region.", **TEXT},
    "years": {"description": "When it happened or, where that is not reported, when it was told.", **TEXT},
    "year_told": {"description": "The year of the newest report that tells of it.", "type": "integer"},
    "headline": {
        "description": "Which outcome has the strongest kind of evidence, counted from 0.",
        "type": ["integer", "null"],
    },
    "cite_as": {"description": "How to cite it.", **TEXT},
}


@dataclass(frozen=True)
class Kind:
    """A kind of data file: its folder, the class and the schema of its records, and what is left out or added."""

    folder: str
    record: Any
    schema: str
    added: Mapping[str, Schema]
    out: tuple[str, ...] = ("path", "body")


KINDS = (
    Kind("case_studies", CaseStudy, "case_study", CASE, ("body", "digest", "withdrawn")),
    Kind("guides", Guide, "guide", {**PAGE, "version": VERSION}, ("path", "body", "digest")),
    Kind("resources", LibraryEntry, "resource", PAGE),
    Kind("sources", Source, "source", PAGE),
    Kind("evidence", Survey, "survey", {}),
)


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A copy of the schema of each kind of record, and a schema of each kind of file."""
    for name, schema in catalogue.schemas.items():
        yield f"{HOME}/schemas/{name}.schema.json", as_json(schema)
    for kind in KINDS:
        yield f"{HOME}/schemas/files/{kind.folder}.schema.json", as_json(of_files(catalogue, kind))


def of_files(catalogue: Catalogue, kind: Kind) -> dict[str, Any]:
    """The schema of the files of a kind: every field of the record, its text, and what is added."""
    own = shape(kind.record, fields_of(catalogue.schemas, kind.schema))
    properties = {name: one for name, one in own["properties"].items() if name not in kind.out}
    more = {"story": STORY, **({"sources": SOURCES} if "sources" in properties else {}), **kind.added}
    properties |= {"id": {"description": "Its short name, for ever.", **TEXT}, **more}
    head = {"$schema": DRAFT, "title": f"A file of /{HOME}/{kind.folder}/", "type": "object"}
    return {**head, "required": list(properties), "properties": properties}

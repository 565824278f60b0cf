"""The JSON Schemas of the data files: what each kind of file holds, and promises to hold.

They say which fields are always there. More may be added, so they allow fields that they do not name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.exports.cells import HOLDS, Table
from whatworks.exports.plain import HOME
from whatworks.exports.shapes import DRAFT, TERM, shape
from whatworks.exports.tables import TABLES
from whatworks.fields import fields_of
from whatworks.guides import Guide
from whatworks.library import LibraryEntry, Source
from whatworks.parts import Answer
from whatworks.reasons import Schema
from whatworks.surveys import Survey

TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
STORY: Schema = {"description": "The text in Markdown; [^id] names an entry of sources.", **TEXT}
ID: Schema = {"description": "Its short name, for ever.", **TEXT}
ADDRESS: Schema = {"description": "The address of its page, below that of the site.", **TEXT, "pattern": "^/.*/$"}
FULL: Schema = {"description": "The same with that of the site, where this is known.", **TEXT}
VERSION: Schema = {"description": "A day and a fingerprint: they change whenever the text does.", **TEXT}
REFERENCE: Schema = {"description": "A reference in the Harvard style.", **TEXT}
PAGE: Mapping[str, Schema] = {"address": ADDRESS, "address_in_full": FULL}
CASE: Mapping[str, Schema] = {
    **PAGE,
    "version": VERSION,
    "drawn_from": {"description": "The reports with the places cited.", **TEXTS},
    "where": {"description": "The place with its region.", **TEXT},
    "years": {"description": "When it happened or, where that is not reported, when it was told.", **TEXT},
    "year_told": {"description": "The year of the newest report that tells of it.", "type": "integer"},
    "headline": {
        "description": "Which outcome has the strongest kind of evidence, counted from 0.",
        "type": ["integer", "null"],
    },
    "cite_as": {"description": "How to cite it, with the reports that it is drawn from.", **TEXT},
    "reference": REFERENCE,
}


@dataclass(frozen=True)
class Kind:
    """A kind of file with one for each record: its folder, the class and the schema of its records, what is added."""

    folder: str
    record: Any
    schema: str
    added: Mapping[str, Schema]
    out: tuple[str, ...] = ("path", "body")


KINDS = (
    Kind("case_studies", CaseStudy, "case_study", CASE, ("body", "digest", "withdrawn")),
    Kind("guides", Guide, "guide", {**PAGE, "version": VERSION, "reference": REFERENCE}, ("path", "body", "digest")),
    Kind("resources", LibraryEntry, "resource", PAGE),
    Kind("sources", Source, "source", PAGE),
    Kind("evidence", Survey, "survey", PAGE),
)


def group(**properties: Schema) -> dict[str, Any]:
    """An object that always has these fields."""
    return {"type": "object", "required": list(properties), "properties": properties}


def several(of: Schema) -> Schema:
    """A list of such values."""
    return {"type": "array", "items": of}


SOURCES: Schema = {
    "description": "Where it comes from, each place also in words.",
    **several(group(id=ID, in_words=TEXT)),
}
CASES: Schema = several(group(id=ID, title=TEXT, address=ADDRESS, version=VERSION))
LISTED: Schema = several(group(id=ID, title=TEXT, where=TEXT, years=TEXT, address=ADDRESS, version=VERSION))
MOVED: Schema = {
    "description": "The old ids of cases that were renamed or merged, each with the id that stands for it now.",
    "type": "object",
    "additionalProperties": TEXT,
}
WITHDRAWN: Schema = several(group(id=ID, title=TEXT, address=ADDRESS, reason=TEXT, successor=TEXT))
TERMS: Schema = group(title=TEXT, description=TEXT, terms=several(group(id=ID, label=TEXT, definition=TEXT)))
OF_TERM: Mapping[str, Schema] = {
    **{name: TEXT for name in ("label", "definition", "scope_note", "broader")},
    **{name: TEXTS for name in ("synonyms", "might_say", "see_also", "narrower", "resources", "guides")},
}


def file_schemas(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """The schema of each kind of file by its name: that of its folder, or of the one file."""
    answers = several(
        {**shape(Answer, ()), "properties": {**shape(Answer, ())["properties"], "case": {"type": "object"}}}
    )
    term = group(id=ID, **OF_TERM, **PAGE, version=VERSION, reference=REFERENCE, answers=answers)
    known = {kind.folder: _of_record(catalogue, kind) for kind in KINDS}
    known |= {"needs": term, "approaches": term, "places": group(id=ID, label=TEXT, region=TERM, cases=CASES)}
    single = {"case_list": group(listed=LISTED, withdrawn=WITHDRAWN, moved=MOVED), "everything": _everything()}
    single |= {f"table_{table.name}": _of_table(table) for table in TABLES}
    titles = {name: f"A file of /{HOME}/{name}/" for name in known} | {"case_list": f"/{HOME}/case_studies.json"}
    titles |= {"everything": f"/{HOME}/everything.json"} | {
        f"table_{one.name}": f"/{HOME}/{one.name}.json" for one in TABLES
    }
    return {name: {"$schema": DRAFT, "title": titles[name], **schema} for name, schema in (known | single).items()}


def _of_record(catalogue: Catalogue, kind: Kind) -> dict[str, Any]:
    """Every field of the record, its text, and what is added."""
    own = shape(kind.record, fields_of(catalogue.schemas, kind.schema))
    properties = {name: one for name, one in own["properties"].items() if name not in kind.out}
    more = {"id": ID, "story": STORY, **({"sources": SOURCES} if "sources" in properties else {}), **kind.added}
    return group(**{**properties, **more})


def _of_table(table: Table) -> dict[str, Any]:
    rows = group(**{one.name: {"description": one.meaning, **HOLDS[one.holds]} for one in table.columns})
    return {"type": "array", "items": rows}


def _everything() -> dict[str, Any]:
    """Lists of what the files of each kind hold."""
    names = ("case_studies", "evidence", "guides", "places", "resources", "sources")
    lists = {name: several({"$ref": f"{name}.schema.json"}) for name in names}
    words = {name: TEXT for name in ("site", "as_at", "licence", "licence_holder")}
    return group(**words, **lists, vocabularies={"type": "object", "additionalProperties": TERMS})

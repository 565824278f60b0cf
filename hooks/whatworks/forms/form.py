"""The specification of the form: what it asks, in which words, and what it accepts, as data for the browser.

It is made from the schemas, the vocabularies, the records and the messages alone. A new field or a new term is in it
without further work; a field that names no group of the conversation comes in the last one.

A field has a `name`, a `path` (`*` stands for the number of an entry), a `type` (text, number, date, choice, id, list,
group), `title`, `question`, `help`, `examples`, `limits` and, where they apply: `group`, `ask`, `fill`, `poor`, `item`,
`ways`, `form` as the schemas' README tells; `vocabulary` (with `narrowest`), `record` or `choices` to choose from;
`silence`, if "not reported" may stand there; `required`, the depths that need it, or whether its group does;
`together`, what the others of its group ask for; `entry` or `fields`, what is inside it. `description`, `example` and
`either` serve the messages.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.forms.choices import document, files, vocabulary
from whatworks.forms.rules_as_data import INVISIBLE_NAMES, LIMITS, PATTERNS, WORDS
from whatworks.messages import MESSAGES
from whatworks.plain_yaml import Path
from whatworks.reasons import NOT_REPORTED
from whatworks.schemas import Schemas

KINDS = ("case_study", "brief")
# What a schema says of a field that the form needs as it stands, and under which name.
NOTES = {
    "title": "title", "description": "description", "x-group": "group", "x-question": "question", "x-help": "help",
    "x-ask": "ask", "x-fill": "fill", "x-vocabulary": "vocabulary", "x-narrowest": "narrowest", "x-record": "record",
    "x-form": "form", "x-item": "item", "x-ways": "ways", "x-poor": "poor", "enum": "choices",
    "dependentRequired": "together", "examples": "examples",
}  # fmt: skip
LIMITED = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "pattern", "uniqueItems")
TYPES = {"array": "list", "object": "group", "integer": "number", "string": "text"}
Node = dict[str, Any]


def form(schemas: Schemas, catalogue: Catalogue) -> Node:
    """The whole specification; equal records and schemas give equal ones."""
    fields = list(_fields(schemas))
    groups = [dict(group) for group in schemas.at(KINDS[0], ()).get("x-groups", ({"id": "case", "title": "The case"},))]
    for field in fields:
        if field.get("group") not in [group["id"] for group in groups]:
            field["group"] = groups[-1]["id"]
    for group in groups:
        group["fields"] = [field["name"] for field in fields if field["group"] == group["id"]]
    names = sorted(set(_vocabularies(fields)))
    return {
        "kinds": {schemas[kind]["title"]: _kind(schemas, kind) for kind in KINDS},
        "groups": groups,
        "fields": fields,
        "vocabularies": {name: vocabulary(catalogue.vocabularies[name]) for name in names},
        "documents": {source.id: document(source) for source in catalogue.sources},
        "cases": {case.id: case.title for case in catalogue.cases},
        "files": files(catalogue),
        "messages": dict(MESSAGES),
        "patterns": PATTERNS,
        "invisible": INVISIBLE_NAMES,
        "limits": LIMITS,
        "words": WORDS,
    }


def _kind(schemas: Schemas, kind: str) -> Node:
    """One of the two depths: what it is, how long its story may be, and the sections that are asked for."""
    schema = schemas.at(kind, ())
    sections = schema["x-sections"]
    asked = [dict(section) for section in schema.get("x-story", ())]
    unasked = [{"heading": name} for name in sections if name not in [one["heading"] for one in asked]]
    story = [{**section, "required": section["heading"] in sections} for section in (*asked, *unasked)]
    described = {"description": schemas[kind].get("description", "")}
    return {**described, "most_words": schema["x-most-words"], "sections": list(sections), "story": story}


def _fields(schemas: Schemas) -> Iterator[Node]:
    """The fields of both depths in the order of their schema, each with the depths that cannot do without it."""
    titles = {kind: str(schemas[kind]["title"]) for kind in KINDS}
    seen: set[str] = set()
    for kind in KINDS:
        for name in schemas.at(kind, ())["properties"]:
            if name not in seen:
                needed = [titles[one] for one in KINDS if name in schemas.at(one, ()).get("required", ())]
                yield {**_node(schemas, kind, (name,)), "required": needed}
                seen.add(name)


def _node(schemas: Schemas, kind: str, path: Path) -> Node:
    """A field: what is asked and what is accepted, with the fields inside it."""
    schema = schemas.of_value(schemas.at(kind, path))
    above = schemas.at(kind, path[:-1]) if len(path) > 1 else {}
    node: Node = {"name": "*" if isinstance(path[-1], int) else path[-1]}
    node["path"] = ["*" if isinstance(step, int) else step for step in path]
    node["type"] = _type(schema)
    node |= {"title": str(path[-1]), "description": above.get("description", "")}
    node |= {ours: schema[theirs] for theirs, ours in NOTES.items() if theirs in schema}
    node.setdefault("question", node["title"])
    node.setdefault("help", node["description"])
    node["limits"] = {name: schema[name] for name in LIMITED if name in schema}
    node["either"] = "anyOf" in schema
    node["silence"] = node["either"] or NOT_REPORTED in schema.get("examples", ())
    node["example"] = schemas.example(kind, path)
    return node | _inside(schemas, kind, path, schema)


def _inside(schemas: Schemas, kind: str, path: Path, schema: Mapping[str, Any]) -> Node:
    """The entries of a list, or the fields of a group."""
    if schema.get("type") == "array":
        return {"entry": _node(schemas, kind, (*path, 0))}
    if schema.get("type") != "object":
        return {}
    needed = schema.get("required", ())
    inner = (_node(schemas, kind, (*path, name)) for name in schema["properties"])
    return {"fields": [{**field, "required": field["name"] in needed} for field in inner]}


def _type(schema: Mapping[str, Any]) -> str:
    """How a field is filled in: by choosing, by a short name, by a day, or by what JSON calls its type."""
    if any(key in schema for key in ("x-vocabulary", "x-record", "enum")) or schema.get("x-fill") == "source":
        return "choice"
    if schema.get("x-fill") == "id":
        return "id"
    if schema.get("format") == "date":
        return "date"
    return TYPES[schema.get("type", "string")]


def _vocabularies(fields: list[Node]) -> Iterator[str]:
    """The names of the vocabularies that these fields and those inside them choose from."""
    for field in fields:
        if "vocabulary" in field:
            yield field["vocabulary"]
        yield from _vocabularies(field.get("fields", []) + ([field["entry"]] if "entry" in field else []))

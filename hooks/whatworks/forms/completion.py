"""What an editor needs to complete and explain the fields of a case: one JSON Schema (draft 7) without references.

Each term stands in it with its label and definition. Which records there are does not, so that a new record changes
nothing here.
"""

import json
from collections.abc import Mapping
from typing import Any

from whatworks.reasons import NOT_REPORTED

Node = Mapping[str, Any]
TYPES = {"list": "array", "group": "object", "number": "integer"}
LIMITS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "pattern", "uniqueItems")


def completion(form: Node) -> str:
    """The schema as a file."""
    always = [node["name"] for node in form["fields"] if len(node["required"]) == len(form["kinds"])]
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "The fields of a case study or a brief",
        "description": "Made from the other schemas and the vocabularies; for editors only.",
        **_group(form, form["fields"], always),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _group(form: Node, fields: list[Node], required: list[str]) -> dict[str, Any]:
    properties = {one["name"]: _field(form, one) for one in fields}
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _field(form: Node, node: Node) -> dict[str, Any]:
    """One field: what it is for, and what it takes."""
    words = {"title": node["title"], "description": " ".join(filter(None, (node["description"], node.get("help"))))}
    value = _value(form, node)
    if node["either"]:
        return {**words, "anyOf": [{"const": NOT_REPORTED, "description": "Nobody knows."}, value]}
    return {**words, **value}


def _value(form: Node, node: Node) -> dict[str, Any]:
    """What a field takes besides silence."""
    limits = {name: node["limits"][name] for name in LIMITS if name in node["limits"]}
    if node["type"] == "list":
        return {"type": "array", **limits, "items": _field(form, node["entry"])}
    if node["type"] == "group":
        required = [one["name"] for one in node["fields"] if one["required"]]
        return _group(form, node["fields"], required)
    if "vocabulary" in node:
        terms = form["vocabularies"][node["vocabulary"]]["terms"]
        usable = [term for term in terms if term.get("broader") or not node.get("narrowest")]
        described = [f"{term['label']}: {term['definition']}" for term in usable]
        return {"enum": [term["id"] for term in usable], "enumDescriptions": described}
    if "choices" in node:
        return {"enum": list(node["choices"])}
    return {"type": TYPES.get(node["type"], "string"), **limits}

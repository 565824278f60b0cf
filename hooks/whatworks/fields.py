"""The fields of each kind of record, as the JSON Schemas describe them: what pages and programs are told of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from whatworks.annotations import Annotations
from whatworks.reasons import NOT_REPORTED, Schema

TYPES = {
    "string": "Text",
    "integer": "Whole number",
    "number": "Number",
    "boolean": "Yes or no",
    "object": "Group of fields",
}


@dataclass(frozen=True)
class Field:
    """A field by its name in files and its label; `vocabulary` is the list that its value, or each of them, is from.

    `kind` is its type in words, `parts` are the fields within it, and `example` is the first of its examples.
    """

    name: str
    label: str
    meaning: str
    kind: str
    vocabulary: str
    required: bool
    example: Any
    parts: tuple["Field", ...]


def fields_of(schemas: Mapping[str, Schema], kind: str) -> tuple[Field, ...]:
    """The fields of a kind of record, such as `case_study`, in the order of its schema."""
    known = Annotations(schemas)
    return _parts(known, known.at(kind, ())) if kind in schemas else ()


def _parts(known: Annotations, schema: Schema) -> tuple[Field, ...]:
    needed = schema.get("required", ())
    return tuple(_field(known, name, one, name in needed) for name, one in schema.get("properties", {}).items())


def _field(known: Annotations, name: str, given: Schema, required: bool) -> Field:
    schema = known.resolved(given)
    value = known.of_value(schema)
    inner = known.resolved(value["items"]) if "items" in value else value
    words = _in_words(value, inner)
    if known.allows_silence(schema):
        words += f", or “{NOT_REPORTED}”"
    return Field(
        name,
        str(schema.get("title", name)),
        str(schema.get("description", "")),
        words,
        str(inner.get("x-vocabulary", "")),
        required,
        next(iter(schema.get("examples", ())), None),
        _parts(known, inner),
    )


def _in_words(value: Schema, inner: Schema) -> str:
    """The type of a field in words: Text, at most 80 characters; List of terms; One of: major, minor."""
    if value.get("type") != "array":
        return _one(value)
    if "x-vocabulary" in inner:
        return "List of terms"
    return "List of entries" if "properties" in inner else f"List; each: {_one(inner)}"


def _one(schema: Schema) -> str:
    if "x-vocabulary" in schema:
        return "Term"
    if "enum" in schema or "const" in schema:
        return f"One of: {', '.join(schema.get('enum', [schema.get('const')]))}"
    if schema.get("format") == "date":
        return "Day, like 2026-11-22"
    most = schema.get("maxLength")
    return TYPES[str(schema.get("type", "object"))] + (f", at most {most} characters" if most else "")

"""The fields of each kind of record, as the JSON Schemas describe them: what pages and programs are told of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]
SILENT = "not reported"
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
    return _parts(schemas, resolved(schemas, schemas[kind])) if kind in schemas else ()


def resolved(schemas: Mapping[str, Schema], schema: Schema) -> Schema:
    """A schema with its references followed; what stands beside a reference wins."""
    while "$ref" in schema:
        name, _, pointer = schema["$ref"].partition("#")
        target: Any = schemas[(name or "common.schema.json").removesuffix(".schema.json")]
        for step in pointer.strip("/").split("/"):
            target = target[step]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema


def _parts(schemas: Mapping[str, Schema], schema: Schema) -> tuple[Field, ...]:
    needed = schema.get("required", ())
    return tuple(_field(schemas, name, one, name in needed) for name, one in schema.get("properties", {}).items())


def _field(schemas: Mapping[str, Schema], name: str, given: Schema, required: bool) -> Field:
    schema = resolved(schemas, given)
    branches = [resolved(schemas, one) for one in schema.get("anyOf", ())]
    value = {**schema, **next((one for one in branches if "type" in one), {})}
    inner = resolved(schemas, value["items"]) if "items" in value else value
    words = _in_words(value, inner)
    if any(one.get("const") == SILENT for one in branches):
        words += f", or “{SILENT}”"
    return Field(
        name,
        str(schema.get("title", name)),
        str(schema.get("description", "")),
        words,
        str(inner.get("x-vocabulary", "")),
        required,
        next(iter(schema.get("examples", ())), None),
        _parts(schemas, inner),
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

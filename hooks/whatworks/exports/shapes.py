"""The JSON Schema of a record as data: made from its class, with the words of its own schema."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from whatworks.exports.plain import list_of
from whatworks.fields import Field
from whatworks.reasons import Schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}
TERM: Schema = {
    "type": "object",
    "required": ["id", "label"],
    "properties": {"id": {"type": "string"}, "label": {"type": "string"}},
}
# Fields that have another name in files than in the site.
IN_FILES = {"reader": "for", "within": "in"}


def shape(kind: Any, told: tuple[Field, ...], vocabulary: str = "") -> dict[str, Any]:
    """The schema of a value of this type; `told` are the fields within it, as its own schema describes them."""
    if get_origin(kind) is tuple:
        return {"type": "array", "items": shape(get_args(kind)[0], told, vocabulary)}
    if get_origin(kind) is UnionType:
        return {"anyOf": [shape(one, told, vocabulary) for one in get_args(kind)]}
    if is_dataclass(kind):
        return _group(kind, {one.name: one for one in told})
    if vocabulary and kind is str:
        return {**TERM, "x-vocabulary": vocabulary}
    return dict(PLAIN[kind])


def _group(kind: Any, told: Mapping[str, Field]) -> dict[str, Any]:
    types = get_type_hints(kind)
    names = [one.name for one in fields(kind)]
    properties = {name: _described(kind, name, types[name], told.get(IN_FILES.get(name, name))) for name in names}
    return {"type": "object", "required": names, "properties": properties}


def _described(kind: Any, name: str, type_of: Any, field: Field | None) -> dict[str, Any]:
    """The schema of a field with its label and its meaning."""
    own = shape(type_of, field.parts if field else (), list_of(kind.__name__, name))
    return {"title": field.label, "description": field.meaning, **own} if field else own

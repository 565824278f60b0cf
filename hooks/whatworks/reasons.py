"""What is said of a value that its schema refuses: the code of the message, and the values that it names."""

import math
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

import yaml

from whatworks.problems import nearest_note
from whatworks.yaml_words import quoted

NOT_REPORTED = "not reported"
# What JSON calls a thing, and what an author calls it.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "string": "text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "array": "a list",
        "object": "a group of fields",
        "null": "empty",
    }
)
Schema = Mapping[str, Any]
Reason = tuple[str, dict[str, Any]]


def type_of(value: object) -> str:
    """JSON's name for the type of a value."""
    if isinstance(value, bool):
        return "boolean"
    types = {str: "string", int: "integer", float: "number", list: "array", dict: "object"}
    return types.get(type(value), "null")


def snippet(value: Any) -> str:
    """A field or an entry as YAML, indented to stand below a message."""
    [name, inner] = next(iter(value.items())) if isinstance(value, dict) else ["-", value[0]]
    lead = f"{name}:" if isinstance(value, dict) else "-"
    grouped = isinstance(inner, list) and inner and isinstance(inner[0], dict)
    text = _yaml(inner, flow=not grouped)
    lines = [lead, *(f"  {line}" for line in text.splitlines())] if grouped else [f"{lead} {text}"]
    return "\n    ".join(lines)


def _yaml(value: Any, *, flow: bool) -> str:
    """A value as YAML; a single text without the dots that end it."""
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=math.inf, default_flow_style=flow)
    return str(text).removesuffix("...\n").strip()


def is_blank(value: object) -> bool:
    """Whether a value is a text in which nobody sees anything: what has no width was taken out before."""
    return isinstance(value, str) and not value.strip()


def is_nearly_not_reported(text: str) -> bool:
    """Whether a text says 'not reported' in other letters."""
    return text != NOT_REPORTED and re.sub(r"[\W_]+", "", text).lower() in ("notreported", "unreported")


def _wanted(schema: Schema) -> str:
    """What a field should be, in words."""
    branches = [branch for branch in schema.get("anyOf", ()) if "type" in branch] or [schema]
    wanted = KINDS.get(str(branches[0].get("type")), "text")
    return f"{wanted}, or the words '{NOT_REPORTED}'" if "anyOf" in schema else wanted


def _with_colon(group: Mapping[str, Any]) -> str:
    """The text that a colon turned into a group of one field, or nothing."""
    [name, text] = next(iter(group.items())) if len(group) == 1 else ["", None]
    return f"{name}: {text}" if isinstance(text, str) else ""


def other_type(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    """What is said of a value of another type than the field has."""
    wanted, own = schema.get("type", "" if "anyOf" in schema else "string"), type_of(value)
    if wanted == "string" and own in ("integer", "number", "boolean"):
        return "text_as_other", {"value": str(value).lower() if own == "boolean" else value, "found": KINDS[own]}
    if wanted == "string" and own == "object" and (text := _with_colon(value)):
        return "text_as_field", {"better": quoted(text)}
    if wanted == "integer" and own == "string":
        return "number_as_text", {"value": value, "wanted": KINDS["integer"], "example": example}
    return "wrong_type", {"wanted": _wanted(schema), "found": KINDS[own], "example": example}


def _too_long(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    return "too_long", {"length": len(value), "most": limit, "over": len(value) - limit}


def _too_short(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    return "too_short", {"value": value, "least": limit, "help": schema.get("description", "")}


def _form(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    better = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
    nearest = nearest_note(better) if re.search(limit, better) else ""
    return "wrong_form", {"value": value, "form": schema["x-form"], "nearest": nearest}


def _day(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    return "not_a_day", {"value": value, "form": schema["x-form"]}


def _range(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    limits = next((branch for branch in schema.get("anyOf", ()) if "minimum" in branch), schema)
    values = {"value": value, "least": limits["minimum"], "most": limits["maximum"]}
    return "out_of_range", {**values, "help": schema.get("description", "")}


def _choice(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    close = get_close_matches(str(value).lower(), limit, n=1, cutoff=0.6)
    values = {"value": value, "choices": ", ".join(limit), "nearest": nearest_note(close[0] if close else None)}
    return "not_a_choice", values


def _too_many(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    return "too_many", {"length": len(value), "most": limit}


def _too_few(value: Any, limit: Any, schema: Schema, example: str) -> Reason:
    return "too_few", {"least": limit, "help": schema.get("description", ""), "example": example}


REASONS: Mapping[str, Callable[[Any, Any, Schema, str], Reason]] = MappingProxyType(
    {
        "maxLength": _too_long,
        "minLength": _too_short,
        "pattern": _form,
        "format": _day,
        "minimum": _range,
        "maximum": _range,
        "enum": _choice,
        "maxItems": _too_many,
        "minItems": _too_few,
    }
)

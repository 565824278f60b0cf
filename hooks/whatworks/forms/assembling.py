"""Answers to single questions made into the values that a record is written from."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from whatworks.forms.questions import SILENCE, Question
from whatworks.reasons import NOT_REPORTED

Form = Mapping[str, Any]
LEAST_KNOWN = "brief"


def assembled(told: Iterable[tuple[Question, Any]], form: Form, day: str) -> tuple[dict[str, Any], list[str]]:
    """The values, and in words what contradicts itself; `None` is no answer, `day` is that of an account."""
    fields: dict[Any, Any] = {}
    story, kind = [], LEAST_KNOWN
    for one, value in told:
        if value is None:
            continue
        if one.kind == "story":
            story.append({"heading": str(one.path[-1]), "text": value, "format": "plain"})
        elif one.kind == "depth":
            kind = value
        else:
            _put(fields, one.path, value)
    settled, contradictions = _settled(fields)
    return {"kind": kind, "id": "", "fields": _sourced(settled, form, day), "story": story}, contradictions


def _put(fields: dict[Any, Any], path: tuple[str | int, ...], value: Any) -> None:
    """Puts a value where it belongs; the entries of a list are kept by their numbers until all are there."""
    for step in path[:-1]:
        fields = fields.setdefault(step, {})
    fields[path[-1]] = value


def _settled(fields: dict[Any, Any]) -> tuple[dict[str, Any], list[str]]:
    """The fields with lists made of numbered entries; silence stands only where nothing was told."""
    settled: dict[str, Any] = {}
    contradictions = []
    for name, value in fields.items():
        silent = isinstance(value, dict) and value.pop(SILENCE, None) == NOT_REPORTED
        if silent and value:
            contradictions.append(f"'Not reported' was ticked for {name}, and it was answered. The answers were kept.")
        listed = isinstance(value, dict) and all(isinstance(key, int) for key in value)
        entries = [value[number] for number in sorted(value)] if value and listed else value
        settled[name] = NOT_REPORTED if silent and not value else entries
    return settled, contradictions


def _sourced(fields: dict[str, Any], form: Form, day: str) -> dict[str, Any]:
    """The fields with the day of an account and, where there are several sources, the first of them cited."""
    sources = [source for source in fields.get("sources") or () if isinstance(source, dict)]
    for source in sources:
        if "told_by" in source:
            source["told_on"] = day
    if len(sources) > 1:
        sources[0]["id"] = "account" if "told_by" in sources[0] else "publication"
        for group in _telling(fields, form):
            group["source"] = sources[0]["id"]
    return fields


def _telling(fields: Mapping[str, Any], form: Form) -> Iterator[dict[str, Any]]:
    """The groups of fields that name a source for what they tell."""
    for node in form["fields"]:
        inner = node.get("fields") or node.get("entry", {}).get("fields") or ()
        value = fields.get(node["name"])
        if any(one.get("fill") == "source" for one in inner):
            yield from (one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict))

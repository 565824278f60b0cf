"""Records as plain data: objects, lists, texts, numbers, and nothing that only this project knows."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import Any

from whatworks.vocabularies import Vocabularies

HOME = "data/v1"
# The fields whose values are ids of terms, each with its list.
TERMS: Mapping[str, str] = MappingProxyType(
    {
        "approach": "approaches",
        "audiences": "audiences",
        "condition": "conditions",
        "evidence": "evidence",
        "funding": "funding",
        "kind": "did_not_work_kinds",
        "level": "outcome_levels",
        "need": "needs",
        "region": "regions",
        "setting": "settings",
        "stage": "stages",
        "status": "statuses",
    }
)
# Fields of the same name that hold a term of another list, or none.
OTHER_TERMS: Mapping[tuple[str, str], str] = MappingProxyType(
    {("Change", "kind"): "", ("LibraryEntry", "kind"): "resource_kinds"}
)


def list_of(owner: str, name: str) -> str:
    """The vocabulary of a field of a class of records, or nothing."""
    return OTHER_TERMS.get((owner, name), TERMS.get(name, ""))


def plain(value: Any, vocabularies: Vocabularies, vocabulary: str = "") -> Any:
    """A record, or a part of one, field by field; the id of a term of `vocabulary` gets its label beside it."""
    if is_dataclass(value):
        owner = type(value).__name__
        return {
            one.name: plain(getattr(value, one.name), vocabularies, list_of(owner, one.name)) for one in fields(value)
        }
    if isinstance(value, tuple):
        return [plain(one, vocabularies, vocabulary) for one in value]
    if vocabulary and value is not None:
        return {"id": value, "label": vocabularies[vocabulary].label(value)}
    return value


def as_json(data: Any) -> str:
    """JSON that people can read too: the same data always give the same bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

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


def plain(value: Any, vocabularies: Vocabularies, name: str = "") -> Any:
    """A record, or a part of one, field by field; the id of a term gets its label beside it.

    A change has a kind too, which is no term: it stays as it is.
    """
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name), vocabularies, one.name) for one in fields(value)}
    if isinstance(value, tuple):
        return [plain(one, vocabularies, name) for one in value]
    if name in TERMS and value in vocabularies[TERMS[name]]:
        return {"id": value, "label": vocabularies[TERMS[name]].label(value)}
    return value


def as_json(data: Any) -> str:
    """JSON that people can read too: the same data always give the same bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

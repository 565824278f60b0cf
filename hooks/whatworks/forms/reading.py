"""A case as what would have been filled in to get it, so that the form can open with it."""

from collections.abc import Iterator, Mapping
from typing import Any

from whatworks import markup
from whatworks.case_studies import CaseStudy
from whatworks.reasons import NOT_REPORTED

Node = Mapping[str, Any]


def as_values(case: CaseStudy, form: Node) -> dict[str, Any]:
    """The values of a case; its story is kept as it stands."""
    filled = {node["name"] for node in form["fields"] if node.get("fill") == "kind"}
    found = {node["name"]: _value(node, getattr(case, node["name"]), case.depth) for node in form["fields"]}
    fields = {name: value for name, value in found.items() if value is not None and name not in filled}
    return {"kind": case.depth, "id": case.id, "fields": fields, "story": list(sections(case.body))}


def _value(node: Node, value: Any, depth: str) -> Any:
    """A value as the file of the record had it; `None` for a field that it did not have."""
    needed = node.get("required")
    is_needed = depth in needed if isinstance(needed, list) else bool(needed)
    if value in (None, "", (), 0):
        return NOT_REPORTED if node["silence"] and is_needed else None
    if node["type"] == "list":
        return [_value(node["entry"], one, depth) for one in value]
    if node["type"] == "group":
        if not is_needed and not any(getattr(value, field["name"]) for field in node["fields"]):
            return None
        found = {field["name"]: _value(field, getattr(value, field["name"]), depth) for field in node["fields"]}
        return {name: inner for name, inner in found.items() if inner is not None}
    return value


def sections(body: str) -> Iterator[dict[str, str]]:
    """The sections of a story: what stands before the first heading of the second level, and each from there."""
    starts = [(offset, words) for depth, words, offset in markup.headings(body) if depth == 2]
    ends = [offset for offset, _ in starts] + [len(body)]
    if before := body[: ends[0]].strip("\n"):
        yield {"heading": "", "text": before, "format": "markdown"}
    for (start, words), end in zip(starts, ends[1:], strict=True):
        lines = body[start:end].split("\n")
        text = "\n".join(lines[1 if lines[0].startswith("#") else 2 :]).strip("\n")
        yield {"heading": words, "text": text, "format": "markdown"}

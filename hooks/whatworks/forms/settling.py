"""What was filled in, made into fields: texts on one line, nothing empty, and what the form fills in itself.

theme/assets/js/contribute/settling.js does the same: change both together.
"""

import re
from collections.abc import Mapping
from typing import Any

from whatworks.reasons import NOT_REPORTED

Node = Mapping[str, Any]
# A whole number as people type it; longer ones stay texts.
NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
MOST = 10**9


def settled(values: Mapping[str, Any], form: Mapping[str, Any], day: str) -> dict[str, Any]:
    """The fields of a record, in the order of their schema; `day` is today, like 2026-11-22."""
    given = values.get("fields")
    fields = _group(form["fields"], given if isinstance(given, dict) else {})
    fills = {"today": day, "review": two_years_on(day)}
    for node in form["fields"]:
        if node.get("fill") == "kind":
            fields[node["name"]] = values["kind"]
        elif node.get("fill") in fills:
            fields.setdefault(node["name"], fills[node["fill"]])
    ids = _ids(form["fields"], fields)
    for node in form["fields"] if len(ids) == 1 else ():
        _cite(node, fields.get(node["name"]), ids[0])
    return {node["name"]: fields[node["name"]] for node in form["fields"] if node["name"] in fields}


def two_years_on(day: str) -> str:
    """The same day two years later; for 29 February, the day before."""
    return f"{int(day[:4]) + 2}{day[4:].replace('02-29', '02-28')}"


def well_formed(text: str) -> str:
    """A text as a file can hold it: with plain line ends, and without what is no character."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", re.sub("\r\n?", "\n", text))


def _value(node: Node, value: Any) -> Any:
    """A value as a file holds it; `None` if it is empty or is no such value."""
    if isinstance(value, list) and node["type"] == "list":
        return [inner for one in value if (inner := _value(node["entry"], one)) is not None] or None
    if isinstance(value, dict) and node["type"] == "group":
        return _group(node["fields"], value) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(node, value)
    if not isinstance(value, str):
        return None
    text = re.sub("[ \t]*[\t\n][ \t\n]*", " ", well_formed(value)).strip(" ")
    return int(text) if node["type"] == "number" and NUMBER.fullmatch(text) else text or None


def _number(node: Node, value: float) -> int | str | None:
    """A whole number, as text where the field is one."""
    if value != int(value) or abs(value) >= MOST:
        return None
    return int(value) if node["type"] == "number" else str(int(value))


def _group(nodes: list[Node], group: Mapping[str, Any]) -> dict[str, Any]:
    found = {node["name"]: _value(node, group.get(node["name"])) for node in nodes}
    return {name: value for name, value in found.items() if value is not None}


def _filled_by(node: Node, fill: str) -> str:
    """The name of the field in a group that the form fills in this way, or nothing."""
    return next((field["name"] for field in node.get("fields", ()) if field.get("fill") == fill), "")


def _ids(nodes: list[Node], fields: Mapping[str, Any]) -> list[str]:
    """The ids of the sources, each given one where it has none."""
    for node in nodes:
        key, listed = _filled_by(node.get("entry", {}), "id"), fields.get(node["name"])
        if not key or not isinstance(listed, list):
            continue
        entries = [entry for entry in listed if isinstance(entry, dict)]
        for entry in entries:
            taken = [other[key] for other in entries if key in other]
            entry.setdefault(key, free_id(way_of(node, entry), taken))
        return [str(entry[key]) for entry in entries]
    return []


def way_of(node: Node, entry: Mapping[str, Any]) -> str:
    """Which kind of source an entry is, by the fields that it has."""
    ways = (way["id"] for way in node.get("ways", ()) if any(name in entry for name in way["fields"]))
    return next(ways, "source")


def free_id(base: str, taken: list[str]) -> str:
    """The first of `account`, `account-2`, `account-3` … that is not taken."""
    number = 1
    while (id := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return id


def _cite(node: Node, value: Any, id: str) -> None:
    """Names the only source wherever a group tells something and names none."""
    if isinstance(value, list):
        for entry in value:
            _cite(node.get("entry", {}), entry, id)
    elif (
        isinstance(value, dict)
        and (key := _filled_by(node, "source"))
        and any(v != NOT_REPORTED for v in value.values())
    ):
        value.setdefault(key, id)

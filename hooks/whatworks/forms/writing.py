"""What was filled in to the file of a record, so that nothing typed changes its meaning.

theme/assets/js/contribute/record.js writes the same bytes: change both together.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from whatworks.file_names import better_name
from whatworks.forms.plain_text import as_markdown, inline
from whatworks.forms.settling import Node, settled, well_formed
from whatworks.reasons import NOT_REPORTED

# What needs no quotation marks: ids and days, which YAML and JSON read as the texts that they are.
BARE = re.compile(r"(?!(?:true|false|null)$)[a-z][a-z0-9]*(?:[- ][a-z0-9]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST_NAME = 80


@dataclass(frozen=True)
class File:
    """The file of a record: its name, which is always safe, and its text."""

    name: str
    text: str


def as_file(values: Mapping[str, Any], form: Mapping[str, Any], day: str) -> File:
    """The file of what was filled in; `form` is as form.py makes it, `day` is today, like 2026-11-22."""
    fields = settled(values, form, day)
    lines = [line for node in form["fields"] if node["name"] in fields for line in _field(node, fields[node["name"]])]
    story = body(values)
    text = "\n".join(["---", *lines, "---", *(["", story] if story else []), ""])
    return File(file_name(values, fields), text)


def _field(node: Node, value: Any) -> list[str]:
    """The lines of one field."""
    lines = _lines(node, value)
    if isinstance(value, list | dict):
        return [f"{node['name']}:", *(f"  {line}" for line in lines)]
    return [f"{node['name']}: {lines[0]}"]


def _lines(node: Node, value: Any) -> list[str]:
    """A value as YAML, to stand below or behind its name."""
    if isinstance(value, dict):
        return [
            line for inner in node["fields"] if inner["name"] in value for line in _field(inner, value[inner["name"]])
        ]
    if isinstance(value, list):
        return [
            f"{'  ' if number else '- '}{line}"
            for one in value
            for number, line in enumerate(_lines(node["entry"], one))
        ]
    return [str(value) if isinstance(value, int) else _text(value, is_id=node["type"] in ("choice", "date", "id"))]


def _text(text: str, *, is_id: bool) -> str:
    """A text between double quotation marks, unless it is an id, a day or 'not reported'."""
    if text == NOT_REPORTED or (is_id and BARE.fullmatch(text)):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def file_name(values: Mapping[str, Any], fields: Mapping[str, Any]) -> str:
    """The name of the file: what was chosen, or else place and deed."""
    chosen = values.get("id")
    words = chosen if isinstance(chosen, str) and chosen else suggested(fields)
    stem = better_name(words).removesuffix(".md")
    while len(stem) > LONGEST_NAME:
        stem = stem.rpartition("-")[0] if "-" in stem else stem[:LONGEST_NAME]
    return f"{stem}.md"


def suggested(fields: Mapping[str, Any]) -> str:
    """The place and the deed."""
    place = fields.get("place")
    words = (place.get("name") if isinstance(place, dict) else "", fields.get("title"))
    return " ".join(word for word in words if isinstance(word, str) and word)


def body(values: Mapping[str, Any]) -> str:
    """The story: each section that has a text, below its heading."""
    return "\n\n".join(part for one in values.get("story") or () for part in section(one))


def section(one: Mapping[str, Any]) -> Iterator[str]:
    """The heading and the text of a section; neither, if there is no text."""
    text, heading = (well_formed(str(one.get(key) or "")) for key in ("text", "heading"))
    heading = re.sub("[ \t\n]+", " ", heading).strip(" ")
    if one.get("format") == "markdown":
        text = re.sub(r"^(?:[ \t]*\n)+|[ \t\n]+$", "", text)
    else:
        text, heading = as_markdown(text), inline(heading).replace("#", "\\#")
    if text:
        yield from ([f"## {heading}"] if heading else [])
        yield text

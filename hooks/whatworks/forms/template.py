"""The annotated template: a record without a mistake, in which each field says what it is for."""

from collections.abc import Iterator, Mapping
from typing import Any

from whatworks.forms.writing import as_file
from whatworks.reasons import NOT_REPORTED

Node = Mapping[str, Any]
KIND, DAY = "case study", "2026-11-22"
HEAD = (
    "# Copy this file to docs/case_studies/. Name it after place and deed: anytown-residents-map-services.md",
    "# Change every value, then the story below the fields. Delete what begins with '#'.",
    "# Where nobody knows, write: not reported",
)


def annotated(form: Node) -> str:
    """The template; what few records need is in it as a comment."""
    fields = {node["name"]: _example(node) for node in form["fields"] if node.get("examples")}
    fields |= {node["name"]: KIND for node in form["fields"] if node.get("fill") == "kind"}
    sections = form["kinds"][KIND]["story"]
    story = [{"heading": one["heading"], "text": one["example"], "format": "plain"} for one in sections]
    values = {"kind": KIND, "id": "template", "fields": fields, "story": story}
    lines = as_file(values, form, DAY).text.split("\n")
    nodes = {f"{node['name']}:": node for node in form["fields"]}
    ends = [number for number, line in enumerate(lines) if line == "---"]
    written = [line for one in _fields(lines[1 : ends[1]]) for line in _annotated(nodes[one[0].split(" ")[0]], one)]
    return "\n".join(["---", *HEAD, *written, *lines[ends[1] :]])


def _example(node: Node) -> Any:
    """The example of a field; where that is silence, the example of its entries."""
    first = node["examples"][0]
    entry = node.get("entry", {}).get("examples")
    return [entry[0]] if first == NOT_REPORTED and entry else first


def _fields(lines: list[str]) -> list[list[str]]:
    """The lines of each field."""
    found: list[list[str]] = []
    for line in lines:
        if not line.startswith(" "):
            found.append([])
        found[-1].append(line)
    return found


def _annotated(node: Node, lines: list[str]) -> Iterator[str]:
    """A blank line, what a field is for, and its lines; as comments, if it is one that the form never asks for."""
    needed = {0: "Where it helps.", 1: f"Every {KIND}.", 2: "Every case."}[len(node["required"])]
    yield from ("", f"# {node['title']}. {node['description']} {needed}", *_notes(node))
    inner = node.get("fields") or node.get("entry", {}).get("fields") or ()
    for one in inner:
        yield from (f"#   {one['name']}: {one['description']}", *_notes(one, "  "))
    is_set_aside = node.get("ask") == "never" and not node["required"]
    yield from (f"# {line}" for line in lines) if is_set_aside else lines


def _notes(node: Node, indent: str = "") -> Iterator[str]:
    """Where the terms of a field are listed, or its choices."""
    vocabulary = node.get("vocabulary") or node.get("entry", {}).get("vocabulary")
    if vocabulary:
        yield f"#{indent}   Terms: schemas/vocabularies/{vocabulary}.yml"
    if node.get("choices"):
        yield f"#{indent}   One of: {', '.join(node['choices'])}"

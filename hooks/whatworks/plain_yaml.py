"""YAML limited to JSON's types, with the place of every key and value.

PyYAML alone turns NO into False, 12:30 into 750 and keeps the last of two equal keys. Here a plain value is a
number, true, false or null only if JSON reads it so and writes back the same characters; else it is text.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, ClassVar

import yaml

from whatworks.yaml_words import Found, in_plain_words, quoted

DEEPEST = 12
Where = tuple[int, int]
Path = tuple[str | int, ...]
VARIABLE = re.compile(r"\{\{.*?\}\}")
ESCAPE = re.compile(r"\\.?")
COMMENT = re.compile(r"\s+#.*$")


class RefusedError(Exception):
    """Front matter that cannot be read, as (code, line, column, values) of one or more problems."""

    def __init__(self, *found: Found) -> None:
        super().__init__(found)
        self.found = found


class PlainLoader(yaml.SafeLoader):
    """A loader that knows no types, no anchors and no tags."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]  # a class variable there too
    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()
        line, column = event.start_mark.line, event.start_mark.column
        if isinstance(event, yaml.AliasEvent):
            raise RefusedError(("yaml_alias", line, column, {"value": f"*{event.anchor}"}))
        if getattr(event, "anchor", None):
            raise RefusedError(("yaml_alias", line, column, {"value": f"&{event.anchor}"}))
        if getattr(event, "tag", None):
            raise RefusedError(("yaml_tag", line, column, {"value": event.tag.replace("tag:yaml.org,2002:", "!!")}))
        self.depth += 1
        if self.depth > DEEPEST:
            raise RefusedError(("yaml_deep", line, column, {"most": DEEPEST}))
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


@dataclass
class Reading:
    """What the walk over the composed nodes collects; lines are those of the front matter, from 0.

    `unsure` holds the places of values that were not read as they were meant, so that nothing more is said of them.
    """

    lines: list[str]
    keys: dict[Path, Where] = field(default_factory=dict)
    values: dict[Path, Where] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)
    unsure: set[Where] = field(default_factory=set)

    def comment_after(self, node: yaml.Node, path: Path) -> None:
        """Notes a comment that follows a value on the value's own line."""
        mark = node.end_mark
        text = self.lines[mark.line] if mark.line < len(self.lines) else ""
        if text[: mark.column].strip() and (found := COMMENT.match(text[mark.column :])):
            column = mark.column + found.group().index("#")
            instead = "Put it on a line of its own."
            if isinstance(node, yaml.ScalarNode) and node.value and node.start_mark.line == mark.line:
                name = f"{path[-1]}:" if isinstance(path[-1], str) else "-"
                instead = f"Write: {name} {quoted(text[node.start_mark.column :].strip())}"
            values = {"value": found.group().strip(), "instead": instead}
            self.note("comment_after_value", mark.line, column, node, values)

    def escapes(self, node: yaml.ScalarNode) -> None:
        """Notes a backslash that would change a text between double quotation marks; it can hide any character."""
        for number in range(node.start_mark.line, node.end_mark.line + 1):
            first = node.start_mark.column if number == node.start_mark.line else 0
            last = node.end_mark.column if number == node.end_mark.line else len(self.lines[number])
            for found in ESCAPE.finditer(self.lines[number], first, last):
                if found.group() not in ('\\"', "\\\\"):
                    self.note("yaml_escape", number, found.start(), node, {"value": found.group()})

    def list_in_text(self, node: yaml.ScalarNode) -> None:
        """Notes a list entry that YAML would join to the text above it."""
        for number in range(node.start_mark.line + 1, node.end_mark.line + 1):
            text = self.lines[number] if number < len(self.lines) else ""
            end = node.end_mark.column if number == node.end_mark.line else len(text)
            if node.style is None and text.lstrip().startswith("- ") and text[:end].strip():
                self.note("yaml_list_in_text", number, len(text) - len(text.lstrip()), node, {})
                return

    def note(self, code: str, line: int, column: int, node: yaml.Node, values: dict[str, Any]) -> None:
        """Notes a problem of a value that was not read as it was meant."""
        self.found.append((code, line, column, values))
        self.unsure.add((node.start_mark.line, node.start_mark.column))

    def no_name(self, key: yaml.Node, node: yaml.Node) -> None:
        """Notes a field whose name is no text; two curly brackets are a template variable."""
        line, column = key.start_mark.line, key.start_mark.column
        if column and (variable := VARIABLE.match(self.lines[line], column - 1)):
            self.note("template_variable", line, column - 1, node, {"value": variable.group()})
        else:
            raise RefusedError(("yaml_key", line, column, {}))

    def place(self, node: yaml.Node) -> Where:
        """Where a value begins; a text in a block begins below the mark of its block."""
        line, column = node.start_mark.line, node.start_mark.column
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            below = [number for number in range(line + 1, node.end_mark.line + 1) if self.lines[number:]]
            line = next((number for number in below if self.lines[number].strip()), line)
            text = self.lines[line]
            column = len(text) - len(text.lstrip()) if line > node.start_mark.line else column
        return line, column

    def value(self, node: yaml.Node, path: Path) -> Any:
        """The data of `node`; records where it stands."""
        self.values[path] = self.place(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            items = [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
            if node.flow_style:
                self.comment_after(node, path)
            return items
        if not isinstance(node, yaml.ScalarNode):
            raise TypeError(node)
        if node.style not in ("|", ">"):
            self.comment_after(node, path)
            self.list_in_text(node)
        if node.style == '"':
            self.escapes(node)
        return plain(node.value) if node.style is None else node.value

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        """A mapping with text keys, each given once."""
        data: dict[str, Any] = {}
        for key, value in node.value:
            line, column = key.start_mark.line, key.start_mark.column
            if not isinstance(key, yaml.ScalarNode):
                self.no_name(key, node)
                continue
            inner = (*path, key.value)
            if key.value in data:
                self.found.append(("duplicate_key", line, column, {"value": key.value, "first": self.keys[inner][0]}))
                continue
            self.keys[inner] = (line, column)
            data[key.value] = self.value(value, inner)
            if isinstance(value, yaml.ScalarNode) and value.value == "" and value.style is None:
                self.values[inner] = (line, column)
                if (value.start_mark.line, value.start_mark.column) in self.unsure:
                    self.unsure.add((line, column))
        if node.flow_style:
            self.comment_after(node, path)
        return data


def plain(text: str) -> Any:
    """A plain scalar as JSON's number, true, false or null if JSON reads and writes it so; else text."""
    if text == "":
        return None
    try:
        value = json.loads(text, parse_constant=_not_json)
        same = not isinstance(value, (str, list, dict)) and json.dumps(value) == text
    except (ValueError, RecursionError):
        return text
    return value if same else text


def _not_json(text: str) -> Any:
    """Python's reader knows NaN and Infinity, which are not JSON."""
    raise ValueError(text)


def read(text: str) -> tuple[Any, Reading]:
    """The data in `text` and where it stands, or `RefusedError`."""
    reading = Reading(text.split("\n"))
    try:
        node = yaml.compose(text, Loader=PlainLoader)
    except yaml.MarkedYAMLError as error:
        raise RefusedError(in_plain_words(error, reading.lines)) from None
    except yaml.YAMLError:
        raise RefusedError(("yaml_no_colon", 0, 0, {})) from None
    if node is None:
        raise RefusedError(("front_matter_empty", -1, 0, {}))
    if not isinstance(node, yaml.MappingNode):
        raise RefusedError(("front_matter_not_fields", node.start_mark.line, node.start_mark.column, {}))
    return reading.value(node, ()), reading

"""YAML limited to JSON's types, with the place of every key and value.

PyYAML alone turns NO into False, 12:30 into 750 and keeps the last of two equal keys. Here a plain value is a
number, true, false or null only if JSON reads it so and writes back the same characters; else it is text.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

import yaml

DEEPEST = 12
Where = tuple[int, int]
Path = tuple[str | int, ...]
Found = tuple[str, int, int, dict[str, Any]]
Explain = Callable[[int, int, list[str]], Found]
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
    """What the walk over the composed nodes collects; lines are those of the front matter, from 0."""

    lines: list[str]
    keys: dict[Path, Where] = field(default_factory=dict)
    values: dict[Path, Where] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)

    def comment_after(self, mark: yaml.Mark) -> None:
        """Notes a comment that follows a value on the value's own line."""
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        before = self.lines[mark.line][: mark.column] if mark.line < len(self.lines) else ""
        if before.strip() and (found := COMMENT.match(rest)):
            column = mark.column + found.group().index("#")
            self.found.append(("comment_after_value", mark.line, column, {"value": found.group().strip()}))

    def list_in_text(self, node: yaml.ScalarNode) -> None:
        """Notes a list entry that YAML would join to the text above it."""
        for number in range(node.start_mark.line + 1, node.end_mark.line + 1):
            text = self.lines[number] if number < len(self.lines) else ""
            if node.style is None and text.lstrip().startswith("- ") and text[: node.end_mark.column].strip():
                self.found.append(("yaml_indent", number, len(text) - len(text.lstrip()), {}))

    def value(self, node: yaml.Node, path: Path) -> Any:
        """The data of `node`; records where it stands."""
        self.values[path] = (node.start_mark.line, node.start_mark.column)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            items = [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
            if node.flow_style:
                self.comment_after(node.end_mark)
            return items
        if not isinstance(node, yaml.ScalarNode):
            raise TypeError(node)
        if node.style not in ("|", ">"):
            self.comment_after(node.end_mark)
            self.list_in_text(node)
        return plain(node.value) if node.style is None else node.value

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        """A mapping with text keys, each given once."""
        data: dict[str, Any] = {}
        for key, value in node.value:
            line, column = key.start_mark.line, key.start_mark.column
            if not isinstance(key, yaml.ScalarNode):
                self.found.append(("yaml_key", line, column, {}))
                continue
            inner = (*path, key.value)
            if key.value in data:
                self.found.append(("duplicate_key", line, column, {"value": key.value, "first": self.keys[inner][0]}))
                continue
            self.keys[inner] = (line, column)
            data[key.value] = self.value(value, inner)
            if isinstance(value, yaml.ScalarNode) and value.value == "" and value.style is None:
                self.values[inner] = (line, column)
        if node.flow_style:
            self.comment_after(node.end_mark)
        return data


def plain(text: str) -> Any:
    """A plain scalar as JSON's number, true, false or null if JSON reads and writes it so; else text."""
    if text == "":
        return None
    try:
        value = json.loads(text)
        same = not isinstance(value, (str, list, dict)) and json.dumps(value) == text
    except (ValueError, RecursionError):
        return text
    return value if same else text


def read(text: str) -> tuple[Any, Reading]:
    """The data in `text` and where it stands, or `RefusedError`."""
    reading = Reading(text.split("\n"))
    try:
        node = yaml.compose(text, Loader=PlainLoader)
    except yaml.MarkedYAMLError as error:
        raise RefusedError(in_plain_words(error, reading.lines)) from None
    if node is None:
        raise RefusedError(("front_matter_empty", -1, 0, {}))
    if not isinstance(node, yaml.MappingNode):
        raise RefusedError(("front_matter_not_fields", node.start_mark.line, node.start_mark.column, {}))
    return reading.value(node, ()), reading


# What PyYAML says (a part of its context, a part of its problem) and the words for it here. Source: scanner.py and
# parser.py of PyYAML 6.
SAYINGS = (
    ("quoted scalar", "", "yaml_quote"),
    ("flow", "", "yaml_bracket"),
    ("", "mapping values are not allowed", "yaml_colon"),
    ("", "expected <block end>", "yaml_indent"),
    ("", "could not find expected ':'", "yaml_no_colon"),
    ("", "cannot start any token", "yaml_special"),
    ("expected a single document", "", "yaml_several"),
    ("", "document start", "yaml_several"),
    ("alias", "", "yaml_special"),
    ("anchor", "", "yaml_special"),
)


def in_plain_words(error: yaml.MarkedYAMLError, lines: list[str]) -> Found:
    """What PyYAML's complaint means for somebody who has never heard of YAML."""
    mark = error.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    text = lines[line] if line < len(lines) else ""
    if "\t" in text[: column + 1]:
        return ("yaml_tab", line, text.index("\t"), {})
    context, problem = error.context or "", error.problem or ""
    code = next(
        (c for in_context, in_problem, c in SAYINGS if in_context in context and in_problem in problem), "yaml_other"
    )
    if code in ("yaml_quote", "yaml_bracket", "yaml_no_colon") and error.context_mark:
        line, column = error.context_mark.line, error.context_mark.column
    return EXPLAIN.get(code, _plainly(code))(line, column, lines)


def _plainly(code: str) -> Explain:
    return lambda line, column, lines: (code, line, column, {})


def _quote(line: int, column: int, lines: list[str]) -> Found:
    return ("yaml_quote", line, column, {"quote": lines[line][column]})


def _bracket(line: int, column: int, lines: list[str]) -> Found:
    return ("yaml_bracket", line, column, {"bracket": "]" if lines[line][column] == "[" else "}"})


def _special(line: int, column: int, lines: list[str]) -> Found:
    column = len(lines[line]) - 1 if column >= len(lines[line]) else column
    return ("yaml_special", line, column, {"value": lines[line][column]})


def _colon(line: int, column: int, lines: list[str]) -> Found:
    """A value with ': ' in it; or the line above lacks its colon's space; or this one is indented too far."""
    text, above = lines[line], lines[line - 1] if line else ""
    found = re.match(r"^\s*(?:- +)?([A-Za-z_]+): +(.+)$", text)
    if found and text.index(":") < column:
        return ("yaml_colon", line, found.start(2), {"key": found.group(1), "value": found.group(2).replace('"', "'")})
    if re.match(r"^\s*(?:- +)?[A-Za-z_]+:[^\s/]", above):
        return ("yaml_no_space", line - 1, above.index(":"), {})
    return _indent(line, len(text) - len(text.lstrip()), lines)


def _indent(line: int, column: int, lines: list[str]) -> Found:
    """A line in the wrong column, or words after a closing quotation mark."""
    if re.search(r"""['"]\s*$""", lines[line][:column]):
        return ("yaml_after_quote", line, column, {})
    return ("yaml_indent", line, column, {})


EXPLAIN: dict[str, Explain] = {
    "yaml_quote": _quote,
    "yaml_bracket": _bracket,
    "yaml_special": _special,
    "yaml_colon": _colon,
    "yaml_indent": _indent,
}

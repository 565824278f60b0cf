"""Text to data: front matter, the place of every value in it, and the body below it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from whatworks.plain_yaml import Found, Path, Reading, RefusedError, Where, read
from whatworks.problems import Problem

CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( .*)?$")
FENCE = re.compile(r"^---[ \t]*$")
# What opens or closes a span of changed writing direction (Unicode Standard Annex 9), and what has no width.
INVISIBLE = frozenset(
    "\u200b\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@dataclass(frozen=True)
class Document:
    """A file that was read: its fields, where each key and value stands, and the body below them.

    `keys` and `values` map the path of a value, such as ("answers", 0, "need"), to line and column, from 1.
    """

    path: str
    data: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[Path, Where] = field(default_factory=dict)
    values: Mapping[Path, Where] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    text: str = ""

    def where(self, path: Path) -> Where:
        """Where the value at `path` stands, or the nearest thing around it that exists."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        return (1, 1)

    def where_in(self, path: Path, token: str) -> Where:
        """Where `token` stands in the text of the value at `path`."""
        line, column = self.where(path)
        for number, text in enumerate(self.text.split("\n")[line - 1 : self.body_line - 1 or None], line):
            found = text.find(token, column - 1 if number == line else 0)
            if found >= 0:
                return (number, found + 1)
        return (line, column)

    def where_in_body(self, offset: int) -> Where:
        """Where the character at `offset` of the body stands."""
        before = self.body[:offset]
        return (self.body_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1)

    def where_key(self, path: Path) -> Where:
        """Where the key at `path` stands."""
        return self.keys.get(path, self.where(path))


class Handler(YAMLHandler):
    """Splits at the first lines '---' only, and keeps the place of each value."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading([])
        self.body_line = 1

    def split(self, text: str) -> tuple[str, str]:
        lines = text.split("\n")
        end = next((n for n, line in enumerate(lines[1:], 1) if FENCE.match(line)), None)
        if end is None:
            raise RefusedError(("front_matter_not_closed", -1, 0, {}))
        self.body_line = end + 2
        return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])

    def load(self, fm: str, **kwargs: object) -> Any:
        data, self.reading = read(fm)
        return data


def bad_characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and name of each control or direction character."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if character in INVISIBLE or (unicodedata.category(character) in ("Cc", "Cs") and character != "\t"):
                yield number, column, unicodedata.name(character, f"U+{ord(character):04X}").lower()


def parse(text: str, path: str) -> tuple[Document, list[Problem]]:
    """The document in `text` and what is wrong with it; with an error in the fields, `data` is empty."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    conflicts = [
        Problem.of("merge_conflict", path, number, 1, value=line[:7])
        for number, line in enumerate(text.split("\n"), 1)
        if CONFLICT.match(line)
    ]
    if conflicts:
        return Document(path), conflicts[:1]
    invisible = [
        Problem.of("bad_character", path, line, column, name=name) for line, column, name in bad_characters(text)
    ]
    if invisible:
        return Document(path), invisible
    if not FENCE.match(text.split("\n", 1)[0]):
        return Document(path, body=text, text=text), [Problem.of("no_front_matter", path, 1, 1)]
    return with_fields(text, path)


def with_fields(text: str, path: str) -> tuple[Document, list[Problem]]:
    """The document in `text`, which begins with a line '---'."""
    handler = Handler()
    try:
        data, _ = frontmatter.parse(text, handler=handler)
        body = handler.split(text)[1]
    except RefusedError as refusal:
        body = handler.split(text)[1] if handler.body_line > 1 else ""
        return Document(path, body=body, body_line=handler.body_line, text=text), _problems(path, refusal.found)
    keys, values = _places(handler.reading.keys), _places(handler.reading.values)
    return Document(path, data, keys, values, body, handler.body_line, text), _problems(path, handler.reading.found)


def read_yaml(text: str, path: str) -> tuple[Document, list[Problem]]:
    """A whole file of such YAML, without a body: a vocabulary."""
    document, problems = parse(f"---\n{text.removeprefix(chr(0xFEFF))}\n---\n", path)
    moved = [replace(problem, line=max(problem.line - 1, 1)) for problem in problems]
    return replace(document, keys=_up(document.keys), values=_up(document.values), body="", body_line=1), moved


def _problems(path: str, found: Iterable[Found]) -> list[Problem]:
    """Problems with lines and columns from 1; the YAML reader counts from 0 and without the first line '---'."""
    return [
        Problem.of(
            code,
            path,
            line + 2,
            column + 1,
            **{**values, **({"first": values["first"] + 2} if "first" in values else {})},
        )
        for code, line, column, values in found
    ]


def _places(places: Mapping[Path, Where]) -> Mapping[Path, Where]:
    """The same shift for the places of keys and values."""
    return MappingProxyType({path: (line + 2, column + 1) for path, (line, column) in places.items()})


def _up(places: Mapping[Path, Where]) -> Mapping[Path, Where]:
    """Places one line higher: a vocabulary has no line '---' before it."""
    return MappingProxyType({path: (line - 1, column) for path, (line, column) in places.items()})

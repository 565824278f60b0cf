"""Text to data: front matter, the place of every value in it, and the body below it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise, takewhile
from types import MappingProxyType
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from whatworks.plain_yaml import Path, Reading, RefusedError, Where, read
from whatworks.problems import Problem
from whatworks.yaml_words import Found

MOST_KB = 50
CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( .*)?$")
FENCE = re.compile(r"^---[ \t]*$")
FIELD = re.compile(r"^[a-z_]+:(?:\s|$)")
PART_OF_FIELD = re.compile(r"^(?:\s|- |#|$)")
NONCHARACTERS = frozenset("\ufffe\uffff")
# What opens or closes a span of changed writing direction (Unicode Standard Annex 9), and what has no width.
INVISIBLE = frozenset(
    "\u200b\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@dataclass(frozen=True)
class Document:
    """A file that was read: its fields, where each key and value stands, and the body below them.

    `keys` and `values` map the path of a value, such as ("answers", 0, "need"), to line and column, from 1.
    `unsure` holds the places of values that were not read as they were meant: a problem says so already.
    """

    path: str
    data: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[Path, Where] = field(default_factory=dict)
    values: Mapping[Path, Where] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    text: str = ""
    unsure: frozenset[Where] = frozenset()

    @property
    def digest(self) -> str:
        """The fingerprint of the text: the first 8 hexadecimal digits of its SHA-256, whatever its line ends were."""
        return sha256(self.text.encode("utf-8")).hexdigest()[:8]

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

    def sure(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems of values that were read as they were meant."""
        return [problem for problem in problems if (problem.line, problem.column) not in self.unsure]

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
        ends = [number for number, line in enumerate(lines[1:], 1) if FENCE.match(line)]
        if not ends:
            raise RefusedError(("front_matter_not_closed", _story_begins(lines) - 1, 0, {}))
        strays = list(takewhile(lambda pair: _are_fields(lines[pair[0] + 1 : pair[1]]), pairwise(ends)))
        if strays:
            self.body_line = strays[-1][1] + 2
            raise RefusedError(*(("yaml_several", end - 1, 0, {"value": "---"}) for end, _ in strays))
        self.body_line = ends[0] + 2
        return "\n".join(lines[1 : ends[0]]), "\n".join(lines[ends[0] + 1 :])

    def load(self, fm: str, **kwargs: object) -> Any:
        data, self.reading = read(fm)
        return data


def _are_fields(lines: list[str]) -> bool:
    """Whether lines read as fields, not as a story."""
    return any(map(FIELD.match, lines)) and all(FIELD.match(line) or PART_OF_FIELD.match(line) for line in lines)


def _story_begins(lines: list[str]) -> int:
    """Where the fields seem to end, for somebody who forgot to say so: the first line that is none."""
    unlike = (
        number
        for number, line in enumerate(lines[1:], 1)
        if line.startswith("##") or not (FIELD.match(line) or PART_OF_FIELD.match(line))
    )
    return next(unlike, len(lines) - 1)


def _is_bad(character: str) -> bool:
    """Whether a character controls something instead of showing: none of a record's business."""
    bad = character in INVISIBLE or character in NONCHARACTERS
    return bad or (unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\t\n")


def bad_characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and name of each control or direction character."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if _is_bad(character):
                code = f"U+{ord(character):04X}"
                name = unicodedata.name(character, "control character").lower()
                yield number, column, f"{name}, {code}"


def decoded(content: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text in a file, or where it stops being text in UTF-8."""
    end = content.find(b"\0")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        end = min(error.start, end) if end >= 0 else error.start
    if end < 0:
        return text, []
    before = content[:end].decode("utf-8", errors="replace").split("\n")
    return "", [Problem.of("not_utf8", name, len(before), len(before[-1]) + 1)]


def parse(text: str, path: str) -> tuple[Document, list[Problem]]:
    """The document in `text` and what is wrong with it; with an error in the fields, `data` is empty."""
    text, problems = cleaned(text, path)
    if not text.strip():
        return Document(path), [*problems, Problem.of("empty_file", path, 1, 1)]
    if conflicts := list(merge_conflicts(text, path)):
        return Document(path), [*problems, *conflicts]
    if not FENCE.match(text.split("\n", 1)[0]):
        return Document(path), [*problems, Problem.of("no_front_matter", path, 1, 1)]
    document, found = with_fields(text, path)
    return document, problems + found


def cleaned(text: str, path: str) -> tuple[str, list[Problem]]:
    """The text with plain line ends and without characters that nobody can see, and where these stood."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    problems = [
        Problem.of("bad_character", path, line, column, name=name) for line, column, name in bad_characters(text)
    ]
    return "".join(character for character in text if not _is_bad(character)) if problems else text, problems


def merge_conflicts(text: str, path: str) -> Iterator[Problem]:
    """Each place where Git could not join two versions; of its marker lines, the first."""
    open_since = 0
    for number, line in enumerate(text.split("\n"), 1):
        if CONFLICT.match(line):
            if not open_since or line[0] == "<":
                yield Problem.of("merge_conflict", path, number, 1, value=line[:7])
            open_since = 0 if line[0] == ">" else number


def with_fields(text: str, path: str) -> tuple[Document, list[Problem]]:
    """The document in `text`, which begins with a line '---'."""
    handler = Handler()
    try:
        data, _ = frontmatter.parse(text, handler=handler)
    except RefusedError as refusal:
        body = _from_line(text, handler.body_line) if handler.body_line > 1 else ""
        return Document(path, body=body, body_line=handler.body_line, text=text), _problems(path, refusal.found)
    body, reading = _from_line(text, handler.body_line), handler.reading
    keys, values = _places(reading.keys), _places(reading.values)
    unsure = frozenset((line + 2, column + 1) for line, column in reading.unsure)
    document = Document(path, data, keys, values, body, handler.body_line, text, unsure)
    return document, _problems(path, reading.found)


def _from_line(text: str, number: int) -> str:
    """The text from a line on, which counts from 1."""
    return "\n".join(text.split("\n")[number - 1 :])


def read_yaml(text: str, path: str) -> tuple[Document, list[Problem]]:
    """A whole file of such YAML, without a body: a vocabulary."""
    text, problems = cleaned(text, path)
    if conflicts := list(merge_conflicts(text, path)):
        return Document(path), [*problems, *conflicts]
    try:
        data, reading = read(text)
    except RefusedError as refusal:
        return Document(path, text=text), problems + _problems(path, refusal.found, first=1)
    keys, values = _places(reading.keys, first=1), _places(reading.values, first=1)
    unsure = frozenset((line + 1, column + 1) for line, column in reading.unsure)
    document = Document(path, data, keys, values, text=text, unsure=unsure)
    return document, problems + _problems(path, reading.found, first=1)


def _problems(path: str, found: Iterable[Found], first: int = 2) -> list[Problem]:
    """Problems with lines and columns from 1; the YAML reader counts from 0, and `first` is its first line."""
    return [
        Problem.of(
            code,
            path,
            max(line + first, 1),
            column + 1,
            **{**values, **({"first": values["first"] + first} if "first" in values else {})},
        )
        for code, line, column, values in found
    ]


def _places(places: Mapping[Path, Where], first: int = 2) -> Mapping[Path, Where]:
    """The same shift for the places of keys and values."""
    return MappingProxyType({path: (line + first, column + 1) for path, (line, column) in places.items()})

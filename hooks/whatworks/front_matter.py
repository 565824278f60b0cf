"""Text to data: front matter with the place of every value in it, and the body below it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise, takewhile
from types import MappingProxyType
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from whatworks.clean_text import cleaned, decoded, merge_conflicts
from whatworks.placed_text import Document
from whatworks.plain_yaml import Path, Reading, RefusedError, Where, read
from whatworks.problems import Problem
from whatworks.yaml_words import Found

MOST_KB = 50
FENCE = re.compile(r"^---[ \t]*$")
FIELD = re.compile(r"^[a-z_]+:(?:\s|$)")
PART_OF_FIELD = re.compile(r"^(?:\s|- |#|$)")
Reader = Callable[[str, str], tuple[Document, list[Problem]]]


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


def from_bytes(content: bytes, path: str, reader: Reader) -> tuple[Document, list[Problem]]:
    """The document in a file, as `parse` or `read_yaml` reads it; bytes that are no text are a problem at the first."""
    text, problems = decoded(content, path)
    return (Document(path), problems) if problems else reader(text, path)


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


def with_fields(text: str, path: str) -> tuple[Document, list[Problem]]:
    """The document in `text`, which begins with a line '---'."""
    handler = Handler()
    try:
        data, _ = frontmatter.parse(text, handler=handler)
    except RefusedError as refusal:
        body = _from_line(text, handler.body_line) if handler.body_line > 1 else ""
        return Document(path, body=body, body_line=handler.body_line, text=text), _problems(path, refusal.found)
    document, problems = _placed(path, text, data, handler.reading)
    return replace(document, body=_from_line(text, handler.body_line), body_line=handler.body_line), problems


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
    document, found = _placed(path, text, data, reading, first=1)
    return document, problems + found


def _placed(path: str, text: str, data: Any, reading: Reading, first: int = 2) -> tuple[Document, list[Problem]]:
    """A document with the places in its file; the YAML reader counts from 0, and `first` is its first line."""

    def places(found: Mapping[Path, Where]) -> Mapping[Path, Where]:
        return MappingProxyType({where: (line + first, column + 1) for where, (line, column) in found.items()})

    unsure = frozenset((line + first, column + 1) for line, column in reading.unsure)
    document = Document(path, data, places(reading.keys), places(reading.values), text=text, unsure=unsure)
    return document, _problems(path, reading.found, first)


def _problems(path: str, found: Iterable[Found], first: int = 2) -> list[Problem]:
    """Problems with the same shift of lines and columns."""
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

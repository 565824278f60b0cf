"""A record as it was read, and what a rule may know around it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from whatworks.library import Source
from whatworks.placed_text import Document
from whatworks.plain_yaml import Path
from whatworks.problems import Problem, nearest_note
from whatworks.schemas import Schemas

STORY = "Story"
# The list fields whose entries name a source.
WITH_SOURCE = ("conditions", "outcomes", "did_not_work", "figures")
# Those whose entries name several.
WITH_SOURCES = ("steps", "pitfalls", "parts", "background")


@dataclass(frozen=True)
class Around:
    """What a rule may know besides the record: all ids, even of records with mistakes.

    `unread` holds the ids of source records whose fields have mistakes, so that nobody can say what is in them;
    `addresses` are those of this site to which a field may lead, and `figures` the ids of the figures of each survey.
    """

    schemas: Schemas
    cases: frozenset[str]
    sources: Mapping[str, Source]
    files: frozenset[str]
    unread: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    figures: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """A record as it was read. `kind` is the name of its schema; `folder` is below docs/.

    `is_whole` is false where fields are missing or unreadable: then nothing can be said of what seems to be absent.
    """

    id: str
    kind: str
    folder: str
    document: Document
    around: Around
    is_whole: bool = True

    def problem(self, code: str, path: Path, token: str = "", **values: Any) -> Problem:
        """A problem of the field at `path`; `token` is the word in it that is wrong."""
        document = self.document
        line, column = document.where_in(path, token) if token else document.where(path)
        return Problem.of(code, document.path, line, column, self.around.schemas.label(self.kind, path), **values)

    def in_story(self, code: str, offset: int, **values: Any) -> Problem:
        """A problem at `offset` of the story."""
        return Problem.of(code, self.document.path, *self.document.where_in_body(offset), STORY, **values)

    def entries(self, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """The entries of a list field that are groups of fields, with their numbers from 0."""
        value = self.document.data.get(name)
        for number, entry in enumerate(value if isinstance(value, list) else ()):
            if isinstance(entry, dict):
                yield number, entry

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Every text value of the fields, with its path."""
        yield from texts_in(self.document.data, ())

    @property
    def source_ids(self) -> list[str]:
        """The ids of the entries under sources."""
        if self.kind == "source":
            return ["self"]
        return [str(entry.get("id")) for _, entry in self.entries("sources")]

    @property
    def knows_sources(self) -> bool:
        """Whether the ids under sources could be read: if not, nobody can say that a citation leads nowhere."""
        listed = self.document.data.get("sources", [] if self.kind == "guide" else None)
        entries = listed if isinstance(listed, list) else [None]
        return self.kind == "source" or all(isinstance(e, dict) and isinstance(e.get("id"), str) for e in entries)


def texts_in(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text in a value that stands at `path`, with its own path."""
    if isinstance(value, str):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from texts_in(inner, (*path, step))


def nearest(word: str, choices: Iterable[str]) -> list[str]:
    """The choice that is most like a word, if there is one."""
    return get_close_matches(word, sorted(choices), n=1, cutoff=0.6)


def close(word: str, choices: Iterable[str]) -> str:
    """The sentence that offers the nearest of the choices."""
    return nearest_note(next(iter(nearest(word, choices)), None))


def close_or_all(word: str, choices: Sequence[str]) -> str:
    """The sentence that offers the nearest of a few choices or, where none is near, all of them."""
    return close(word, choices) or (f" Choose one of them: {', '.join(choices)}." if choices else "")

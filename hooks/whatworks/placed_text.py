"""A file as it was read: its text, the data in it, and where each value stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from whatworks.plain_yaml import Path, Where
from whatworks.problems import Problem


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

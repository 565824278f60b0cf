"""The only file that reads published/: what was promised, what moved or was withdrawn, and which versions there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from whatworks.clean_text import decoded
from whatworks.front_matter import from_bytes, read_yaml
from whatworks.ledger import HOME, Promise, read_ledger
from whatworks.placed_text import Document
from whatworks.problems import Problem
from whatworks.redirect_rules import check_moves
from whatworks.redirects import NO_MOVES, Moves, Notice, Redirect
from whatworks.schemas import Schemas

FOLDER = "published"
VERSIONS = f"{FOLDER}/versions"
MOVES = ("redirects", "withdrawals")
LISTS = (*MOVES, "guidance")
Versions = Mapping[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True)
class Archive:
    """What was promised, as it was read: `documents` are its lists, with places."""

    promised: tuple[Promise, ...] = ()
    moves: Moves = NO_MOVES
    versions: Versions = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    paths: tuple[str, ...] = ()

    def for_catalogue(self) -> dict[str, Any]:
        """The parts that pages are made from."""
        return {"promised": self.promised, "moves": self.moves, "versions": self.versions}


NOTHING = Archive()


def read_archive(root: Path, schemas: Schemas) -> Archive:
    """What stands in published/ below `root`; what is not there has not been promised."""
    promised, problems = _ledger(root)
    documents = {name: document for name in LISTS if (document := _list(root, name, problems))}
    for name, document in documents.items():
        problems += document.sure(schemas.problems(name, document))
    sound = not problems
    problems += check_moves(documents, schemas)
    moves = _moves(documents) if sound else NO_MOVES
    paths = (*((HOME,) if (root / HOME).is_file() else ()), *(one.path for one in documents.values()))
    return Archive(promised, moves, _versions(root), MappingProxyType(documents), tuple(problems), paths)


def _ledger(root: Path) -> tuple[tuple[Promise, ...], list[Problem]]:
    text, problems = decoded((root / HOME).read_bytes() if (root / HOME).is_file() else b"", HOME)
    return ((), problems) if problems else read_ledger(text)


def _list(root: Path, name: str, problems: list[Problem]) -> Document | None:
    """A list as it was read, where there is one; adds what is wrong with it to `problems`."""
    path = f"{FOLDER}/{name}.yml"
    if not (root / path).is_file():
        return None
    document, found = from_bytes((root / path).read_bytes(), path, read_yaml)
    problems += found
    return document


def _moves(documents: Mapping[str, Document]) -> Moves:
    """The entries of lists in which nothing is wrong."""
    redirects, withdrawals = (documents.get(name, Document("")).data.get(name, ()) for name in MOVES)
    return Moves(tuple(map(Redirect.from_data, redirects)), tuple(Notice(**entry) for entry in withdrawals))


def _versions(root: Path) -> Versions:
    """The names of the versions that were published of each record, newest first."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for path in sorted((root / VERSIONS).glob("*/*/*.json"), reverse=True):
        key = (path.parent.parent.name, path.parent.name)
        found[key] = (*found.get(key, ()), path.stem)
    return MappingProxyType(found)

"""What a schema cannot say of redirects and withdrawals: one small function per rule, its docstring is the rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from whatworks.ledger import kind_of
from whatworks.placed_text import Document
from whatworks.plain_yaml import Path
from whatworks.problems import Problem
from whatworks.schemas import Schemas


@dataclass(frozen=True)
class Entry:
    """An entry of one of the two lists: the address that is no page any more, and where it leads."""

    kind: str
    path: Path
    document: Document
    source: str
    target: str

    def problem(self, schemas: Schemas, code: str, name: str, **values: str) -> Problem:
        """A problem of a field of this entry."""
        path = (*self.path, name)
        line, column = self.document.where(path)
        return Problem.of(code, self.document.path, line, column, schemas.label(self.kind, path), **values)


# The fields of an entry that name addresses, by the name of the list.
FIELDS = {"redirects": ("from", "to"), "withdrawals": ("address", "successor")}


def entries(documents: Mapping[str, Document]) -> Iterator[Entry]:
    """The entries of both lists, as far as they could be read."""
    for kind, document in documents.items():
        listed = document.data.get(kind, ())
        for number, entry in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(entry, dict):
                source, target = (entry.get(name, "") for name in FIELDS[kind])
                if isinstance(source, str) and isinstance(target, str) and source:
                    yield Entry(kind, (kind, number), document, source, target)


def check_moves(documents: Mapping[str, Document], schemas: Schemas) -> Iterator[Problem]:
    """What the rules say of both lists."""
    own = list(entries(documents))
    for rule in (named_once, leads_elsewhere, one_step, like_to_like):
        yield from rule(own, schemas)


def named_once(own: list[Entry], schemas: Schemas) -> Iterator[Problem]:
    """An address has one entry in the two lists together."""
    seen: dict[str, Entry] = {}
    for entry in own:
        first = seen.setdefault(entry.source, entry)
        if first is not entry:
            line = first.document.where((*first.path, FIELDS[first.kind][0]))[0]
            where = f"{first.document.path}, line {line}"
            yield entry.problem(schemas, "move_twice", FIELDS[entry.kind][0], value=entry.source, where=where)


def leads_elsewhere(own: list[Entry], schemas: Schemas) -> Iterator[Problem]:
    """Nothing moves to itself."""
    for entry in own:
        if entry.source == entry.target:
            yield entry.problem(schemas, "move_to_itself", FIELDS[entry.kind][1], value=entry.target)


def one_step(own: list[Entry], schemas: Schemas) -> Iterator[Problem]:
    """What an entry leads to has not moved itself: one step takes the reader there, and no way leads in a circle."""
    moved = {entry.source: entry.target for entry in own if entry.kind == "redirects"}
    for entry in own:
        seen, there = [entry.source], entry.target
        while there in moved and there not in seen:
            seen.append(there)
            there = moved[there]
        if len(seen) > 1:
            code = "move_loop" if there in seen else "move_again"
            yield entry.problem(schemas, code, FIELDS[entry.kind][1], value=entry.target, source=there, target=there)


def like_to_like(own: list[Entry], schemas: Schemas) -> Iterator[Problem]:
    """A file becomes a file of the same form; what people read does not become a file."""
    for entry in own:
        source, target = ending(entry.source), ending(entry.target)
        if entry.target and entry.kind == "redirects" and source != target:
            wanted = f"a file that ends in '.{source}'" if source else "a page"
            yield entry.problem(schemas, "move_unlike", "to", value=entry.target, source=entry.source, wanted=wanted)


def ending(address: str) -> str:
    """The ending of a file; a page has none."""
    return address.rpartition(".")[2] if "." in address and kind_of(address) in ("file", "feed") else ""

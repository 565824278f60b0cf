"""What the reader's side shows of an entry, finds it by and explains a match with."""

import re
from collections.abc import Sequence
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.search.entry import Entry
from whatworks.search.index import TOLD
from whatworks.search.words import STOP_WORDS

SHOWN = ("kind", "context")
# In this order the columns weigh least when gzipped: what is alike stands close to each other.
COLUMNS = ("audience", "partnership", *SHOWN, "place", "by", "id", "title", "name", "keywords", "also")
ALIKE = "everyday_words"
NAME = re.compile(r"[a-z0-9]+")


def table(entries: Sequence[Entry], fields: Sequence[str] = TOLD) -> dict[str, Any]:
    """The entries in the order of the index, column by column, since like values next to each other weigh little.

    `terms` are the positions of the needs and approaches of an entry; lists are joined by line ends. An id that can be
    made of the title is left out; `homes` says where each kind of entry has its addresses.
    """
    position = {(entry.folder, entry.id): at for at, entry in enumerate(entries)}
    columns = {name: [_text(getattr(entry, name)) for entry in entries] for name in (*SHOWN, *fields)}
    columns["id"] = ["" if entry.id == slug(entry.title) else entry.id for entry in entries]
    return {
        "stop_words": " ".join(sorted(STOP_WORDS)),
        "homes": {entry.kind: entry.url.removesuffix("/").removesuffix(entry.id) for entry in entries},
        "columns": {name: columns[name] for name in COLUMNS if name in columns},
        "terms": [_terms(entry, position) for entry in entries],
    }


def alike(catalogue: Catalogue) -> list[str]:
    """Everyday words that stand for one another, a group a line."""
    groups = catalogue.vocabularies.get(ALIKE, ())
    return ["\n".join((group.label, *group.synonyms)) for group in groups]


def slug(title: str) -> str:
    """A title as an id: small letters and digits, with hyphens between words."""
    return "-".join(NAME.findall(title.lower()))


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _terms(entry: Entry, position: dict[tuple[str, str], int]) -> list[int]:
    terms = [("needs", id) for id in entry.needs] + [("approaches", id) for id in entry.approaches]
    return [position[term] for term in terms]

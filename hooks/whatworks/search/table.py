"""What the reader's side shows of an entry and explains a match with; the index knows words only."""

from collections.abc import Sequence
from typing import Any

from whatworks.search.entries import Entry
from whatworks.search.words import STOP_WORDS

SHOWN = ("kind", "url", "title", "context", "name", "also", "place", "by")


def table(entries: Sequence[Entry]) -> dict[str, Any]:
    """The entries in the order of the index; `terms` are the positions of the needs and approaches of an entry."""
    position = {(entry.folder, entry.id): at for at, entry in enumerate(entries)}
    return {"stop_words": sorted(STOP_WORDS), "entries": [_row(entry, position) for entry in entries]}


def _row(entry: Entry, position: dict[tuple[str, str], int]) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(entry, name) for name in SHOWN}
    terms = [("needs", id) for id in entry.needs] + [("approaches", id) for id in entry.approaches]
    row["terms"] = [position[term] for term in terms]
    return {name: value for name, value in row.items() if value}

"""Layer one: the index that lunr.js reads in the browser."""

from collections.abc import Sequence
from typing import Any

from lunr.builder import Builder

from whatworks.search.entries import Entry
from whatworks.search.words import content_words, words

# What a record is found by, and how much a word there counts. assets/js/search/why.js says each of them in words.
FIELDS = {"title": 10, "name": 9, "also": 8, "place": 5, "summary": 3, "by": 2, "outcomes": 2, "setbacks": 2}
# In names every word counts ("who does what"); elsewhere stop words only weigh.
WHOLE = ("title", "name", "also")
LENGTH_MATTERS = 0.3


def lunr_index(entries: Sequence[Entry]) -> dict[str, Any]:
    """The index of the entries, each under its position in the sequence.

    Words stay unstemmed, because stems break the matching of typing errors; the reader's side knows the stem of each.
    """
    builder = Builder()
    builder.ref("id")
    builder.b(LENGTH_MATTERS)
    for name, boost in FIELDS.items():
        builder.field(name, boost=boost)
    for position, entry in enumerate(entries):
        builder.add({"id": str(position), **{name: _words(entry, name) for name in FIELDS}})
    return _light(builder.build().serialize())


def _words(entry: Entry, field: str) -> list[str]:
    value = getattr(entry, field)
    text = value if isinstance(value, str) else " \n ".join(value)
    return words(text) if field in WHOLE else content_words(text)


def _light(index: dict[str, Any]) -> dict[str, Any]:
    """The same index with weights as short as ranking allows."""
    index["fieldVectors"] = [
        [ref, [round(number, 1) if at % 2 else number for at, number in enumerate(vector)]]
        for ref, vector in index["fieldVectors"]
        if vector
    ]
    return index

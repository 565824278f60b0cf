"""Layer one: the index that lunr.js reads in the browser."""

from collections.abc import Mapping, Sequence
from typing import Any

from lunr.builder import Builder

from whatworks.search.entries import Entry
from whatworks.search.words import content_words, words

# What a record is found by, and how much a word there counts. assets/js/search/why.js says each of them in words.
FIELDS = {
    "title": 10,
    "name": 9,
    "also": 8,
    "place": 5,
    "summary": 3,
    "by": 2,
    "partnership": 2,
    "outcomes": 2,
    "setbacks": 2,
}
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
    index: dict[str, Any] = builder.build().serialize()
    return index


def _words(entry: Entry, field: str) -> list[str]:
    value = getattr(entry, field)
    text = value if isinstance(value, str) else " \n ".join(value)
    return words(text) if field in WHOLE else content_words(text)


def packed(index: dict[str, Any]) -> dict[str, Any]:
    """The same index in a form a third as heavy, which assets/js/search/unpack.js undoes.

    lunr writes each word twice: which entries have it, and what it weighs in each. The second says the first. Words are
    numbered in the order of the alphabet, each number is written as the step from the one before it, and weights are
    whole: ranking needs no more.
    """
    position = {word: at for at, (word, _) in enumerate(index["invertedIndex"])}
    number = {posting["_index"]: position[word] for word, posting in index["invertedIndex"]}
    return {
        "version": index["version"],
        "fields": index["fields"],
        "words": " ".join(position),
        "vectors": {ref: _steps(vector, number) for ref, vector in index["fieldVectors"] if vector},
    }


def _steps(vector: Sequence[float], number: Mapping[int, int]) -> list[int]:
    """A vector's words and weights, one after the other."""
    pairs = sorted((number[int(word)], round(weight)) for word, weight in zip(vector[::2], vector[1::2], strict=True))
    before = [0, *(word for word, _ in pairs)]
    return [value for (word, weight), last in zip(pairs, before, strict=False) for value in (word - last, weight)]

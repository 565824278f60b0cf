"""Layer one: what the reader's side needs of a lunr index."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lunr.builder import Builder
from lunr.stemmer import PorterStemmer

from whatworks.search.entry import Entry
from whatworks.search.words import content_words, words

# What a record is found by, and how much a word there counts. assets/js/search/why.js says each of them in words.
FIELDS = {
    "title": 10,
    "name": 12,
    "also": 6,
    "keywords": 7,
    "place": 6,
    "summary": 7,
    "how": 4,
    "outcomes": 3,
    "setbacks": 6,
    "by": 3,
    "audience": 1,
    "partnership": 2,
    "might_say": 4,
}
# What layer one has no room for, and pages do not show: fetched together with the full text.
MIGHT_SAY = "might_say"
# In names every word counts ("who does what"); elsewhere stop words only weigh.
WHOLE = ("title", "name", "also")
# Fields whose text the reader's side has and reads by itself; of the others it is told only which words they have.
TOLD = ("title", "name", "also", "keywords", "place", "by", "audience", "partnership")
# Digits of packed numbers: what JSON need not escape. A number ends with one of the first LAST; the others go before.
DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
LAST = 60
MORE = len(DIGITS) - LAST
# No word has capital letters, so one of these says how many letters a word shares with the one before.
MOST_SAME = 25
STEM = PorterStemmer().stem


def lunr_index(entries: Sequence[Entry]) -> dict[str, Any]:
    """The index of the entries, each under its position in the sequence.

    Words stay unstemmed, because stems break the matching of typing errors; the reader's side knows the stem of each.
    """
    builder = Builder()
    builder.ref("id")
    for name, boost in FIELDS.items():
        builder.field(name, boost=boost)
    sayings = _sayings(entries)
    for position, entry in enumerate(entries):
        own = {name: _words(entry, name) for name in FIELDS if name != MIGHT_SAY}
        builder.add({"id": str(position), **own, MIGHT_SAY: sayings[position]})
    index: dict[str, Any] = builder.build().serialize()
    return index


def _words(entry: Entry, field: str) -> list[str]:
    text = _text(entry, field)
    return words(text) if field in WHOLE else content_words(text)


def _sayings(entries: Sequence[Entry]) -> list[list[str]]:
    """What people might say of each entry, each word in the shortest form that stands there: its stem finds it."""
    own = [_only_in_sayings(entry) for entry in entries]
    shortest: dict[str, str] = {}
    for word in sorted((word for found in own for word in found), key=lambda word: (len(word), word)):
        shortest.setdefault(STEM(word), word)
    return [[shortest[STEM(word)] for word in found] for found in own]


def _only_in_sayings(entry: Entry) -> list[str]:
    """The words of what people might say that stand, in any form, nowhere else in the entry."""
    known = {STEM(word) for field in FIELDS if field != MIGHT_SAY for word in words(_text(entry, field))}
    return [word for word in content_words(_text(entry, MIGHT_SAY)) if STEM(word) not in known]


def _text(entry: Entry, field: str) -> str:
    value = getattr(entry, field)
    return value if isinstance(value, str) else " \n ".join(value)


def packed(index: Mapping[str, Any], fields: Iterable[str] = FIELDS) -> dict[str, Any]:
    """What assets/js/search/postings.js cannot know from the entries' text: where each word stands in other `fields`.

    Weights are left out, because the reader's side weighs words by how telling they are in all their forms. Each word
    has a run of numbers: steps from entry to entry, each with the set of fields in which the word stands there.
    """
    hidden = [name for name in fields if name not in TOLD]
    runs = {word: _run(posting, hidden) for word, posting in index["invertedIndex"]}
    known = {word: run for word, run in runs.items() if run}
    return {
        "weights": {name: FIELDS[name] for name in fields},
        "hidden": hidden,
        "words": shortened(known),
        "runs": " ".join(known.values()),
    }


def packed_sayings(entries: Sequence[Entry]) -> dict[str, Any]:
    """What people might say of the entries, packed alike."""
    places: dict[str, dict[str, None]] = {}
    for position, own in enumerate(_sayings(entries)):
        for word in own:
            places.setdefault(word, {})[str(position)] = None
    return packed({"invertedIndex": [(word, {MIGHT_SAY: places[word]}) for word in sorted(places)]}, [MIGHT_SAY])


def shortened(words: Iterable[str]) -> str:
    """Words in their order, each as how much it begins like the one before (A: not at all) and the rest of it."""
    before, parts = "", []
    for word in words:
        same = next(at for at in range(MOST_SAME, -1, -1) if before[:at] == word[:at])
        parts.append(chr(ord("A") + same) + word[same:])
        before = word
    return "".join(parts)


def _run(posting: Mapping[str, Any], hidden: Sequence[str]) -> str:
    """Where one word stands in the hidden fields."""
    places: dict[int, int] = {}
    for bit, name in enumerate(hidden):
        for ref in posting[name]:
            places[int(ref)] = places.get(int(ref), 0) | 1 << bit
    own = sorted(places)
    steps = (one - before for one, before in zip(own, [0, *own], strict=False))
    sets = (1 << len(hidden)) - 1
    return "".join(digits(step * sets + places[one] - 1) for step, one in zip(steps, own, strict=True))


def digits(number: int) -> str:
    """A number in as few digits as it needs."""
    more, last = divmod(number, LAST)
    digits = DIGITS[last]
    while more:
        more, rest = divmod(more - 1, MORE)
        digits = DIGITS[LAST + rest] + digits
    return digits

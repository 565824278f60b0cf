"""How much of the records layer one holds: as much as its weight allows."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from whatworks.search.entry import Entry
from whatworks.search.index import FIELDS, MIGHT_SAY, TOLD, lunr_index, packed, packed_sayings
from whatworks.search.table import table

# Bytes of both files of layer one together, gzipped: with the page, its styles and its scripts that is 110,000, so that
# a first question stays quick on a slow line.
MOST_BYTES = 71_000
# The same of what people might say: with the full text and all that comes with it that is 230,000.
MOST_SAYINGS = 8_000
# What is left out first, where all of it is too heavy. The full text still finds what is left out.
LEFT_OUT = ("how", "audience", "outcomes", "setbacks", "partnership", "by", "summary", "keywords", "place")
# Last of all the cases themselves: needs, approaches and the library stay, and lead to them.
CASES = ("Case study", "Brief")
LAYER_ONE = tuple(name for name in FIELDS if name != MIGHT_SAY)


@dataclass(frozen=True)
class Files:
    """Both files of layer one, the entries that they hold and the fields that they hold of them."""

    entries: Sequence[Entry]
    fields: Sequence[str]
    index: bytes
    table: bytes

    @property
    def weight(self) -> int:
        """What a reader fetches, in bytes."""
        return _weight(self.index) + _weight(self.table)


def _weight(data: bytes) -> int:
    """What a reader fetches of a file, in bytes."""
    return len(gzip.compress(data, mtime=0))


def fitted(entries: Sequence[Entry], most: int = MOST_BYTES) -> Files:
    """The files with as many fields as fit; if none of the fields can make them fit, without cases."""
    return next((files for files in _ways(entries) if files.weight <= most), None) or _without_cases(entries)


def sayings(entries: Sequence[Entry], most: int = MOST_SAYINGS) -> bytes:
    """The file of what people might say: of all entries; where that is too heavy, of all but cases; else of none."""
    without_cases = [replace(entry, might_say=()) if entry.kind in CASES else entry for entry in entries]
    files = (as_json(packed_sayings(own)) for own in (entries, without_cases))
    return next((data for data in files if _weight(data) <= most), None) or as_json(packed_sayings(()))


def as_json(data: Any) -> bytes:
    """Compact JSON: the same data always give the same bytes."""
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _ways(entries: Sequence[Entry]) -> Iterator[Files]:
    """The files with all fields, then with one field less at a time."""
    index = lunr_index(entries)
    for count in range(len(LEFT_OUT) + 1):
        yield _files(entries, index, [name for name in LAYER_ONE if name not in LEFT_OUT[:count]])


def _without_cases(entries: Sequence[Entry]) -> Files:
    rest = [entry for entry in entries if entry.kind not in CASES]
    return _files(rest, lunr_index(rest), LAYER_ONE)


def _files(entries: Sequence[Entry], index: dict[str, Any], fields: Sequence[str]) -> Files:
    told = [name for name in TOLD if name in fields]
    return Files(entries, fields, as_json(packed(index, fields)), as_json(table(entries, told)))

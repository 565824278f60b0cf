"""How much of the records layer one holds: as much as its weight allows."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from whatworks.search.entry import Entry
from whatworks.search.index import FIELDS, MIGHT_SAY, TOLD, lunr_index, packed
from whatworks.search.table import table

# Bytes of both files of layer one together, gzipped: with the page, its styles and its scripts that is 110,000, so that
# a first question stays quick on a slow line.
MOST_BYTES = 71_000
# What is left out first, where all of it is too heavy. The full text still finds what is left out.
LEFT_OUT = ("how", "audience", "outcomes", "setbacks", "partnership", "by", "summary", "keywords", "place")
# Last of all the cases themselves: needs, approaches and the library stay, and lead to them.
CASES = ("Case study", "Brief")
LAYER_ONE = tuple(name for name in FIELDS if name != MIGHT_SAY)


@dataclass(frozen=True)
class Files:
    """Both files of layer one, the entries and the fields that they hold, and the file of what people might say."""

    entries: Sequence[Entry]
    fields: Sequence[str]
    index: bytes
    table: bytes
    might_say: bytes

    @property
    def weight(self) -> int:
        """What a reader fetches, in bytes."""
        return sum(len(gzip.compress(data, mtime=0)) for data in (self.index, self.table))


def fitted(entries: Sequence[Entry], most: int = MOST_BYTES) -> Files:
    """The files with as many fields as fit; if none of the fields can make them fit, without cases."""
    return next((files for files in _ways(entries) if files.weight <= most), None) or _without_cases(entries)


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
    sayings = as_json(packed(index, [MIGHT_SAY]))
    return Files(entries, fields, as_json(packed(index, fields)), as_json(table(entries, told)), sayings)

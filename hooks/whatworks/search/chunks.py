"""Smaller chunks of Pagefind's index: a reader fetches one for each word, and Pagefind has no option for their size.

Its files are CBOR behind a mark, gzipped. A chunk is a list of one list of words; the list of chunks is the third part
of the meta file. Words are moved as they are, so that only their borders have to be read.
"""

import gzip
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import zopfli.gzip as zopfli

MARK = b"pagefind_dcd"
TEXT, LIST, MAP, TAG = 3, 4, 5, 6
BYTES = (2, TEXT)
CHUNKS = 2
# Bytes of a chunk before it is zipped; many chunks make the meta file heavy, which every reader fetches.
SMALL = 4_000
MOST_CHUNKS = 400


def split_chunks(home: Path) -> None:
    """Writes the chunks of a Pagefind index anew, each with fewer words, and the meta file that lists them."""
    meta = next(home.glob("*.pf_meta"))
    language = meta.name.split(".")[1].rpartition("_")[0]
    old = sorted(home.glob("index/*.pf_index"))
    words = sorted(word for path in old for word in _words(_read(path)))
    for path in old:
        path.unlink()
    size = max(SMALL, sum(len(item) for _, item in words) // MOST_CHUNKS)
    rows = [_write_chunk(home, language, group) for group in _groups(words, size)]
    _write(meta, _with_chunks(_read(meta), rows))


def zipped(data: bytes) -> bytes:
    """Gzipped in fewer bytes than usual, since every reader of the full text waits for them."""
    return bytes(zopfli.compress(data, numiterations=1))


def _read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(MARK)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(zipped(MARK + data))


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """The kind of the value at a place, its number or size, and where its content begins."""
    kind, size = data[at] >> 5, data[at] & 31
    if size < 24:
        return kind, size, at + 1
    wide = 1 << (size - 24)
    return kind, int.from_bytes(data[at + 1 : at + 1 + wide], "big"), at + 1 + wide


def _end(data: bytes, at: int) -> int:
    """Where the value at a place ends."""
    kind, size, at = _head(data, at)
    if kind in BYTES:
        return at + size
    for _ in range({LIST: size, MAP: 2 * size, TAG: 1}.get(kind, 0)):
        at = _end(data, at)
    return at


def _items(data: bytes, at: int) -> Iterator[bytes]:
    """The values of the list at a place."""
    _, size, at = _head(data, at)
    for _ in range(size):
        start, at = at, _end(data, at)
        yield data[start:at]


def _words(chunk: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each word of a chunk, with all that is said of it."""
    for item in _items(chunk, 1):
        _, size, at = _head(item, 1)
        yield item[at : at + size], item


def _groups(words: Sequence[tuple[bytes, bytes]], size: int) -> Iterator[list[tuple[bytes, bytes]]]:
    """The words in groups of about `size` bytes."""
    group: list[tuple[bytes, bytes]] = []
    filled = 0
    for word in words:
        group.append(word)
        filled += len(word[1])
        if filled >= size:
            yield group
            group, filled = [], 0
    if group:
        yield group


def _start(kind: int, size: int) -> bytes:
    """The head of a value."""
    if size < 24:
        return bytes([kind << 5 | size])
    wide = 0 if size < 1 << 8 else 1 if size < 1 << 16 else 2
    return bytes([kind << 5 | 24 + wide]) + size.to_bytes(1 << wide, "big")


def _list(items: Sequence[bytes]) -> bytes:
    return _start(LIST, len(items)) + b"".join(items)


def _write_chunk(home: Path, language: str, group: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Writes a chunk; what the meta file says of it: its first word, its last, its name."""
    data = _list([_list([item for _, item in group])])
    name = f"{language}_{sha256(data).hexdigest()[:7]}"
    _write(home / "index" / f"{name}.pf_index", data)
    return _list([_start(TEXT, len(text)) + text for text in (group[0][0], group[-1][0], name.encode())])


def _with_chunks(meta: bytes, rows: Sequence[bytes]) -> bytes:
    parts = list(_items(meta, 0))
    return _list([*parts[:CHUNKS], _list(rows), *parts[CHUNKS + 1 :]])

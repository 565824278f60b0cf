"""What the site offers as data, one module per format. Each makes its files from the catalogue alone.

A file is its path in the site and its text. The same records always give the same files.
"""

from collections.abc import Callable, Iterator

from whatworks.catalogue import Catalogue
from whatworks.exports import (
    case_list,
    cases,
    citations,
    embeds,
    everything,
    feeds,
    guides,
    library,
    lists,
    moved,
    opensearch,
    places,
    schemas,
    skos,
    tables,
    terms,
)

__all__ = ["EXPORTS", "all_files", "current_files"]

File = tuple[str, str]
EXPORTS: tuple[Callable[[Catalogue], Iterator[File]], ...] = (
    case_list.files,
    cases.files,
    feeds.files,
    citations.files,
    embeds.files,
    guides.files,
    terms.files,
    library.files,
    places.files,
    tables.files,
    lists.files,
    everything.files,
    schemas.files,
    skos.files,
    opensearch.files,
)


def current_files(catalogue: Catalogue) -> Iterator[File]:
    """Every file of every format."""
    for make in EXPORTS:
        yield from make(catalogue)


def all_files(catalogue: Catalogue) -> Iterator[File]:
    """Every file of every format, then what stands at old addresses of files."""
    made = dict(current_files(catalogue))
    yield from made.items()
    yield from moved.files(catalogue, made)

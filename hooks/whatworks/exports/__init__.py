"""What the site offers as data, one module per format. Each makes its files from the catalogue alone.

A file is its path in the site and its text. The same records always give the same files.
"""

from collections.abc import Callable, Iterator

from whatworks.catalogue import Catalogue
from whatworks.exports import case_list, cases, guides, surveys, terms

__all__ = ["EXPORTS", "all_files"]

File = tuple[str, str]
EXPORTS: tuple[Callable[[Catalogue], Iterator[File]], ...] = (
    case_list.files,
    cases.files,
    guides.files,
    surveys.files,
    terms.files,
)


def all_files(catalogue: Catalogue) -> Iterator[File]:
    """Every file of every format."""
    for make in EXPORTS:
        yield from make(catalogue)

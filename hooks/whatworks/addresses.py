"""The addresses of this site to which a field may lead."""

from collections.abc import Collection, Iterable, Iterator

from whatworks.catalogue import Catalogue
from whatworks.filters import KINDS
from whatworks.vocabularies import Vocabularies

# Which lists of terms have pages.
WITH_PAGES = ("needs", "approaches")


def addresses(pages: Iterable[str], records: Iterable[tuple[str, str]], vocabularies: Vocabularies) -> frozenset[str]:
    """The pages, those of the records (by folder and id) and of the terms, and the finder with one filter on."""
    own = (f"/{folder}/{id}/" for folder, id in records)
    terms = (f"/{name}/{term.id}/" for name in WITH_PAGES for term in vocabularies[name])
    return frozenset((*pages, *own, *terms, *_filters(vocabularies)))


def _filters(vocabularies: Vocabularies) -> Iterator[str]:
    """The finder with each option on, apart from places: which there are, only the good records say."""
    empty = Catalogue((), (), (), (), vocabularies)
    return (f"/find/?{kind.id}={option.id}" for kind in KINDS for option in kind.options(empty))


def lost(address: str, known: Collection[str]) -> str:
    """The part of an address that leads nowhere, or nothing; of several filters, the finder with the wrong one."""
    path, mark, query = address.partition("?")
    parts = [f"{path}?{one}" for one in query.split("&")] if mark else [path]
    return next((part for part in parts if part not in known), "")

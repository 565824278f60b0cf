"""The addresses of this site to which a field may lead."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from whatworks.catalogue import Catalogue
from whatworks.filters import KINDS
from whatworks.vocabularies import Vocabularies

WITH_PAGES = ("needs", "approaches")


def addresses(pages: Iterable[str], ids: Mapping[str, Iterable[str]], vocabularies: Vocabularies) -> frozenset[str]:
    """The pages, those of the records (`ids` by folder) and of the terms, and the finder with one filter on."""
    records = (f"/{folder}/{id}/" for folder, own in ids.items() for id in own)
    terms = (f"/{name}/{term.id}/" for name in WITH_PAGES for term in vocabularies[name])
    return frozenset((*pages, *records, *terms, *_filters(vocabularies)))


def _filters(vocabularies: Vocabularies) -> Iterator[str]:
    """The finder with each option on, apart from places: which there are, only the good records say."""
    empty = Catalogue((), (), (), (), vocabularies)
    return (f"/find/?{kind.id}={option.id}" for kind in KINDS for option in kind.options(empty))


def lost(address: str, known: Collection[str]) -> str:
    """The part of an address that leads nowhere, or nothing; of several filters, the finder with the wrong one."""
    path, mark, query = address.partition("?")
    parts = [f"{path}?{one}" for one in query.split("&")] if mark else [path]
    return next((part for part in parts if part not in known), "")

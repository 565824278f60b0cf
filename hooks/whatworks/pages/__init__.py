"""The pages of the site, one module per kind. Each makes its pages from the catalogue alone."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.pages import (
    about,
    cases,
    compare,
    contribute,
    evidence,
    find,
    fit,
    gap_map,
    glossary,
    guides,
    home,
    library,
    places,
    privacy,
    shortlist,
    signposts,
    sources,
    terms,
    where_are_we,
)
from whatworks.pages.page import Page

__all__ = ["PAGES", "Page", "all_pages"]

PAGES: tuple[Callable[[Catalogue], Iterator[Page]], ...] = tuple(
    module.pages
    for module in (
        *(home, find, fit, cases, terms, places, library, sources, about, privacy, glossary, guides),
        *(where_are_we, gap_map, compare, shortlist, signposts),
        *(evidence,),
    )
)


def all_pages(catalogue: Catalogue, form: Mapping[str, Any] = contribute.NO_QUESTIONS) -> Iterator[Page]:
    """Every page of the site; `form` is what the form for contributions asks."""
    for make in PAGES:
        yield from make(catalogue)
    yield contribute.page(catalogue, form)

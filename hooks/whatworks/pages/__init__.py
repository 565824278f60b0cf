"""The pages of the site, one module per kind. Each makes its pages from the catalogue alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.linked_data import in_context
from whatworks.pages import (
    about,
    cases,
    compare,
    contribute,
    data,
    dictionary,
    evidence,
    find,
    fit,
    for_guidance,
    frameworks,
    gap_map,
    glossary,
    guides,
    home,
    library,
    meeting_tools,
    moved,
    new,
    places,
    privacy,
    shortlist,
    signposts,
    sources,
    start,
    state,
    terms,
    where_are_we,
)
from whatworks.pages.page import Page

__all__ = ["PAGES", "Page", "all_pages", "current_pages"]

PAGES: tuple[Callable[[Catalogue], Iterator[Page]], ...] = tuple(
    module.pages
    for module in (
        *(home, start, find, fit, cases, terms, places, library, sources, about, privacy, glossary, guides, frameworks),
        *(new, where_are_we, gap_map, compare, shortlist, meeting_tools, for_guidance, signposts, data, dictionary),
        evidence,
    )
)


def current_pages(catalogue: Catalogue, form: Mapping[str, Any] = contribute.NO_QUESTIONS) -> list[Page]:
    """Every page of the site; `form` is what the form for contributions asks."""
    own = [told_to_programs(catalogue, page) for make in PAGES for page in make(catalogue)]
    own.append(contribute.page(catalogue, form))
    return [*own, state.page(catalogue, frozenset(page.address for page in own))]


def told_to_programs(catalogue: Catalogue, page: Page) -> Page:
    """The page with what it says of itself in its context, and with the way that leads to it."""
    return replace(page, about=in_context(catalogue, page.about, page.title, page.trail))


def all_pages(catalogue: Catalogue, form: Mapping[str, Any] = contribute.NO_QUESTIONS) -> Iterator[Page]:
    """Every page of the site, then what stands at old addresses of pages; old anchors have a line on their page."""
    own = current_pages(catalogue, form)
    made, old = {page.address: page for page in own}, moved.old_anchors(catalogue)
    for page in (*own, *moved.pages(catalogue, made)):
        yield moved.with_old_anchors(catalogue, page, made, old)

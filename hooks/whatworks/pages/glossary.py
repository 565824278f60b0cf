"""The glossary: every acronym and term of art in one place."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render

ADDRESS = "/glossary/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    vocabulary = catalogue.vocabularies["glossary"]
    terms = sorted(vocabulary, key=lambda term: term.label.casefold())
    text = render("glossary.md.j2", ADDRESS, catalogue, terms=terms, vocabulary=vocabulary)
    yield Page(ADDRESS, vocabulary.title, vocabulary.description, text, vocabulary.home)

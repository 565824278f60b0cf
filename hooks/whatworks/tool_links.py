"""The addresses that set one value of a tool: a filter, a condition, an answer of the self-check."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.filters import table
from whatworks.ledger import FINDER
from whatworks.stages import questions


def tool_links(catalogue: Catalogue) -> Iterator[str]:
    """Each option of each filter, each condition with the answer yes, and each answer of the self-check."""
    yield from filter_links(catalogue)
    conditions = catalogue.vocabularies["conditions"]
    asked = (term for top in conditions.top() for term in conditions.narrower(top.id) or (top,))
    yield from (f"/fit/?fit={term.id}.yes" for term in asked)
    yield from (f"/where_are_we/?a={sign.id}" for one in questions(catalogue) for sign, _ in one.options)


def filter_links(catalogue: Catalogue) -> Iterator[str]:
    """The address of each option of each filter, and of each heading that stands for the options below it."""
    for facet in table(catalogue).facets:
        ids = (id for option in facet.options for id in (option.broader, option.id) if id)
        yield from (f"{FINDER}?{facet.id}={id}" for id in dict.fromkeys(ids))

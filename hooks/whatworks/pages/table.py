"""The table of needs and approaches: how much is known in which corner."""

from collections.abc import Iterator
from dataclasses import dataclass

from whatworks.catalogue import Catalogue, Pair
from whatworks.pages.page import Page, render
from whatworks.vocabularies import Term

ADDRESS = "/needs_and_approaches/"


@dataclass(frozen=True)
class Corner:
    """The answers of one group of needs with one group of approaches, and the terms that they fill."""

    need: Term
    approach: Term
    needs: tuple[Term, ...]
    approaches: tuple[Term, ...]
    pairs: tuple[Pair, ...]

    @property
    def anchor(self) -> str:
        """Where the corner stands on the page."""
        return f"{self.need.id}--{self.approach.id}"

    @property
    def cases(self) -> int:
        """How many cases have such an answer."""
        return len({case.id for case, _ in self.pairs})

    def cell(self, need: Term, approach: Term) -> int:
        """How many cases answered a need with an approach."""
        return len({case.id for case, one in self.pairs if (one.need, one.approach) == (need.id, approach.id)})


def corner(catalogue: Catalogue, need: Term, approach: Term) -> Corner:
    """The corner of two top terms."""
    needs = catalogue.vocabularies["needs"].narrower(need.id)
    approaches = catalogue.vocabularies["approaches"].narrower(approach.id)
    pairs = tuple(pair for one in needs for two in approaches for pair in catalogue.cells.get((one.id, two.id), ()))
    filled_needs = tuple(one for one in needs if any(answer.need == one.id for _, answer in pairs))
    filled_approaches = tuple(one for one in approaches if any(answer.approach == one.id for _, answer in pairs))
    return Corner(need, approach, filled_needs, filled_approaches, pairs)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    tops = catalogue.vocabularies["needs"].top(), catalogue.vocabularies["approaches"].top()
    rows = [(need, [corner(catalogue, need, approach) for approach in tops[1]]) for need in tops[0]]
    text = render("table.md.j2", ADDRESS, catalogue, rows=rows, approaches=tops[1])
    description = "Which approaches met which needs, and how many cases show it."
    yield Page(ADDRESS, "Needs and approaches", description, text)

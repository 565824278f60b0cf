"""The gap map: how much is known, and how well, of each need with each approach, and of how far approaches reached."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from whatworks.catalogue import Catalogue
from whatworks.gaps import MANY, NOTHING, WELL, Cell, Grid, approaches_by_levels, needs_by_approaches, opened, shade
from whatworks.pages.page import Page, render
from whatworks.vocabularies import Term, Vocabulary

ADDRESS = "/gap_map/"


@dataclass(frozen=True)
class Map:
    """A table of the page: its name in addresses, its words, and where its cells lead.

    `keys` are what the finder and the contribution page call the two sides, `empty_words` what an empty cell says.
    """

    id: str
    title: str
    grid: Grid
    keys: tuple[str, str]
    empty_words: str
    known: Callable[[Term, Term], str]

    def missing(self, row: Term, column: Term) -> str:
        """Where an empty cell leads: the contribution page, for exactly that."""
        return f"/contribute/?{self.keys[0]}={row.id}&{self.keys[1]}={column.id}"

    def filled(self, row: Term, column: Term) -> list[tuple[Term, Cell]]:
        """The narrower columns of a column, or itself where it has none, of which something is known in a row."""
        inner = self.grid.columns.narrower(column.id) or (column,)
        return [(one, cell) for one in inner if (cell := self.grid.cell(row, one)) != NOTHING]

    def empty(self, row: Term) -> list[Term]:
        """The top columns of which nothing is known in a row."""
        return [column for column in self.grid.columns.top() if not self.grid.cell(row, column).cases]


def known_need(catalogue: Catalogue) -> Callable[[Term, Term], str]:
    """Where the cases of a need and an approach are told, each with how it met the need: on the page of a term.

    The finder would show more: it asks whether a case has both, not whether the one met the other.
    """

    def address(need: Term, approach: Term) -> str:
        inner = catalogue.vocabularies["approaches"].narrower(approach.id)
        if not inner or need.broader:
            return f"/approaches/{approach.id}/#{need.id}" if inner else f"/needs/{need.id}/#{approach.id}"
        below = {one.id for one in catalogue.vocabularies["needs"].narrower(need.id)} | {need.id}
        used = {answer.approach for _, answer in catalogue.pairs if answer.need in below}
        return f"/needs/{need.id}/#{next((one.id for one in inner if one.id in used), approach.id)}"

    return address


def known_level(catalogue: Catalogue) -> Callable[[Term, Term], str]:
    """Where the cases of an approach with an outcome at a level are listed: in the finder."""

    def address(approach: Term, level: Term) -> str:
        inner = catalogue.vocabularies["approaches"].narrower(approach.id) or (approach,)
        return f"/find/?{'&'.join(f'approach={one.id}' for one in inner)}&level={level.id}"

    return address


def maps(catalogue: Catalogue) -> tuple[Map, Map]:
    """The two tables of the page."""
    needs, levels = needs_by_approaches(catalogue), approaches_by_levels(catalogue)
    return (
        Map("needs", "Needs and approaches", needs, ("need", "approach"), "Nothing yet", known_need(catalogue)),
        Map(
            "levels",
            "Approaches and how far the change reached",
            levels,
            ("approach", "level"),
            "No outcome told",
            known_level(catalogue),
        ),
    )


def legend(evidence: Vocabulary) -> list[tuple[str, list[int]]]:
    """The rule of the shades as a small table: for each number of cases, the shade at each rank of evidence."""
    names = [f"{low} to {high - 1}" if high - low > 1 else f"{low}" for low, high in pairwise(MANY)]
    ranks = range(1, min(WELL, len(evidence.terms) + 1) + 1)
    return [
        (name, [shade(many, rank) for rank in ranks]) for many, name in enumerate([*names, f"{MANY[-1]} or more"], 1)
    ]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    evidence = catalogue.vocabularies["evidence"]
    values = {"maps": maps(catalogue), "legend": legend(evidence), "well": WELL, "opened": opened}
    text = render("gap_map.md.j2", ADDRESS, catalogue, **values)
    description = "How much is known, and how well, of each need with each approach, and where nothing is known yet."
    yield Page(ADDRESS, "Gap map", description, text, assets="gap_map")

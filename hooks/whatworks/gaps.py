"""How much is known, and how well, in each cell of two tables: needs by approaches, approaches by levels of outcome.

A cell of two terms holds the cases of both and, where a term has narrower ones, of these too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.filters import strength
from whatworks.vocabularies import Term, Vocabulary

# How many cases are few, some and many: the least number of each.
MANY = (1, 2, 5)
# The kinds of evidence are told apart up to this rank; those above count as one. Rank 1 is no outcome told.
WELL = 4
# The least product of how many and how well for each shade.
SHADES = (1, 3, 6, 8)


@dataclass(frozen=True)
class Cell:
    """What is known: the number of cases, the strongest kind of evidence (0: no outcome told), and proposals apart."""

    cases: int = 0
    strongest: int = 0
    proposals: int = 0

    @property
    def shade(self) -> int:
        """0 where nothing is known; else 1 to 4: how many cases, times how well the best of them is known."""
        return shade(many(self.cases), min(self.strongest + 1, WELL)) if self.cases else 0


def many(cases: int) -> int:
    """1 for few cases, 2 for some, 3 for many."""
    return sum(cases >= least for least in MANY)


def shade(many: int, well: int) -> int:
    """The shade of a product, from 1 to 4."""
    return sum(many * well >= least for least in SHADES)


# A case in a cell of two terms, with the strength of its evidence there.
Entry = tuple[str, str, CaseStudy, int]
NOTHING = Cell()


@dataclass(frozen=True)
class Grid:
    """A table of two lists of terms, open at every level."""

    rows: Vocabulary
    columns: Vocabulary
    cells: Mapping[tuple[str, str], Cell]

    def cell(self, row: Term, column: Term) -> Cell:
        """What is known of two terms."""
        return self.cells.get((row.id, column.id), NOTHING)

    @cached_property
    def kinds(self) -> tuple[Cell, ...]:
        """Each cell that is different from the others once; the first is the empty one."""
        found = sorted(set(self.cells.values()) - {NOTHING}, key=lambda one: (one.cases, one.strongest, one.proposals))
        return (NOTHING, *found)

    def row(self, row: Term) -> list[int]:
        """Which of the kinds stands in each cell of a row, in the order of `opened` columns."""
        return [self.kinds.index(self.cell(row, column)) for column in opened(self.columns)]


def opened(terms: Vocabulary) -> list[Term]:
    """Each top term, and below it those that it is opened to."""
    return [term for top in terms.top() for term in (top, *terms.narrower(top.id))]


def needs_by_approaches(catalogue: Catalogue) -> Grid:
    """The cases that met a need with an approach. How a case is known is told of the case as a whole."""
    entries = ((one.need, one.approach, case, strength(catalogue, case)) for case, one in catalogue.pairs)
    return _grid(catalogue, "needs", "approaches", entries)


def approaches_by_levels(catalogue: Catalogue) -> Grid:
    """The cases that used an approach and tell of an outcome at a level, with the evidence of the outcomes there."""
    kinds = [term.id for term in catalogue.vocabularies["evidence"]]
    entries = (
        (answer.approach, outcome.level, case, kinds.index(outcome.evidence) + 1)
        for case, answer in catalogue.pairs
        for outcome in case.outcomes
    )
    return _grid(catalogue, "approaches", "outcome_levels", entries)


def _grid(catalogue: Catalogue, rows: str, columns: str, entries: Iterable[Entry]) -> Grid:
    sides = catalogue.vocabularies[rows], catalogue.vocabularies[columns]
    found: dict[tuple[str, str], list[tuple[CaseStudy, int]]] = {}
    for row, column, case, rank in entries:
        for one in _upwards(sides[0], row):
            for other in _upwards(sides[1], column):
                found.setdefault((one, other), []).append((case, rank))
    return Grid(*sides, MappingProxyType({key: _cell(cases) for key, cases in found.items()}))


def _upwards(terms: Vocabulary, id: str) -> list[str]:
    """A term and its broader one."""
    return [id, terms[id].broader] if terms[id].broader else [id]


def _cell(found: list[tuple[CaseStudy, int]]) -> Cell:
    known = {case.id for case, _ in found if not case.is_proposed}
    proposals = {case.id for case, _ in found if case.is_proposed}
    ranks = [rank for case, rank in found if not case.is_proposed]
    return Cell(len(known), max(ranks, default=0), len(proposals))

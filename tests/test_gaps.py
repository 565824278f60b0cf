"""How much is known in each cell of the gap map, and where its cells lead."""

from dataclasses import replace

import pytest

from builders import BRIEF, CASE, VOCABULARIES, WITHDRAWN, case, catalogue, term, vocabulary
from whatworks.case_studies import Answer
from whatworks.gaps import NOTHING, Cell, Grid, approaches_by_levels, many, needs_by_approaches, opened, shade
from whatworks.pages.gap_map import legend, maps

SECOND = case(
    id="second",
    answers=(Answer("confidence", "coaching", "A."), Answer("clear-roles", "open-diary", "B.")),
    outcomes=CASE.outcomes[:1],
)
SILENT = case(id="silent", outcomes=())
KNOWN = catalogue(CASE, BRIEF, SECOND, SILENT, WITHDRAWN)


def told(grid: Grid) -> dict[tuple[str, str], Cell]:
    """The cells of a table in which something is known."""
    return dict(grid.cells)


def test_needs_by_approaches_at_every_level() -> None:
    one, all_of_it = Cell(1, 1), Cell(3, 2)
    assert told(needs_by_approaches(KNOWN)) == {
        ("confidence", "coaching"): all_of_it,
        ("confidence", "learning-together"): all_of_it,
        ("confidence", "open-diary"): Cell(proposals=1),
        ("confidence", "being-open"): Cell(proposals=1),
        ("clear-roles", "open-diary"): one,
        ("clear-roles", "being-open"): one,
        ("changing-behaviours", "coaching"): all_of_it,
        ("changing-behaviours", "learning-together"): all_of_it,
        ("changing-behaviours", "open-diary"): Cell(1, 1, 1),
        ("changing-behaviours", "being-open"): Cell(1, 1, 1),
    }


def test_approaches_by_levels_count_the_evidence_of_the_outcomes_there() -> None:
    assert told(approaches_by_levels(KNOWN)) == {
        ("coaching", "learning"): Cell(2, 1),
        ("learning-together", "learning"): Cell(2, 1),
        ("coaching", "behaviour"): Cell(1, 2),
        ("learning-together", "behaviour"): Cell(1, 2),
        ("open-diary", "learning"): Cell(1, 1),
        ("being-open", "learning"): Cell(1, 1),
    }


def test_a_case_counts_once_in_a_cell() -> None:
    twice = case(answers=(*CASE.answers, Answer("clear-roles", "coaching", "C.")))
    grid = needs_by_approaches(catalogue(twice))
    assert grid.cells["changing-behaviours", "learning-together"] == Cell(1, 2)
    assert approaches_by_levels(catalogue(twice)).cells["coaching", "learning"] == Cell(1, 1)


def test_a_proposal_alone_has_no_shade() -> None:
    grid = needs_by_approaches(catalogue(BRIEF))
    assert set(grid.cells.values()) == {Cell(proposals=1)}
    assert Cell(proposals=3).shade == 0


def test_a_row_names_the_kinds_of_its_cells() -> None:
    grid = needs_by_approaches(KNOWN)
    assert grid.kinds == (NOTHING, Cell(proposals=1), Cell(1, 1), Cell(1, 1, 1), Cell(3, 2))
    assert [term.id for term in opened(grid.columns)] == ["learning-together", "coaching", "being-open", "open-diary"]
    rows = {term.id: grid.row(term) for term in opened(grid.rows)}
    assert rows == {"changing-behaviours": [4, 4, 3, 3], "confidence": [4, 4, 1, 1], "clear-roles": [0, 0, 2, 2]}


@pytest.mark.parametrize(("cases", "rank"), [(0, 0), (1, 1), (2, 2), (4, 2), (5, 3), (50, 3)])
def test_few_some_and_many(cases: int, rank: int) -> None:
    assert many(cases) == rank


def test_the_shade_grows_with_the_cases_and_with_the_evidence() -> None:
    assert [[shade(one, well) for well in (1, 2, 3, 4)] for one in (1, 2, 3)] == [
        [1, 1, 2, 2],
        [1, 2, 3, 4],
        [2, 3, 4, 4],
    ]
    assert [Cell(2, strongest).shade for strongest in range(6)] == [1, 2, 3, 4, 4, 4]


def test_the_legend_tells_the_rule() -> None:
    five = vocabulary("evidence", *(term(f"kind-{number}") for number in range(5)))
    expected = [("1", [1, 1, 2, 2]), ("2 to 4", [1, 2, 3, 4]), ("5 or more", [2, 3, 4, 4])]
    assert legend(five) == expected


def test_a_cell_leads_to_what_it_counts_or_to_the_page_for_what_is_missing() -> None:
    needs, levels = maps(KNOWN)
    terms = {term.id: term for list in KNOWN.vocabularies.values() for term in list}

    def known(*ids: str) -> str:
        return needs.known(*(terms[id] for id in ids))

    assert known("confidence", "coaching") == "/needs/confidence/#coaching"
    assert known("confidence", "learning-together") == "/approaches/learning-together/#confidence"
    assert known("changing-behaviours", "coaching") == "/needs/changing-behaviours/#coaching"
    assert known("changing-behaviours", "being-open") == "/needs/changing-behaviours/#open-diary"
    assert levels.known(terms["being-open"], terms["learning"]) == "/find/?approach=open-diary&level=learning"
    assert needs.missing(terms["clear-roles"], terms["coaching"]) == "/contribute/?need=clear-roles&approach=coaching"
    assert levels.missing(terms["coaching"], terms["learning"]) == "/contribute/?approach=coaching&level=learning"


def test_a_group_leads_to_the_first_of_its_approaches_that_was_used() -> None:
    approaches = vocabulary("approaches", "top", term("first", "top"), term("second", "top"))
    used = case(answers=(Answer("confidence", "second", "D."),))
    needs = maps(catalogue(used, vocabularies={**VOCABULARIES, "approaches": approaches}))[0]
    top = replace(term("changing-behaviours"))
    assert needs.known(top, approaches["top"]) == "/needs/changing-behaviours/#second"

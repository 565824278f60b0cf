"""What a choice of filters leaves: each facet, the counts and the orders, against plain definitions."""

from collections.abc import Collection, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import BRIEF, CASE, VOCABULARIES, WITHDRAWN, case, catalogue, term, vocabulary
from whatworks.case_studies import CaseStudy
from whatworks.facets import Facet, Option, Table
from whatworks.filters import table
from whatworks.parts import Answer, Dates, Outcome, Place, Setback, as_id

KNOWN = table(catalogue(CASE, BRIEF, WITHDRAWN))


def options(known: Table, facet: str) -> list[str]:
    """The ids that a facet offers."""
    return [option.id for one in known.facets if one.id == facet for option in one.options]


def found(known: Table, facet: str, *ids: str) -> list[str]:
    """The cases that one facet leaves."""
    return sorted(one.id for one in known.results({facet: ids}))


BOTH = [CASE.id, BRIEF.id]


@pytest.mark.parametrize(
    ("facet", "option", "cases"),
    [
        ("need", "confidence", BOTH),
        ("need", "clear-roles", []),
        ("approach", "coaching", [CASE.id]),
        ("audience", "residents", BOTH),
        ("audience", "councillors", [CASE.id]),
        ("region", "north-west", BOTH),
        ("place", "barfield", BOTH),
        ("setting", "estate-partnership", BOTH),
        ("stage", "forming", [CASE.id]),
        ("status", "proposed", [BRIEF.id]),
        ("evidence", "described", [CASE.id]),
        ("evidence", "measured", [CASE.id]),
        ("level", "learning", [CASE.id]),
        ("depth", "case-study", [CASE.id]),
        ("depth", "brief", [BRIEF.id]),
        ("did_not_work", "told", [CASE.id]),
    ],
)
def test_each_facet_finds_its_cases(facet: str, option: str, cases: list[str]) -> None:
    assert found(KNOWN, facet, option) == cases
    assert KNOWN.count({}, facet, option) == len(cases)


def test_every_facet_of_the_list_is_there_in_order() -> None:
    names = "need approach audience region place setting stage status evidence level depth did_not_work"
    assert [facet.id for facet in KNOWN.facets] == names.split()


def test_withdrawn_cases_are_in_no_list() -> None:
    assert {one.id for order in KNOWN.orders.values() for one in order} == {CASE.id, BRIEF.id}


def test_only_what_failed_or_was_hard_counts_as_what_did_not_work() -> None:
    cases = [case(id=kind, did_not_work=(Setback(kind, "It.", "course"),)) for kind in ("failed", "hard", "not-known")]
    assert found(table(catalogue(*cases)), "did_not_work", "told") == ["failed", "hard"]


def test_a_term_above_others_is_a_heading_and_no_option() -> None:
    facet = next(one for one in KNOWN.facets if one.id == "approach")
    expected = [("Learning together", ["coaching"]), ("Being open", ["open-diary"])]
    assert [(group, [one.id for one in options]) for group, options in facet.groups] == expected
    assert options(KNOWN, "audience") == ["residents", "councillors"]


def test_places_stand_under_their_region_and_leave_out_whole_regions_and_unnamed_ones() -> None:
    places = [Place("A", "Zed", "north-west"), Place("B", "North west", "north-west"), Place("C", "Nowhere", "unnamed")]
    places += [Place("D", "Áine & Co", "north-west"), Place("E", "Zed", "north-west")]
    known = table(catalogue(*(case(id=f"case-{at}", place=place) for at, place in enumerate(places))))
    facet = next(one for one in known.facets if one.id == "place")
    named = [(option.id, option.label, option.group) for option in facet.options]
    assert named == [("zed", "Zed", "North west"), ("áine-co", "Áine & Co", "North west")]
    assert found(known, "place", "zed") == ["case-0", "case-4"]
    assert facet.told == 3


def test_words_become_the_last_part_of_an_address() -> None:
    assert [as_id(words) for words in ("Great  Yarmouth", "Chester's ‘best’", "case study")] == [
        "great-yarmouth",
        "chester-s-best",
        "case-study",
    ]


def test_a_case_stands_by_the_strongest_evidence_of_any_outcome() -> None:
    lists = {**VOCABULARIES, "evidence": vocabulary("evidence", *(term(id) for id in ("weak", "middle", "strong")))}

    def told(id: str, *evidence: str) -> CaseStudy:
        return case(id=id, outcomes=tuple(Outcome("x", "learning", one, "y", None, None, "course") for one in evidence))

    cases = [told("none"), told("weak", "weak"), told("mixed", "weak", "strong", "weak"), told("middle", "middle")]
    known = table(catalogue(*cases, vocabularies=lists))
    assert [one.id for one in known.orders["evidence"]] == ["mixed", "middle", "weak", "none"]
    assert known.orders["evidence"] == known.cases


def test_the_latest_activity_comes_first_and_unknown_dates_last() -> None:
    dates = {"b": Dates(2001), "none": None, "a": Dates(1999, 2004), "c": Dates(2003)}
    known = table(catalogue(*(case(id=id, dates=one) for id, one in dates.items())))
    assert [one.id for one in known.orders["date"]] == ["a", "c", "b", "none"]


def test_places_are_in_order_with_unnamed_ones_last_and_equals_by_title() -> None:
    where = {"x": ("zebra", "north-west"), "y": ("Ash", "north-west"), "z": ("A", "unnamed")}
    cases = [case(id=id, place=Place(name, "B", region), title=id) for id, (name, region) in where.items()]
    known = table(catalogue(*cases, case(id="w", place=Place("Ash", "B", "north-west"), title="w")))
    assert [one.id for one in known.orders["place"]] == ["w", "y", "x", "z"]
    assert [one.id for one in known.orders["title"]] == ["w", "x", "y", "z"]


def test_the_tokens_of_a_case_say_all_that_it_has() -> None:
    assert KNOWN.tokens(BRIEF) == (
        "need:confidence approach:open-diary audience:residents region:north-west place:barfield "
        "setting:estate-partnership status:proposed depth:brief".split()
    )
    assert KNOWN.places_in_orders(BRIEF) == ["evidence:1", "date:1", "place:1", "title:0"]


def test_an_unknown_facet_or_option_is_no_error() -> None:
    assert KNOWN.results({"colour": ["red"]}) == KNOWN.cases
    assert KNOWN.results({"need": ["red"]}) == ()
    assert KNOWN.results({"need": []}) == KNOWN.cases


# Small tables of any shape: three facets of four options, and cases that have any of them.
IDS = "abcd"
FACETS = ("one", "two", "three")
SETS = st.frozensets(st.sampled_from(IDS))
CHOICES = st.dictionaries(st.sampled_from(FACETS), SETS)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with up to eight cases."""
    cases = tuple(case(id=f"case-{at}", answers=(Answer("x", "y", "z"),)) for at in range(draw(st.integers(0, 8))))
    offered = tuple(Option(id, id) for id in IDS)
    facets = tuple(Facet(id, id, "", offered, {one.id: draw(SETS) for one in cases}) for id in FACETS)
    return Table(facets, cases, {})


def plainly(known: Table, choice: Mapping[str, Collection[str]]) -> list[str]:
    """The definition, written out: for every facet with a choice, one of the chosen options is had."""
    left = []
    for one in known.cases:
        has = {facet.id: facet.of_case[one.id] for facet in known.facets}
        missed = [name for name in FACETS if choice.get(name) and not [id for id in choice[name] if id in has[name]]]
        left += [] if missed else [one.id]
    return left


@given(tables(), CHOICES)
def test_a_choice_means_or_within_and_and_between_facets(known: Table, choice: dict[str, frozenset[str]]) -> None:
    assert [one.id for one in known.results(choice)] == plainly(known, choice)


@given(tables(), CHOICES, st.sampled_from(FACETS), st.sampled_from(IDS))
def test_a_count_says_what_choosing_would_give(
    known: Table, choice: dict[str, frozenset[str]], facet: str, option: str
) -> None:
    chosen = {**choice, facet: choice.get(facet, frozenset()) | {option}}
    assert known.count(choice, facet, option) == len(plainly(known, chosen))


@given(tables(), CHOICES, st.sampled_from(FACETS), st.sampled_from(IDS))
def test_another_option_of_a_facet_in_use_never_takes_cases_away(
    known: Table, choice: dict[str, frozenset[str]], facet: str, option: str
) -> None:
    if choice.get(facet):
        assert known.count(choice, facet, option) >= len(known.results(choice))
    else:
        assert known.count(choice, facet, option) <= len(known.results(choice))

"""Records as the site uses them, and how they hang together."""

from dataclasses import FrozenInstanceError, asdict, replace
from typing import Any

import pytest

from builders import BRIEF, CASE, GUIDE, RESOURCE, SOURCE, STORY, WITHDRAWN, case, catalogue
from whatworks.case_studies import CaseStudy
from whatworks.guides import Guide
from whatworks.history import Withdrawal
from whatworks.library import LibraryEntry, Section, Source
from whatworks.parts import Answer, Citation, Condition, Dates, Effort, Outcome, Place, Related, Repeat, Setback

SILENT = "not reported"
FULL: dict[str, Any] = {
    "depth": "case study",
    "title": CASE.title,
    "name": "Speaking Up",
    "also_known_as": ["Speak Up"],
    "keywords": ["nervous", "public speaking"],
    "might_say": ["I never dare to open my mouth"],
    "summary": CASE.summary,
    "place": {"name": "Ash Green", "area": "Barfield", "region": "north-west"},
    "setting": "estate-partnership",
    "dates": {"start": 2002, "end": 2004, "note": "autumn to spring"},
    "status": "delivered",
    "stage": "forming",
    "answers": [{"need": "confidence", "approach": "coaching", "how": CASE.answers[0].how}],
    "audiences": ["residents", "councillors"],
    "lead": "Ash Green Partnership",
    "partners": ["Barfield Council", "Barfield College"],
    "funding": ["council-budget"],
    "effort": {"cost": "£500", "time": "Six evenings", "people": SILENT, "source": "course"},
    "conditions": [{"condition": "one-coach", "note": "The same coach came each time.", "source": "end"}],
    "outcomes": [
        {
            "change": "Residents felt surer of themselves.",
            "level": "learning",
            "evidence": "described",
            "who": "The report",
            "compared_with": SILENT,
            "after": SILENT,
            "source": "course",
        },
        {
            "change": "Four residents spoke.",
            "level": "behaviour",
            "evidence": "measured",
            "who": "A coach",
            "compared_with": "None before",
            "after": "A year",
            "source": "course",
        },
    ],
    "did_not_work": [{"kind": "failed", "what": "A second group never met.", "source": "course"}],
    "sources": [
        {"id": "course", "document": "report-2004", "section": "2-1-ash-green", "paragraph": "2.3"},
        {"id": "end", "document": "report-2004", "section": "3-end"},
    ],
    "related": [{"case": "briar-hill-open-diary", "reason": CASE.related[0].reason}],
    "repeats": [
        {
            "where": "Cedar Row, Barfield",
            "when": "spring 2026",
            "different": "Two coaches took turns.",
            "told_by": "A chair",
            "told_on": "2026-11-02",
        },
        {"where": "Dale End", "when": "2025", "different": "It began with a meal.", "told_on": "2026-11-03"},
    ],
    "reviewed": "2026-11-02",
    "review_by": "2028-11-22",
}


def read(data: dict[str, Any]) -> CaseStudy:
    """The case that these fields make."""
    return CaseStudy.from_data(CASE.id, CASE.path, data, STORY)


def test_a_case_is_what_its_fields_say() -> None:
    assert read(FULL) == replace(CASE, digest="")  # only a file has one
    gone = {"reason": "Wrong.", "on": "2026-11-05"}
    assert read({**FULL, "withdrawn": {**gone, "successor": "b"}}).withdrawn == Withdrawal("Wrong.", "2026-11-05", "b")
    assert read({**FULL, "withdrawn": gone}).withdrawn == Withdrawal("Wrong.", "2026-11-05")


def test_a_place_where_it_was_done_twice_counts_once() -> None:
    again = Repeat("dale end", "2026", "They came back.", "2026-11-04")
    assert CASE.other_places == 2
    assert replace(CASE, repeats=(*CASE.repeats, again)).other_places == 2
    assert replace(CASE, repeats=()).other_places == 0


def test_not_reported_is_nothing() -> None:
    silent = ("dates", "stage", "lead", "partners", "funding", "conditions", "outcomes", "did_not_work")
    quiet = read({**FULL, **dict.fromkeys(silent, SILENT), "effort": dict.fromkeys(("cost", "time", "people"), SILENT)})
    assert [getattr(quiet, name) for name in silent] == [None, None, None, (), (), (), (), ()]
    assert quiet.effort == Effort()


def test_a_brief_needs_few_fields() -> None:
    left_out = (
        "name",
        "also_known_as",
        "stage",
        "lead",
        "partners",
        "funding",
        "effort",
        "conditions",
        "related",
        "repeats",
    )
    brief = read({**{key: value for key, value in FULL.items() if key not in left_out}, "depth": "brief"})
    assert brief.is_brief
    assert not CASE.is_brief
    assert [getattr(brief, name) for name in left_out] == ["", (), None, None, (), (), Effort(), (), (), ()]


def test_the_parts_of_a_case() -> None:
    assert CASE.place == Place("Ash Green", "Barfield", "north-west")
    assert CASE.answers == (Answer("confidence", "coaching", "Practice took away the fear of getting it wrong."),)
    assert CASE.conditions == (Condition("one-coach", "The same coach came each time.", "end"),)
    assert CASE.did_not_work == (Setback("failed", "A second group never met.", "course"),)
    assert CASE.related == (Related("briar-hill-open-diary", CASE.related[0].reason),)
    assert Condition("one-coach", "No source.").source == ""
    with pytest.raises(FrozenInstanceError):
        CASE.title = "Another"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("dates", "shown"), [(Dates(2002), "2002"), (Dates(2002, 2002), "2002"), (Dates(2002, 2004), "2002 to 2004")]
)
def test_dates_as_people_write_them(dates: Dates, shown: str) -> None:
    assert str(dates) == shown


def test_a_proposal_is_no_evidence() -> None:
    assert BRIEF.is_proposed
    assert not CASE.is_proposed


def test_citations_are_numbered_in_the_order_of_the_sources() -> None:
    assert (CASE.citation_number("course"), CASE.citation_number("end")) == (1, 2)
    with pytest.raises(ValueError, match="is not in list"):
        CASE.citation_number("nothing")


def test_a_source_is_what_its_fields_say() -> None:
    outline = [
        {"id": "2-visits", "number": "2", "heading": "Visits"},
        {"id": "2-1-ash-green", "number": "2.1", "heading": "Ash Green", "in": "2-visits"},
        {"id": "annex", "heading": "Annex", "unnumbered": True},
    ]
    data = {
        **{name: getattr(SOURCE, name) for name in ("title", "summary", "commissioned_by", "year", "published")},
        **{"authors": list(SOURCE.authors), "author_bodies": ["Barfield College"], "numbered_paragraphs": True},
        **{"publisher": SILENT, "terms": SILENT, "reviewed": "2026-11-02", "review_by": "2028-11-22"},
        "outline": outline,
    }
    sections = (*SOURCE.outline[:2], Section("annex", "Annex", unnumbered=True))
    expected = replace(SOURCE, subtitle="", terms=None, outline=sections)
    assert Source.from_data(SOURCE.id, SOURCE.path, data, SOURCE.body) == expected
    told = Source.from_data(SOURCE.id, SOURCE.path, {**data, "subtitle": "S", "publisher": "P", "terms": "T"}, "")
    assert (told.subtitle, told.publisher, told.terms) == ("S", "P", "T")


def test_a_section_is_cited_with_those_around_it() -> None:
    assert [one.title for one in SOURCE.trail("2-1-ash-green")] == ["2 Visits", "2.1 Ash Green"]
    assert [one.title for one in SOURCE.trail("3-end")] == ["3 The end"]
    assert Section("annex", "Annex").title == "Annex"
    assert SOURCE.section("3-end") == SOURCE.outline[2]
    assert SOURCE.has("3-end")
    assert not SOURCE.has("4")


def test_an_outline_with_mistakes_hides_no_page() -> None:
    around = (Section("a", "A", within="b"), Section("b", "B", within="a"), Section("c", "C", within="gone"))
    odd = replace(SOURCE, outline=around)
    assert [[one.id for one in odd.trail(id)] for id in ("a", "b", "c", "gone")] == [["b", "a"], ["a", "b"], ["c"], []]


def test_a_source_is_by_its_authors_or_else_by_their_organisations() -> None:
    assert SOURCE.by == "A. Writer, B. Writer"
    assert replace(SOURCE, authors=()).by == "Barfield College"
    assert replace(SOURCE, authors=("A", "B", "C")).by == "A, B, C"
    assert replace(SOURCE, authors=("A", "B", "C", "D")).by == "A and 3 others"


def test_a_guide_is_what_its_fields_say() -> None:
    names = ("title", "summary", "minutes", "reviewed", "review_by")
    data = {
        **{name: getattr(GUIDE, name) for name in names},
        **{name: list(getattr(GUIDE, name)) for name in ("needs", "approaches", "in_brief", "questions")},
        "for": "Chairs",
        "steps": [
            {**asdict(GUIDE.steps[0]), "sources": ["course"], "cases": [asdict(GUIDE.steps[0].cases[0])]},
            {"do": GUIDE.steps[1].do, "how": GUIDE.steps[1].how, "figures": list(GUIDE.steps[1].figures)},
        ],
        "pitfalls": [{**asdict(GUIDE.pitfalls[0]), "sources": ["course"], "figures": ["who-speaks#spoke"]}],
        "sources": [{"id": "course", "document": "report-2004", "section": "2-1-ash-green"}],
    }
    assert Guide.from_data(GUIDE.id, GUIDE.path, data, GUIDE.body) == GUIDE
    del data["sources"]
    assert Guide.from_data(GUIDE.id, GUIDE.path, data, GUIDE.body) == replace(GUIDE, sources=())


def test_a_resource_is_what_its_fields_say() -> None:
    data = {
        **{"title": "A course", "summary": "Two. Sentences.", "kind": "course", "run_by": SILENT, "dates": SILENT},
        **{"region": "north-west", "status": "running", "needs": ["confidence"], "approaches": [], "audiences": []},
        "sources": [{"id": "end", "document": "report-2004", "section": "3-end"}],
        **{"reviewed": "2026-11-02", "review_by": "2028-11-22"},
    }
    expected = LibraryEntry(
        *("a-course", "docs/resources/a-course.md", "Text", "A course", "Two. Sentences.", "course", None, None),
        *("north-west", "running", ("confidence",), (), (), (Citation("end", "report-2004", "3-end"),)),
        *("2026-11-02", "2028-11-22"),
    )
    assert LibraryEntry.from_data("a-course", "docs/resources/a-course.md", data, "Text") == expected
    more = {**data, "also_known_as": ["Name"], "run_by": "A college", "dates": {"start": 2003}}
    named = LibraryEntry.from_data("a-course", "docs/resources/a-course.md", more, "Text")
    assert named == replace(expected, also_known_as=("Name",), run_by="A college", dates=Dates(2003))


def test_lists_show_all_but_withdrawn_cases_by_title() -> None:
    small = case(id="z", title="a small start")
    known = catalogue(CASE, WITHDRAWN, BRIEF, small)
    assert known.listed == (BRIEF, small, CASE)
    assert known.case_by_id == {one.id: one for one in (CASE, WITHDRAWN, BRIEF, small)}
    assert known.source_by_id == {"report-2004": SOURCE}


def test_answers_link_cases_needs_and_approaches() -> None:
    known = catalogue(CASE, BRIEF, WITHDRAWN)
    one, two = (BRIEF, BRIEF.answers[0]), (CASE, CASE.answers[0])
    assert known.pairs == (one, two)
    assert known.by_need("confidence") == (one, two)
    assert known.by_need("clear-roles") == ()
    assert known.by_approach("coaching") == (two,)
    assert known.cells == {("confidence", "open-diary"): (one,), ("confidence", "coaching"): (two,)}


def test_what_is_drawn_from_a_report() -> None:
    elsewhere = case(id="x", sources=(Citation("a", "other-2001", "1"),))
    known = catalogue(CASE, WITHDRAWN, elsewhere)
    assert known.drawn_from("report-2004") == (CASE,)
    assert known.drawn_from("nothing") == ()


def test_resources_are_found_by_what_they_serve() -> None:
    assert catalogue().resources_for("needs", "confidence") == (RESOURCE,)
    assert catalogue().resources_for("approaches", "coaching") == (RESOURCE,)
    assert catalogue().resources_for("needs", "clear-roles") == ()
    assert catalogue().years(RESOURCE) == "2003"
    assert catalogue().years(replace(RESOURCE, dates=None)) == "told in 2004"


def test_a_case_has_the_year_of_its_latest_report() -> None:
    early = replace(SOURCE, id="early-2001", year=2001)
    both = case(sources=(Citation("a", "early-2001", "3-end"), Citation("b", "report-2004", "3-end")))
    known = catalogue(both, BRIEF, sources=(early, SOURCE))
    assert known.year_told(both) == 2004
    assert known.years(both) == "2002 to 2004"
    assert known.years(BRIEF) == "told in 2004"


def test_the_year_of_a_source_of_any_kind() -> None:
    known = catalogue(CASE, BRIEF)
    assert known.year_of(Citation("a", "report-2004", "3-end")) == 2004
    assert known.year_of(Citation("a", publication="An evaluation", year=2003, part="Part 2")) == 2003
    assert known.year_of(Citation("a", told_by="An adviser", told_on="2026-11-22")) == 2026


def test_what_tells_of_a_case() -> None:
    account, publication = Citation("a", told_by="An adviser", told_on="2026-11-22"), Citation("b", publication="P")
    assert CASE.teller == "report"
    assert case(sources=(account,)).teller == "account"
    assert case(sources=(account, publication)).teller == "report"


def test_the_headline_is_the_first_outcome_with_the_strongest_evidence() -> None:
    weak, strong = CASE.outcomes
    later = replace(strong, change="Later.")
    assert catalogue().headline(CASE) == strong
    assert catalogue().headline(case(outcomes=(weak, strong, later))) == strong
    assert catalogue().headline(case(outcomes=(later, weak, strong))) == later
    assert catalogue().headline(BRIEF) is None


def test_a_cited_outcome_keeps_its_source() -> None:
    assert Outcome.from_data(FULL["outcomes"][0]) == CASE.outcomes[0]

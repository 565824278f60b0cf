"""What leads from guides to cases and numbers, and back."""

from dataclasses import replace

from builders import BRIEF, CASE, GUIDE, PROPOSAL, SURVEY, WITHDRAWN, case, catalogue
from whatworks.pages.evidence import key_figures, scale, subjects
from whatworks.pages.guides import cases_of, groups
from whatworks.parts import Answer
from whatworks.pointers import (
    MOST_CASES,
    Quoted,
    guides_beside,
    guides_for,
    guides_that_show,
    more_cases,
    quoted,
    surveys_beside,
    surveys_for,
)

KNOWN = catalogue(CASE, BRIEF, WITHDRAWN)
BOTH, NEED, APPROACH, NEITHER = (
    Answer("confidence", "coaching", "Both."),
    Answer("confidence", "open-diary", "The need."),
    Answer("clear-roles", "coaching", "The approach."),
    Answer("clear-roles", "open-diary", "Neither."),
)


def test_more_cases_come_with_the_answer_that_fits_best() -> None:
    cases = [
        case(id="approach", title="A", answers=(NEITHER, APPROACH)),
        case(id="need", title="B", answers=(APPROACH, NEED)),
        case(id="both", title="C", answers=(NEED, BOTH)),
        case(id="both-only", title="D", answers=(BOTH,)),
        case(id="idea", title="E", answers=(BOTH,), status="proposed", outcomes=()),
        case(id="neither", title="F", answers=(NEITHER,)),
        case(id=CASE.id, title="Named in a step"),
    ]
    assert [(one.id, answer.how) for one, answer in more_cases(catalogue(*cases), GUIDE)] == [
        *(("both", "Both."), ("both-only", "Both."), ("need", "The need.")),
        *(("approach", "The approach."), ("idea", "Both.")),
    ]


def test_more_cases_are_at_most_twelve() -> None:
    many = [case(id=f"case-{number:02}", answers=(BOTH,)) for number in range(20)]
    found = more_cases(catalogue(*many), GUIDE)
    assert [one.id for one, _ in found] == [f"case-{number:02}" for number in range(MOST_CASES)]


def test_a_figure_is_quoted_by_its_survey_and_its_id() -> None:
    names = ("who-speaks#spoke-twice", "who-speaks#spoke", "who-speaks#nothing", "nowhere#spoke")
    assert list(quoted(KNOWN, names)) == [Quoted(SURVEY, (SURVEY.figures[1], SURVEY.figures[0]))]


def test_what_has_most_in_common_comes_first_and_ideas_last() -> None:
    less = replace(SURVEY, id="less", title="A", approaches=())
    none = replace(SURVEY, id="none", needs=("clear-roles",), approaches=())
    assert surveys_beside(catalogue(surveys=(PROPOSAL, less, none, SURVEY)), GUIDE) == [SURVEY, less, PROPOSAL]


def test_a_guide_that_quotes_a_survey_comes_before_those_about_the_same() -> None:
    alike = replace(GUIDE, id="alike", title="A", steps=(), pitfalls=())
    linking = replace(alike, id="linking", title="B", needs=(), approaches=(), body="[half](../evidence/who-speaks.md)")
    other = replace(alike, id="other", needs=("clear-roles",), approaches=())
    assert guides_beside(catalogue(guides=(alike, linking, other, GUIDE)), SURVEY) == [GUIDE, linking, alike]


def test_cases_and_terms_lead_to_guides_and_numbers() -> None:
    assert guides_that_show(KNOWN, CASE) == [GUIDE]
    assert guides_that_show(KNOWN, BRIEF) == []
    assert guides_for(KNOWN, "needs", "confidence") == guides_for(KNOWN, "needs", "changing-behaviours") == [GUIDE]
    assert guides_for(KNOWN, "approaches", "open-diary") == []
    assert surveys_for(KNOWN, "approaches", "coaching") == [SURVEY, PROPOSAL]
    assert surveys_for(KNOWN, "needs", "clear-roles") == []


def test_a_withdrawn_case_shows_no_step() -> None:
    assert cases_of(KNOWN, GUIDE.steps[0]) == [(CASE, "A coach came first.")]
    assert cases_of(catalogue(replace(CASE, withdrawn=WITHDRAWN.withdrawn)), GUIDE.steps[0]) == []


def test_what_no_list_names_stands_last() -> None:
    other = replace(GUIDE, id="other")
    shown = [(group.label, [guide.id for guide in group.guides]) for group in groups(catalogue(guides=(other, GUIDE)))]
    assert shown == [("Start", ["first-meeting"]), ("More guides", ["other"])]
    assert [(one.label, [survey.id for survey in one.surveys]) for one in subjects(KNOWN)] == [
        ("Meetings", ["who-speaks"]),
        ("Other numbers", ["cost-of-coaches"]),
    ]
    assert [(term.id, one) for term, one in key_figures(KNOWN)] == [("half", Quoted(SURVEY, (SURVEY.figures[0],)))]


def test_what_the_length_of_a_bar_says() -> None:
    counts = replace(SURVEY, unit="people", answered=80)
    assert [scale(one) for one in (SURVEY, counts, PROPOSAL)] == [
        "Each pale bar is the whole, 100%. Each dark bar is the share.",
        "Each pale bar is all 80 people. Each dark bar is the number that is told.",
        "The longest bar is the highest value. The bars begin at 0.",
    ]

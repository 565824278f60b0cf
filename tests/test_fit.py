"""The questions of "Does this fit us?" as they are made from the conditions."""

from builders import BRIEF, CASE, VOCABULARIES, WITHDRAWN, catalogue, term, vocabulary
from whatworks.case_studies import Condition
from whatworks.pages import all_pages
from whatworks.pages.fit import questions
from whatworks.pages.privacy import KEPT, kept


def test_questions_stand_below_their_headings_with_the_cases_that_name_them() -> None:
    lists = {
        **VOCABULARIES,
        "conditions": vocabulary("conditions", "people", "alone", term("one-coach", "people"), term("room", "people")),
    }
    groups = questions(catalogue(CASE, BRIEF, WITHDRAWN, vocabularies=lists))
    assert [(heading, [one.term.id for one in own]) for heading, own in groups] == [
        ("People", ["one-coach", "room"]),
        ("", ["alone"]),
    ]
    first = groups[0][1][0]
    assert first.cases == ((CASE, Condition("one-coach", "The same coach came each time.", "end")),)
    assert groups[0][1][1].cases == ()


def test_only_a_case_with_conditions_loads_the_script_of_its_questions() -> None:
    assets = {page.address: page.assets for page in all_pages(catalogue())}
    assert assets[f"/case_studies/{CASE.id}/"] == "fit"
    assert assets[f"/case_studies/{BRIEF.id}/"] == ""
    assert assets["/fit/"] == "fit"


def test_a_tool_tells_of_what_it_keeps_in_the_words_of_the_privacy_page() -> None:
    assert [kept(one.key) for one in KEPT] == list(KEPT)

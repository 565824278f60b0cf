"""The stages of the self-check, their questions and the cases that fit them."""

from builders import BRIEF, CASE, VOCABULARIES, case, catalogue, term, vocabulary
from whatworks.case_studies import Answer
from whatworks.pages.where_are_we import Dot, cited, dots
from whatworks.stages import SHOWN, Near, Question, Stage, questions, stages
from whatworks.vocabularies import Sign

KNOWN = catalogue()
FORMING, FAILING = KNOWN.vocabularies["stages"]
CONFIDENCE, ROLES = (KNOWN.vocabularies["needs"][id] for id in ("confidence", "clear-roles"))
SPEAKING = KNOWN.vocabularies["stage_questions"]["speaking"]


def test_a_question_has_its_signs_in_the_order_of_the_stages() -> None:
    signs = (
        (Sign("speaking-new", "speaking", "We have only met once."), FORMING),
        (Sign("speaking-silence", "speaking", "Nobody speaks any more."), FAILING),
    )
    assert questions(KNOWN) == (Question(SPEAKING, signs),)


def test_a_question_without_signs_is_not_asked() -> None:
    lists = {**VOCABULARIES, "stage_questions": vocabulary("stage_questions", term("money"), term("speaking"))}
    assert [one.term.id for one in questions(catalogue(vocabularies=lists))] == ["speaking"]


def test_a_stage_has_the_cases_told_of_it_and_those_that_answer_its_needs() -> None:
    other = case(id="other", stage=None)
    roles = case(id="roles", stage=None, answers=(Answer("clear-roles", "coaching", "A."),))
    assert stages(catalogue(CASE, BRIEF, other, roles)) == (
        Stage(FORMING, (CONFIDENCE,), (CASE,), (BRIEF, CASE, other), (Near(other, (CONFIDENCE,)),)),
        Stage(FAILING, (ROLES,), (), (roles,), (Near(roles, (ROLES,)),)),
    )


def test_a_proposal_is_never_among_the_nearest() -> None:
    assert stages(catalogue(BRIEF)) == (
        Stage(FORMING, (CONFIDENCE,), (), (BRIEF,), ()),
        Stage(FAILING, (ROLES,), (), (), ()),
    )


def test_the_nearest_meet_most_needs_and_are_best_known() -> None:
    both = (Answer("confidence", "coaching", "A."), Answer("clear-roles", "coaching", "B."))
    stage = term("forming", needs=("confidence", "clear-roles"))
    lists = {**VOCABULARIES, "stages": vocabulary("stages", stage)}
    cases = [
        case(id="a-silent", title="A", stage=None, outcomes=()),
        case(id="b-known", title="B", stage=None),
        case(id="c-both", title="C", stage=None, answers=both, outcomes=()),
        *(case(id=f"d-{number}", title=f"D {number}", stage=None, outcomes=()) for number in range(SHOWN)),
    ]
    found = stages(catalogue(*cases, vocabularies=lists))[0]
    assert [one.case.id for one in found.near] == ["c-both", "b-known", "a-silent", "d-0"]
    assert len(found.answering) == len(cases)


def test_each_section_that_the_check_draws_on_is_cited_once() -> None:
    found = cited(KNOWN, questions(KNOWN), stages(KNOWN))
    assert [(one.id, one.document, one.section) for one in found] == [("report-2004-3-end", "report-2004", "3-end")]


def test_the_picture_has_a_dot_for_each_stage() -> None:
    assert dots(stages(KNOWN)) == [Dot("forming", 1, 100, 70), Dot("failing", 2, 300, 110)]

"""Terms, and the way from a word to a term."""

from typing import Any

import pytest

from builders import term, vocabulary
from whatworks.mending import usable
from whatworks.vocabularies import Advice, Sign, Term, Vocabulary

DATA: dict[str, Any] = {
    "title": "Approaches",
    "singular": "approach",
    "description": "What people did together.",
    "terms": [
        {"id": "learning-together", "label": "Learning together", "definition": "A group.", "synonyms": []},
        {
            "id": "action-learning",
            "label": "Action learning",
            "definition": "A set of people learn from a task.",
            "synonyms": ["learning sets", "Set meetings"],
            "broader": "learning-together",
            "scope_note": "Not every course.",
            "question": "Who would come?",
            "rule": "Ask for the task.",
            "example": "Six managers met.",
            "source": {"document": "report-2004", "section": "3-end"},
            "catch_all": True,
        },
        {"id": "scenario-planning", "label": "Scenarios", "definition": "Stories of later.", "synonyms": ["futures"]},
    ],
}
APPROACHES = Vocabulary.from_data("approaches", DATA)
LEARNING = Term(
    id="action-learning",
    label="Action learning",
    definition="A set of people learn from a task.",
    synonyms=("learning sets", "Set meetings"),
    broader="learning-together",
    scope_note="Not every course.",
    question="Who would come?",
    rule="Ask for the task.",
    example="Six managers met.",
    document="report-2004",
    section="3-end",
    catch_all=True,
)


def test_a_vocabulary_is_what_its_file_says() -> None:
    assert (APPROACHES.name, APPROACHES.title, APPROACHES.singular) == ("approaches", "Approaches", "approach")
    assert APPROACHES.description == "What people did together."
    assert APPROACHES.home == "schemas/vocabularies/approaches.yml"
    assert list(APPROACHES) == list(APPROACHES.terms)
    assert APPROACHES.terms == (
        Term("learning-together", "Learning together", "A group."),
        LEARNING,
        Term("scenario-planning", "Scenarios", "Stories of later.", ("futures",)),
    )


def test_terms_are_found_by_id() -> None:
    assert APPROACHES["action-learning"] == LEARNING
    assert APPROACHES.label("action-learning") == "Action learning"
    assert "action-learning" in APPROACHES
    assert "Action learning" not in APPROACHES
    assert None not in APPROACHES
    with pytest.raises(KeyError):
        APPROACHES["coaching"]


def test_the_tree_has_tops_and_what_is_below_them() -> None:
    assert [one.id for one in APPROACHES.top()] == ["learning-together", "scenario-planning"]
    assert APPROACHES.narrower("learning-together") == (LEARNING,)
    assert APPROACHES.narrower("action-learning") == ()
    assert APPROACHES.narrower("coaching") == ()


@pytest.mark.parametrize(
    "word",
    ["action-learning", "Action Learning", "action_learning", "ACTION  learning ", "Learning-Sets", "set meetings"],
)
def test_every_spelling_of_a_label_an_id_or_a_synonym_leads_to_its_term(word: str) -> None:
    assert APPROACHES.by_word(word) == LEARNING
    assert APPROACHES.by_word("Scenario Planning") == APPROACHES["scenario-planning"]


@pytest.mark.parametrize("word", ["learning", "", "-", "action learning sets", "actionlearning"])
def test_another_word_leads_to_none(word: str) -> None:
    assert APPROACHES.by_word(word) is None


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("scenaro-planning", "scenario-planning"),
        ("SCENARIO", "scenario-planning"),
        ("learning set", "action-learning"),
        ("future", "scenario-planning"),
        ("lerning togeter", "learning-together"),
    ],
)
def test_a_misspelt_word_leads_to_the_nearest_term(word: str, id: str) -> None:
    near = APPROACHES.nearest(word)
    assert near
    assert near.id == id


def test_a_word_that_is_like_none_leads_to_none() -> None:
    assert APPROACHES.nearest("zebra") is None
    assert APPROACHES.nearest("") is None


def test_of_two_terms_with_one_word_the_first_is_meant() -> None:
    both = vocabulary("needs", term("one", synonyms=("skills",)), term("two", synonyms=("skills",)))
    assert both.nearest("skill") == both.by_word("Skills") == both["one"]


STAGE: dict[str, Any] = {
    "id": "forming",
    "label": "Forming",
    "definition": "People have just come together.",
    "synonyms": ["early days"],
    "signs": [{"id": "relations-new", "question": "relations", "answer": "We are new to each other."}],
    "helps": [
        {"what": "Meet on neutral ground."},
        {"what": "Look back.", "source": {"document": "report-2004", "section": "2-visits"}},
    ],
    "needs": ["confidence"],
    "source": {"document": "report-2004", "section": "3-end"},
}


def test_advice_without_a_source_has_that_of_its_stage() -> None:
    stage = Term.from_data(STAGE)
    assert stage.signs == (Sign("relations-new", "relations", "We are new to each other."),)
    assert stage.helps == (
        Advice("Meet on neutral ground.", "report-2004", "3-end"),
        Advice("Look back.", "report-2004", "2-visits"),
    )
    assert stage.needs == ("confidence",)


def test_what_is_right_about_a_list_stays_as_it_is() -> None:
    whole = {"title": "Stages", "singular": "stage", "description": "Where it stood.", "terms": [STAGE]}
    assert usable("stages", whole) == whole


def test_what_is_wrong_about_a_term_is_left_out() -> None:
    wrong = {
        **STAGE,
        "needs": "confidence",
        "signs": [*STAGE["signs"], {"id": "relations-we"}, "relations"],
        "helps": [{"what": "Look back.", "source": {"document": "report-2004"}}, {"what": 3}],
        "source": "report-2004",
        "catch_all": "yes",
        "colour": "red",
    }
    left = {key: STAGE[key] for key in ("id", "label", "definition", "synonyms", "signs")}
    mended = usable("stages", {"terms": [wrong, {"label": "No id"}, "forming"]})
    assert mended["terms"] == [{**left, "helps": [{"what": "Look back."}]}]
    assert (mended["title"], mended["singular"]) == ("stages", "stages")

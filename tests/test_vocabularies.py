"""Terms, and the way from a word to a term."""

from typing import Any

import pytest

from builders import term, vocabulary
from whatworks.vocabularies import Term, Vocabulary

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

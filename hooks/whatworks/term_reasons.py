"""What is said of a word that is no term of its list, or not one that may stand there."""

from dataclasses import replace

from whatworks.problems import nearest_note
from whatworks.reasons import Reason
from whatworks.vocabularies import Vocabulary


def is_term(vocabulary: Vocabulary, value: str, *, narrowest: bool) -> bool:
    """Whether a value is a term; with `narrowest`, one that has a broader term."""
    return value in vocabulary and bool(vocabulary[value].broader or not narrowest)


def term_reason(vocabulary: Vocabulary, value: str, *, narrowest: bool) -> Reason:
    """The code of the message for a value that is no such term, and the values that it names."""
    word = vocabulary[value] if value in vocabulary else vocabulary.by_word(value)
    if word and narrowest and not word.broader:
        below = ", ".join(term.id for term in vocabulary.narrower(word.id))
        return "group_used", {"value": value, "narrower": below}
    if word:
        code = "label_used" if value.casefold() == word.label.casefold() else "synonym_used"
        return code, {"value": value, "id": word.id, "label": word.label}
    usable = tuple(term for term in vocabulary.terms if term.broader or not narrowest)
    near = replace(vocabulary, terms=usable).nearest(value)
    singular = vocabulary.singular
    return "unknown_term", {
        "value": value,
        "a": "an" if singular[0] in "aeiou" else "a",
        "singular": singular,
        "nearest": nearest_note(near.id, near.label) if near else "",
        "title": vocabulary.title.lower(),
        "home": vocabulary.home,
    }

"""The words that pages are found by are words: a test question among them would prove nothing."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import yaml

from whatworks.loading import load
from whatworks.search.words import words

ROOT = Path(__file__).resolve().parent.parent
KNOWN = load(ROOT).catalogue
QUERIES = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text(encoding="utf-8"))
# Questions that people ask in sentences or describe a trouble with; a name or a term is what it is.
ASKED = {"failure", "problem", "role", "sentence"}
# What names a thing or a deed.
SAYINGS = ("who does what", "do it ")
BEGINNINGS = tuple(
    f"{word} {then} "
    for word in ("how", "what", "why", "when", "where", "who")
    for then in ("am", "are", "can", "could", "do", "does", "did", "have", "has", "should", "would")
) + tuple(
    f"{verb} {who} "
    for verb in ("am", "are", "can", "could", "did", "do", "does", "has", "have", "is", "should", "was", "were", "will")
    for who in ("i", "he", "it", "people", "she", "there", "they", "we", "you")
)


def listed() -> Iterator[str]:
    """Every synonym, every keyword and all that people might say."""
    for vocabulary in KNOWN.vocabularies.values():
        for term in vocabulary:
            yield from (*term.synonyms, *term.might_say)
    records = (KNOWN.cases, KNOWN.resources, KNOWN.guides, KNOWN.surveys, KNOWN.frameworks, KNOWN.meeting_tools)
    for record in chain.from_iterable(records):
        yield from (*record.keywords, *record.might_say)


def is_long(query: str) -> bool:
    """Whether a question says more than a name for people, such as "social workers"."""
    return len(query.split()) > 2


def test_nothing_that_a_page_is_found_by_is_a_question() -> None:
    plain = (one for one in listed() if not one.lower().startswith(SAYINGS))
    assert [one for one in plain if one.endswith("?") or one.lower().startswith(BEGINNINGS)] == []


def test_nothing_that_a_page_is_found_by_is_a_question_of_the_tests() -> None:
    asked = {" ".join(words(one["query"])) for one in QUERIES if one["kind"] in ASKED and is_long(one["query"])}
    assert [one for one in listed() if " ".join(words(one)) in asked] == []

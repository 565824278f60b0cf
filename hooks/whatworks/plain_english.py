"""Advice on plain English, offline: long sentences, acronyms without a meaning, words to avoid. Never an error."""

import re
from collections.abc import Callable, Iterator, Mapping

from whatworks import markup
from whatworks.glossary import Glossary
from whatworks.plain_yaml import Path
from whatworks.problems import Problem
from whatworks.rules.draft import Draft
from whatworks.vocabularies import Vocabularies, Vocabulary

MOST_WORDS = 25
ACRONYM = re.compile(r"\b(?:[A-Z][A-Z&]+|[A-Z]+[a-z]?[A-Z]+)s?\b")
# Fields that hold ids, and the place of a repeat; and fields that hold names, which are as they are.
IDS = frozenset(
    {"id", "document", "section", "need", "approach", "level", "evidence", "kind", "source", "case", "where"}
)
NAMES = frozenset(
    {"name", "also_known_as", "keywords", "might_say", "lead", "partners", "run_by", "outline", "subtitle", "publisher"}
) | {
    *(
        "authors",
        "author_bodies",
        "commissioned_by",
        "place",
        "depth",
        "region",
        "made_by",
        "setting",
        "status",
        "stage",
    ),
    *("audiences", "funding", "needs", "approaches", "reviewed", "review_by", "published"),
}
NAMED_BY_TITLE = frozenset({"source", "resource"})
# Capitals that everybody reads.
KNOWN = frozenset({"UK", "USA", "OK", "TV", "IT", "CD", "ROM", "NHS", "MSc", "II", "III"})


class Plain:
    """What the advice needs of the vocabularies."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.glossary = Glossary(vocabularies["glossary"])
        self.avoid = _words(vocabularies["words_to_avoid"])


def _words(vocabulary: Vocabulary) -> Mapping[re.Pattern[str], str]:
    """A pattern for each word to avoid, with what to write instead."""
    forms = {form: term.definition for term in vocabulary for form in (term.label, *term.synonyms)}
    return {_pattern(form): instead for form, instead in forms.items()}


def _pattern(form: str) -> re.Pattern[str]:
    """A form as it stands, or with a capital where a sentence begins: elsewhere a capital makes it a name."""
    first = f"{re.escape(form[0].upper())}{re.escape(form[1:])}"
    return re.compile(rf"(?<![\w-])(?:{re.escape(form)}|(?:(?<=^)|(?<=[.!?]\s)){first})(?![\w-])")


Text = tuple[str, Callable[..., Problem]]


def texts(draft: Draft) -> Iterator[Text]:
    """Each text that readers read, with what makes a problem of it: (code, word in it, values)."""
    names = NAMES | {"title"} if draft.kind in NAMED_BY_TITLE else NAMES
    for path, text in draft.texts():
        if path[-1] not in IDS and path[0] not in names:
            yield text, _in_field(draft, path)
    for paragraph in markup.paragraphs(markup.masked(draft.document.body)):
        plain = markup.CITATION.sub(lambda found: " " * len(found.group()), paragraph.text)
        yield markup.without_targets(plain), _in_story(draft, paragraph)


def _in_field(draft: Draft, path: Path) -> Callable[..., Problem]:
    return lambda code, word, **values: draft.problem(code, path, word, **values)


def _in_story(draft: Draft, paragraph: markup.Paragraph) -> Callable[..., Problem]:
    def problem(code: str, word: str, **values: object) -> Problem:
        return draft.in_story(code, paragraph.offset + max(paragraph.text.find(word), 0), **values)

    return problem


def sentences_are_short(draft: Draft, plain: Plain) -> Iterator[Problem]:
    """A sentence has 25 words or fewer."""
    for text, problem in texts(draft):
        for sentence in markup.story_sentences(text):
            length = markup.words(sentence)
            if length > MOST_WORDS:
                first = " ".join(sentence.split()[:3])
                yield problem("long_sentence", first, value=first, length=length, most=MOST_WORDS)


def acronyms_have_a_meaning(draft: Draft, plain: Plain) -> Iterator[Problem]:
    """An acronym is in the glossary, or its words stand before it in the same record."""
    whole = " ".join(text for text, _ in texts(draft))
    seen: set[str] = set()
    for text, problem in texts(draft):
        for found in ACRONYM.findall(text):
            word = found.removesuffix("s") if found[:-1].isupper() else found
            if word in KNOWN or word in plain.glossary.terms or found in plain.glossary.terms or word in seen:
                continue
            seen.add(word)
            if f"({word})" not in whole and f"({found})" not in whole:
                yield problem("unexplained_acronym", found, value=found)


def words_are_plain(draft: Draft, plain: Plain) -> Iterator[Problem]:
    """Words of offices give way to words of people."""
    for text, problem in texts(draft):
        for pattern, instead in plain.avoid.items():
            if found := pattern.search(text):
                yield problem("word_to_avoid", found.group(), value=found.group(), instead=instead)


ADVICE: tuple[Callable[[Draft, Plain], Iterator[Problem]], ...] = (
    sentences_are_short,
    acronyms_have_a_meaning,
    words_are_plain,
)


def advise(draft: Draft, plain: Plain) -> list[Problem]:
    """What could be plainer in a record."""
    return [problem for rule in ADVICE for problem in rule(draft, plain)]

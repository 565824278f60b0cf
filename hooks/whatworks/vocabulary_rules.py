"""What a schema cannot say of a vocabulary: one small function per rule, its docstring is the rule."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from whatworks.library import Source
from whatworks.placed_text import Document
from whatworks.plain_yaml import Path
from whatworks.problems import Problem, nearest_note

Terms = list[Mapping[str, Any]]


def _problem(code: str, document: Document, path: Path, label: str, /, **values: Any) -> Problem:
    return Problem.of(code, document.path, *document.where(path), f"{label} (term {int(path[1]) + 1})", **values)


def _nearest(word: str, choices: Iterable[str]) -> str:
    found = get_close_matches(word, sorted(choices), n=1, cutoff=0.5)
    return nearest_note(found[0] if found else None)


def ids_are_unique(document: Document, terms: Terms) -> Iterator[Problem]:
    """No two terms have the same id."""
    seen: set[str] = set()
    for number, term in enumerate(terms):
        if term["id"] in seen:
            yield _problem("term_twice", document, ("terms", number, "id"), "Id", value=term["id"])
        seen.add(term["id"])


def words_lead_to_one_term(document: Document, terms: Terms) -> Iterator[Problem]:
    """A label or a synonym stands for one term only."""
    seen: dict[str, str] = {}
    labels = [(("terms", n, "label"), "Label", term["label"], term["id"]) for n, term in enumerate(terms)]
    synonyms = [
        (("terms", n, "synonyms", place), "Synonym", word, term["id"])
        for n, term in enumerate(terms)
        for place, word in enumerate(term["synonyms"])
    ]
    named = {term["label"].casefold() for term in terms}
    for path, label, word, id in [*labels, *synonyms]:
        other = seen.setdefault(word.casefold(), id)
        if other != id or (label == "Synonym" and word.casefold() in named):
            yield _problem("synonym_twice", document, path, label, value=word, other=other)


def broader_terms_exist(document: Document, terms: Terms) -> Iterator[Problem]:
    """A broader term is a top term of the same list: lists have two levels."""
    broader = {term["id"]: term.get("broader") for term in terms}
    for number, term in enumerate(terms):
        value, path = term.get("broader"), ("terms", number, "broader")
        if value and value not in broader:
            yield _problem("unknown_broader", document, path, "Broader", value=value, nearest=_nearest(value, broader))
        elif value and broader[value]:
            yield _problem("too_deep", document, path, "Broader", value=value)


def signs_are_unique(document: Document, terms: Terms) -> Iterator[Problem]:
    """No two signs of a list have the same id: it stands in addresses."""
    seen: set[str] = set()
    for number, term in enumerate(terms):
        for place, sign in enumerate(term.get("signs", ())):
            if sign["id"] in seen:
                path = ("terms", number, "signs", place, "id")
                yield _problem("term_twice", document, path, "Id", value=sign["id"])
            seen.add(sign["id"])


RULES: tuple[Callable[[Document, Terms], Iterator[Problem]], ...] = (
    ids_are_unique,
    words_lead_to_one_term,
    broader_terms_exist,
    signs_are_unique,
)


def sources_exist(document: Document, terms: Terms, sources: Mapping[str, Source | None]) -> Iterator[Problem]:
    """The source of a term or an advice is a section of a source record; `None` stands for one with mistakes."""
    for path, entry in _sources(terms):
        name, section = entry.get("document", ""), entry.get("section", "")
        if name and name not in sources:
            values = {"value": name, "nearest": _nearest(name, sources)}
            yield _problem("unknown_document", document, (*path, "document"), "Document", **values)
        elif section and (source := sources.get(name)) and section not in (ids := [one.id for one in source.outline]):
            values = {"value": section, "document": name, "nearest": _nearest(section, ids)}
            yield _problem("unknown_section", document, (*path, "section"), "Section", **values)


def _sources(terms: Terms) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Each source that terms name, and where it stands."""
    for number, term in enumerate(terms):
        yield ("terms", number, "source"), term.get("source", {})
        for place, advice in enumerate(term.get("helps", ())):
            yield ("terms", number, "helps", place, "source"), advice.get("source", {})


def see_also_exists(document: Document, terms: Terms, ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """What a term says to see as well is a term of the list that it names."""
    for number, term in enumerate(terms):
        for place, value in enumerate(term.get("see_also", ())):
            name, _, id = value.partition("/")
            if name in ids and id not in ids[name]:
                path = ("terms", number, "see_also", place)
                nearest = _nearest(value, [f"{name}/{one}" for one in ids[name]])
                yield _problem("unknown_broader", document, path, "See also", value=value, nearest=nearest)


def named_terms_exist(document: Document, terms: Terms, ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """The needs of a term, and the questions that its signs answer, are terms of their lists."""
    for number, term in enumerate(terms):
        named: list[tuple[str, str, Path, str]]
        named = [("Need", "needs", ("needs", at), id) for at, id in enumerate(term.get("needs", ()))]
        signs = enumerate(term.get("signs", ()))
        named += [("Question", "stage_questions", ("signs", at, "question"), one["question"]) for at, one in signs]
        for label, name, path, id in named:
            if name in ids and id not in ids[name]:
                values = {"value": id, "nearest": _nearest(id, ids[name])}
                yield _problem("unknown_broader", document, ("terms", number, *path), label, **values)


def check_vocabularies(
    documents: Mapping[str, Document], sources: Mapping[str, Source], unread: Iterable[str] = ()
) -> list[Problem]:
    """What the rules say of vocabularies of which every term can be used; `unread` names sources with mistakes."""
    known = {**dict.fromkeys(unread), **sources}
    ids = {name: {term["id"] for term in document.data["terms"]} for name, document in documents.items()}
    found: list[Problem] = []
    for document in documents.values():
        terms = document.data["terms"]
        found += [problem for rule in RULES for problem in rule(document, terms)]
        found += sources_exist(document, terms, known)
        found += see_also_exists(document, terms, ids)
        found += named_terms_exist(document, terms, ids)
    return found

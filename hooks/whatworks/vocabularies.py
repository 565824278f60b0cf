"""Controlled lists of terms, and the way from a reader's or an author's word to a term."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import Any

HOME = "schemas/vocabularies"
# The fields of a term that are lists of words or ids.
LISTS = ("synonyms", "might_say", "see_also", "needs", "records")


@dataclass(frozen=True)
class Sign:
    """What people say of a partnership at some stage, in answer to a question of the list `stage_questions`."""

    id: str
    question: str
    answer: str


@dataclass(frozen=True)
class Advice:
    """What a report advises, and the section where it does."""

    what: str
    document: str = ""
    section: str = ""


@dataclass(frozen=True)
class Term:
    """One entry of a vocabulary; what a list does not use is empty."""

    id: str
    label: str
    definition: str
    synonyms: tuple[str, ...] = ()
    might_say: tuple[str, ...] = ()
    broader: str = ""
    scope_note: str = ""
    question: str = ""
    rule: str = ""
    example: str = ""
    document: str = ""
    section: str = ""
    catch_all: bool = False
    see_also: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    helps: tuple[Advice, ...] = ()
    needs: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Term":
        """A term from an entry that fits vocabulary.schema.json; advice without a source has that of the term."""
        source = data.get("source", {})
        plain = {key: value for key, value in data.items() if key not in ("source", "signs", "helps", *LISTS)}
        lists: dict[str, Any] = {name: tuple(data.get(name, ())) for name in LISTS}
        return cls(
            **plain,
            **lists,
            signs=tuple(Sign(**entry) for entry in data.get("signs", ())),
            helps=tuple(Advice(entry["what"], **entry.get("source", source)) for entry in data.get("helps", ())),
            document=source.get("document", ""),
            section=source.get("section", ""),
        )


@dataclass(frozen=True)
class Vocabulary:
    """A list of terms in the order in which pages show them."""

    name: str
    title: str
    singular: str
    description: str
    terms: tuple[Term, ...]

    @classmethod
    def from_data(cls, name: str, data: Mapping[str, Any]) -> "Vocabulary":
        """A vocabulary from data that fits vocabulary.schema.json; `name` is its file's."""
        terms = tuple(Term.from_data(entry) for entry in data["terms"])
        return cls(name, data["title"], data["singular"], data["description"], terms)

    @property
    def home(self) -> str:
        """The file that holds the list."""
        return f"{HOME}/{self.name}.yml"

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        """The terms by their ids."""
        return MappingProxyType({term.id: term for term in self.terms})

    def __contains__(self, term: object) -> bool:
        return term in self.by_id

    def __getitem__(self, term: str) -> Term:
        return self.by_id[term]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def label(self, term: str) -> str:
        """How pages show a term."""
        return self[term].label

    def top(self) -> tuple[Term, ...]:
        """The terms that have no broader term."""
        return tuple(term for term in self.terms if not term.broader)

    def narrower(self, term: str) -> tuple[Term, ...]:
        """The terms directly below a term."""
        return tuple(own for own in self.terms if own.broader == term)

    def by_word(self, word: str) -> Term | None:
        """The term whose id, label or synonym is `word`, whatever its capital letters, hyphens and spaces."""
        wanted = _spoken(word)
        return next(
            (term for term in self.terms if wanted in map(_spoken, (term.id, term.label, *term.synonyms))), None
        )

    def nearest(self, word: str) -> Term | None:
        """The term whose id, label or synonym is most like `word`, or none that is like it."""
        spellings = {
            spelling.casefold(): term
            for term in reversed(self.terms)
            for spelling in (*term.synonyms, term.label, term.id)
        }
        found = get_close_matches(word.casefold(), spellings, n=1, cutoff=0.6)
        return spellings[found[0]] if found else None


def _spoken(word: str) -> str:
    """A word as it sounds: without capital letters, hyphens and underscores."""
    return " ".join(re.split(r"[\s_-]+", word.casefold().strip()))


Vocabularies = Mapping[str, Vocabulary]

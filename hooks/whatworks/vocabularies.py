"""Controlled lists of terms, and the way from a reader's or an author's word to a term."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import Any

HOME = "schemas/vocabularies"


@dataclass(frozen=True)
class Term:
    """One entry of a vocabulary; what a list does not use is empty."""

    id: str
    label: str
    definition: str
    synonyms: tuple[str, ...] = ()
    broader: str = ""
    scope_note: str = ""
    question: str = ""
    rule: str = ""
    example: str = ""
    document: str = ""
    section: str = ""
    catch_all: bool = False
    see_also: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Term":
        """A term from an entry that fits vocabulary.schema.json."""
        source = data.get("source", {})
        plain = {key: value for key, value in data.items() if key not in ("source", "synonyms", "see_also")}
        return cls(
            **plain,
            synonyms=tuple(data["synonyms"]),
            see_also=tuple(data.get("see_also", ())),
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


def usable(name: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a vocabulary as far as they can be used: records may name a term that has mistakes."""
    terms = data.get("terms")
    named = [term for term in terms if isinstance(term, dict)] if isinstance(terms, list) else []
    good = [_mended(term) for term in named if isinstance(term.get("id"), str)]
    given = {key: data.get(key) for key in ("title", "singular", "description")}
    words = {key: value if isinstance(value, str) and value else name for key, value in given.items()}
    return {**data, **words, "terms": good}


def _mended(term: Mapping[str, Any]) -> Mapping[str, Any]:
    """A term without what has the wrong type, and with what every term needs."""
    known = {
        key: term[key] for key in term if key in {*Term.__dataclass_fields__} - {"document", "section", "see_also"}
    }
    plain = {
        key: value for key, value in known.items() if isinstance(value, str) or (key == "catch_all" and value is True)
    }
    own = {"label": term["id"], "definition": "", **plain}
    synonyms = term.get("synonyms")
    if isinstance(term.get("see_also"), list):
        own["see_also"] = [one for one in term["see_also"] if isinstance(one, str)]
    own["synonyms"] = [word for word in synonyms if isinstance(word, str)] if isinstance(synonyms, list) else []
    source = term.get("source")
    if isinstance(source, dict) and all(isinstance(source.get(key), str) for key in ("document", "section")):
        own["source"] = source
    return own


Vocabularies = Mapping[str, Vocabulary]

"""What the form lets people choose from: terms, reports with their sections, and the files that a story may link to."""

from collections.abc import Iterable
from typing import Any, Protocol

from whatworks.catalogue import Catalogue
from whatworks.library import Source
from whatworks.vocabularies import Term, Vocabulary

Node = dict[str, Any]


class HasPath(Protocol):
    """A record that knows its file."""

    @property
    def path(self) -> str: ...


def vocabulary(own: Vocabulary) -> Node:
    """A list of terms with what helps to choose among them."""
    named = {name: getattr(own, name) for name in ("title", "singular", "home", "description")}
    return {**named, "terms": [_term(term) for term in own]}


def _term(term: Term) -> Node:
    own = {name: getattr(term, name) for name in ("id", "label", "definition", "broader", "scope_note")}
    own |= {name: getattr(term, name) for name in ("question", "rule", "example")} | {"synonyms": list(term.synonyms)}
    return {name: value for name, value in own.items() if value}


def document(source: Source) -> Node:
    """A report of this site with its sections."""
    sections = [{"id": one.id, "title": one.title, "unnumbered": one.unnumbered} for one in source.outline]
    return {"title": source.title, "year": source.year, "numbered": source.numbered_paragraphs, "sections": sections}


def files(catalogue: Catalogue) -> list[str]:
    """The files of all records, as links name them from docs/."""
    kinds: tuple[Iterable[HasPath], ...] = (catalogue.cases, catalogue.resources, catalogue.guides, catalogue.sources)
    return sorted(record.path.removeprefix("docs/") for records in kinds for record in records)

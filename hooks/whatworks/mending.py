"""What of a list of terms with mistakes can still be used: records may name its good terms."""

from collections.abc import Mapping
from typing import Any

from whatworks.vocabularies import LISTS, Term

TEXTS = frozenset(Term.__dataclass_fields__) - {"document", "section", "signs", "helps", "catch_all", *LISTS}
# The lists of small entries that a term may have, and the texts that each entry needs.
ENTRIES = {"signs": ("id", "question", "answer"), "helps": ("what",)}


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
    own: dict[str, Any] = {"label": term["id"], "definition": "", "synonyms": []}
    own |= {key: term[key] for key in term if key in TEXTS and isinstance(term[key], str)}
    own |= {key: [one for one in _list(term, key) if isinstance(one, str)] for key in LISTS if _list(term, key)}
    for key in ENTRIES:
        if found := [_entry(one, key) for one in _list(term, key) if _has_texts(one, *ENTRIES[key])]:
            own[key] = found
    if term.get("catch_all") is True:
        own["catch_all"] = True
    if _has_texts(term.get("source"), "document", "section"):
        own["source"] = term["source"]
    return own


def _list(term: Mapping[str, Any], key: str) -> list[Any]:
    value = term.get(key)
    return value if isinstance(value, list) else []


def _has_texts(entry: Any, *names: str) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(name), str) for name in names)


def _entry(entry: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """An entry with the fields that it needs and, if that is whole, its source."""
    source = {"source": entry["source"]} if _has_texts(entry.get("source"), "document", "section") else {}
    return {**{name: entry[name] for name in ENTRIES[key]}, **(source if key == "helps" else {})}

"""What a schema cannot say of the register of guidance: one small function per rule, its docstring is the rule."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.changes import KINDS, newest
from whatworks.guidance import Guidance
from whatworks.placed_text import Document
from whatworks.plain_yaml import Path
from whatworks.problems import Problem
from whatworks.rules.draft import close
from whatworks.schemas import Schemas

Known = Mapping[str, Collection[str]]
TERMS = {"needs": "need", "approaches": "approach"}


def register(
    document: Document | None, schemas: Schemas, known: Known, catalogue: Catalogue
) -> tuple[tuple[Guidance, ...], list[Problem]]:
    """The entries of the register of guidance, if nothing is wrong with it, and what its rules say.

    `known` holds the ids of each kind of record, good or bad. What its schema says was told when it was read.
    """
    if not document or not document.data or schemas.problems("guidance", document):
        return (), []
    terms = {name: [term.id for term in catalogue.vocabularies[name]] for name in TERMS}
    problems = list(check_guidance(document, schemas, {**known, **terms}, catalogue))
    entries = [] if problems else document.data["documents"]
    return tuple(Guidance.from_data(entry) for entry in entries), problems


def check_guidance(document: Document, schemas: Schemas, known: Known, catalogue: Catalogue) -> Iterator[Problem]:
    """What the rules say of a register that fits its schema; `known` holds the ids of each kind, good or bad."""

    def problem(code: str, path: Path, **values: Any) -> Problem:
        return Problem.of(code, document.path, *document.where(path), schemas.label("guidance", path), **values)

    seen: set[tuple[str, int]] = set()
    for number, entry in enumerate(document.data["documents"]):
        told = (entry["title"].casefold(), entry["year"])
        if told in seen:
            yield problem("guidance_twice", ("documents", number, "title"), value=entry["title"])
        seen.add(told)
        for place, cited in enumerate(entry["cites"]):
            path: Path = ("documents", number, "cites", place)
            yield from _cited(problem, path, cited, known, catalogue)


def _cited(problem: Any, path: Path, cited: Mapping[str, str], known: Known, catalogue: Catalogue) -> Iterator[Problem]:
    """A page that is cited exists, and the version on which guidance relies is not later than its own."""
    kind, id, version = cited["kind"], cited["id"], cited.get("version", "")
    if id not in known[kind]:
        home = f"schemas/vocabularies/{kind}.yml" if kind in TERMS else f"docs/{kind}/"
        values = {"kind": TERMS.get(kind) or KINDS[kind].word, "nearest": close(id, known[kind]), "home": home}
        yield problem("unknown_record", (*path, "id"), value=id, **values)
    elif (latest := newest(catalogue, kind, id)) and version[:10] > latest:
        yield problem("version_ahead", (*path, "version"), value=version, latest=latest)

"""What schemas and rules say of a file that was read, and what they may know besides it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from whatworks.addresses import addresses
from whatworks.library import Source
from whatworks.problems import Problem
from whatworks.records import Read
from whatworks.rules import Around, Draft, check
from whatworks.schemas import Schemas
from whatworks.vocabularies import Vocabularies

# Problems that leave a part of a record unread.
PARTIAL = ("missing", "unknown_field", "wrong_type", "empty", "text_as_field", "too_few")


def around_of(read: Sequence[Read], files: frozenset[str], schemas: Schemas, vocabularies: Vocabularies) -> Around:
    """What the rules may know besides a record, of all that were read; `files` are their paths below docs/."""
    starts_lead_to = schemas.at("start", ("also", 0, "to"))["x-pages"]
    sources = _sources(schemas, read)
    return Around(
        schemas,
        frozenset(one.id for one in read if one.folder == "case_studies"),
        sources,
        files,
        frozenset(one.id for one in read if one.folder == "sources" and one.id not in sources),
        addresses(starts_lead_to, [(one.folder, one.id) for one in read], vocabularies),
        _figures(read),
    )


def checked(one: Read, around: Around) -> list[Problem]:
    """What schema and rules say of a file that could be read."""
    document, kind = one.document, one.kind
    if not document.text:
        return []
    if not document.data:
        draft = Draft(one.id, kind, one.folder, document, around, is_whole=False)
        return check(draft) if document.body.strip() else []
    found = around.schemas.problems(kind, document)
    is_whole = not document.unsure and not any(problem.code in PARTIAL for problem in found)
    empty = {(problem.line, problem.column, problem.field) for problem in found if problem.code == "empty"}
    said = check(Draft(one.id, kind, one.folder, document, around, is_whole))
    # Of what is empty, no more is said.
    found += [problem for problem in said if (problem.line, problem.column, problem.field) not in empty]
    return document.sure(found)


def _sources(schemas: Schemas, read: Sequence[Read]) -> Mapping[str, Source]:
    """The sources whose fields can be used, even where their story has mistakes."""
    found = {
        one.id: Source.from_data(one.id, one.document.path, one.document.data, one.document.body)
        for one in read
        if one.folder == "sources" and one.document.data and not schemas.problems("source", one.document)
    }
    return MappingProxyType(found)


def _figures(read: Sequence[Read]) -> Mapping[str, frozenset[str]]:
    """The ids of the figures of each survey, as far as they could be read."""
    found = {}
    for one in (one for one in read if one.folder == "evidence"):
        listed = one.document.data.get("figures")
        entries = (entry for entry in listed if isinstance(entry, dict)) if isinstance(listed, list) else ()
        found[one.id] = frozenset(str(entry.get("id")) for entry in entries)
    return MappingProxyType(found)

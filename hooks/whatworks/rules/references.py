"""Rules for what a record refers to: one small function per rule, its docstring is the rule."""

from collections.abc import Iterator, Mapping
from typing import Any

from whatworks import markup
from whatworks.library import Source
from whatworks.plain_yaml import Path
from whatworks.problems import Problem
from whatworks.rules.draft import WITH_SOURCE, Draft, close


def sources_exist(draft: Draft) -> Iterator[Problem]:
    """Each source entry has its own id and names a section that is in the outline of its document."""
    seen: set[str] = set()
    for number, entry in draft.entries("sources"):
        path: Path = ("sources", number)
        id, name, section = (entry.get(key) for key in ("id", "document", "section"))
        if id in seen:
            yield draft.problem("source_twice", (*path, "id"), value=id)
        seen.add(str(id))
        source = draft.around.sources.get(str(name))
        if not source:
            if isinstance(name, str):
                nearest = close(name, draft.around.sources)
                yield draft.problem("unknown_document", (*path, "document"), value=name, nearest=nearest)
            continue
        ids = [one.id for one in source.outline]
        if isinstance(section, str) and section not in ids:
            values = {"value": section, "document": source.id, "nearest": close(section, ids)}
            yield draft.problem("unknown_section", (*path, "section"), **values)
        yield from _paragraph(draft, path, entry, source)


def _paragraph(draft: Draft, path: Path, entry: Mapping[str, Any], source: Source) -> Iterator[Problem]:
    if "paragraph" in entry and not source.numbered_paragraphs:
        yield draft.problem("paragraph_not_numbered", (*path, "paragraph"), document=source.id)
    if "paragraph" not in entry and source.numbered_paragraphs and not _unnumbered(entry, source):
        yield draft.problem("paragraph_missing", path, document=source.id)


def _unnumbered(entry: Mapping[str, Any], source: Source) -> bool:
    """Whether the paragraphs of the cited section carry no numbers; so too where it is not known."""
    return next((one.unnumbered for one in source.outline if one.id == entry.get("section")), True)


def named_sources_are_listed(draft: Draft) -> Iterator[Problem]:
    """A `source` in an outcome, condition, setback or effort is the id of an entry under sources."""
    named: list[tuple[Path, Any]] = [
        ((name, number, "source"), entry.get("source")) for name in WITH_SOURCE for number, entry in draft.entries(name)
    ]
    effort = draft.document.data.get("effort")
    if isinstance(effort, dict):
        named.append((("effort", "source"), effort.get("source")))
    for path, value in named:
        if isinstance(value, str) and value not in draft.source_ids:
            yield draft.problem("unknown_source", path, value=value, nearest=close(value, draft.source_ids))


def sources_are_used(draft: Draft) -> Iterator[Problem]:
    """Each entry under sources of a case is cited in the story or in a field."""
    used = set(markup.CITATION.findall(draft.document.body))
    used |= {str(entry.get("source")) for name in WITH_SOURCE for _, entry in draft.entries(name)}
    effort = draft.document.data.get("effort")
    used.add(str(effort.get("source")) if isinstance(effort, dict) else "")
    for number, entry in draft.entries("sources"):
        if isinstance(entry.get("id"), str) and entry["id"] not in used:
            yield draft.problem("unused_source", ("sources", number, "id"), value=entry["id"])


def related_cases_exist(draft: Draft) -> Iterator[Problem]:
    """A related case or a successor is another case that exists."""
    named: list[tuple[Path, Any]] = [
        (("related", number, "case"), entry.get("case")) for number, entry in draft.entries("related")
    ]
    withdrawn = draft.document.data.get("withdrawn")
    if isinstance(withdrawn, dict):
        named.append((("withdrawn", "successor"), withdrawn.get("successor")))
    for path, value in named:
        if value == draft.id:
            yield draft.problem("self_reference", path, value=value)
        elif isinstance(value, str) and value not in draft.around.cases:
            nearest = close(value, draft.around.cases)
            yield draft.problem("unknown_record", path, kind="case study", value=value, nearest=nearest)

"""Rules for what a record refers to: one small function per rule, its docstring is the rule."""

from collections.abc import Iterator, Mapping
from typing import Any

from whatworks import markup
from whatworks.addresses import lost
from whatworks.library import Source
from whatworks.plain_yaml import Path
from whatworks.problems import Problem
from whatworks.reasons import NOT_REPORTED
from whatworks.rules.draft import WITH_SOURCE, WITH_SOURCES, Draft, close, close_or_all, nearest

# What says of which kind a source is.
SOURCE_KINDS = ("document", "publication", "told_by")


def sources_are_of_one_kind(draft: Draft) -> Iterator[Problem]:
    """A source is a section of a report, a part of another publication, or an account: one of them, and only one."""
    for number, entry in draft.entries("sources"):
        given = [kind for kind in SOURCE_KINDS if kind in entry]
        if len(given) > 1:
            yield draft.problem("source_mixed", ("sources", number, given[1]), value=entry[given[1]], other=given[0])
        elif not given and set(entry) <= {"id"}:
            yield draft.problem("source_kind", ("sources", number))


def sources_exist(draft: Draft) -> Iterator[Problem]:
    """Each source entry has its own id and names a section that is in the outline of its document."""
    seen: set[str] = set()
    for number, entry in draft.entries("sources"):
        path: Path = ("sources", number)
        id, name, section = (entry.get(key) for key in ("id", "document", "section"))
        if isinstance(id, str) and id in seen:
            yield draft.problem("source_twice", (*path, "id"), value=id)
        seen.add(str(id))
        source = draft.around.sources.get(str(name))
        if not source:
            if isinstance(name, str) and name and name not in draft.around.unread:
                near = close(name, draft.around.sources)
                yield draft.problem("unknown_document", (*path, "document"), value=name, nearest=near)
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


def _named(draft: Draft) -> Iterator[tuple[Path, Any]]:
    """Each source that an entry or an effort names, with its path."""
    for name in WITH_SOURCE:
        for number, entry in draft.entries(name):
            yield (name, number, "source"), entry.get("source")
    for name in WITH_SOURCES:
        for number, entry in draft.entries(name):
            sources = entry.get("sources")
            for place, id in enumerate(sources if isinstance(sources, list) else ()):
                yield (name, number, "sources", place), id
    effort = draft.document.data.get("effort")
    if isinstance(effort, dict):
        yield ("effort", "source"), effort.get("source")


def named_sources_are_listed(draft: Draft) -> Iterator[Problem]:
    """A source that an entry or an effort names is the id of an entry under sources."""
    for path, value in _named(draft) if draft.knows_sources else ():
        if isinstance(value, str) and value and value not in draft.source_ids:
            yield draft.problem("unknown_source", path, value=value, nearest=close_or_all(value, draft.source_ids))


def sources_are_used(draft: Draft) -> Iterator[Problem]:
    """Each entry under sources of a case is cited in the story or in a field; a misspelt citation counts."""
    if not draft.is_whole:
        return
    named = [*markup.CITATION.findall(draft.document.body), *(str(value) for _, value in _named(draft))]
    used = {id for word in named for id in ([word] if word in draft.source_ids else nearest(word, draft.source_ids))}
    for number, entry in draft.entries("sources"):
        if isinstance(entry.get("id"), str) and entry["id"] not in used:
            yield draft.problem("unused_source", ("sources", number, "id"), value=entry["id"])


def reports_can_be_found(draft: Draft) -> Iterator[Problem]:
    """The reference of a report names who wrote it and who published it or asked for it; schemas ask for the rest."""
    data = draft.document.data
    if data.get("authors") == [] and data.get("author_bodies") == []:
        yield draft.problem("nobody_wrote_it", ("author_bodies",))
    if data.get("publisher") == data.get("commissioned_by") == NOT_REPORTED:
        yield draft.problem("nobody_published_it", ("publisher",))


def outline_hangs_together(draft: Draft) -> Iterator[Problem]:
    """Each section of an outline has its own id, and stands in a section further up."""
    above: list[str] = []
    for number, entry in draft.entries("outline"):
        id, outer = entry.get("id"), entry.get("in")
        if isinstance(outer, str) and outer not in above:
            yield draft.problem("unknown_outer", ("outline", number, "in"), value=outer, nearest=close(outer, above))
        if isinstance(id, str) and id in above:
            yield draft.problem("section_twice", ("outline", number, "id"), value=id)
        above.append(str(id))


def related_cases_exist(draft: Draft) -> Iterator[Problem]:
    """A related case, a successor or a case that shows something is another case that exists."""
    named: list[tuple[Path, Any]] = [
        ((name, number, "case"), entry.get("case"))
        for name in ("related", "cases")
        for number, entry in draft.entries(name)
    ]
    for number, step in draft.entries("steps"):
        shown = step.get("cases")
        for place, entry in enumerate(shown if isinstance(shown, list) else ()):
            if isinstance(entry, dict):
                named.append((("steps", number, "cases", place, "case"), entry.get("case")))
    withdrawn = draft.document.data.get("withdrawn")
    if isinstance(withdrawn, dict):
        named.append((("withdrawn", "successor"), withdrawn.get("successor")))
    for path, value in named:
        if value == draft.id:
            yield draft.problem("self_reference", path, value=value)
        elif isinstance(value, str) and value not in draft.around.cases:
            near = close(value, draft.around.cases)
            values = {"kind": "case study", "value": value, "nearest": near, "home": "docs/case_studies/"}
            yield draft.problem("unknown_record", path, **values)


def links_lead_to_pages(draft: Draft) -> Iterator[Problem]:
    """Each link of a start page leads to an address of this site; in one of the finder, each filter is known."""
    known = draft.around.addresses
    filters = {query for address in known if (query := address.partition("?")[2])}
    for name in ("steps", "also"):
        for number, entry in draft.entries(name):
            to, path = entry.get("to"), (name, number, "to")
            wrong = lost(to, known) if isinstance(to, str) else ""
            page, _, query = wrong.partition("?")
            if query and page in known:
                yield draft.problem("unknown_filter", path, query, value=query, nearest=close(query, filters))
            elif wrong:
                yield draft.problem("unknown_address", path, wrong, value=wrong, nearest=close(wrong, known))

"""The folders of records, and what a file of each becomes: a record without problems, and the catalogue of these."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.frameworks import Framework
from whatworks.guides import Guide
from whatworks.library import LibraryEntry, Source
from whatworks.meeting_tools import MeetingTool
from whatworks.placed_text import Document
from whatworks.problems import Problem
from whatworks.starts import Start, in_order
from whatworks.surveys import Survey
from whatworks.vocabularies import Vocabularies

# Each folder of records below docs/, and how a record is made of an id, a path, fields and a story.
FOLDERS: Mapping[str, tuple[str, Callable[..., Any]]] = MappingProxyType(
    {
        "sources": ("source", Source.from_data),
        "case_studies": ("case_study", CaseStudy.from_data),
        "resources": ("resource", LibraryEntry.from_data),
        "guides": ("guide", Guide.from_data),
        "evidence": ("survey", Survey.from_data),
        "start": ("start", Start.from_data),
        "frameworks": ("framework", Framework.from_data),
        "meeting_tools": ("meeting_tool", MeetingTool.from_data),
    }
)
# Where the catalogue keeps the records of a folder, if not under its name.
FIELDS: Mapping[str, str] = MappingProxyType({"case_studies": "cases", "evidence": "surveys", "start": "starts"})


@dataclass(frozen=True)
class Read:
    """A file of a folder of records, as far as it could be read."""

    id: str
    folder: str
    document: Document
    problems: tuple[Problem, ...]

    @property
    def kind(self) -> str:
        """The name of its schema: a case says itself how deep it goes, or else its headings do."""
        kind = FOLDERS[self.folder][0]
        if kind != "case_study":
            return kind
        depth, has_sections = self.document.data.get("depth"), "\n## " in f"\n{self.document.body}"
        said = get_close_matches(str(depth).lower(), ("case study", "brief"), n=1)
        return "case_study" if "case study" in said or (has_sections and not said) else "brief"

    def record(self) -> Any:
        """The record in a file without problems; a case, a guide and a meeting tool also know which text this is."""
        document = self.document
        made = FOLDERS[self.folder][1](self.id, document.path, document.data, document.body)
        return replace(made, digest=document.digest) if isinstance(made, CaseStudy | Guide | MeetingTool) else made


def catalogue_of(records: Mapping[str, list[Any]], vocabularies: Vocabularies) -> Catalogue:
    """The good records of each folder; those that no page could show are left out.

    That is a record whose source has mistakes, and every record while a list of terms is missing altogether.
    """
    known = frozenset(source.id for source in records["sources"])
    named = all(vocabulary.terms for vocabulary in vocabularies.values())

    def shown(folder: str) -> tuple[Any, ...]:
        if folder == "sources":
            return tuple(records[folder])
        cited = ((one, {citation.document for citation in getattr(one, "sources", ())}) for one in records[folder])
        return tuple(one for one, documents in cited if named and documents <= known | {""})

    fields: dict[str, Any] = {FIELDS.get(folder, folder): shown(folder) for folder in FOLDERS}
    return Catalogue(vocabularies=vocabularies, **{**fields, "starts": in_order(fields["starts"])})

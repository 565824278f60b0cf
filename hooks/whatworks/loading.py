"""The only file that reads docs/ and schemas/: files to a catalogue and the problems found on the way.

What was promised in published/ is read by archive.py.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from whatworks.addresses import addresses
from whatworks.archive import NOTHING, Archive, read_archive
from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.file_names import name_problems, printable, twin_of
from whatworks.frameworks import Framework
from whatworks.front_matter import MOST_KB, Document, decoded, parse, read_yaml
from whatworks.guidance_rules import register
from whatworks.guides import Guide
from whatworks.library import LibraryEntry, Source
from whatworks.meeting_tools import MeetingTool
from whatworks.mending import usable
from whatworks.plain_english import Plain, advise
from whatworks.problems import Problem
from whatworks.rules import Around, Draft, check
from whatworks.schemas import Schemas
from whatworks.starts import Start, in_order
from whatworks.surveys import Survey
from whatworks.vocabularies import HOME, Vocabularies, Vocabulary
from whatworks.vocabulary_rules import check_vocabularies

# Lists that no field names: they help readers and writers.
FOR_READERS = (
    *("everyday_words", "glossary", "guide_questions", "key_figures", "stage_questions", "survey_subjects"),
    "words_to_avoid",
)
TEXT_ENDINGS = (".md", ".markdown", ".txt")
# Problems that leave a part of a record unread.
PARTIAL = ("missing", "unknown_field", "wrong_type", "empty", "text_as_field", "too_few")
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
class Loaded:
    """What was read: the records without problems, all problems, the files looked at, and advice on the good ones.

    `schemas` are what the records were checked against, `archive` is what was promised.
    """

    catalogue: Catalogue
    schemas: Schemas
    problems: tuple[Problem, ...]
    paths: tuple[str, ...]
    advice: tuple[Problem, ...] = ()
    archive: Archive = NOTHING

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.paths)


@dataclass(frozen=True)
class Read:
    """A file of a folder of records, as far as it could be read."""

    id: str
    folder: str
    document: Document
    problems: tuple[Problem, ...]


def load(root: Path) -> Loaded:
    """Everything below `root`: schemas/, its vocabularies and the records in docs/."""
    schemas, vocabularies, lists, problems = load_vocabularies(root)
    read = [one for folder in FOLDERS for one in read_folder(root, folder)]
    sources = _sources(schemas, [one for one in read if one.folder == "sources"])
    around = _around(root, read, schemas, sources, vocabularies)
    problems += check_vocabularies(lists, sources, around.unread)
    records: dict[str, list[Any]] = {folder: [] for folder in FOLDERS}
    advice: list[Problem] = []
    plain = Plain(vocabularies)
    for one in read:
        found = [*one.problems, *checked(one, around)]
        problems += found
        if not found:
            advice += advise(Draft(one.id, _kind(one), one.folder, one.document, around), plain)
            records[one.folder].append(_made(one))
    known = {folder: [one.id for one in read if one.folder == folder] for folder in FOLDERS}
    archive = read_archive(root, schemas)
    catalogue = replace(_catalogue(records, vocabularies), schemas=schemas.files, **archive.for_catalogue())
    guidance, found = register(archive.documents.get("guidance"), schemas, known, catalogue)
    paths = (*(f"{HOME}/{name}.yml" for name in vocabularies), *(one.document.path for one in read), *archive.paths)
    everything = tuple(sorted({*problems, *found, *archive.problems}))
    return Loaded(
        replace(catalogue, guidance=guidance), schemas, everything, paths, tuple(sorted(set(advice))), archive
    )


def _around(
    root: Path, read: list[Read], schemas: Schemas, sources: Mapping[str, Source], vocabularies: Vocabularies
) -> Around:
    """What the rules may know besides a record."""
    starts_lead_to = schemas.at("start", ("also", 0, "to"))["x-pages"]
    return Around(
        schemas,
        frozenset(one.id for one in read if one.folder == "case_studies"),
        MappingProxyType(dict(sources)),
        frozenset(str(path.relative_to(root / "docs").as_posix()) for path in (root / "docs").rglob("*.md")),
        frozenset(one.id for one in read if one.folder == "sources" and one.id not in sources),
        addresses(starts_lead_to, [(one.folder, one.id) for one in read], vocabularies),
        _figures(one for one in read if one.folder == "evidence"),
    )


def _made(one: Read) -> Any:
    """The record in a file without problems; a case, a guide and a meeting tool also know which text this is."""
    made = FOLDERS[one.folder][1](one.id, one.document.path, one.document.data, one.document.body)
    return replace(made, digest=one.document.digest) if isinstance(made, CaseStudy | Guide | MeetingTool) else made


def _catalogue(records: Mapping[str, list[Any]], vocabularies: Vocabularies) -> Catalogue:
    """The good records; those that no page could show are left out.

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


def load_vocabularies(root: Path) -> tuple[Schemas, Vocabularies, Mapping[str, Document], list[Problem]]:
    """The schemas, the vocabularies, those that fit their schema as they were read, and what is wrong.

    A list with mistakes keeps its good terms; one that cannot be read at all is there without terms.
    """
    files = {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((root / "schemas").glob("*.schema.json"))
    }
    plain = Schemas(files, {})
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in (*plain.vocabulary_names(), *FOR_READERS):
        documents[name], found = _list_read(root / HOME / f"{name}.yml", f"{HOME}/{name}.yml")
        problems += found
        if documents[name].data:
            problems += sure(plain.problems("vocabulary", documents[name]), documents[name])
    vocabularies = {
        name: Vocabulary.from_data(name, usable(name, document.data)) for name, document in documents.items()
    }
    sound = {name: document for name, document in documents.items() if document.data == usable(name, document.data)}
    return Schemas(files, vocabularies), MappingProxyType(vocabularies), sound, problems


def _list_read(path: Path, name: str) -> tuple[Document, list[Problem]]:
    """A vocabulary as it was read."""
    text, problems = decoded(path.read_bytes() if path.is_file() else b"", name)
    return (Document(name), problems) if problems else read_yaml(text, name)


def sure(problems: Iterable[Problem], document: Document) -> list[Problem]:
    """The problems of values that were read as they were meant."""
    return [problem for problem in problems if (problem.line, problem.column) not in document.unsure]


def read_folder(root: Path, folder: str) -> list[Read]:
    """The files of one folder of records, in the order of their names."""
    paths = sorted((root / "docs" / folder).iterdir()) if (root / "docs" / folder).is_dir() else []
    paths = [path for path in paths if not path.name.startswith(".")]
    return [_read(root, folder, path, twin_of(path.name, [other.name for other in paths])) for path in paths]


def _read(root: Path, folder: str, path: Path, twin: str) -> Read:
    """One file; what is not a plain file of text is not opened."""
    name = printable(path.relative_to(root).as_posix())
    document, problems = Document(name), name_problems(path.name, name, twin)
    if path.is_symlink():
        problems.append(Problem.of("symlink", name, 1, 1))
    elif not path.is_file():
        problems = [Problem.of("not_a_file", name, 1, 1, folder=f"docs/{folder}")]
    elif path.suffix.lower() not in TEXT_ENDINGS:
        problems = [Problem.of("not_a_record", name, 1, 1, name=printable(path.name), folder=f"docs/{folder}")]
    elif path.stat().st_size > MOST_KB * 1024:
        size = -(-path.stat().st_size // 1024)  # rounded up, so that it is more than the most
        problems.append(Problem.of("too_large", name, 1, 1, size=size, most=MOST_KB))
    else:
        document, found = _parsed(path, name)
        problems += found
    return Read(path.stem, folder, document, tuple(problems))


def _parsed(path: Path, name: str) -> tuple[Document, list[Problem]]:
    """A file of text as it was read; bytes that are no text are a problem at the first of them."""
    text, problems = decoded(path.read_bytes(), name)
    return (Document(name), problems) if problems else parse(text, name)


def _kind(one: Read) -> str:
    """The name of the schema of a record: a case says itself how deep it goes, or else its headings do."""
    kind = FOLDERS[one.folder][0]
    if kind != "case_study":
        return kind
    depth, has_sections = one.document.data.get("depth"), "\n## " in f"\n{one.document.body}"
    said = get_close_matches(str(depth).lower(), ("case study", "brief"), n=1)
    return "case_study" if "case study" in said or (has_sections and not said) else "brief"


def checked(one: Read, around: Around) -> list[Problem]:
    """What schema and rules say of a file that could be read."""
    document, kind = one.document, _kind(one)
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
    return sure(found, document)


def _figures(read: Iterable[Read]) -> Mapping[str, frozenset[str]]:
    """The ids of the figures of each survey, as far as they could be read."""
    found = {}
    for one in read:
        listed = one.document.data.get("figures")
        entries = (entry for entry in listed if isinstance(entry, dict)) if isinstance(listed, list) else ()
        found[one.id] = frozenset(str(entry.get("id")) for entry in entries)
    return MappingProxyType(found)


def _sources(schemas: Schemas, read: Iterable[Read]) -> dict[str, Source]:
    """The sources whose fields can be used, even where their story has mistakes."""
    return {
        one.id: Source.from_data(one.id, one.document.path, one.document.data, one.document.body)
        for one in read
        if one.document.data and not schemas.problems("source", one.document)
    }

"""The only file that reads docs/ and schemas/: files to a catalogue and the problems found on the way."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.front_matter import Document, parse, read_yaml
from whatworks.library import Guide, LibraryEntry, Source
from whatworks.problems import Problem
from whatworks.rules import Around, Draft, check
from whatworks.schemas import Schemas
from whatworks.vocabularies import HOME, Term, Vocabularies, Vocabulary
from whatworks.vocabulary_rules import check_vocabularies

MOST_KB = 100
GOOD_NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*\.md$")
# Each folder of records below docs/, and how a record is made of an id, a path, fields and a story.
FOLDERS: Mapping[str, tuple[str, Callable[..., Any]]] = MappingProxyType(
    {
        "sources": ("source", Source.from_data),
        "case_studies": ("case_study", CaseStudy.from_data),
        "resources": ("resource", LibraryEntry.from_data),
        "guides": ("guide", Guide.from_data),
    }
)


@dataclass(frozen=True)
class Loaded:
    """What was read: the records without problems, all problems, and how many files were looked at."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    files: int


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
    problems += check_vocabularies(lists, sources)
    around = Around(
        schemas,
        frozenset(one.id for one in read if one.folder == "case_studies"),
        MappingProxyType(sources),
        frozenset(str(path.relative_to(root / "docs").as_posix()) for path in (root / "docs").rglob("*.md")),
    )
    records: dict[str, list[Any]] = {folder: [] for folder in FOLDERS}
    for one in read:
        found = [*one.problems, *_checked(one, around)]
        problems += found
        if not found:
            make = FOLDERS[one.folder][1]
            records[one.folder].append(make(one.id, one.document.path, one.document.data, one.document.body))
    if not all(vocabulary.terms for vocabulary in vocabularies.values()):
        records |= {
            folder: [] for folder in FOLDERS if folder != "sources"
        }  # no page could name the terms of a list that is not there
    cases, resources, guides = (tuple(records[name]) for name in ("case_studies", "resources", "guides"))
    known = frozenset(source.id for source in records["sources"])
    cases = tuple(case for case in cases if all(citation.document in known for citation in case.sources))
    catalogue = Catalogue(cases, resources, guides, tuple(records["sources"]), vocabularies)
    return Loaded(catalogue, tuple(sorted(set(problems))), len(vocabularies) + len(read))


def load_vocabularies(root: Path) -> tuple[Schemas, Vocabularies, Mapping[str, Document], list[Problem]]:
    """The schemas, the vocabularies, those that fit their schema as they were read, and what is wrong.

    A list with mistakes keeps its good terms; one that cannot be read at all is there without terms.
    """
    files = {
        path.name.removesuffix(".schema.json"): _json(path) for path in sorted((root / "schemas").glob("*.schema.json"))
    }
    plain = Schemas(files, {})
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in plain.vocabulary_names():
        path = root / HOME / f"{name}.yml"
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        documents[name], found = read_yaml(text, f"{HOME}/{name}.yml")
        problems += found or plain.problems("vocabulary", documents[name])
    vocabularies = {name: Vocabulary.from_data(name, _usable(name, document)) for name, document in documents.items()}
    sound = {name: document for name, document in documents.items() if document.data == _usable(name, document)}
    return Schemas(files, vocabularies), MappingProxyType(vocabularies), sound, problems


def _usable(name: str, document: Document) -> Mapping[str, Any]:
    """The fields of a vocabulary without the terms that cannot be used."""
    terms = document.data.get("terms")
    good = [term for term in terms if Term.fits(term)] if isinstance(terms, list) else []
    words = {key: document.data.get(key, name) for key in ("title", "singular", "description")}
    return {**document.data, **words, "terms": good}


def read_folder(root: Path, folder: str) -> list[Read]:
    """The files of one folder of records, in the order of their names."""
    paths = sorted((root / "docs" / folder).iterdir()) if (root / "docs" / folder).is_dir() else []
    paths = [path for path in paths if not path.name.startswith(".")]
    read = [_read(root, folder, path) for path in paths]
    seen: dict[str, str] = {}
    twins: list[Read] = []
    for one, path in zip(read, paths, strict=True):
        other = seen.setdefault(path.name.casefold(), path.name)
        problem = Problem.of("same_name", one.document.path, 1, 1, name=path.name, other=other)
        twins.append(one if other == path.name else Read(one.id, folder, one.document, (*one.problems, problem)))
    return twins


def _read(root: Path, folder: str, path: Path) -> Read:
    """One file; what is not a plain file of text is not opened."""
    name = path.relative_to(root).as_posix()
    problems: list[Problem] = []
    if not GOOD_NAME.match(path.name):
        problems.append(Problem.of("bad_name", name, 1, 1, name=path.name, better=better_name(path.name)))
    document = Document(name)
    if path.is_symlink():
        problems.append(Problem.of("symlink", name, 1, 1))
    elif not path.is_file():
        problems = [Problem.of("not_a_file", name, 1, 1, folder=f"docs/{folder}")]
    elif path.stat().st_size > MOST_KB * 1024:
        problems.append(Problem.of("too_large", name, 1, 1, size=path.stat().st_size // 1024, most=MOST_KB))
    else:
        document, found = _parsed(path, name)
        problems += found
    return Read(path.stem, folder, document, tuple(problems))


def _parsed(path: Path, name: str) -> tuple[Document, list[Problem]]:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Document(name), [Problem.of("not_utf8", name, line, 1)]
    return parse(text, name)


def _kind(one: Read) -> str:
    """The name of the schema of a record: a case says itself how deep it goes."""
    kind = FOLDERS[one.folder][0]
    return "brief" if kind == "case_study" and one.document.data.get("depth") == "brief" else kind


def _checked(one: Read, around: Around) -> list[Problem]:
    """What schema and rules say of a file that could be read."""
    if not one.document.text:
        return []
    draft = Draft(one.id, _kind(one), one.folder, one.document, around)
    if not one.document.data:
        return check(draft) if one.document.body.strip() and one.document.body_line > 1 else []
    return [*around.schemas.problems(draft.kind, one.document), *check(draft)]


def _sources(schemas: Schemas, read: Iterable[Read]) -> dict[str, Source]:
    """The sources whose fields can be used, even where their story has mistakes."""
    return {
        one.id: Source.from_data(one.id, one.document.path, one.document.data, one.document.body)
        for one in read
        if one.document.data and not schemas.problems("source", one.document)
    }


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def better_name(name: str) -> str:
    """A file name like `name` that may be an address."""
    stem = re.sub(r"[^a-z0-9]+", "-", name.removesuffix(".md").lower()).strip("-")
    return f"{stem or 'place-and-deed'}.md"

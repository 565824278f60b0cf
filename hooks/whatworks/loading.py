"""The only file that reads the records in docs/: files to a catalogue and the problems found on the way.

The schemas are read by vocabulary_files.py, and what was promised in published/ by archive.py.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from whatworks.archive import NOTHING, Archive, read_archive
from whatworks.catalogue import Catalogue
from whatworks.checking import around_of, checked
from whatworks.file_names import name_problems, printable, twin_of
from whatworks.front_matter import MOST_KB, from_bytes, parse
from whatworks.guidance_rules import register
from whatworks.placed_text import Document
from whatworks.plain_english import Plain, advise
from whatworks.problems import Problem
from whatworks.records import FOLDERS, Read, catalogue_of
from whatworks.rules import Draft
from whatworks.schemas import Schemas
from whatworks.vocabularies import HOME
from whatworks.vocabulary_files import load_vocabularies
from whatworks.vocabulary_rules import check_vocabularies

TEXT_ENDINGS = (".md", ".markdown", ".txt")


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


def load(root: Path) -> Loaded:
    """Everything below `root`: schemas/, its vocabularies and the records in docs/."""
    schemas, vocabularies, lists, problems = load_vocabularies(root)
    read = [one for folder in FOLDERS for one in read_folder(root, folder)]
    around = around_of(read, _pages(root), schemas, vocabularies)
    problems += check_vocabularies(lists, around.sources, around.unread)
    records: dict[str, list[Any]] = {folder: [] for folder in FOLDERS}
    advice: list[Problem] = []
    plain = Plain(vocabularies)
    for one in read:
        found = [*one.problems, *checked(one, around)]
        problems += found
        if not found:
            advice += advise(Draft(one.id, one.kind, one.folder, one.document, around), plain)
            records[one.folder].append(one.record())
    known = {folder: [one.id for one in read if one.folder == folder] for folder in FOLDERS}
    archive = read_archive(root, schemas)
    catalogue = replace(catalogue_of(records, vocabularies), schemas=schemas.files, **archive.for_catalogue())
    guidance, found = register(archive.documents.get("guidance"), schemas, known, catalogue)
    paths = (*(f"{HOME}/{name}.yml" for name in vocabularies), *(one.document.path for one in read), *archive.paths)
    everything = tuple(sorted({*problems, *found, *archive.problems}))
    return Loaded(
        replace(catalogue, guidance=guidance), schemas, everything, paths, tuple(sorted(set(advice))), archive
    )


def _pages(root: Path) -> frozenset[str]:
    """The paths of all files of Markdown below docs/."""
    return frozenset(path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md"))


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
        document, found = from_bytes(path.read_bytes(), name, parse)
        problems += found
    return Read(path.stem, folder, document, tuple(problems))

"""The names of record files: each is an address, for ever."""

import re
from collections.abc import Iterable

from whatworks.problems import Problem

GOOD_NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*\.md$")


def twin_of(file: str, files: Iterable[str]) -> str:
    """The name of another file that differs in capital letters only; of the two, the well-named one has no twin."""
    same = sorted(other for other in files if other.casefold() == file.casefold())
    return "" if file == same[-1] else same[-1]


def name_problems(file: str, path: str, twin: str) -> list[Problem]:
    """What is wrong with the name `file` of what stands at `path`; `twin` is as `twin_of` gives it."""
    if twin:
        return [Problem.of("same_name", path, 1, 1, name=printable(file), other=printable(twin))]
    if not GOOD_NAME.match(file):
        return [Problem.of("bad_name", path, 1, 1, name=printable(file), better=better_name(file))]
    return []


def printable(name: str) -> str:
    """A file name without line ends and other characters that a report cannot show."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def better_name(name: str) -> str:
    """A file name like `name` that may be an address."""
    stem = re.sub(r"[^a-z0-9]+", "-", re.sub(r"\.(md|markdown|txt)$", "", name.lower())).strip("-")
    return f"{stem or 'place-and-deed'}.md"

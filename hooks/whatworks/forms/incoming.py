"""What somebody sent, by download, e-mail or form: where the record is in it, and how its file is to be called."""

import re
from dataclasses import dataclass
from itertools import pairwise

from whatworks.file_names import GOOD_NAME, better_name

# A line that parts fields and story; programs for mail make a dash of three hyphens.
FENCE = re.compile(r"^[ \t\u00a0]*(?:-{3,}|[—–]-?|-[—–])[ \t\u00a0]*$")
FIELD = re.compile(r"^[a-z_]+:(?:\s|$)")
SIGNATURE = re.compile(r"^--[ \t]?$")
QUOTED = re.compile(r"^(?:>[ \t]?)+")
NAME = re.compile(r"(?<![\w.-])[a-z0-9]+(?:-[a-z0-9]+)+\.md\b")
COPY = re.compile(r"[ _-]*\(\d+\)(?=\.md$)")


@dataclass(frozen=True)
class Found:
    """The text of a record as a file holds it, whether other text stood around it, and the file name told there."""

    text: str
    around: bool
    name: str


def find(text: str) -> Found | None:
    """The record in a text: from its first line '---' to the end or to the signature of a letter."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for own in (lines, [QUOTED.sub("", line) for line in lines]):
        fences = [number for number, line in enumerate(own) if FENCE.match(line)]
        for start, end in pairwise(fences):
            if _is_fields(own[start + 1 : end]):
                return _record(own, start, end)
    return None


def _is_fields(lines: list[str]) -> bool:
    """Whether the first line that is filled is a field."""
    return bool(FIELD.match(next((line for line in lines if line.strip() and not line.startswith("#")), "")))


def _record(lines: list[str], start: int, end: int) -> Found:
    """The record whose fields stand between two lines, as a file."""
    story = lines[end + 1 :]
    last = next((number for number, line in enumerate(story) if SIGNATURE.match(line)), len(story))
    fields = [line.replace("\u00a0", " ") for line in lines[start + 1 : end]]
    text = "\n".join(["---", *fields, "---", *story[:last]]).rstrip() + "\n"
    named = NAME.search("\n".join(lines[:start]))
    around = any(line.strip() for line in lines[:start]) or last < len(story)
    return Found(text, around, named.group() if named else "")


def name_of(file: str) -> str:
    """The name that a downloaded `.md` keeps, without what a browser adds to a second copy; of others, nothing."""
    name = COPY.sub("", file)
    return (name if GOOD_NAME.match(name) else better_name(name)) if name.endswith(".md") else ""

"""Bytes to text that people can see: what is no text, what nobody can see, and what Git left behind."""

import re
import unicodedata
from collections.abc import Iterator

from whatworks.problems import Problem

CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( .*)?$")
NONCHARACTERS = frozenset("\ufffe\uffff")
# What opens or closes a span of changed writing direction (Unicode Standard Annex 9), and what has no width.
INVISIBLE = frozenset(
    "\u200b\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def _is_bad(character: str) -> bool:
    """Whether a character controls something instead of showing: none of a record's business."""
    bad = character in INVISIBLE or character in NONCHARACTERS
    return bad or (unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\t\n")


def bad_characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and name of each control or direction character."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if _is_bad(character):
                code = f"U+{ord(character):04X}"
                name = unicodedata.name(character, "control character").lower()
                yield number, column, f"{name}, {code}"


def decoded(content: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text in a file, or where it stops being text in UTF-8."""
    end = content.find(b"\0")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        end = min(error.start, end) if end >= 0 else error.start
    if end < 0:
        return text, []
    before = content[:end].decode("utf-8", errors="replace").split("\n")
    return "", [Problem.of("not_utf8", name, len(before), len(before[-1]) + 1)]


def cleaned(text: str, path: str) -> tuple[str, list[Problem]]:
    """The text with plain line ends and without characters that nobody can see, and where these stood."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    problems = [
        Problem.of("bad_character", path, line, column, name=name) for line, column, name in bad_characters(text)
    ]
    return "".join(character for character in text if not _is_bad(character)) if problems else text, problems


def merge_conflicts(text: str, path: str) -> Iterator[Problem]:
    """Each place where Git could not join two versions; of its marker lines, the first."""
    open_since = 0
    for number, line in enumerate(text.split("\n"), 1):
        if CONFLICT.match(line):
            if not open_since or line[0] == "<":
                yield Problem.of("merge_conflict", path, number, 1, value=line[:7])
            open_since = 0 if line[0] == ">" else number

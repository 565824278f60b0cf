"""What somebody typed as Markdown in which it means itself.

A blank line parts paragraphs, lines that begin with '- ' are a list, and `[^id]` cites a source; nothing else means
anything. theme/assets/js/contribute/plain_text.js does the same: change both together.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from whatworks.markup import CITATION, VARIABLE

# A citation and a template variable stay as they were typed: the check says what is wrong with them.
KEPT = rf"{CITATION.pattern}|{VARIABLE.pattern}"
SPECIAL = re.compile(rf"({KEPT})|(?<=\])\(|&(?=#?[0-9A-Za-z]+;)|[\\`*_\[{{}}<]")
WRITTEN = {"&": "&amp;", "<": "&lt;", "{": "&lbrace;", "}": "&rbrace;"}
# What would begin a heading, a quotation, a list, a note, a definition or code at the beginning of a block.
BEGINNING = re.compile(r"^(?:[#>+-]|!!!|:|~~~|[0-9]+(?=\.))")
BEGUN = {":": "&colon;", "~~~": " ~~~"}


def as_markdown(text: str) -> str:
    """The Markdown of a typed text."""
    return "\n\n".join(part for block in re.split(r"\n(?:[ \t]*\n)+", text) for part in _blocks(block))


def _blocks(text: str) -> Iterator[str]:
    """The lists and the paragraphs of a text without blank lines."""
    lines = [line for line in (line.strip(" \t") for line in text.split("\n")) if line]
    for is_list, group in groupby(lines, lambda line: line.startswith("- ")):
        if is_list:
            yield "\n".join("- " + _block(line[2:].strip(" \t")).strip(" ") for line in group)
        else:
            yield _block(" ".join(group))


def _block(text: str) -> str:
    """The one line of a paragraph or of an entry of a list."""
    return BEGINNING.sub(_beginning, inline(text))


def _beginning(found: re.Match[str]) -> str:
    text = found.group()
    return f"{text}\\" if text[0].isdigit() else BEGUN.get(text, f"\\{text}")


def inline(text: str) -> str:
    """A text on one line, wherever it stands."""
    return SPECIAL.sub(lambda found: found.group() if found.group(1) else _written(found.group()), text)


def _written(character: str) -> str:
    return WRITTEN.get(character, f"\\{character}")

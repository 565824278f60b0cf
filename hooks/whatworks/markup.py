"""The Markdown of a story: its paragraphs, sentences, headings, links and citations."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

CITATION = re.compile(r"\[\^([^\[\]\s]+)\](?!:)")
FOOTNOTE = re.compile(r"^\[\^[^\]\s]+\]:.*$", re.MULTILINE)
HEADING = re.compile(r"^(#{1,6})[ \t]*(.*?)[ \t#]*$", re.MULTILINE)
# A first line of a block with a line of '=' or '-' below it is a heading too.
UNDERLINED = re.compile(r"(?<![^\n]\n)^(?![ \t]*(?:#|$))([^\n]+)\n(=+|-+)[ \t]*$", re.MULTILINE)
HTML = re.compile(r"<(?:[A-Za-z][^\s<>]*|/[A-Za-z]|!--|!\w|\?)[^<>\n]*>?")
TAG_NAME = re.compile(r"<[A-Za-z][\w-]*")
BLANK = re.compile(r"[^\n]")
AUTOLINK = re.compile(r"<(?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)[^\s<>]*>", re.IGNORECASE)
# The words of a link may have brackets in them; deeper ones than these are left to `unsafe`.
LINK = re.compile(
    r"(?<!!)\[(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*\]\(\s*+<?+([^\s)>]*+)[^)]*+\)"
    r"|^ {0,3}\[(?!\^)[^\[\]]+\]:\s*<?([^\s>]+)",
    re.MULTILINE,
)
PICTURE = re.compile(r"!\[[^\]]*\][(\[][^)\]]*[)\]]")
VARIABLE = re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\$\{[^}]{0,200}\}|\{#.{0,200}?#\}|<%.{0,200}?%>")
ATTRIBUTES = re.compile(r"\{[^{}\n]+\}")
# What in a field would look like Markdown, although fields are shown as they stand.
FIELD_MARKUP = re.compile(r"!?\[[^\[\]]*\]\([^)]*\)|\[\^[^\]\s]+\]|(?<![*\w])\*\*[^*]+\*\*|(?<![`\w])`[^`]+`")
# Code as Markdown sees it: a fence names at most a language; code in a line ends with its paragraph.
CODE = re.compile(
    r"^(?P<fence>```+|~~~+)[ ]*[\w#.+-]*[ ]*\n(?:[^\n]*\n)*?(?P=fence)[ ]*$"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[^\0])+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE,
)
# The blocks of a story, without its headings; of any text, with them.
PARAGRAPH = re.compile(r"(?:^(?!#)[^\n]*\S[^\n]*(?:\n|$))+", re.MULTILINE)
BLOCK = re.compile(r"(?:^(?![ \t]*$)[^\n]+\n?)+", re.MULTILINE)
WORD = re.compile(r"\w[\w'’-]*")
SENTENCE_END = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"'’”)*_])|(?<=[.!?][\"'’”)*_][\"'’”)*_]))\s+(?=[\"'‘“(*_[]*[A-Z0-9£])"
)
TARGET = re.compile(r"(?<=\])\([^)]*\)")
# What ends a sentence without a full stop: an item of a list, a row or a cell of a table.
ITEM = re.compile(r"\n(?=\s*(?:[-*]|\d+\.) )|\n\n")
TABLE = re.compile(r"^(?=[^\n]*-)[ \t|:-]+$", re.MULTILINE)
CELL = re.compile(r"(?<!\\)\||\n")


@dataclass(frozen=True)
class Paragraph:
    """A block of text between blank lines, and its offset in the story."""

    text: str
    offset: int

    @property
    def citations(self) -> list[str]:
        """The ids cited in it."""
        return CITATION.findall(self.text)


def masked(text: str) -> str:
    """The text with code blanked out, every other character in its place."""
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def elements(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each piece of HTML begins and ends, what stands inside it included, and its first tag."""
    end, lower, unclosed = 0, text.lower(), set()
    for found in HTML.finditer(text):
        if found.start() < end:
            continue
        name = found.group()[1:4] if found.group().startswith("<!--") else (TAG_NAME.match(found.group()) or [""])[0]
        closer = "-->" if name == "!--" else f"</{name[1:].lower()}"
        end = found.end()
        if name and closer not in unclosed and (place := lower.find(closer, found.start() + 1)) >= 0:
            end = max(end, lower.find(">", place) + 1 or len(text))
        unclosed |= {closer} if end == found.end() else set()
        yield found.start(), end, found.group().strip()


def prose(text: str) -> str:
    """What a reader reads: HTML, variables, citations and the targets of links blanked out, all else in its place."""
    for start, end, _ in elements(text):
        text = text[:start] + BLANK.sub(" ", text[start:end]) + text[end:]
    for pattern in (VARIABLE, CITATION):
        text = pattern.sub(lambda found: BLANK.sub(" ", found.group()), text)
    return without_targets(text)


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The blocks of a story, headings left out."""
    for found in PARAGRAPH.finditer(text):
        yield Paragraph(found.group(), found.start())


def headings(text: str) -> Iterator[tuple[int, str, int]]:
    """Depth, words and offset of each heading, in order."""
    body = masked(text)
    found = [(one.start(), len(one.group(1)), one.group(2)) for one in HEADING.finditer(body)]
    found += [(one.start(), 1 if one.group(2)[0] == "=" else 2, one.group(1)) for one in UNDERLINED.finditer(body)]
    for offset, depth, title in sorted(found):
        yield depth, title.strip(), offset


def words(text: str) -> int:
    """How many words a reader reads."""
    return len(WORD.findall(CITATION.sub("", without_targets(text))))


def sentences(text: str) -> list[str]:
    """The sentences of a plain text."""
    return [part for part in SENTENCE_END.split(text.strip()) if part]


def story_sentences(text: str) -> Iterator[str]:
    """The sentences of a story, each on one line; an item of a list and a cell of a table end one."""
    for item in ITEM.split(text):
        for block in CELL.split(item) if "|" in item and TABLE.search(item) else [item]:
            yield from sentences(" ".join(block.split()))


def without_targets(text: str) -> str:
    """The text with the targets of links blanked out, every other character in its place."""
    return TARGET.sub(lambda found: " " * len(found.group()), text)


def joined(folder: str, name: str) -> str:
    """The file that a link `name` in a file of `folder` leads to; both below docs/."""
    return posixpath.normpath(posixpath.join(folder, name))


def relative(folder: str, path: str) -> str:
    """The link from a file of `folder` to the file `path`; both below docs/."""
    return posixpath.relpath(path, folder)

"""The Markdown of a story: its paragraphs, headings, links and citations, and whether it is safe."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import markdown
import nh3

# The extensions that the site uses to render stories; a test compares them with mkdocs.yml.
EXTENSIONS = ("admonition", "attr_list", "def_list", "md_in_html", "tables")
CITATION = re.compile(r"\[\^([^\]\s]+)\](?!:)")
FOOTNOTE = re.compile(r"^\[\^[^\]\s]+\]:.*$", re.MULTILINE)
HEADING = re.compile(r"^(#{1,6})[ \t]*(.*?)[ \t#]*$", re.MULTILINE)
HTML = re.compile(r"<(?:[A-Za-z][^\s<>]*|/[A-Za-z]|!--|!\w|\?)[^<>\n]*>?")
AUTOLINK = re.compile(r"<(?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)[^\s<>]*>", re.IGNORECASE)
LINK = re.compile(
    r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^\s)>]*)>?[^)]*\)|^ {0,3}\[[^\]^]+\]:\s*<?(\S+?)>?\s*$", re.MULTILINE
)
PICTURE = re.compile(r"!\[[^\]]*\][(\[][^)\]]*[)\]]")
VARIABLE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\$\{[^}]*\}|\{#.*?#\}|<%.*?%>")
ATTRIBUTES = re.compile(r"\{:?\s*[.#:]?[\w-]+[^{}\n]*\}")
CODE = re.compile(r"(?ms)^(```+|~~~+).*?^\1[ \t]*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)")
# What Markdown with these extensions writes, and nothing else. Links with other schemes are dropped by nh3 itself.
TAGS = nh3.ALLOWED_TAGS
ATTRS = {"*": {"id", "class", "title", "role"}, "a": {"href"}, "td": {"style", "align"}, "th": {"style", "align"}}


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


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The blocks of a story, headings left out."""
    for found in re.finditer(r"(?:^[^\n]*\S[^\n]*(?:\n|$))+", text, re.MULTILINE):
        if not HEADING.match(found.group()):
            yield Paragraph(found.group(), found.start())


def headings(text: str) -> Iterator[tuple[int, str, int]]:
    """Depth, words and offset of each heading."""
    for found in HEADING.finditer(masked(text)):
        yield len(found.group(1)), found.group(2).strip(), found.start()


def words(text: str) -> int:
    """How many words a reader reads."""
    return len(re.findall(r"[\w'’-]+", CITATION.sub("", text)))


def sentences(text: str) -> list[str]:
    """The sentences of a plain text."""
    return [part for part in re.split(r"(?<=[.!?])[\"'’”)]*\s+(?=[\"'‘“(]*[A-Z0-9£])", text.strip()) if part]


def without_targets(text: str) -> str:
    """The text with the targets of links blanked out, every other character in its place."""
    return re.sub(r"(?<=\])\([^)]*\)", lambda found: " " * len(found.group()), text)


def joined(folder: str, name: str) -> str:
    """The file that a link `name` in a file of `folder` leads to; both below docs/."""
    return posixpath.normpath(posixpath.join(folder, name))


def relative(folder: str, path: str) -> str:
    """The link from a file of `folder` to the file `path`; both below docs/."""
    return posixpath.relpath(path, folder)


class _Events(HTMLParser):
    """The tags, attributes and texts of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[tuple[str, object]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("br", "hr", "img", "p", "tbody"):
            self.events.append((f"/{tag}", ""))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.events.append(("text", re.sub(r"\s+", " ", data).strip()))

    def handle_comment(self, data: str) -> None:
        self.events.append(("a comment", data))


def unsafe(text: str) -> str | None:
    """What a sanitiser would take out of the rendered story: the name of the first tag, or `None`.

    nh3 never gives back the same bytes, so what is compared is the parsed tags, attributes and texts.
    """
    html = markdown.markdown(text, extensions=list(EXTENSIONS))
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRS, link_rel=None, strip_comments=True)
    before, after = _Events(html).events, _Events(clean).events
    if before == after:
        return None
    pairs = zip(before, [*after, *[("", "")] * len(before)], strict=False)
    return next((one[0] for one, other in pairs if one != other), "markup")

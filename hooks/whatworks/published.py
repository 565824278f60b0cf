"""The finished site: what it offers, and whether every link on it leads somewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

# Whose anchors are promised: the pages of records and terms, the glossary, and the page on evidence. A page that says
# where a kind of reader begins is one screen and has none.
ANCHORED = re.compile(
    r"/(?:(?:case_studies|guides|resources|sources|evidence|frameworks|meeting_tools|needs|approaches)/[^/]+"
    r"|glossary|about_the_evidence)/"
)
# Files that are promised; styles, scripts and what search is made of are not.
FILES = ("data/", "feeds/", "opensearch.xml")
# What has an id for the sake of a script or a label. The main title has one, too, but the page stands for that.
# Headings of lists that come and go are marked as tools.
CONTROLS = frozenset(("button", "datalist", "desc", "fieldset", "form", "h1", "input", "select", "textarea", "title"))
OUTSIDE_TOOLS = "//article/descendant-or-self::*[@id][not(ancestor-or-self::*[@data-pagefind-ignore])]"


@dataclass(frozen=True)
class Reading:
    """The links and anchors of one page, in its order; `lasting` are those of its main content, without tools.

    `is_old` is whether the page only leads on or says why it is empty.
    """

    links: tuple[str, ...]
    anchors: frozenset[str]
    lasting: frozenset[str]
    is_old: bool


Pages = Mapping[str, Reading]


def read_pages(site: Path) -> Pages:
    """Every page of the finished site in the folder `site`, by the path of its file within it."""
    return {path.relative_to(site).as_posix(): _reading(path.read_bytes()) for path in sorted(site.rglob("*.html"))}


def _reading(page: bytes) -> Reading:
    """What one page says, which is in UTF-8."""
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    return Reading(
        links=tuple(link for link in tree.xpath("//@href | //@src") if link),
        anchors=frozenset(tree.xpath("//@id")),
        lasting=frozenset(one.get("id") for one in tree.xpath(OUTSIDE_TOOLS) if one.tag not in CONTROLS),
        is_old=bool(tree.xpath("//*[@data-moved='page' or @data-withdrawn='page']")),
    )


def broken_links(site: Path, pages: Pages | None = None) -> Iterator[str]:
    """A sentence for each link in the folder `site` that leads to no file or to no anchor of it.

    Links to other hosts, and those that begin with a slash (only a 404 page has them), are passed over.
    """
    pages = read_pages(site) if pages is None else pages
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    folders = {parent for name in files for parent in map(str, PurePosixPath(name).parents)}
    for name, reading in pages.items():
        for link in dict.fromkeys(reading.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("/"):
                continue
            target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
            target = normpath(join(target, "index.html")) if target in folders else target
            if target not in files:
                yield f"{name}: the link '{link}' leads to no page"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                yield f"{name}: the link '{link}' leads to no anchor of its page"


def offered(site: Path, pages: Pages) -> Iterator[str]:
    """The addresses that the finished site promises, but for links to tools: pages, lasting anchors and files.

    Anchors are promised on the pages of records and terms, in the glossary and on the page about evidence: every id in
    the main content but that of the main title, of controls, and of what search leaves out. What stands at an old
    address is promised already.
    """
    for name, reading in pages.items():
        if PurePosixPath(name).name == "index.html" and not reading.is_old:
            address = f"/{name.removesuffix('index.html')}"
            yield address
            yield from (f"{address}#{id}" for id in sorted(reading.lasting) if ANCHORED.fullmatch(address))
    for path in sorted(one for one in site.rglob("*") if one.is_file() and one.suffix != ".html"):
        name = path.relative_to(site).as_posix()
        if name.startswith(FILES):
            yield f"/{name}"


def answers(site: Path, pages: Pages, address: str) -> bool:
    """Whether the finished site has a page with its anchor, or a file, at an address; of a filter link, the finder."""
    path, mark, anchor = address.partition("#")
    path = path.partition("?")[0].lstrip("/")
    name = f"{path}index.html" if not path or path.endswith("/") else path
    page = pages.get(name)
    return (site / name).is_file() and (not mark or (page is not None and (page.is_old or anchor in page.anchors)))

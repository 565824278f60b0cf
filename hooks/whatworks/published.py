"""The finished site: what it offers, and whether every link on it leads somewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

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
CONTROLS = frozenset(("button", "datalist", "fieldset", "form", "h1", "input", "select", "textarea"))
TOOL = "data-pagefind-ignore"
# Elements without an end.
EMPTY = frozenset(("br", "hr", "img", "input", "meta", "wbr"))


@dataclass
class _Reader(HTMLParser):
    """The links and anchors of one page; `lasting` are those of its main content, without tools.

    `is_old` is whether the page only leads on or says why it is empty.
    """

    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    lasting: set[str] = field(default_factory=set)
    is_old: bool = False
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.is_old = self.is_old or "page" in (values.get("data-moved"), values.get("data-withdrawn"))
        self._enter(tag, is_tool=TOOL in values)
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
                if self.inside == ["article"] and tag not in CONTROLS:
                    self.lasting.add(value)
            if name in ("href", "src") and value:
                self.links.append(value)

    def _enter(self, tag: str, *, is_tool: bool) -> None:
        """Remembers that an article, or a tool within it, begins: a tool ends with as many elements of its own name."""
        begins = is_tool and len(self.inside) == 1 if self.inside else tag == "article"
        if tag not in EMPTY and (begins or tag in self.inside[1:2]):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()


Pages = Mapping[Path, _Reader]


def read_pages(site: Path) -> Pages:
    """Every page of the finished site in the folder `site`."""
    pages: dict[Path, _Reader] = {}
    for path in sorted(site.resolve().rglob("*.html")):
        reader = pages[path] = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
    return pages


def broken_links(site: Path, pages: Pages | None = None) -> Iterator[str]:
    """A sentence for each link in the folder `site` that leads to no file or to no anchor of it.

    Links to other hosts, and those that begin with a slash (only a 404 page has them), are passed over.
    """
    site = site.resolve()
    pages = read_pages(site) if pages is None else pages
    for path, reader in pages.items():
        for link in dict.fromkeys(reader.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("/"):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            target = target / "index.html" if target.is_dir() else target
            where = path.relative_to(site).as_posix()
            if not target.is_file() or not target.is_relative_to(site):
                yield f"{where}: the link '{link}' leads to no page"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                yield f"{where}: the link '{link}' leads to no anchor of its page"


def offered(site: Path, pages: Pages) -> Iterator[str]:
    """The addresses that the finished site promises, but for links to tools: pages, lasting anchors and files.

    Anchors are promised on the pages of records and terms, in the glossary and on the page about evidence: every id in
    the main content but that of the main title, of controls, and of what search leaves out. What stands at an old
    address is promised already.
    """
    site = site.resolve()
    for path, reader in pages.items():
        if path.name == "index.html" and not reader.is_old:
            address = f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
            yield address
            yield from (f"{address}#{id}" for id in sorted(reader.lasting) if ANCHORED.fullmatch(address))
    for path in sorted(one for one in site.rglob("*") if one.is_file() and one.suffix != ".html"):
        name = path.relative_to(site).as_posix()
        if name.startswith(FILES):
            yield f"/{name}"


def answers(site: Path, pages: Pages, address: str) -> bool:
    """Whether the finished site has a page with its anchor, or a file, at an address; of a filter link, the finder."""
    path, mark, anchor = address.partition("#")
    path = path.partition("?")[0].lstrip("/")
    target = site.resolve() / (f"{path}index.html" if not path or path.endswith("/") else path)
    page = pages.get(target)
    return target.is_file() and (not mark or (page is not None and (page.is_old or anchor in page.anchors)))

"""The finished site: whether every link on it leads somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class _Reader(HTMLParser):
    """The links and anchors of one page."""

    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            if name in ("href", "src") and value:
                self.links.append(value)


def broken_links(site: Path) -> Iterator[str]:
    """A sentence for each link in the folder `site` that leads to no file or to no anchor of it.

    Links to other hosts, and those that begin with a slash (only a 404 page has them), are passed over.
    """
    site = site.resolve()
    pages: dict[Path, _Reader] = {}
    for path in sorted(site.rglob("*.html")):
        reader = pages[path] = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
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

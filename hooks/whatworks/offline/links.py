"""Links for a disk: to the page in a folder instead of the folder, and none to a file that the copy lacks."""

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

TAG = re.compile(r"<(?:a|link|script|img|form|iframe|source)\b[^>]*>")
ATTRIBUTE = re.compile(r'\s(href|src|action)="([^"]*)"')


@dataclass(frozen=True)
class Links:
    """The files of a copy by path, and the address of the site, if it is known."""

    files: frozenset[str]
    site: str

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folders that hold a page."""
        return frozenset(posixpath.dirname(path) for path in self.files if posixpath.basename(path) == "index.html")

    def to_files(self, path: str, html: str) -> str:
        """The page at `path` with every link to a file of the copy."""

        def moved(found: re.Match[str]) -> str:
            link = self.link(path, found[2])
            return "" if link is None else f' {found[1]}="{link}"'

        return TAG.sub(lambda tag: ATTRIBUTE.sub(moved, tag[0]), html)

    def link(self, path: str, link: str) -> str | None:
        """A link of the page at `path`: to another host as it is, to what is not in the copy in full, or none."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path:
            return link
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path)).removeprefix(".")
        if target in self.folders:
            way = parts.path.rstrip("/") + "/index.html"
            return link.replace(parts.path, way, 1)
        if target in self.files:
            return link
        return f"{self.site.rstrip('/')}/{target}" if self.site else None

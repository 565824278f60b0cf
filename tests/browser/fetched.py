"""What a page fetches, as a reader on a slow line waits for it."""

import gzip
from pathlib import Path

from playwright.sync_api import Page


class Fetched:
    """The bytes of the files that a page fetches, each once, gzipped."""

    def __init__(self, page: Page, site: Path, address: str) -> None:
        self.sizes: dict[str, int] = {}
        self.site, self.address = site, address
        page.on("request", lambda request: self.note(request.url))

    def note(self, url: str) -> None:
        """Counts one request."""
        path = self.site / url.removeprefix(self.address).partition("?")[0].partition("#")[0]
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self.sizes[str(path)] = len(gzip.compress(path.read_bytes()))

    @property
    def kilobytes(self) -> float:
        """All of them so far."""
        return sum(self.sizes.values()) / 1000

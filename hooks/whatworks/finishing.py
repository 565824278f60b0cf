"""What a finished site has besides its pages: data, documents, lighter scripts, search and a copy for a disk.

Whatever generator wrote the pages, the rest is the same, and so is the last look at every link and every promise.
"""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from whatworks.archive import VERSIONS
from whatworks.assets import KINDS, lighter
from whatworks.catalogue import Catalogue
from whatworks.documents import all_documents
from whatworks.exports import all_files
from whatworks.exports.plain import HOME
from whatworks.loading import Loaded
from whatworks.offline import offline_copy
from whatworks.pages import Page, site_map
from whatworks.pages.data import OFFLINE, with_sizes
from whatworks.promises import lost_in_site
from whatworks.published import broken_links, read_pages
from whatworks.search import write_search


def finish(site: Path, catalogue: Catalogue, pages: Iterable[Page], loaded: Loaded, root: Path) -> Iterator[str]:
    """Writes into the folder `site` what is not a page, and says of each link and promise that leads nowhere.

    `root` is the folder of the project, which keeps the published versions of records.
    """
    if (root / VERSIONS).is_dir():
        shutil.copytree(root / VERSIONS, site / HOME, dirs_exist_ok=True)
    for path, content in _files(catalogue, pages):
        _write(site / path, content)
    _lighten(site / "assets")
    write_search(catalogue, site)
    _pack(site, catalogue)
    read = read_pages(site)
    yield from broken_links(site, read)
    yield from map(str, lost_in_site(loaded, site, read))


def _files(catalogue: Catalogue, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """The files of data, the site map and the documents, each with its path."""
    for path, text in (*all_files(catalogue), *site_map.files(catalogue, pages)):
        yield path, text.encode()
    yield from all_documents(catalogue)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _lighten(assets: Path) -> None:
    for file in (one for one in assets.rglob("*") if one.suffix in KINDS):
        _write(file, lighter(file.read_text(encoding="utf-8"), file.suffix).encode())


def _pack(site: Path, catalogue: Catalogue) -> None:
    """Packs the copy for a disk; the page of the data says how large each file is, in the copy as well."""
    page = site / "data" / "index.html"
    sizes = {file.relative_to(site).as_posix(): file.stat().st_size for file in (site / "data").rglob("*")}
    _write(page, with_sizes(page.read_text(encoding="utf-8"), sizes).encode())
    copy = offline_copy(catalogue, site)
    _write(site / OFFLINE, copy)
    _write(page, with_sizes(page.read_text(encoding="utf-8"), {OFFLINE: len(copy)}).encode())

"""The copy of the site for a disk: a ZIP file whose pages open without a server, always the same bytes for one site.

Browsers let a page from a disk run no modules and fetch no files. So links lead to files instead of folders, each page
says what it is, and the first page has a small search of its own: one plain script, and the entries as another.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from whatworks.catalogue import Catalogue
from whatworks.citing import day
from whatworks.offline.entries import as_script
from whatworks.offline.links import Links
from whatworks.resources import environment

HOME = "what-works"
# What means nothing on a disk: the copy itself, what search machines are told, and former versions of records.
LEFT_OUT = re.compile(
    r"data/what-works\.zip|(?:sitemap|opensearch)\.xml|robots\.txt|404\.html"
    r"|data/v1/[a-z_]+/[a-z0-9-]+/\d{4}-\d\d-\d\d(?:-[0-9a-f]+)?\.json"
)
MAIN = re.compile(r'(<main id="content"[^>]*>)')
# Links to search: without the script that opens it, they lead to the search of the copy.
SEARCH = re.compile(r'href="[^"]*" data-search\b')
OLDEST = "1980-01-01"


def offline_copy(catalogue: Catalogue, site: Path) -> bytes:
    """The ZIP file of the finished site in the folder `site`."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return zipped(catalogue, copied(catalogue, files))


def copied(catalogue: Catalogue, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the copy: pages made fit for a disk, the entries of their search, and a word to the reader."""
    kept = {path: content for path, content in files.items() if not LEFT_OUT.fullmatch(path)}
    links = Links(frozenset(kept), catalogue.site)
    for path in [one for one in kept if one.endswith(".html")]:
        kept[path] = _page(catalogue, links, path, kept[path].decode()).encode()
    kept["README.txt"] = _words("offline.txt.j2", catalogue).encode()
    kept["assets/offline/entries.js"] = as_script(catalogue).encode()
    return kept


def zipped(catalogue: Catalogue, files: Mapping[str, bytes]) -> bytes:
    """Files in one folder of a ZIP file, in the order of their names, with the day for which the site was made."""
    year, month, number = map(int, (catalogue.as_at or OLDEST).split("-"))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            info = zipfile.ZipInfo(f"{HOME}/{path}", (year, month, number, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, files[path])
    return stream.getvalue()


def _page(catalogue: Catalogue, links: Links, path: str, html: str) -> str:
    """A page with links to files, and the word that it is a copy."""
    root = "../" * path.count("/")
    told = _words("offline.html.j2", catalogue, root=root, is_home=path == "index.html")
    searched = SEARCH.sub(f'href="{root}index.html#offline-search" data-search', links.to_files(path, html))
    return MAIN.sub(lambda found: f"{found[1]}\n{told}", searched, count=1)


def _words(template: str, catalogue: Catalogue, **values: object) -> str:
    as_at = day(catalogue.as_at) if catalogue.as_at else ""
    return environment().get_template(template).render(as_at=as_at, site=catalogue.site, **values)

"""What is indexed, and how a query is understood.

Layer one is a lunr index of what each record *is*; the theme's assets/js/search/ asks it. Layer two is Pagefind's index
of the full text. Both are read from the folder `search` of the finished site.
"""

import json
from pathlib import Path
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.search.entries import FOLDERS, entries
from whatworks.search.full_text import page_names, write_full_text
from whatworks.search.index import lunr_index, packed
from whatworks.search.lunr_script import lunr_script
from whatworks.search.table import alike, table

__all__ = ["write_search"]

HOME = "search"


def write_search(catalogue: Catalogue, site: Path) -> None:
    """Writes the files of both layers of search into the finished site; a record without a page cannot be found."""
    found = tuple(entry for entry in entries(catalogue) if (site / entry.page / "index.html").is_file())
    if not found:
        return
    home = site / HOME
    home.mkdir(parents=True, exist_ok=True)
    _write(home / "index.json", packed(lunr_index(found)))
    _write(home / "entries.json", {**table(found), "alike": alike(catalogue)})
    (home / "lunr.js").write_text(lunr_script(), encoding="utf-8")
    write_full_text(site, home / "full_text", FOLDERS)
    _write(home / "full_text" / "pages.json", page_names(home / "full_text", [entry.url for entry in found]))


def _write(path: Path, data: Any) -> None:
    """Compact JSON: the same data always give the same bytes."""
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")

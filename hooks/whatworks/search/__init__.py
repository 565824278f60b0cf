"""What is indexed, and how a query is understood.

Layer one is an index of what each record *is*; the theme's assets/js/search/ asks it. Layer two is Pagefind's index of
the full text, with the everyday words that stand for one another and what people might say. Both are read from the
folder `search` of the site.
"""

from pathlib import Path

from whatworks.catalogue import Catalogue
from whatworks.search.budget import as_json, fitted, sayings
from whatworks.search.entries import FOLDERS, entries
from whatworks.search.full_text import page_names, write_full_text
from whatworks.search.lunr_script import lunr_script
from whatworks.search.table import alike

__all__ = ["write_search"]

HOME = "search"


def write_search(catalogue: Catalogue, site: Path) -> None:
    """Writes the files of both layers of search into the finished site; a record without a page cannot be found."""
    found = tuple(entry for entry in entries(catalogue) if (site / entry.page / "index.html").is_file())
    if not found:
        return
    home = site / HOME
    home.mkdir(parents=True, exist_ok=True)
    own = fitted(found)
    (home / "index.json").write_bytes(own.index)
    (home / "entries.json").write_bytes(own.table)
    (home / "might_say.json").write_bytes(sayings(own.entries))
    (home / "alike.json").write_bytes(as_json(alike(catalogue)))
    (home / "lunr.js").write_text(lunr_script(), encoding="utf-8")
    write_full_text(site, home / "full_text", FOLDERS)
    names = page_names(home / "full_text", [entry.url for entry in own.entries])
    (home / "full_text" / "pages.json").write_bytes(as_json(names))

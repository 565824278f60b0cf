"""Layer two: Pagefind's index of the text of the finished pages."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ARTICLE = "article"
# Parts of an article that say the same on every page, or that layer one knows better.
LEFT_OUT = ("nav", "dt", ".cite", ".ladder", ".notreported", ".reviewed", ".sources-list")
# Pagefind also writes user interfaces, which the site does not use.
UNUSED = ("*-ui.css", "*-ui.js", "pagefind-highlight.js", "wasm.unknown.pagefind")


def write_full_text(site: Path, home: Path, folders: Sequence[str]) -> None:
    """Indexes the page of each record in the `folders` of the site; lists of records would match everything."""
    shutil.rmtree(home, ignore_errors=True)
    if not any(path for folder in folders for path in site.glob(f"{folder}/*/index.html")):
        return
    command = [
        *(sys.executable, "-m", "pagefind", "--silent"),
        *("--site", str(site), "--output-path", str(home)),
        *("--glob", f"{{{','.join(folders)}}}/*/index.html"),
        *("--root-selector", ARTICLE, "--exclude-selectors", ",".join(LEFT_OUT)),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Pagefind could not index {site}:\n{done.stdout}{done.stderr}")
    for path in (path for name in UNUSED for path in home.glob(name)):
        path.unlink()

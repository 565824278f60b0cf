"""Layer two: Pagefind's index of the text of the finished pages."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ARTICLE = "article"
# Parts of an article that read the same on every page, and lists of what other pages say.
LEFT_OUT = (
    *("nav", "h2", "dt", ".cite", ".ladder", ".notreported", ".reviewed", ".tag"),
    *(".group", ".reasons__link", ".sources-list", ".terms"),
)
# Pagefind also writes user interfaces, which the site does not use.
UNUSED = ("*-ui.css", "*-ui.js", "pagefind-highlight.js", "wasm.unknown.pagefind")


def write_full_text(site: Path, home: Path, folders: Sequence[str]) -> None:
    """Indexes the page of each record in the `folders` of the site; lists of records would match everything."""
    shutil.rmtree(home, ignore_errors=True)
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

"""Layer two: Pagefind's index of the text of the finished pages."""

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from whatworks.assets import lighter
from whatworks.search.chunks import MARK, split_chunks, zipped

ARTICLE = "article"
# Parts of an article that read the same on every page, and lists of what other pages say.
LEFT_OUT = (
    *("nav", "h2", "dt", ".cite", ".ladder", ".notreported", ".reviewed", ".tag"),
    *(".group", ".reasons__link", ".sources-list", ".terms"),
)
# Pagefind also writes user interfaces and a worker, which the site does not use: it has a worker of its own.
UNUSED = ("*-ui.css", "*-ui.js", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")


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
    split_chunks(home)
    _lighten(home)


def _lighten(home: Path) -> None:
    """Makes Pagefind's program lighter, which every reader of the full text fetches: the same code in fewer bytes."""
    script = home / "pagefind.js"
    script.write_text(lighter(script.read_text(encoding="utf-8"), script.suffix), encoding="utf-8")
    for path in home.glob("wasm.*.pagefind"):
        path.write_bytes(zipped(gzip.decompress(path.read_bytes())))


def page_names(home: Path, addresses: Sequence[str]) -> dict[str, str]:
    """What Pagefind calls the page at each of the `addresses`, so that nobody need read it to know it."""
    names = {_address(path): path.stem for path in sorted(home.glob("fragment/*.pf_fragment"))}
    language = next((name.rpartition("_")[0] for name in names.values()), "")
    return {"language": language, "pages": " ".join(names.get(one, "").rpartition("_")[2] for one in addresses)}


def _address(fragment: Path) -> str:
    """The address of a page, from the root of the site."""
    data = gzip.decompress(fragment.read_bytes()).removeprefix(MARK)
    return str(json.loads(data)["url"]).lstrip("/")

"""Measures search on the built site: python benchmarks/search.py [folder]

Prints the bytes fetched, gzipped, until the first and the full results, and the longest task while typing.
Run it after `make site`; it needs a browser, as the tests do.
"""

import gzip
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "hooks")]

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from browser.find_browser import find_browser, ready_driver  # noqa: E402

QUESTION = "training for councillors"
RUNS = 5
WATCH = """() => {
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask" });
}"""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def served(site: Path) -> str:
    """The address at which `site` is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def once(page: Page, site: Path, address: str) -> dict[str, float]:
    """One cold visit: bytes by kind, and the longest task in milliseconds."""
    fetched: dict[str, int] = {}

    def note(url: str) -> None:
        path = site / url.removeprefix(address).partition("?")[0].partition("#")[0]
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            fetched[url] = len(gzip.compress(path.read_bytes()))

    page.on("request", lambda request: note(request.url))
    page.goto(address)
    page.evaluate(WATCH)
    page.keyboard.press("/")
    page.locator("#search-input").press_sequentially(QUESTION, delay=40)
    page.locator(f"#search-results[data-query='{QUESTION}']").wait_for()
    full = {url: size for url, size in fetched.items() if "/full_text/" in url}
    return {
        "first results, KB": (sum(fetched.values()) - sum(full.values())) / 1000,
        "with the full text, KB": sum(fetched.values()) / 1000,
        "longest task, ms": max(page.evaluate("window.longTasks"), default=0),
    }


def main(folder: str = "site") -> None:
    """Prints minimum, median and maximum of each figure over several cold visits."""
    site = (ROOT / folder).resolve()
    address = served(site)
    ready_driver()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_browser()), args=["--no-sandbox"])
        runs = []
        for _ in range(RUNS):
            context = browser.new_context()
            runs.append(once(context.new_page(), site, address))
            context.close()
        browser.close()
    for name in runs[0]:
        values = [run[name] for run in runs]
        print(f"{name:24} min {min(values):7.1f}   median {median(values):7.1f}   max {max(values):7.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:2])

"""Measures search beside Material's own and plain Pagefind: python benchmarks/search.py [cases of the large site]

Prints for each, as the median of several cold visits on loopback: the kilobytes fetched, gzipped, until the first
results and until the last; the milliseconds from the question to either; and the longest task while it is typed.
Run it after `make site`; it needs a browser, as the tests do. The large site takes minutes to make; 0 leaves it out.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Page, sync_playwright
from serving import ROOT, served
from sites import material, plain_pagefind
from synthetic import CASES, write_site

from browser.fetched import Fetched
from browser.find_browser import find_browser, ready_driver

QUESTION = "training for councillors"
MORE = " and residents"
RUNS = 5
QUIET = 700
WATCH = """() => {
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask" });
}"""


@dataclass(frozen=True)
class Search:
    """One search: the site, the page to start from, how to open it, its box and its results."""

    name: str
    site: Path
    start: str
    opening: Callable[[Page], None]
    box: str
    result: str


def _by_key(page: Page) -> None:
    page.keyboard.press("/")


def _at_once(page: Page) -> None:
    page.wait_for_load_state("networkidle")


def searches(folder: Path, cases: int) -> list[Search]:
    """What is compared."""
    real = ROOT / "site"
    sites = {"today": real}
    if cases:
        write_site(folder / "large", cases)
        sites[f"{cases} cases"] = folder / "large"
    stock = material(folder)
    found = [Search("Material, today", stock, "", _by_key, ".md-search__input", ".md-search-result__item")]
    for name, site in sites.items():
        plain = plain_pagefind(folder, site)
        box, result = ".pagefind-ui__search-input", ".pagefind-ui__result-title"
        found.append(Search(f"Ours, {name}", site, "", _by_key, "#search-input", "[role=option]"))
        found.append(Search(f"Pagefind, {name}", plain, "plain.html", _at_once, box, result))
    return found


def once(page: Page, search: Search, address: str) -> list[float]:
    """One cold visit: kilobytes and milliseconds to the first results and to the last, and the longest task."""
    fetched = Fetched(page, search.site, address)
    page.goto(address + search.start)
    page.evaluate(WATCH)
    search.opening(page)
    box = page.locator(search.box).first
    start = perf_counter()
    box.fill(QUESTION[:-1])
    box.press_sequentially(QUESTION[-1])  # Material listens to keys
    page.locator(search.result).first.wait_for()
    first, first_kilobytes = perf_counter() - start, fetched.kilobytes
    last = first
    known = len(fetched.sizes)
    while perf_counter() - start < last + QUIET / 1000:
        page.wait_for_timeout(20)
        if len(fetched.sizes) > known:
            known, last = len(fetched.sizes), perf_counter() - start
    box.press_sequentially(MORE, delay=40)
    page.wait_for_timeout(QUIET)
    longest = max(page.evaluate("window.longTasks"), default=0)
    return [first_kilobytes, fetched.kilobytes, first * 1000, last * 1000, longest]


def main(cases: int = CASES) -> None:
    """Prints the table."""
    ready_driver()
    print(f"{'':22}{'first, KB':>10}{'all, KB':>10}{'first, ms':>11}{'all, ms':>10}{'longest task, ms':>18}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_browser()), args=["--no-sandbox"])
        for search in searches(Path(folder), cases):
            address = served(search.site)
            runs = []
            for _ in range(RUNS):
                context = browser.new_context()
                runs.append(once(context.new_page(), search, address))
                context.close()
            one, two, three, four, five = (median(values) for values in zip(*runs, strict=True))
            print(f"{search.name:22}{one:10.1f}{two:10.1f}{three:11.0f}{four:10.0f}{five:18.0f}")
        browser.close()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))

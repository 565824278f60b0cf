"""Asks the built site every question of tests/search/questions.yml: python benchmarks/questions.py [folder]

Prints, for the questions used in tuning and for those held out, the share with a right page among the first three
(success), the mean of one over the place of the first right page (reciprocal rank), and each question that failed.
"""

import sys
from pathlib import Path
from statistics import mean

import yaml
from playwright.sync_api import Page, sync_playwright

from search import ROOT, find_browser, ready_driver, served

QUESTIONS = yaml.safe_load((ROOT / "tests" / "search" / "questions.yml").read_text(encoding="utf-8"))
FIRST = 3


def answers(page: Page, address: str, query: str) -> list[str]:
    """The addresses of the results, from the root of the site, once both layers have answered."""
    page.locator("#search-input").fill(query)
    page.locator("#search-results").wait_for(state="attached")
    for _ in range(100):
        if page.locator("#search-results").get_attribute("data-query") == query:
            break
        page.wait_for_timeout(50)
    found = page.get_by_role("option").evaluate_all("options => options.map(one => one.href)")
    return [str(one).removeprefix(address) for one in found]


def place(found: list[str], right: list[str]) -> int:
    """The place of the first right page, from 1; 0 where there is none."""
    return next((at for at, one in enumerate(found, 1) if one in right), 0)


def report(name: str, places: dict[str, int]) -> None:
    """Prints the two scores of a group of questions, and what failed."""
    success = mean(0 < at <= FIRST for at in places.values())
    rank = mean(1 / at if at else 0 for at in places.values())
    print(f"{name}: {len(places)} questions, success in the first {FIRST} {success:.3f}, reciprocal rank {rank:.3f}")
    for query, at in places.items():
        if not 0 < at <= FIRST:
            print(f"  {at or '–'}  {query}")


def main(folder: str = "site") -> None:
    """Prints the scores of both groups."""
    site = (ROOT / folder).resolve()
    address = served(site)
    places: dict[bool, dict[str, int]] = {False: {}, True: {}}
    ready_driver()
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=str(find_browser()), args=["--no-sandbox"]).new_page()
        page.goto(address)
        page.keyboard.press("/")
        for one in QUESTIONS:
            found = answers(page, address, one["query"])
            places[one["held_out"]][one["query"]] = place(found, one["pages"])
    report("Tuning", places[False])
    report("Held out", places[True])


if __name__ == "__main__":
    main(*(Path(argument).as_posix() for argument in sys.argv[1:2]))

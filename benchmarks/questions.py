"""Asks the built site every question of tests/search/queries.yml: python benchmarks/questions.py [folder]

Prints, for the questions used in tuning and for those held out, the share with a right page among the first three
(success) and the mean of one over the place of the first right page (reciprocal rank), of layer one alone and of both
layers, and by kind of question. What failed is printed of the questions used in tuning only.
"""

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import sync_playwright
from serving import ROOT, served

from browser.find_browser import find_browser, ready_driver
from browser.questions import FIRST, asked, place, rank, success

QUERIES = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text(encoding="utf-8"))
QUESTIONS: list[dict[str, Any]] = [one for one in QUERIES if one["kind"] != "reason"]
GROUPS = {False: "tuning", True: "held out"}


def scores(places: list[int]) -> str:
    """Both scores of a group of questions."""
    return f"{len(places):4} questions   success {success(places):.3f}   reciprocal rank {rank(places):.3f}"


def report(name: str, found: dict[str, list[str]]) -> None:
    """Prints the scores of both groups, then by kind."""
    print(name)
    places = {one["query"]: place(found[one["query"]], one["pages"]) for one in QUESTIONS}
    for held_out, group in GROUPS.items():
        own = [one for one in QUESTIONS if one["held_out"] == held_out]
        print(f"  {group:26}{scores([places[one['query']] for one in own])}")
        kinds = defaultdict(list)
        for one in own:
            kinds[one["kind"]].append(places[one["query"]])
        for kind in sorted(kinds):
            print(f"    {kind:24}{scores(kinds[kind])}")
    failed = [one["query"] for one in QUESTIONS if not one["held_out"] and not 0 < places[one["query"]] <= FIRST]
    print("\n".join(f"  {places[query] or '–'}  {query}" for query in failed))


def main(folder: str = "site") -> None:
    """Prints the scores of layer one alone and of both layers."""
    address = served((ROOT / folder).resolve())
    queries = [one["query"] for one in QUESTIONS]
    ready_driver()
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=str(find_browser()), args=["--no-sandbox"]).new_page()
        page.goto(address)
        report("Layer one alone", asked(page, address, queries, layers=1))
        report("Both layers", asked(page, address, queries))


if __name__ == "__main__":
    main(*(Path(argument).as_posix() for argument in sys.argv[1:2]))

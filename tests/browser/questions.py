"""Asks search in a page of the site, through the modules that the page itself uses, and scores what it answers."""

from collections.abc import Sequence
from statistics import mean
from typing import Any

from playwright.sync_api import Page

FIRST = 3
ASK = """async ([module, queries, layers]) => {
  const { answer, answerFully } = await import(module);
  const ask = layers === 1 ? answer : answerFully;
  const found = {};
  for (const query of queries) found[query] = (await ask(query)).results.map(({ url }) => url);
  return found;
}"""


def asked(page: Page, site_url: str, queries: Sequence[str], *, layers: int = 2) -> dict[str, list[str]]:
    """The addresses that each question leads to, in the order in which a reader sees them."""
    found: dict[str, Any] = page.evaluate(ASK, [f"{site_url}assets/js/search/client.js", list(queries), layers])
    return found


def place(found: Sequence[str], right: Sequence[str]) -> int:
    """The place of the first right page, from 1; 0 where there is none."""
    return next((at for at, one in enumerate(found, 1) if one in right), 0)


def success(places: Sequence[int]) -> float:
    """The share of questions with a right page among the first three."""
    return mean(0 < at <= FIRST for at in places)


def rank(places: Sequence[int]) -> float:
    """The mean of one over the place of the first right page."""
    return mean(1 / at if at else 0 for at in places)

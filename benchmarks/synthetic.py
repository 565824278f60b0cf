"""Makes a large site: python benchmarks/synthetic.py folder [cases]

Takes the built site and adds made-up cases, always the same: their words are drawn from those of the real records, so
that few words are frequent and most are rare, with made-up names among them. Only what search reads is written.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from serving import ROOT

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.loading import load
from whatworks.search import write_search

CASES = 10_000
SYLLABLES = ("bar", "cor", "den", "fal", "gan", "hol", "kel", "lin", "mor", "nor", "pen", "ros", "sel", "tam", "wil")
PAGE = '<!doctype html><html lang="en-GB"><title>{title}</title><body><article><h1>{title}</h1>{text}</article>'


class Writer:
    """Writes made-up text from the words of real text."""

    def __init__(self, cases: tuple[CaseStudy, ...]) -> None:
        self.chance = random.Random(2005)
        self.cases = cases
        self.words = " ".join(f"{case.summary} {case.body}" for case in cases).replace("[^", " ").split()

    def name(self) -> str:
        """A place of which there are thousands."""
        return "".join(self.chance.choice(SYLLABLES) for _ in range(3)).capitalize()

    def text(self, least: int, most: int) -> str:
        """Some words, with a name among them."""
        words = [self.chance.choice(self.words) for _ in range(self.chance.randint(least, most))]
        return " ".join([*words, self.name()])

    def case(self, number: int) -> CaseStudy:
        """A case like one of the real ones."""
        like = self.chance.choice(self.cases)
        place = replace(like.place, name=self.name(), area=self.name())
        title = self.text(6, 11).capitalize()
        keywords = tuple(self.text(1, 2) for _ in range(15))
        return replace(
            like, id=f"made-up-{number}", title=title, summary=self.text(25, 45), body=self.text(150, 300),
            name="", also_known_as=(), keywords=keywords, place=place,
        )  # fmt: skip


def with_cases(catalogue: Catalogue, count: int) -> Catalogue:
    """The catalogue with made-up cases beside its own."""
    writer = Writer(catalogue.cases)
    return replace(catalogue, cases=(*catalogue.cases, *(writer.case(number) for number in range(count))))


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Address and page of each made-up case."""
    for case in catalogue.cases:
        if case.id.startswith("made-up-"):
            text = "".join(f"<p>{escape(one)}</p>" for one in (case.place.name, case.summary, case.body))
            yield f"case_studies/{case.id}", PAGE.format(title=escape(case.title), text=text)


def write_site(folder: Path, count: int = CASES) -> None:
    """Writes the large site into a folder, from the site that is built."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "site", folder)
    catalogue = with_cases(load(ROOT).catalogue, count)
    for address, page in pages(catalogue):
        home = folder / address
        home.mkdir(parents=True)
        (home / "index.html").write_text(page, encoding="utf-8")
    write_search(catalogue, folder)


if __name__ == "__main__":
    write_site(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else CASES)

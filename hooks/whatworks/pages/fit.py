"""Does this fit us? Every condition as a question about the reader's own place, with the cases that depended on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from whatworks.case_studies import CaseStudy, Condition
from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render
from whatworks.pages.privacy import kept
from whatworks.vocabularies import Term

ADDRESS = "/fit/"
KEY = "what-works-fit"


@dataclass(frozen=True)
class Question:
    """One condition, and the listed cases that report it, each with why it mattered there."""

    term: Term
    cases: tuple[tuple[CaseStudy, Condition], ...]


def questions(catalogue: Catalogue) -> list[tuple[str, list[Question]]]:
    """The questions below their headings, in the order of the list; one that stands alone has no heading."""
    terms = catalogue.vocabularies["conditions"]
    groups = [(top, terms.narrower(top.id)) for top in terms.top()]
    return [
        (top.label if below else "", [_question(catalogue, term) for term in below or (top,)]) for top, below in groups
    ]


def _question(catalogue: Catalogue, term: Term) -> Question:
    named = ((case, one) for case in catalogue.listed for one in case.conditions if one.condition == term.id)
    return Question(term, tuple(named))


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page of all questions."""
    groups = questions(catalogue)
    text = render("fit.md.j2", ADDRESS, catalogue, groups=groups, kept=kept(KEY))
    description = "Questions about your own place, and the cases that fit your answers best."
    yield Page(ADDRESS, "Does this fit us?", description, text, assets="fit")

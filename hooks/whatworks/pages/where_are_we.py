"""The self-check "Where are we?": questions on the partnership's life cycle, the stages, and the cases that fit."""

from collections.abc import Iterator
from dataclasses import dataclass

from whatworks.case_studies import Citation
from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render
from whatworks.stages import Question, Stage, questions, stages

ADDRESS = "/where_are_we/"
# Where each stage stands in the picture of the cycle, from left to right: how high, in its own units. Heights say only
# that the way goes down, up and down again.
HEIGHTS = (70, 110, 60, 30, 120)
STEP, LEFT = 200, 100


@dataclass(frozen=True)
class Dot:
    """A stage in the picture."""

    id: str
    number: int
    x: int
    y: int


def dots(found: tuple[Stage, ...]) -> list[Dot]:
    """The stages from left to right."""
    places = enumerate(zip(found, HEIGHTS, strict=False))
    return [Dot(stage.term.id, at + 1, LEFT + at * STEP, height) for at, (stage, height) in places]


def cited(catalogue: Catalogue, asked: tuple[Question, ...], found: tuple[Stage, ...]) -> tuple[Citation, ...]:
    """The sections that the questions, the stages and the advice come from, each once, as far as there are records."""
    terms = [*(stage.term for stage in found), *(question.term for question in asked)]
    named = [(term.document, term.section) for term in terms]
    named += [(advice.document, advice.section) for stage in found for advice in stage.term.helps]
    sources = catalogue.source_by_id
    known = [one for one in dict.fromkeys(named) if one[0] in sources and sources[one[0]].has(one[1])]
    return tuple(Citation(f"{document}-{section}", document, section) for document, section in known)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    asked, found = questions(catalogue), stages(catalogue)
    values = {"questions": asked, "stages": found, "dots": dots(found), "sources": cited(catalogue, asked, found)}
    text = render("where_are_we.md.j2", ADDRESS, catalogue, **values)
    description = (
        "At most six questions about your partnership, its stage, what tends to help there, and cases that fit."
    )
    yield Page(ADDRESS, "Where are we?", description, text, assets="where_are_we")

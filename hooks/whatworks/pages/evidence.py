"""The numbers: a page per survey finding, and the list of all by subject."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whatworks.catalogue import Catalogue
from whatworks.charts import chart, is_drawn, picture
from whatworks.pages.page import Page, render
from whatworks.pointers import Quoted, guides_beside, quoted, survey_of
from whatworks.surveys import Survey
from whatworks.vocabularies import Term

LIST = "/evidence/"
TITLE = "The numbers"
# What one value is, as the head of its column, and several of them.
UNITS = {
    "percent": ("Share", "shares in per cent"),
    "people": ("People", "numbers of people"),
    "organisations": ("Organisations", "numbers of organisations"),
    "pounds": ("Pounds", "sums in pounds"),
    "days": ("Days", "numbers of days"),
}


@dataclass(frozen=True)
class Subject:
    """A part of the list: its words and its surveys."""

    id: str
    label: str
    definition: str
    surveys: tuple[Survey, ...]


def subjects(catalogue: Catalogue) -> list[Subject]:
    """The parts of the list in their order; what no part names stands in the last."""
    terms: Sequence[Term] = tuple(catalogue.vocabularies.get("survey_subjects", ()))
    parts = [
        Subject(
            term.id, term.label, term.definition, tuple(filter(None, (survey_of(catalogue, id) for id in term.records)))
        )
        for term in terms
    ]
    placed = {survey.id for part in parts for survey in part.surveys}
    rest = tuple(survey for survey in catalogue.surveys if survey.id not in placed)
    parts.append(Subject("others", "Other numbers", "What has no subject yet.", rest))
    return [part for part in parts if part.surveys]


def key_figures(catalogue: Catalogue) -> list[tuple[Term, Quoted]]:
    """The numbers that a busy reader gets first, each with its words."""
    terms: Sequence[Term] = tuple(catalogue.vocabularies.get("key_figures", ()))
    return [(term, one) for term in terms for one in quoted(catalogue, term.records)]


def scale(survey: Survey) -> str:
    """What the length of a bar says."""
    if survey.unit == "percent":
        return "Each pale bar is the whole, 100%. Each dark bar is the share."
    if survey.whole:
        return f"Each pale bar is all {survey.whole:g} {survey.unit}. Each dark bar is the number that is told."
    return "The longest bar is the highest value. The bars begin at 0."


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each survey finding."""
    drawn = {survey.id: Markup(picture(survey)) for survey in catalogue.surveys if is_drawn(survey)}  # our own SVG
    values = {"subjects": subjects(catalogue), "key_figures": key_figures(catalogue), "pictures": drawn}
    text = render("survey_list.md.j2", LIST, catalogue, **values)
    yield Page(LIST, TITLE, "What surveys found about learning in partnerships.", text, style="evidence")
    for survey in catalogue.surveys:
        address = f"{LIST}{survey.id}/"
        values = {
            "survey": survey,
            "unit": UNITS[survey.unit],
            "chart": Markup(chart(survey)) if is_drawn(survey) else "",
            "scale": scale(survey),
            "guides": guides_beside(catalogue, survey),
            "numbers": {citation.id: number for number, citation in enumerate(survey.sources, 1)},
        }
        text = render("survey.md.j2", address, catalogue, **values)
        own = (address, survey.title, survey.summary, text, survey.path, ((TITLE, LIST),))
        yield Page(*own, style="evidence", ages=True)

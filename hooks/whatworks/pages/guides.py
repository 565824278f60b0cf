"""A page per guide, and the list of all by the questions that they answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whatworks import linked_data
from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citing import data_file
from whatworks.guides import Guide, Step
from whatworks.pages.page import Page, render
from whatworks.pointers import more_cases, quoted, surveys_beside
from whatworks.references import of_guide
from whatworks.vocabularies import Term

LIST = "/guides/"


@dataclass(frozen=True)
class Group:
    """A question with which readers come, and the guides that answer it."""

    label: str
    definition: str
    guides: tuple[Guide, ...]


def groups(catalogue: Catalogue) -> list[Group]:
    """The questions in their order, each with its guides; a guide that no question names stands in the last group."""
    terms: Sequence[Term] = tuple(catalogue.vocabularies.get("guide_questions", ()))
    own = {guide.id: guide for guide in catalogue.guides}
    found = [Group(term.label, term.definition, tuple(own[id] for id in term.records if id in own)) for term in terms]
    placed = {guide.id for group in found for guide in group.guides}
    rest = tuple(guide for guide in catalogue.guides if guide.id not in placed)
    return [one for one in (*found, Group("More guides", "These are new.", rest)) if one.guides]


def cases_of(catalogue: Catalogue, step: Step) -> list[tuple[CaseStudy, str]]:
    """The cases that show a step, each with what to look for; those that were withdrawn are left out."""
    found = ((catalogue.case_by_id.get(one.case), one.shows) for one in step.cases)
    return [(case, shows) for case, shows in found if case and not case.withdrawn]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each guide."""
    text = render("guide_list.md.j2", LIST, catalogue, groups=groups(catalogue))
    yield Page(LIST, "Guides", "Pages that help people act.", text, style="guide")
    for guide in catalogue.guides:
        address = f"{LIST}{guide.id}/"
        data = data_file("guides", guide.id)
        values = {
            "guide": guide,
            "numbers": {citation.id: number for number, citation in enumerate(guide.sources, 1)},
            "cases_of": lambda step: cases_of(catalogue, step),
            "quoted": lambda names: list(quoted(catalogue, names)),
            "more": more_cases(catalogue, guide),
            "surveys": surveys_beside(catalogue, guide),
            "reference": of_guide(catalogue, guide),
            "data": data,
        }
        own = (address, guide.title, guide.summary, render("guide.md.j2", address, catalogue, **values), guide.path)
        about = linked_data.of_guide(catalogue, guide)
        trail = (("Guides", LIST),)
        yield Page(*own, trail, data=data, ages=True, about=about, day=guide.version.date, style="guide")

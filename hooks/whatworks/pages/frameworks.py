"""A page per framework, with its drawing and the same as a table, and the list of all."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.drawings import drawn
from whatworks.filters import strength
from whatworks.frameworks import Framework, Item, Row
from whatworks.guides import Guide
from whatworks.pages.page import Page, render

LIST = "/frameworks/"
MOST_GUIDES, MOST_CASES = 4, 6
KEY_WORDS = "The drawing holds the key words. What they mean stands in the table."
# What of a framework is drawn, and what stands in the table only.
SAID: Mapping[str, str] = MappingProxyType(
    {
        "cycle": "Unbroken arrows lead on, broken ones off or back. The signs, and what helps, stand in the table.",
        "chain": f"Arrows lead to the next part. {KEY_WORDS}",
        "pairs": "An arrow with two ends joins opposites. The table says the same.",
        "matrix": "A disc says yes, a dash no. The fullest rows are tinted. What it means stands in the table.",
    }
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each framework."""
    lede = "Models from the reports, drawn plainly, to put on the table in a meeting."
    yield Page(
        LIST, "Frameworks", lede, render("framework_list.md.j2", LIST, catalogue, lede=lede), assets="frameworks"
    )
    for one in catalogue.frameworks:
        address, rows, said = f"{LIST}{one.id}/", rows_of(catalogue, one), said_of(one)
        drawings = [Markup(svg) for svg in drawn(one, rows, f"{said} The table on this page says it all in words.")]
        values = {"framework": one, "rows": rows, "drawings": drawings, "said": said}
        bears = {"guides": guides_for(catalogue, one), "cases": cases_for(catalogue, one)}
        text = render("framework.md.j2", address, catalogue, **values, **bears)
        own = (address, one.title, one.summary, text, one.path, (("Frameworks", LIST),), "frameworks")
        yield Page(*own, ages=True)


def said_of(framework: Framework) -> str:
    """What is drawn, and how to read it."""
    joined = "A plus sign joins parts that act together. " if any(row.joined for row in framework.rows) else ""
    return joined + SAID.get(framework.shape, KEY_WORDS)


def rows_of(catalogue: Catalogue, framework: Framework) -> tuple[Row, ...]:
    """The rows of a framework; those of a cycle are the stages, with their signs and what helps."""
    if framework.shape != "cycle":
        return framework.rows
    return tuple(
        Row(
            stage.label,
            stage.definition,
            (
                tuple(Item(sign.answer) for sign in stage.signs),
                tuple(Item(advice.what) for advice in stage.helps),
            ),
            id=stage.id,
        )
        for stage in catalogue.vocabularies["stages"]
    )


def guides_for(catalogue: Catalogue, framework: Framework) -> list[Guide]:
    """The guides that share most needs and approaches with a framework; those that are level by title."""
    own = {*framework.needs, *framework.approaches}
    shared = [(len(own & {*guide.needs, *guide.approaches}), guide) for guide in catalogue.guides]
    found = sorted((-count, guide.title, guide.id, guide) for count, guide in shared if count)
    return [guide for *_, guide in found[:MOST_GUIDES]]


def cases_for(catalogue: Catalogue, framework: Framework) -> list[CaseStudy]:
    """The cases that answer most of its needs in its ways, then those with the strongest kind of evidence.

    Proposals are left out: they are no evidence.
    """

    def shared(case: CaseStudy) -> int:
        terms = {term for answer in case.answers for term in (answer.need, answer.approach)}
        return len(terms & {*framework.needs, *framework.approaches})

    known = [case for case in catalogue.listed if shared(case) and not case.is_proposed]
    return sorted(known, key=lambda case: (-shared(case), -strength(catalogue, case)))[:MOST_CASES]

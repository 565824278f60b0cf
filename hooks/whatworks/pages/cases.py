"""A page per case study and brief, and the list of all."""

from collections.abc import Iterator
from typing import Any

from whatworks import linked_data
from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citing import address, cite_as, data_file, feed
from whatworks.pages.fit import KEY
from whatworks.pages.page import Page, render
from whatworks.pages.privacy import kept
from whatworks.pointers import guides_that_show
from whatworks.references import of_case
from whatworks.relations import relations

LIST = "/case_studies/"
# From how many words a record is long: then print.css takes smaller type, so that it fits on two sheets of paper.
LENGTHS = ((1050, "longest"), (650, "long"), (0, "usual"))


def length(case: CaseStudy) -> str:
    """How long a record is, its fields and its story together."""
    words = len(str(case).split())
    return next(name for least, name in LENGTHS if words >= least)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each case, withdrawn ones included."""
    text = render("case_list.md.j2", LIST, catalogue)
    yield Page(LIST, "All cases", "Every case study and brief, with what changed and who says so.", text)
    for case in catalogue.cases:
        data = "" if case.withdrawn else data_file("case_studies", case.id)
        values: dict[str, Any] = {
            "case": case,
            "related": relations(catalogue, case),
            "guides": guides_that_show(catalogue, case),
            "cite_as": cite_as(catalogue, case),
            "length": length(case),
            "kept": kept(KEY),
            "feed": feed(catalogue, "case_studies", case.id),
            "reference": of_case(catalogue, case),
            "data": data,
        }
        text = render("case.md.j2", address(case), catalogue, **values)
        assets = "fit" if case.conditions else ""
        own = (address(case), case.title, case.summary, text, case.path, (("Cases", LIST),), assets)
        more: dict[str, Any] = {"feed": values["feed"], "ages": not case.withdrawn, "noindex": bool(case.withdrawn)}
        if not case.withdrawn:
            more |= {"about": linked_data.of_case(catalogue, case), "day": case.version.date}
        yield Page(*own, data=data, **more)

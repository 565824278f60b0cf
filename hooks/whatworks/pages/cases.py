"""A page per case study and brief, and the list of all."""

from collections.abc import Iterator

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.pages.fit import KEY
from whatworks.pages.page import Page, render
from whatworks.pages.privacy import kept

LIST = "/case_studies/"


def address(case: CaseStudy) -> str:
    """Where a case stands, for ever."""
    return f"{LIST}{case.id}/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each case, withdrawn ones included."""
    text = render("case_list.md.j2", LIST, catalogue)
    yield Page(LIST, "All cases", "Every case study and brief, with what changed and who says so.", text)
    for case in catalogue.cases:
        text = render("case.md.j2", address(case), catalogue, case=case, kept=kept(KEY))
        assets = "fit" if case.conditions else ""
        yield Page(address(case), case.title, case.summary, text, case.path, (("Cases", LIST),), assets)

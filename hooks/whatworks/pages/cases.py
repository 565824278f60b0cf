"""A page per case study and brief, and the list of all."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.citing import address, cite_as
from whatworks.pages.page import Page, render

LIST = "/case_studies/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each case, withdrawn ones included."""
    text = render("case_list.md.j2", LIST, catalogue)
    yield Page(LIST, "All cases", "Every case study and brief, with what changed and who says so.", text)
    for case in catalogue.cases:
        text = render("case.md.j2", address(case), catalogue, case=case, cite_as=cite_as(catalogue, case))
        yield Page(address(case), case.title, case.summary, text, case.path, (("Cases", LIST),))

"""Where each kind of reader begins: the list of readers, and one screen with three next steps for each."""

from collections.abc import Iterator
from urllib.parse import parse_qs

from whatworks.catalogue import Catalogue
from whatworks.facets import Table
from whatworks.filters import table
from whatworks.pages import find
from whatworks.pages.page import Page, plural, render
from whatworks.pages.signposts import TOOLS

LIST = "/start/"
TITLE = "Start here"
KINDS = {post.address: "Tool" for post in TOOLS.posts} | {"/contribute/": "Form"}


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then the page of each reader."""
    known, description = table(catalogue), "Three next steps for each kind of reader."
    yield Page(LIST, TITLE, description, render("start_list.md.j2", LIST, catalogue))
    for start in catalogue.starts:
        address = f"{LIST}{start.id}/"
        values = {"start": start, "kind": lambda to: kind(catalogue, known, to), "way": lambda to: way(known, to)}
        text = render("start.md.j2", address, catalogue, **values)
        yield Page(address, f"{TITLE}: {start.title}", start.question, text, start.path, ((TITLE, LIST),))


def kind(catalogue: Catalogue, known: Table, to: str) -> str:
    """What a reader meets at an address, in one or two words: a tool, a guide and its minutes, a number of cases."""
    if to.startswith(f"{find.ADDRESS}?"):
        return plural(len(known.results(_choice(to))), "case")
    folder, id = f"{to}//".split("/")[1:3]
    if folder == "case_studies" and id in catalogue.case_by_id:
        return "One case"
    for guide in catalogue.guides:
        if (folder, id) == ("guides", guide.id):
            return f"Guide, {plural(guide.minutes, 'minute')}"
    return KINDS.get(to, "Page")


def way(known: Table, to: str) -> str:
    """Where a link leads: a list with one filter on has a page of its own, which needs no JavaScript."""
    choice = _choice(to) if to.startswith(f"{find.ADDRESS}?") else {}
    for facet in known.facets:
        for option in facet.options:
            if choice == {facet.id: [option.id]} and known.results(choice):
                return find.list_of(facet, option)
    return to


def _choice(to: str) -> dict[str, list[str]]:
    """The filters in an address of the finder."""
    return parse_qs(to.partition("?")[2])

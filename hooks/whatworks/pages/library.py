"""The learning library: a page per resource that the reports name, and the list of all by kind."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render

LIST = "/resources/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each resource."""
    kinds = [
        (kind, [one for one in catalogue.resources if one.kind == kind.id])
        for kind in catalogue.vocabularies["resource_kinds"]
    ]
    text = render("resource_list.md.j2", LIST, catalogue, kinds=[one for one in kinds if one[1]])
    yield Page(LIST, "Learning library", "Courses, tools, guides and networks that the reports name.", text)
    for resource in catalogue.resources:
        address = f"{LIST}{resource.id}/"
        text = render("resource.md.j2", address, catalogue, resource=resource)
        own = (address, resource.title, resource.summary, text, resource.path, (("Learning library", LIST),))
        yield Page(*own, ages=True)

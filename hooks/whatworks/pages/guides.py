"""A page per guide, and the list of all."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.citing import data_file
from whatworks.linked_data import of_guide
from whatworks.pages.page import Page, render

LIST = "/guides/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each guide."""
    yield Page(LIST, "Guides", "Pages that help people act.", render("guide_list.md.j2", LIST, catalogue))
    for guide in catalogue.guides:
        address = f"{LIST}{guide.id}/"
        text = render("guide.md.j2", address, catalogue, guide=guide)
        yield Page(
            address,
            guide.title,
            guide.summary,
            text,
            guide.path,
            (("Guides", LIST),),
            data=data_file("guides", guide.id),
            about=of_guide(catalogue, guide),
            day=guide.version.date,
        )

"""A page per guide, and the list of all."""

from collections.abc import Iterator

from whatworks import linked_data
from whatworks.catalogue import Catalogue
from whatworks.citing import data_file
from whatworks.pages.page import Page, render
from whatworks.references import of_guide

LIST = "/guides/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each guide."""
    yield Page(LIST, "Guides", "Pages that help people act.", render("guide_list.md.j2", LIST, catalogue))
    for guide in catalogue.guides:
        address = f"{LIST}{guide.id}/"
        data, reference = data_file("guides", guide.id), of_guide(catalogue, guide)
        text = render("guide.md.j2", address, catalogue, guide=guide, reference=reference, data=data)
        own = (address, guide.title, guide.summary, text, guide.path, (("Guides", LIST),))
        about = linked_data.of_guide(catalogue, guide)
        yield Page(*own, data=data, ages=True, about=about, day=guide.version.date)

"""The page about privacy: what the reader's own device keeps, and that nothing of it is sent anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render

ADDRESS = "/privacy/"


@dataclass(frozen=True)
class Kept:
    """Something that the device keeps: its key in the browser's storage, what it holds, and what ends it."""

    key: str
    what: str
    until: str


# Everything that a script of the theme keeps. A tool that keeps something says so in the same words, read from here.
KEPT = (
    Kept("what-works-theme", "Whether you chose light or dark colours.", "you choose your device's own colours again"),
    Kept("what-works-slash", "That you switched off the key that opens search.", "you switch it on again"),
    Kept("what-works-drafts", "What you write in the form for contributions, as drafts.", "you delete the draft"),
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    text = render("privacy.md.j2", ADDRESS, catalogue, kept=KEPT)
    yield Page(ADDRESS, "Privacy", "What this site keeps on your device, and that it sends nothing anywhere.", text)

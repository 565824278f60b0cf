"""The page about privacy: what the reader's own device keeps, and what an address tells the server."""

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
    Kept("what-works-shortlist", "The cases on your shortlist, and what you wrote about each.", "you take them off it"),
    Kept(
        "what-works-fit",
        "Your answers to the questions of “Does this fit us?”.",
        "you choose “Forget my answers” on the page of all questions",
    ),
    Kept("what-works-plan", "What you write in your learning plan.", "you choose “Delete this plan” on its page"),
    Kept("what-works-drafts", "What you write in the form for contributions, as drafts.", "you delete the draft"),
)


def kept(key: str) -> Kept:
    """What is kept under a key, for the page of the tool that keeps it."""
    return next(one for one in KEPT if one.key == key)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    text = render("privacy.md.j2", ADDRESS, catalogue, kept=KEPT)
    yield Page(ADDRESS, "Privacy", "What your device keeps for this site, and what the address of a page tells.", text)

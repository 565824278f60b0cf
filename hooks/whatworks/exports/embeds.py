"""A small page per case for other sites to show in a frame.

It has no style of its own. The site's policy forbids styles within a page, and a file of styles would be a second
request; so it is plain HTML, which fits any width and follows the colours that the reader's device asks for.
"""

from collections.abc import Iterator
from math import ceil

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citing import SITE, address, day
from whatworks.resources import environment

HOME = "/embed/"
# The narrowest frame, in letters to a line: of a line of text, of small text, and of the title.
LETTERS, SMALL, TITLE = 26, 30, 16
# The pixels of a line of each, and of what stands around them.
LINE, TITLE_LINE, AROUND = 19, 28, 130


def home(case: CaseStudy) -> str:
    """Where the card of a case stands, for ever."""
    return f"{HOME}{case.id}/"


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The card of each case; that of a withdrawn one says so."""
    template = environment().get_template("embed.html.j2")
    for case in sorted(catalogue.cases, key=lambda case: case.id):
        values = {"catalogue": catalogue, "case": case, "outcome": catalogue.headline(case), "site_name": SITE}
        text = template.render(**values, address=address(case), evidence=catalogue.vocabularies["evidence"], day=day)
        yield f"{home(case)}index.html".lstrip("/"), text


def height(catalogue: Catalogue, case: CaseStudy) -> int:
    """How high a frame of 240 pixels' width must be, in pixels, so that nothing has to be scrolled."""
    outcome = catalogue.headline(case)
    told = (outcome.change, outcome.who) if outcome else ("",)
    lines = sum(ceil(len(text) / LETTERS) for text in told) + ceil(len(f"{catalogue.where(case)} · ") / SMALL) + 5
    return ceil((ceil(len(case.title) / TITLE) * TITLE_LINE + lines * LINE + AROUND) / 10) * 10

"""Three pages that lead on: what there is to read, the tools, and what there is to know about the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render

SHEETS = "/meeting_tools/"


@dataclass(frozen=True)
class Signpost:
    """A link with a sentence on what it is good for; addresses from the root of the site."""

    address: str
    name: str
    words: str


@dataclass(frozen=True)
class Crossing:
    """A page of signposts."""

    address: str
    title: str
    lede: str
    posts: tuple[Signpost, ...]


LEARN = Crossing(
    "/learn/",
    "Learn",
    "What cases, surveys and reports add up to, for people who want to act.",
    (
        Signpost("/guides/", "Guides", "Short pages with steps, cases that show them, and questions to ask."),
        Signpost("/evidence/", "The numbers", "What surveys found, with charts, and what to be careful about."),
        Signpost("/resources/", "Learning library", "Courses, tools, guides and networks that the reports name."),
    ),
)
TOOLS = Crossing(
    "/tools/",
    "Tools",
    "Ways to find, judge and plan, and sheets for your next meeting. Each works in your own browser or on paper.",
    (
        Signpost("/find/", "Find what fits", "Search and filter the cases by need, place, evidence and more."),
        Signpost("/where_are_we/", "Where are we?", "Six questions that show your stage, and what tends to help."),
        Signpost("/fit/", "Does this fit us?", "Questions on your own place, and the cases that are most like it."),
        Signpost("/compare/", "Compare", "Two to four cases side by side, to see what differs."),
        Signpost("/shortlist/", "Shortlist", "The cases that you keep, and what you could try, to print."),
        Signpost("/gap_map/", "Gap map", "What is known for each need and approach, and where nothing is known yet."),
        Signpost(f"{SHEETS}learning-plan/", "Learning plan", "Who learns what, how, at what cost and by when."),
        Signpost(f"{SHEETS}agenda/", "Agenda", "Two hours on what you need to get better at."),
        Signpost(
            f"{SHEETS}induction-checklist/", "Checklist for a new member", "What to do before they come, and after."
        ),
        Signpost(f"{SHEETS}needs-questionnaire/", "Questionnaire", "Short questions on what people need to learn."),
    ),
)
ABOUT = Crossing(
    "/about/",
    "About",
    "Real examples of what local partnerships did to learn and to work better: who says so, and what did not work.",
    (
        Signpost("/new/", "What’s new", "What was added and changed, by month, and how to follow it."),
        Signpost("/about_the_evidence/", "About the evidence", "What the words about evidence mean, and who decides."),
        Signpost("/sources/", "Sources", "The reports that the cases are drawn from, and what they cannot show."),
        Signpost("/glossary/", "Glossary", "The words and initials of the field, in plain English."),
        Signpost(
            "/for_guidance/", "For guidance writers", "Links and references that last, and cases on your own site."
        ),
        Signpost("/data/", "Data", "Everything as spreadsheets and files, and a copy of the site for your own disk."),
        Signpost("/privacy/", "Privacy", "What your device keeps, and what an address tells."),
        Signpost(
            "/state/", "State of the site", "For reviewers: addresses that were promised, and what is to be read again."
        ),
    ),
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page of what there is to read, then that of the tools, then that about the site."""
    for one in (LEARN, TOOLS, ABOUT):
        text = render("signposts.md.j2", one.address, catalogue, crossing=one)
        yield Page(one.address, one.title, one.lede, text)

"""A page per sheet for the next meeting, and the list of all. The learning plan can be filled in on its page."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.meeting_tools import MeetingTool
from whatworks.pages.page import Page, render
from whatworks.pages.privacy import kept

LIST = "/meeting_tools/"
PLAN = "learning-plan"
KEY = "what-works-plan"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each sheet."""
    text = render("meeting_tool_list.md.j2", LIST, catalogue, tools=catalogue.meeting_tools)
    yield Page(LIST, "For your next meeting", "Sheets to print, or to fill in on a computer.", text)
    for tool in catalogue.meeting_tools:
        yield _page(tool, catalogue)


def _page(tool: MeetingTool, catalogue: Catalogue) -> Page:
    """The page of one sheet; that of the learning plan has a script of its own."""
    is_plan = tool.id == PLAN
    values = {"tool": tool, "kept": kept(KEY) if is_plan else None, "is_plan": is_plan}
    text = render("meeting_tool.md.j2", tool.address, catalogue, **values)
    assets = "learning_plan" if is_plan else "meeting_tool"
    trail = (("Tools", "/tools/"), ("For your next meeting", LIST))
    return Page(tool.address, tool.title, tool.summary, text, tool.path, trail, assets=assets, ages=True)

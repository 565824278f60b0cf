"""A sheet for the next meeting as a blank Word document: what its page prints, with the cases and sources behind it."""

from collections.abc import Callable, Mapping

from whatworks.catalogue import Catalogue
from whatworks.citing import address, in_words
from whatworks.documents.paper import Paper
from whatworks.meeting_tools import MeetingTool, Part

TICK, MARK = "\N{BALLOT BOX}", "\N{WHITE CIRCLE}"
LINE, ROW = 9, 16
MOST_UPRIGHT = 6


def sheet(catalogue: Catalogue, tool: MeetingTool) -> bytes:
    """The document of one sheet; it lies on its side where a table has many columns."""
    is_wide = any(part.kind == "columns" and len(part.items) > MOST_UPRIGHT for part in tool.parts)
    paper = Paper(tool.title, tool.summary, tool.reviewed, wide=is_wide)
    paper.text(tool.summary)
    if tool.heading:
        paper.table(("On this sheet", "Write here"), [(blank, "") for blank in tool.heading], (1, 3), LINE)
    for part in tool.parts:
        paper.heading(part.title)
        if part.note:
            paper.text(part.note)
        KINDS[part.kind](paper, part)
    _behind(paper, catalogue, tool)
    paper.foot(f"What Works · {tool.id} · version {tool.version} · {catalogue.in_full(tool.address)}")
    return paper.as_bytes()


def _ticks(paper: Paper, part: Part) -> None:
    rows = [(TICK, " ".join(filter(None, (item.text, item.help))), "", "") for item in part.items]
    paper.table(("Tick", "What", "Who", "Done on"), rows, (1, 11, 4, 3))


def _lines(paper: Paper, part: Part) -> None:
    rows = [(" ".join(filter(None, (f"{_ended(item.text)}", item.help))), "") for item in part.items]
    paper.table(("About", "Write here"), rows, (2, 5), LINE * part.rows)


def _timed(paper: Paper, part: Part) -> None:
    rows = [
        (f"{span}\n{item.minutes} minutes", f"{item.text}\n{item.question}", item.lead, item.prepare, item.materials)
        for span, item in zip(part.spans, part.items, strict=True)
    ]
    paper.table(("Time", "Item and question", "Who leads", "Prepare", "Have ready"), rows, (3, 6, 3, 5, 4))


def _answers(paper: Paper, part: Part) -> None:
    marks = (MARK,) * len(part.answers)
    paper.table(("Question", *part.answers), [(item.text, *marks) for item in part.items], (9, *(2 for _ in marks)))


def _columns(paper: Paper, part: Part) -> None:
    head = [f"{item.text}\n{item.help}" if item.help else item.text for item in part.items]
    paper.table(head, [[""] * len(head)] * part.rows, [1] * len(head), ROW)


KINDS: Mapping[str, Callable[[Paper, Part], None]] = {
    "ticks": _ticks,
    "lines": _lines,
    "timed": _timed,
    "answers": _answers,
    "columns": _columns,
}


def _behind(paper: Paper, catalogue: Catalogue, tool: MeetingTool) -> None:
    """How to use the sheet, the cases behind it with their ids, and its sources."""
    paper.heading("How to use this sheet")
    paper.bullets(tool.use)
    if tool.background:
        paper.heading("What the reports say")
        for point in tool.background:
            numbers = ", ".join(str(tool.citation_number(id)) for id in point.sources)
            paper.text(f"{point.text} [{numbers}]", _ended(point.title))
    paper.heading("The cases behind it")
    shown = [(case, one.shows) for one in tool.cases for case in catalogue.listed if case.id == one.case]
    rows = [(case.title, shows, f"{case.id}\n{catalogue.in_full(address(case))}") for case, shows in shown]
    paper.table(("Case", "What to look for", "Id and address"), rows, (4, 5, 5))
    paper.heading("Sources")
    for number, citation in enumerate(tool.sources, 1):
        paper.text(f"{in_words(catalogue, citation)}.", f"[{number}]")


def _ended(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith(("?", ".", "!")) else f"{text}."

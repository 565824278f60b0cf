"""Where each value of a chart stands, and the words above its bar."""

from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from whatworks.charts.drawing import INK, SOFT, Words
from whatworks.surveys import Figure, Survey

WIDTH = 360
TYPE, LINE, BAR, GAP = 16, 21, 20, 16
# Letters of a label on one line, and of a heading, which is bold.
LETTERS, HEADING_LETTERS = 42, 38
# The width of a letter of a value, and the space before the first.
LETTER, SPACE = 9, 8


@dataclass(frozen=True)
class Row:
    """One value of a chart: the words above it, where its bar begins, and the value in words."""

    above: tuple[Words, ...]
    y: float
    value: float
    words: str


def rows_of(survey: Survey) -> tuple[list[Row], float]:
    """The values from top to bottom, and the height of all; where there are groups, like stands beside like."""
    order = list(dict.fromkeys(figure.label for figure in survey.figures))
    figures = sorted(survey.figures, key=lambda one: order.index(one.label)) if survey.groups else survey.figures
    rows: list[Row] = []
    y = 0.0
    for label, several in groupby(figures, key=lambda one: one.label):
        y += GAP / 2 if rows and survey.groups else 0
        head = _heading(label, y) if survey.groups else ()
        y += LINE * sum(len(one.lines) for one in head)
        for figure in several:
            own = Words(0, y, _lines(_name(survey, figure), LETTERS), colour=SOFT if survey.groups else INK)
            y += LINE * len(own.lines) + 2
            rows.append(Row((*head, own), y, figure.value, figure.in_words(survey.unit)))
            head, y = (), y + BAR + (GAP / 2 if survey.groups else GAP)
        y += GAP / 2 if survey.groups else 0
    return rows, rows[-1].y + BAR


def room(row: Row, most: float) -> float:
    """How long the longest bar may be, so that there is room for the value at the end of this one."""
    share = row.value / most if most else 0
    return min(WIDTH, (WIDTH - SPACE - LETTER * len(row.words)) / share) if share else WIDTH


def _heading(label: str, y: float) -> tuple[Words, ...]:
    return (Words(0, y, _lines(label, HEADING_LETTERS), bold=True),)


def _name(survey: Survey, figure: Figure) -> str:
    """What stands above a bar: whom the value is about or, without groups, what it is."""
    group = survey.group(figure.group)
    return group.label if group else figure.label


def _lines(text: str, letters: int) -> tuple[str, ...]:
    return tuple(wrap(text, letters)) or ("",)

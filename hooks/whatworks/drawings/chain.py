"""Steps that follow one another, in groups. Drawn are all labels; what they mean is not."""

from collections.abc import Sequence

from whatworks.drawings.canvas import DISC, PAD, PUSH, Canvas, box_height
from whatworks.drawings.columns import WIDE, Words
from whatworks.drawings.text import LEADING, SIZE, Line, lines
from whatworks.frameworks import Row

BETWEEN, APART = 36.0, 24.0
Step = tuple[int, Row]


def chain(rows: Sequence[Row], heads: Sequence[str], width: float) -> Canvas:
    """A box for each step, with its number: each group across where there is room, else all one below the other.

    An arrow leads to the next step; a plus joins a step to the one that it stands beside.
    """
    canvas, end = Canvas(width), 0.0
    groups = _groups(rows)
    for number, group in enumerate(groups):
        name = lines(group[0][1].group, width, bold=True)
        end = canvas.words((0, end), name) + DISC + PAD / 2
        end = _across(canvas, group, end) if width > WIDE else _down(canvas, group, end)
        if number + 1 < len(groups):
            canvas.way((width / 2, end + 4), (width / 2, end + BETWEEN))
            end += BETWEEN + 4
    return canvas


def _groups(rows: Sequence[Row]) -> list[list[Step]]:
    """The steps with their numbers from 1; a group begins where a row names it."""
    groups: list[list[Step]] = []
    for number, row in enumerate(rows, 1):
        if row.group or not groups:
            groups.append([])
        groups[-1].append((number, row))
    return groups


def _words(step: Step, room: float) -> Words:
    """The label of a step, and below it the labels of its items."""
    row = step[1]
    title = lines(row.label, room - 2 * PAD, bold=True)
    told: list[Line] = [line for cell in row.cells for item in cell for line in lines(item.label, room - 2 * PAD)]
    return [(*title, *told)]


def _across(canvas: Canvas, group: Sequence[Step], top: float) -> float:
    room = (canvas.width - APART * (len(group) - 1)) / len(group)
    words = [_words(step, room) for step in group]
    tall = max(map(box_height, words)) + PUSH
    for at, ((number, row), text) in enumerate(zip(group, words, strict=True)):
        x = at * (room + APART)
        canvas.box((x, top), (room, tall), text, "tint" if row.joined else "plain", number=number)
        if at and row.joined:
            canvas.words((x - APART / 2, top + tall / 2 - SIZE * 0.8), lines("+", APART, bold=True), centred=True)
        elif at:
            canvas.way((x - APART + 3, top + tall / 2), (x - 3, top + tall / 2))
    return top + tall


def _down(canvas: Canvas, group: Sequence[Step], top: float) -> float:
    middle, end = canvas.width / 2, top
    for at, (number, row) in enumerate(group):
        if at and row.joined:
            canvas.words((middle, end + (BETWEEN - SIZE * LEADING) / 2), lines("+", BETWEEN, bold=True), centred=True)
        elif at:
            canvas.way((middle, end + 4), (middle, end + BETWEEN - 4))
        end += BETWEEN if at else 0.0
        words = _words((number, row), canvas.width)
        size = (canvas.width, box_height(words) + PUSH)
        end = canvas.box((0, end), size, words, "tint" if row.joined else "plain", number=number)
    return end

"""The life of a partnership: stages in a row, the last of them below. Drawn are the stages and what each of them is.

The signs of a stage, what helps there and the words of the ways stand in the tables only.
"""

from collections.abc import Sequence

from whatworks.drawings.canvas import DISC, PAD, PUSH, Canvas, box_height
from whatworks.drawings.columns import WIDE, Words
from whatworks.drawings.text import lines
from whatworks.frameworks import Row, Way

BETWEEN = 34.0
RAIL, STEP = 34.0, 9.0


def cycle(rows: Sequence[Row], ways: Sequence[Way], width: float) -> Canvas:
    """The stages with the ways between them: side by side where there is room, else one below the other."""
    at = {row.id: number for number, row in enumerate(rows)}
    known = [(at[way.start], at[way.end], way.kind) for way in ways if way.start in at and way.end in at]
    return _across(rows, known, width) if width > WIDE and len(rows) > 1 else _down(rows, known, width)


def _words(row: Row, room: float) -> Words:
    inner = room - 2 * PAD
    return [(*lines(row.label, inner, bold=True), *lines(row.note, inner))]


def _across(rows: Sequence[Row], ways: Sequence[tuple[int, int, str]], width: float) -> Canvas:
    """All stages but the last in a row; the last lies below them all, as the ground that one falls to."""
    canvas, last = Canvas(width), len(rows) - 1
    room = (width - BETWEEN * (last - 1)) / last
    words = [_words(row, room) for row in rows[:-1]]
    end = DISC + max(map(box_height, words)) + PUSH
    for at, text in enumerate(words):
        canvas.box((at * (room + BETWEEN), DISC), (room, end - DISC), text, "tint", number=at + 1)
    ground = end + 2 * BETWEEN
    low = _words(rows[last], width)
    canvas.box((0, ground), (width, box_height(low) + PUSH), low, "rest", number=last + 1)
    for start, stop, kind in ways:
        middle = min(start, stop) * (room + BETWEEN) + room / 2
        if stop == last:
            canvas.way((middle, end + 5), (middle, ground - 5), kind=kind)
        elif start == last:
            canvas.way((middle, ground - 5), (middle, end + 5), kind=kind)
        elif stop == start + 1:
            edge = stop * (room + BETWEEN)
            canvas.way((edge - BETWEEN + 4, (DISC + end) / 2), (edge - 4, (DISC + end) / 2), kind=kind)
    return canvas


def _down(rows: Sequence[Row], ways: Sequence[tuple[int, int, str]], width: float) -> Canvas:
    """All stages one below the other; ways that pass others by run beside them: down on the right, back on the left."""
    canvas, end = Canvas(width), DISC
    room = width - 2 * RAIL
    sides: list[tuple[float, float]] = []
    for at, row in enumerate(rows):
        words, look = _words(row, room), "rest" if at + 1 == len(rows) else "tint"
        bottom = canvas.box((RAIL, end), (room, box_height(words) + PUSH), words, look, number=at + 1)
        sides.append((end, bottom))
        end = bottom + BETWEEN
    for lane, (start, stop, kind) in enumerate(ways):
        first, last = sides[start], sides[stop]
        if stop == start + 1 and kind == "on":
            canvas.way((width / 2, first[1] + 4), (width / 2, last[0] - 4))
        else:
            # Each way beside the boxes has a lane and a height of its own.
            shift = STEP * (lane % 3)
            x, edge = (width - 4 - shift, width - RAIL + 4) if stop > start else (4 + shift, RAIL - 4)
            out, back = sum(first) / 2, last[0] + 22 + 2 * shift
            canvas.way((edge, out), (x, out), (x, back), (edge, back), kind=kind)
    return canvas

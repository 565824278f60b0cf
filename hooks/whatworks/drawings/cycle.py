"""The life of a partnership: stages in a row, the last of them below. Drawn are the stages and what each of them is.

The signs of a stage, what helps there and the words of the ways stand in the tables only.
"""

from collections.abc import Sequence

from whatworks.drawings.canvas import PAD, Canvas, box_height
from whatworks.drawings.columns import WIDE, Words
from whatworks.drawings.text import lines
from whatworks.frameworks import Row, Way

BETWEEN = 30.0
RAIL, STEP = 34.0, 9.0


def cycle(rows: Sequence[Row], ways: Sequence[Way], width: float) -> Canvas:
    """The stages with the ways between them: side by side where there is room, else one below the other."""
    at = {row.id: number for number, row in enumerate(rows)}
    known = [(at[way.start], at[way.end], way.kind) for way in ways if way.start in at and way.end in at]
    return _across(rows, known, width) if width > WIDE and len(rows) > 1 else _down(rows, known, width)


def _words(number: int, row: Row, room: float) -> Words:
    inner = room - 2 * PAD
    return [(*lines(f"{number + 1} {row.label}", inner, bold=True), *lines(row.note, inner))]


def _across(rows: Sequence[Row], ways: Sequence[tuple[int, int, str]], width: float) -> Canvas:
    """All stages but the last in a row; the last lies below them all, as the ground that one falls to."""
    canvas, last = Canvas(width), len(rows) - 1
    room = (width - BETWEEN * (last - 1)) / last
    words = [_words(number, row, room) for number, row in enumerate(rows[:-1])]
    tall = max(map(box_height, words))
    for number, text in enumerate(words):
        canvas.box((number * (room + BETWEEN), 0), (room, tall), text, "tint")
    ground = tall + 2 * BETWEEN
    low = _words(last, rows[last], width)
    canvas.box((0, ground), (width, box_height(low)), low, "rest", centred=True)
    for start, end, kind in ways:
        middle = min(start, end) * (room + BETWEEN) + room / 2
        if end == last:
            canvas.way((middle, tall + 5), (middle, ground - 5), kind=kind)
        elif start == last:
            left = end * (room + BETWEEN) + room / 2
            canvas.way((left, ground - 5), (left, tall + 5), kind=kind)
        elif end == start + 1:
            edge = end * (room + BETWEEN)
            canvas.way((edge - BETWEEN + 4, tall / 2), (edge - 4, tall / 2), kind=kind)
    return canvas


def _down(rows: Sequence[Row], ways: Sequence[tuple[int, int, str]], width: float) -> Canvas:
    """All stages one below the other; ways that pass others by run beside them: down on the right, back on the left."""
    canvas, end = Canvas(width), 0.0
    left, room = RAIL, width - 2 * RAIL
    sides: list[tuple[float, float]] = []
    for number, row in enumerate(rows):
        words = _words(number, row, room)
        bottom = canvas.box(
            (left, end), (room, box_height(words)), words, "rest" if number + 1 == len(rows) else "tint"
        )
        sides.append((end, bottom))
        end = bottom + BETWEEN
    for number, (start, stop, kind) in enumerate(ways):
        top, bottom = sides[start], sides[stop]
        if stop == start + 1 and kind == "on":
            canvas.way((width / 2, top[1] + 4), (width / 2, bottom[0] - 4))
            continue
        # Each way beside the boxes has a lane and a height of its own.
        lane = 6 + STEP * (number % 3)
        x, edge = (width - lane, width - RAIL + 4) if stop > start else (lane, RAIL - 4)
        out, back = (top[0] + top[1]) / 2, bottom[0] + 18 + 14 * (number % 3)
        canvas.way((edge, out), (x, out), (x, back), (edge, back), kind=kind)
    return canvas

"""Frameworks that are lists side by side: columns, a grid and pairs. Drawn are all labels; what they mean is not."""

from collections.abc import Sequence

from whatworks.drawings.canvas import GAP, PAD, Canvas, box_height
from whatworks.drawings.text import Line, lines
from whatworks.frameworks import Item, Row

WIDE = 600.0
Words = list[tuple[Line, ...]]


def columns(rows: Sequence[Row], heads: Sequence[str], width: float) -> Canvas:
    """Each row as a heading with its items below: side by side where there is room, else one below the other."""
    canvas = Canvas(width)
    across = len(rows) if width > WIDE else 1
    room = (width - GAP * (across - 1)) / across
    named = [[lines(row.label, room - 2 * PAD, bold=True)] for row in rows]
    listed = [_labels(row.cells, room) for row in rows]
    if across == 1:
        end = 0.0
        for name, items in zip(named, listed, strict=True):
            end = canvas.box((0, end), (room, box_height(name)), name, "lead")
            end = canvas.box((0, end), (room, box_height(items)), items) + GAP
        return canvas
    head, body = max(map(box_height, named)), max(map(box_height, listed))
    for at, (name, items) in enumerate(zip(named, listed, strict=True)):
        x = at * (room + GAP)
        canvas.box((x, 0), (room, head), name, "lead", centred=True)
        canvas.box((x, head), (room, body), items)
    return canvas


def grid(rows: Sequence[Row], heads: Sequence[str], width: float) -> Canvas:
    """Each row with a box for each column; where there is little room, the boxes stand below the name of the row."""
    return _grid_across(rows, heads, width) if width > WIDE else _grid_down(rows, heads, width)


def pairs(rows: Sequence[Row], heads: Sequence[str], width: float) -> Canvas:
    """Two things that pull against each other, row by row, with an arrow both ways between them."""
    canvas, between = Canvas(width), 44.0
    room = (width - between) / 2
    left, right = 0.0, room + between
    heading = [[lines(head, room - 2 * PAD, bold=True)] for head in heads[1:]]
    tall = max(map(box_height, heading))
    for x, head, kind in ((left, heading[0], "lead"), (right, heading[1], "rest")):
        canvas.box((x, 0), (room, tall), head, kind, centred=True)
    end = tall
    for row in rows:
        end = canvas.words((width / 2, end + PAD), lines(row.label, width, bold=True), centred=True) + PAD / 2
        words = [_labels((cell,), room) for cell in row.cells]
        tall = max(map(box_height, words))
        for x, text, kind in zip((left, right), words, ("tint", "plain"), strict=True):
            canvas.box((x, end), (room, tall), text, kind, centred=True)
        canvas.way((room + 5, end + tall / 2), (right - 5, end + tall / 2), both=True)
        end += tall
    return canvas


def _grid_across(rows: Sequence[Row], heads: Sequence[str], width: float) -> Canvas:
    canvas, first = Canvas(width), width * 0.2
    room = (width - first - GAP * (len(heads) - 1)) / (len(heads) - 1)
    places = [first + GAP + at * (room + GAP) for at in range(len(heads) - 1)]
    named = [[lines(heads[0], first - 2 * PAD, bold=True)], *([lines(h, room - 2 * PAD, bold=True)] for h in heads[1:])]
    tall = max(map(box_height, named))
    for x, head, size in zip((0.0, *places), named, (first, *(room for _ in places)), strict=True):
        canvas.box((x, 0), (size, tall), head, "rest" if x == 0 else "lead", centred=True)
    end = tall + GAP
    for row in rows:
        if len(row.cells) < len(places):
            end = _in_one(canvas, row, len(places), end)
            continue
        name = [lines(row.label, first - 2 * PAD, bold=True)]
        words = [_labels((cell,), room) for cell in row.cells]
        tall = max(map(box_height, [name, *words]))
        canvas.box((0, end), (first, tall), name, "tint")
        for x, text in zip(places, words, strict=True):
            if text:
                canvas.box((x, end), (room, tall), text)
        end += tall + GAP
    return canvas


def _grid_down(rows: Sequence[Row], heads: Sequence[str], width: float) -> Canvas:
    canvas, end = Canvas(width), 0.0
    for row in rows:
        name = [lines(row.label, width - 2 * PAD, bold=True)]
        end = canvas.box((0, end), (width, box_height(name)), name, "lead")
        for number, cell in enumerate(row.cells):
            if text := _labels((cell,), width):
                head = heads[number + 1] if len(row.cells) > 1 else ""
                text = [(*lines(head, width - 2 * PAD, bold=True), *text[0]), *text[1:]]
                end = canvas.box((0, end), (width, box_height(text)), text)
        end += GAP
    return canvas


def _in_one(canvas: Canvas, row: Row, count: int, end: float) -> float:
    """A row whose one cell fills all columns: its name above, and its items shared out below."""
    room = (canvas.width - GAP * (count - 1)) / count
    name = [lines(row.label, canvas.width - 2 * PAD, bold=True)]
    end = canvas.box((0, end), (canvas.width, box_height(name)), name, "lead", centred=True)
    share = -(-len(row.cells[0]) // count)
    words = [_labels((row.cells[0][at * share : (at + 1) * share],), room) for at in range(count)]
    tall = max(map(box_height, words))
    for at, text in enumerate(words):
        canvas.box((at * (room + GAP), end + GAP / 2), (room, tall), text)
    return end + GAP / 2 + tall + GAP


def _labels(cells: Sequence[Sequence[Item]], room: float) -> Words:
    """The labels of all items, each in lines."""
    return [lines(item.label, room - 2 * PAD) for cell in cells for item in cell]

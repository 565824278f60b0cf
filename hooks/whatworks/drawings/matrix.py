"""A table of yes and no: a disc where a row and a column meet. Drawn are all labels and how many discs a row has."""

from collections.abc import Sequence

from whatworks.drawings.canvas import PAD, Canvas, box_height
from whatworks.drawings.text import height_of, lines
from whatworks.frameworks import Row

FIRST, LAST = 0.31, 0.19


def matrix(rows: Sequence[Row], heads: Sequence[str], width: float, across: str = "") -> Canvas:
    """The rows below the headings, and above these what they are; rows with the most discs stand out."""
    canvas = Canvas(width)
    first, last = width * FIRST, width * LAST
    step = (width - first - last) / (len(heads) - 1)
    places = [first + step * (at + 0.5) for at in range(len(heads) - 1)]
    over = canvas.words((first + step * len(places) / 2, 0), lines(across, step * len(places)), centred=True)
    named = [(x, lines(head, step - 4, bold=True)) for x, head in zip(places, heads[1:], strict=True)]
    named.append((width - last / 2, lines("How many", last, bold=True)))
    end = canvas.words((PAD, over), lines(heads[0], first - PAD, bold=True))
    end = max([end, *(canvas.words((x, over), text, centred=True) for x, text in named)]) + PAD / 2
    most = max(sum(row.marks) for row in rows)
    for row in rows:
        name = [lines(row.label, first - 2 * PAD, bold=True)]
        tall = box_height(name)
        canvas.box((0, end), (width, tall), name, "tint" if sum(row.marks) == most else "plain")
        for x, on in zip(places, row.marks, strict=True):
            canvas.mark((x, end + tall / 2), on=on)
        count = lines(f"{sum(row.marks)} of {len(row.marks)}", last)
        canvas.words((width - last / 2, end + (tall - height_of(count)) / 2), count, centred=True)
        end += tall + PAD / 2
    return canvas

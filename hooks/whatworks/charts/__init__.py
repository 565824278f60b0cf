"""Charts of what surveys found, as SVG that stands in a page: the same data always give the same bytes.

A chart is drawn for a narrow window. In a wide one its bars are stretched and its words are not: so words are of one
size everywhere, and each stands above its bar. Colours are the theme's, by name.
"""

from functools import cache

from whatworks.charts.drawing import FILL, TRACK, Bar, Words, as_picture, drawn, stretching
from whatworks.charts.rows import BAR, TYPE, WIDTH, Row, room, rows_of
from whatworks.surveys import Survey

__all__ = ["chart", "is_drawn", "picture"]

# From how many values a picture tells more than the values themselves.
LEAST = 3
PICTURE_WIDTH, PICTURE_BAR, PICTURE_STEP = 60, 6, 8


def is_drawn(survey: Survey) -> bool:
    """Whether there are enough values for a chart: one or two say more as numbers."""
    return len(survey.figures) >= LEAST or bool(survey.groups)


@cache
def chart(survey: Survey) -> str:
    """A bar for each value, with its label above it and the value at its end."""
    rows, height = rows_of(survey)
    most = survey.whole or max(row.value for row in rows)
    longest = min(room(row, most) for row in rows)
    bars = [Bar(row.value / most * longest, row.y, BAR, FILL) for row in rows]
    tracks = [Bar(longest, row.y, BAR, TRACK) for row in rows if survey.whole]
    ends = [
        Words(bar.length, bar.y + (BAR - TYPE) / 2, (row.words,), True) for row, bar in zip(rows, bars, strict=True)
    ]
    words = [one for row, end in zip(rows, ends, strict=True) for one in (*row.above, end)]
    title = f"Proposed, never a result: {survey.title}" if survey.proposed else survey.title
    return stretching(drawn(WIDTH, height, (*tracks, *bars), words), WIDTH, height, f"chart-{survey.id}", title)


@cache
def picture(survey: Survey) -> str:
    """The bars of a chart alone, small, for a list: the page that it leads to says what they are."""
    rows: list[Row] = rows_of(survey)[0]
    most = survey.whole or max(row.value for row in rows)
    places = [(at * PICTURE_STEP, row.value / most * PICTURE_WIDTH) for at, row in enumerate(rows)]
    tracks = [Bar(PICTURE_WIDTH, y, PICTURE_BAR, TRACK) for y, _ in places if survey.whole]
    bars = [Bar(length, y, PICTURE_BAR, FILL) for y, length in places]
    return as_picture((*tracks, *bars), PICTURE_WIDTH, len(rows) * PICTURE_STEP)

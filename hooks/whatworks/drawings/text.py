"""How much room words take in a drawing: measured so that they fit in any font that a reader may have.

The widths are those of DejaVu Sans, one of the widest fonts for reading, rounded up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

SIZE, TITLE = 15.0, 16.5
LEADING = 1.32
# Widths in parts of the size; a character that is not here counts as the widest.
GROUPS = {
    0.30: "'ijlIJ",
    0.36: " ,.’‘/:;\\|f-",
    0.42: "()[]t!r",
    0.53: '"*_`–sz“”?',
    0.56: "cL",
    0.60: "Fkvxy",
    0.64: "ESTYPabdeghnopqué0123456789{}£$",
    0.70: "AVBRXZCK",
    0.77: "UHNDG",
    0.84: "&OQw#+<=>^~",
}
WIDTHS = MappingProxyType({character: width for width, group in GROUPS.items() for character in group})
WIDEST = 1.0
BOLDER = 1.17


@dataclass(frozen=True)
class Line:
    """One line of words in a drawing; `starts` says whether a new text begins with it."""

    text: str
    bold: bool = False
    starts: bool = False

    @property
    def size(self) -> float:
        """The size of its letters: those of titles are larger."""
        return TITLE if self.bold else SIZE

    @property
    def height(self) -> float:
        """The height that it takes."""
        return self.size * LEADING


def room_of(text: str, *, bold: bool = False) -> float:
    """The width that a text needs at most."""
    size = TITLE * BOLDER if bold else SIZE
    return size * sum(WIDTHS.get(character, WIDEST) for character in text)


def lines(text: str, room: float, *, bold: bool = False) -> tuple[Line, ...]:
    """A text in lines of at most `room`; a word that is longer than a line is broken."""
    found = [""]
    for word in (piece for whole in text.split() for piece in _pieces(whole, room, bold)):
        longer = f"{found[-1]} {word}".lstrip()
        if room_of(longer, bold=bold) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return tuple(Line(one, bold, at == 0) for at, one in enumerate(one for one in found if one))


def _pieces(word: str, room: float, bold: bool) -> Iterator[str]:
    """A word in parts that fit on a line, each of at least one character."""
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and room_of(word[start:end], bold=bold) > room:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]


def height_of(text: Sequence[Line]) -> float:
    """The height of lines one below the other."""
    return sum(line.height for line in text)

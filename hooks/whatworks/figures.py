"""Which words of a text are figures: counts, sums, shares, rates and durations.

A figure stands in digits, or in words above ten. Years, dates, ages, section numbers and names with a number in them
(Level 3, Agenda 21) are not figures. Source of the rule: the design's "No number without a source".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WORDS = (
    "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
    "seventy|eighty|ninety|hundreds?|thousands?|millions?|billion|dozens?"
)
NOT_FIGURES = re.compile(
    rf"""
      \b(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?\b          # May 12
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})\b          # 12 May
    | \b(?:19|20)\d\d(?:\s*[-–/]\s*\d\d(?:\d\d)?)?s?\b(?!%) # 2003, 2003-04, 1990s
    | \b\d{{1,2}}(?:st|nd|rd|th)\b                          # 21st century
    | \b(?:age|aged|ages|under|over)\s+(?:of\s+)?\d{{1,2}}(?:\s+(?:to|and|or)\s+\d{{1,2}})?\b
    | \b\d{{1,2}}(?:\s*(?:to|-|–)\s*\d{{1,2}})?[\s-]+year[\s-]olds?\b
    | \b(?i:sections?|paragraphs?|chapters?|tables?|figures?|appendix|annex|steps?|stages?)
      \s+\d[\d.]*(?:\s+(?:to|and)\s+\d[\d.]*)?
    | (?<![.!?]\s)(?<!^)\b[A-Z][A-Za-z]+\s+\d{{1,2}}\b      # Level 3
      (?![.,]?\d|%|\s+(?:per\s+cent|hours?|days?|weeks?|months?|years?|people|members))
    | \b[A-Za-z]+\d+\w*\b                                   # PAT16
    """,
    re.VERBOSE | re.MULTILINE,
)
FIGURES = re.compile(
    rf"""
      [£$€]?\d[\d,.]*\d(?:\s?%|\s?(?:m|bn|million|billion|thousand)\b)?
    | [£$€]?\d(?:\s?%|\s?(?:m|bn|million|billion|thousand)\b)?
    | \b(?:{WORDS})(?:[\s-](?:{WORDS}|one|two|three|four|five|six|seven|eight|nine))*\b
    | \b(?:a|one|two|three)[\s-](?:thirds?|quarters?|fifths?)\b
    | \bhalf\s+(?:of|the)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Figure:
    """A figure as written, and its offset in the text."""

    text: str
    offset: int

    @property
    def plain(self) -> str:
        """The figure without spaces and capitals, for comparing."""
        return re.sub(r"[\s,-]", "", self.text).casefold()


def figures(text: str) -> Iterator[Figure]:
    """The figures in a text, in order."""
    masked = NOT_FIGURES.sub(lambda found: " " * len(found.group()), text)
    for found in FIGURES.finditer(masked):
        yield Figure(text[found.start() : found.end()].rstrip(".,"), found.start())

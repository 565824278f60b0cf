"""Which words of a text are figures: counts, sums, shares, rates and durations.

A figure stands in digits, or in words above ten. Years, dates, ages, section numbers and names with a number in them
(Level 3, Agenda 21) are not figures. Source of the rule: the design's "No number without a source".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SMALL = "one|two|three|four|five|six|seven|eight|nine"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
WORDS = f"{TEENS}|{TENS}|hundreds?|thousands?|millions?|billion|dozens?"
ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
# A number that may be an age, in digits or in words.
AGE = rf"(?:\d{{1,2}}|(?:{TEENS}|{TENS})(?:-(?:{SMALL}))?|{SMALL}|ten)"
PEOPLE = "people|persons?|children|adults|residents|members|men|women|boys|girls|those|anyone|everyone"
TIMES = "hours?|days?|weeks?|months?|years?"
# What may follow four digits that count something and are no year.
COUNTED = f"{PEOPLE}|{TIMES}|homes|houses|households|jobs|pounds|places|copies|families|businesses|organisations"
NAMED = (
    "Agenda|Appendix|Area|Article|Band|Chapter|Class|Clause|Day|Figure|Grade|Group|Itd|Level|Module|NVQ|Objective|"
    "Option|Paper|Part|PAT|Phase|Priority|Question|Report|Round|Schedule|Section|Session|Stage|Step|Table|Target|"
    "Theme|Tier|Title|Unit|Version|Volume|Ward|Week|Workshop|Year|Zone"
)
NOT_FIGURES = re.compile(
    rf"""
      \b(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?\b          # May 12
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})\b          # 12 May
    | (?<![£$€.,])\b(?:19|20)\d\d(?:\s*[-–/]\s*\d\d(?:\d\d)?)?s?\b   # 2003, 2003-04, 1990s
      (?!%|[.,]\d|\s+(?:{COUNTED})\b)
    | \b\d{{1,2}}(?:st|nd|rd|th)\b                          # 21st century
    | \b(?i:(?:{TENS})-(?:{ORDINALS}))\b                    # twenty-first century
    | \b(?i:age|aged|ages)\s+(?:(?:of|between|from)\s+)?(?i:{AGE})(?:\s+(?:to|and|or)\s+(?i:{AGE}))?\b   # aged 5 to 9
    | \b(?i:under|over)[\s-]+\d{{1,2}}s\b                   # the over 60s
    | \b(?i:{PEOPLE})\s+(?:under|over)\s+\d{{1,2}}\b(?![.,]?\d|%|\s+(?:per|{TIMES})\b)   # children under 5
    | \b\d{{1,2}}\s+(?:and|or)\s+(?:under|over)\b           # 16 and over
    | \b(?i:{AGE})(?:\s*(?:to|-|–)\s*{AGE})?[\s-]+year[\s-]olds?\b
    | \b(?i:sections?|paragraphs?|chapters?|tables?|figures?|appendix|annex|steps?|stages?)
      \s+\d[\d.]*(?:\s+(?:to|and)\s+\d[\d.]*)?
    | \b(?:{NAMED})\s+\d{{1,2}}\b(?![.,]?\d|%)              # Level 3
    | \b[A-Za-z]+\d+\w*\b                                   # PAT16
    """,
    re.VERBOSE,
)
FIGURES = re.compile(
    rf"""
      [£$€]?\d[\d,.]*\d(?:\s?%|\s?(?:m|bn|million|billion|thousand)\b)?
    | [£$€]?\d(?:\s?%|\s?(?:m|bn|million|billion|thousand)\b)?
    | \b(?:{WORDS})(?:[\s-](?:{WORDS}|{SMALL}))*\b
    | \b(?:{SMALL}|ten)\s+per\s+cent\b
    | \b(?:one|two|three|four)[\s-](?:thirds?|quarters?|fifths?|tenths?)\b
    | \ba\s+quarter\b
    | (?<=\bby\s)a\s+(?:third|fifth|tenth)\b
    | \ba\s+(?:third|fifth|tenth)(?=\s+of\b)                # but not: a third meeting
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
        """The figure without spaces and capitals, for comparing: £30 million is £30m."""
        bare = re.sub(r"[\s,-]", "", self.text).casefold()
        return re.sub(r"(?<=\d)billion", "bn", re.sub(r"(?<=\d)million", "m", bare))


def figures(text: str) -> Iterator[Figure]:
    """The figures in a text, in order."""
    masked = NOT_FIGURES.sub(lambda found: " " * len(found.group()), text)
    for found in FIGURES.finditer(masked):
        yield Figure(text[found.start() : found.end()], found.start())

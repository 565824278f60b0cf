"""What is new: what was added, changed and withdrawn, month by month, and how to hear of it."""

from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from whatworks.catalogue import Catalogue
from whatworks.changes import KINDS, News, news, records
from whatworks.citing import feed
from whatworks.pages.page import Page, plural, render

ADDRESS = "/new/"
MOST_MONTHS = 12
# So many additions of a month stand open; more are folded away.
OPEN = 12


@dataclass(frozen=True)
class Month:
    """A month, in words, with what was added in it and everything else that happened."""

    name: str
    id: str
    added: tuple[News, ...]
    others: tuple[News, ...]

    @property
    def is_long(self) -> bool:
        """Whether its additions are too many to stand open."""
        return len(self.added) > OPEN

    @property
    def count(self) -> str:
        """What was added, in numbers: 12 case studies, 1 guide."""
        counts = [(kind, sum(one.item.kind == name for one in self.added)) for name, kind in KINDS.items()]
        told = [plural(count, kind.word, kind.words) for kind, count in counts if count]
        return " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)


def months(catalogue: Catalogue) -> list[Month]:
    """The newest months in which anything happened."""
    told = news(catalogue, records(catalogue))
    found = [(month, tuple(ones)) for month, ones in groupby(told, key=lambda one: one.on[:7])]
    return [_month(month, ones) for month, ones in found[:MOST_MONTHS]]


def _month(month: str, told: tuple[News, ...]) -> Month:
    added = tuple(one for one in told if one.what == "added")
    name = f"{month_name[int(month[5:])]} {month[:4]}"
    return Month(name, f"month-{month}", added, tuple(one for one in told if one.what != "added"))


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    feeds = feed(catalogue)
    text = render("new.md.j2", ADDRESS, catalogue, months=months(catalogue), most=MOST_MONTHS, feed=feeds, kinds=KINDS)
    description = "What was added to this site, changed and withdrawn, month by month."
    yield Page(ADDRESS, "What’s new", description, text, feed=feeds)

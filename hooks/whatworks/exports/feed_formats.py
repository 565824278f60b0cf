"""A feed as Atom and as JSON Feed 1.1: the same entries, the same ids.

An entry has the day of what happened as its time, at midnight: the same records always give the same bytes.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from feedgen.feed import FeedGenerator

from whatworks.catalogue import Catalogue
from whatworks.changes import Item
from whatworks.citing import SITE

LANGUAGE = "en-GB"
TITLES = {
    "added": "New",
    "major": "Major change",
    "minor": "Minor change",
    "withdrawn": "Withdrawn",
    "overdue": "Overdue",
}


@dataclass(frozen=True)
class Entry:
    """What happened to a record, in words; `mark` tells it from whatever else happened there on that day."""

    item: Item
    on: str
    what: str
    words: str
    mark: str

    @property
    def title(self) -> str:
        """What happened, and to which record."""
        return f"{TITLES[self.what]}: {self.item.record.title}"

    def id(self, catalogue: Catalogue) -> str:
        """An id for ever: a tag URI (RFC 4151) of the site's host, the day and the address."""
        where = urlsplit(catalogue.in_full(self.item.address))
        return f"tag:{where.hostname},{self.on}:{where.path}#{self.mark}"


@dataclass(frozen=True)
class Feed:
    """Some entries, the newest first, under an address without ending; the page that they are about; its newest day."""

    address: str
    page: str
    title: str
    entries: tuple[Entry, ...]
    updated: str


def midnight(on: str) -> datetime:
    """The first moment of a day, in universal time."""
    return datetime.fromisoformat(on).replace(tzinfo=UTC)


def atom(catalogue: Catalogue, feed: Feed) -> str:
    """A feed as Atom (RFC 4287)."""
    made = FeedGenerator()
    made.id(catalogue.in_full(f"{feed.address}.atom"))
    made.title(feed.title)
    made.updated(midnight(feed.updated))
    made.author(name=SITE)
    made.generator(SITE)
    made.language(LANGUAGE)
    made.link(href=catalogue.in_full(f"{feed.address}.atom"), rel="self", type="application/atom+xml")
    made.link(href=catalogue.in_full(feed.page), rel="alternate", type="text/html")
    for entry in feed.entries:
        own = made.add_entry(order="append")
        own.id(entry.id(catalogue))
        own.title(entry.title)
        own.published(midnight(entry.on))
        own.updated(midnight(entry.on))
        own.summary(entry.words)
        own.link(href=catalogue.in_full(entry.item.address), rel="alternate", type="text/html")
        own.category(term=entry.what, label=TITLES[entry.what])
    return str(made.atom_str(pretty=True).decode("utf-8"))


def json_feed(catalogue: Catalogue, feed: Feed) -> dict[str, Any]:
    """A feed as JSON Feed 1.1."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": catalogue.in_full(feed.page),
        "feed_url": catalogue.in_full(f"{feed.address}.json"),
        "language": LANGUAGE,
        "authors": [{"name": SITE}],
        "items": [
            {
                "id": entry.id(catalogue),
                "url": catalogue.in_full(entry.item.address),
                "title": entry.title,
                "content_text": entry.words,
                "date_published": midnight(entry.on).isoformat(),
                "date_modified": midnight(entry.on).isoformat(),
                "tags": [TITLES[entry.what]],
            }
            for entry in feed.entries
        ],
    }

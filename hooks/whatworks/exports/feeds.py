"""Feeds of what is new, of the site and of its pages, as Atom and as JSON Feed 1.1: none without the site's address.

An entry has the day of what happened as its time, at midnight: the same records always give the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from feedgen.feed import FeedGenerator

from whatworks.areas import areas
from whatworks.catalogue import Catalogue
from whatworks.changes import KINDS, TERMS, Item, News, news, records, shown_on, with_pages
from whatworks.citing import SITE, feed
from whatworks.exports.plain import as_json
from whatworks.freshness import overdue, overdue_words

LANGUAGE = "en-GB"
MOST = 100
OVERDUE = "/feeds/overdue"
TITLES = {
    "added": "New",
    "major": "Major change",
    "minor": "Minor change",
    "withdrawn": "Withdrawn",
    "overdue": "Overdue",
}
# What a minor change without a note says for itself.
SMALL = "A small change. There is no need to read the page again."


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


@dataclass(frozen=True)
class Feed:
    """Some entries, the newest first, under an address without ending, and the page that they are about."""

    address: str
    page: str
    title: str
    entries: tuple[Entry, ...]


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Both files of each feed."""
    for one in feeds(catalogue) if catalogue.site else ():
        yield f"{one.address.lstrip('/')}.atom", atom(catalogue, one)
        yield f"{one.address.lstrip('/')}.json", as_json(json_feed(catalogue, one))


def feeds(catalogue: Catalogue) -> Iterator[Feed]:
    """The feed of the site, that of overdue records, and that of each need, approach, place and case."""
    yield Feed(feed(catalogue), "/new/", f"{SITE}: what is new", _entries(catalogue, with_pages(catalogue)))
    late = tuple(
        Entry(one, one.record.review_by, "overdue", overdue_words(one.record), "overdue")
        for one in reversed(overdue(catalogue))
        if KINDS[one.kind].has_pages
    )
    yield Feed(OVERDUE, "/new/", f"{SITE}: pages that nobody has read again in time", late[:MOST])
    for kind, id, title in subjects(catalogue):
        told = _entries(catalogue, shown_on(catalogue, kind, id))
        yield Feed(feed(catalogue, kind, id), f"/{kind}/{id}/", f"{SITE}: {title}", told)


def subjects(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Each page that has a feed: its kind, id and title."""
    cases = sorted(catalogue.cases, key=lambda case: case.id)
    yield from (("case_studies", case.id, case.title) for case in cases)
    yield from ((kind, term.id, term.label) for kind in TERMS for term in catalogue.vocabularies[kind])
    found = (area for region in catalogue.vocabularies["regions"] for area in areas(catalogue, region))
    yield from (("places", area.id, area.name) for area in found if area.address)


def _entries(catalogue: Catalogue, items: tuple[Item, ...]) -> tuple[Entry, ...]:
    return tuple(_entry(one) for one in news(catalogue, items)[:MOST])


def _entry(one: News) -> Entry:
    mark = one.what if one.nth == 1 else f"{one.what}-{one.nth}"
    words = one.item.record.summary if one.what == "added" else one.note or SMALL
    return Entry(one.item, one.on, one.what, words, mark)


def _tag(catalogue: Catalogue, address: str, on: str, mark: str) -> str:
    """An id for ever: a tag URI (RFC 4151) of the site's host, the day and the address."""
    site = urlsplit(catalogue.in_full(address))
    return f"tag:{site.hostname},{on}:{site.path}#{mark}"


def _time(catalogue: Catalogue, one: Feed) -> datetime:
    """When a feed last had news; an empty one, when the site had."""
    days = [entry.on for entry in one.entries] or [item.record.reviewed for item in records(catalogue)]
    return _midnight(max(days, default="1970-01-01"))


def _midnight(on: str) -> datetime:
    return datetime.fromisoformat(on).replace(tzinfo=UTC)


def atom(catalogue: Catalogue, one: Feed) -> str:
    """A feed as Atom (RFC 4287)."""
    made = FeedGenerator()
    made.id(catalogue.in_full(f"{one.address}.atom"))
    made.title(one.title)
    made.updated(_time(catalogue, one))
    made.author(name=SITE)
    made.generator(SITE)
    made.language(LANGUAGE)
    made.link(href=catalogue.in_full(f"{one.address}.atom"), rel="self", type="application/atom+xml")
    made.link(href=catalogue.in_full(one.page), rel="alternate", type="text/html")
    for entry in one.entries:
        own = made.add_entry(order="append")
        own.id(_tag(catalogue, entry.item.address, entry.on, entry.mark))
        own.title(entry.title)
        own.published(_midnight(entry.on))
        own.updated(_midnight(entry.on))
        own.summary(entry.words)
        own.link(href=catalogue.in_full(entry.item.address), rel="alternate", type="text/html")
        own.category(term=entry.what, label=TITLES[entry.what])
    return str(made.atom_str(pretty=True).decode("utf-8"))


def json_feed(catalogue: Catalogue, one: Feed) -> dict[str, Any]:
    """A feed as JSON Feed 1.1."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one.title,
        "home_page_url": catalogue.in_full(one.page),
        "feed_url": catalogue.in_full(f"{one.address}.json"),
        "language": LANGUAGE,
        "authors": [{"name": SITE}],
        "items": [
            {
                "id": _tag(catalogue, entry.item.address, entry.on, entry.mark),
                "url": catalogue.in_full(entry.item.address),
                "title": entry.title,
                "content_text": entry.words,
                "date_published": _midnight(entry.on).isoformat(),
                "date_modified": _midnight(entry.on).isoformat(),
                "tags": [TITLES[entry.what]],
            }
            for entry in one.entries
        ],
    }

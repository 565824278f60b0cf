"""Feeds of what is new, of the site and of its pages, in two formats: none where the site's address is not known."""

from collections.abc import Iterator

from whatworks.areas import areas
from whatworks.catalogue import Catalogue
from whatworks.changes import TERMS, News, news, records, shown_on
from whatworks.citing import SITE, feed
from whatworks.exports.feed_formats import Entry, Feed, atom, json_feed
from whatworks.exports.plain import as_json
from whatworks.freshness import overdue, overdue_words

MOST = 100
OVERDUE = "/feeds/overdue"
# What a minor change without a note says for itself.
SMALL = "A small change. There is no need to read the page again."


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Both files of each feed."""
    for one in feeds(catalogue) if catalogue.site else ():
        yield f"{one.address.lstrip('/')}.atom", atom(catalogue, one)
        yield f"{one.address.lstrip('/')}.json", as_json(json_feed(catalogue, one))


def feeds(catalogue: Catalogue) -> Iterator[Feed]:
    """The feed of the site, that of overdue records, and that of each need, approach, place and case."""
    everything = [_entry(one) for one in news(catalogue, records(catalogue))]
    yield _feed(catalogue, feed(catalogue), "/new/", "what is new", everything)
    late = [
        Entry(one, one.record.review_by, "overdue", overdue_words(one.record), "overdue")
        for one in reversed(overdue(catalogue))
    ]
    yield _feed(catalogue, OVERDUE, "/new/", "pages that nobody has read again in time", late)
    for kind, id, title in subjects(catalogue):
        told = [_entry(one) for one in news(catalogue, shown_on(catalogue, kind, id))]
        yield _feed(catalogue, feed(catalogue, kind, id), f"/{kind}/{id}/", title, told)


def subjects(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Each page that has a feed: its kind, id and title."""
    cases = sorted(catalogue.cases, key=lambda case: case.id)
    yield from (("case_studies", case.id, case.title) for case in cases)
    yield from ((kind, term.id, term.label) for kind in TERMS for term in catalogue.vocabularies[kind])
    found = (area for region in catalogue.vocabularies["regions"] for area in areas(catalogue, region))
    yield from (("places", area.id, area.name) for area in found if area.address)


def _feed(catalogue: Catalogue, address: str, page: str, title: str, entries: list[Entry]) -> Feed:
    """A feed of the newest entries; one without any is as new as the newest record of the site."""
    days = [entry.on for entry in entries] or [item.record.reviewed for item in records(catalogue)]
    return Feed(address, page, f"{SITE}: {title}", tuple(entries[:MOST]), max(days, default="1970-01-01"))


def _entry(one: News) -> Entry:
    mark = one.what if one.nth == 1 else f"{one.what}-{one.nth}"
    words = one.item.record.summary if one.what == "added" else one.note or SMALL
    return Entry(one.item, one.on, one.what, words, mark)

"""The feeds, read by programs that did not write them."""

import json
from calendar import timegm
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from builders import BRIEF, CASE, WITHDRAWN, case, catalogue
from whatworks.exports import all_files, feeds
from whatworks.exports.feeds import MOST
from whatworks.history import Change
from whatworks.loading import load

ROOT = Path(__file__).resolve().parent.parent
SITE = "https://example.org/what-works/"
MAJOR = Change("2027-02-03", "major", "Three residents spoke, not <four> & more.")
MINOR = Change("2027-02-03", "minor")
CHANGED = replace(CASE, changes=(MAJOR, MINOR))
LATE = replace(BRIEF, review_by="2027-01-31")
SMALL = catalogue(CHANGED, LATE, WITHDRAWN, resources=(), guides=(), site=SITE, as_at="2027-03-01")
AT = "/what-works/case_studies/ash-green-coaching/"
# What https://jsonfeed.org/version/1.1 asks of a feed, as far as ours could go wrong.
TEXT = {"type": "string", "minLength": 1}
LINK = {"type": "string", "pattern": r"^https://\S+$"}
TIME = {"type": "string", "format": "date-time", "pattern": r"T.*(Z|[+-]\d\d:\d\d)$"}
AUTHORS = {"type": "array", "items": {"type": "object", "minProperties": 1, "properties": {"name": TEXT, "url": LINK}}}
ITEM: dict[str, Any] = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(("id", "title", "content_text", "content_html", "summary", "language"), TEXT),
        **dict.fromkeys(("url", "external_url", "image", "banner_image"), LINK),
        **dict.fromkeys(("date_published", "date_modified"), TIME),
        "authors": AUTHORS,
        "tags": {"type": "array", "items": TEXT},
    },
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **dict.fromkeys(("title", "description", "user_comment"), TEXT),
        **dict.fromkeys(("home_page_url", "feed_url", "next_url", "icon", "favicon"), LINK),
        "language": {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
        "authors": AUTHORS,
        "expired": {"type": "boolean"},
        "items": {"type": "array", "items": ITEM},
    },
}


@cache
def written() -> dict[str, str]:
    """The feeds of the small catalogue by path."""
    return dict(feeds.files(SMALL))


def faults(feed: Any) -> list[str]:
    """What is wrong with a JSON feed."""
    found = Draft202012Validator(JSON_FEED, format_checker=FormatChecker()).iter_errors(feed)
    ids = [item.get("id") for item in feed.get("items", ())]
    return [one.message for one in found] + [f"'{id}' stands twice" for id in sorted({*ids}) if ids.count(id) > 1]


def atom(path: str) -> Any:
    """A feed as feedparser reads it."""
    return feedparser.parse(
        written()[f"feeds/{path}.atom"].encode(), response_headers={"content-type": "application/atom+xml"}
    )


def test_there_are_feeds_for_the_site_and_for_each_page() -> None:
    kinds = ("needs", "approaches")
    pages = {
        *("all", "overdue", "places/barfield"),
        *(f"case_studies/{one.id}" for one in SMALL.cases),
        *(f"{kind}/{term.id}" for kind in kinds for term in SMALL.vocabularies[kind]),
    }
    assert set(written()) == {f"feeds/{page}.{ending}" for page in pages for ending in ("atom", "json")}
    assert set(written()) < {path for path, _ in all_files(SMALL)}


def test_without_the_address_of_the_site_there_is_none() -> None:
    assert list(feeds.files(replace(SMALL, site=""))) == []


def test_the_same_records_give_the_same_bytes() -> None:
    other = catalogue(WITHDRAWN, LATE, CHANGED, resources=(), guides=(), site=SITE, as_at="2027-03-02")
    assert dict(feeds.files(other)) == written()


def test_a_whole_feed_of_a_case_as_json() -> None:
    def item(mark: str, title: str, words: str, on: str, tag: str) -> dict[str, Any]:
        time = f"{on}T00:00:00+00:00"
        return {
            "id": f"tag:example.org,{on}:{AT}#{mark}",
            "url": f"https://example.org{AT}",
            "title": f"{title}: Residents practise before each meeting",
            "content_text": words,
            "date_published": time,
            "date_modified": time,
            "tags": [tag],
        }

    small = "A small change. There is no need to read the page again."
    assert json.loads(written()[f"feeds/case_studies/{CASE.id}.json"]) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "What Works: Residents practise before each meeting",
        "home_page_url": f"https://example.org{AT}",
        "feed_url": f"https://example.org/what-works/feeds/case_studies/{CASE.id}.json",
        "language": "en-GB",
        "authors": [{"name": "What Works"}],
        "items": [
            item("major", "Major change", MAJOR.note, "2027-02-03", "Major change"),
            item("minor", "Minor change", small, "2027-02-03", "Minor change"),
            item("added", "New", CASE.summary, "2026-11-02", "New"),
        ],
    }


def test_atom_says_what_json_says() -> None:
    for path in (path.removesuffix(".json") for path in written() if path.endswith(".json")):
        read, told = atom(path.removeprefix("feeds/")), json.loads(written()[f"{path}.json"])
        assert not read.bozo, path
        assert (read.version, read.feed.title, read.feed.language) == ("atom10", told["title"], "en-GB")
        assert read.feed.id == read.feed.links[0].href == f"{SITE}{path}.atom"
        assert read.feed.link == told["home_page_url"]
        assert [
            {
                "id": one.id,
                "url": one.link,
                "title": one.title,
                "content_text": one.summary,
                "date_published": one.published,
                "date_modified": one.updated,
                "tags": [tag.label for tag in one.tags],
            }
            for one in read.entries
        ] == told["items"], path


def test_a_feed_is_as_new_as_its_newest_entry() -> None:
    def updated(path: str) -> date:
        return datetime.fromtimestamp(timegm(atom(path).feed.updated_parsed), UTC).date()

    assert updated("all") == updated(f"case_studies/{CASE.id}") == date(2027, 2, 3)
    assert updated("case_studies/old") == date(2026, 11, 5)
    assert updated("needs/clear-roles") == date(2026, 11, 2)
    assert updated("overdue") == date(2027, 1, 31)


@pytest.mark.parametrize("path", [path for path in sorted(written()) if path.endswith(".json")])
def test_json_feeds_are_as_the_format_asks(path: str) -> None:
    assert faults(json.loads(written()[path])) == []


def test_a_feed_that_is_not_as_the_format_asks_is_seen() -> None:
    good = json.loads(written()["feeds/all.json"])
    first = good["items"][0]
    assert faults({**good, "version": "1.1"}) == ["'https://jsonfeed.org/version/1.1' was expected"]
    assert faults({**good, "items": [{**first, "id": 7}]}) == ["7 is not of type 'string'"]
    assert len(faults({**good, "items": [{key: first[key] for key in ("id", "url")}]})) == 1
    assert len(faults({**good, "items": [{**first, "date_modified": "2027-02-03T00:00:00"}]})) == 1
    assert faults({**good, "items": [first, first]}) == [f"'{first['id']}' stands twice"]


def test_the_overdue_are_told_in_the_words_of_their_page() -> None:
    [one] = json.loads(written()["feeds/overdue.json"])["items"]
    assert one["title"] == "Overdue: A board plans an open diary"
    assert one["content_text"] == "This page was to be read again by 31 January 2027; nobody has done so yet."
    assert one["id"] == "tag:example.org,2027-01-31:/what-works/case_studies/briar-hill-open-diary/#overdue"


def test_those_who_follow_a_need_hear_of_what_was_withdrawn() -> None:
    told = json.loads(written()["feeds/needs/changing-behaviours.json"])["items"]
    assert [one["title"].partition(":")[0] for one in told] == [
        "Major change",
        "Minor change",
        "Withdrawn",
        *["New"] * 10,
    ]
    assert next(one["content_text"] for one in told if one["tags"] == ["Withdrawn"]) == "Its figures were wrong."


def test_a_feed_holds_the_newest_only() -> None:
    many = [case(id=f"case-{number:03}", reviewed=f"2026-11-{number % 28 + 1:02}") for number in range(MOST + 20)]
    told = json.loads(dict(feeds.files(catalogue(*many, site=SITE)))["feeds/all.json"])["items"]
    days = [one["date_modified"] for one in told]
    assert len(told) == MOST
    assert days == sorted(days, reverse=True)
    assert days[0][:10] == "2026-11-28"


def test_the_feeds_of_the_real_records_are_sound() -> None:
    known = replace(load(ROOT).catalogue, site=SITE, as_at="2029-01-01")
    files = dict(feeds.files(known))
    read = {path: json.loads(text) for path, text in files.items() if path.endswith(".json")}
    assert {path: found for path, feed in read.items() if (found := faults(feed))} == {}
    assert len(read["feeds/overdue.json"]["items"]) == MOST
    assert not feedparser.parse(files["feeds/all.atom"].encode()).bozo

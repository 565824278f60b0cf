"""A page that grew old after it was made: the same notice, by the reader's own date."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.test_case_page import longest, sheets
from builders import CASE, catalogue
from conftest import WITHDRAWN, complaints_of
from whatworks.changes import records
from whatworks.history import Change
from whatworks.loading import load
from whatworks.pages.cases import pages

ROOT = Path(__file__).resolve().parents[2]
RECORDS = {
    "a case": "case_studies/blacon-virtual-child/",
    "a guide": "guides/mainstreaming/",
    "a resource": "resources/common-purpose/",
    "a source": "sources/findings-2005/",
}
DUE = "2028-11-22"
WORDS = "This page was to be read again by 22 November 2028; nobody has done so yet."
# How far the content of a page has moved by itself: the shares of the window that jumped, times how far.
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => { for (const one of list.getEntries()) sum += one.value; };
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 400);
})"""


def banner(page: Page) -> str:
    """What a page says of its age, if it says it."""
    found = page.locator(".overdue")
    expect(found).to_have_count(1)
    return found.inner_text() if found.is_visible() else ""


@pytest.mark.parametrize("kind", RECORDS)
def test_the_notice_appears_the_day_after(page: Page, site_url: str, kind: str) -> None:
    page.clock.set_fixed_time(f"{DUE}T23:30:00")
    page.goto(site_url + RECORDS[kind])
    assert banner(page) == ""
    page.clock.set_fixed_time("2028-11-23T00:30:00")
    page.goto(site_url + RECORDS[kind])
    assert banner(page) == WORDS
    assert page.evaluate(SHIFTS) < 0.01
    page.evaluate("document.querySelector('.overdue').hidden = true")
    assert page.evaluate(SHIFTS) > 0.01


def test_the_reader_s_own_day_counts(browser: Browser, site_url: str) -> None:
    for zone, words in (("Pacific/Auckland", WORDS), ("America/Los_Angeles", "")):
        context = browser.new_context(timezone_id=zone)
        page = context.new_page()
        page.clock.set_fixed_time(f"{DUE}T18:00:00Z")
        page.goto(site_url + RECORDS["a case"])
        assert banner(page) == words, zone
        context.close()


def test_pages_that_are_no_records_do_not_age(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2040-01-01T12:00:00")
    for address in ("", "needs/", "needs/chairing/", "places/wigan/", "new/"):
        page.goto(site_url + address)
        assert page.locator(".overdue, script[src*=freshness]").count() == 0, address


def test_a_site_made_too_late_says_so_without_javascript(browser: Browser, withdrawn_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in RECORDS.values():
        page.goto(withdrawn_url + address)
        assert banner(page) == WORDS, address
    context.close()


def test_feeds_are_offered_where_the_address_of_the_site_is_known(browser: Browser, withdrawn_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    found = complaints_of(page, withdrawn_url)
    for address in (RECORDS["a case"], "needs/chairing/", "approaches/short-course/", "places/wigan/"):
        page.goto(withdrawn_url + address)
        offered = page.locator("link[rel=alternate][type*=feed], link[rel=alternate][type*=atom]")
        hrefs = [str(one.get_attribute("href")).lstrip("./") for one in offered.all()]
        assert hrefs == [f"feeds/{address.rstrip('/')}.{ending}" for ending in ("atom", "json")]
        link = page.get_by_role("link", name="Follow this page")
        answer = page.request.get(str(link.evaluate("one => one.href")))
        assert answer.ok
        assert f"<id>https://example.org/what-works/{hrefs[0]}</id>" in answer.text()
    page.get_by_role("link", name="What is a feed?").click()
    expect(page.get_by_role("heading", name="How to follow")).to_be_in_viewport()
    page.get_by_role("link", name="Pages that nobody has read again in time").wait_for()
    overdue = page.request.get(f"{withdrawn_url}feeds/overdue.json").json()["items"]
    assert {one["content_text"] for one in overdue} == {WORDS}
    assert found == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_there_is_most_to_say(
    browser: Browser, withdrawn_url: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    for address in (RECORDS["a case"], f"case_studies/{WITHDRAWN}/", "new/", "needs/chairing/"):
        page.goto(withdrawn_url + address)
        assert page.locator(".overdue, .changes, .follow, .reasons .tag--kind").count() > 0, address
        assert violations(page) == [], address
    context.close()


def test_the_additions_of_a_long_month_open(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.get_by_role("link", name="What’s new").first.click()
    page.wait_for_url(f"{site_url}new/")
    folded = page.locator(".added")
    expect(folded.locator("a").first).to_be_hidden()
    folded.locator("summary").click()
    known = load(ROOT).catalogue
    many = len(records(known))
    expect(folded.locator("a")).to_have_count(many)
    expect(page.get_by_text(re.compile("feed", re.IGNORECASE))).to_have_count(0)


def test_a_case_with_many_changes_takes_two_sheets_at_most(browser: Browser, site_url: str) -> None:
    note = (
        "The report says that 50 residents took part and not 500, so the second outcome is now told as described. " * 2
    )
    changes = tuple(Change(f"2027-0{9 - number}-01", "major", note.strip()) for number in range(8))
    text = next(one.text for one in pages(catalogue(replace(CASE, changes=changes))) if CASE.id in one.address)
    html = f"<h2 id='changes'>Changes</h2>{text.partition('## Changes')[2].partition('</ul>')[0]}</ul>"
    context = browser.new_context()
    page = context.new_page()
    found = {}
    for id in longest()[::4]:
        page.goto(f"{site_url}case_studies/{id}/")
        page.locator(".case__help").evaluate("(one, html) => one.insertAdjacentHTML('beforebegin', html)", html)
        found[id] = sheets(page)
    context.close()
    assert {id: many for id, many in found.items() if many > 2} == {}

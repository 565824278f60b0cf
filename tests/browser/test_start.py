"""Start here: six readers, one screen and three steps each, by keyboard and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

READERS = ("community-representative", "chair", "support-officer", "councillor", "adviser", "government-office")
STEPS = ".first-steps h3 a"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page of a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_three_steps_fit_one_screen(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    bottoms = {}
    for reader in READERS:
        page.goto(f"{site_url}start/{reader}/")
        boxes = [one.bounding_box() for one in page.locator(".first-steps > li, .first-steps__also").all()]
        bottoms[reader] = [len(boxes), max(box["y"] + box["height"] for box in boxes if box)]
    assert [reader for reader, (count, bottom) in bottoms.items() if count != 4 or bottom > 800] == []


def test_the_navigation_stays_on_one_line(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site_url)
    tops = page.evaluate("[...document.querySelectorAll('.primary li')].map(one => one.getBoundingClientRect().top)")
    assert len(tops) >= 9
    assert len(set(tops)) == 1


def test_home_leads_by_keyboard_from_the_search_to_a_reader_and_on_to_a_step(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.locator(".search-box").focus()
    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
    assert reached == [
        "Start here",
        *("New community representative", "Chair", "Support officer", "Councillor", "Adviser", "Government Office"),
    ]
    page.keyboard.press("Enter")
    page.wait_for_url("**/start/government-office/")
    page.locator(STEPS).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/questions-a-government-office-can-ask/")


def test_every_step_works_without_javascript(plain: Page, site_url: str) -> None:
    for reader in READERS:
        plain.goto(f"{site_url}start/")
        plain.locator(f'.readers a[href="{reader}/"]').click()
        for number in range(3):
            plain.goto(f"{site_url}start/{reader}/")
            told = plain.locator(".first-steps .kicker").nth(number).inner_text()
            plain.locator(STEPS).nth(number).click()
            expect(plain.locator("main h1")).to_have_count(1)
            if told.endswith("cases"):
                expect(plain.locator(".card")).to_have_count(int(told.split()[0]))

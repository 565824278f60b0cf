"""The tools of a case, and what a case is like on paper."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browser.devices import NO_STORAGE
from conftest import WITHDRAWN
from whatworks.loading import load
from whatworks.pages.cases import LENGTHS, length

ROOT = Path(__file__).resolve().parents[2]
CASE = "blacon-locking-the-park-gate"
ADDRESS = f"case_studies/{CASE}/"
TITLE = "Residents and agencies get a park gate locked, and crime falls"
TOOLS = ["Keep on my shortlist", "Compare", "Copy for a board paper", "Print"]
NO_CLIPBOARD = "navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(Error()); 0"


@pytest.fixture
def case(page: Page, site_url: str) -> Page:
    """A case."""
    page.goto(site_url + ADDRESS)
    return page


def tools(page: Page) -> Locator:
    """The row of tools."""
    return page.get_by_role("group", name="Use this case")


def has_focus(one: Locator) -> bool:
    """Whether an element has the focus."""
    return bool(one.evaluate("one => one === document.activeElement"))


def voice(page: Page) -> str:
    """What screen readers were told last."""
    return str(page.locator("[data-voice]").text_content())


def paper(page: Page) -> str:
    """The text for a board paper."""
    return page.locator("[data-paper]").input_value()


def test_the_tools_stand_in_one_row_below_the_lede(case: Page) -> None:
    expect(tools(case).locator("button, a")).to_have_text(TOOLS)
    expect(case.locator(".lede + .tools")).to_have_count(1)


def test_a_case_is_kept_and_taken_off_again(case: Page, site_url: str) -> None:
    shortlist = case.locator(".masthead").get_by_role("link", name="Shortlist").first
    assert shortlist.inner_text().split() == ["Shortlist"]
    tools(case).get_by_role("button", name="Keep on my shortlist").click()
    kept = tools(case).get_by_role("button", name="Kept")
    expect(kept).to_have_attribute("aria-pressed", "true")
    assert shortlist.inner_text().split() == ["Shortlist", "(1)"]
    assert voice(case) == "Kept. On your shortlist: 1."
    case.goto(f"{site_url}case_studies/")
    card = case.locator(f"#{CASE}")
    expect(card.get_by_role("button", name=f"Kept ({TITLE})")).to_have_attribute("aria-pressed", "true")
    card.locator("button.keep").click()
    assert voice(case) == "Taken off. On your shortlist: 0."
    assert case.evaluate("localStorage.getItem('what-works-shortlist')") is None
    case.goto(site_url + ADDRESS)
    expect(tools(case).get_by_role("button", name="Keep on my shortlist")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("start", ["case_studies/", "find/", "find/region/north-west/", "places/wigan/"])
def test_every_card_can_be_kept(page: Page, site_url: str, start: str) -> None:
    page.goto(site_url + start)
    expect(page.locator("button.keep").first).to_be_visible()
    assert page.locator(".card").count() == page.locator(".card button.keep").count() > 1


def test_a_kept_card_of_the_finder_stays_kept_when_it_is_sorted(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/")
    page.locator(f"#{CASE} button.keep").click()
    page.get_by_label("Sort by").select_option("title")
    expect(page.locator(f"#{CASE} button.keep")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("button.keep[aria-pressed=true]")).to_have_count(1)


def test_the_tools_work_by_keyboard(case: Page, context: BrowserContext, site_url: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(case.locator(".tools").get_by_role("button", name=TOOLS[-1])).to_be_visible()
    case.locator("button.gloss").first.focus()
    names = []
    for _ in TOOLS:
        case.keyboard.press("Tab")
        names.append(case.evaluate("document.activeElement.textContent"))
    assert names == TOOLS
    for _ in TOOLS[1:]:
        case.keyboard.press("Shift+Tab")
    case.keyboard.press("Space")
    assert has_focus(tools(case).get_by_role("button", name="Kept"))
    case.keyboard.press("Tab")
    case.keyboard.press("Tab")
    case.keyboard.press("Enter")
    expect(case.locator(".tools .tools__said")).to_have_text("Copied: summary, caveat and citation.")
    case.keyboard.press("Shift+Tab")
    case.keyboard.press("Enter")
    case.wait_for_url(f"{site_url}compare/?case={CASE}")


def test_one_click_copies_summary_caveat_and_citation(case: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tools(case).get_by_role("button", name="Copy for a board paper").click()
    expect(case.locator(".tools .tools__said")).to_have_text("Copied: summary, caveat and citation.")
    assert voice(case) == "Copied: summary, caveat and citation."
    text = case.evaluate("navigator.clipboard.readText()")
    assert text == paper(case)
    version = next(one.version for one in load(ROOT).catalogue.cases if one.id == CASE)
    title, summary, caveat, citation = text.split("\n\n")
    assert title == case.locator("h1").inner_text()
    assert summary == case.locator(".lede").inner_text()
    assert caveat.startswith(
        "Caveat, as of 2005: Crime and disorder in the park fell greatly. Who says so: The report's"
    )
    assert "How we know: described by the report, the strongest evidence for any of its 3 outcomes." in caveat
    assert "\nWhat did not work. Was hard: Every agency agreed" in caveat
    assert f"case {CASE}, version {version}, /{ADDRESS}. Drawn from Andrea Mageean and 10 others (2005)" in citation
    html = case.evaluate(
        "navigator.clipboard.read().then(([one]) => one.getType('text/html')).then((blob) => blob.text())"
    )
    assert f"<p><strong>{TITLE}</strong></p><p>{summary}</p>" in html


def test_where_the_clipboard_is_refused_the_text_is_shown_selected(case: Page) -> None:
    case.evaluate(NO_CLIPBOARD)
    tools(case).get_by_role("button", name="Copy for a board paper").click()
    area = case.get_by_role("textbox", name="Text for a board paper")
    expect(area).to_be_focused()
    expect(area).to_be_in_viewport()
    selected = area.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert selected == paper(case)
    words = "Your browser refused the clipboard. The text is at the foot of this page, selected, to copy from there."
    assert case.locator(".tools .tools__said").inner_text() == voice(case) == words


def test_a_proposal_is_copied_as_one(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}case_studies/hampshire-proposed-learning-programme/")
    assert "Caveat, as of 2004: This was a proposal, an idea that a report put forward. It is not evidence" in paper(
        page
    )


def test_a_brief_that_is_silent_is_copied_as_silent(page: Page, site_url: str) -> None:
    silent = next(one for one in load(ROOT).catalogue.listed if one.is_brief and not one.did_not_work)
    page.goto(f"{site_url}case_studies/{silent.id}/")
    told = "The report says little about this example.\nThe report does not say what failed or was hard."
    assert told in paper(page)


def test_a_case_can_be_printed_from_the_page(page: Page, site_url: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto(site_url + ADDRESS)
    tools(page).get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed") is True


def test_without_javascript_nothing_is_dead_and_the_text_is_there(plain: Page, site_url: str) -> None:
    plain.goto(site_url + ADDRESS)
    expect(plain.locator(".tools button")).to_have_count(0)
    plain.get_by_role("link", name="Text for a board paper").click()
    expect(plain).to_have_url(re.compile("#board-paper$"))
    plain.locator("#board-paper summary").click()
    area = plain.get_by_role("textbox", name="Text for a board paper")
    expect(area).to_be_visible()
    assert f"case {CASE}, version " in area.input_value()
    plain.goto(f"{site_url}case_studies/")
    assert plain.locator(".card").count() > 100
    expect(plain.locator(".card__keep:visible, button.keep")).to_have_count(0)


def test_where_nothing_can_be_kept_the_button_says_so(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site_url + ADDRESS)
    page.get_by_role("button", name="Keep on my shortlist").click()
    words = "Your browser does not let this site keep anything, so this lasts only until you leave the page."
    expect(page.locator(".keep__refused")).to_have_text(words)
    assert voice(page) == words
    page.get_by_role("button", name="Kept").click()
    expect(page.locator(".keep__refused")).to_have_count(0)


def test_a_withdrawn_case_is_not_offered_for_use(browser: Browser, withdrawn_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{withdrawn_url}case_studies/{WITHDRAWN}/")
    expect(page.locator(".notice--warn")).to_contain_text("Withdrawn. It told the same story as another record.")
    expect(page.locator(".tools, .paper, button.keep")).to_have_count(0)
    page.goto(f"{withdrawn_url}{ADDRESS}")
    address = f"https://example.org/what-works/{ADDRESS}"
    assert address in paper(page)
    expect(page.locator(".identity")).to_have_text(f"Case {CASE} {address}", use_inner_text=True)
    context.close()


def sheets(page: Page) -> int:
    """How many sheets of A4 a page takes: Chromium writes the objects of a PDF as plain text."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def longest() -> list[str]:
    """The eight longest records of each size of type."""
    found: dict[str, list[Any]] = {}
    for one in sorted(load(ROOT).catalogue.listed, key=lambda one: -len(str(one).split())):
        found.setdefault(length(one), []).append(one.id)
    assert set(found) == {name for _, name in LENGTHS}
    return [id for ids in found.values() for id in ids[:8]]


def test_a_case_takes_two_sheets_at_most(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    found = {}
    for id in longest():
        page.goto(f"{site_url}case_studies/{id}/")
        found[id] = sheets(page)
    context.close()
    assert len(found) > 12
    assert {id: many for id, many in found.items() if many not in (1, 2)} == {}


def test_sheets_are_counted(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}case_studies/")
    assert sheets(page) > 10


def test_paper_has_the_story_with_id_address_and_version_and_nothing_to_click(case: Page) -> None:
    case.emulate_media(media="print")
    version = next(one.version for one in load(ROOT).catalogue.cases if one.id == CASE)
    told = case.locator("body").inner_text()
    assert f"Case {CASE} /{ADDRESS}" in told
    assert f"Version {version}." in told
    assert all(words in told for words in ("What Works", TITLE, "What did not work", "Sources", "“Pointers for LSPs”"))
    unwanted = ".primary, .search-open, .shortlist-link, .tools, .paper, .breadcrumb, .contents, .footer, .card__keep"
    assert [one for one in case.locator(unwanted).all() if one.is_visible()] == []
    assert [one.inner_text() for one in case.locator("main button:not(.gloss)").all() if one.is_visible()] == []
    assert "About this report" not in told

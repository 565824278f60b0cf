"""Keeping a shortlist, sending it and printing it, as people do, on the real site in a real browser."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.axe import violations
from browser.devices import NO_STORAGE
from conftest import SUCCESSOR, WITHDRAWN
from whatworks.loading import load
from whatworks.pages.privacy import KEPT

ROOT = Path(__file__).resolve().parents[2]
KEY = "what-works-shortlist"
GATE = "blacon-locking-the-park-gate"
COURSE = "pendle-supervisory-course-for-community-groups"
WIGAN = "wigan-partnership-learning-culture"
TITLES = {one.id: one.title for one in load(ROOT).catalogue.listed}


@pytest.fixture
def three(page: Page, site_url: str) -> Page:
    """The shortlist with three cases on it."""
    return opened(keeping(page, site_url, GATE, COURSE, WIGAN), site_url)


def keeping(page: Page, url: str, *ids: str, notes: str = "") -> Page:
    """A page whose device keeps some cases, with the same note on each."""
    page.goto(url)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text_of(*ids, notes=notes)])
    return page


def text_of(*ids: str, notes: str = "") -> str:
    """What a device keeps of a shortlist."""
    return json.dumps([{"id": id, "note": notes} for id in ids])


def opened(page: Page, url: str, query: str = "") -> Page:
    """The page of the shortlist once it has read what is kept."""
    page.goto(f"{url}shortlist/{query}")
    expect(page.locator(".shortlist.is-ready")).to_be_visible()
    return page


def titles(page: Page) -> list[str]:
    """The cases that are shown, in their order."""
    return page.locator(".entry__title:visible").all_inner_texts()


def kept(page: Page) -> Any:
    """What the device keeps."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def button(page: Page, name: str, id: str) -> Locator:
    """A button of one case."""
    return page.get_by_role("button", name=f"{name} ({TITLES[id]})")


def note(page: Page, id: str) -> Locator:
    """The room to write about one case."""
    return page.get_by_label(f"What we could try ({TITLES[id]})")


def has_focus(one: Locator) -> bool:
    """Whether an element has the focus."""
    return bool(one.evaluate("one => one === document.activeElement"))


def voice(page: Page) -> str:
    """What screen readers were told last."""
    return str(page.locator("[data-voice]").text_content())


def status(page: Page) -> str:
    """What the page says of itself."""
    return page.locator(".tools__status").inner_text()


def of(*ids: str) -> list[str]:
    """The titles of cases."""
    return [TITLES[id] for id in ids]


def test_cases_kept_while_browsing_stand_on_the_page_with_what_matters(page: Page, site: Path, site_url: str) -> None:
    page.goto(f"{site_url}case_studies/")
    for id in (WIGAN, GATE):
        page.locator(f"#{id} button.keep").click()
    page.locator(".masthead__bar").get_by_role("link", name="Shortlist (2)").click()
    expect(page.locator(".shortlist.is-ready")).to_be_visible()
    assert titles(page) == of(WIGAN, GATE)
    assert status(page) == "2 cases on your shortlist."
    for at, id in enumerate((WIGAN, GATE)):
        told: dict[str, Any] = json.loads((site / "data/v1/case_studies" / f"{id}.json").read_text(encoding="utf-8"))
        shown = page.locator(".entry").nth(at).inner_text()
        outcome = told["outcomes"][told["headline"]]
        known = f"Who says so: {outcome['who']}. How we know: {outcome['evidence']['label'].lower()}."
        words = [told["summary"], told["where"], told["years"], outcome["change"], known]
        words += [one["what"] for one in told["did_not_work"]] + [one["note"] for one in told["conditions"]]
        words += [
            id,
            told["version"],
            told["address_in_full"],
            told["cite_as"],
            told["effort"]["people"] or "Not reported",
        ]
        assert [one for one in words if one not in shown] == []


def test_nothing_kept_yet_says_how_to_begin(page: Page, site_url: str) -> None:
    opened(page, site_url)
    empty = page.locator(".shortlist > p:visible").first
    assert empty.inner_text().startswith("Nothing is kept yet. Choose “Keep on my shortlist” beside any case")
    expect(page.locator(".entry:visible, .tools:visible")).to_have_count(0)
    empty.get_by_role("link", name="all cases").click()
    expect(page).to_have_url(f"{site_url}case_studies/")


def test_cases_are_moved_by_keyboard_and_the_focus_stays(three: Page) -> None:
    button(three, "Move up", WIGAN).focus()
    three.keyboard.press("Enter")
    assert titles(three) == of(GATE, WIGAN, COURSE)
    assert has_focus(button(three, "Move up", WIGAN))
    assert voice(three) == f"{TITLES[WIGAN]} is now 2 of 3."
    three.keyboard.press("Enter")
    assert titles(three) == of(WIGAN, GATE, COURSE)
    expect(button(three, "Move up", WIGAN)).to_be_disabled()
    assert has_focus(button(three, "Move down", WIGAN))
    three.keyboard.press("Space")
    assert titles(three) == of(GATE, WIGAN, COURSE)
    assert [one["id"] for one in kept(three)] == [GATE, WIGAN, COURSE]
    three.reload()
    expect(three.locator(".shortlist.is-ready")).to_be_visible()
    assert titles(three) == of(GATE, WIGAN, COURSE)
    expect(button(three, "Move down", COURSE)).to_be_disabled()


def test_what_is_removed_can_be_brought_back_with_its_note(three: Page) -> None:
    note(three, COURSE).fill("Ask the college.")
    button(three, "Remove", COURSE).focus()
    three.keyboard.press("Enter")
    assert titles(three) == of(GATE, WIGAN)
    assert [one["id"] for one in kept(three)] == [GATE, WIGAN]
    assert status(three) == "2 cases on your shortlist."
    expect(three.locator("[data-shortlist-count]")).to_have_text("(2)", use_inner_text=True)
    assert voice(three) == f"Removed: {TITLES[COURSE]}."
    undo = three.get_by_role("button", name="Undo")
    assert has_focus(undo)
    three.keyboard.press("Enter")
    assert titles(three) == of(GATE, COURSE, WIGAN)
    assert has_focus(button(three, "Remove", COURSE))
    assert voice(three) == f"Back on your shortlist: {TITLES[COURSE]}."
    assert kept(three)[1] == {"id": COURSE, "note": "Ask the college."}
    expect(note(three, COURSE)).to_have_value("Ask the college.")


def test_when_all_is_removed_nothing_is_kept(three: Page) -> None:
    for id in (GATE, COURSE, WIGAN):
        button(three, "Remove", id).click()
    assert kept(three) is None
    expect(three.get_by_role("button", name="Undo")).to_have_count(3)
    three.reload()
    expect(three.locator(".shortlist.is-ready")).to_be_visible()
    expect(three.locator(".entry:visible")).to_have_count(0)


def test_notes_are_kept_on_the_device_and_not_in_the_link(three: Page, browser: Browser, site_url: str) -> None:
    three.context.grant_permissions(["clipboard-read", "clipboard-write"])
    note(three, GATE).fill("Walk the park <b>on a Friday</b>.")
    assert kept(three)[0] == {"id": GATE, "note": "Walk the park <b>on a Friday</b>."}
    three.get_by_role("button", name="Copy link").click()
    expect(three.locator(".tools__answer")).to_have_text("Link copied.")
    link = three.evaluate("navigator.clipboard.readText()")
    assert link == f"{site_url}shortlist/?case={GATE}&case={COURSE}&case={WIGAN}"
    expect(three).to_have_url(f"{site_url}shortlist/")
    three.reload()
    expect(note(three, GATE)).to_have_value("Walk the park <b>on a Friday</b>.")
    other = browser.new_context()
    page = other.new_page()
    page.goto(link)
    expect(page.locator(".shortlist.is-ready")).to_be_visible()
    assert titles(page) == of(GATE, COURSE, WIGAN)
    assert "Friday" not in page.locator("body").inner_text()
    other.close()


def test_where_the_clipboard_is_refused_the_link_is_shown_selected(three: Page, site_url: str) -> None:
    three.evaluate("navigator.clipboard.writeText = () => Promise.reject(Error()); 0")
    three.get_by_role("button", name="Copy link").click()
    shown = three.get_by_label("The link to this list")
    expect(shown).to_have_value(f"{site_url}shortlist/?case={GATE}&case={COURSE}&case={WIGAN}")
    assert shown.evaluate("one => one.selectionEnd - one.selectionStart === one.value.length")
    assert voice(three) == "Your browser refused the clipboard. Copy the link from here:"


def test_a_list_that_was_sent_is_shown_as_sent_and_can_be_kept(page: Page, site_url: str) -> None:
    keeping(page, site_url, COURSE, notes="Mine.")
    opened(page, site_url, f"?case={WIGAN}&case={COURSE}&case={GATE}")
    assert titles(page) == of(WIGAN, COURSE, GATE)
    assert page.locator(".notice:visible").inner_text().startswith("This list was sent to you. It holds 3 cases.")
    expect(page.locator("textarea:visible, .entry__actions")).to_have_count(0)
    expect(page.get_by_role("link", name="View my own shortlist (1)")).to_have_attribute("href", "/shortlist/")
    assert kept(page) == [{"id": COURSE, "note": "Mine."}]
    page.get_by_role("button", name="Keep all on my shortlist").press("Enter")
    expect(page.locator(".tools__status")).to_have_text("3 cases on your shortlist.")
    expect(page).to_have_url(f"{site_url}shortlist/")
    assert titles(page) == of(COURSE, WIGAN, GATE)
    assert kept(page)[0] == {"id": COURSE, "note": "Mine."}
    assert has_focus(page.locator(".tools__status"))
    assert voice(page) == "Kept. 3 cases on your shortlist."
    page.go_back()
    expect(page.locator(".notice:visible")).to_contain_text("This list was sent to you.")
    assert titles(page) == of(WIGAN, COURSE, GATE)


def test_two_to_four_cases_can_be_compared(three: Page, site_url: str) -> None:
    compare = three.get_by_role("link", name="Compare these")
    button(three, "Remove", COURSE).click()
    button(three, "Remove", WIGAN).click()
    expect(compare).to_be_hidden()
    expect(three.locator(".tools__hint")).to_have_text("To compare, keep two to four cases.", use_inner_text=True)
    three.get_by_role("button", name="Undo").first.click()
    compare.click()
    expect(three).to_have_url(f"{site_url}compare/?case={GATE}&case={COURSE}")


def test_what_is_no_case_is_told_and_stays_kept_until_it_is_taken_off(page: Page, site_url: str) -> None:
    opened(keeping(page, site_url, GATE, "nothing", WIGAN), site_url)
    assert titles(page) == of(GATE, WIGAN)
    notice = page.locator(".notice--warn")
    expect(notice).to_contain_text("No case here has the id “nothing”. The rest is shown.")
    button(page, "Move up", WIGAN).click()
    assert [one["id"] for one in kept(page)] == [WIGAN, GATE, "nothing"]
    notice.get_by_role("button", name="Take off my shortlist").click()
    expect(notice).to_be_hidden()
    assert [one["id"] for one in kept(page)] == [WIGAN, GATE]
    assert titles(page) == of(WIGAN, GATE)


def test_a_link_with_what_is_no_case_shows_the_rest(page: Page, site_url: str) -> None:
    opened(page, site_url, f"?case=nothing&case={GATE}&case={GATE}&colour=red")
    assert titles(page) == of(GATE)
    expect(page.locator(".notice--warn")).to_have_text(
        "No case here has the id “nothing”. The rest is shown.", use_inner_text=True
    )


@pytest.mark.parametrize("junk", ["", "{", "{}", "[1, null, {}]", '"text"', '[{"id": 3}, {"id": ""}]'])
def test_what_cannot_be_read_counts_as_nothing(page: Page, site_url: str, junk: str) -> None:
    page.goto(site_url)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, junk])
    opened(page, site_url)
    expect(page.locator(".entry:visible")).to_have_count(0)
    expect(page.locator("[data-shortlist-count]")).to_have_text("", use_inner_text=True)


def test_where_nothing_can_be_kept_the_list_lasts_as_long_as_the_page(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORAGE)
    opened(page, site_url, f"?case={GATE}&case={COURSE}")
    page.get_by_role("button", name="Keep all on my shortlist").click()
    expect(page.locator(".tools__status")).to_have_text("2 cases on your shortlist.")
    note(page, GATE).fill("Here and now.")
    button(page, "Move down", GATE).click()
    assert titles(page) == of(COURSE, GATE)
    expect(note(page, GATE)).to_have_value("Here and now.")
    expect(page.locator(".notice--warn")).to_have_text(
        "Your browser does not let this site keep anything, so your list lasts only until you leave this page. "
        "Copy its link to come back to it.",
        use_inner_text=True,
    )


def test_two_open_pages_follow_each_other(three: Page, site_url: str) -> None:
    other = opened(three.context.new_page(), site_url)
    note(three, GATE).fill("From the first.")
    expect(note(other, GATE)).to_have_value("From the first.")
    button(other, "Remove", WIGAN).click()
    expect(three.locator(".entry")).to_have_count(2)
    assert titles(three) == of(GATE, COURSE)
    expect(three.locator("[data-shortlist-count]")).to_have_text(" (2)")


def test_paper_has_each_case_with_what_was_written_and_room_for_more(page: Page, site_url: str) -> None:
    opened(keeping(page, site_url, GATE, COURSE, notes="First line.\nSecond line."), site_url)
    page.emulate_media(media="print")
    assert page.locator(".try__printed").all_inner_texts() == ["First line.\nSecond line."] * 2
    expect(page.locator(".entry").first.locator(".try__lines span:visible")).to_have_count(5)
    expect(page.locator("textarea:visible, button:visible, .tools:visible, .notice:visible")).to_have_count(0)
    assert page.locator(".on-paper:visible").inner_text().split() == ["Meeting:", "Date:"]
    told = page.locator(".entry").first.inner_text()
    assert f"/case_studies/{GATE}/" in told
    assert f"case {GATE}, version" in told


def test_the_page_says_what_the_device_keeps(page: Page, site_url: str) -> None:
    own = next(one for one in KEPT if one.key == KEY)
    opened(page, site_url)
    expect(page.locator(".kept-note")).to_contain_text(f"{own.what} It keeps this until {own.until}.")
    page.locator(".kept-note").get_by_role("link", name="Privacy").click()
    expect(page.locator("table")).to_contain_text(own.what)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_a_full_list(browser: Browser, site_url: str, width: int, scheme: Any) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = opened(keeping(context.new_page(), site_url, GATE, "nothing", COURSE, WIGAN, notes="A note."), site_url)
    button(page, "Remove", COURSE).click()
    found = violations(page)
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert found == []
    assert over == 0


def test_a_withdrawn_case_is_named_with_what_to_read_instead(browser: Browser, withdrawn_url: str) -> None:
    context = browser.new_context()
    page = opened(keeping(context.new_page(), withdrawn_url, WITHDRAWN, GATE), withdrawn_url)
    assert titles(page) == of(GATE)
    words = f"Withdrawn: {TITLES[WITHDRAWN]}. It told the same story as another record. "
    expect(page.locator(".notice--warn")).to_contain_text(f"{words}Read instead: {TITLES[SUCCESSOR]}.")
    assert f"https://example.org/what-works/case_studies/{GATE}/" in page.locator(".entry").first.inner_text()
    context.close()


def test_without_javascript_there_is_a_form_to_print(plain: Page, site_url: str) -> None:
    plain.goto(f"{site_url}shortlist/?case={GATE}")
    expect(plain.locator(".by-hand")).to_contain_text("only with JavaScript, which is switched off in your browser.")
    form = plain.locator(".entry")
    expect(form).to_have_count(1)
    expect(form).to_contain_text("What we could try")
    expect(form.locator(".try__lines span:visible")).to_have_count(5)
    expect(form.locator("dd:visible")).to_have_count(6)
    expect(plain.locator("main").locator("button:visible, textarea:visible")).to_have_count(0)
    plain.locator(".masthead__bar").get_by_role("link", name="Shortlist").click()
    expect(plain).to_have_url(f"{site_url}shortlist/")

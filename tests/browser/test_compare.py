"""Comparing cases as people do, on the real site in a real browser."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.devices import NO_STORAGE
from conftest import SUCCESSOR, WITHDRAWN
from whatworks.loading import load
from whatworks.pages.rows import COMPARED, LISTED

ROOT = Path(__file__).resolve().parents[2]
GATE = "blacon-locking-the-park-gate"
COURSE = "pendle-supervisory-course-for-community-groups"
PLAN = "hampshire-proposed-learning-programme"
WIGAN = "wigan-partnership-learning-culture"
FIFTH = "derby-learning-plan-against-standards"
TITLES = {one.id: one.title for one in load(ROOT).catalogue.listed}


def asking(*ids: str) -> str:
    """The query that asks for some cases."""
    return "?" + "&".join(f"case={id}" for id in ids)


def opened(page: Page, url: str, *ids: str, more: str = "") -> Page:
    """The page once it has compared."""
    page.goto(f"{url}compare/{asking(*ids) if ids else ''}{more}")
    expect(page.locator(".compare.is-ready")).to_be_visible()
    return page


def columns(page: Page) -> list[str]:
    """The titles above the columns."""
    return page.locator("thead .compare__case > a").all_inner_texts()


def row(page: Page, key: str) -> Locator:
    """A row."""
    return page.locator(f"[data-row={key}]")


def cells(page: Page, key: str) -> list[str]:
    """What a row tells of each case."""
    return row(page, key).locator("td > :last-child").all_inner_texts()


def marks(page: Page) -> dict[str, str]:
    """How each row that is shown is marked."""
    shown = page.locator("tbody tr:visible").all()
    return {str(one.get_attribute("data-row")): one.locator(".compare__mark").inner_text() for one in shown}


def has_focus(one: Locator) -> bool:
    """Whether an element has the focus."""
    return bool(one.evaluate("one => one === document.activeElement"))


def voice(page: Page) -> str:
    """What screen readers were told last."""
    return str(page.locator("[data-voice]").text_content())


def status(page: Page) -> str:
    """What the page says of itself."""
    return page.locator(".tools__status").inner_text()


def test_cases_stand_side_by_side_in_the_order_of_the_link(page: Page, site_url: str) -> None:
    opened(page, site_url, WIGAN, GATE)
    assert columns(page) == [TITLES[WIGAN], TITLES[GATE]]
    expect(page.locator(".compare__label")).to_have_text(list(COMPARED.values()), use_inner_text=True)
    assert status(page) == "Comparing 2 cases."
    expect(page.locator("[data-plain]")).to_be_hidden()
    heads = page.locator("tbody th[scope=row], thead th[scope=col]")
    expect(heads).to_have_count(len(COMPARED) + 3)


def test_every_row_tells_what_the_record_says(page: Page, site: Path, site_url: str) -> None:
    ids = (GATE, COURSE, PLAN, WIGAN)
    opened(page, site_url, *ids)
    for at, id in enumerate(ids):
        told: dict[str, Any] = json.loads((site / "data/v1/case_studies" / f"{id}.json").read_text(encoding="utf-8"))
        column = {key: cells(page, key)[at] for key in COMPARED}
        assert column["summary"] == told["summary"]
        assert told["where"] in column["place"]
        assert f"told in {told['year_told']}" in column["place"].lower()
        assert column["setting"] == told["setting"]["label"]
        assert column["status"].startswith(told["status"]["label"])
        assert f"as of {told['year_told']}" in column["status"]
        assert column["audiences"].split("\n") == [one["label"] for one in told["audiences"]]
        for one in told["answers"]:
            for words in (one["need"]["label"], one["approach"]["label"], one["how"]):
                assert words in column["answers"]
        for one in told["conditions"]:
            assert f"{one['condition']['label']}" in column["conditions"]
            assert one["note"] in column["conditions"]
        for one in told["outcomes"]:
            known = f"Who says so: {one['who']}. How we know: {one['evidence']['label'].lower()}."
            assert one["change"] in column["outcomes"]
            assert f"How far it reached: {one['level']['label'].lower()}. {known}" in column["outcomes"]
        for one in told["did_not_work"]:
            assert one["what"] in column["did_not_work"]
        for key in ("cost", "time", "people"):
            assert column[key] == (told["effort"][key] or "Not reported")
        assert column["sources"].split("\n") == told["drawn_from"]
        assert column["identity"].split("\n") == [id, told["version"], told["address_in_full"]]


def test_silence_and_proposals_are_told_in_words(page: Page, site_url: str) -> None:
    opened(page, site_url, COURSE, PLAN)
    assert cells(page, "outcomes") == ["Not reported", "Nothing yet: this was a proposal."]
    assert cells(page, "status") == ["Stopped as of 2005", "Proposed, an idea and not evidence, as of 2004"]
    expect(page.locator("thead .tag--proposed")).to_have_text(["Proposed: an idea, not evidence"], use_inner_text=True)
    assert "" not in page.locator("tbody td > :last-child").all_inner_texts()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([[], []], "None reports it"),
        ([["a"], ["a"]], "Same"),
        ([["a"], []], "Not all report it"),
        ([["a"], ["a"], []], "Not all report it"),
        ([["a", "b"], ["b", "c"]], "Partly the same"),
        ([["a", "b"], ["b", "c"], ["a"]], "Differs"),
        ([["a"], ["b"]], "Differs"),
    ],
)
def test_rows_are_marked_in_words(page: Page, site_url: str, values: list[list[str]], words: str) -> None:
    page.goto(f"{site_url}compare/")
    told = [[{"text": text} for text in value] for value in values]
    found = page.evaluate("told => import('../assets/js/cases/rows.js').then((one) => one.difference(told))", told)
    assert found["words"] == words


def test_every_row_of_the_pages_can_be_filled(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}compare/")
    keys = page.evaluate("import('../assets/js/cases/rows.js').then((one) => Object.keys(one.ROWS))")
    assert set(keys) == {*COMPARED, *LISTED}


def test_only_what_differs_can_be_shown(page: Page, site_url: str) -> None:
    opened(page, site_url, GATE, COURSE)
    before = marks(page)
    assert before["stage"] == "None reports it"
    assert before["conditions"] == "Not all report it"
    assert before["summary"] == "Differs"
    page.get_by_label("Only what differs").check()
    after = {key: words for key, words in before.items() if words not in ("Same", "None reports it")}
    assert marks(page) == after
    assert 5 < len(after) < len(before)
    assert voice(page) == f"{len(after)} of {len(before)} rows are shown."
    expect(page).to_have_url(f"{site_url}compare/{asking(GATE, COURSE)}&only=differences")
    page.go_back()
    assert marks(page) == before
    expect(page.get_by_label("Only what differs")).not_to_be_checked()
    opened(page, site_url, GATE, COURSE, more="&only=differences")
    assert marks(page) == after


def test_cases_are_added_and_removed_on_the_page(page: Page, site_url: str) -> None:
    opened(page, site_url)
    assert status(page) == "Choose two to four cases to compare."
    expect(page.locator("table")).to_be_hidden()
    for id in (GATE, COURSE, PLAN):
        page.get_by_label("Add a case").select_option(id)
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.locator("thead .compare__case").last).to_contain_text(TITLES[id])
    expect(page).to_have_url(f"{site_url}compare/{asking(GATE, COURSE, PLAN)}")
    assert voice(page) == "Added. Comparing 3 cases."
    expect(page.get_by_label("Add a case").locator(f"option[value={GATE}]")).to_have_count(0)
    page.get_by_role("button", name=f"Remove ({TITLES[COURSE]})").click()
    expect(page.locator("thead .compare__case")).to_have_count(2)
    assert columns(page) == [TITLES[GATE], TITLES[PLAN]]
    assert has_focus(page.get_by_role("button", name=f"Remove ({TITLES[PLAN]})"))
    assert voice(page) == "Removed. Comparing 2 cases."
    page.go_back()
    expect(page.locator("thead .compare__case")).to_have_count(3)
    page.go_forward()
    expect(page.locator("thead .compare__case")).to_have_count(2)


def test_everything_works_by_keyboard(page: Page, site_url: str) -> None:
    opened(page, site_url, GATE)
    assert status(page) == "One case. Add one more to compare it with."
    expect(page.get_by_label("Only what differs")).to_be_disabled()
    select = page.get_by_label("Add a case")
    select.focus()
    page.keyboard.type("A college course in superv")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("thead .compare__case")).to_have_count(2)
    assert columns(page) == [TITLES[GATE], TITLES[COURSE]]
    assert has_focus(page.get_by_role("button", name="Add", exact=True))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("Only what differs")).to_be_checked()
    for _ in range(4):  # Copy link, Print, the first title, its Remove
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("thead .compare__case")).to_have_count(1)
    assert has_focus(page.get_by_role("button", name=f"Remove ({TITLES[COURSE]})"))
    page.keyboard.press("Enter")
    expect(page.locator("table")).to_be_hidden()
    assert has_focus(page.locator(".tools__status"))
    expect(page).to_have_url(f"{site_url}compare/")


def test_four_is_the_most(page: Page, site_url: str) -> None:
    opened(page, site_url, GATE, COURSE, PLAN, WIGAN, FIFTH)
    assert columns(page) == [TITLES[id] for id in (GATE, COURSE, PLAN, WIGAN)]
    expect(page.get_by_label("Add a case")).to_be_hidden()
    expect(page.locator(".notice--warn")).to_have_text("Four is the most. Left out: 1.", use_inner_text=True)


def test_what_a_link_asks_for_in_vain_is_told(page: Page, site_url: str) -> None:
    opened(page, site_url, GATE, "nothing", "%3Cb%3E", GATE, COURSE, more="&colour=red&only=luck")
    assert columns(page) == [TITLES[GATE], TITLES[COURSE]]
    expect(page.locator(".notice--warn")).to_have_text(
        "No case here has the id “nothing”, “<b>”. The rest is shown.", use_inner_text=True
    )
    page.get_by_label("Only what differs").check()
    expect(page.locator(".notice--warn")).to_be_hidden()
    expect(page).to_have_url(f"{site_url}compare/{asking(GATE, COURSE)}&only=differences")


def test_what_is_kept_or_related_is_offered_first(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}case_studies/{COURSE}/")
    page.get_by_role("button", name="Keep on my shortlist").click()
    opened(page, site_url, GATE)
    groups = page.locator("optgroup")
    expect(groups).to_have_count(3)
    labels = [group.get_attribute("label") for group in groups.all()]
    assert labels == ["On my shortlist", "Named as related", "All other cases"]
    offered = groups.locator("option")
    expect(offered.first).to_have_attribute("value", COURSE)
    expect(offered).to_have_count(len(TITLES) - 1)
    related = {one.case for one in load(ROOT).catalogue.case_by_id[GATE].related}
    assert {one.get_attribute("value") for one in groups.nth(1).locator("option").all()} == related - {COURSE}


def test_a_case_leads_to_its_comparison(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}case_studies/{GATE}/")
    page.get_by_role("group", name="Use this case").get_by_role("link", name="Compare").click()
    expect(page.locator(".compare.is-ready")).to_be_visible()
    assert columns(page) == [TITLES[GATE]]


def test_the_link_is_copied(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, site_url, GATE, COURSE)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".tools__answer")).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_on_a_phone_the_cases_stand_below_each_other(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = opened(context.new_page(), site_url, GATE, COURSE, WIGAN)
    boxes = [cell.bounding_box() for cell in row(page, "outcomes").locator("td").all()]
    edges = [(box["x"], box["y"]) for box in boxes if box]
    assert len({x for x, _ in edges}) == 1
    assert [y for _, y in edges] == sorted({y for _, y in edges})
    whose = row(page, "outcomes").locator(".compare__whose").all_inner_texts()
    assert whose == ["A · Blacon, Chester", "B · Pendle", "C · Wigan"]
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(len(COMPARED) + 1)
    expect(page.get_by_role("rowheader").first).to_be_visible()
    context.close()


def test_it_works_where_nothing_can_be_kept(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORAGE)
    opened(page, site_url, GATE, COURSE)
    assert columns(page) == [TITLES[GATE], TITLES[COURSE]]


def test_where_the_cases_cannot_be_fetched_the_page_says_so(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/data/v1/**", lambda route: route.abort())
    opened(page, site_url, GATE, COURSE)
    assert status(page) == "The cases could not be fetched. Try again when you are connected."
    context.close()


def test_a_withdrawn_case_is_named_with_what_to_read_instead(browser: Browser, withdrawn_url: str) -> None:
    context = browser.new_context()
    page = opened(context.new_page(), withdrawn_url, WITHDRAWN, WIGAN)
    assert columns(page) == [TITLES[WIGAN]]
    expect(page.locator(".notice--warn")).to_have_text(
        f"Withdrawn: {TITLES[WITHDRAWN]}. It told the same story as another record. Read instead: {TITLES[SUCCESSOR]}.",
        use_inner_text=True,
    )
    expect(page.locator(f"option[value={WITHDRAWN}]")).to_have_count(0)
    context.close()


def test_paper_has_the_table_and_no_controls(page: Page, site_url: str) -> None:
    opened(page, site_url, GATE, COURSE)
    page.emulate_media(media="print")
    expect(page.locator("table")).to_be_visible()
    expect(page.locator("button:visible, select:visible, input:visible")).to_have_count(0)
    assert f"/case_studies/{GATE}/" in page.locator("table").inner_text()


def test_without_javascript_there_is_a_grid_to_print(plain: Page, site_url: str) -> None:
    plain.goto(f"{site_url}compare/{asking(GATE, COURSE)}")
    notice = plain.locator(".by-hand")
    expect(notice).to_contain_text("only with JavaScript, which is switched off in your browser.")
    expect(plain.locator("tbody tr:visible")).to_have_count(len(COMPARED))
    assert set(plain.locator("tbody td").all_inner_texts()) == {""}
    expect(plain.locator("main").locator("button:visible, select:visible, input:visible")).to_have_count(0)
    notice.get_by_role("link", name="all cases").click()
    expect(plain).to_have_url(f"{site_url}case_studies/")

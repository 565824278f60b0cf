"""The finder as people use it, on the real site in a real browser."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browser.axe import violations
from browser.devices import PHONE
from whatworks.facets import Table
from whatworks.filters import ORDERS, table
from whatworks.loading import load

ROOT = Path(__file__).resolve().parents[2]
FILTERED = "find/?need=using-evidence&need=knowing-what-works&region=north-west"


@pytest.fixture(scope="module")
def known() -> Table:
    """The table that the site was made from."""
    return table(load(ROOT).catalogue)


@pytest.fixture
def finder(page: Page, site_url: str) -> Page:
    """The finder with nothing chosen."""
    return opened(page, f"{site_url}find/")


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Page]:
    """The finder on a phone."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield opened(context.new_page(), f"{site_url}find/")
    context.close()


def opened(page: Page, address: str) -> Page:
    """The page once the script has read the address."""
    page.goto(address)
    expect(page.locator(".finder.is-ready")).to_be_visible()
    return page


def option(page: Page, facet: str, id: str) -> Locator:
    """The box of an option; its facet is opened if it is closed."""
    box = page.locator(f"[data-facet={facet}]")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    return box.locator(f"input[value='{id}']")


def number(box: Locator) -> int:
    """The number beside an option."""
    return int(re.match(r"\d+", box.locator("xpath=..").locator(".count").text_content() or "")[0])  # type: ignore[index]


def shown(page: Page) -> list[str]:
    """The ids of the cases that can be seen, in the order of the page."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('.card:not([hidden])')].map(card => card.id)")
    return found


def query(page: Page) -> str:
    """The query of the address."""
    return page.url.partition("?")[2]


def box(page: Page) -> Locator:
    """The search box of the finder."""
    return page.get_by_label("Search these cases")


def status(page: Page) -> Locator:
    """What is told of the number of cases."""
    return page.locator(".finder").get_by_role("status")


def answered(page: Page, q: str) -> None:
    """Waits until both layers of search have answered."""
    expect(page.locator("[data-finder-cards]")).to_have_attribute("data-query", q)


def search_finds(page: Page, site_url: str, q: str) -> list[str]:
    """The cases that the search of the header finds, in its order."""
    script = "async ([url, q]) => (await (await import(url)).answer(q, Infinity)).results.map(({ url }) => url)"
    urls: list[str] = page.evaluate(script, [f"{site_url}assets/js/search/client.js", q])
    return [url.split("/")[1] for url in urls if url.startswith("case_studies/")]


def steps(page: Page) -> int:
    """How many steps the history of the browser has."""
    return int(page.evaluate("history.length"))


def has_focus(one: Locator) -> bool:
    """Whether an element has the focus."""
    return bool(one.evaluate("one => one === document.activeElement"))


def ids(known: Table, choice: dict[str, list[str]], order: str = "evidence") -> list[str]:
    """The cases of a choice in an order, by the core."""
    left = {case.id for case in known.results(choice)}
    return [case.id for case in known.orders[order] if case.id in left]


def test_everything_is_shown_before_anything_is_chosen(finder: Page, known: Table) -> None:
    assert shown(finder) == ids(known, {})
    expect(finder.get_by_role("status")).to_have_text(f"{len(known.cases)} cases")
    expect(finder.locator(".chip")).to_have_count(0)


def test_a_choice_filters_says_why_and_keeps_the_focus(finder: Page, known: Table) -> None:
    box = option(finder, "need", "using-evidence")
    box.check()
    assert shown(finder) == ids(known, {"need": ["using-evidence"]})
    assert has_focus(box)
    assert query(finder) == "need=using-evidence"
    expect(finder.get_by_role("status")).to_have_text(f"{len(shown(finder))} of {len(known.cases)} cases")
    reasons = finder.locator(".card:not([hidden]) .card__why").all_inner_texts()
    assert reasons == ["Matches Need: Using evidence"] * len(shown(finder))
    box.uncheck()
    assert len(shown(finder)) == len(known.cases)
    expect(finder.locator(".card__why")).to_have_count(0)
    assert has_focus(box)


def test_or_within_a_facet_and_and_between_facets(finder: Page, known: Table) -> None:
    choice: dict[str, list[str]] = {}
    for facet, id in (("region", "north-west"), ("region", "east-midlands"), ("level", "learning"), ("depth", "brief")):
        option(finder, facet, id).check()
        choice.setdefault(facet, []).append(id)
        assert shown(finder) == ids(known, choice)
    assert 0 < len(shown(finder)) < len(known.cases)


def test_a_card_names_only_the_options_that_it_has(finder: Page, known: Table) -> None:
    for id in ("learning", "community"):
        option(finder, "level", id).check()
    labels = {"learning": "Learning", "community": "Community"}
    facet = next(one for one in known.facets if one.id == "level")
    for id in shown(finder):
        had = ", ".join(label for level, label in labels.items() if level in facet.of_case[id])
        expect(finder.locator(f"#{id} .card__why")).to_have_text(
            f"Matches How far the change reached: {had}", use_inner_text=True
        )


def test_counts_tell_what_a_click_gives(finder: Page) -> None:
    option(finder, "region", "north-west").check()
    for facet, id in (("level", "behaviour"), ("level", "community"), ("region", "london"), ("depth", "brief")):
        box = option(finder, facet, id)
        promised = number(box)
        box.check()
        assert len(shown(finder)) == promised
        box.uncheck()


def test_what_says_that_it_did_not_work(finder: Page, known: Table) -> None:
    option(finder, "did_not_work", "told").check()
    kinds = {case.id: {one.kind for one in case.did_not_work} for case in known.cases}
    assert set(shown(finder)) == {id for id, found in kinds.items() if found & {"failed", "hard"}}


def test_an_option_that_would_give_nothing_stays_and_is_disabled(finder: Page) -> None:
    before = finder.locator("[data-option]").count()
    option(finder, "status", "stopped").check()
    nothing = finder.locator("[data-option]:has(:disabled)")
    assert nothing.count() > 20
    expect(finder.locator("[data-option]")).to_have_count(before)
    assert {number(one) for one in nothing.locator("input").all()[:20]} == {0}
    assert [number(one) for one in finder.locator("[data-option] input:enabled").all()[:20] if not number(one)] == []


def test_a_chosen_option_is_never_taken_away(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}find/?status=proposed&evidence=compared&need=using-evidence")
    assert shown(page) == []
    expect(page.get_by_role("status")).to_contain_text("No case fits all of these filters.")
    for facet, id in (("status", "proposed"), ("evidence", "compared"), ("need", "using-evidence")):
        box = option(page, facet, id)
        expect(box).to_be_checked()
        expect(box).to_be_enabled()
    box = option(page, "evidence", "compared")
    box.uncheck()
    assert has_focus(box)
    page.keyboard.press("Tab")
    expect(box).to_be_disabled()


def test_chips_take_filters_off_and_the_focus_goes_to_the_next(page: Page, site_url: str) -> None:
    opened(page, site_url + FILTERED)
    chips = page.locator(".chip:not(.chip--clear)")
    expect(chips).to_have_text(
        ["Need: Using evidence", "Need: Knowing what works", "Region: North West"], use_inner_text=True
    )
    page.get_by_role("button", name="Remove Need: Knowing what works").click()
    assert query(page) == "need=using-evidence&region=north-west"
    assert has_focus(page.get_by_role("button", name="Remove Region: North West"))
    page.keyboard.press("Enter")
    assert has_focus(page.get_by_role("button", name="Remove Need: Using evidence"))
    page.keyboard.press("Enter")
    expect(chips).to_have_count(0)
    assert has_focus(page.get_by_role("status"))
    assert query(page) == ""


def test_all_filters_can_be_taken_off_at_once(page: Page, site_url: str, known: Table) -> None:
    opened(page, site_url + FILTERED)
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(f"{site_url}find/")
    assert len(shown(page)) == len(known.cases)
    expect(page.locator("[data-facet] input:checked")).to_have_count(0)


def test_a_link_opens_the_same_view(page: Page, site_url: str, known: Table) -> None:
    opened(page, f"{site_url}{FILTERED}&sort=place")
    choice = {"need": ["using-evidence", "knowing-what-works"], "region": ["north-west"]}
    assert shown(page) == ids(known, choice, "place")
    expect(page.get_by_label("Sort by")).to_have_value("place")
    opened_facets = page.locator("[data-facet][open]")
    assert [one.get_attribute("data-facet") for one in opened_facets.all()] == ["need", "region"]


def test_what_is_chosen_far_down_a_long_list_can_be_seen(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}find/?need=joining-up-services")
    expect(page.locator("input[value='joining-up-services']")).to_be_in_viewport()


def test_back_and_forward_lead_through_the_views(finder: Page, site_url: str, known: Table) -> None:
    option(finder, "need", "using-evidence").check()
    option(finder, "level", "learning").check()
    finder.locator(".card:not([hidden]) h3 a").first.click()
    finder.wait_for_url("**/case_studies/**")
    finder.go_back()
    assert query(finder) == "need=using-evidence&level=learning"
    expect(finder.locator(".finder.is-ready")).to_be_visible()
    assert shown(finder) == ids(known, {"need": ["using-evidence"], "level": ["learning"]})
    finder.go_back()
    assert shown(finder) == ids(known, {"need": ["using-evidence"]})
    expect(option(finder, "level", "learning")).not_to_be_checked()
    finder.go_back()
    expect(finder).to_have_url(f"{site_url}find/")
    assert len(shown(finder)) == len(known.cases)
    finder.go_forward()
    expect(option(finder, "need", "using-evidence")).to_be_checked()


def test_what_a_link_asks_for_in_vain_is_told(page: Page, site_url: str, known: Table) -> None:
    opened(page, f"{site_url}find/?need=<b>&need=using-evidence&colour=red&sort=luck")
    assert shown(page) == ids(known, {"need": ["using-evidence"]})
    expect(page.locator(".finder__notice")).to_contain_text("is no filter here: <b>.")
    option(page, "need", "knowing-what-works").check()
    expect(page.locator(".finder__notice")).to_be_hidden()


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_is_the_one_of_the_core_and_states_its_rule(finder: Page, known: Table, order: str) -> None:
    sorting = finder.get_by_label("Sort by")
    sorting.focus()
    sorting.select_option(order)
    assert shown(finder) == [case.id for case in known.orders[order]]
    assert has_focus(sorting)
    rules = finder.locator("[data-rule]:visible")
    assert [rule.get_attribute("data-rule") for rule in rules.all()] == [order]
    assert query(finder) == ("" if order == "evidence" else f"sort={order}")


def test_a_heading_in_an_address_stands_for_all_below_it(page: Page, site_url: str, known: Table) -> None:
    opened(page, f"{site_url}find/?need=developing-skills&need=using-evidence")
    facet = next(one for one in known.facets if one.id == "need")
    below = [one.id for one in facet.options if one.broader == "developing-skills"]
    assert len(below) > 5
    assert shown(page) == ids(known, {"need": [*below, "using-evidence"]})
    expect(page.locator(".finder__notice")).to_be_hidden()
    expect(page.locator(".chip:not(.chip--clear)")).to_have_count(len(below) + 1)


@pytest.mark.parametrize("address", ["needs/using-evidence/", "approaches/coaching/", "needs/developing-skills/"])
def test_a_need_or_an_approach_leads_to_its_cases_in_the_finder(page: Page, site_url: str, address: str) -> None:
    page.goto(site_url + address)
    cases = {link.get_attribute("href") for link in page.locator(".group .reasons__link a").all()}
    page.get_by_role("link", name="Filter these cases").click()
    expect(page.locator(".finder.is-ready")).to_be_visible()
    assert {f"../../case_studies/{id}/" for id in shown(page)} == cases


def test_the_browser_and_the_core_agree_on_any_choice(finder: Page, site_url: str, known: Table) -> None:
    dice = random.Random(4)
    for _ in range(25):
        facets = dice.sample(known.facets, dice.randint(0, 3))
        choice = {
            one.id: [option.id for option in dice.sample(one.options, min(2, len(one.options)))] for one in facets
        }
        asked = "&".join(f"{facet}={id}" for facet, chosen in choice.items() for id in chosen)
        opened(finder, f"{site_url}find/?{asked}")
        assert shown(finder) == ids(known, choice), asked
        numbers = finder.evaluate(
            "Object.fromEntries([...document.querySelectorAll('[data-option] input')]"
            ".map(box => [`${box.name}:${box.value}`, parseInt(box.closest('li').querySelector('.count').innerHTML)]))"
        )
        counted = {
            f"{one.id}:{option.id}": known.count(choice, one.id, option.id)
            for one in known.facets
            for option in one.options
        }
        assert numbers == counted, asked


def test_everything_works_by_keyboard(finder: Page, known: Table) -> None:
    summary = finder.locator("[data-facet=depth] summary")
    summary.focus()
    finder.keyboard.press("Enter")
    finder.keyboard.press("Tab")
    finder.keyboard.press("Tab")
    finder.keyboard.press("Space")
    assert shown(finder) == ids(known, {"depth": ["brief"]})
    assert has_focus(finder.locator("[data-facet=depth] input[value=brief]"))
    finder.keyboard.press("Tab")
    assert has_focus(finder.locator("[data-facet=did_not_work] summary"))
    finder.keyboard.press("Tab")
    assert has_focus(finder.get_by_label("Sort by"))
    finder.keyboard.press("Tab")
    finder.keyboard.press("Enter")
    assert len(shown(finder)) == len(known.cases)


def test_the_count_is_told_to_a_screen_reader(finder: Page) -> None:
    finder.evaluate(
        "window.told = []; new MutationObserver(() => told.push(document.querySelector('[role=status]').textContent))"
        ".observe(document.querySelector('.finder [role=status]'), { childList: true, characterData: true })"
    )
    option(finder, "depth", "brief").check()
    assert finder.evaluate("told") == [finder.get_by_role("status").inner_text()]


def test_on_a_phone_the_filters_wait_for_apply(phone: Page, known: Table) -> None:
    opener = phone.get_by_role("button", name="Filters")
    opener.click()
    dialog = phone.get_by_role("dialog", name="Filters")
    expect(dialog).to_be_visible()
    box = option(phone, "region", "north-west")
    box.check()
    assert has_focus(box)
    expected = ids(known, {"region": ["north-west"]})
    assert len(shown(phone)) == len(known.cases)
    assert query(phone) == ""
    apply = dialog.get_by_role("button", name=f"Apply: {len(expected)} cases")
    expect(apply).to_be_in_viewport()
    apply.click()
    expect(dialog).to_be_hidden()
    assert shown(phone) == expected
    assert query(phone) == "region=north-west"
    expect(opener).to_have_text("Filters (1 on)")
    assert has_focus(opener)


def test_a_panel_that_is_closed_changes_nothing(phone: Page, known: Table) -> None:
    for close in ("Escape", "Close"):
        phone.get_by_role("button", name="Filters").click()
        option(phone, "region", "north-west").check()
        if close == "Escape":
            phone.keyboard.press("Escape")
        else:
            phone.get_by_role("button", name="Close").click()
        expect(phone.get_by_role("dialog")).to_be_hidden()
        assert len(shown(phone)) == len(known.cases)
        expect(phone.locator("[data-facet] input:checked")).to_have_count(0)


def test_the_panel_can_be_cleared(phone: Page, site_url: str, known: Table) -> None:
    opened(phone, site_url + FILTERED)
    phone.get_by_role("button", name="Filters (3 on)").click()
    phone.get_by_role("dialog").get_by_role("button", name="Clear all").click()
    phone.get_by_role("button", name=f"Apply: {len(known.cases)} cases").click()
    expect(phone).to_have_url(f"{site_url}find/")


def test_a_window_that_widens_brings_the_filters_back(phone: Page) -> None:
    phone.get_by_role("button", name="Filters").click()
    phone.set_viewport_size({"width": 1280, "height": 844})
    expect(phone.locator(".finder__side > form")).to_be_visible()
    expect(phone.get_by_role("dialog")).to_be_hidden()
    expect(phone.get_by_role("heading", name="Filters")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_with_filters_on(browser: Browser, site_url: str, width: int, scheme: Any) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = opened(context.new_page(), site_url + FILTERED + "&need=nothing")
    states = ["page", "panel"] if width == 390 else ["page"]
    found = {}
    for state in states:
        if state == "panel":
            page.get_by_role("button", name="Filters").click()
        page.evaluate("document.querySelectorAll('details.facet').forEach(one => { one.open = true })")
        found[state] = violations(page)
    context.close()
    assert found == {state: [] for state in states}


def test_without_javascript_every_filter_leads_to_its_list(plain: Page, site_url: str, known: Table) -> None:
    plain.goto(f"{site_url}find/?region=north-west")
    expect(plain.locator(".card:visible")).to_have_count(len(known.cases))
    expect(plain.locator("select:visible, input:visible")).to_have_count(0)
    for facet in known.facets:
        links = plain.locator(f"[data-facet={facet.id}] a")
        expect(links).to_have_count(sum(known.count({}, facet.id, one.id) > 0 for one in facet.options))
    plain.locator("[data-facet=region] summary").click()
    plain.locator("[data-facet=region]").get_by_role("link", name="North West").click()
    expect(plain).to_have_url(f"{site_url}find/region/north-west/")
    listed = [card.get_attribute("id") for card in plain.locator(".card").all()]
    assert listed == ids(known, {"region": ["north-west"]})


def test_a_static_list_leads_to_the_finder_with_its_filter_on(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/region/north-west/")
    page.get_by_role("link", name="Add other filters").click()
    assert query(page) == "region=north-west"
    expect(page.locator(".chip").first).to_have_text("Region: North West")


@pytest.mark.parametrize("start", ["", "case_studies/"])
def test_other_pages_lead_to_the_finder(page: Page, site_url: str, start: str) -> None:
    page.goto(site_url + start)
    page.locator("main").get_by_role("link", name="Find what fits").click()
    expect(page).to_have_url(f"{site_url}find/")
    expect(page.locator(".primary").get_by_role("link", name="Find", exact=True)).to_have_attribute(
        "aria-current", "page"
    )


def test_only_the_finder_loads_what_it_needs(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))
    page.goto(f"{site_url}find/region/north-west/")
    assert [address for address in asked if "/find" in address and "assets" in address] == []


# The search box


def test_a_search_shows_what_search_finds_in_its_order_and_says_why(finder: Page, site_url: str) -> None:
    box(finder).fill("park gate")
    answered(finder, "park gate")
    expected = search_finds(finder, site_url, "park gate")
    assert shown(finder)[: len(expected)] == expected
    expect(finder.get_by_label("Sort by")).to_have_value("relevance")
    assert [one.get_attribute("data-rule") for one in finder.locator("[data-rule]:visible").all()] == ["relevance"]
    first = finder.locator(".card:not([hidden])").first
    expect(first.locator(".card__why")).to_have_text("Matches “park” and “gate” in the title")
    assert has_focus(box(finder))


def test_filters_apply_to_what_was_found_and_counts_tell_what_they_give(
    page: Page, site_url: str, known: Table
) -> None:
    opened(page, f"{site_url}find/?q=training")
    answered(page, "training")
    expect(status(page)).to_have_text(re.compile("^[0-9]+ cases for “training”$"))
    found = shown(page)
    assert 20 < len(found) < len(known.cases)
    box_ = option(page, "region", "north-west")
    promised = number(box_)
    box_.check()
    north = set(ids(known, {"region": ["north-west"]}))
    assert shown(page) == [id for id in found if id in north]
    assert len(shown(page)) == promised
    expect(status(page)).to_have_text(f"{promised} of {len(found)} cases for “training”")
    assert query(page) == "q=training&region=north-west"
    reasons = page.locator(".card:not([hidden]) .card__why").all_inner_texts()
    assert [one for one in reasons if "Region: North West" not in one] == []
    assert [one for one in reasons if one.startswith("Matches “train")]


def test_any_option_within_a_search_gives_what_its_number_says(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}find/?q=residents")
    answered(page, "residents")
    dice = random.Random(7)
    boxes = page.evaluate(
        "[...document.querySelectorAll('[data-option] input')].map(box => [box.name, box.value,"
        " parseInt(box.closest('li').querySelector('.count').innerHTML)])"
    )
    for facet, id, promised in dice.sample(boxes, 12):
        opened(page, f"{site_url}find/?q=residents&{facet}={id}")
        answered(page, "residents")
        assert len(shown(page)) == promised, (facet, id)


def test_typing_makes_no_step_and_enter_makes_one(finder: Page, site_url: str, known: Table) -> None:
    start = steps(finder)
    box(finder).press_sequentially("training")
    answered(finder, "training")
    assert (query(finder), steps(finder)) == ("q=training", start)
    finder.keyboard.press("Enter")
    assert (query(finder), steps(finder)) == ("q=training", start + 1)
    finder.keyboard.press("Enter")
    assert steps(finder) == start + 1
    finder.go_back()
    expect(finder).to_have_url(f"{site_url}find/")
    expect(box(finder)).to_have_value("")
    expect(status(finder)).to_have_text(f"{len(known.cases)} cases")
    finder.go_forward()
    expect(box(finder)).to_have_value("training")
    answered(finder, "training")


def test_what_is_typed_holds_when_a_filter_is_chosen(finder: Page, site_url: str) -> None:
    box(finder).fill("training")
    option(finder, "region", "north-west").check()
    assert query(finder) == "q=training&region=north-west"
    answered(finder, "training")
    finder.go_back()
    assert query(finder) == "q=training"
    finder.go_back()
    expect(finder).to_have_url(f"{site_url}find/")


def test_back_from_a_case_returns_to_the_search(finder: Page) -> None:
    box(finder).fill("park gate")
    answered(finder, "park gate")
    found = shown(finder)
    finder.locator(".card:not([hidden]) h3 a").first.click()
    finder.wait_for_url("**/case_studies/**")
    finder.go_back()
    answered(finder, "park gate")
    expect(box(finder)).to_have_value("park gate")
    assert shown(finder) == found


def test_clearing_the_box_returns_to_all(page: Page, site_url: str, known: Table) -> None:
    opened(page, f"{site_url}find/?q=park+gate")
    answered(page, "park gate")
    box(page).fill("")
    expect(status(page)).to_have_text(f"{len(known.cases)} cases")
    assert shown(page) == ids(known, {})
    assert query(page) == ""
    expect(page.get_by_label("Sort by")).to_have_value("evidence")
    expect(page.locator(".card__why, .card__text")).to_have_count(0)


def test_the_search_term_is_a_chip(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}find/?q=training&region=north-west")
    page.get_by_role("button", name="Remove Search: training").click()
    assert query(page) == "region=north-west"
    expect(box(page)).to_have_value("")
    assert has_focus(page.get_by_role("button", name="Remove Region: North West"))


def test_another_order_stays_while_words_change(page: Page, site_url: str, known: Table) -> None:
    opened(page, f"{site_url}find/?q=training&sort=title")
    answered(page, "training")
    found = set(shown(page))
    assert shown(page) == [case.id for case in known.orders["title"] if case.id in found]
    box(page).fill("residents")
    answered(page, "residents")
    assert query(page) == "q=residents&sort=title"
    page.get_by_label("Sort by").select_option("evidence")
    assert query(page) == "q=residents&sort=evidence"
    page.get_by_label("Sort by").select_option("relevance")
    assert query(page) == "q=residents"


def test_guesses_and_partial_matches_are_told(finder: Page) -> None:
    box(finder).fill("facilitatoin")
    note = finder.locator(".finder__note")
    expect(note).to_have_text("None has this as it is spelt here. These have words that are spelt in a similar way.")
    assert shown(finder)
    box(finder).fill("park zzzqqq")
    expect(note).to_have_text("None has all of these words as they are spelt here. These come nearest.")
    assert shown(finder)


def test_the_text_of_cases_completes_what_was_found(finder: Page, site_url: str) -> None:
    box(finder).fill("judgement")
    answered(finder, "judgement")
    first = search_finds(finder, site_url, "judgement")
    added = [card.get_attribute("id") for card in finder.locator(".card:not([hidden]):has(.card__text)").all()]
    assert not set(added) & set(first)
    assert shown(finder) == [*first, *added]
    expect(finder.locator(".card__text").first).to_have_text(re.compile("^Mentioned in the text “… .*judgement.* …”$"))
    expect(finder.locator(".card__text mark").first).to_be_visible()


def test_when_nothing_is_found_there_are_ways_out(page: Page, site_url: str, known: Table) -> None:
    opened(page, f"{site_url}find/?q=zzzqqq&region=north-west")
    expect(status(page)).to_have_text("No case was found for “zzzqqq”.")
    none = page.locator(".finder__none")
    expect(none).to_contain_text("Check the spelling, or try fewer or other words.")
    expect(none.get_by_role("button", name="Take off the filters")).to_be_hidden()
    none.get_by_role("button", name="Clear the search").click()
    assert has_focus(box(page))
    expect(box(page)).to_have_value("")
    assert shown(page) == ids(known, {"region": ["north-west"]})
    expect(none).to_be_hidden()


def test_filters_that_leave_nothing_of_a_search_can_be_taken_off(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}find/?q=park+gate&region=london")
    expect(status(page)).to_have_text("No case for “park gate” fits all of these filters. Take one off to see more.")
    expect(page.locator(".finder__none")).to_contain_text("Without the filters there would be ")
    page.get_by_role("button", name="Take off the filters").click()
    assert query(page) == "q=park+gate"
    assert has_focus(status(page))
    assert shown(page)


def test_words_of_other_pages_lead_to_the_search_of_the_site(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}find/?q=Striking+a+Chord")
    answered(page, "Striking a Chord")
    assert shown(page) == []
    expect(page.locator(".finder__none")).to_contain_text("2 other pages of the site have these words.")
    page.get_by_role("link", name="Search the whole site").click()
    expect(page.get_by_role("dialog").get_by_role("combobox")).to_have_value("Striking a Chord")
    page.keyboard.press("Escape")
    assert query(page).partition("#")[0] == "q=Striking+a+Chord"


def test_the_index_is_fetched_only_when_the_box_is_used(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))
    opened(page, f"{site_url}find/?region=north-west")
    box(page).focus()
    page.wait_for_timeout(300)
    assert [url for url in asked if url.startswith("search/")] == []
    box(page).fill("park")
    answered(page, "park")
    assert "search/index.json" in asked


def test_without_the_index_every_case_is_shown(context: BrowserContext, site_url: str, known: Table) -> None:
    page = context.new_page()
    page.route("**/search/index.json", lambda route: route.abort())
    opened(page, f"{site_url}find/?q=park&region=north-west")
    expect(page.locator(".finder__note")).to_have_text("Search could not be loaded, so every case is shown.")
    assert sorted(shown(page)) == sorted(ids(known, {"region": ["north-west"]}))


def test_a_search_works_by_keyboard_alone(finder: Page) -> None:
    finder.locator("main").focus()
    finder.keyboard.press("Tab")
    assert has_focus(box(finder))
    finder.keyboard.type("park gate")
    finder.keyboard.press("Enter")
    answered(finder, "park gate")
    assert has_focus(box(finder))
    finder.keyboard.press("Tab")
    assert has_focus(finder.get_by_role("button", name="Search", exact=True))


def test_on_a_phone_the_panel_counts_within_the_search(phone: Page) -> None:
    box(phone).fill("training")
    answered(phone, "training")
    phone.get_by_role("button", name="Filters").click()
    choice = option(phone, "region", "north-west")
    promised = number(choice)
    choice.check()
    phone.get_by_role("button", name=f"Apply: {promised} cases").click()
    assert len(shown(phone)) == promised
    assert query(phone) == "q=training&region=north-west"


def test_without_javascript_there_is_no_box_that_does_nothing(plain: Page, site_url: str, known: Table) -> None:
    plain.goto(f"{site_url}find/?q=park")
    expect(plain.locator("[data-finder-search]:visible, .finder__none:visible, .finder__fit:visible")).to_have_count(0)
    expect(plain.locator(".card:visible")).to_have_count(len(known.cases))
    expect(plain.locator(".finder").get_by_role("link", name="Does this fit us?")).to_be_visible()

"""Every kind of page, as people meet it: wide and narrow, light and dark, by keyboard and without JavaScript."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.axe import violations
from conftest import complaints_of

CASE = "blacon-locking-the-park-gate"
BRIEF = "pendle-supervisory-course-for-community-groups"
PLAN = "hampshire-proposed-learning-programme"
OTHER = "wigan-partnership-learning-culture"
KINDS = {
    "home": "",
    "readers": "start/",
    "reader": "start/government-office/",
    "finder": "find/",
    "finder with filters on": "find/?region=north-west&level=learning&level=service",
    "finder with a search": "find/?q=training&region=north-west",
    "finder with nothing found": "find/?q=zzzqqq&region=north-west",
    "finder sorted by fit": "find/?fit=dedicated-staff.yes&fit=real-task.no&sort=fit",
    "questions": "fit/",
    "questions with answers": "fit/?fit=dedicated-staff.yes&fit=real-task.no&fit=safe-setting.unsure&fit=red.yes",
    "case with answers": "case_studies/wigan-partnership-learning-culture/?fit=protected-time.no",
    "list of a filter": "find/region/north-west/",
    "list of cases": "case_studies/",
    "case study": f"case_studies/{CASE}/",
    "brief": f"case_studies/{BRIEF}/",
    "list of needs": "needs/",
    "need": "needs/problem-solving/",
    "group of needs": "needs/developing-skills/",
    "list of approaches": "approaches/",
    "approach": "approaches/short-course/",
    "gap map": "gap_map/",
    "gap map opened": "gap_map/?needs=changing-behaviours&needs=courses&levels=courses",
    "contribution": "contribute/",
    "contribution for a gap": "contribute/?need=chairing&approach=awayday",
    "self-check": "where_are_we/",
    "self-check, done": "where_are_we/?a=purpose-in-doubt&a=relations-doubt&a=work-teams",
    "comparison without cases": "compare/",
    "comparison of two cases": f"compare/?case={CASE}&case={BRIEF}",
    "comparison of four cases": f"compare/?case={CASE}&case={BRIEF}&case={PLAN}&case={OTHER}&only=differences",
    "comparison with what is not there": f"compare/?case={CASE}&case=nothing",
    "shortlist without cases": "shortlist/",
    "shortlist that was sent": f"shortlist/?case={CASE}&case={PLAN}&case=nothing",
    "list of sheets for a meeting": "meeting_tools/",
    "agenda": "meeting_tools/agenda/",
    "checklist": "meeting_tools/induction-checklist/",
    "questionnaire": "meeting_tools/needs-questionnaire/",
    "learning plan": "meeting_tools/learning-plan/",
    "places": "places/",
    "place": "places/wigan/",
    "library": "resources/",
    "resource": "resources/common-purpose/",
    "glossary": "glossary/",
    "evidence": "about_the_evidence/",
    "privacy": "privacy/",
    "data": "data/",
    "data dictionary": "data/dictionary/",
    "state": "state/",
    "tools": "tools/",
    "about": "about/",
    "what is new": "new/",
    "link builder": "for_guidance/",
    "link builder with filters on": "for_guidance/?need=chairing&need=facilitation&region=north-west",
    "link builder with cases": f"for_guidance/?case={CASE}&case={PLAN}&case=nothing",
    "list of sources": "sources/",
    "source": "sources/findings-2005/",
    "list of guides": "guides/",
    "list of frameworks": "frameworks/",
    "framework as a cycle": "frameworks/life-of-a-partnership/",
    "framework as a grid": "frameworks/who-needs-to-learn-what/",
    "framework as a matrix": "frameworks/issues-and-organisations/",
    "guide": "guides/running-meetings-people-learn-from/",
    "guide with figures and a table": "guides/equality-and-inclusion-in-learning/",
    "guide to the site": "guides/how-the-site-is-built/",
    "numbers": "evidence/",
    "chart": "evidence/what-drives-partnerships/",
    "chart of a proposal": "evidence/costs-of-learning-proposed-in-scotland/",
    "single numbers": "evidence/after-a-facilitation-course/",
    "learn": "learn/",
    "not found": "404.html",
}
WIDTHS = {"wide": 1280, "narrow": 390}


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """The reader's colour scheme."""
    return str(request.param)


@pytest.fixture(params=WIDTHS)
def reader(request: pytest.FixtureRequest, browser: Browser, scheme: str) -> Iterator[BrowserContext]:
    """A browser of some width and colour scheme."""
    viewport = {"width": WIDTHS[request.param], "height": 844}
    # Without motion: axe would measure a colour half-way through a transition.
    context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    yield context
    context.close()


def test_no_page_breaks_a_rule_of_axe_is_too_wide_complains_or_asks_other_hosts(
    reader: BrowserContext, site_url: str
) -> None:
    page = reader.new_page()
    complaints = complaints_of(page, site_url)
    found: dict[str, object] = {}
    too_wide: dict[str, int] = {}
    for kind, address in KINDS.items():
        page.goto(site_url + address)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            too_wide[kind] = over
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        if broken := violations(page):
            found[kind] = broken
    assert (found, too_wide, complaints) == ({}, {}, [])


def test_everything_that_takes_focus_can_be_seen_on_a_phone(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    found = {}
    for kind, address in KINDS.items():
        page.goto(site_url + address)
        for _ in range(30):
            page.keyboard.press("Tab")
            box = page.evaluate(
                "(() => { const r = document.activeElement.getBoundingClientRect();"
                " return [document.activeElement.outerHTML.slice(0, 80), r.left, r.right, r.width, r.height] })()"
            )
            if box[3] < 1 or box[4] < 1 or box[1] < -1 or box[2] > 391:
                found.setdefault(kind, []).append(box)
    context.close()
    assert found == {}


def test_each_page_has_one_title_and_landmarks(page: Page, site_url: str) -> None:
    for kind, address in KINDS.items():
        page.goto(site_url + address)
        assert page.locator("h1").count() == 1, kind
        assert page.locator("main").count() == 1, kind
        expect(page.locator("html")).to_have_attribute("lang", "en-GB")
        assert page.title().strip(" –"), kind
        levels = page.evaluate("[...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(h => +h.tagName[1])")
        assert levels[0] == 1, kind
        assert all(after - before <= 1 for before, after in pairwise(levels)), (kind, levels)


def test_the_first_tab_leads_past_the_header(page: Page, site_url: str) -> None:
    page.goto(site_url + KINDS["case study"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_chosen_colours_are_kept(page: Page, site_url: str) -> None:
    page.goto(site_url)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(site_url + KINDS["need"])
    assert page.evaluate(paper) == dark


class TestWithoutJavaScript:
    """Every page's content is there."""

    @pytest.fixture
    def plain(self, browser: Browser) -> Iterator[Page]:
        context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
        yield context.new_page()
        context.close()

    def test_search_leads_to_the_full_list(self, plain: Page, site_url: str) -> None:
        plain.goto(site_url)
        plain.locator("header [data-search]").click()
        expect(plain).to_have_url(site_url + "case_studies/")
        expect(plain.locator("h1")).to_have_text("All cases", use_inner_text=True)
        plain.wait_for_load_state()
        assert plain.locator(".card").count() >= 18

    def test_the_menu_opens(self, plain: Page, site_url: str) -> None:
        plain.goto(site_url)
        plain.locator("header summary").click()
        plain.locator("header details").get_by_role("link", name="Needs", exact=True).click()
        expect(plain.locator("h1")).to_have_text("Needs", use_inner_text=True)

    def test_a_word_of_the_glossary_opens(self, plain: Page, site_url: str) -> None:
        plain.goto(site_url + KINDS["case study"])
        plain.locator("button.gloss").first.click()
        expect(plain.locator(".gloss__note:popover-open")).to_be_visible()


def test_a_word_of_the_glossary_opens_by_keyboard_and_closes(page: Page, site_url: str) -> None:
    page.goto(site_url + KINDS["case study"])
    word = page.locator("button.gloss").first
    word.focus()
    page.keyboard.press("Enter")
    note = page.locator(".gloss__note:popover-open")
    expect(note).to_be_visible()
    expect(note.get_by_role("link", name="In the glossary")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".gloss__note:popover-open")).to_have_count(0)
    expect(word).to_be_focused()

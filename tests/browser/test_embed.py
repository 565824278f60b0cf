"""The card of a case in a frame on another site: one request, any width, the reader's colours, and a way out."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect

from builders import BRIEF, CASE, catalogue
from builders import WITHDRAWN as GONE
from conftest import SUCCESSOR, WITHDRAWN
from whatworks.exports.embeds import files, height

CARD = "blacon-locking-the-park-gate"
PLAN = "hampshire-proposed-learning-programme"
SMALL = {path: text for path, text in files(catalogue(CASE, BRIEF, GONE, site="https://example.org/"))}


def framed(context: BrowserContext, url: str, id: str) -> tuple[Page, FrameLocator, list[str]]:
    """A page of another site with a card, the card, and what was asked for."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(
        f'<h1>Guidance</h1><iframe src="{url}embed/{id}/" title="A case" width="300" height="400"></iframe>'
    )
    page.wait_for_load_state("networkidle")
    return page, page.frame_locator("iframe"), asked


def test_a_card_takes_one_request_and_leads_out_of_its_frame(context: BrowserContext, site_url: str) -> None:
    page, card, asked = framed(context, site_url, CARD)
    assert asked == [f"{site_url}embed/{CARD}/"]
    card.get_by_role("link").click()
    page.wait_for_url(f"{site_url}case_studies/{CARD}/")
    expect(page.locator("h1")).to_have_text(
        "Residents and agencies get a park gate locked, and crime falls", use_inner_text=True
    )


def test_a_card_is_whole_in_the_narrowest_frame_at_the_height_that_is_offered(
    browser: Browser, site: Path, site_url: str
) -> None:
    context = browser.new_context(viewport={"width": 240, "height": 200})
    page, found = context.new_page(), {}
    listed = json.loads((site / "data/v1/citations/case_studies.json").read_text(encoding="utf-8"))
    for one in listed:
        page.goto(f"{site_url}{one['embed']['address'].lstrip('/')}")
        wide, high = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        if wide > 240 or high > one["embed"]["height"]:
            found[one["id"]] = (wide, high, one["embed"]["height"])
    context.close()
    assert len(listed) > 100
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, withdrawn_url: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for id in (CARD, PLAN, WITHDRAWN):
        page.goto(f"{withdrawn_url}embed/{id}/")
        # axe takes an unpainted page for white; this paints it in the colour that it has.
        page.evaluate("document.documentElement.style.backgroundColor = 'Canvas'")
        violations = Axe().run(page).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []
        assert page.locator("h2[aria-level='1']").count() == page.get_by_role("main").count() == 1
        expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    context.close()


def test_a_card_follows_the_reader_s_colours(browser: Browser, site_url: str) -> None:
    inks = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        _, card, _ = framed(context, site_url, CARD)
        inks.append(card.locator("body").evaluate("one => getComputedStyle(one).color"))
        context.close()
    assert inks == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_a_withdrawn_case_says_so_on_its_card(browser: Browser, withdrawn_url: str) -> None:
    context = browser.new_context()
    page, card, _ = framed(context, withdrawn_url, WITHDRAWN)
    told = card.locator("main").inner_text()
    assert "Withdrawn on 20 November 2026. It told the same story as another record. Read instead: " in told
    assert "What changed" not in told
    card.get_by_role("link").last.click()
    page.wait_for_url(f"{withdrawn_url}case_studies/{SUCCESSOR}/")
    context.close()


def test_a_card_says_what_changed_who_says_so_and_how_it_is_known() -> None:
    text = SMALL["embed/ash-green-coaching/index.html"]
    assert '<link rel="canonical" href="https://example.org/case_studies/ash-green-coaching/">' in text
    assert '<meta name="robots" content="noindex">' in text
    body = text.partition("<main>\n")[2].partition("<p><small><svg")[0]
    assert body == (
        "<p><small>Ash Green, North west · 2002 to 2004</small></p>\n"
        '<h2 aria-level="1"><a href="../../case_studies/ash-green-coaching/" target="_top">'
        "Residents practise before each meeting</a></h2>\n"
        "<p><strong>What changed:</strong> Four residents spoke.</p>\n"
        "<p><strong>Who says so:</strong> A coach</p>\n"
        "<p><strong>How we know:</strong> Measured, as of 2004</p>\n"
    )


def test_a_proposal_and_a_withdrawn_case_are_told_in_words() -> None:
    assert "<strong>A proposal.</strong> In 2004 this was an idea." in SMALL["embed/briar-hill-open-diary/index.html"]
    gone = SMALL["embed/old/index.html"]
    assert "<strong>Withdrawn on 5 November 2026.</strong> Its figures were wrong. Read instead: <a" in gone
    assert "What changed" not in gone


def test_without_the_address_of_the_site_no_canonical_address_is_claimed() -> None:
    assert "canonical" not in dict(files(catalogue()))["embed/ash-green-coaching/index.html"]


def test_more_words_need_more_height() -> None:
    known = catalogue()
    assert height(known, BRIEF) < height(known, CASE) < 500

"""Citing a page as people do, on the real site in a real browser."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

GATE = "blacon-locking-the-park-gate"
PAGES = {
    "case_studies": GATE,
    "guides": "how-the-site-is-built",
    "needs": "problem-solving",
    "approaches": "short-course",
}
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { get() { return undefined } })"


def panel(page: Page, url: str, kind: str = "case_studies") -> Locator:
    """The open panel of a page once its buttons are there."""
    page.goto(f"{url}{kind}/{PAGES[kind]}/")
    found = page.locator("#cite-this-page")
    found.locator("> summary").click()
    expect(found.get_by_role("button").first).to_be_visible()
    return found


def clipboard(page: Page) -> str:
    """What was copied."""
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("kind", PAGES)
def test_each_kind_of_page_gives_its_reference_and_the_texts_of_its_files(
    page: Page, site: Path, site_url: str, kind: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    found = panel(page, site_url, kind)
    told = json.loads((site / f"data/v1/{kind}/{PAGES[kind]}.json").read_text(encoding="utf-8"))
    found.get_by_role("button", name="Copy (Reference)").click()
    expect(page.locator("[data-voice]")).to_have_text("Copied: Reference.")
    assert clipboard(page) == told["reference"]
    assert f"{told['version']}. This page as data names the same version" in found.inner_text()
    for name, ending in (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json")):
        found.get_by_role("button", name=f"Copy ({name})").click()
        expect(page.locator("[data-voice]")).to_have_text(f"Copied: {name}.")
        file = site / f"data/v1/citations/{kind}/{PAGES[kind]}.{ending}"
        assert clipboard(page) == file.read_text(encoding="utf-8").strip()
        with page.expect_download() as download:
            found.get_by_role("link", name=f"Download {name}").click()
        assert download.value.path().read_bytes() == file.read_bytes()


def test_it_works_by_keyboard(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}case_studies/{GATE}/")
    found = page.locator("#cite-this-page")
    expect(found.locator("button")).to_have_count(4)
    found.locator("> summary").focus()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(found.locator(".tools__said").first).to_have_text("Copied.")
    assert clipboard(page).startswith(
        "What Works (2026) Residents and agencies get a park gate locked, and crime falls."
    )
    for key in ("Tab", "Tab", "Enter"):  # the data, BibTeX
        page.keyboard.press(key)
    expect(found.locator("pre").first).to_be_visible()


def test_the_reader_s_day_is_added_where_there_is_an_address(browser: Browser, withdrawn_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time("2031-03-04T12:00:00")
    found = panel(page, withdrawn_url)
    where = f"https://example.org/what-works/case_studies/{GATE}/"
    expect(found.locator(".citing__text")).to_contain_text(f". Available at: {where} (Accessed: 4 March 2031).")
    assert "Accessed" not in "".join(found.locator("pre").all_text_contents())
    context.close()


def test_where_the_clipboard_is_refused_the_text_is_selected(page: Page, site_url: str) -> None:
    page.add_init_script(NO_CLIPBOARD)
    found = panel(page, site_url)
    found.get_by_role("button", name="Copy (RIS)").click()
    refused = "Your browser refused the clipboard. The text is selected: copy it from there."
    expect(page.locator("[data-voice]")).to_have_text(refused)
    assert str(page.evaluate("String(getSelection())")).startswith("TY  - ELEC\nID  - what-works-case-blacon")


def test_without_javascript_the_texts_and_files_are_there(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}needs/problem-solving/")
    found = page.locator("#cite-this-page")
    found.locator("> summary").click()
    expect(found.locator(".citing__text")).to_have_text(re.compile(r"^What Works \(2026\) Problem solving\. Need "))
    expect(found.get_by_role("link", name="Download")).to_have_count(3)
    expect(found.get_by_role("button")).to_have_count(0)
    found.locator("summary", has_text="BibTeX").click()
    expect(found.locator("pre").first).to_have_text(re.compile("^@misc{what-works-need-problem-solving,"))
    context.close()


def test_paper_leaves_it_out(page: Page, site_url: str) -> None:
    found = panel(page, site_url)
    page.emulate_media(media="print")
    expect(found).to_be_hidden()
    expect(page.locator(".identity")).to_be_visible()

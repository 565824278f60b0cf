"""The sheets for the next meeting: on paper, without JavaScript, and the learning plan filled in and taken away."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect
from striprtf.striprtf import rtf_to_text

from browser.axe import violations
from browser.test_search import ask
from test_documents import real
from whatworks.pages.privacy import kept

KEY, SHORTLIST = "what-works-plan", "what-works-shortlist"
WIGAN, GATE = "wigan-residents-train-each-other", "blacon-locking-the-park-gate"
SHEETS = {"agenda": 2, "induction-checklist": 1, "learning-plan": 2, "needs-questionnaire": 2}
PLAN = {
    "heading": {"Partnership": "Ash Green"},
    "fields": {"aims": "Speak up.\nListen."},
    "rows": [{"need": "Confidence to engage", "approach": "Coaching", "case": WIGAN, "cost": "£500 & a room"}],
}
ODD = [
    "plain",
    r"back\slash {braces} \par \u8364?",
    "£500, naïve café, “quotes”, dash – and …",
    "雪 and 🎉 and e\u0301 and \u05d0",
    "first\nsecond\r\nthird\rfourth",
    "tab\tand \x00\x07\x7f\x85 controls",
    "\uffff \ue000 \u2028line \u200b",
    "'~'`^*|;,",
]


def address(site_url: str, id: str = "learning-plan", query: str = "") -> str:
    """Where a sheet stands."""
    return f"{site_url}meeting_tools/{id}/{query}"


def keeping(page: Page, site_url: str, **values: Any) -> Page:
    """A device that keeps a plan and a shortlist."""
    page.goto(f"{site_url}404.html")
    for key, value in values.items():
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"what-works-{key}", json.dumps(value)])
    return page


def opened(page: Page, site_url: str, query: str = "") -> Page:
    """The page of the plan once it can be filled in."""
    page.goto(address(site_url, query=query))
    expect(page.get_by_role("button", name="Download as a document")).to_be_visible()
    return page


def in_store(page: Page) -> Any:
    """What the device keeps of the plan."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def row(page: Page, number: int) -> Locator:
    """A row of the plan."""
    return page.get_by_role("group", name=f"Row {number}")


def read(file: str) -> str:
    """The text of a file of Rich Text; two halves of a character, which the program leaves apart, are joined."""
    return rtf_to_text(file).encode("utf-16", "surrogatepass").decode("utf-16")


def expected(text: str) -> str:
    """A text as Rich Text keeps it: without control characters, with one kind of line end."""
    lines = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text)
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", lines)


WRITE = """texts => texts.map((text) => own.rtf([
  { kind: "title", text: "T" },
  { kind: "pair", label: "L", text },
  { kind: "table", head: ["A", "B"], rows: [[text, "b"]] },
]))"""


def read_back(run: Any, texts: list[str]) -> None:
    """Writes each text as a paragraph and in a table, and reads the files with another program."""
    for text, file in zip(texts, run("plan/rtf", WRITE, texts), strict=True):
        assert file.isascii()
        assert file.count("{") - file.count("\\{") == file.count("}") - file.count("\\}")
        assert read(file).strip("\n") == f"T\nL: {expected(text)}\nA|B|\n{expected(text)}|b|".strip("\n")


def test_odd_texts_are_read_back_from_rich_text(run: Any) -> None:
    read_back(run, ODD)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=10, max_size=20))
def test_any_text_is_read_back_from_rich_text(run: Any, texts: list[str]) -> None:
    read_back(run, texts)


def test_half_a_character_becomes_the_sign_for_an_unknown_one(run: Any) -> None:
    code = r'() => [own.escaped("a\uD83Cb"), own.escaped("\uDF89"), own.escaped("\uD83C\uDF89")]'
    assert run("plan/rtf", code) == [r"a\u-3?b", r"\u-3?", r"\u-10180?\u-8311?"]


def test_a_plan_that_was_kept_is_read_as_far_as_it_can_be(run: Any) -> None:
    sheet = {
        "title": "T",
        "heading": ["Who"],
        "parts": [{"kind": "lines", "fields": [{"id": "aims"}]}, {"kind": "columns", "fields": [{"id": "need"}]}],
    }
    good = {"heading": {"Who": "a"}, "fields": {"aims": "b"}, "rows": [{"need": "c"}]}
    empty: dict[str, Any] = {"heading": {}, "fields": {}, "rows": []}
    worse = {"heading": {"Who": 3, "x": "y"}, "fields": [], "rows": [{"need": "c", "z": "z"}, 4, None], "more": 1}
    code = "([sheet, ...values]) => values.map((value) => own.cleaned(sheet, value))"
    found = run("plan/plan", code, [sheet, good, None, "text", [], worse, {"rows": {}}])
    assert found == [good, empty, empty, empty, {**empty, "rows": [{"need": "c"}, {}, {}]}, empty]


def test_the_plan_is_filled_in_by_keyboard_and_kept(page: Page, site_url: str) -> None:
    opened(page, site_url)
    expect(page.locator("[data-sheet]")).to_be_hidden()
    page.get_by_label("Our aims").focus()
    page.keyboard.type("Run better meetings.")
    row(page, 1).get_by_label("Need").focus()
    page.keyboard.type("Chairing")
    page.keyboard.press("Tab")
    page.keyboard.type("New chairs")
    page.get_by_role("button", name="Add a row", exact=True).focus()
    page.keyboard.press("Enter")
    expect(row(page, 2).get_by_label("Need")).to_be_focused()
    page.keyboard.type("Facilitation skills")
    wanted = {
        "heading": {},
        "fields": {"aims": "Run better meetings."},
        "rows": [{"need": "Chairing", "who": "New chairs"}, {"need": "Facilitation skills"}],
    }
    assert in_store(page) == wanted
    page.reload()
    expect(row(page, 2).get_by_label("Need")).to_have_value("Facilitation skills")
    expect(page.get_by_label("Our aims")).to_have_value("Run better meetings.")
    page.get_by_role("button", name="Remove row 1").press("Enter")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert [one["need"] for one in in_store(page)["rows"]] == ["Facilitation skills"]
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove row 1")).to_be_focused()
    assert in_store(page) == wanted


def test_a_plan_starts_from_the_shortlist(page: Page, site_url: str) -> None:
    keeping(page, site_url, shortlist=[{"id": WIGAN, "note": "Ask the college."}, {"id": GATE, "note": ""}])
    page.goto(f"{site_url}shortlist/")
    page.get_by_role("link", name="Start your plan from the shortlist").click()
    expect(page.locator(".plan__tools .tools__said")).to_have_text("2 rows added from your shortlist.")
    expect(page).to_have_url(address(site_url))
    assert [one["case"] for one in in_store(page)["rows"]] == [WIGAN, GATE]
    expect(row(page, 1).get_by_label("What we will do")).to_have_value("Ask the college.")
    assert row(page, 1).get_by_label("Need").input_value() != ""
    expect(row(page, 2).get_by_label("Case")).to_have_value(GATE)
    page.get_by_role("button", name="Add a row for each case on your shortlist").click()
    expect(page.locator(".plan__tools .tools__said")).to_have_text(
        "Your shortlist has no case that the plan does not name."
    )
    assert len(in_store(page)["rows"]) == 2


def test_paper_has_the_plan_with_ids_and_citations(page: Page, site: Path, site_url: str) -> None:
    keeping(page, site_url, plan=PLAN, shortlist=[{"id": WIGAN, "note": "Two evenings."}])
    opened(page, site_url)
    told = json.loads((site / f"data/v1/case_studies/{WIGAN}.json").read_text(encoding="utf-8"))
    expect(page.locator(".paper-plan")).to_contain_text(told["cite_as"])
    page.emulate_media(media="print")
    words = page.locator(".paper-plan").inner_text()
    assert "Partnership: Ash Green" in words
    assert "Our aims: Speak up.\nListen." in words
    assert "Where we stand: Not filled in yet" in words
    assert f"{told['title']} ({WIGAN})" in words
    assert "What we wrote about it: Two evenings." in words
    expect(page.locator("[data-sheet]:visible, .plan:visible, button:visible, .masthead:visible")).to_have_count(0)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 2


def test_the_plan_is_taken_away_as_rich_text(page: Page, site: Path, site_url: str) -> None:
    keeping(page, site_url, plan=PLAN)
    opened(page, site_url)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as a document").click()
    assert waiting.value.suggested_filename == "learning-plan.rtf"
    text = read(Path(waiting.value.path()).read_text(encoding="ascii"))
    told = json.loads((site / f"data/v1/case_studies/{WIGAN}.json").read_text(encoding="utf-8"))
    lines = text.splitlines()
    assert lines[:2] == ["A learning plan for your partnership", "Partnership: Ash Green"]
    assert "Our aims: Speak up.\nListen." in text
    assert f"Confidence to engage||Coaching|{told['title']} ({WIGAN})|£500 & a room||||" in text
    assert f"{told['title']}: {told['cite_as']}" in lines
    expect(page.locator(".plan__tools .tools__said")).to_have_text(
        "Downloaded: learning-plan.rtf. Word processors open it."
    )


def test_a_saved_copy_is_opened_again_and_a_deleted_plan_comes_back(page: Page, site_url: str) -> None:
    keeping(page, site_url, plan=PLAN)
    opened(page, site_url)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save a copy").click()
    page.get_by_role("button", name="Delete this plan").click()
    assert in_store(page) is None
    expect(page.get_by_label("Our aims")).to_have_value("")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    assert in_store(page) == PLAN
    page.get_by_role("button", name="Delete this plan").click()
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(files=[{"name": "a.json", "mimeType": "application/json", "buffer": b"[1"}])
    said = page.locator(".plan__tools .tools__said")
    expect(said).to_have_text("This file is not a saved plan.")
    chooser.set_input_files(waiting.value.path())
    expect(said).to_contain_text("The saved plan is open.")
    assert in_store(page) == PLAN


def test_where_nothing_can_be_kept_the_page_says_so(page: Page, site_url: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused'); };")
    opened(page, site_url)
    page.get_by_label("Our aims").fill("Here and now.")
    expect(page.locator(".notice--warn:not(.overdue)")).to_contain_text(
        "your plan lasts only until you leave this page"
    )
    expect(page.locator(".paper-plan")).to_contain_text("Our aims: Here and now.")


def test_the_page_says_what_the_device_keeps(page: Page, site_url: str) -> None:
    opened(page, site_url)
    own = kept(KEY)
    expect(page.locator(".kept-note")).to_contain_text(f"{own.what} It keeps this until {own.until}.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_plan_that_is_filled_in(browser: Browser, site_url: str, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme, reduced_motion="reduce")
    page = opened(keeping(context.new_page(), site_url, plan=PLAN, shortlist=[{"id": GATE, "note": ""}]), site_url)
    page.get_by_role("button", name="Add a row", exact=True).click()
    page.get_by_role("button", name="Remove row 1").click()
    found = violations(page)
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert found == []
    assert over == 0


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("id", SHEETS)
def test_without_javascript_a_sheet_prints_and_its_document_is_there(
    plain: Page, site: Path, site_url: str, id: str
) -> None:
    plain.goto(address(site_url, id))
    tool = next(one for one in real().meeting_tools if one.id == id)
    words = plain.locator("[data-sheet]").inner_text()
    assert [item.text for part in tool.parts for item in part.items if item.text not in words] == []
    expect(plain.locator(".sheet-by-hand")).to_contain_text("Word document")
    link = plain.get_by_role("link", name="Word document, blank")
    expect(link).to_have_attribute("href", f"../../downloads/{id}.docx")
    assert (site / f"downloads/{id}.docx").read_bytes()[:2] == b"PK"
    pages = re.findall(rb"/Type\s*/Page\b", plain.pdf(format="A4", prefer_css_page_size=True))
    assert len(pages) == SHEETS[id]
    plain.emulate_media(media="print")
    expect(plain.locator("[data-sheet]")).to_be_visible()
    expect(plain.locator("h1:visible, .masthead:visible, .reasons:visible, a:visible")).to_have_count(0)


def test_a_sheet_is_found_by_search_and_on_the_page_of_tools(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}tools/")
    page.locator("main").get_by_role("link", name="Agenda", exact=True).click()
    expect(page).to_have_url(address(site_url, "agenda"))
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(ask(page, "checklist for a new member").first).to_contain_text("Checklist for welcoming a new member")

"""Frameworks in a browser: nothing overflows its box, in any font; one drawing is shown; the table can be copied."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from whatworks.loading import load

IDS = [one.id for one in load(Path(__file__).resolve().parents[2]).catalogue.frameworks]
WIDTHS = {"wide": 1280, "narrow": 390}
# One of the widest fonts, and whatever the page has.
FONTS = ["", '"DejaVu Sans"']
SPILLING = """() => {
  const shown = [...document.querySelectorAll("svg.drawing")].filter((one) => one.getBoundingClientRect().width > 0);
  const inside = (inner, outer) => inner.x >= outer.x - 0.5 && inner.y >= outer.y - 0.5
    && inner.x + inner.width <= outer.x + outer.width + 0.5 && inner.y + inner.height <= outer.y + outer.height + 0.5;
  const spilling = [];
  let texts = 0;
  for (const drawing of shown) {
    const whole = drawing.viewBox.baseVal;
    for (const text of drawing.querySelectorAll("text")) {
      const box = text.parentNode.querySelector(":scope > :is(rect, circle)");
      const frame = box ? box.getBBox() : whole;
      // A number fills its disc; only its width is of interest there.
      const own = text.getBBox();
      const inner = box?.tagName === "circle" ? { x: own.x, width: own.width, y: frame.y, height: 0 } : own;
      texts += 1;
      if (!inside(inner, frame) || !inside(frame, whole)) spilling.push(text.textContent);
    }
  }
  return { shown: shown.map((one) => one.getAttribute("class")), texts, spilling };
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows_its_box_in_any_font(width: str, browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 844})
    page, found = context.new_page(), {}
    for id in IDS:
        page.goto(f"{site_url}frameworks/{id}/")
        for font in FONTS:
            name = "--sans" if font else "--none"
            page.evaluate("([name, font]) => document.documentElement.style.setProperty(name, font)", [name, font])
            page.evaluate("font => font && document.documentElement.style.setProperty('--serif', font)", font)
            seen = page.evaluate(SPILLING)
            assert seen["shown"] == [f"drawing drawing--{width}"], id
            assert seen["texts"] > 5, id
            if seen["spilling"]:
                found[id, font] = seen["spilling"]
    context.close()
    assert found == {}


def test_the_table_can_be_copied(browser: Browser, site_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site_url}frameworks/issues-and-organisations/")
    page.get_by_role("button", name="Copy the table").click()
    expect(page.get_by_role("status").filter(has_text="Table copied.")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[1] == "Issue\t1\t2\t3\t4\t5\tHow many"
    assert lines[-1] == "Issue E\tNo\tNo\tYes\tYes\tNo\t2 of 5"
    context.close()


def test_a_refused_clipboard_is_told(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}frameworks/issues-and-organisations/")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy the table").click()
    told = "Your browser refused the clipboard. Select the table instead."
    expect(page.get_by_role("status").filter(has_text=told)).to_be_visible()


def test_without_a_script_the_table_and_the_drawing_are_there(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}frameworks/life-of-a-partnership/")
    expect(page.get_by_role("img", name="The life of a partnership")).to_be_visible()
    expect(page.get_by_role("table", name="The five stages, their signs and what tends to help")).to_be_visible()
    expect(page.get_by_text("Copy the table")).to_have_count(0)
    context.close()

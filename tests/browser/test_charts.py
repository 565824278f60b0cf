"""The numbers and the guides as people see them: charts in any width and colours, single figures, and paper."""

import pytest
from playwright.sync_api import Browser, Page, expect

# The longest labels, most groups, longest values, longest bars.
CHARTS = (
    *("what-holds-partnerships-back", "needs-seen-in-strategic-partnerships", "who-was-interviewed-by-role"),
    *("costs-of-learning-proposed-in-scotland", "lsp-boards-listening-to-community-members"),
)
OUTSIDE = """() => {
  const chart = document.querySelector(".drawn > .chart");
  const { left, right, top, bottom } = chart.closest("figure").getBoundingClientRect();
  return [...chart.querySelectorAll("text, path")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.left < left || box.right > right || box.top < top || box.bottom > bottom;
  }).map((one) => one.textContent || one.outerHTML);
}"""
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".drawn text")].map((one) => one.getBoundingClientRect());
  return boxes.filter((one, at) => at && one.top < boxes[at - 1].bottom - 6 && one.left < boxes[at - 1].right).length;
}"""
FILL = "getComputedStyle(document.querySelector('.chart .bar')).fill"
ACCENT = "getComputedStyle(document.querySelector('.prose h2 ~ p a')).color"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_of_a_chart_runs_out_of_it_or_over_other_words(browser: Browser, site_url: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    found = {}
    for id in CHARTS:
        page.goto(f"{site_url}evidence/{id}/")
        found[id] = page.evaluate(OUTSIDE), page.evaluate(OVERLAPS)
    context.close()
    assert found == dict.fromkeys(CHARTS, ([], 0))


def test_bars_take_the_colours_of_the_reader(page: Page, site_url: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # a link takes its new colour by and by
    page.goto(f"{site_url}evidence/barriers-to-learning/")
    light = page.evaluate(FILL)
    assert light == page.evaluate(ACCENT)
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(FILL) == page.evaluate(ACCENT) != light


def test_a_chart_has_a_name_and_says_where_its_values_stand_as_text(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}evidence/barriers-to-learning/")
    chart = page.get_by_role("img", name="What kept people from learning")
    expect(chart).to_have_accessible_name(
        "What kept people from learning A bar for each value. The table below tells the same."
    )


def test_a_guide_leads_to_the_one_figure_that_it_quotes(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}guides/equality-and-inclusion-in-learning/")
    page.get_by_role("link", name="39%: Made sure that venues were accessible").click()
    row = page.locator("tr:target")
    expect(row).to_contain_text("Made sure that venues were accessible")
    expect(row).to_be_in_viewport()


def test_on_paper_questions_leave_room_to_write(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}guides/running-meetings-people-learn-from/")
    room = "parseFloat(getComputedStyle(document.querySelector('.questions > li')).paddingBottom)"
    assert page.evaluate(room) == 0
    page.emulate_media(media="print")
    assert page.evaluate(room) > 35
    expect(page.get_by_role("heading", name="Questions to ask")).to_be_visible()
    expect(page.get_by_role("heading", name="More cases")).to_be_hidden()

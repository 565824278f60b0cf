"""The gap map as people use it, on the real site in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.devices import PHONE
from whatworks.catalogue import Catalogue
from whatworks.gaps import Cell, opened
from whatworks.pages.gap_map import Map, maps

OPEN = "needs=changing-behaviours&needs=courses&levels=courses"


@pytest.fixture(scope="module")
def needs(known: Catalogue) -> Map:
    """The table of needs and approaches."""
    return maps(known)[0]


@pytest.fixture
def gaps(page: Page, site_url: str) -> Page:
    """The gap map with nothing opened."""
    page.goto(f"{site_url}gap_map/")
    expect(page.locator(".gap__open").first).to_be_visible()
    return page


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Page]:
    """The gap map on a phone."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site_url}gap_map/")
    yield page
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A wide window without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def query(page: Page) -> str:
    """The query of the address."""
    return page.url.partition("?")[2]


def shown(page: Page, table: str, axis: str) -> list[str]:
    """The ids of the rows or columns of a table that can be seen."""
    nodes = "tbody tr" if axis == "rows" else "thead th"
    found: list[str] = page.evaluate(
        "at => [...document.querySelectorAll(at)].filter(one => !one.hidden).map(one => one.dataset.term)",
        f"[data-gap={table}] {nodes}",
    )
    return found


def cell(page: Page, table: str, row: str, column: str) -> Locator:
    """The cell of two terms."""
    at = page.evaluate(
        "([table, column]) => [...document.querySelectorAll(`[data-gap=${table}] thead th`)]"
        ".findIndex(one => one.dataset.term === column)",
        [table, column],
    )
    return page.locator(f"[data-gap={table}] tr[data-term={row}] td").nth(at)


def words(one: Cell, evidence: list[str], empty: str) -> str:
    """What a cell should say."""
    proposals = f"{one.proposals} proposal{'s' if one.proposals > 1 else ''}, no evidence" if one.proposals else ""
    if not one.cases:
        return " ".join(part for part in (proposals, f"{empty}. Tell us") if part)
    silent = "Tells of no outcome" if one.cases == 1 else "None tells of an outcome"
    known = f"Strongest: {evidence[one.strongest - 1]}" if one.strongest else silent
    return f"{one.cases} case{'s' if one.cases > 1 else ''} {'. '.join(part for part in (known, proposals) if part)}"


def test_the_top_levels_are_shown_first(gaps: Page, known: Catalogue) -> None:
    lists = known.vocabularies
    assert shown(gaps, "needs", "rows") == [term.id for term in lists["needs"].top()]
    assert shown(gaps, "needs", "columns") == [term.id for term in lists["approaches"].top()]
    assert shown(gaps, "levels", "columns") == [term.id for term in lists["outcome_levels"]]
    expect(gaps.locator(".gap__list:visible")).to_have_count(0)


def test_a_group_opens_and_closes_and_the_focus_stays(gaps: Page, known: Catalogue) -> None:
    button = gaps.get_by_role("button", name="7 more under Changing behaviours")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_be_focused()
    inner = [term.id for term in known.vocabularies["needs"].narrower("changing-behaviours")]
    rows = shown(gaps, "needs", "rows")
    at = rows.index("changing-behaviours") + 1
    assert rows[at : at + len(inner)] == inner
    assert query(gaps) == "needs=changing-behaviours"
    expect(gaps.get_by_role("status").first).to_have_text("Changing behaviours opened.")
    button.click()
    assert len(shown(gaps, "needs", "rows")) == 4
    assert query(gaps) == ""
    expect(gaps.get_by_role("status").first).to_have_text("Changing behaviours closed.")


def test_every_cell_of_both_tables_says_what_the_core_knows(page: Page, site_url: str, known: Catalogue) -> None:
    evidence = [term.label.lower() for term in known.vocabularies["evidence"]]
    tables = maps(known)
    groups = {one.id: [*one.grid.rows.top(), *one.grid.columns.top()] for one in tables}
    page.goto(f"{site_url}gap_map/?{'&'.join(f'{id}={term.id}' for id, terms in groups.items() for term in terms)}")
    for one in tables:
        found = page.evaluate(
            "id => [...document.querySelectorAll(`[data-gap=${id}] tbody tr`)].map(row =>"
            " [...row.querySelectorAll('td')].map(cell =>"
            " [cell.textContent.trim().replace(/\\s+/g, ' '), cell.className]))",
            one.id,
        )
        expected = [
            [
                [words(at, evidence, one.empty_words), f"shade-{at.shade}"]
                for at in (one.grid.cell(row, column) for column in opened(one.grid.columns))
            ]
            for row in opened(one.grid.rows)
        ]
        assert found == expected, one.id


def test_cells_lead_where_the_core_says(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(f"{site_url}gap_map/?{OPEN}")
    for one in maps(known):
        for row in [term for term in opened(one.grid.rows) if term.id in shown(page, one.id, "rows")]:
            links = page.evaluate(
                "([table, row]) => [...document.querySelectorAll(`[data-gap=${table}] tr[data-term=${row}] td`)]"
                ".map(cell => [...cell.querySelectorAll('a')].map(link => link.href))",
                [one.id, row.id],
            )
            for column, found in zip(opened(one.grid.columns), links, strict=True):
                at = one.grid.cell(row, column)
                expected = [one.known(row, column)] if at.cases or at.proposals else []
                expected += [] if at.cases else [one.missing(row, column)]
                assert found == [site_url + link.removeprefix("/") for link in expected], (row.id, column.id)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("problem-solving", "short-course"),
        ("problem-solving", "courses"),
        ("changing-behaviours", "short-course"),
    ],
)
def test_a_number_leads_to_as_many_cases_with_their_reasons(page: Page, site_url: str, row: str, column: str) -> None:
    page.goto(f"{site_url}gap_map/?{OPEN}")
    link = cell(page, "needs", row, column).locator("a")
    count = int(link.inner_text().split()[0])
    link.click()
    page.wait_for_url("**/#*")
    group = page.locator(f"#{page.url.partition('#')[2]}")
    expect(group).to_be_in_viewport()
    titles = set(group.locator(".reasons__link a").all_inner_texts())
    assert len(titles) == count
    assert all(len(how) > 20 for how in group.locator(".reasons__how").all_inner_texts())


def test_a_level_leads_to_as_many_cases_in_the_finder(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(f"{site_url}gap_map/?{OPEN}")
    for row in ("short-course", "courses"):
        link = cell(page, "levels", row, "learning").locator("a")
        count = int(link.inner_text().split()[0])
        link.click()
        expect(page.get_by_role("status").first).to_have_text(f"{count} of {len(known.listed)} cases")
        page.go_back()
        expect(page.locator(".gap__open").first).to_be_visible()


def test_an_empty_cell_leads_to_the_page_for_exactly_that(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}gap_map/?needs=developing-skills&needs=meeting-to-think")
    cell(page, "needs", "chairing", "awayday").get_by_role(
        "link", name="Nothing yet. Tell us: Chairing, Awayday"
    ).click()
    expect(page).to_have_url(f"{site_url}contribute/?need=chairing&approach=awayday")
    words = "What is missing: a case that met the need “Chairing” with the approach “Awayday”."
    expect(page.locator("[data-missing]")).to_have_text(words)
    page.goto(f"{site_url}contribute/?approach=one-to-one&level=community")
    words = "What is missing: a case with the approach “One to one” with an outcome at the level “Community”."
    expect(page.locator("[data-missing]")).to_have_text(words)


@pytest.mark.parametrize("asked", ["", "?need=nothing&colour=red"])
def test_the_contribution_page_asks_for_nothing_that_it_does_not_know(page: Page, site_url: str, asked: str) -> None:
    page.goto(f"{site_url}contribute/{asked}")
    expect(page.get_by_role("heading", name="What happens next")).to_be_visible()
    expect(page.locator("[data-missing]")).to_be_hidden()


def test_a_link_opens_its_groups_and_back_closes_them(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}gap_map/?needs=courses&needs=changing-behaviours&needs=nothing")
    expect(page.locator(".gap__notice")).to_contain_text("what is no group here: nothing.")
    assert "short-course" in shown(page, "needs", "columns")
    page.get_by_role("button", name="6 more under Courses and programmes").nth(1).click()
    assert query(page) == OPEN
    expect(page.locator(".gap__notice")).to_be_hidden()
    page.go_back()
    assert "short-course" not in shown(page, "levels", "rows")
    assert "short-course" in shown(page, "needs", "columns")


def test_everything_works_by_keyboard(gaps: Page) -> None:
    button = gaps.get_by_role("button", name="8 more under Building the knowledge base")
    button.focus()
    gaps.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    for _ in range(8):
        gaps.keyboard.press("Tab")
    expect(cell(gaps, "needs", "building-the-knowledge-base", "building-it-in").locator("a")).to_be_focused()
    gaps.keyboard.press("Tab")
    gaps.keyboard.press("Enter")
    gaps.wait_for_url("**/needs/using-evidence/")


def test_tables_scroll_in_their_own_box_with_heads_that_stay(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}gap_map/?{OPEN}&needs=meeting-to-think")
    box = page.get_by_role("region", name="Table: Needs and approaches")
    assert box.evaluate("one => one.scrollWidth > one.clientWidth && one.scrollHeight > one.clientHeight")
    box.evaluate("one => one.scrollTo(300, 200)")
    heads = "[data-gap=needs] :is(thead th, tr[data-term=changing-behaviours] > th)"
    frame = box.bounding_box() or {}
    first, last = page.locator(heads).first.bounding_box() or {}, page.locator(heads).last.bounding_box() or {}
    assert abs(first["y"] - frame["y"]) < 3
    assert abs(last["x"] - frame["x"]) < 3
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_a_phone_it_is_a_list(phone: Page, site_url: str) -> None:
    expect(phone.locator("table:visible")).to_have_count(0)
    group = phone.locator("[data-gap=needs] .gap__list details", has_text="Changing behaviours").first
    group.locator("summary").click()
    entry = group.locator("li", has_text="Problem solving").first.locator(".gap__entry", has_text="Short course")
    expect(entry).to_be_visible()
    entry.locator("a").click()
    expect(phone).to_have_url(f"{site_url}needs/problem-solving/#short-course")


def test_the_list_holds_all_that_is_known(phone: Page, needs: Map) -> None:
    leaves = [(row, column) for row in opened(needs.grid.rows) for column in opened(needs.grid.columns)]
    filled = [pair for pair in leaves if pair[0].broader and pair[1].broader and needs.grid.cell(*pair) != Cell()]
    assert phone.locator("[data-gap=needs] .gap__entry").count() == len(filled) > 150


def test_without_javascript_the_top_levels_and_the_lists_are_there(plain: Page, site_url: str) -> None:
    plain.goto(f"{site_url}gap_map/?{OPEN}")
    expect(plain.locator("button:visible", has_text="more")).to_have_count(0)
    expect(plain.locator("[data-gap=needs] tbody td:visible")).to_have_count(32)
    group = plain.locator("[data-gap=levels] .gap__list details").first
    group.locator("summary").click()
    expect(group.locator(".gap__entry").first).to_be_visible()
    plain.locator("[data-gap=needs] .gap__missing").first.click()
    expect(plain).to_have_url(f"{site_url}contribute/?need=building-the-knowledge-base&approach=reaching-out")
    expect(plain.locator("h1")).to_have_text("Tell us of a case", use_inner_text=True)
    expect(plain.get_by_role("heading", name="What happens next")).to_be_visible()


def test_on_paper_the_lists_take_the_place_of_the_tables(gaps: Page) -> None:
    gaps.emulate_media(media="print")
    expect(gaps.locator("[data-gap] table:visible")).to_have_count(0)
    expect(gaps.locator(".gap__list:visible")).to_have_count(2)

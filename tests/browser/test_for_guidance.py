"""Making links and texts for guidance as people do, on the real site in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import SUCCESSOR, WITHDRAWN
from whatworks.filters import table
from whatworks.loading import load
from whatworks.pages.find import list_of

ROOT = Path(__file__).resolve().parents[2]
KNOWN = load(ROOT).catalogue
TABLE = table(KNOWN)
GATE = "blacon-locking-the-park-gate"
PLAN = "hampshire-proposed-learning-programme"
WIGAN = "wigan-partnership-learning-culture"
TITLES = {one.id: one.title for one in KNOWN.listed}
KEY = "what-works-shortlist"
BOTH = {"need": ["chairing", "facilitation"], "region": ["north-west"]}
QUERY = "?need=chairing&need=facilitation&region=north-west"
MODULES = "Promise.all(['state', 'texts', 'matching'].map((one) => import(`../assets/js/for_guidance/${one}.js`)))"


@pytest.fixture
def whole(browser: Browser) -> Iterator[Page]:
    """A page on which today is another day, for a site whose address is known."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time("2031-03-04T12:00:00")
    yield page
    context.close()


def opened(page: Page, url: str, query: str = "") -> Page:
    """The page once it has read the address."""
    page.goto(f"{url}for_guidance/{query}")
    expect(page.locator(".builder.is-ready")).to_be_visible()
    return page


def output(page: Page, name: str) -> Locator:
    """One of the texts."""
    return page.get_by_role("textbox", name=name, exact=True)


def text(page: Page, name: str) -> str:
    """What one of the texts says."""
    return output(page, name).input_value()


def status(page: Page) -> str:
    """What the page says of itself."""
    return page.locator(".tools__status").inner_text()


def query(page: Page) -> str:
    """The query of the address."""
    return f"?{urlsplit(page.url).query}" if urlsplit(page.url).query else ""


def quoted(site: Path) -> dict[str, Any]:
    """What the data say of each case."""
    told = json.loads((site / "data/v1/citations/case_studies.json").read_text(encoding="utf-8"))
    return {one["id"]: one for one in told}


def test_filters_become_a_link_that_leads_to_the_same_cases(page: Page, site: Path, site_url: str) -> None:
    opened(page, site_url)
    assert status(page) == "No filter is chosen yet."
    expect(page.locator(".builder__text")).to_have_count(0)
    for facet, label in (("need", "Facilitation skills"), ("region", "North West"), ("need", "Chairing")):
        box = page.locator(f"[data-facet={facet}]")
        if not box.evaluate("one => one.open"):
            box.locator("summary").click()
        box.get_by_label(label).check()
    cases = TABLE.results(BOTH)
    expect(page.locator(".tools__status")).to_have_text(f"{len(cases)} cases")
    assert query(page) == QUERY
    assert text(page, "Permanent link") == f"/find/{QUERY}"
    assert page.get_by_role("textbox", name="Feed of changes").count() == 0  # the address of the site is not set
    told = "What Works (2026) Need: Chairing, Facilitation skills; Region: North West. 2 cases, as of 22 November 2026."
    assert text(page, "Reference, Harvard style") == told
    assert told in text(page, "Text for a document")
    items = text(page, "List for your own site").splitlines()[1:-1]
    data = quoted(site)
    assert [one.partition('href="')[2].partition('"')[0] for one in items] == [
        data[case.id]["address"] for case in KNOWN.listed if case in cases
    ]
    expect(page.get_by_role("textbox", name="Cards for your own site")).to_have_count(0)
    page.goto(f"{site_url}find/{QUERY}")
    expect(page.locator(".card:visible")).to_have_count(len(cases))


def test_back_takes_a_choice_back_and_chips_take_it_off(page: Page, site_url: str) -> None:
    opened(page, site_url, "?region=north-west")
    page.locator("[data-facet=need] summary").click()
    page.locator("[data-facet=need]").get_by_label("Chairing").check()
    expect(output(page, "Permanent link")).to_have_value("/find/?need=chairing&region=north-west")
    page.go_back()
    expect(output(page, "Permanent link")).to_have_value("/find/region/north-west/")
    assert page.locator("[data-facet=need]").get_by_label("Chairing").is_checked() is False
    page.go_forward()
    page.get_by_role("button", name="Remove Region: North West").click()
    expect(output(page, "Permanent link")).to_have_value("/needs/chairing/")
    assert query(page) == "?need=chairing"
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".tools__status")).to_have_text("No filter is chosen yet.")
    expect(page.locator(".tools__status")).to_be_focused()
    assert query(page) == ""


def test_a_single_need_is_cited_as_its_own_page_is(page: Page, site: Path, site_url: str) -> None:
    opened(page, site_url, "?need=chairing")
    told = json.loads((site / "data/v1/needs/chairing.json").read_text(encoding="utf-8"))
    assert text(page, "Reference, Harvard style") == told["reference"]


def test_every_list_of_one_filter_has_the_address_that_the_site_gives_it(page: Page, site_url: str) -> None:
    opened(page, site_url)
    options = [(facet, one) for facet in TABLE.facets for one in facet.options]
    made = page.evaluate(
        f"(all) => {MODULES}.then(([, texts]) => all.map(([facet, id]) => texts.listOf(facet, id)))",
        [[facet.id, one.id] for facet, one in options],
    )
    assert made == [list_of(facet, one) for facet, one in options]


def test_cases_are_picked_by_title_and_by_keyboard(page: Page, site: Path, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, site_url)
    page.get_by_role("radio", name="A list made by filters").focus()
    page.keyboard.press("ArrowRight")
    assert query(page) == "?of=cases"
    assert status(page) == "No case is chosen yet."
    page.keyboard.press("Tab")
    page.keyboard.type("GATE park")
    expect(page.locator(".builder__options li")).to_have_count(1)
    expect(page.locator("[data-voice]")).to_have_text("1 case.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".tools__status")).to_have_text("1 case")
    assert page.evaluate("document.activeElement.value") == GATE
    assert query(page) == f"?case={GATE}"
    told = quoted(site)[GATE]
    assert text(page, "Permanent link") == told["address"]
    assert text(page, "Reference, Harvard style") == told["reference"]
    words = [told["title"], told["summary"], told["caveat"], told["reference"], told["address"]]
    assert text(page, "Text for a document") == "\n\n".join(words)
    assert text(page, "Card for your own site") == (
        f'<iframe src="/embed/{GATE}/" title="{told["title"]}: a case of What Works" width="100%" '
        f'height="{told["embed"]["height"]}" loading="lazy"></iframe>'
    )
    page.get_by_role("button", name="Copy (Text for a document)").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-voice]")).to_have_text("Copied: Text for a document.")
    assert page.evaluate("navigator.clipboard.readText()") == "\n\n".join(words)
    page.go_back()
    expect(page.locator(".tools__status")).to_have_text("No case is chosen yet.")
    expect(page.get_by_role("radio", name="Cases that you pick")).to_be_checked()
    page.go_back()
    expect(page.locator(".tools__status")).to_have_text("No filter is chosen yet.")


def test_cases_on_the_shortlist_are_added(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.evaluate(
        f"localStorage.setItem('{KEY}', JSON.stringify(['{PLAN}', '{GATE}'].map((id) => ({{ id, note: '' }}))))"
    )
    opened(page, site_url, f"?case={WIGAN}&case={GATE}")
    page.get_by_role("button", name="Add those on my shortlist (2)").click()
    expect(output(page, "Permanent link")).to_have_value(f"/shortlist/?case={WIGAN}&case={GATE}&case={PLAN}")
    assert "): A proposal, not evidence. People in Hampshire" in text(page, "List for your own site")
    assert text(page, "Cards for your own site").count("<iframe ") == 3
    page.goto(f"{site_url}shortlist/?case={WIGAN}&case={GATE}&case={PLAN}")
    expect(page.locator(".entry__title")).to_have_text([TITLES[WIGAN], TITLES[GATE], TITLES[PLAN]])


def test_with_the_address_of_the_site_every_address_is_whole(whole: Page, withdrawn_url: str) -> None:
    home = "https://example.org/what-works"
    opened(whole, withdrawn_url, f"?case={GATE}")
    assert text(whole, "Permanent link") == f"{home}/case_studies/{GATE}/"
    where = f"Available at: {home}/case_studies/{GATE}/ (Accessed: 4 March 2031)."
    assert text(whole, "Reference, Harvard style").endswith(where)
    assert text(whole, "Text for a document").endswith(where)
    assert text(whole, "Feed of changes") == f"{home}/feeds/case_studies/{GATE}.atom"
    assert f'<a href="{home}/case_studies/{GATE}/">' in text(whole, "List for your own site")
    assert f'<iframe src="{home}/embed/{GATE}/"' in text(whole, "Card for your own site")
    opened(whole, withdrawn_url, QUERY)
    feeds = [f"{home}/feeds/needs/{one}.atom" for one in ("chairing", "facilitation")]
    assert text(whole, "Feed of changes") == "\n".join(feeds)
    where = f" as of 22 November 2026. Available at: {home}/find/{QUERY} (Accessed: 4 March 2031)."
    assert text(whole, "Reference, Harvard style").endswith(where)
    expect(whole.get_by_text("The address of this site is not set yet")).to_have_count(0)


def test_what_an_address_asks_for_in_vain_is_named(whole: Page, withdrawn_url: str) -> None:
    opened(whole, withdrawn_url, f"?case={WITHDRAWN}&case=nothing&case={SUCCESSOR}&colour=red")
    told = whole.locator(".builder .notice--warn").inner_text()
    assert "It told the same story as another record. Read instead: " in told
    assert "The link asks for what is not here: nothing. The rest of it is on." in told
    assert text(whole, "Permanent link").endswith(f"/case_studies/{SUCCESSOR}/")
    opened(whole, withdrawn_url, "?need=luck&need=chairing")
    assert "The link asks for what is not here: luck." in whole.locator(".builder .notice--warn").inner_text()
    assert text(whole, "Permanent link").endswith("/needs/chairing/")


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("", ""),
        ("?of=cases", "?of=cases"),
        ("?of=filters", ""),
        ("?of=cases&case=b&case=a&case=b", "?case=b&case=a"),
        ("?case=a&need=y", "?case=a"),
        ("?region=z&need=y&need=x&need=x&sort=title&q=word", "?need=x&need=y&region=z"),
        ("?case=nothing", "?of=cases"),
    ],
)
def test_equal_states_have_equal_addresses(page: Page, site_url: str, asked: str, canonical: str) -> None:
    page.goto(f"{site_url}for_guidance/")
    made = page.evaluate(
        f"""(asked) => {MODULES}.then(([state]) => {{
          const offered = {{ facets: new Map([["need", ["x", "y"]], ["region", ["z"]]]), groups: new Map() }};
          const list = {{ listed: [{{ id: "a" }}, {{ id: "b" }}], withdrawn: [] }};
          const once = state.write(state.read(asked, offered, list), offered);
          return [once, state.write(state.read(once, offered, list), offered)];
        }})""",
        asked,
    )
    assert made == [canonical, canonical]


def test_words_of_a_title_or_a_place_are_found_without_capitals_and_accents(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}for_guidance/")
    cases = [{"title": "Café talks", "where": "Wigan"}, {"title": "A park gate", "where": "Blacon, Chester"}]
    for typed, found in (("", [0, 1]), ("CAFE", [0]), ("che park", [1]), ("é", []), ("ate", []), ("wig, tal", [0])):
        made = page.evaluate(
            f"([cases, typed]) => {MODULES}.then(([, , one]) => one.matching(cases, typed))", [cases, typed]
        )
        assert made == [cases[at] for at in found], typed


def test_what_html_takes_for_more_than_a_letter_is_written_out(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}for_guidance/")
    case = {
        "id": "a", "title": 'A & "b" <i>', "where": "C", "years": "2004", "summary": "D < e.", "address": "/a/",
        "embed": {"address": "/e/", "height": 300}, "options": [],
    }  # fmt: skip
    made = page.evaluate(
        f"""(one) => {MODULES}.then(([, texts]) => [texts.list, texts.cards].map((make) => make({{ cases: [one] }},
          {{ site: "https://example.org/" }})))""",
        case,
    )
    title = "A &amp; &quot;b&quot; &lt;i&gt;"
    assert made == [
        f'<ul>\n  <li><a href="https://example.org/a/">{title}</a> (C, 2004): D &lt; e.</li>\n</ul>',
        f'<iframe src="https://example.org/e/" title="{title}: a case of What Works" width="100%" height="300" '
        'loading="lazy"></iframe>',
    ]


def test_where_the_cases_cannot_be_fetched_the_page_says_so(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/data/v1/**", lambda route: route.abort())
    opened(page, site_url)
    assert status(page) == "The cases could not be fetched. Try again when you are connected."
    context.close()


def test_without_javascript_addresses_are_made_by_hand(plain: Page, site_url: str) -> None:
    plain.goto(f"{site_url}for_guidance/")
    expect(plain.locator(".by-hand")).to_contain_text("only with JavaScript, which is switched off in your browser.")
    told = plain.locator("main").inner_text()
    for address in ("/find/?need={id}&approach={id}", "/shortlist/?case={id}&case={id}", '<iframe src="/embed/{id}/"'):
        assert address in told
    lists = plain.locator(".builder__list")
    for at, kind in enumerate(("needs", "approaches")):
        addresses = lists.nth(at).locator("code").all_text_contents()
        assert addresses == [f"/{kind}/{one.id}/" for one in KNOWN.vocabularies[kind]]
    plain.locator("[data-facet=region] summary").click()
    plain.locator("[data-facet=region]").get_by_role("link", name="North West").click()
    expect(plain).to_have_url(f"{site_url}find/region/north-west/")

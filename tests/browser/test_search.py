"""Search as people use it, on the real site in a real browser."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from browser.axe import violations
from browser.fetched import Fetched
from browser.questions import asked, place, rank, success
from whatworks.loading import load

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parents[1] / "search"
QUERIES = yaml.safe_load((FOLDER / "queries.yml").read_text(encoding="utf-8"))
WORDS = yaml.safe_load((FOLDER / "words.yml").read_text(encoding="utf-8"))
LAYER_TWO = re.compile(r"search/(alike|evidence|full_text|might_say)\b")
PARK = "case_studies/blacon-locking-the-park-gate/"
Ask = Callable[[str], Locator]


def box(page: Page) -> Locator:
    """The box to type in."""
    return page.get_by_role("combobox")


def results(page: Page) -> Locator:
    """What was found, in the order of the page."""
    return page.get_by_role("option")


def status(page: Page) -> Locator:
    """What is told to a screen reader."""
    return page.locator(".search").get_by_role("status")


def answered(page: Page, query: str) -> Locator:
    """The results, once both layers have answered."""
    expect(page.locator("#search-results")).to_have_attribute("data-query", query)
    return results(page)


def ask(page: Page, query: str) -> Locator:
    """Types a question into the open dialog."""
    box(page).fill(query)
    return answered(page, query)


@pytest.fixture
def search(page: Page, site_url: str) -> Ask:
    """A page with the dialog open, and the way to ask it."""
    page.goto(site_url)
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    return lambda query: ask(page, query)


def results_of(search: Ask, query: str) -> list[Locator]:
    """What a question finds, one by one."""
    return search(query).all()


def first_three(found: Locator, site_url: str) -> list[str]:
    """The addresses of the first three results."""
    addresses = [one.get_attribute("href") or "" for one in found.all()[:3]]
    return [address.removeprefix(site_url) for address in addresses]


SAMPLES = [sample for sample in QUERIES if sample["kind"] == "reason"]
QUESTIONS = [sample for sample in QUERIES if sample["kind"] != "reason"]


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample["query"] for sample in SAMPLES])
def test_a_question_finds_its_page(search: Ask, site_url: str, sample: dict[str, Any]) -> None:
    found = search(sample["query"])
    best = first_three(found, site_url)
    right = [at for at, address in enumerate(best) if address in sample["pages"]]
    assert right, best
    assert sample["because"] in (found.nth(right[0]).text_content() or "")


@pytest.fixture(scope="module")
def places(browser: Browser, site_url: str) -> dict[str, int]:
    """Where the first right page stands for each question, asked in a page of the site of the modules it uses."""
    page = browser.new_page()
    page.goto(site_url)
    found = asked(page, site_url, [one["query"] for one in QUESTIONS])
    page.close()
    return {one["query"]: place(found[one["query"]], one["pages"]) for one in QUESTIONS}


def test_questions_lead_to_the_pages_that_answer_them(places: dict[str, int]) -> None:
    own = list(places.values())
    assert success(own) >= 0.95, f"success in the first three: {success(own):.3f}"
    assert rank(own) >= 0.85, f"mean reciprocal rank: {rank(own):.3f}"


def test_questions_that_no_tuning_saw_are_answered_nearly_as_well(places: dict[str, int]) -> None:
    """What is held out falls short of the aim for all, most of all the newest: less would be a step back."""
    held = [one for one in QUESTIONS if one["held_out"]]
    for newest, least_success, least_rank in ((False, 0.92, 0.87), (True, 0.88, 0.84)):
        own = [places[one["query"]] for one in held if one.get("newest", False) is newest]
        assert success(own) >= least_success, f"success in the first three: {success(own):.3f}"
        assert rank(own) >= least_rank, f"mean reciprocal rank: {rank(own):.3f}"


def test_a_cold_page_fetches_little(page: Page, site: Path, site_url: str) -> None:
    """At most 110 kB until the first results, gzipped, and 230 kB with those of the full text."""
    fetched = Fetched(page, site, site_url)
    page.goto(site_url)
    page.keyboard.press("/")
    box(page).fill("training for councillors and residents")
    results(page).first.wait_for()
    first = {name: size for name, size in fetched.sizes.items() if not LAYER_TWO.search(name)}
    answered(page, "training for councillors and residents")
    assert any(name.endswith("search/entries.json") for name in first)
    assert any("/full_text/" in name for name in fetched.sizes)
    assert sum(first.values()) <= 110_000
    assert fetched.kilobytes <= 230


def test_there_are_enough_questions_and_a_third_is_held_out() -> None:
    assert len(QUESTIONS) >= 160
    assert sum(one["held_out"] for one in QUESTIONS) >= len(QUESTIONS) // 3


def test_no_question_is_without_results(page: Page, site_url: str) -> None:
    page.goto(site_url)
    found = asked(page, site_url, [one["query"] for one in QUERIES])
    assert [query for query, urls in found.items() if not urls] == []


def test_a_page_of_another_kind_that_has_all_the_words_hides_no_case(page: Page, site_url: str) -> None:
    page.goto(site_url)
    found = asked(page, site_url, [title := "Sustainability Training Manual"])[title]
    assert found[0] == "resources/convention-sustainability-training-manual/"
    assert any(one.startswith("case_studies/") for one in found)


@pytest.mark.usefixtures("search")
def test_every_case_is_found_by_its_title_and_name(page: Page, site_url: str) -> None:
    missed = []
    for case in load(ROOT).catalogue.listed:
        for name in filter(None, (case.title, case.name)):
            box(page).fill(name)
            expect(page.locator("#search-results")).to_have_attribute("data-shown", name)
            best = first_three(results(page), site_url)
            if f"case_studies/{case.id}/" not in best:
                missed.append((name, best))
    assert missed == []


@pytest.mark.parametrize("sample", WORDS, ids=[sample["text"] for sample in WORDS])
def test_text_becomes_the_same_words_on_both_sides(page: Page, site_url: str, sample: dict[str, Any]) -> None:
    page.goto(site_url)
    script = "async ([url, text]) => (await import(url)).words(text)"
    assert page.evaluate(script, [f"{site_url}assets/js/search/words.js", sample["text"]]) == sample["words"]


def test_results_say_kind_place_year_and_reason(search: Ask) -> None:
    first = search("king george fields").first
    expect(first.locator(".result__kind")).to_have_text("Case study")
    expect(first.locator(".result__context")).to_have_text("Blacon, Chester · told in 2005")
    expect(first.locator(".result__why")).to_contain_text("in its name, “King George V Fields”")


def test_found_words_are_marked(search: Ask) -> None:
    expect(search("park gate").first.locator("mark")).to_have_text(["park", "gate"])


def test_partial_matches_say_so(search: Ask, page: Page) -> None:
    search("park zzzqqq")
    expect(page.locator(".search__heading").first).to_have_text("These have some of the words")
    expect(status(page)).to_contain_text("No page has all the words; these have some.")


def test_what_is_known_word_by_word_comes_before_the_full_text(search: Ask, page: Page) -> None:
    search("motorbikes coaching chairs")
    expect(page.locator(".search__heading").first).to_have_text("These have some of the words")


def test_a_page_that_has_the_word_comes_before_a_guess(search: Ask, page: Page) -> None:
    search("vandaline gates")
    expect(page.locator(".search__heading").first).to_have_text("Mentioned in")
    expect(results(page).first.locator(".result__why")).to_contain_text("In the text")


def test_the_full_text_adds_other_pages(search: Ask, page: Page) -> None:
    found = search("Sinfyn")
    expect(page.locator(".search__heading")).to_have_text(["Best matches", "Also mentioned in"])
    addresses = [one.get_attribute("href") for one in found.all()]
    assert len(addresses) == len(set(addresses))


def test_nothing_found_leads_to_the_full_list(search: Ask, page: Page) -> None:
    expect(search("zzzqqq")).to_have_count(0)
    expect(status(page)).to_have_text("Nothing has “zzzqqq”. Try other words. See all cases")
    status(page).get_by_role("link").click()
    expect(page).to_have_url(re.compile("/case_studies/$"))


def test_the_full_text_is_fetched_only_for_a_question(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))
    page.goto(site_url)
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.wait_for_timeout(500)
    assert not [url for url in asked if url.startswith("search/full_text/")]
    ask(page, "Sinfyn")
    assert [url for url in asked if url.startswith("search/full_text/pagefind.js")]


def test_a_word_is_found_while_it_is_typed(search: Ask) -> None:
    expect(search("mainstrea").first).to_contain_text("mainstreaming")


@pytest.mark.parametrize("word", ["facilitatoin", "facilitaion", "faciliitation", "facilitatiom"])
def test_a_slip_is_forgiven(search: Ask, word: str) -> None:
    expect(search(word).first).to_contain_text("Facilitation")


def test_a_short_word_is_not_guessed(search: Ask, page: Page) -> None:
    expect(search("prq")).to_have_count(0)


@pytest.mark.parametrize("word", ["caoch", "couch", "coac", "cooach"])
def test_one_slip_in_a_short_word_is_forgiven(search: Ask, word: str) -> None:
    assert any("oach" in (one.text_content() or "") for one in results_of(search, word)[:3])


def test_a_slip_in_a_half_typed_word_is_forgiven(search: Ask) -> None:
    assert any("acilitat" in (one.text_content() or "") for one in results_of(search, "fasilita")[:3])


def test_what_may_have_been_meant_is_a_button(search: Ask, page: Page) -> None:
    search("fasilitation skills")
    expect(status(page)).to_contain_text("Nothing has “fasilitation”; these have words spelt in a similar way.")
    page.get_by_role("button", name="Did you mean “facilitation skills”?").click()
    expect(box(page)).to_have_value("facilitation skills")
    expect(box(page)).to_be_focused()
    expect(answered(page, "facilitation skills").first).to_contain_text("acilitation")
    expect(status(page).get_by_role("button")).to_have_count(0)


def test_words_in_quotation_marks_stand_one_after_the_other(search: Ask) -> None:
    expect(search('"park gate"').first).to_contain_text("park gate")
    expect(search('"gate park"')).to_have_count(0)


def test_terms_are_suggested_before_cases(search: Ask) -> None:
    first = search("confid").first
    expect(first.locator(".result__kind")).to_have_text("Need")
    expect(first.locator(".result__title")).to_have_text("Confidence to engage")
    expect(first.locator(".result__context")).to_have_text(re.compile(r"^\d+ cases$"))


def test_an_everyday_word_finds_what_pages_call_otherwise(search: Ask) -> None:
    expect(search("weans").first.locator(".result__why")).to_contain_text("“weans” as “children”")


def test_on_a_slow_line_a_guess_is_shown_until_the_full_answer_comes(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route("**/search/alike.json", lambda route: held.append(route))
    page.goto(site_url)
    page.keyboard.press("/")
    box(page).fill("weans")
    expect(results(page).first).to_contain_text("“weans” as “means”")
    held[0].continue_()
    expect(answered(page, "weans").first).to_contain_text("“weans” as “children”")


def test_what_the_reader_has_chosen_does_not_move(search: Ask, page: Page) -> None:
    box(page).fill("kids causing trouble in the park at night")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = results(page).first.get_attribute("href")
    answered(page, "kids causing trouble in the park at night")
    expect(results(page).first).to_have_attribute("aria-selected", "true")
    expect(results(page).first).to_have_attribute("href", chosen)


def test_the_keyboard_leads_through_the_results(search: Ask, page: Page) -> None:
    found = search("training")
    last = found.count() - 1
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("End", last), ("ArrowDown", 0), ("End", last), ("Home", 0)):
        page.keyboard.press(key)
        expect(found.nth(at)).to_have_attribute("aria-selected", "true")
        expect(box(page)).to_have_attribute("aria-activedescendant", found.nth(at).get_attribute("id") or "none")
        expect(page.locator("[aria-selected='true']")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    expect(page.locator("[aria-selected='true']")).to_have_count(0)
    expect(box(page)).to_be_focused()


def test_enter_opens_the_chosen_result(search: Ask, page: Page) -> None:
    address = search("training").nth(1).get_attribute("href") or ""
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)


def test_enter_opens_the_best_result_of_what_was_typed(search: Ask, page: Page) -> None:
    search("training")
    box(page).fill("king george fields")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(PARK))


def test_back_returns_to_the_query(search: Ask, page: Page) -> None:
    search("park gate").first.click()
    expect(page).to_have_url(re.compile(PARK))
    page.go_back()
    expect(box(page)).to_have_value("park gate")
    expect(answered(page, "park gate").first).to_contain_text("park gate")


def test_escape_closes_and_the_focus_returns(page: Page, site_url: str) -> None:
    page.goto(site_url + "needs/")
    link = page.locator("header [data-search]")
    link.focus()
    page.keyboard.press("Enter")
    expect(box(page)).to_be_focused()
    ask(page, "park gate")
    expect(page).to_have_url(site_url + "needs/#search=park+gate")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()
    expect(page).to_have_url(site_url + "needs/")


def test_every_link_to_search_opens_it(page: Page, site_url: str) -> None:
    page.goto(site_url)
    for link in page.locator("[data-search]").all():
        link.click()
        expect(box(page)).to_be_focused()
        page.get_by_role("button", name="Close").click()
        expect(link).to_be_focused()


def test_slash_opens_search_only_outside_fields_and_alone(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.keyboard.press("/")
    expect(page.locator("textarea")).to_have_value("/")
    page.locator("textarea").blur()
    page.keyboard.press("Control+/")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_no_letter_typed_right_after_the_key_is_lost(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    page.keyboard.type("park gate")
    expect(box(page)).to_have_value("park gate")


def test_slash_can_be_switched_off(search: Ask, page: Page) -> None:
    page.get_by_label("The key / opens search").uncheck()
    page.reload()
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_number_of_results_is_announced(search: Ask, page: Page) -> None:
    count = search("Sinfyn").count()
    expect(status(page)).to_have_text(f"{count} results.")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    search("zzzqqq")
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_search_works_from_deep_pages_and_from_the_page_not_found(page: Page, site_url: str) -> None:
    for address in (PARK, "404.html"):
        page.goto(site_url + address)
        page.keyboard.press("/")
        expect(box(page)).to_be_focused()
        assert first_three(ask(page, "Sinfyn"), site_url)[0] == "case_studies/sinfin-neighbourhood-services-link/"
        page.keyboard.press("Escape")


def test_without_javascript_the_links_lead_to_the_full_list(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url)
    for link in page.locator("[data-search]").all():
        assert (link.get_attribute("href") or "").endswith("case_studies/")
    context.close()


def test_without_the_index_the_reader_is_told(context: BrowserContext, site_url: str) -> None:
    page = context.new_page()
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(site_url)
    page.keyboard.press("/")
    box(page).fill("park")
    expect(status(page)).to_have_text("Search could not be loaded. See all cases")


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")], ids=str)
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of some width and colour scheme, without motion: axe would measure a colour half-way."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_with_results_open(reader: Page, site_url: str) -> None:
    reader.goto(site_url)
    reader.keyboard.press("/")
    expect(box(reader)).to_be_focused()
    found = {}
    for query in ("Sinfyn", "park zzzqqq", "zzzqqq"):
        ask(reader, query)
        reader.keyboard.press("ArrowDown")
        if broken := violations(reader):
            found[query] = broken
        assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == {}

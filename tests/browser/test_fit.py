"""Does this fit us? On a case, on the page of all questions and in the finder, as people use it."""

import random
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browser.devices import NO_STORAGE, PHONE
from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.filters import table
from whatworks.pages.privacy import kept
from whatworks.vocabularies import Term

KEY = "what-works-fit"
WIGAN = "case_studies/wigan-partnership-learning-culture/"
Answers = dict[str, str]


@pytest.fixture
def forgetful(context: BrowserContext) -> Page:
    """A browser in which storage is switched off."""
    context.add_init_script(NO_STORAGE)
    return context.new_page()


def item(page: Page, condition: str) -> Locator:
    """The question of a condition."""
    return page.locator(f"[data-condition={condition}].fit__item")


def answer(page: Page, condition: str, words: str) -> None:
    """Answers a question with the mouse."""
    item(page, condition).get_by_label(words, exact=True).check()


def chosen(page: Page) -> Answers:
    """The answers that a page shows, by condition."""
    found: Answers = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.fit__item input:checked')]"
        ".map(one => [one.closest('.fit__item').dataset.condition, one.value]))"
    )
    return found


def on_device(page: Page) -> Any:
    """What the device keeps of the answers."""
    return page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))")


def query(page: Page) -> str:
    """The query of the address."""
    return page.url.partition("?")[2]


def summary(page: Page) -> Locator:
    """The line that says what the answers come to."""
    return page.locator("[data-fit-summary]")


def opened(page: Page, address: str) -> Page:
    """The finder once it has read the address."""
    page.goto(address)
    expect(page.locator(".finder.is-ready")).to_be_visible()
    return page


def shown(page: Page) -> list[str]:
    """The ids of the cards that can be seen, in the order of the page."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('.card:not([hidden])')].map(card => card.id)")
    return found


def in_order(known: Catalogue, answers: Answers) -> list[str]:
    """The rule of the page, written out: matches less those that differ, then matches, then what is known."""

    def place(case: CaseStudy) -> tuple[bool, int, int, int]:
        given = [answers.get(one.condition) for one in case.conditions]
        yes, no = given.count("yes"), given.count("no")
        return not given, no - yes, -yes, len(given) - yes - no

    return [case.id for case in sorted(table(known).cases, key=place)]


# On a case


def test_each_condition_of_a_case_is_a_question_with_three_answers(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(site_url + WIGAN)
    case = known.case_by_id[WIGAN.split("/")[1]]
    terms = [known.vocabularies["conditions"][one.condition] for one in case.conditions]
    expect(page.locator(".fit__item legend")).to_have_text([term.question for term in terms], use_inner_text=True)
    for term in terms:
        group = page.get_by_role("group", name=term.question)
        expect(group.get_by_role("radio")).to_have_count(3)
        expect(group.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.locator(".fit__note:visible, .fit__result:visible, .fit__boxes")).to_have_count(0)
    assert page.get_by_role("heading", level=2).all_inner_texts().index("Does this fit us?") == 1 + (
        page.get_by_role("heading", level=2).all_inner_texts().index("What it depended on")
    )


@pytest.mark.parametrize(("words", "result"), [("Yes", "Matches:"), ("No", "Differs:"), ("Not sure", "Not known:")])
def test_an_answer_is_told_in_words_with_the_note_of_the_case(
    page: Page, site_url: str, known: Catalogue, words: str, result: str
) -> None:
    page.goto(site_url + WIGAN)
    case = known.case_by_id[WIGAN.split("/")[1]]
    note = next(one.note for one in case.conditions if one.condition == "protected-time")
    answer(page, "protected-time", words)
    own = item(page, "protected-time")
    expect(own.locator(".fit__result")).to_have_text(f"{result} Protected time")
    expect(own.locator(".fit__note")).to_contain_text(f"Why it mattered: {note}")
    expect(page.locator(".fit__result:visible")).to_have_count(1)


def test_the_summary_counts_and_is_announced(page: Page, site_url: str) -> None:
    page.goto(site_url + WIGAN)
    expect(summary(page)).to_have_role("status")
    expect(summary(page)).to_have_text("")
    told = []
    ids = ("committed-leaders", "protected-time", "skilled-facilitator", "learning-group-with-clout")
    for id, words in zip(ids, ("Yes", "No", "Not sure", "Yes"), strict=True):
        answer(page, id, words)
        told.append(summary(page).inner_text())
    assert told == [
        "1 of 4 matches, 3 not answered yet.",
        "1 of 4 matches, 1 differs, 2 not answered yet.",
        "1 of 4 matches, 1 differs, 1 not known, 1 not answered yet.",
        "2 of 4 match, 1 differs, 1 not known.",
    ]
    assert "%" not in page.locator("[data-fit]").inner_text()


def test_an_answer_holds_on_the_next_case_and_on_the_page_of_all(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(site_url + WIGAN)
    answer(page, "skilled-facilitator", "No")
    named = [case for case in known.listed if "skilled-facilitator" in [one.condition for one in case.conditions]]
    other = next(case for case in named if case.id not in WIGAN)
    page.goto(f"{site_url}case_studies/{other.id}/")
    assert chosen(page) == {"skilled-facilitator": "no"}
    expect(item(page, "skilled-facilitator").locator(".fit__result")).to_have_text("Differs: Skilled facilitator")
    assert query(page) == ""
    page.goto(f"{site_url}fit/")
    assert chosen(page) == {"skilled-facilitator": "no"}
    assert on_device(page) == {"skilled-facilitator": "no"}


def test_the_address_carries_the_answers_of_the_case_and_makes_no_steps(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}needs/")
    page.goto(f"{site_url}{WIGAN}?other=1#sources")
    answer(page, "skilled-facilitator", "Yes")
    answer(page, "committed-leaders", "Not sure")
    answer(page, "committed-leaders", "No")
    expect(page).to_have_url(f"{site_url}{WIGAN}?other=1&fit=committed-leaders.no&fit=skilled-facilitator.yes#sources")
    page.go_back()
    expect(page).to_have_url(f"{site_url}needs/")


def test_a_case_that_reports_no_conditions_says_so(page: Page, site_url: str, known: Catalogue) -> None:
    silent = next(case for case in known.listed if not case.conditions and not case.is_proposed)
    page.goto(f"{site_url}case_studies/{silent.id}/")
    expect(page.locator("[data-fit]")).to_have_count(0)
    expect(page.get_by_text("The report does not say what this depended on.")).to_be_visible()
    page.get_by_role("link", name="Other cases can be asked").click()
    expect(page).to_have_url(f"{site_url}fit/")


def test_a_case_leads_to_all_cases_sorted_by_fit(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(f"{site_url}fit/")
    answer(page, "real-task", "Yes")
    page.goto(site_url + WIGAN)
    answer(page, "protected-time", "No")
    page.get_by_role("link", name="All cases, sorted by fit").click()
    expect(page.locator(".finder.is-ready")).to_be_visible()
    assert query(page) == "fit=protected-time.no&fit=real-task.yes&sort=fit"
    assert shown(page) == in_order(known, {"protected-time": "no", "real-task": "yes"})


# All the questions


def test_every_condition_is_asked_below_its_heading(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(f"{site_url}fit/")
    expect(page.locator(".fit__item legend")).to_have_text(
        [term.question for term in asked_about(known)], use_inner_text=True
    )
    headings = [top.label for top in known.vocabularies["conditions"].top()]
    expect(page.locator("main h2")).to_have_text(headings, use_inner_text=True)


def test_the_page_says_what_it_keeps_and_forgets_it_again(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}fit/")
    own = kept(KEY)
    expect(page.locator(".kept-note")).to_contain_text(f"{own.what} It keeps this until {own.until}.")
    answer(page, "real-task", "Yes")
    answer(page, "safe-setting", "No")
    expect(summary(page)).to_have_text("2 of 21 answered.")
    page.get_by_role("button", name="Forget my answers").click()
    expect(summary(page)).to_have_text("Your answers are forgotten.")
    expect(summary(page)).to_be_focused()
    assert (chosen(page), on_device(page), query(page)) == ({}, None, "")
    expect(page.get_by_role("button", name="Forget my answers")).to_be_hidden()
    expect(page.get_by_role("link", name="See the cases sorted by fit")).to_be_hidden()


def test_everything_works_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}fit/")
    item(page, "committed-leaders").locator("summary").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert chosen(page) == {"skilled-facilitator": "yes"}
    page.keyboard.press("ArrowRight")
    assert chosen(page) == {"skilled-facilitator": "no"}
    expect(item(page, "skilled-facilitator").get_by_label("No", exact=True)).to_be_focused()
    page.get_by_role("link", name="See the cases sorted by fit").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Sort by")).to_have_value("fit")


def test_what_has_the_focus_is_never_below_the_bar(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site_url}fit/?fit=real-task.yes")
    covered = []
    for _ in range(40):
        page.keyboard.press("Tab")
        covered += page.evaluate(
            "(() => { const own = document.activeElement, bar = document.querySelector('.fit__foot');"
            " const box = own.getBoundingClientRect(), edge = bar.getBoundingClientRect();"
            " const over = own.closest('.fit__item') && box.bottom > edge.top && box.top < edge.bottom;"
            " return over ? [own.outerHTML.slice(0, 80)] : [] })()"
        )
    context.close()
    assert covered == []


def test_other_pages_that_are_open_follow(context: BrowserContext, site_url: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(f"{site_url}fit/")
    other.goto(site_url + WIGAN)
    answer(one, "protected-time", "Yes")
    expect(item(other, "protected-time").locator(".fit__result")).to_have_text("Matches: Protected time")
    one.get_by_role("button", name="Forget my answers").click()
    expect(item(other, "protected-time").locator(".fit__result")).to_be_hidden()


# Links with answers


@pytest.mark.parametrize("address", ["fit/", WIGAN])
def test_a_link_with_answers_opens_with_them_and_leaves_the_own_alone(page: Page, site_url: str, address: str) -> None:
    page.goto(f"{site_url}fit/")
    answer(page, "protected-time", "No")
    answer(page, "real-task", "Yes")
    page.goto(f"{site_url}{address}?fit=protected-time.yes")
    assert chosen(page) == {"protected-time": "yes"}
    expect(page.get_by_text("These answers come from the link that you opened.")).to_be_visible()
    answer(page, "committed-leaders", "Yes")
    assert query(page) == "fit=committed-leaders.yes&fit=protected-time.yes"
    assert on_device(page) == {"protected-time": "no", "real-task": "yes"}
    page.get_by_role("button", name="Use my own answers").click()
    own = {"protected-time": "no", "real-task": "yes"}
    assert chosen(page) == {id: value for id, value in own.items() if item(page, id).count()}
    expect(page.get_by_text("These answers come from the link")).to_be_hidden()
    expect(summary(page)).to_be_focused()


def test_the_answers_of_a_link_can_be_kept(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}fit/")
    answer(page, "protected-time", "No")
    answer(page, "real-task", "Yes")
    page.goto(f"{site_url}{WIGAN}?fit=protected-time.yes&fit=committed-leaders.no")
    page.get_by_role("button", name="Keep them on this device").click()
    assert on_device(page) == {"protected-time": "yes", "real-task": "yes", "committed-leaders": "no"}
    expect(page.get_by_text("These answers come from the link")).to_be_hidden()
    expect(summary(page)).to_contain_text("These are your own answers now.")


def test_the_own_address_is_no_strange_link(page: Page, site_url: str) -> None:
    page.goto(site_url + WIGAN)
    answer(page, "protected-time", "No")
    page.goto(f"{site_url}fit/")
    answer(page, "protected-time", "Yes")
    page.go_back()
    expect(item(page, "protected-time").get_by_label("Yes", exact=True)).to_be_checked()
    expect(page.get_by_text("These answers come from the link")).to_be_hidden()
    page.reload()
    assert chosen(page) == {"protected-time": "yes"}


def test_what_a_link_answers_in_vain_is_told(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}fit/?fit=<b>.yes&fit=real-task.perhaps&fit=real-task.no&fit=real-task.yes")
    assert chosen(page) == {"real-task": "no"}
    expect(page.locator("[data-fit-unknown]")).to_have_text(
        "The link holds what is no answer to a question here: <b>.yes, real-task.perhaps, real-task.yes."
    )


def test_with_storage_off_the_address_keeps_the_answers(forgetful: Page, site_url: str) -> None:
    forgetful.goto(site_url + WIGAN)
    answer(forgetful, "protected-time", "No")
    answer(forgetful, "committed-leaders", "Yes")
    expect(forgetful.get_by_text("This browser keeps nothing for the site.")).to_be_visible()
    expect(summary(forgetful)).to_have_text("1 of 4 matches, 1 differs, 2 not answered yet.")
    forgetful.reload()
    assert chosen(forgetful) == {"protected-time": "no", "committed-leaders": "yes"}
    forgetful.get_by_role("link", name="All cases, sorted by fit").click()
    expect(forgetful.locator(".card__fit").first).to_be_visible()


@pytest.mark.parametrize("value", ["", "[]", "3", '"yes"', "{", '{"real-task": "perhaps", "safe-setting": "yes"}'])
def test_whatever_the_device_holds_the_page_opens(page: Page, site_url: str, value: str) -> None:
    page.goto(f"{site_url}fit/")
    page.evaluate(f"value => localStorage.setItem('{KEY}', value)", value)
    page.reload()
    assert chosen(page) == ({"safe-setting": "yes"} if "safe-setting" in value else {})


# In the finder


@pytest.mark.parametrize("seed", range(4))
def test_the_finder_keeps_to_the_rule_that_it_states(page: Page, site_url: str, known: Catalogue, seed: int) -> None:
    dice = random.Random(seed)
    ids = [term.id for term in asked_about(known)]
    answers = {id: dice.choice(["yes", "no", "unsure"]) for id in dice.sample(ids, 9)}
    asked = "&".join(f"fit={id}.{value}" for id, value in answers.items())
    opened(page, f"{site_url}find/?sort=fit&{asked}")
    assert shown(page) == in_order(known, answers)
    assert [rule.get_attribute("data-rule") for rule in page.locator("[data-rule]:visible").all()] == ["fit"]
    for case in known.listed:
        own = {one.condition: answers.get(one.condition) for one in case.conditions}
        named = sorted(own, key=[term.id for term in asked_about(known)].index)
        expect(page.locator(f"[id='{case.id}'] .card__fit")).to_have_text(
            f"Fit {told(known, named, own)}", use_inner_text=True
        )


def asked_about(known: Catalogue) -> list[Term]:
    """The conditions in the order of their questions."""
    terms = known.vocabularies["conditions"]
    return [term for top in terms.top() for term in terms.narrower(top.id)]


def told(known: Catalogue, named: list[str], own: dict[str, str | None]) -> str:
    """What a card says of the fit."""
    if not own:
        return "Not known: the report names no conditions."
    yes = sum(value == "yes" for value in own.values())
    words = f"{yes} of {len(own)} condition{'' if len(own) == 1 else 's'} match{'es' if yes == 1 else ''}"
    lists = {"differs": {"no"}, "not known": {"unsure", None}}
    for word, values in lists.items():
        labels = [known.vocabularies["conditions"].label(id) for id in named if own[id] in values]
        words += f"; {word}: {', '.join(labels)}" if labels else ""
    return f"{words}."


def test_sorting_by_fit_needs_answers_and_leads_to_the_questions(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}find/?sort=fit")
    expect(page.get_by_label("Sort by")).to_have_value("evidence")
    assert "fit" not in [one.get_attribute("value") for one in page.locator("#sort option").all()]
    page.get_by_role("link", name="answer some questions about your own place").click()
    expect(page).to_have_url(f"{site_url}fit/")
    answer(page, "real-task", "Yes")
    page.get_by_role("link", name="See the cases sorted by fit").click()
    expect(page.locator(".finder.is-ready")).to_be_visible()
    expect(page.get_by_label("Sort by")).to_have_value("fit")
    expect(page.get_by_text("Each case is compared with your 1 answer about your own place.")).to_be_visible()


def test_own_answers_come_into_the_finder_only_when_asked_for(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(f"{site_url}fit/")
    answer(page, "real-task", "Yes")
    opened(page, f"{site_url}find/?region=north-west")
    expect(page.locator(".card__fit")).to_have_count(0)
    page.get_by_label("Sort by").select_option("fit")
    assert query(page) == "region=north-west&fit=real-task.yes&sort=fit"
    north = {case.id for case in table(known).results({"region": ["north-west"]})}
    assert shown(page) == [id for id in in_order(known, {"real-task": "yes"}) if id in north]
    page.get_by_role("button", name="Leave the answers out").click()
    assert query(page) == "region=north-west"
    expect(page.locator(".finder [role=status]")).to_be_focused()
    expect(page.locator(".card__fit")).to_have_count(0)
    page.go_back()
    assert query(page) == "region=north-west&fit=real-task.yes&sort=fit"
    expect(page.locator(".card__fit").first).to_be_visible()


def test_a_sent_view_says_that_the_answers_are_not_the_own(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(f"{site_url}fit/")
    answer(page, "real-task", "Yes")
    opened(page, f"{site_url}find/?fit=real-task.no&fit=safe-setting.yes&fit=red.yes&sort=fit")
    assert shown(page) == in_order(known, {"real-task": "no", "safe-setting": "yes"})
    expect(page.locator("[data-finder-fit]")).to_contain_text(
        "The answers come from the link that you opened, not from this device."
    )
    expect(page.locator(".finder__notice")).to_contain_text("is no filter here: red.yes.")
    assert on_device(page) == {"real-task": "yes"}
    page.get_by_role("button", name="Use my own answers").click()
    assert query(page) == "fit=real-task.yes&sort=fit"
    page.go_back()
    page.get_by_role("button", name="Keep them on this device").click()
    assert on_device(page) == {"real-task": "no", "safe-setting": "yes"}
    expect(page.locator("[data-finder-fit]")).to_contain_text("compared with your 2 answers about your own place.")


# Without JavaScript, and on paper


def test_without_javascript_a_case_is_a_list_to_tick_on_paper(plain: Page, site_url: str, known: Catalogue) -> None:
    plain.goto(site_url + WIGAN)
    case = known.case_by_id[WIGAN.split("/")[1]]
    expect(plain.locator("[data-fit-ask]:visible")).to_have_count(len(case.conditions))
    boxes = [words.split("\n") for words in plain.locator("[data-fit-boxes]:visible").all_inner_texts()]
    assert boxes == [["Yes", "No", "Not sure"]] * len(case.conditions)
    expect(plain.locator("[data-fit-note]:visible")).to_have_count(len(case.conditions))
    expect(plain.locator("[data-fit] :is(input, button):visible")).to_have_count(0)
    expect(plain.get_by_text("Print this page to tick the answers on paper.")).to_be_visible()


def test_without_javascript_each_question_lists_its_cases(plain: Page, site_url: str, known: Catalogue) -> None:
    plain.goto(f"{site_url}fit/")
    for term in asked_about(known):
        named = [case.title for case in known.listed if term.id in [one.condition for one in case.conditions]]
        expect(item(plain, term.id).locator(".reasons__link a")).to_have_text(named)
    item(plain, "real-task").locator("summary").click()
    item(plain, "real-task").locator(".reasons a").first.click()
    expect(plain).to_have_url(re.compile("/case_studies/"))


def test_on_paper_every_question_and_case_is_there(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}fit/?fit=real-task.yes")
    page.emulate_media(media="print")
    expect(page.locator(".fit__ask:visible")).to_have_count(21)
    assert page.locator(".fit__cases .reasons__link:visible").count() > 40
    expect(page.locator("[data-fit-find]:visible, .primary:visible")).to_have_count(0)

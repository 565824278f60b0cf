"""The self-check as people use it, on the real site in a real browser."""

import random
from collections import Counter

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from whatworks.catalogue import Catalogue
from whatworks.stages import Question, questions, stages

TIE = "?a=purpose-in-doubt&a=relations-doubt&a=work-teams&a=lead-clear-roles&a=differences-return"


@pytest.fixture(scope="module")
def asked(known: Catalogue) -> tuple[Question, ...]:
    """The questions of the check."""
    return questions(known)


@pytest.fixture
def check(page: Page, site_url: str) -> Page:
    """The check with nothing answered."""
    page.goto(f"{site_url}where_are_we/")
    expect(page.get_by_role("button", name="Show our stage")).to_be_visible()
    return page


def query(page: Page) -> str:
    """The query of the address."""
    return page.url.partition("?")[2]


def stages_shown(page: Page) -> list[str]:
    """The stages that stand in the result."""
    return page.locator("[data-found-stages] details[open] h3").all_inner_texts()


def test_answers_lead_to_a_stage_with_what_helps_and_cases(check: Page, known: Catalogue) -> None:
    expect(check.locator("[data-found]")).to_be_hidden()
    check.get_by_label("We doubt what some of the others can add.").check()
    check.get_by_label("We feel lost, as if in a fog.").check()
    check.get_by_label("We share the lead.").check()
    assert query(check) == ""
    check.get_by_role("button", name="Show our stage").click()
    heading = check.get_by_role("heading", name="Your answers point to Frustration")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    assert query(check) == "a=relations-doubt&a=work-fog&a=lead-shared"
    rule = "2 of your 3 answers point there. You left out 3 questions."
    expect(check.locator("[data-found-rule]")).to_have_text(rule)
    led, elsewhere = (box.locator("li").all_inner_texts() for box in check.locator("[data-found-led] > div").all())
    assert led == [
        "How do partners get on with one another?\nWe doubt what some of the others can add.",
        "How does the work go at present?\nWe feel lost, as if in a fog.",
    ]
    assert elsewhere == ["Who leads, and who does what?\nWe share the lead. Flying"]
    assert stages_shown(check) == ["Frustration"]
    found = check.locator("[data-found-stages]")
    term = known.vocabularies["stages"]["frustration"]
    helps = [text.split("[")[0] for text in found.locator(".stage__helps > li").all_inner_texts()]
    assert [text[: len(advice.what)] for text, advice in zip(helps, term.helps, strict=True)] == [
        advice.what for advice in term.helps
    ]
    near = [one.case.title for one in stages(known)[1].near]
    expect(found.locator(".reasons__link a")).to_have_text(near, use_inner_text=True)
    expect(check.locator(".cycle .is-here[data-here]")).to_contain_text("Your answers point here")


def test_a_link_to_the_finder_shows_what_it_says(page: Page, site_url: str, known: Catalogue) -> None:
    page.goto(f"{site_url}where_are_we/?a=relations-trust")
    link = page.locator("[data-found-stages]").get_by_role("link", name="cases on these needs")
    count = int(link.inner_text().split()[1])
    link.click()
    expect(page.get_by_role("status").first).to_have_text(f"{count} of {len(known.listed)} cases")
    page.goto(f"{site_url}where_are_we/?a=relations-we")
    page.locator("[data-found-stages]").get_by_role("link", name="in the finder").click()
    assert query(page) == "stage=functioning"
    expect(page.get_by_role("status").first).to_have_text(f"2 of {len(known.listed)} cases")


def test_two_stages_can_tie(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}where_are_we/{TIE}")
    expect(page.get_by_role("heading", name="Your answers point to Frustration and Functioning")).to_be_in_viewport()
    rule = "They are level: 2 answers point to each. You left out 1 question."
    expect(page.locator("[data-found-rule]")).to_have_text(rule)
    assert stages_shown(page) == ["Frustration", "Functioning"]
    first, second = (one.locator(".tag").all_inner_texts() for one in page.locator("[data-found-led] > div").all())
    assert first == ["Frustration", "Frustration", "Functioning", "Functioning"]
    assert second == ["Failing"]
    expect(page.locator("[data-stages] h3")).to_have_text(["Forming", "Flying", "Failing"], use_inner_text=True)


def test_nothing_answered_is_said(check: Page) -> None:
    for button in check.get_by_label("Not sure, or none of these").all():
        button.check()
    check.get_by_role("button", name="Show our stage").click()
    expect(check.locator("[data-check-status]")).to_contain_text(
        "Nothing is answered yet, so there is no stage to show."
    )
    expect(check.locator("[data-found]")).to_be_hidden()
    assert query(check) == ""


def test_one_answer_is_little_to_go_by(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}where_are_we/?a=lead-shared")
    rule = "1 of your 1 answer points there. You left out 5 questions. That is little to go by."
    expect(page.locator("[data-found-rule]")).to_have_text(rule)


def test_a_changed_answer_changes_the_result_and_is_told(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}where_are_we/?a=lead-shared")
    page.get_by_label("Partners compete for the credit and for control.").check()
    expect(page.locator("[data-check-status]")).to_contain_text("Your answers point to Frustration.")
    assert query(page) == "a=lead-contested"
    page.locator("[data-question=lead]").get_by_label("Not sure, or none of these").check()
    expect(page.locator("[data-found]")).to_be_hidden()
    expect(page.locator("[data-check-status]")).to_have_text("No answer is left, so no stage is shown.")
    assert query(page) == ""


def test_back_and_forward_lead_through_the_answers(check: Page) -> None:
    check.get_by_label("We share the lead.").check()
    check.get_by_role("button", name="Show our stage").click()
    check.get_by_label("We trust and respect one another.").check()
    assert query(check) == "a=relations-trust&a=lead-shared"
    check.go_back()
    assert query(check) == "a=lead-shared"
    expect(check.get_by_label("We trust and respect one another.")).not_to_be_checked()
    check.go_back()
    expect(check.locator("[data-found]")).to_be_hidden()
    expect(check.locator(".check input:checked")).to_have_count(0)
    check.go_forward()
    expect(check.get_by_label("We share the lead.")).to_be_checked()
    assert stages_shown(check) == ["Flying"]


def test_start_again_clears_everything(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}where_are_we/{TIE}")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".check input:checked")).to_have_count(0)
    expect(page).to_have_url(f"{site_url}where_are_we/")
    expect(page.locator("[data-check-status]")).to_have_text("All answers are cleared.")
    headings = ["Forming", "Frustration", "Functioning", "Flying", "Failing"]
    expect(page.locator("[data-stages] h3")).to_have_text(headings, use_inner_text=True)
    expect(page.locator("details.stage[open]")).to_have_count(0)


def test_what_a_link_holds_in_vain_is_told(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}where_are_we/?a=<b>&a=lead-shared&a=lead-contested&b=1")
    expect(page.locator(".check__notice")).to_contain_text("a second answer to one question: <b>, lead-contested.")
    assert stages_shown(page) == ["Flying"]
    page.get_by_label("We trust and respect one another.").check()
    expect(page.locator(".check__notice")).to_be_hidden()


def test_equal_answers_have_equal_addresses(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}where_are_we/?a=lead-shared&a=purpose-in-doubt")
    page.get_by_role("button", name="Show our stage").click()
    assert query(page) == "a=purpose-in-doubt&a=lead-shared"


def test_any_answers_lead_to_the_stages_with_most_of_them(
    page: Page, site_url: str, known: Catalogue, asked: tuple[Question, ...]
) -> None:
    dice = random.Random(7)
    order = [stage.label for stage in known.vocabularies["stages"]]
    for _ in range(25):
        chosen = [dice.choice(one.options) for one in dice.sample(asked, dice.randint(1, len(asked)))]
        page.goto(f"{site_url}where_are_we/?{'&'.join(f'a={sign.id}' for sign, _ in chosen)}")
        votes = Counter(stage.label for _, stage in chosen)
        most = max(votes.values())
        assert stages_shown(page) == [label for label in order if votes[label] == most]


def test_everything_works_by_keyboard(check: Page) -> None:
    check.locator("[data-question=purpose] input").first.focus()
    check.keyboard.press("Space")
    for _ in range(2):  # skips a question: a group of answers is one stop
        check.keyboard.press("Tab")
    check.keyboard.press("ArrowDown")
    expect(check.get_by_label("We doubt what some of the others can add.")).to_be_checked()
    for _ in range(4):
        check.keyboard.press("Tab")
    expect(check.get_by_role("button", name="Show our stage")).to_be_focused()
    check.keyboard.press("Enter")
    expect(check.get_by_role("heading", name="Your answers point to Forming and Frustration")).to_be_focused()
    check.keyboard.press("Tab")
    expect(check.get_by_role("button", name="Copy link")).to_be_focused()


def test_the_link_is_copied(context: BrowserContext, page: Page, site_url: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}where_are_we/{TIE}")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("[data-found-copied]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_nothing_is_kept_on_the_device(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}where_are_we/{TIE}")
    page.get_by_label("We share the lead.").check()
    assert page.evaluate("Object.keys(localStorage).concat(document.cookie)") == [""]
    expect(page.locator(".kept-note")).to_contain_text("What your device keeps: nothing of this page.")


def test_an_answer_does_not_give_its_stage_away_but_paper_does(check: Page) -> None:
    expect(check.locator(".check__stage:visible")).to_have_count(0)
    check.emulate_media(media="print")
    assert check.locator(".check__stage:visible").count() == check.locator(".check__stage").count() > 20


def test_without_javascript_the_page_is_a_questionnaire_on_paper(
    plain: Page, site_url: str, asked: tuple[Question, ...]
) -> None:
    plain.goto(f"{site_url}where_are_we/")
    for question in asked:
        box = plain.get_by_role("group", name=question.term.question)
        shown = [row.inner_text().split("\n") for row in box.locator("li").all()]
        assert [[word.strip() for word in row] for row in shown[:-1]] == [
            [sign.answer, stage.label] for sign, stage in question.options
        ]
        assert shown[-1] == ["Not sure, or none of these"]
    expect(plain.locator("button:visible", has_text="Show our stage")).to_have_count(0)
    expect(plain.locator("details.stage[open] .stage__helps")).to_have_count(5)
    expect(plain.get_by_text("Tick one answer to a question, on paper or in your head.")).to_be_visible()

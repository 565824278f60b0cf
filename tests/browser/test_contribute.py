"""The form for contributions as people use it, on the real site in a real browser."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Locator, Page, Route, expect

import check
from browser.axe import violations
from browser.devices import PHONE
from conftest import ROOT, copy_project
from whatworks.front_matter import parse

FORM = "contribute/"
CASE = "blacon-locking-the-park-gate"
TITLE = "Residents and agencies get a park gate locked, and crime falls"
KEY = "what-works-drafts"
NEW = "https://example.org/repository/new/main/"
EDIT = "https://example.org/repository/edit/main/"
MAIL = "cases@example.org"


def opened(page: Page, address: str) -> Page:
    """The page once the form stands."""
    page.goto(address)
    expect(page.locator(".contribute.is-ready")).to_be_visible()
    return page


@pytest.fixture
def form(page: Page, site_url: str) -> Page:
    """An empty form."""
    return opened(page, site_url + FORM)


@pytest.fixture
def sending(page: Page, site_url: str) -> Page:
    """An empty form of a site with a repository and an address for e-mail; what opens is only recorded."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def with_settings(route: Route) -> None:
        answer = route.fetch()
        settings = f'data-new="{NEW}" data-edit="{EDIT}" data-mail="{MAIL}" data-contribute-after'
        route.fulfill(response=answer, body=answer.text().replace("data-contribute-after", settings))

    page.route(f"{site_url}{FORM}", with_settings)
    page.route(f"{site_url}{FORM}?*", with_settings)
    page.add_init_script("window.opened = []; window.open = (address) => { window.opened.push(address) };")
    return opened(page, site_url + FORM)


def question(page: Page, words: str, entry: str = "") -> Locator:
    """The frame of a question; `entry` names the entry that it stands in, such as `Answer 2`."""
    place = page.locator(".entry", has=page.get_by_text(entry, exact=True)).last if entry else page.locator("main")
    return place.locator(".ask", has=page.locator(".ask__question", has_text=re.compile(f"^{re.escape(words)}"))).last


def box(page: Page, words: str, entry: str = "") -> Locator:
    """What one types into or chooses from."""
    return question(page, words, entry).locator("input:not([type=checkbox], [type=search]), textarea, select").first


def errors(page: Page, words: str, entry: str = "") -> list[str]:
    """What is wrong with an answer, as it stands beside it."""
    return question(page, words, entry).locator("> .ask__errors > .ask__error").all_inner_texts()


def press(page: Page, name: str) -> None:
    """Presses a button."""
    page.get_by_role("button", name=name, exact=True).click()


def stored(page: Page) -> list[dict[str, Any]]:
    """The drafts on the device."""
    drafts: list[dict[str, Any]] = page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}') ?? '[]')")
    return drafts


def clipboard(page: Page) -> str:
    """What was copied."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def downloaded(page: Page, act: Callable[[], None]) -> Download:
    """What a button offers as a file."""
    with page.expect_download() as waiting:
        act()
    return waiting.value


def text_of(download: Download) -> str:
    """What is in a file that was downloaded."""
    return Path(download.path()).read_text(encoding="utf-8")


def fill_in(page: Page) -> None:
    """Answers everything that a brief needs."""
    box(page, "What is the place called?").fill("Cedar Row")
    box(page, "Which local authority").fill("Otherville")
    box(page, "In which region").select_option("north-west")
    box(page, "What kind of partnership").select_option("local-strategic-partnership")
    box(page, "In which year did it start?").fill("2003")
    page.get_by_label("Delivered", exact=True).check()
    box(page, "Who tells it?", "Source 1").fill("Adviser who worked with the partnership")
    box(page, "What was the problem, and what did they do?").fill(
        "Few residents spoke at meetings.\n\nA coach practised with them: *before* each meeting, and it helped."
    )
    box(page, "What did people lack before?", "Answer 1").select_option("confidence-to-engage")
    box(page, "What did people do together", "Answer 1").select_option("coaching")
    box(page, "Why did that help", "Answer 1").fill("Practice took away the fear of getting it wrong.")
    press(page, "Add an outcome")
    box(page, "What changed?", "Outcome 1").fill("Residents spoke in every meeting that followed.")
    page.get_by_label("Behaviour", exact=True).check()
    page.get_by_label("Reported by people who took part", exact=True).check()
    box(page, "Who says so?", "Outcome 1").fill("Two of the residents")
    question(page, "What was it compared with?").get_by_label("Not reported").check()
    question(page, "How long afterwards").get_by_label("Not reported").check()
    question(page, "What did not work, or was hard?").get_by_label("Not reported").check()
    page.get_by_label("Residents", exact=True).check()
    box(page, "What was done, in one line?").fill("Residents practise before each meeting")
    box(page, "How would you tell it in two sentences?").fill(
        "Residents rarely spoke at meetings. A coach practised with them, and more of them spoke."
    )


def test_a_whole_case_passes_the_check_untouched(
    form: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill_in(form)
    press(form, "Check my case")
    expect(form.locator(".summary")).to_contain_text("Everything is in order")
    assert set(form.locator(".steps__state").all_inner_texts()) <= {"all answered", "all that is needed is answered"}
    file = downloaded(form, lambda: press(form, "Download the file"))
    assert file.suggested_filename == "cedar-row-residents-practise-before-each-meeting.md"
    root = copy_project(tmp_path)
    place = root / "docs" / "case_studies" / file.suggested_filename
    place.write_text(text_of(file), encoding="utf-8")
    assert check.main([str(place)], root) == 0
    assert capsys.readouterr().out.startswith("1 file checked, no problems\n")
    assert "A coach practised with them: \\*before\\* each meeting" in text_of(file)


def test_errors_stand_beside_the_answer_once_it_was_left(form: Page) -> None:
    title = "What was done, in one line?"
    box(form, title).fill("Too few")
    assert errors(form, title) == []
    box(form, "How would you tell it in two sentences?").focus()
    words = (
        "'Too few' is too short to help a reader: at least 10 characters. "
        "What was done, in at most 80 characters, without the programme's name."
    )
    expect(question(form, title).locator(".ask__error")).to_have_text(f"Error: {words}")
    described = (box(form, title).get_attribute("aria-describedby") or "").split()
    assert words in " ".join(form.locator(f"[id='{one}']").inner_text() for one in described)
    expect(box(form, title)).to_have_attribute("aria-invalid", "true")
    box(form, title).fill("Residents practise before each meeting")
    expect(question(form, title).locator(".ask__error")).to_have_count(0)
    assert box(form, title).get_attribute("aria-invalid") is None


def test_the_summary_takes_the_focus_and_leads_to_each_answer(form: Page) -> None:
    press(form, "Check my case")
    summary = form.locator(".summary")
    expect(summary.get_by_role("heading")).to_be_focused()
    found = summary.get_by_role("link").all_inner_texts()
    expect(summary.get_by_role("heading")).to_have_text(f"{len(found)} answers to put right")
    assert (
        "Title: This field is missing. What was done, in at most 80 characters, without the programme's name." in found
    )
    assert [one for one in found if "For example" in one] == []
    summary.get_by_role("link", name="Title:").click()
    expect(box(form, "What was done, in one line?")).to_be_focused()
    form.keyboard.type("Residents practise before each meeting")
    expect(summary.get_by_role("link")).to_have_count(len(found) - 1)


def test_characters_are_counted_only_near_the_limit(form: Page) -> None:
    title = question(form, "What was done, in one line?")
    title.locator("input").fill("x" * 60)
    expect(title.locator(".ask__count")).to_be_hidden()
    title.locator("input").fill("x" * 78)
    expect(title.locator(".ask__count")).to_have_text("2 left of 80 characters")
    title.locator("input").fill("x" * 83)
    expect(title.locator(".ask__count")).to_have_text("3 too many of 80 characters")


def test_a_long_list_is_found_by_other_words_and_says_what_a_term_means(form: Page) -> None:
    need = question(form, "What did people lack before?", "Answer 1")
    choose = need.locator("select")
    groups = choose.locator("optgroup").evaluate_all("all => all.map(one => one.label)")
    assert "Changing behaviours" in groups
    expect(choose.locator("option[value=changing-behaviours]")).to_have_count(0)
    need.get_by_label("Find it by a word").fill("speaking up")
    expect(need.get_by_role("status")).to_contain_text("in the list below")
    labels = choose.locator("option").all_inner_texts()
    assert labels[0] == "Choose…"
    assert "Confidence to engage" in labels
    assert len(labels) < 10
    choose.select_option(label="Confidence to engage")
    expect(need.locator(".pick__means")).to_contain_text("unsure of themselves")


def test_entries_are_added_taken_away_and_brought_back(form: Page) -> None:
    box(form, "Why did that help", "Answer 1").fill("The first reason is this.")
    press(form, "Add an answer")
    expect(box(form, "What did people lack before?", "Answer 2")).to_be_visible()
    form.keyboard.type("x")
    box(form, "Why did that help", "Answer 2").fill("The second reason is that.")
    form.get_by_role("button", name="Remove answer 1").click()
    expect(box(form, "Why did that help", "Answer 1")).to_have_value("The second reason is that.")
    back = form.get_by_role("button", name="Bring answer 1 back")
    expect(back).to_be_focused()
    form.keyboard.press("Enter")
    expect(box(form, "Why did that help", "Answer 1")).to_have_value("The first reason is this.")
    expect(box(form, "Why did that help", "Answer 2")).to_have_value("The second reason is that.")
    hows = [one["how"] for one in stored(form)[0]["values"]["fields"]["answers"]]
    assert hows == ["The first reason is this.", "The second reason is that."]


def test_a_source_asks_what_its_kind_needs_and_is_cited(form: Page) -> None:
    source = form.locator(".entry", has=form.get_by_text("Source 1", exact=True)).last
    expect(question(form, "Who tells it?", "Source 1")).to_be_visible()
    source.get_by_label("It stands in a report, an evaluation or minutes").check()
    expect(question(form, "Who tells it?", "Source 1")).to_be_hidden()
    box(form, "Who wrote it", "Source 1").fill("Anytown Partnership, Evaluation of the course")
    source.get_by_label("Somebody who was there tells it").check()
    box(form, "Who tells it?", "Source 1").fill("A chair")
    assert set(stored(form)[0]["values"]["fields"]["sources"][0]) == {"told_by", "told_on"}
    source.get_by_label("It stands in a report, an evaluation or minutes").check()
    expect(box(form, "Who wrote it", "Source 1")).to_have_value("Anytown Partnership, Evaluation of the course")
    press(form, "Add an outcome")
    which = box(form, "Which of your sources says so?", "Outcome 1")
    expect(which).to_be_hidden()
    box(form, "What changed?", "Outcome 1").fill("Residents spoke.")
    press(form, "Add a source")
    expect(which.locator("option")).to_have_text(
        [
            "Choose…",
            "Source 1: Anytown Partnership, Evaluation of the course",
            "Source 2: not described yet",
        ],
        use_inner_text=True,
    )
    expect(which).to_have_value("publication")
    story = question(form, "What was the problem, and what did they do?")
    story.locator("textarea").fill("Twelve came.")
    story.get_by_role("button", name="Cite Source 1").click()
    expect(story.locator("textarea")).to_have_value("Twelve came.[^publication]")
    expect(story.locator("textarea")).to_be_focused()


def test_a_section_is_chosen_from_its_report(form: Page) -> None:
    form.get_by_label("It stands in a report of this site").check()
    box(form, "Which report of this site", "Source 1").select_option("findings-2005")
    sections = box(form, "Which section tells it?", "Source 1").locator("option").all_inner_texts()
    assert len(sections) > 20
    box(form, "Which report of this site", "Source 1").select_option("hampshire-2004")
    assert box(form, "Which section tells it?", "Source 1").locator("option").all_inner_texts() != sections


def test_the_kind_decides_what_is_asked_and_nothing_is_lost(form: Page) -> None:
    box(form, "What was the problem, and what did they do?").fill("They met.")
    expect(form.locator(".steps a")).to_have_count(7)
    form.get_by_label("Case study", exact=True).check()
    expect(form.get_by_label("Case study", exact=True)).to_be_focused()
    expect(form.locator(".steps a")).to_have_count(8)
    expect(box(form, "What happened, step by step?")).to_have_value("They met.")
    box(form, "What was it like before?").fill("Nobody spoke.")
    form.get_by_label("Brief", exact=True).check()
    expect(box(form, "What was the problem, and what did they do?")).to_have_value("Nobody spoke.\n\nThey met.")


def test_reload_and_back_lose_nothing(form: Page, site_url: str) -> None:
    assert stored(form) == []
    box(form, "What was done, in one line?").fill("Residents practise")
    question(form, "When did it happen?").get_by_label("Not reported").check()
    address = form.url
    assert address == f"{site_url}{FORM}?draft={stored(form)[0]['id']}"
    form.reload()
    expect(box(form, "What was done, in one line?")).to_have_value("Residents practise")
    expect(question(form, "When did it happen?").get_by_label("Not reported")).to_be_checked()
    form.goto(site_url)
    form.go_back()
    expect(box(form, "What was done, in one line?")).to_have_value("Residents practise")


def test_several_drafts_are_opened_copied_deleted_and_brought_back(form: Page) -> None:
    title = "What was done, in one line?"
    box(form, title).fill("The first of them")
    drafts = form.locator("details.contribute__drafts")
    drafts.locator("summary").click()
    press(form, "Start an empty form")
    expect(box(form, title)).to_have_value("")
    box(form, title).fill("The second of them")
    names = drafts.locator(".drafts__title")
    assert [name.split(" Open")[0].strip() for name in names.all_inner_texts()] == [
        "The second of them",
        "The first of them",
    ]
    form.get_by_role("button", name="Open The first of them").click()
    expect(box(form, title)).to_have_value("The first of them")
    form.go_back()
    expect(box(form, title)).to_have_value("The second of them")
    form.get_by_role("button", name="Copy The first of them").click()
    assert len(stored(form)) == 3
    form.get_by_role("button", name="Delete The first of them").click()
    assert sorted(one["values"]["fields"]["title"] for one in stored(form)) == [
        "Copy of The first of them",
        "The second of them",
    ]
    expect(form.get_by_role("button", name="Bring The first of them back")).to_be_focused()
    form.keyboard.press("Enter")
    assert len(stored(form)) == 3


def test_a_draft_that_is_not_here_is_told(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}{FORM}?draft=elsewhere")
    expect(page.locator(".notice--warn")).to_have_text("That draft is not on this device. Here is an empty form.")


def test_two_tabs_do_not_overwrite_each_other(context: BrowserContext, site_url: str) -> None:
    title = "What was done, in one line?"
    one = opened(context.new_page(), site_url + FORM)
    box(one, title).fill("Written here")
    other = opened(context.new_page(), one.url)
    box(other, title).fill("Written there")
    notice = one.locator(".notice--warn")
    expect(notice).to_contain_text("This draft was changed in another tab.")
    box(one, title).fill("Written here again")
    assert [draft["values"]["fields"]["title"] for draft in stored(one)] == ["Written there"]
    press(one, "Keep this one as a draft of its own")
    expect(notice).to_have_count(0)
    titles = sorted(draft["values"]["fields"]["title"] for draft in stored(one))
    assert titles == ["Written here again", "Written there"]
    box(other, title).fill("Written there again")
    third = opened(context.new_page(), other.url)
    box(third, title).fill("Written in a third")
    press(other, "Show the other version")
    expect(box(other, title)).to_have_value("Written in a third")


@pytest.mark.parametrize("fault", ["off", "full"])
def test_a_device_that_keeps_nothing_is_told_and_a_file_is_offered(
    context: BrowserContext, site_url: str, fault: str
) -> None:
    broken = {
        "off": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off') } })",
        "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    }
    context.add_init_script(broken[fault])
    form = opened(context.new_page(), site_url + FORM)
    form.on("dialog", lambda dialog: dialog.accept())
    box(form, "What was done, in one line?").fill("Residents practise")
    notice = form.locator(".notice--warn")
    expect(notice).to_contain_text("Your browser does not keep this draft.")
    form.evaluate("location.hash = 'content'")
    form.wait_for_timeout(100)
    expect(box(form, "What was done, in one line?")).to_have_value("Residents practise")
    file = downloaded(form, lambda: notice.get_by_role("button").click())
    assert json.loads(text_of(file))["values"]["fields"]["title"] == "Residents practise"


def read_in(page: Page, name: str, text: str) -> None:
    """Opens a file in the form."""
    if page.locator("details.contribute__drafts").get_attribute("open") is None:
        page.locator("details.contribute__drafts > summary").click()
    chosen: Any = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    page.get_by_label("Open a draft, or a case, from a file").set_input_files(chosen)


def test_a_draft_goes_out_as_a_file_and_comes_back(form: Page) -> None:
    fill_in(form)
    form.locator("details.contribute__drafts > summary").click()
    draft = text_of(downloaded(form, lambda: press(form, "Save this draft as a file")))
    case = text_of(downloaded(form, lambda: press(form, "Download the file")))
    before = stored(form)[0]["values"]
    form.evaluate("localStorage.clear()")
    read_in(form, "draft.json", draft)
    expect(form.locator(".drafts__title")).to_have_count(1)
    assert stored(form)[0]["values"] == before
    assert text_of(downloaded(form, lambda: press(form, "Download the file"))) == case
    read_in(form, "case.md", case)
    expect(form.locator(".drafts__title")).to_have_count(2)
    assert text_of(downloaded(form, lambda: press(form, "Download the file"))) == case


HOSTILE = {
    "no draft": "{}",
    "broken": '{"what": "draft of a case for What Works", ',
    "a list": "[1, 2]",
    "YAML with a tag": "---\ntitle: !!python/object:os.system\n---\n\nx\n",
    "written by hand": "---\ntitle: >-\n  folded\n---\n\nx\n",
}


def test_what_is_no_draft_changes_nothing(form: Page) -> None:
    box(form, "What was done, in one line?").fill("Residents practise")
    before = stored(form)
    for name, text in HOSTILE.items():
        read_in(form, f"{name}.md", text)
        words = f"“{name}.md” is neither a draft nor a case that this form wrote."
        expect(form.locator(".notice--warn")).to_contain_text(words)
        assert stored(form) == before


def test_a_hostile_draft_is_only_data(form: Page) -> None:
    script = "<img src=x onerror=window.hurt=1>"
    fields = {
        "title": script, "__proto__": {"hurt": 1}, "constructor": "x", "answers": [{"need": script, "how": {"a": [1]}}],
        "outcomes": "not a list", "sources": [None, 3, {"told_by": script}], "place": [1], "strange": "x",
    }  # fmt: skip
    story = [{"heading": script, "text": f"{script} [^x](javascript:x)", "format": "markdown"}, 7]
    draft = {"what": "draft of a case for What Works", "of": "../../x", "only": ["__proto__", 0]}
    read_in(form, "draft.json", json.dumps({**draft, "values": {"kind": "odd", "fields": fields, "story": story}}))
    expect(box(form, "What was done, in one line?")).to_have_value(script)
    press(form, "Preview")
    press(form, "Check my case")
    expect(form.locator(".preview__title")).to_have_text(script)
    assert form.evaluate("[window.hurt, ({}).hurt]") == [None, None]
    expect(form.locator(".preview img")).to_have_count(0)
    assert "strange" not in stored(form)[0]["values"]["fields"]


def test_the_preview_follows_what_is_typed_and_says_what_it_is(form: Page) -> None:
    fill_in(form)
    press(form, "Preview")
    shown = form.get_by_role("region", name="Preview: nobody sees this but you")
    expect(shown.get_by_role("heading", name="Preview")).to_be_focused()
    expect(shown.locator(".preview__title")).to_have_text("Residents practise before each meeting")
    box(form, "What was done, in one line?").fill("A coach practises with residents")
    expect(shown.locator(".preview__title")).to_have_text("A coach practises with residents")
    expect(shown.locator(".ladder .is-on")).to_have_text("Behaviour")
    expect(shown.locator(".sources-list")).to_contain_text("Told by: Adviser who worked with the partnership")
    expect(shown).to_contain_text("Confidence to engage")
    press(form, "Close the preview")
    expect(form.locator(".steps")).to_be_visible()


def test_the_link_of_the_gap_map_fills_in_the_first_answers(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}{FORM}?need=confidence-to-engage&approach=coaching")
    expect(box(page, "What did people lack before?", "Answer 1")).to_have_value("confidence-to-engage")
    expect(box(page, "What did people do together", "Answer 1")).to_have_value("coaching")
    assert stored(page) == []
    opened(page, f"{site_url}{FORM}?approach=nothing-of-ours&level=community")
    expect(page.get_by_label("Community", exact=True)).to_be_checked()
    words = "The link asks for what this form does not know: nothing-of-ours. The rest of it is filled in."
    expect(page.locator(".notice--warn")).to_have_text(words)


def test_only_ways_that_have_a_setting_are_offered(form: Page) -> None:
    expect(form.locator(".way button")).to_have_text(["Download the file", "Copy the text"], use_inner_text=True)
    expect(form.locator("[data-contribute-after] a")).to_have_count(0)


def sent(page: Page) -> str:
    """The address that GitHub was opened at."""
    expect(page.locator(".ways__said")).to_contain_text("The text is copied.")
    return str(page.evaluate("window.opened.at(-1)"))


def test_copy_and_open_github(sending: Page) -> None:
    box(sending, "What was done, in one line?").fill("Residents practise before each meeting")
    press(sending, "Copy and open GitHub")
    address, text = sent(sending), clipboard(sending)
    assert address.startswith(f"{NEW}docs/case_studies?filename=residents-practise-before-each-meeting.md&value=---%0A")
    assert len(address) <= 2000
    assert text.startswith('---\ndepth: brief\ntitle: "Residents practise before each meeting"\n')
    box(sending, "What was the problem, and what did they do?").fill("They met, and met again. " * 120)
    press(sending, "Copy and open GitHub")
    expect(sending.locator(".ways__said")).to_contain_text("paste the text into it")
    assert sent(sending) == f"{NEW}docs/case_studies?filename=residents-practise-before-each-meeting.md"
    assert len(clipboard(sending)) > 2500


def test_copy_and_write_an_e_mail(sending: Page) -> None:
    went: list[str] = []
    sending.context.on("request", lambda request: went.append(request.url))
    sending.evaluate(
        "navigation.addEventListener('navigate', (e) => { window.opened.push(e.destination.url); e.preventDefault(); })"
    )
    press(sending, "Copy and write an e-mail")
    expect(sending.locator(".ways__said")).to_contain_text("Your e-mail program opens with the text.")
    short = sending.locator(".ways__said a").get_attribute("href") or ""
    assert short.startswith(f"mailto:{MAIL}?subject=A%20case%3A%20Without%20a%20title%20yet&body=---%0D%0Adepth")
    assert len(short) <= 1500
    box(sending, "What was the problem, and what did they do?").fill("They met, and met again. " * 80)
    press(sending, "Copy and write an e-mail")
    expect(sending.locator(".ways__said")).to_contain_text("paste the text into the message")
    long = sending.locator(".ways__said a").get_attribute("href") or ""
    assert "body=(Paste%20the%20text%20here" in long
    assert "They met, and met again. They met" in clipboard(sending)


def test_copying_works_and_can_be_done_by_hand(sending: Page) -> None:
    press(sending, "Copy the text")
    expect(sending.locator(".ways__said")).to_have_text("The text is copied.")
    assert clipboard(sending).startswith("---\ndepth: brief\n")
    sending.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    press(sending, "Copy the text")
    expect(sending.locator(".ways__said")).to_contain_text("does not let this page copy")
    by_hand = sending.get_by_label("The text of your case")
    expect(by_hand).to_be_focused()
    assert by_hand.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)").startswith(
        "---\ndepth: brief\n"
    )


LIMITS = """async () => {
  const { mail, newFile } = await import(`${document.body.dataset.root}/assets/js/contribute/page/ways.js`);
  const base = "https://example.org/r/new/main/";
  const github = (length) => newFile(base, "docs/case_studies", "a.md", "x".repeat(length));
  const letter = (length) => mail("a@example.org", "s", "x".repeat(length), "paste");
  const edge = (make) => { let n = 1; while (make(n + 1).holdsText) n += 1; return [make(n), make(n + 1)]; };
  return [...edge(github), ...edge(letter)].map(({ address, holdsText }) => [address.length, holdsText]);
}"""


def test_addresses_stay_within_their_limits(form: Page) -> None:
    at, beyond, letter, long_letter = form.evaluate(LIMITS)
    assert at == [2000, True]
    assert beyond == [len("https://example.org/r/new/main/docs/case_studies?filename=a.md"), False]
    assert letter == [1500, True]
    assert long_letter == [len("mailto:a@example.org?subject=s&body=paste"), False]


def test_a_case_leads_to_its_own_form_and_back_unchanged(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}case_studies/{CASE}/")
    page.get_by_role("link", name="Suggest a change").click()
    expect(page.locator(".contribute.is-ready")).to_be_visible()
    expect(page).to_have_url(f"{site_url}{FORM}?case={CASE}")
    expect(page.locator("p.notice")).to_contain_text(f"You change this case: {TITLE}")
    assert set(page.locator(".steps__state").all_inner_texts()) == {"all answered"}
    untouched = text_of(downloaded(page, lambda: press(page, "Download the file")))
    title = box(page, "What was done, in one line?")
    title.fill("Another title altogether")
    title.fill(TITLE)
    file = downloaded(page, lambda: press(page, "Download the file"))
    assert file.suggested_filename == f"{CASE}.md"
    assert text_of(file) == untouched
    before = parse((ROOT / "docs" / "case_studies" / f"{CASE}.md").read_text(encoding="utf-8"), "before")[0]
    after = parse(untouched, "after")[0]
    assert after.data == before.data
    assert after.body.strip() == before.body.strip()


def test_a_change_goes_to_the_file_that_is_there(sending: Page, site_url: str) -> None:
    opened(sending, f"{site_url}{FORM}?case={CASE}")
    press(sending, "Copy and open GitHub")
    assert sent(sending) == f"{EDIT}docs/case_studies/{CASE}.md"
    assert f'title: "{TITLE}"' in clipboard(sending)
    opened(sending, f"{site_url}{FORM}?case=no-such-case")
    expect(sending.locator(".notice--warn")).to_have_text("There is no case “no-such-case”. Here is an empty form.")


def test_we_did_this_too(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(f"{site_url}case_studies/{CASE}/")
    page.get_by_role("link", name="We did this too").click()
    expect(page.locator(".contribute.is-ready")).to_be_visible()
    expect(page.locator(".contribute__main .ask")).to_have_count(4)
    press(page, "Check my case")
    expect(page.locator(".summary li")).to_have_count(3)
    box(page, "Where did you do it?").fill("Cedar Row, Otherville")
    box(page, "When was that?").fill("spring 2025")
    box(page, "What was different from this case?").fill("We asked the school first, and it kept the key.")
    page.reload()
    expect(box(page, "When was that?")).to_have_value("spring 2025")
    expect(page.locator(".contribute__main .ask")).to_have_count(4)
    press(page, "Check my case")
    expect(page.locator(".summary")).to_contain_text("Everything is in order")
    file = downloaded(page, lambda: press(page, "Download the file"))
    root = copy_project(tmp_path)
    place = root / "docs" / "case_studies" / file.suggested_filename
    place.write_text(text_of(file), encoding="utf-8")
    assert file.suggested_filename == f"{CASE}.md"
    assert check.main([str(place)], root) == 0
    assert re.search(
        r'  - where: "Cedar Row, Otherville"\n    when: "spring 2025"\n    different: ".*"\n    told_on: \d{4}',
        text_of(file),
    )


def test_the_form_by_keyboard_alone(form: Page) -> None:
    form.locator(".steps a").last.focus()
    form.keyboard.press("Enter")
    expect(form.get_by_role("heading", name="How would you sum it up?")).to_be_focused()
    expect(form.get_by_role("heading", name="How would you sum it up?")).to_be_in_viewport()
    form.keyboard.press("Tab")
    form.keyboard.press("Tab")
    form.keyboard.type("Residents practise before each meeting")
    assert stored(form)[0]["values"]["fields"]["title"] == "Residents practise before each meeting"
    form.get_by_role("button", name="Check my case").focus()
    form.keyboard.press("Enter")
    expect(form.locator(".summary h2")).to_be_focused()
    form.keyboard.press("Tab")
    form.keyboard.press("Enter")
    expect(box(form, "What is the place called?")).to_be_focused()
    form.keyboard.type("Cedar Row")
    form.get_by_role("button", name="Add an outcome").focus()
    form.keyboard.press("Enter")
    expect(box(form, "What changed?", "Outcome 1")).to_be_focused()


def states(page: Page, site_url: str) -> Iterator[str]:
    """Leads the page through the states of the form."""
    opened(page, site_url + FORM)
    yield "empty"
    page.locator("details.contribute__drafts > summary").click()
    press(page, "Add an outcome")
    press(page, "Add a source")
    box(page, "What was done, in one line?").fill("x" * 90)
    press(page, "Check my case")
    expect(page.locator(".summary h2")).to_be_focused()
    press(page, "Add an answer")
    page.get_by_role("button", name="Remove answer 2").click()
    page.evaluate("document.querySelectorAll('.contribute__app details').forEach(one => { one.open = true })")
    yield "wrong, with drafts"
    press(page, "Preview")
    yield "preview"
    opened(page, f"{site_url}{FORM}?again={CASE}")
    yield "we did this too"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_in_any_state(browser: Browser, site_url: str, width: int, scheme: Any) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = {}
    for state in states(page, site_url):
        found[state] = violations(page)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found[state] += [("wider than the window", over)] * (over > 0)
    context.close()
    assert found == {state: [] for state in found}
    assert len(found) == 4


def test_on_a_phone_the_preview_takes_the_place_of_the_form(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    form = opened(context.new_page(), site_url + FORM)
    box(form, "What was done, in one line?").fill("Residents practise")
    expect(form.get_by_role("button", name="Preview")).to_be_in_viewport()
    press(form, "Preview")
    expect(form.locator(".preview__title")).to_be_in_viewport()
    expect(form.locator(".contribute__main")).to_be_hidden()
    press(form, "Close the preview")
    expect(form.locator(".contribute__main")).to_be_visible()
    context.close()


def test_without_javascript_the_questions_can_be_printed(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain = context.new_page()
    plain.goto(site_url + FORM)
    expect(plain.locator(".sheet .notice")).to_contain_text("The form needs JavaScript")
    asked = plain.locator(".sheet__question > :is(h3, h4)").all_inner_texts()
    for words in ("Where did it happen?", "Why did that help with this?", "What did not work, or was hard?"):
        assert words in asked
    expect(plain.locator(".contribute input, .contribute textarea")).to_have_count(0)
    expect(plain.get_by_role("heading", name="What happens next")).to_be_visible()
    context.close()

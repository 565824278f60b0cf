"""The journey of a new adviser, by mouse and by keyboard: from an empty cell of the gap map to the page of the case."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect

import check
from browser.axe import violations
from browser.test_contribute import box, downloaded, press, question, stored
from browser.test_gap_map import cell
from conftest import build, complaints_of, copy_project, served
from whatworks.front_matter import parse

BY_MOUSE = "cedar-row-2-chairs-say-no-to-long-papers-an-awayday-with-5-egg-timers.md"
BY_KEYBOARD = "cedar-row-residents-meet-on-a-bicycle-tour.md"
TITLE = 'Chairs say "NO" to long papers: an awayday with £5 egg timers'
SUMMARY = 'Meetings ran late, and no chair said "NO" to a speaker. Two days away: the chairs\' new habit is to say it.'
PUBLICATION = 'Otherville Partnership, "Better chairs": what we learned, Otherville Council'
BEFORE = """Meetings ran late; "any other business" took an hour. # Nobody stopped a speaker: it wasn't done.

Twelve people came, and four spoke."""
DEED = """The chairs went away for a day - to an allotment, because it was free. A timer cost £5.

- They played a meeting *with* an egg timer.
- They said "NO" aloud, each in turn."""
HOW = "Away from the board room, the chairs dared to try out how to stop a speaker."
OTHER_HOW = "A rehearsal showed them how late they were: a timer's bell doesn't argue."
CHANGES = [
    'Chairs said "no" aloud; meetings ended on time: at nine o\'clock.',
    "Of the residents who came, 60% said they'd come again - #1 of all answers.",
]
TOUR = "Residents meet on a bicycle tour"
TOUR_HOW = "People who never come to a hall could be asked at their own gate."
TOUR_STORY = "Few came to the hall. The partnership's board rode from gate to gate, and asked: what matters? "


@contextmanager
def reader(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page on a new device; anything that goes wrong on it fails the journey."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    found = complaints_of(page, site_url)
    yield page
    context.close()
    assert found == []


def axe_finds_nothing(page: Page) -> None:
    """Whatever state the page is in."""
    assert violations(page) == []


def put_right(page: Page) -> list[str]:
    """What the summary lists."""
    return page.locator(".summary__list a").all_inner_texts()


def ready(page: Page) -> None:
    """Waits for the form."""
    expect(page.locator(".contribute.is-ready")).to_be_visible()


def saved(download: Download, folder: Path) -> Path:
    """The file as it was downloaded."""
    place = folder / download.suggested_filename
    download.save_as(place)
    return place


def entry(page: Page, name: str) -> Locator:
    """An entry of a list, such as `Outcome 2`."""
    return page.locator(".entry", has=page.get_by_text(name, exact=True)).last


def choose(page: Page, words: str, name: str, typed: str, label: str) -> None:
    """Finds a term of a long list by a word, and takes it."""
    question(page, words, name).get_by_label("Find it by a word").fill(typed)
    box(page, words, name).select_option(label=label)


def cited_from(page: Page, name: str, source: int) -> None:
    """Says which source tells of an entry."""
    choices = box(page, "Which of your sources says so?", name)
    choices.select_option(index=source)


def not_reported(page: Page, words: str, name: str = "") -> None:
    """Says that nobody knows."""
    question(page, words, name).get_by_label("Not reported").check()


def tell_what_it_is_about(page: Page) -> None:
    """The first group, with a year in words and half a publication."""
    page.get_by_label("Case study", exact=True).check()
    box(page, "Did it have a name?").fill("NO")
    box(page, "What is the place called?").fill("Cedar Row #2")
    box(page, "Which local authority").fill("Otherville: the old borough")
    box(page, "In which region").select_option("north-west")
    box(page, "What kind of partnership").select_option("local-strategic-partnership")
    box(page, "In which year did it start?").fill("last spring")
    page.get_by_label("Delivered", exact=True).check()
    box(page, "Who tells it?", "Source 1").fill("Adviser - she worked with the partnership's chairs")
    press(page, "Add a source")
    entry(page, "Source 2").get_by_label("It stands in a report, an evaluation or minutes").check()
    box(page, "Who wrote it", "Source 2").fill(PUBLICATION)
    box(page, "In which year was it published?", "Source 2").fill("2005")


def tell_what_was_done(page: Page) -> None:
    """The problem and the deed, with figures that have no source and a pair given twice."""
    box(page, "What was it like before?").fill(BEFORE)
    box(page, "What happened, step by step?").fill(DEED)
    box(page, "Why did that help", "Answer 1").fill(HOW)
    press(page, "Add an answer")
    choose(page, "What did people lack before?", "Answer 2", "chair", "Chairing")
    choose(page, "What did people do together", "Answer 2", "away day", "Awayday")
    box(page, "Why did that help", "Answer 2").fill(OTHER_HOW)
    box(page, "Which organisation led it?").fill('"Better chairs": Otherville Council')
    for at, partner in enumerate(["# 1 Chairs' Forum", "- The Row & Friends", "NO"], start=1):
        press(page, "Add a partner")
        page.get_by_label(f"partner {at}", exact=True).fill(partner)


def tell_of_an_outcome(page: Page, at: int, level: str) -> None:
    """One change."""
    name = f"Outcome {at}"
    press(page, "Add an outcome")
    box(page, "What changed?", name).fill(CHANGES[at - 1])
    entry(page, name).get_by_label(level, exact=True).check()
    entry(page, name).get_by_label("Reported by people who took part", exact=True).check()
    box(page, "Who says so?", name).fill("Two of the chairs")
    not_reported(page, "What was it compared with?", name)
    not_reported(page, "How long afterwards", name)
    cited_from(page, name, at)


def tell_the_rest(page: Page) -> None:
    """What changed, what was hard, what it took and the summary: with a source too few and a sentence too few."""
    tell_of_an_outcome(page, 1, "Behaviour")
    tell_of_an_outcome(page, 2, "Learning")
    press(page, "Add an entry")
    page.get_by_label("Was hard", exact=True).check()
    box(page, "What was it?", "Entry 1").fill("Two chairs never used the timer - 'it's rude', they said.")
    cited_from(page, "Entry 1", 1)
    page.get_by_label("Partnership budget", exact=True).check()
    box(page, "What did it cost?").fill("£450: lunch, shed & timers #receipts")
    box(page, "How long did it take?").fill("One day")
    not_reported(page, "Who did the work?")
    not_reported(page, "Where did the partnership stand")
    page.get_by_label("Partnership chairs", exact=True).check()
    press(page, "Add a condition")
    box(page, "What had to be in place?", "Condition 1").select_option(label="Committed leaders")
    box(page, "How did you see that it mattered?", "Condition 1").fill(
        'The leader came first, and stayed - "to the end".'
    )
    box(page, "What was done, in one line?").fill(TITLE + ", and much more besides")
    box(page, "How would you tell it in two sentences?").fill(SUMMARY.partition(".")[0])


def cite(page: Page, words: str, key: str) -> None:
    """Puts the mark of the second source behind the first or the last paragraph."""
    place = question(page, words)
    place.locator("textarea").press(key)
    place.get_by_role("button", name="Cite Source 2").click()


MISTAKES = [
    "Start (dates): 'last spring' should be a whole number: digits only, without quotation marks.",
    "Part (source 2): This field is missing. Where in the publication it stands: section number and heading.",
    "Story: 'Twelve' is a figure without a source. End the paragraph with a citation such as [^account].",
    "Story: '£5' is a figure without a source. End the paragraph with a citation such as [^account].",
    "Answer 2: The pair 'chairing' and 'awayday' stands in answer 1 already. Join the two sentences.",
    "Source (effort): Say which source tells of cost, time and people.",
    "Title: This has 84 characters; it may have 80. Cut 4.",
    "Summary: A summary is two sentences: the problem; then what was done and what came of it. This has 1.",
]


def put_all_right(page: Page) -> None:
    """Mends one mistake after the other; each leaves the summary when it is mended."""
    assert put_right(page) == MISTAKES
    left = list(MISTAKES)
    effort = question(page, "What did it cost in money, time and people?").locator("select")
    acts = {
        "Start": lambda: box(page, "In which year did it start?").fill("2003"),
        "Story: 'Twelve'": lambda: cite(page, "What was it like before?", "Control+End"),
        "Story: '£5'": lambda: cite(page, "What happened, step by step?", "Control+Home"),
        "Answer 2": lambda: choose(page, "What did people do together", "Answer 2", "think", "Creative meetings"),
        "Source (effort)": lambda: effort.select_option(index=2),
        "Title": lambda: box(page, "What was done, in one line?").fill(TITLE),
        "Summary": lambda: box(page, "How would you tell it in two sentences?").fill(SUMMARY),
        "Part": lambda: box(page, "Where in it does this stand?", "Source 2").fill("Section 4: what changed"),
    }
    for mistake, act in acts.items():
        act()
        left = [one for one in left if not one.startswith(mistake)]
        expect(page.locator(".summary__list a")).to_have_text(left)
    expect(page.locator(".summary")).to_have_text(
        "Everything is in orderThe check finds nothing to put right. You can send your case below."
    )


def by_mouse(page: Page, site_url: str, folder: Path) -> Path:
    """The journey with the mouse."""
    page.goto(f"{site_url}gap_map/?needs=developing-skills&needs=meeting-to-think")
    cell(page, "needs", "chairing", "awayday").get_by_role("link", name="Nothing yet. Tell us").click()
    ready(page)
    expect(page.locator("[data-missing]")).to_have_text(
        "What is missing: a case that met the need “Chairing” with the approach “Awayday”."
    )
    tell_what_it_is_about(page)
    tell_what_was_done(page)
    before = stored(page)
    page.reload()
    ready(page)
    assert stored(page) == before
    expect(box(page, "In which year did it start?")).to_have_value("last spring")
    expect(box(page, "What was it like before?")).to_have_value(BEFORE)
    expect(box(page, "Why did that help", "Answer 2")).to_have_value(OTHER_HOW)
    expect(page.get_by_label("partner 3", exact=True)).to_have_value("NO")
    axe_finds_nothing(page)
    tell_the_rest(page)
    press(page, "Check my case")
    axe_finds_nothing(page)
    put_all_right(page)
    press(page, "Preview")
    shown = page.get_by_role("region", name="Preview: nobody sees this but you")
    expect(shown.locator(".preview__title")).to_have_text(TITLE)
    expect(shown.locator(".outcome__change")).to_have_text([f"{CHANGES[0]}[1]", f"{CHANGES[1]}[2]"])
    axe_finds_nothing(page)
    file = saved(downloaded(page, lambda: press(page, "Download the file")), folder)
    expect(page.locator(".ways__said")).to_have_text(f"The file {BY_MOUSE} is among your downloads.")
    axe_finds_nothing(page)
    return file


FOCUSED = """() => {
  const one = document.activeElement;
  const name = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent;
  return [name.trim(), one.closest(".ask")?.querySelector(".ask__question").textContent ?? ""];
}"""


class Keys:
    """Somebody who has no mouse: Tab until the right thing has the focus, then type."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, words: str, asked: str = "", *, key: str = "Tab") -> None:
        """Goes on to what is called so, in the question that begins so."""
        for _ in range(300):
            self.page.keyboard.press(key)
            name, question = self.page.evaluate(FOCUSED)
            if name.startswith(words) and question.startswith(asked):
                return
        raise AssertionError(f"Tab does not lead to: {words}")

    def press(self, *keys: str) -> None:
        """Presses keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str, text: str) -> None:
        """Goes to an answer and types it."""
        self.to(words)
        self.page.keyboard.insert_text(text)

    def silent(self, asked: str) -> None:
        """Says that nobody knows."""
        self.to("Not reported, or I do not know", asked)
        self.press("Space")

    def find(self, asked: str, word: str, label: str) -> None:
        """Finds a term of a long list by a word, and takes the one that is left."""
        self.to("Find it by a word", asked)
        self.page.keyboard.type(word)
        self.press("Tab", "ArrowDown")
        assert self.page.evaluate("document.activeElement.selectedOptions[0].label") == label


def fill_by_keyboard(keys: Keys) -> None:
    """A brief, with a year in words, a figure without a source and a sentence too few."""
    keys.type("What is the place called?", "Cedar Row")
    keys.type("Which local authority", "Otherville")
    keys.to("In which region or nation?")
    keys.page.keyboard.type("North W")
    keys.to("What kind of partnership was it?")
    keys.press("ArrowDown")
    keys.type("In which year did it start?", "soon")
    keys.to("", "How far had it come?")
    keys.press("Space")
    keys.type("Who tells it?", "Chair of the residents' group")
    keys.type("What was the problem, and what did they do?", TOUR_STORY)
    keys.page.keyboard.type("Fifteen answered.")
    keys.find("What did people lack before?", "strangers round", "Knowing your partners")
    keys.find("What did people do together", "reaching out", "Outreach events")
    keys.type("Why did that help with this?", TOUR_HOW)


def sum_up_by_keyboard(keys: Keys) -> None:
    """The rest of the brief."""
    keys.silent("What changed, and who says so?")
    keys.silent("What did not work, or was hard?")
    keys.to("Residents", "Who took part or learned?")
    keys.press("Space")
    keys.type("What was done, in one line?", TOUR)
    keys.type("How would you tell it in two sentences?", "Few residents came to the hall, and nobody asked why.")


SLIPS = [
    "Start (dates): 'soon' should be a whole number: digits only, without quotation marks.",
    "Id (source 1): 'account' is cited nowhere in this record. "
    "Cite it as [^account] or in an outcome, or delete the entry.",
    "Story: 'Fifteen' is a figure without a source. End the paragraph with a citation such as [^account].",
    "Summary: A summary is two sentences: the problem; then what was done and what came of it. This has 1.",
]


def follow(keys: Keys, line: str) -> None:
    """Goes back to a line of the summary and follows it to its answer."""
    keys.to(line, key="Shift+Tab")
    keys.press("Enter")


def mend_by_keyboard(keys: Keys) -> None:
    """Follows each line of the summary; each leaves it when it is mended."""
    lines = keys.page.locator(".summary__list a")
    expect(lines).to_have_text(SLIPS)
    keys.to("Summary")
    keys.press("Enter", "Control+End")
    keys.page.keyboard.insert_text(" The board went from gate to gate.")
    expect(lines).to_have_text(SLIPS[:3])
    follow(keys, "Story")
    keys.to("Cite Source 1")
    keys.press("Enter")
    expect(lines).to_have_text(SLIPS[:1])
    follow(keys, "Start")
    keys.press("Control+a")
    keys.page.keyboard.insert_text("2003")
    expect(keys.page.locator(".summary h2")).to_have_text("Everything is in order")


def by_keyboard(page: Page, site_url: str, folder: Path) -> Path:
    """The journey without a mouse."""
    page.goto(f"{site_url}gap_map/")
    keys = Keys(page)
    keys.to("Nothing yet. Tell us: Building the knowledge base, Reaching out")
    keys.press("Enter")
    ready(page)
    assert stored(page) == []
    expect(box(page, "What did people lack before?", "Answer 1")).to_have_value("")
    fill_by_keyboard(keys)
    before = stored(page)
    page.reload()
    ready(page)
    assert stored(page) == before
    sum_up_by_keyboard(keys)
    keys.to("Check my case")
    keys.press("Enter")
    mend_by_keyboard(keys)
    keys.to("Preview")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Preview: nobody sees this but you")).to_be_focused()
    expect(page.locator(".preview__title")).to_have_text(TOUR)
    axe_finds_nothing(page)
    keys.to("Download the file", key="Shift+Tab")
    return saved(downloaded(page, lambda: keys.press("Enter")), folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the downloads of both advisers lie."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def mouse_file(browser: Browser, site_url: str, folder: Path) -> Path:
    """The file of the journey with the mouse."""
    with reader(browser, site_url) as page:
        return by_mouse(page, site_url, folder)


@pytest.fixture(scope="module")
def keyboard_file(browser: Browser, site_url: str, folder: Path) -> Path:
    """The file of the journey without a mouse."""
    with reader(browser, site_url) as page:
        return by_keyboard(page, site_url, folder)


@pytest.fixture(scope="module")
def project(mouse_file: Path, keyboard_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with both files in it, as they came."""
    root = copy_project(tmp_path_factory.mktemp("journey"))
    for file in (mouse_file, keyboard_file):
        (root / "docs" / "case_studies" / file.name).write_bytes(file.read_bytes())
    return root


@pytest.fixture(scope="module")
def next_url(project: Path) -> Iterator[str]:
    """The address of the next site: with both cases."""
    built = build(project)
    assert built.returncode == 0, built.stdout + built.stderr
    with served(project / "site") as address:
        yield address


@pytest.fixture
def next_site(browser: Browser, next_url: str) -> Iterator[Page]:
    """A page of somebody who reads the next site."""
    with reader(browser, next_url) as page:
        yield page


def fields_of(file: Path) -> dict[str, Any]:
    """The fields of a file."""
    return parse(file.read_text(encoding="utf-8"), file.name)[0].data


def test_a_case_by_mouse(mouse_file: Path) -> None:
    fields = fields_of(mouse_file)
    assert mouse_file.name == BY_MOUSE
    assert (fields["title"], fields["name"], fields["summary"]) == (TITLE, "NO", SUMMARY)
    assert fields["place"] == {"name": "Cedar Row #2", "area": "Otherville: the old borough", "region": "north-west"}
    assert fields["partners"] == ["# 1 Chairs' Forum", "- The Row & Friends", "NO"]
    assert [one["how"] for one in fields["answers"]] == [HOW, OTHER_HOW]
    assert [(one["change"], one["source"]) for one in fields["outcomes"]] == [
        (CHANGES[0], "account"),
        (CHANGES[1], "publication"),
    ]
    assert fields["effort"]["cost"] == "£450: lunch, shed & timers #receipts"


def test_a_brief_by_keyboard(keyboard_file: Path) -> None:
    fields = fields_of(keyboard_file)
    assert keyboard_file.name == BY_KEYBOARD
    assert (fields["depth"], fields["title"], fields["dates"]) == ("brief", TOUR, {"start": 2003})
    assert fields["answers"] == [{"need": "knowing-partners", "approach": "outreach-events", "how": TOUR_HOW}]
    assert keyboard_file.read_text(encoding="utf-8").endswith(f"\n---\n\n{TOUR_STORY}Fifteen answered.[^account]\n")


ADVICE = f"""
Advice on plain English, for you to take or leave:
docs/case_studies/{BY_MOUSE}:3:22: Title: 'NO' is an acronym. \
Write the words, or add it to the glossary: schemas/vocabularies/glossary.yml
"""


def test_both_files_pass_the_check_untouched(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = ("docs/*/*.md", "schemas/vocabularies/*.yml", "published/*.yml", "published/*.txt")
    count = sum(len(list(project.glob(files))) for files in folders)
    assert check.main([], project) == 0
    assert capsys.readouterr().out == f"{count} files checked, no problems\n{ADVICE}"


def told_on(file: Path) -> str:
    """The day of the account as pages write it."""
    day = date.fromisoformat(str(fields_of(file)["sources"][0]["told_on"]))
    return f"{day.day} {day:%B %Y}"


def test_the_page_tells_the_case(next_site: Page, next_url: str, mouse_file: Path) -> None:
    day = told_on(mouse_file)
    next_site.goto(f"{next_url}case_studies/{BY_MOUSE.removesuffix('.md')}/")
    expect(next_site.locator("h1")).to_have_text(TITLE)
    expect(next_site.locator(".called")).to_have_text("NO")
    expect(next_site.locator(".lede")).to_have_text(SUMMARY)
    expect(next_site.locator(".outcome__change")).to_have_text([f"{CHANGES[0]}1", f"{CHANGES[1]}2"])
    expect(next_site.locator(".didnot__item")).to_contain_text(
        "Two chairs never used the timer - 'it's rude', they said."
    )
    expect(next_site.locator(".sources-list li")).to_contain_text(
        [
            f"Told by: Adviser - she worked with the partnership's chairs, {day}.",
            f"{PUBLICATION} (2005), Section 4: what changed.",
        ]
    )


def test_the_page_tells_the_brief(next_site: Page, next_url: str, keyboard_file: Path) -> None:
    day = told_on(keyboard_file)
    next_site.goto(f"{next_url}case_studies/{BY_KEYBOARD.removesuffix('.md')}/")
    expect(next_site.locator("h1")).to_have_text(TOUR)
    expect(next_site.get_by_text(TOUR_STORY.strip())).to_be_visible()
    expect(next_site.locator("#what-changed-and-how-we-know + p")).to_have_text(
        "The account does not say what changed."
    )
    expect(next_site.locator(".sources-list li")).to_contain_text([f"Told by: Chair of the residents' group, {day}."])


GAPS = [
    ("chairing", "awayday", BY_MOUSE, TITLE, HOW),
    ("chairing", "creative-meetings", BY_MOUSE, TITLE, OTHER_HOW),
    ("knowing-partners", "outreach-events", BY_KEYBOARD, TOUR, TOUR_HOW),
]


@pytest.mark.parametrize(("need", "approach", "file", "title", "how"), GAPS, ids=[gap[1] for gap in GAPS])
def test_need_and_approach_list_it_with_its_reason(
    next_site: Page, next_url: str, need: str, approach: str, file: str, title: str, how: str
) -> None:
    for address in (f"needs/{need}/#{approach}", f"approaches/{approach}/#{need}"):
        next_site.goto(next_url + address)
        own = next_site.locator(f"#{address.partition('#')[2]} .reasons li", has_text=title)
        expect(own.locator("a")).to_have_attribute("href", f"../../case_studies/{file.removesuffix('.md')}/")
        expect(own.locator(".reasons__how")).to_have_text(how)


def test_the_cells_are_no_longer_empty(next_site: Page, next_url: str) -> None:
    next_site.goto(f"{next_url}gap_map/?needs=developing-skills&needs=meeting-to-think")
    words = "Strongest: reported by people who took part"
    expect(cell(next_site, "needs", "chairing", "awayday")).to_have_text(f"1 case {words}")
    expect(cell(next_site, "needs", "building-the-knowledge-base", "reaching-out")).to_have_text(
        "1 case Tells of no outcome"
    )


FOUND = [("timers", BY_MOUSE), ("allotment", BY_MOUSE), ("bicycle", BY_KEYBOARD), ("board rode", BY_KEYBOARD)]


@pytest.mark.parametrize(("words", "file"), FOUND, ids=[words for words, _ in FOUND])
def test_search_and_finder_find_it(next_site: Page, next_url: str, words: str, file: str) -> None:
    case = file.removesuffix(".md")
    next_site.goto(f"{next_url}find/?q={words}")
    expect(next_site.locator(f".card[id='{case}']")).to_be_visible()
    next_site.locator("header [data-search]").click()
    next_site.get_by_role("combobox", name="Search in your own words").fill(words)
    found = next_site.locator("#search-results")
    expect(found).to_have_attribute("data-query", words)
    expect(found.get_by_role("option").first).to_have_attribute("href", re.compile(f"/case_studies/{case}/"))

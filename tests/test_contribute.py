"""The questions of the form as a page to print, made from the specification of the form."""

from typing import Any

from builders import BRIEF, CASE, catalogue
from whatworks.pages.contribute import page

TERMS = [{"id": "coaching", "label": "Coaching", "definition": "One person helps another to learn."}]
MANY = [{"id": f"place-{number}", "label": f"Place {number}", "definition": "A place."} for number in range(7)]
LISTS = {"approaches": {"terms": TERMS}, "kinds": {"terms": TERMS}, "places": {"terms": MANY}}


def field(name: str, type: str = "text", **more: Any) -> dict[str, Any]:
    """A field of a specification."""
    return {"name": name, "question": f"{name}?", "help": "", "type": type, "silence": False, **more}


def asked(*fields: dict[str, Any]) -> str:
    """The text of the page that asks for these fields in one group."""
    names = [one["name"] for one in fields]
    groups = [{"id": "all", "title": "All of it", "help": "Say it all.", "fields": names}]
    story = [
        {"heading": "Before", "group": "all", "question": "What was it like?", "help": "In short.", "example": "Dull."}
    ]
    kinds = {"brief": {"description": "A short one.", "story": story}}
    form = {"groups": groups, "fields": fields, "kinds": kinds, "vocabularies": LISTS}
    return page(catalogue(CASE, BRIEF), form).text


def question(text: str, words: str) -> str:
    """What the page says of one question, up to the place to write."""
    return text.partition(f">{words}</h")[2].partition('<div class="sheet__lines">')[0]


def test_a_question_has_its_help_and_both_examples() -> None:
    poor = {"text": "<b>It</b> was good.", "why": "How so?"}
    told = question(asked(field("what", help="One line.", examples=["not reported", "They met."], poor=poor)), "what?")
    assert '<p class="sheet__help">One line.</p>' in told
    assert "<div><dt>Good</dt><dd>They met.</dd></div>" in told
    assert '<dt>Poor</dt><dd>&lt;b&gt;It&lt;/b&gt; was good. <span class="ask__why">How so?</span></dd>' in told


def test_a_question_of_the_story_says_for_which_depth() -> None:
    assert question(asked(), "What was it like? (for a brief)").count("Dull.") == 1


def test_what_there_is_to_choose_from() -> None:
    text = asked(
        field("how", "choice", vocabulary="approaches"),
        field("kind", "choice", vocabulary="kinds"),
        field("where", "list", entry=field("*", "choice", vocabulary="places")),
        field("depth", "choice", choices=["brief"]),
    )
    assert '<a href="../approaches/">Choose from this list</a>' in question(text, "how?")
    assert "<dt>Coaching</dt><dd>One person helps another to learn.</dd>" in question(text, "kind?")
    assert "Choose from: Place 0; Place 1; Place 2; Place 3; Place 4; Place 5; Place 6." in question(text, "where?")
    assert "<dt>Brief</dt><dd>A short one.</dd>" in question(text, "depth?")


def test_questions_inside_a_question() -> None:
    inner = [field("who"), field("id", fill="id"), field("hidden", ask="never")]
    text = asked(
        field("sources", "list", silence=True, entry=field("*", "group", fields=inner)), field("no", ask="never")
    )
    assert '<h3>sources?</h3>\n<p class="sheet__silent">If nobody knows, write: not reported.</p>' in text
    assert "<h4>who?</h4>" in text
    assert [words for words in ("id?", "hidden?", "no?") if f">{words}<" in text] == []


def test_a_list_of_texts_has_its_example_on_one_line() -> None:
    text = asked(
        field("names", "list", entry=field("*"), examples=[["One", "Two"]]), field("year", "number", examples=[2003])
    )
    assert "<dd>One; Two</dd>" in question(text, "names?")
    assert "<dd>2003</dd>" in question(text, "year?")


def test_a_site_without_a_form_says_so_much() -> None:
    text = page(catalogue(CASE, BRIEF)).text
    assert "sheet__question" not in text
    assert "Smaller ways to help" in text

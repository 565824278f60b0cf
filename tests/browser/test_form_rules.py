"""The form's modules in a real browser: they write what Python writes, and say of it what the check says."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from form_values import GOOD, PIECE, STORY, TEXT, Values, filled_in, good_values
from test_golden_problems import CASES, FILES, PROBLEMS, lists_of, outcome, project
from whatworks import figures, markup
from whatworks.file_names import better_name
from whatworks.forms.form import form
from whatworks.forms.reading import as_values, sections
from whatworks.forms.rules_as_data import PATTERNS, SOURCES
from whatworks.forms.settling import settled
from whatworks.forms.writing import as_file
from whatworks.front_matter import parse
from whatworks.loading import load

DAY = "2026-11-22"
MODULES = ("record", "check", "read", "close", "markup", "patterns")
LOAD = """async ([modules, spec]) => {
  for (const name of modules) {
    window.form = { ...window.form, ...await import(new URL(`assets/js/contribute/${name}.js`, location.origin)) };
  }
  window.spec = spec;
}"""
# Some of the files of the small project: what is filled in takes their places.
OTHERS = 4
# What a file can get wrong and the form cannot, with the reason.
NOT_EXPRESSED = {
    "the form writes the YAML": """
        alias all-fields-indented anchor apostrophe-between-single-quotation-marks backslash-between-quotation-marks
        bad-fields-and-bad-story bracket-not-closed colon-between-brackets colon-in-a-further-line colon-in-a-list
        colon-in-text colon-missing comment-after-list comment-after-value comment-cuts-a-text
        comment-instead-of-a-value complex-field-name curly-bracket-not-closed deep-nesting duplicate-key
        escape-between-quotation-marks fence-inside-a-text fields-are-a-list fields-do-not-begin-the-file
        fields-not-closed indented-too-far indented-too-little list-below-text merge-conflict no-fields
        no-front-matter quotation-mark-closed-too-late quotation-mark-not-closed second-fence-among-the-fields
        space-missing-after-colon space-missing-after-dash tab tag tag-of-nobody template-variable-in-a-field
        template-variable-in-text-of-a-field text-after-block-mark text-begins-with-a-dash
        text-begins-with-a-special-character text-begins-with-an-asterisk text-goes-on-without-indentation
        three-dots-among-the-fields two-commas-between-brackets two-merge-conflicts words-after-bracket
        words-after-quotation-mark
    """,
    "the form knows the fields": """
        label-used-as-field misspelt-field misspelt-field-of-an-entry misspelt-field-of-sources
        misspelt-field-that-cites unknown-field unknown-field-of-a-group
    """,
    "the form gives each field its kind of value": """
        misspelt-depth number-where-text-is-wanted paragraph-without-quotation-marks true-where-text-is-wanted
        unknown-depth wrong-type-of-an-entry wrong-type-where-silence-is-allowed year-in-quotation-marks
    """,
    "what is empty is left out": "empty-entry empty-field empty-section no-answers texts-of-spaces",
    "only rendering the story shows it": "unsafe-markup",
}


@dataclass(frozen=True)
class Form:
    """The form's modules in a browser, with the small project that they are for."""

    root: Path
    spec: dict[str, Any]
    good: Values
    call: Callable[[str, Any], Any]

    def checked(self, filled: list[Values]) -> list[set[str]]:
        """What the check says of the files of what was filled in, without what only rendering shows."""
        for values in filled:
            (self.root / CASES / f"{values['id']}.md").write_bytes(as_file(values, self.spec, DAY).text.encode())
        with patch("whatworks.loading.load_vocabularies", lists_of):
            found = load(self.root).problems
        paths = [(CASES / f"{values['id']}.md").as_posix() for values in filled]
        return [{one.statement for one in found if one.path == path} for path in paths]


@pytest.fixture(scope="module")
def in_browser(browser: Browser, site_url: str) -> Iterator[Form]:
    """One page for all tests: nothing here draws anything."""
    page = browser.new_page()
    page.goto(f"{site_url}privacy/")
    with project() as root:
        text = (root / CASES / f"{GOOD}.md").read_text(encoding="utf-8")
        for number in range(OTHERS):
            (root / CASES / f"case-{number}.md").write_text(text, encoding="utf-8")
        loaded = load(root)
        spec = form(loaded.schemas, loaded.catalogue)
        page.evaluate(LOAD, [MODULES, spec])
        yield Form(root, spec, good_values(root), page.evaluate)
    page.close()


QUICK = settings(max_examples=60, suppress_health_check=list(HealthCheck))
STATEMENTS = """([list, day]) => list.map((values) => window.form.problems(values, window.spec, day)
  .map(({ field, message }) => (field ? `${field}: ${message}` : message)))"""
ALL = """([list, day]) => list.map((values) => window.form.asFile(values, window.spec, day))"""


# Characters of which nobody sees one: those that the check takes out, and spaces of other widths, which it keeps.
UNSEEN = (
    *("\u200b", "\ufeff", "\u00ad", "\u2060", "\u200f", "\u202e", "\u061c", "\u0007", "\u001f", "\u0085", "\u2028"),
    *("\u2029", "\u00a0", "\u2003", "\u3000", "\u200b\u00a0", " \ufeff "),
)


def texts_of(nodes: list[Any], path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all fields without parts, in the first entry of their lists."""
    for node in nodes:
        own = (*path, node["name"])
        inner, own = (node["entry"], (*own, 0)) if node["type"] == "list" else (node, own)
        yield from texts_of(inner["fields"], own) if inner["type"] == "group" else [own]


def with_text(values: Values, path: tuple[str | int, ...], text: str) -> Values:
    """What was filled in with another text in one field, and with what stands around it."""
    values = copy.deepcopy(values)
    at: Any = values["fields"]
    for step, following in pairwise(path):
        if isinstance(step, int):
            at += [{}] * (not at)
        elif step not in at:
            at[step] = [] if isinstance(following, int) else {}
        at = at[step]
    if path[-1] == len(at):
        at.append(text)
    else:
        at[path[-1]] = text
    return values


def test_a_text_of_which_nobody_sees_anything_is_empty_in_every_field(in_browser: Form) -> None:
    fields = [path for path in texts_of(in_browser.spec["fields"]) if path != ("depth",)]
    tried = [*zip(fields, cycle(UNSEEN[:12])), *zip(fields, cycle(UNSEEN[12:]))]
    tried += [(("withdrawn", "successor"), text) for text in UNSEEN]
    filled = [with_text(in_browser.good, path, text) for path, text in tried]
    filled = [{**values, "id": f"field-{number}"} for number, values in enumerate(filled)]
    shown = [set(statements) for statements in in_browser.call(STATEMENTS, [filled, DAY])]
    assert shown == in_browser.checked(filled)
    for values in filled:
        (in_browser.root / CASES / f"{values['id']}.md").unlink()
    said = [[one for one in statements if "This field is empty." in one] for statements in shown]
    assert [one for one, statements in zip(tried, said, strict=True) if len(statements) != 1] == []
    assert len(fields) > 50


def unseen(good: Values, *texts: str) -> list[Values]:
    """The good values, each with one of these texts as the case that took the place of a withdrawn one."""
    return [with_text(good, ("withdrawn", "successor"), text) for text in texts]


def test_what_is_filled_in_becomes_the_same_file_and_gets_the_same_report(in_browser: Form) -> None:
    seen = {"values": 0, "clean": 0}

    @QUICK
    @example(unseen(in_browser.good, "\u200b", "\ufeff", "\u00ad", "\u2060"))
    @example(unseen(in_browser.good, "\u00a0", "\u0085", "\u2028", "\u202e"))
    @given(st.lists(filled_in(in_browser.spec, in_browser.good), min_size=OTHERS, max_size=OTHERS))
    def compare(filled: list[Values]) -> None:
        filled = [{**values, "id": f"case-{number}"} for number, values in enumerate(filled)]
        written = [as_file(values, in_browser.spec, DAY) for values in filled]
        assert in_browser.call(ALL, [filled, DAY]) == [{"name": one.name, "text": one.text} for one in written]
        shown = [set(statements) for statements in in_browser.call(STATEMENTS, [filled, DAY])]
        found = in_browser.checked(filled)
        for own, others, values in zip(shown, found, filled, strict=True):
            assert own ^ others <= unsafe(values, others)
        seen["values"] += len(filled)
        seen["clean"] += sum(not one for one in found)

    compare()
    assert seen["clean"] * 20 > seen["values"] > 200


def unsafe(values: Values, found: set[str]) -> set[str]:
    """What only rendering a story in Markdown can show; a typed one is always safe."""
    is_typed = all(section["format"] == "plain" for section in values["story"])
    return set() if is_typed else {one for one in found if one.startswith("Story: This would make a page")}


@pytest.mark.parametrize("depth", ["case study", "brief"])
def test_the_report_points_at_what_was_typed(in_browser: Form, depth: str) -> None:
    values = copy.deepcopy(in_browser.good)
    values["kind"] = depth
    values["fields"]["answers"].insert(0, {})
    values["fields"]["answers"][1]["need"] = "confidence"
    values["fields"]["partners"] = ["", "x"]
    values["story"][1:1] = [{"heading": "", "text": " \n", "format": "plain"}]
    values["story"][3]["text"] = "Nobody.\n\n12 came."
    del values["fields"]["title"]
    shown = in_browser.call("([values, day]) => window.form.problems(values, window.spec, day)", [values, DAY])
    assert sorted((one["path"], one["field"], one["code"]) for one in shown if one["field"] != "Title") == [
        (["answers", 1, "need"], "Need (answer 1)", "unknown_term"),
        (["partners", 1], "Partner 1", "too_short"),
        (["story", 3], "Story", "figure_without_citation"),
    ]
    assert [one["path"] for one in shown if one["field"] == "Title"] == [["title"]]


def test_a_missing_section_is_shown_where_it_is_asked_for(in_browser: Form) -> None:
    values = {**copy.deepcopy(in_browser.good), "story": [{"heading": "What they did", "text": "", "format": "plain"}]}
    call = "([values, day]) => window.form.problems(values, window.spec, day)"
    assert [one["path"] for one in in_browser.call(call, [values, DAY]) if one["field"] == "Story"] == [["story"]]
    values["story"].append({"heading": "The problem", "text": "It rained.[^course]", "format": "plain"})
    assert [one["path"] for one in in_browser.call(call, [values, DAY]) if one["field"] == "Story"] == [["story", 0]]


def expressible() -> list[str]:
    """The golden mistakes that can be filled in."""
    return sorted(FILES - {name for names in NOT_EXPRESSED.values() for name in names.split()})


def typed(mistake: str) -> Values:
    """A golden mistake as what is filled in."""
    document, _ = parse((PROBLEMS / f"{mistake}.md").read_text(encoding="utf-8"), mistake)
    fields = {name: value for name, value in document.data.items() if name != "depth"}
    kind = document.data.get("depth") if document.data.get("depth") in ("case study", "brief") else "case study"
    return {"kind": kind, "id": mistake, "fields": fields, "story": list(sections(document.body))}


def golden(mistake: str) -> set[str]:
    """What the check says of a mistake, without advice."""
    advice = ("long_sentence", "unexplained_acronym", "word_to_avoid")
    return {one.statement for one in outcome(mistake).own if one.code not in advice}


@pytest.mark.parametrize("mistake", expressible())
def test_a_golden_mistake_gets_the_same_words(in_browser: Form, mistake: str) -> None:
    [shown] = in_browser.call(STATEMENTS, [[typed(mistake)], DAY])
    assert set(shown) == golden(mistake)


def test_what_is_said_to_be_beyond_the_form_is_so(in_browser: Form) -> None:
    listed = sorted(name for names in NOT_EXPRESSED.values() for name in names.split())
    shown = in_browser.call(STATEMENTS, [[typed(name) for name in listed], DAY])
    assert [name for name, statements in zip(listed, shown, strict=True) if set(statements) == golden(name)] == []


def test_only_real_mistakes_are_listed_and_most_can_be_filled_in() -> None:
    listed = [name for names in NOT_EXPRESSED.values() for name in names.split()]
    assert sorted(set(listed) - FILES) == []
    assert len(listed) == len(set(listed))
    assert len(expressible()) > 100


def test_patterns_find_the_same_in_both_languages(in_browser: Form) -> None:
    call = """([names, texts]) => texts.map((text) => names.map((name) =>
      window.form.all(window.spec, name, text).map(([found]) => found)))"""

    @QUICK
    @example(["<<<<<<< HEAD\n", "<<<<<<< HEAD\n\n", "a.md\n", "a.md"])
    @given(st.lists(st.one_of(TEXT, STORY).map(shown), min_size=30, max_size=30))
    def compare(texts: list[str]) -> None:
        found = [[[one.group() for one in SOURCES[name].finditer(text)] for name in PATTERNS] for text in texts]
        assert in_browser.call(call, [[*PATTERNS], texts]) == found

    compare()


def shown(text: str) -> str:
    """A text as the rules see it: without what the check takes out first, and with halves of characters made whole."""
    text = text.replace("\r", "\n").encode("utf-8", "replace").decode()
    return "".join(one for one in text if one in "\t\n" or one.isprintable() or one.isspace()).translate(LINES)


LINES = {ord(one): " " for one in "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\ufeff"}


def test_a_story_is_read_the_same_in_both_languages(in_browser: Form) -> None:
    call = """(texts) => texts.map((text) => { const { form, spec } = window; return [
      form.words(spec, text), form.sentences(spec, text), form.prose(spec, text), form.masked(spec, text),
      form.headings(spec, text).map(({ depth, words }) => [depth, words]),
      form.figures(spec, text).map((one) => [one.text, form.plain(one.text)]),
      form.links(spec, text).map(({ target }) => target)]; })"""

    @QUICK
    @given(st.lists(st.one_of(TEXT, STORY).map(shown).filter(is_narrow), min_size=20, max_size=20))
    def compare(texts: list[str]) -> None:
        assert in_browser.call(call, texts) == [as_python_reads(text) for text in texts]

    compare()


def is_narrow(text: str) -> bool:
    """Whether both languages count the same length, so that what is blanked out is equal."""
    return all(ord(one) < 0x10000 for one in text)


def as_python_reads(text: str) -> list[Any]:
    links = (found.group(1) or found.group(2) or "" for found in markup.LINK.finditer(markup.masked(text)))
    return [
        markup.words(text),
        len(markup.sentences(text)),
        markup.prose(text),
        markup.masked(text),
        [[depth, words] for depth, words, _ in markup.headings(text)],
        [[one.text, one.plain] for one in figures.figures(text)],
        list(links),
    ]


def test_the_nearest_word_is_the_same_in_both_languages(in_browser: Form) -> None:
    call = "(list) => list.map(([word, choices]) => window.form.nearest(word, choices) ?? null)"
    words = st.one_of(st.text("abc-", max_size=6), st.text(max_size=5), st.text("ab", min_size=190, max_size=230))

    @QUICK
    @given(st.lists(st.tuples(words, st.lists(words, max_size=6)), min_size=20, max_size=20))
    def compare(asked: list[tuple[str, list[str]]]) -> None:
        nearest = [
            next(iter(get_close_matches(word, sorted(choices), n=1, cutoff=0.6)), None) for word, choices in asked
        ]
        assert in_browser.call(call, asked) == nearest

    compare()


def test_names_of_files_are_the_same_in_both_languages(in_browser: Form) -> None:
    call = "(words) => words.map((one) => `${window.form.betterName(one)}.md`)"

    @QUICK
    @given(st.lists(st.one_of(PIECE, TEXT), min_size=20, max_size=20))
    def compare(words: list[str]) -> None:
        assert in_browser.call(call, words) == [better_name(one) for one in words]

    compare()


@pytest.mark.parametrize(
    ("id", "statements"),
    [
        ("case-0", []),
        ("", []),
        (
            "Map of Services",
            [
                "The file name 'Map of Services.md' is the page's address, so it has small letters, digits and hyphens "
                "only. Rename it to 'map-of-services.md'."
            ],
        ),
        (
            "Case-0",
            [
                "The file names 'Case-0.md' and 'case-0.md' differ only in capital letters, and many computers cannot "
                "keep both. Rename one of them."
            ],
        ),
    ],
)
def test_a_name_is_judged_as_the_check_judges_it(in_browser: Form, id: str, statements: list[str]) -> None:
    assert in_browser.call(STATEMENTS, [[{**in_browser.good, "id": id}], DAY]) == [statements]


def test_a_story_that_is_too_large_is_refused(in_browser: Form) -> None:
    values = copy.deepcopy(in_browser.good)
    values["story"][0]["text"] = "Text that was pasted in. " * 2100
    message = (
        "The file has 54 KB; a record has at most 50 KB. "
        "Was a picture or a whole report pasted in? Keep the story only."
    )
    assert in_browser.call(STATEMENTS, [[values], DAY]) == [[message]]
    assert in_browser.checked([{**values, "id": "case-0"}]) == [{message}]


def test_what_git_left_behind_is_named(in_browser: Form) -> None:
    values = copy.deepcopy(in_browser.good)
    values["story"][0]["text"] = "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n"
    [shown] = in_browser.call(STATEMENTS, [[values], DAY])
    assert shown == [
        "'<<<<<<<' is left from a merge conflict. Keep the version you want and delete the three marker lines."
    ]
    assert in_browser.checked([{**values, "id": "case-0"}]) == [set(shown)]


def test_every_case_opens_in_the_form_and_is_written_back_without_a_problem(in_browser: Form) -> None:
    loaded = load(Path(__file__).resolve().parents[2])
    spec = form(loaded.schemas, loaded.catalogue)
    cases = [as_values(case, spec) for case in loaded.catalogue.cases]
    call = """([cases, spec, day]) => cases.map((one) => window.form.fromRecord(one, spec))
      .map((values) => ({ ...window.form.asFile(values, spec, day),
        problems: window.form.problems(values, spec, day) }))"""
    found = in_browser.call(call, [cases, spec, DAY])
    assert {one["name"]: one["problems"] for one in found if one["problems"]} == {}
    written = {file.name: file.text for file in (as_file(values, spec, DAY) for values in cases)}
    assert {one["name"]: one["text"] for one in found} == written


def test_what_is_no_record_opens_an_empty_form(in_browser: Form) -> None:
    asked = [one["heading"] for one in in_browser.spec["kinds"]["case study"]["story"]]
    empty = {
        "kind": "case study",
        "id": "",
        "fields": {},
        "story": [{"heading": one, "text": "", "format": "plain"} for one in asked],
    }
    strange: list[Any] = [
        *({}, None, 3, "text", [], {"kind": "novel", "id": 7, "fields": [], "story": {"a": 1}}),
        {
            "fields": {"title": {"a": 1}, "depth": "brief", "nothing": "x", "place": [1], "dates": None},
            "story": [None, 3],
        },
    ]
    call = "(list) => list.map((one) => window.form.fromRecord(one, window.spec))"
    assert in_browser.call(call, strange) == [empty] * len(strange)


def test_a_draft_is_kept_as_it_is(in_browser: Form) -> None:
    draft = {
        "kind": "brief",
        "id": "a draft",
        "fields": {
            "title": "  Half ",
            "answers": [{}, {"how": "because"}],
            "dates": {"start": "20"},
            "audiences": "not reported",
        },
        "story": [
            {"heading": "", "text": " It ", "format": "plain"},
            {"heading": "The problem", "text": "kept", "format": "markdown"},
        ],
    }
    assert in_browser.call("(draft) => window.form.fromRecord(draft, window.spec)", draft) == draft
    deeper = in_browser.call("(draft) => window.form.fromRecord({ ...draft, kind: 'case study' }, window.spec)", draft)
    assert [one["heading"] for one in deeper["story"]] == ["", "The problem", "What they did", "What came of it"]


def test_what_the_form_fills_in_is_the_same_in_both_languages(in_browser: Form) -> None:
    values: Values = {
        "kind": "brief",
        "fields": {
            "sources": [
                {"told_by": "An adviser"},
                {"told_by": "A chair"},
                {"document": "anytown-2004"},
                {"publication": "x"},
            ]
        },
        "story": [],
    }
    assert [one["id"] for one in settled(values, in_browser.spec, DAY)["sources"]] == [
        *("account", "account-2", "report", "publication"),
    ]
    [file] = in_browser.call(ALL, [[values], "2024-02-29"])
    assert file == {"name": "place-and-deed.md", "text": as_file(values, in_browser.spec, "2024-02-29").text}
    assert "reviewed: 2024-02-29\nreview_by: 2026-02-28\n" in file["text"]

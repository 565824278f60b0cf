"""From text to data: nothing is changed, nothing is lost, and nothing that anybody can write raises an error."""

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import hostile
from test_golden_problems import CASES, GOOD, lists_of, project
from whatworks.checking import checked as checked_record
from whatworks.front_matter import MOST_KB, parse, read_yaml
from whatworks.loading import load, read_folder
from whatworks.placed_text import Document
from whatworks.plain_yaml import DEEPEST, plain
from whatworks.problems import Problem
from whatworks.records import FOLDERS, Read
from whatworks.rules import Around, story

RECORD = "docs/case_studies/anytown.md"
GOOD_NAME = "anytown-residents-practise-speaking.md"
# What a file may hold, with more than chance would give of what YAML and Markdown take for signs.
# fmt: off
SIGNS = st.sampled_from(
    [
        "---\n", "...\n", "\n", "\n  ", "- ", ": ", " #", "[", "]", "{", "}", "{{ x }}", '"', "'", "&a ", "*a ",
        "!b ", "|", ">-\n", "%YAML 9\n", "? ", "<<: ", "\t", "\\", "\r", "\x00", "\x85", "\u2028", "\u202e", "\ufeff",
        "\ufffe", "@", "`", "<b>", "title: x\n", "sources:\n", "depth: brief\n", "## The problem\n", "[^a]",
        "[a](b.md)", "![a](b)", "<!--", "12", "NO", "~", "answers: [", "place: {", "outcomes:\n  - ", "dates: ",
        "not reported", "summary: >-\n  ",
    ]
)
# fmt: on
TEXTS = st.lists(st.one_of(SIGNS, st.text(max_size=8)), max_size=30).map("".join)
WORDS = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30)


@cache
def around() -> Around:
    """What the rules know of the small project."""
    with project() as root:
        schemas, *_ = lists_of(root)
        loaded = load(root)
        cases = frozenset(one.id for one in read_folder(root, "case_studies"))
        files = frozenset(f"case_studies/{case}.md" for case in cases)
        return Around(schemas, cases, loaded.catalogue.source_by_id, files)


def checked(text: str, folder: str = "case_studies") -> list[Problem]:
    """Everything that the check says of a text as a record."""
    document, problems = parse(text, RECORD)
    return [*problems, *checked_record(Read("anytown", folder, document, tuple(problems)), around())]


def problems_of(text: str) -> list[str]:
    return [f"{problem.line}:{problem.column} {problem.code}" for problem in parse(text, RECORD)[1]]


def changed(text: str, place: int, length: int, sign: str) -> str:
    """A text with a piece taken out and a sign put in."""
    start = place % (len(text) + 1)
    return text[:start] + sign + text[start + length :]


@given(TEXTS)
@example("")
@example("---")
@example("---\n---")
@example("---\n%\n---\n")
@example("---\n\ufffe\n---\n")
@example("---\na: !\n---\n")
@example("---\ntitle: [" + "[" * 600 + "\n---\n")
@settings(max_examples=200)
def test_no_text_at_all_raises_an_error(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n{text}"):
        for folder in FOLDERS:
            for problem in checked(whole, folder):
                assert problem.path == RECORD
                assert problem.line >= 1
                assert problem.column >= 1
                assert problem.message
    read_yaml(text, "schemas/vocabularies/needs.yml")


@given(st.integers(0, 100_000), st.integers(0, 40), st.one_of(SIGNS, st.text(max_size=5)))
@settings(max_examples=200)
def test_no_change_to_a_good_record_raises_an_error(place: int, length: int, sign: str) -> None:
    text = changed(GOOD, place, length, sign)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in checked(text):
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@given(st.binary(max_size=200), st.sampled_from(sorted(FOLDERS)))
@settings(max_examples=25)
def test_no_file_at_all_raises_an_error(content: bytes, folder: str) -> None:
    with project() as root, patch("whatworks.loading.load_vocabularies", lists_of):
        (root / "docs" / folder).mkdir(exist_ok=True)
        (root / "docs" / folder / "some-file.md").write_bytes(content)
        load(root)


@given(st.binary(max_size=200))
@settings(max_examples=25)
def test_no_list_of_terms_at_all_raises_an_error(content: bytes) -> None:
    with project() as root:
        (root / "schemas" / "vocabularies" / "stages.yml").write_bytes(content)
        assert any(problem.path == "schemas/vocabularies/stages.yml" for problem in load(root).problems)


# What is named, and how often, where a sign fills the story, the value of a field, and the place of a field.
TWICE = {"duplicate_key": 1, "too_long": 1}
# fmt: off
NAMED: dict[str, tuple[dict[str, int], dict[str, int], dict[str, int]]] = {
    "[": ({"unsafe_markup": 1}, TWICE, {"yaml_no_colon": 1}),
    "![": ({"unsafe_markup": 1}, TWICE, {"yaml_tag": 1}),
    "[a](": ({"too_many_words": 1, "unsafe_markup": 1}, TWICE, {"yaml_no_colon": 1}),
    "<a ": ({"too_many_words": 1, "raw_html": 6667}, {**TWICE, "raw_html": 1}, {"yaml_no_colon": 1}),
    "<!--": ({"raw_html": 5000}, {**TWICE, "raw_html": 1}, {"yaml_no_colon": 1}),
    "`a ": ({"too_many_words": 1}, {**TWICE, "field_markup": 1}, {"yaml_special": 1}),
    "{{": ({}, TWICE, {"yaml_no_colon": 1}),
    "#\n": ({"top_heading": 10000, "unsafe_markup": 1}, TWICE, {}),
    "a\n=\n": ({"too_many_words": 1, "top_heading": 1, "unsafe_markup": 1}, TWICE, {"yaml_no_colon": 1}),
    "> ": ({}, TWICE, {"yaml_special": 1}),
    "**": ({}, TWICE, {"yaml_special": 1}),
    "12 ": ({"too_many_words": 1, "figure_without_citation": 1}, TWICE, {"yaml_no_colon": 1}),
    "(": ({}, TWICE, {"yaml_no_colon": 1}),
    "\t": ({}, {"duplicate_key": 1, "empty": 1}, {"yaml_tab": 1}),
}
# fmt: on


@pytest.mark.parametrize("sign", hostile.SIGNS)
def test_a_sign_that_fills_a_record_is_named(sign: str) -> None:
    found = (dict(Counter(problem.code for problem in checked(text))) for text in hostile.records(GOOD, sign))
    assert tuple(found) == NAMED[sign]


UNSAFE = "Story: This would make a page that is not safe. Use plain Markdown: paragraphs, lists, bold and italic."


@pytest.mark.parametrize(
    ("sign", "most", "measured", "line"),
    [
        ("[", story.MOST_BRACKETS, lambda body: body.split("\n\n")[-1].count("["), 68),
        ("(", story.MOST_RENDERED, len, 56),
        ("\n", story.MOST_LINES, lambda body: body.count("\n"), 56),
    ],
)
def test_a_story_that_would_take_long_to_render_is_refused_and_not_rendered(
    sign: str, most: int, measured: Callable[[str], int], line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    around()  # whose records are not the one that is looked at here
    rendered: list[int] = []
    unsafe = story.unsafe
    monkeypatch.setattr(story, "unsafe", lambda body: rendered.append(measured(body)) or unsafe(body))
    own = parse(f"{GOOD}\n", RECORD)[0].body
    filled = f"{GOOD}\n{sign * (most - measured(own))}"
    assert checked(filled) == []
    assert rendered == [most]
    assert [str(problem) for problem in checked(f"{filled}{sign}")] == [f"{RECORD}:{line}:1: {UNSAFE}"]
    assert rendered == [most]


def test_a_file_that_is_too_large_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    with project() as root:
        record, rest = root / CASES / "too-large.md", MOST_KB * 1024 - len(GOOD.encode())
        record.write_text(GOOD.replace("lead: ", f"#{'x' * (rest - 2)}\nlead: "), encoding="utf-8")
        assert record.stat().st_size == MOST_KB * 1024
        assert load(root).problems == ()
        record.write_bytes(record.read_bytes() + b"\n")
        opened: list[str] = []
        read = Path.read_bytes
        monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(path.name) or read(path))
        assert [str(problem) for problem in load(root).problems] == [
            "docs/case_studies/too-large.md:1:1: The file has 51 KB; a record has at most 50 KB. "
            "Was a picture or a whole report pasted in? Keep the story only."
        ]
        assert GOOD_NAME in opened
        assert record.name not in opened


def test_fields_may_be_nested_as_deep_as_any_record_needs_and_no_deeper() -> None:
    deepest = "[" * (DEEPEST - 1)
    assert problems_of(f"---\ntitle: {deepest}{deepest.replace('[', ']')}\n---\n") == []
    _, problems = parse(f"---\ntitle: [{deepest}]{deepest.replace('[', ']')}\n---\n", RECORD)
    assert [str(problem) for problem in problems] == [
        f"{RECORD}:2:{len('title: ') + DEEPEST}: The fields are nested more than 12 levels deep. "
        "No field of a record needs that."
    ]


VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS.filter(bool), inner, max_size=3),
    max_leaves=8,
)


def quoted(text: str) -> str:
    """A text between single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


def written(value: object) -> str:
    """A value as a careful author would write it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)}: {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


@given(st.dictionaries(WORDS.filter(bool), VALUES, min_size=1, max_size=4), st.booleans())
def test_data_of_json_come_back_as_they_were_written(data: dict[str, object], flow: bool) -> None:
    text = written(data) if flow else "\n".join(f"{quoted(key)}: {written(value)}" for key, value in data.items())
    document, problems = parse(f"---\n{text}\n---\n", RECORD)
    assert problems == []
    assert json.dumps(document.data) == json.dumps(data)


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_what_json_writes_is_read_as_json(value: object) -> None:
    assert plain(json.dumps(value)) == value
    assert type(plain(json.dumps(value))) is type(value)


@given(st.text(alphabet="0123456789.eE+-_xonNaIfity:~", max_size=12))
def test_a_plain_value_is_text_or_writes_back_the_same_characters(text: str) -> None:
    value = plain(text)
    assert value == text if isinstance(value, str) else json.dumps(value) == (text or "null")


# fmt: off
@pytest.mark.parametrize(
    "text",
    [
        "NO", "no", "Yes", "on", "off", "True", "FALSE", "~", "Null", "0123", "0o17", "0x1f", "1_000", "+1", "1.",
        ".5", "12:30", "1:30:00", "2003-10", "2024-05-01", "2001-12-14T21:59:43Z", "3.10", "1e3", ".inf", "-.inf",
        ".nan", "NaN", "Infinity", "-Infinity", "-0", "1.0e2", "<<", "=", "-",
    ],
)
def test_what_other_readers_change_stays_text(text: str) -> None:
    document, problems = parse(f"---\nname: {text}\nlist: [a, {text}]\n{text}: x\n---\n", RECORD)
    if text != "-":  # which begins a list
        assert problems == []
        assert document.data == {"name": text, "list": ["a", text], text: "x"}
# fmt: on


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("false", False), ("null", None), ("3", 3), ("-1.5", -1.5)]
)
def test_what_json_would_read_is_read(text: str, value: object) -> None:
    assert parse(f"---\nname: {text}\n---\n", RECORD)[0].data == {"name": value}


def test_a_number_that_is_too_long_for_anybody_stays_text() -> None:
    assert plain("9" * 5000) == "9" * 5000


def test_places_of_keys_and_values() -> None:
    text = (
        "---\n# a comment\ntitle: Residents\nplace: {name: Anytown}\nanswers:\n  - need: x\n    how: >-\n\n"
        "      Two\n      lines\nempty:\n---\n\nStory\n"
    )
    document, problems = parse(text, RECORD)
    assert problems == []
    assert document.data == {
        "title": "Residents",
        "place": {"name": "Anytown"},
        "answers": [{"need": "x", "how": "\nTwo lines"}],
        "empty": None,
    }
    assert dict(document.values) == {
        (): (3, 1),
        ("title",): (3, 8),
        ("place",): (4, 8),
        ("place", "name"): (4, 15),
        ("answers",): (6, 3),
        ("answers", 0): (6, 5),
        ("answers", 0, "need"): (6, 11),
        ("answers", 0, "how"): (9, 7),
        ("empty",): (11, 1),
    }
    assert document.keys["answers", 0, "how"] == (7, 5)
    assert document.where(("answers", 0, "approach")) == (6, 5)
    assert document.where(("nothing",)) == (1, 1)
    assert document.where_key(("place", "name")) == (4, 9)
    assert document.where_in(("answers", 0, "how"), "lines") == (10, 7)
    assert document.where_in(("title",), "Story") == (3, 8)
    assert (document.body, document.body_line) == ("\nStory\n", 13)
    assert document.where_in_body(document.body.index("ory")) == (14, 3)


def test_what_stands_below_the_fields_is_the_story_whatever_it_holds() -> None:
    body = "\nA story.\n\n---\n\nnote: still the story\n\n  - x\n\n...\n"
    document, problems = parse(f"---\ntitle: x\n---\n{body}", RECORD)
    assert problems == []
    assert document.body == body


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_byte_order_mark_and_line_ends_change_nothing(mark: str, end: str) -> None:
    plainly, _ = parse(GOOD, RECORD)
    assert parse(mark + GOOD.replace("\n", end), RECORD) == (plainly, [])


@pytest.mark.parametrize("character", ["\u200b", "\u00ad", "\u202e", "\u0007", "\u2028", "\u0085", "\ufffe", "\u001b"])
def test_invisible_characters_are_reported_and_left_out(character: str) -> None:
    document, problems = parse(f"---\ntitle: Resi{character}dents\nlead: [\n---\n", RECORD)
    assert [f"{one.line}:{one.column} {one.code}" for one in problems] == ["2:12 bad_character", "3:7 yaml_bracket"]
    assert dict(document.data) == {}
    assert parse(f"---\ntitle: Resi{character}dents\n---\n", RECORD)[0].data == {"title": "Residents"}


def test_fields_that_cannot_be_read_leave_the_story() -> None:
    document, problems = parse("---\ntitle: [\n---\nStory\n", RECORD)
    assert [problem.code for problem in problems] == ["yaml_bracket"]
    assert document == Document(RECORD, body="Story\n", body_line=4, text="---\ntitle: [\n---\nStory\n")


def test_a_list_of_terms_has_its_own_lines() -> None:
    document, problems = read_yaml("title: Needs\nterms:\n  - id: a\n    id: b\n", "needs.yml")
    assert [str(problem) for problem in problems] == [
        "needs.yml:4:5: 'id' was given already in line 3. Keep one of the two."
    ]
    assert document.values["terms", 0, "id"] == (3, 9)
    assert read_yaml("a: [", "needs.yml")[1][0].line == 1


def test_a_comment_may_stand_on_a_line_of_its_own_only() -> None:
    assert problems_of("---\n# one\ntitle: a#b\n  # two\nplace: {a: b}\n---\n") == []
    assert problems_of("---\ntitle: a # b\nplace: {a: b} # c\nlist:\n  - d # e\n---\n") == [
        "2:10 comment_after_value",
        "3:15 comment_after_value",
        "5:7 comment_after_value",
    ]
    assert problems_of('---\ntitle: "a # b"\nhow: >-\n  a # b\n---\n') == []


def test_a_good_record_has_no_problem() -> None:
    assert checked(GOOD) == []
    assert Path(CASES).name == "case_studies"

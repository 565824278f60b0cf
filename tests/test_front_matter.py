"""From text to data: nothing is changed, nothing is lost, and nothing that anybody can write raises an error."""

import json
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from test_golden_problems import CASES, GOOD, lists_of, project
from whatworks.checking import checked as checked_record
from whatworks.front_matter import parse, read_yaml
from whatworks.loading import load, read_folder
from whatworks.placed_text import Document
from whatworks.plain_yaml import plain
from whatworks.problems import Problem
from whatworks.records import FOLDERS, Read
from whatworks.rules import Around

RECORD = "docs/case_studies/anytown.md"
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
@settings(max_examples=200, deadline=None)
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
@settings(max_examples=200, deadline=None)
def test_no_change_to_a_good_record_raises_an_error(place: int, length: int, sign: str) -> None:
    text = changed(GOOD, place, length, sign)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in checked(text):
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@given(st.binary(max_size=200), st.sampled_from(sorted(FOLDERS)))
@settings(max_examples=25, deadline=None)
def test_no_file_at_all_raises_an_error(content: bytes, folder: str) -> None:
    with project() as root:
        (root / "docs" / folder).mkdir(exist_ok=True)
        (root / "docs" / folder / "some-file.md").write_bytes(content)
        load(root)


@given(st.binary(max_size=200))
@settings(max_examples=25, deadline=None)
def test_no_list_of_terms_at_all_raises_an_error(content: bytes) -> None:
    with project() as root:
        (root / "schemas" / "vocabularies" / "stages.yml").write_bytes(content)
        assert any(problem.path == "schemas/vocabularies/stages.yml" for problem in load(root).problems)


@pytest.mark.parametrize(
    "sign", ["[", "![", "[a](", "<a ", "<!--", "`a ", "{{", "#\n", "a\n=\n", "> ", "**", "12 ", "(", "\t"]
)
def test_nothing_that_anybody_can_write_takes_long(sign: str) -> None:
    start = time.perf_counter()
    checked(f"{GOOD}\n{(sign * 20_000)[:20_000]}")
    checked(f"{GOOD}\n{(sign * 50_000)[:50_000]}")
    checked(GOOD.replace("lead: Anytown", f"lead: '{(sign * 50_000)[:50_000]}'\nlead: Anytown"))
    checked(GOOD.replace("lead: Anytown", f"{(sign * 50_000)[:50_000]}\nlead: Anytown"))
    assert time.perf_counter() - start < 20


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
@settings(deadline=None)
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

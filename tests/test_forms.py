"""The form's specification, and what was filled in as the file of a record."""

import copy
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given, settings

from builders import catalogue
from form_values import STORY, TEXT, Node, form_of, good_values
from test_golden_problems import ROOT, project
from whatworks.catalogue import Catalogue
from whatworks.clean_text import cleaned
from whatworks.forms import form_files
from whatworks.forms.form import form
from whatworks.forms.patterns import SPACE, UnknownPartError, for_browser
from whatworks.forms.plain_text import as_markdown
from whatworks.forms.reading import as_values, sections
from whatworks.forms.settling import settled
from whatworks.forms.writing import as_file
from whatworks.front_matter import parse
from whatworks.loading import Loaded, load
from whatworks.markup import CITATION, VARIABLE
from whatworks.safe_markup import EXTENSIONS, unsafe
from whatworks.schemas import Schemas
from whatworks.vocabularies import Term, Vocabulary

DAY = "2026-11-22"
MOST_WORDS = 25


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The real project."""
    return load(ROOT)


@pytest.fixture(scope="module")
def spec(loaded: Loaded) -> Node:
    """The specification of the real form."""
    return form(loaded.schemas, loaded.catalogue)


@pytest.fixture(scope="module")
def small() -> tuple[Node, dict[str, Any]]:
    """The specification for the small project, and the values of its good record."""
    with project() as root:
        return form_of(root), good_values(root)


def nodes(fields: list[Node]) -> Iterator[Node]:
    """Fields with all that are inside them."""
    for node in fields:
        yield node
        yield from nodes([*node.get("fields", ()), *([node["entry"]] if "entry" in node else [])])


def asked(spec: Node) -> Iterator[Node]:
    """Every field that somebody fills in; an entry of a list is asked for by its list, or by its fields."""
    fields = [node for node in spec["fields"] if node.get("ask") != "never"]
    yield from (node for node in nodes(fields) if node["name"] != "*")


def test_the_conversation(spec: Node) -> None:
    shown = [node["name"] for node in spec["fields"] if node.get("ask") != "never"]
    parts = {group["id"]: [name for name in group["fields"] if name in shown] for group in spec["groups"]}
    assert parts == {
        "about": ["depth", "name", "also_known_as", "place", "setting", "dates", "status", "sources"],
        "problem": [],
        "deed": ["answers", "lead", "partners"],
        "change": ["outcomes"],
        "setbacks": ["did_not_work"],
        "effort": ["funding", "effort"],
        "others": ["stage", "audiences", "conditions", "related"],
        "summary": ["title", "keywords", "might_say", "summary"],
    }
    told = {kind: [(one["heading"], one["group"]) for one in spec["kinds"][kind]["story"]] for kind in spec["kinds"]}
    assert told == {
        "case study": [("The problem", "problem"), ("What they did", "deed"), ("What came of it", "change")],
        "brief": [("", "deed")],
    }


def questions(spec: Node) -> Iterator[Node]:
    """Everything that is asked: fields and sections."""
    yield from asked(spec)
    for kind in spec["kinds"].values():
        yield from kind["story"]


def test_every_field_is_asked_for_in_plain_words(spec: Node) -> None:
    assert [one for one in questions(spec) if not one["question"].endswith("?")] == []
    words = [one["question"] for one in questions(spec)] + [one["help"] for one in questions(spec)]
    words += [group[key] for group in spec["groups"] for key in ("title", "help")]
    sentences = [sentence for text in words for sentence in re.split(r"(?<=[.?!]) ", text)]
    assert [one for one in sentences if len(one.split()) > MOST_WORDS] == []
    assert {one["help"]: one for one in questions(spec) if len(re.split(r"(?<=[.?!]) ", one["help"])) > 3} == {}


def test_wherever_people_write_there_is_a_good_and_a_poor_example(spec: Node) -> None:
    written = [node for node in asked(spec) if node["type"] == "text" and "pattern" not in node["limits"]]
    written += [node for node in asked(spec) if node.get("entry", {}).get("type") == "text"]
    assert len(written) > 20
    assert [node["path"] for node in written if set(node.get("poor", ())) != {"text", "why"}] == []
    good = {tuple(node["path"]): node["examples"][0] for node in written if node["type"] == "text"}
    limits = {tuple(node["path"]): node["limits"] for node in written}
    assert [path for path, text in good.items() if text == "not reported"] == []
    assert [
        path
        for path, text in good.items()
        if not limits[path].get("minLength", 0) <= len(text) <= limits[path].get("maxLength", 999)
    ] == []
    sections = [one for kind in spec["kinds"].values() for one in kind["story"]]
    assert [one for one in sections if not (one["example"] and set(one["poor"]) == {"text", "why"})] == []


def test_the_same_records_give_the_same_specification(loaded: Loaded, spec: Node) -> None:
    assert json.dumps(form(loaded.schemas, loaded.catalogue)) == json.dumps(spec)


def test_what_the_form_reads_is_written_for_the_browser(loaded: Loaded, spec: Node) -> None:
    files = dict(form_files(spec, loaded.catalogue))
    assert list(files)[:2] == ["contribute/form.json", f"contribute/cases/{loaded.catalogue.cases[0].id}.json"]
    assert len(files) == 1 + len(loaded.catalogue.cases)
    assert json.loads(files["contribute/form.json"])["groups"] == spec["groups"]


def made_up() -> tuple[Schemas, Catalogue]:
    """A project whose schemas say little: no groups, no questions, one list of terms."""
    weather = Vocabulary(
        "weathers", "Weathers", "weather", "What it was like.", (Term("rain", "Rain", "Water falls."),)
    )
    fields = {
        "title": {"title": "Title", "description": "What was done.", "type": "string", "examples": ["A walk"]},
        "weather": {"title": "Weather", "description": "As it was.", "type": "string", "x-vocabulary": "weathers"},
        "steps": {"title": "Steps", "type": "array", "items": {"title": "Step", "type": "integer", "minimum": 1}},
    }
    draft = "https://json-schema.org/draft/2020-12/schema"
    common = {
        "$schema": draft,
        "$id": "common.schema.json",
        "$defs": {"case": {"type": "object", "properties": fields}},
    }
    case = {"$schema": draft, "$ref": "common.schema.json#/$defs/case", "x-sections": ["Before"], "x-most-words": 9}
    one = {**case, "required": ["title"]}
    files = {
        "common": common,
        "case_study": {**one, "$id": "case_study.schema.json", "title": "walk"},
        "brief": {**one, "$id": "brief.schema.json", "title": "stroll", "required": []},
    }
    vocabularies = {"weathers": weather}
    return Schemas(files, vocabularies), catalogue(vocabularies=vocabularies)


def test_a_new_field_and_a_new_term_need_no_further_work() -> None:
    own = form(*made_up())
    assert own["groups"] == [{"id": "case", "title": "The case", "fields": ["title", "weather", "steps"]}]
    title, weather, steps = own["fields"]
    assert title == {
        "name": "title",
        "path": ["title"],
        "type": "text",
        "title": "Title",
        "description": "What was done.",
        "examples": ["A walk"],
        "question": "Title",
        "help": "What was done.",
        "limits": {},
        "either": False,
        "silence": False,
        "example": "title: A walk",
        "required": ["walk"],
        "group": "case",
    }
    assert (weather["type"], weather["question"], weather["vocabulary"]) == ("choice", "Weather", "weathers")
    assert (steps["type"], steps["entry"]["path"], steps["entry"]["limits"]) == ("list", ["steps", "*"], {"minimum": 1})
    assert own["vocabularies"]["weathers"]["terms"] == [{"id": "rain", "label": "Rain", "definition": "Water falls."}]
    assert own["kinds"]["stroll"]["story"] == [{"heading": "Before", "required": True}]
    values = {"kind": "walk", "fields": {"weather": "rain", "steps": ["12", 3], "title": "A: b"}, "story": []}
    assert as_file(values, own, DAY).text == '---\ntitle: "A: b"\nweather: rain\nsteps:\n  - 12\n  - 3\n---\n'


FILLED = {
    "kind": "brief",
    "id": "Any Town: Map!",
    "fields": {
        "title": " Residents “map” services:\n  their own ",
        "also_known_as": ["", "The \\ \"Map\"", "NO"],
        "place": {"name": "Anytown", "area": "", "region": "north-west"},
        "dates": {"start": "2003", "end": 2004},
        "answers": [{}, {"need": "using-evidence", "how": "1:30 # — {{ x }}"}],
        "audiences": "not reported",
        "outcomes": [{"change": "x", "compared_with": "not reported", "other": "of ours"}, {"after": "not reported"}],
        "sources": [{"told_by": "An adviser", "told_on": "2026-11-20"}],
        "reviewed": "2026-01-01",
        "strange": 1,
    },
    "story": [
        {"heading": "", "text": "# A *b*\nc [^account] [^account](x)\n- a\n-  1. b\n\n \n---", "format": "plain"},
        {"heading": "Then #", "text": "", "format": "plain"},
        {"heading": " Then   #", "text": "<b> & &amp; {x} ~~~", "format": "plain"},
        {"heading": "As it *was*", "text": "\n\n**Bold**\n\n    code\n\n", "format": "markdown"},
    ],
}  # fmt: skip
WRITTEN = r"""---
depth: brief
title: "Residents “map” services: their own"
also_known_as:
  - "The \\ \"Map\""
  - "NO"
place:
  name: "Anytown"
  region: north-west
dates:
  start: 2003
  end: 2004
answers:
  - need: using-evidence
    how: "1:30 # — {{ x }}"
audiences: not reported
outcomes:
  - change: "x"
    compared_with: not reported
    source: account
  - after: not reported
sources:
  - id: account
    told_by: "An adviser"
    told_on: 2026-11-20
reviewed: 2026-01-01
review_by: 2028-11-22
---

\# A \*b\* c [^account] [^account]\(x)

- a
- 1\. b

\---

## Then \#

&lt;b> & &amp;amp; &lbrace;x&rbrace; ~~~

## As it *was*

**Bold**

    code
"""


def test_what_was_filled_in_as_a_file(small: tuple[Node, Any]) -> None:
    file = as_file(FILLED, small[0], DAY)
    assert (file.name, file.text) == ("any-town-map.md", WRITTEN)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"id": "a-b"}, "a-b.md"),
        ({"id": "../../Etc/passwd.md"}, "etc-passwd.md"),
        ({"id": "", "fields": {"title": "Maps", "place": {"name": "Anytown, Wigan"}}}, "anytown-wigan-maps.md"),
        ({"id": 7, "fields": {"place": "not reported"}}, "place-and-deed.md"),
        ({"id": "long-" * 30}, "long-" * 15 + "long.md"),
        ({"id": "x" * 300}, "x" * 80 + ".md"),
    ],
)
def test_the_name_of_the_file(small: tuple[Node, Any], given: dict[str, Any], name: str) -> None:
    assert as_file({"kind": "brief", "fields": {}, "story": [], **given}, small[0], DAY).name == name


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("title", "a\x00b\ud800 \tc\r\n d ", "a\ufffdb\ufffd c d"),
        ("title", 2004, "2004"),
        ("title", True, None),
        ("title", ["a"], None),
        ("title", "  \n", None),
        ("audiences", [], None),
        ("audiences", ["", "a", None], ["a"]),
        ("audiences", {"a": 1}, None),
        ("dates", {"start": "02003", "end": "1e3"}, {"start": "02003", "end": "1e3"}),
        ("dates", {"start": " 2003 ", "end": 2.5}, {"start": 2003}),
        ("dates", {"start": 2003.0, "end": 10**12}, {"start": 2003}),
        ("place", {"name": {"a": 1}, "none": "x"}, None),
    ],
)
def test_what_is_filled_in_is_settled(small: tuple[Node, Any], field: str, given: Any, kept: Any) -> None:
    fields = settled({"kind": "brief", "fields": {field: given}}, small[0], DAY)
    expected = {"depth": "brief", field: kept, "reviewed": DAY, "review_by": "2028-11-22"}
    assert fields == {name: value for name, value in expected.items() if value is not None}


def test_two_sources_are_not_chosen_between(small: tuple[Node, Any]) -> None:
    told = {
        "effort": {"cost": "£5"},
        "sources": [{"id": "account-2", "told_by": "A"}, {"told_by": "B"}, {"told_by": "C"}],
    }
    fields = settled({"kind": "brief", "fields": told}, small[0], DAY)
    assert fields["effort"] == {"cost": "£5"}
    assert [one["id"] for one in fields["sources"]] == ["account-2", "account", "account-3"]


def without_sources(value: Any) -> Any:
    """Fields without the sources that they name."""
    if isinstance(value, list):
        return [without_sources(one) for one in value]
    if isinstance(value, dict):
        return {name: without_sources(one) for name, one in value.items() if name != "source"}
    return value


def test_every_case_is_written_back_as_it_was(loaded: Loaded, spec: Node) -> None:
    for case in loaded.catalogue.cases:
        before, _ = parse((ROOT / case.path).read_text(encoding="utf-8"), case.path)
        values = as_values(case, spec)
        after, problems = parse(as_file(values, spec, DAY).text, case.path)
        needed = [node["name"] for node in spec["fields"] if case.depth in node["required"]]
        told = {name: one for name, one in before.data.items() if one != "not reported" or name in needed}
        same = without_sources if len(case.sources) == 1 else dict
        assert problems == []
        assert same(after.data) == same(told)
        assert f"{case.id}.md" == as_file(values, spec, DAY).name
        assert re.sub(r"\s+", " ", after.body) == re.sub(r"\s+", " ", before.body)


def test_a_story_is_parted_at_its_headings() -> None:
    body = "\nBefore.\n\n## One\n\nText.\n\n### Deeper\n\n```\n## code\n```\n\nTwo\n---\n\nMore.\n"
    assert [tuple(one.values()) for one in sections(body)] == [
        ("", "Before.", "markdown"),
        ("One", "Text.\n\n### Deeper\n\n```\n## code\n```", "markdown"),
        ("Two", "More.", "markdown"),
    ]


@settings(max_examples=300)
@given(TEXT)
def test_no_text_changes_its_meaning_in_a_field(small: tuple[Node, Any], text: str) -> None:
    values = copy.deepcopy(small[1])
    values["fields"] |= {"title": text, "partners": [text, text], "lead": text}
    written = as_file(values, small[0], DAY).text
    document, problems = parse(written, "x")
    assert {one.code for one in problems} <= {"bad_character"}
    expected = settled(values, small[0], DAY)
    seen = json.loads(json.dumps(expected), object_hook=lambda group: {key: visible(one) for key, one in group.items()})
    assert document.data == seen


def visible(value: Any) -> Any:
    """Texts without what the check takes out."""
    if isinstance(value, list):
        return [visible(one) for one in value]
    return cleaned(value, "")[0] if isinstance(value, str) else value


class Words(HTMLParser):
    """The words of a page, block by block."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.blocks: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        if tag in ("p", "li"):
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.blocks:
            self.blocks[-1] += data


def one_line(text: str) -> str:
    """A text with plain spaces only."""
    return re.sub(r"\s+", " ", text).strip()


def blocks(text: str) -> list[str]:
    """The paragraphs and the entries of lists that somebody typed."""
    found: list[str] = []
    for block in re.split(r"\n(?:[ \t]*\n)+", text):
        is_open = False
        for line in (line.strip(" \t") for line in block.split("\n")):
            if line.startswith("- ") or not (is_open or not line):
                found.append(line.removeprefix("- "))
            elif line:
                found[-1] += f" {line}"
            is_open = bool(line and not line.startswith("- ")) or (is_open and not line)
    return [line for line in map(one_line, found) if line]


@settings(max_examples=500)
@given(STORY)
def test_a_typed_story_means_itself(text: str) -> None:
    typed = cleaned(text.replace("\ud800", ""), "")[0]
    story = as_markdown(typed)
    page = Words(markdown.markdown(story, extensions=list(EXTENSIONS)))
    if not VARIABLE.search(story):
        assert set(page.tags) <= {"p", "ul", "li"}
        assert list(filter(None, map(one_line, page.blocks))) == blocks(typed)
        assert not CITATION.search(story) or CITATION.findall(story) == CITATION.findall(typed)
        assert unsafe(story) is None


@pytest.mark.parametrize(
    ("pattern", "source"),
    [
        (re.compile(r"a\b#[\w-]\d(?P<x>'+)(?P=x)"), None),
        (re.compile(r"x (?i:ab|[0-9]c) y"), ("x (?:[aA][bB]|[0-9][cC]) y", "gu")),
        (re.compile("a  # note (b\n [ #] \\ b", re.VERBOSE | re.I), ("a[ #] b", "gui")),
        (re.compile(r"[$]\$a$"), (r"[$]\$a(?=\n?$)", "gu")),
        (re.compile(r"^.{2}\s*+{$", re.M), (rf"^[^\n]{{2}}[{SPACE}]*\{{$", "gum")),
    ],
)
def test_patterns_in_the_browsers_words(pattern: re.Pattern[str], source: tuple[str, str] | None) -> None:
    edge = r"(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))"
    assert for_browser(pattern) == (source or (rf"a{edge}#[\p{{L}}\p{{N}}_-]\p{{Nd}}(?<x>'+)\k<x>", "gu"))


@pytest.mark.parametrize("pattern", [re.compile("(?s:a)"), re.compile("a", re.ASCII), re.compile("(?>a)")])
def test_what_has_no_counterpart_is_refused(pattern: re.Pattern[str]) -> None:
    with pytest.raises(UnknownPartError):
        for_browser(pattern)


def test_the_form_and_its_modules_are_on_the_site(site: Path, spec: Node) -> None:
    assert json.loads((site / "contribute" / "form.json").read_text(encoding="utf-8")) == json.loads(json.dumps(spec))
    assert {path.name for path in (site / "assets" / "js" / "contribute").iterdir()} >= {
        "record.js",
        "read.js",
        "check.js",
    }

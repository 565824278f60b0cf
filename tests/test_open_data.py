"""The open data: whole files, read by what did not write them, and every promise that the page about them makes.

When a change of a file is meant, run `REWRITE_GOLDENS=1 pytest tests/test_open_data.py` and read the difference.
"""

import json
import os
import re
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from builders import BRIEF, CASE, SPOKEN, WITHDRAWN, case, catalogue
from whatworks.catalogue import Catalogue
from whatworks.exports import all_files
from whatworks.exports.cells import BETWEEN, FORMULA, MARK, harmless
from whatworks.exports.lists import choices
from whatworks.exports.tables import TABLES
from whatworks.fields import fields_of
from whatworks.filters import table
from whatworks.history import Change
from whatworks.loading import load
from whatworks.pages import all_pages
from whatworks.pages.data import in_words, with_sizes
from whatworks.pages.dictionary import shown
from whatworks.parts import Outcome

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "open_data"
HOME = "data/v1"
SMALL = catalogue(CASE, BRIEF, WITHDRAWN, site="https://example.org/what-works/", as_at="2026-11-22", surveys=(SPOKEN,))
WHOLE = {
    "cases.csv": f"{HOME}/cases.csv",
    "cases.json": f"{HOME}/cases.json",
    "outcomes.csv": f"{HOME}/outcomes.csv",
    "did_not_work.csv": f"{HOME}/did_not_work.csv",
    "answers.json": f"{HOME}/answers.json",
    "evidence.csv": f"{HOME}/evidence.csv",
    "survey.json": f"{HOME}/evidence/who-spoke.json",
    "resource.json": f"{HOME}/resources/chairing-course.json",
    "place.json": f"{HOME}/places/barfield.json",
    "guides.schema.json": f"{HOME}/schemas/files/guides.schema.json",
    "opensearch.xml": "opensearch.xml",
}
CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)')


@cache
def real() -> Catalogue:
    """The project's own records."""
    return load(ROOT).catalogue


@cache
def files() -> dict[str, str]:
    """The files of the project's own records."""
    return dict(all_files(real()))


def read_csv(text: str) -> list[list[str]]:
    """The rows of a CSV file (RFC 4180), read by another hand than the one that wrote it."""
    rows: list[list[str]] = [[]]
    at = len(MARK)
    assert text.startswith(MARK)
    while at < len(text):
        found = CELL.match(text, at)
        assert found, text[at : at + 80]
        rows[-1].append(found[1].replace('""', '"') if found[1] is not None else found[2])
        rows += [[]] if found[3] == "\r\n" else []
        at = found.end()
    return rows[:-1]


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_whole_file(name: str) -> None:
    path, text = GOLDEN / name, dict(all_files(SMALL))[WHOLE[name]].replace("\r\n", "\n")
    if "REWRITE_GOLDENS" in os.environ:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_golden_file_is_compared() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(WHOLE) | {"needs.ttl", "needs.jsonld", "sitemap.xml"}


@pytest.mark.parametrize("name", [one.name for one in TABLES])
def test_a_spreadsheet_and_its_json_say_the_same(name: str) -> None:
    head, *rows = read_csv(files()[f"{HOME}/{name}.csv"])
    told: list[dict[str, Any]] = json.loads(files()[f"{HOME}/{name}.json"])
    assert rows
    assert [list(one) for one in told] == [head] * len(rows)
    assert rows == [[in_csv(cell) for cell in one.values()] for one in told]


def in_csv(cell: Any) -> str:
    """What a value of JSON looks like in a spreadsheet."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    text = BETWEEN.join(cell) if isinstance(cell, list) else "" if cell is None else str(cell)
    return harmless(" ".join(text.split())) if isinstance(cell, str | list) else text


def test_a_row_is_a_line_and_begins_with_its_id() -> None:
    for name in ("cases", "lists/region/north-west"):
        lines = files()[f"{HOME}/{name}.csv"].split("\r\n")
        rows = read_csv(files()[f"{HOME}/{name}.csv"])
        assert len(lines) == len(rows) + 1
        assert [line.partition(",")[0] for line in lines[1:-1]] == [row[0] for row in rows[1:]]


def test_no_value_holds_what_stands_between_values() -> None:
    held = [
        one
        for made in TABLES
        for row in json.loads(files()[f"{HOME}/{made.name}.json"])
        for cell in row.values()
        for one in (cell if isinstance(cell, list) else [cell])
        if isinstance(one, str) and BETWEEN in one
    ]
    assert held == []


HOSTILE = [
    "=1+1",
    '=HYPERLINK("//x")',
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\n=1",
    " =1",
    "'=1",
    '"=1',
    "＝1",
    "a\r\n=1,2",
    '"',
]


@settings(max_examples=40)
@given(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=20))
def test_no_text_becomes_a_formula_or_breaks_a_row(text: str) -> None:
    told = replace(CASE.outcomes[0], change=text)
    bad = case(title=text, name=text, summary=f"{text}, {text}", lead=text, partners=(text, "B"), outcomes=(told,))
    made = dict(all_files(catalogue(bad)))
    for name in ("cases", "outcomes"):
        rows = read_csv(made[f"{HOME}/{name}.csv"])
        assert [len(row) for row in rows] == [len(rows[0])] * 2
        assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []
        assert [cell for row in rows for cell in row if cell != " ".join(cell.split())] == []
        assert json.loads(made[f"{HOME}/{name}.json"])[0]["title" if name == "cases" else "change"] == text


def test_each_option_has_its_list() -> None:
    known = table(real())
    seen = 0
    for facet in known.facets:
        for option, ids in choices(facet).items():
            expected = [case.id for case in known.results({facet.id: ids})]
            path = f"{HOME}/lists/{facet.id}/{option}"
            assert [row[0] for row in read_csv(files()[f"{path}.csv"])[1:]] == expected
            assert [row["id"] for row in json.loads(files()[f"{path}.json"])] == expected
            seen += 1
    assert seen > 150


def test_the_whole_list_has_every_case_in_the_usual_order() -> None:
    assert [row["id"] for row in json.loads(files()[f"{HOME}/cases.json"])] == [one.id for one in table(real()).cases]


def test_everything_is_in_one_file() -> None:
    told = json.loads(files()[f"{HOME}/everything.json"])
    for kind in ("case_studies", "evidence", "guides", "places", "resources", "sources"):
        own = [json.loads(text) for path, text in files().items() if re.fullmatch(rf"{HOME}/{kind}/[^/]+\.json", path)]
        assert own, kind
        assert sorted(told[kind], key=lambda one: str(one["id"])) == sorted(own, key=lambda one: str(one["id"])), kind
    assert set(told["vocabularies"]) == set(real().vocabularies)


def schema_of(path: str) -> str:
    """The name of the schema of a JSON file; nothing for schemas, lists of terms, references and feeds."""
    steps = path.removeprefix(f"{HOME}/").removesuffix(".json").split("/")
    if steps[0] in ("schemas", "vocabularies", "citations", "feeds"):
        return ""
    if steps == ["case_studies"]:
        return "case_list"
    if steps[0] == "lists":
        return "table_cases"
    return steps[0] if len(steps) > 1 or steps == ["everything"] else f"table_{steps[0]}"


def validators(known: Catalogue) -> dict[str, Draft202012Validator]:
    """The published schemas of files, by their names."""
    home = f"{HOME}/schemas/files/"
    own = {path.removeprefix(home): json.loads(text) for path, text in all_files(known) if path.startswith(home)}
    for schema in own.values():
        Draft202012Validator.check_schema(schema)
    registry: Registry[Any] = Registry().with_resources(
        [(name, Resource.from_contents(schema)) for name, schema in own.items()]
    )
    return {
        name.removesuffix(".schema.json"): Draft202012Validator(schema, registry=registry)
        for name, schema in own.items()
    }


@pytest.mark.parametrize("name", ["real", "small", "changed"])
def test_every_file_keeps_what_its_schema_promises(name: str) -> None:
    changed = case(
        changes=(Change("2026-11-20", "major", "A figure was wrong."),), effort=replace(CASE.effort, cost=None)
    )
    known = {"real": real, "small": lambda: SMALL, "changed": lambda: catalogue(changed)}[name]()
    checks, used = validators(known), set()
    for path, text in all_files(known):
        if path.endswith(".json") and schema_of(path):
            data, check = json.loads(text), checks[schema_of(path)]
            assert [f"{path}: {error.message}" for error in check.iter_errors(data)] == []
            used.add(schema_of(path))
            if isinstance(data, dict):
                assert set(data) == set(check.schema["required"]), path  # no field without its promise
    assert used == set(checks) - (set() if known.surveys else {"evidence"})


def test_a_schema_of_files_sees_a_field_that_is_gone_and_allows_a_new_one() -> None:
    check = validators(SMALL)["case_studies"]
    data = json.loads(dict(all_files(SMALL))[f"{HOME}/case_studies/{CASE.id}.json"])
    assert [error.message for error in check.iter_errors({**data, "new": 1})] == []
    del data["outcomes"][0]["who"]
    assert [error.message for error in check.iter_errors(data)] == ["'who' is a required property"]


def test_the_schemas_of_records_are_those_of_the_project() -> None:
    for path in sorted((ROOT / "schemas").glob("*.schema.json")):
        assert json.loads(files()[f"{HOME}/schemas/{path.name}"]) == json.loads(path.read_text(encoding="utf-8"))


def test_the_names_of_columns_are_promised() -> None:
    names = {one.name: [column.name for column in one.columns] for one in TABLES}
    assert names["answers"] == ["case_id", "case_title", "need", "need_id", "approach", "approach_id", "how"]
    assert names["cases"][:5] == ["id", "title", "summary", "address", "depth"]
    assert {name: len(own) - len(set(own)) for name, own in names.items()} == dict.fromkeys(names, 0)


def test_the_dictionary_has_every_field_and_every_column() -> None:
    page = next(page.text for page in all_pages(real()) if page.address == "/data/dictionary/")
    for kind in ("case_study", "guide", "resource", "survey", "source", "vocabulary"):
        for field in fields_of(real().schemas, kind):
            assert f'<li id="{kind}-{field.name}">' in page, (kind, field.name)
    for made in TABLES:
        for column in made.columns:
            assert f'<th scope="row"><code>{column.name}</code></th><td>{column.meaning}' in page.replace("&#39;", "'")
    assert '<li id="case_study-outcomes-who">\n<p class="fields__name"><code>who</code> Who says so</p>' in page
    assert "Text, at most 80 characters. Always there. For example: <span" in page
    assert 'Term, or “not reported”. Of the list <a href="#list-stages">Stages</a>. Always there in a full case' in page
    assert "One of: major, minor. Always there." in page


def test_a_field_in_words() -> None:
    told = {one.name: one for one in fields_of(real().schemas, "case_study")}
    assert told["partners"].kind == "List; each: Text, at most 200 characters, or “not reported”"
    assert told["audiences"].kind == "List of terms, or “not reported”"
    assert (told["dates"].kind, told["dates"].parts[0].kind) == ("Group of fields, or “not reported”", "Whole number")
    assert told["reviewed"].kind == "Day, like 2026-11-22"
    assert [one.name for one in told["place"].parts] == ["name", "area", "region"]
    assert {one.name for one in fields(Outcome)} == {one.name for one in told["outcomes"].parts}
    assert (shown("a"), shown(3), shown(["a", "b"]), shown([{"a": 1}]), shown({"a": 1}), shown(None)) == (
        *("a", "3", '["a", "b"]', "", "", ""),
    )
    assert fields_of({}, "case_study") == ()


def test_a_licence_is_told_where_it_is_known() -> None:
    def page(**values: str) -> str:
        return next(one.text for one in all_pages(catalogue(**values)) if one.address == "/data/")

    assert "Licence" not in page()
    named = "<p><strong>Licence of our own text:</strong> Open &amp; free, A holder.</p>"
    assert named in page(licence="Open & free", licence_holder="A holder")
    linked = (
        '<p><strong>Licence of our own text:</strong> <a href="https://example.org/l">https://example.org/l</a>.</p>'
    )
    assert linked in page(licence="https://example.org/l")


def test_sizes_are_filled_in_as_far_as_they_are_known() -> None:
    html = '<span class="size" data-file="a.csv"></span> <span class="size" data-file="b.zip"></span>'
    once = with_sizes(html, {"a.csv": 2048})
    assert once == '<span class="size" data-file="a.csv">2 KB</span> <span class="size" data-file="b.zip"></span>'
    assert with_sizes(once, {"b.zip": 3_500_000}).endswith('data-file="b.zip">3.3 MB</span>')
    assert [in_words(size) for size in (0, 1, 1023, 1024, 1024**2)] == [
        "0 bytes",
        "1 byte",
        "1023 bytes",
        "1 KB",
        "1.0 MB",
    ]

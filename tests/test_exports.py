"""What the site offers as data: whole files, always the same bytes.

When a change of a file is meant, run `REWRITE_GOLDENS=1 pytest tests/test_exports.py` and read the difference.
"""

import json
import os
from dataclasses import fields
from pathlib import Path

import pytest

from builders import BRIEF, CASE, WITHDRAWN, case, catalogue
from whatworks.case_studies import CaseStudy
from whatworks.exports import all_files
from whatworks.exports.cases import OTHERWISE
from whatworks.exports.plain import TERMS
from whatworks.loading import load

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "exports"
SMALL = catalogue(CASE, BRIEF, WITHDRAWN, site="https://example.org/what-works/")
FILES = {
    "case_list.json": "data/v1/case_studies.json",
    "brief.json": "data/v1/case_studies/briar-hill-open-diary.json",
    "case.json": "data/v1/case_studies/ash-green-coaching.json",
    "guide.json": "data/v1/guides/first-meeting.json",
    "need.json": "data/v1/needs/confidence.json",
    "approach.json": "data/v1/approaches/coaching.json",
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_whole_file(name: str) -> None:
    path, text = GOLDEN / name, dict(all_files(SMALL))[FILES[name]]
    if "REWRITE_GOLDENS" in os.environ:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_golden_file_is_compared_and_no_file_is_written_twice() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FILES)
    paths = [path for path, _ in all_files(SMALL)]
    assert sorted(set(paths)) == sorted(paths)
    assert set(FILES.values()) < set(paths)


def test_the_same_records_give_the_same_bytes() -> None:
    assert list(all_files(SMALL)) == list(all_files(catalogue(WITHDRAWN, BRIEF, CASE, site=SMALL.site)))


def test_no_field_of_a_case_is_left_out() -> None:
    told = json.loads(dict(all_files(SMALL))[FILES["case.json"]])
    assert {one.name for one in fields(CaseStudy)} - set(told) == set(OTHERWISE)
    assert told["story"] == CASE.body
    assert told["version"] == "2026-11-02 · 0a1b2c3d"


def test_where_the_address_of_the_site_is_not_known_the_path_stands_alone() -> None:
    told = json.loads(dict(all_files(catalogue(CASE)))[FILES["case.json"]])
    assert told["address_in_full"] == told["address"] == "/case_studies/ash-green-coaching/"
    assert "2026-11-02 · 0a1b2c3d, /case_studies/ash-green-coaching/. Drawn from" in told["cite_as"]


def test_a_withdrawn_case_is_named_with_its_reason_and_has_no_file() -> None:
    files = dict(all_files(catalogue(WITHDRAWN, case(id="other"))))
    assert json.loads(files["data/v1/case_studies.json"])["withdrawn"] == [
        {
            "id": "old",
            "title": CASE.title,
            "address": "/case_studies/old/",
            "reason": "Its figures were wrong.",
            "successor": "ash-green-coaching",
        }
    ]
    assert "data/v1/case_studies/old.json" not in files


def test_every_id_of_a_term_has_its_label() -> None:
    """On the project's own records: a text of a term's field that is not an object would be a new field."""
    known = load(ROOT).catalogue
    for path, text in all_files(known):
        is_table = "/lists/" in path or path.count("/") == 2 or not path.endswith(".json")
        bare = [name for name in TERMS if f'"{name}": "' in text and not is_table and "/schemas/" not in path]
        assert bare == [], path
    told = [path for path, _ in all_files(known) if path.startswith("data/v1/case_studies/")]
    assert len(known.listed) == len(told)

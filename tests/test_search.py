"""What is indexed, and what a reader is shown of it."""

import json
import re
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
import yaml
from lunr.index import Index

from builders import BRIEF, CASE, WITHDRAWN, case, catalogue
from whatworks.search import write_search
from whatworks.search.entries import FOLDERS, KINDS, entries
from whatworks.search.full_text import write_full_text
from whatworks.search.index import FIELDS, lunr_index, packed
from whatworks.search.lunr_script import lunr_script
from whatworks.search.table import table
from whatworks.search.words import STOP_WORDS, content_words, words

WORDS = yaml.safe_load((Path(__file__).parent / "search" / "words.yml").read_text(encoding="utf-8"))


def write_pages(site: Path, *, text: str = "A diary of meetings.") -> Path:
    """A site with a page for each entry of the small catalogue."""
    for entry in entries(catalogue()):
        page = site / entry.url / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<html lang=en-GB><body>Menu<article><h1>{entry.title}</h1><p>{text}</p></article></body>")
    return site


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def found_by(word: str) -> set[str]:
    """The ids of the entries of the small catalogue that have a word."""
    own = entries(catalogue())
    index = Index.load(json.dumps(lunr_index(own)))
    return {own[int(result["ref"])].id for result in index.search(word)}


@pytest.mark.parametrize("sample", WORDS, ids=[sample["text"] for sample in WORDS])
def test_text_becomes_words(sample: dict[str, Any]) -> None:
    assert words(sample["text"]) == sample["words"]


def test_a_hyphenated_word_is_also_found_in_one() -> None:
    assert words("Co-ordinators meet one-to-one") == [
        *("co", "ordinators", "meet", "one", "to", "one"),
        *("coordinators", "onetoone"),
    ]


def test_stop_words_say_nothing() -> None:
    assert content_words("How do we get residents to speak?") == ["residents", "speak"]
    assert all(words(word) == [word] for word in STOP_WORDS)


def test_every_kind_of_record_can_be_found() -> None:
    own = entries(catalogue())
    kinds = {entry.kind for entry in own}
    assert {"Need", "Case study", "Brief", "Resource", "Guide", "Source", "Glossary"} < kinds
    assert {entry.folder for entry in own if not entry.is_part} == set(FOLDERS)
    assert len(KINDS) == len({entry.folder for entry in own})


def test_a_case_is_shown_with_place_and_year() -> None:
    shown = {entry.id: entry.context for entry in entries(catalogue())}
    assert shown[CASE.id] == "Ash Green · 2002 to 2004"
    assert shown["confidence"] == "2 cases"
    assert shown["clear-roles"] == "No case yet"


def test_a_proposal_is_labelled() -> None:
    shown = {entry.id: entry.context for entry in entries(catalogue())}
    assert shown[BRIEF.id] == "Briar Hill · told in 2004 · Proposed: an idea, not evidence"


def test_a_withdrawn_case_is_not_found() -> None:
    assert CASE.id not in {entry.id for entry in entries(catalogue(case(withdrawn=WITHDRAWN), BRIEF))}


@pytest.mark.parametrize(
    "word",
    ["practise", "speaking", "speak", "barfield", "coach", "surer", "second", "2002"],
    ids=["title", "name", "other name", "place", "summary", "outcome", "setback", "not a year"],
)
def test_what_a_case_is_found_by(word: str) -> None:
    assert (CASE.id in found_by(word)) == (word != "2002")


def test_words_are_indexed_unstemmed() -> None:
    assert {"board", "plans"} <= {word for word, _ in lunr_index(entries(catalogue()))["invertedIndex"]}


def test_the_packed_index_keeps_every_word_where_it_stands() -> None:
    index = lunr_index(entries(catalogue()))
    own = packed(index)
    spelt = own["words"].split(" ")
    kept = {(spelt[at], ref) for ref, steps in own["vectors"].items() for at in accumulate(steps[::2])}
    postings = ((word, field, found) for word, posting in index["invertedIndex"] for field, found in posting.items())
    assert kept == {(word, f"{field}/{ref}") for word, field, found in postings if field in FIELDS for ref in found}


def test_each_field_is_one_of_an_entry() -> None:
    assert lunr_index(entries(catalogue()))["fields"] == list(FIELDS)


def test_the_table_leads_from_a_case_to_its_terms() -> None:
    rows = table(entries(catalogue()))["entries"]
    row = next(row for row in rows if row["title"] == CASE.title)
    assert [rows[position]["title"] for position in row["terms"]] == ["Confidence", "Coaching"]
    assert row["also"] == ("Speak Up",)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (write_pages(tmp_path / name) for name in ("one", "other"))
    write_search(catalogue(), one)
    write_search(catalogue(), other)
    assert files(one / "search") == files(other / "search")
    assert {"index.json", "entries.json", "lunr.js", "full_text/pagefind.js"} <= files(one / "search").keys()


def test_what_has_no_page_is_not_found(tmp_path: Path) -> None:
    site = write_pages(tmp_path)
    (site / "case_studies" / CASE.id / "index.html").unlink()
    write_search(catalogue(), site)
    rows = json.loads((site / "search" / "entries.json").read_text(encoding="utf-8"))["entries"]
    titles = [row["title"] for row in rows]
    assert BRIEF.title in titles
    assert CASE.title not in titles


def test_a_site_without_pages_has_no_search(tmp_path: Path) -> None:
    write_search(catalogue(), tmp_path)
    assert files(tmp_path) == {}


def test_a_fault_of_pagefind_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(RuntimeError, match="Pagefind could not index"):
        write_full_text(write_pages(tmp_path / "site"), tmp_path / "taken" / "full_text", FOLDERS)


def test_lunr_comes_with_its_licence() -> None:
    head, _, code = lunr_script().partition("*/")
    assert "lunr - http://lunrjs.com" in head
    assert "@license MIT" in head
    assert "/*" not in code


def test_each_field_of_the_index_has_its_words() -> None:
    code = (Path(__file__).parent.parent / "theme" / "assets" / "js" / "search" / "why.js").read_text(encoding="utf-8")
    listed = re.search(r"const PLACES = \[(.*?)\]", code)
    assert listed
    assert set(re.findall(r'"(\w+)"', listed.group(1))) == set(FIELDS)

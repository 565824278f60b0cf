"""What is indexed, and what a reader is shown of it."""

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis.strategies import integers, lists, text
from lunr.index import Index

from builders import BRIEF, CASE, WITHDRAWN, case, catalogue
from whatworks.loading import load
from whatworks.search import write_search
from whatworks.search.budget import CASES, LAYER_ONE, LEFT_OUT, as_json, fitted, sayings
from whatworks.search.cases import cases
from whatworks.search.entries import FOLDERS, KINDS, entries
from whatworks.search.full_text import write_full_text
from whatworks.search.index import (
    DIGITS,
    FIELDS,
    LAST,
    MORE,
    TOLD,
    digits,
    lunr_index,
    packed,
    packed_sayings,
    shortened,
)
from whatworks.search.lunr_script import lunr_script
from whatworks.search.table import SHOWN, alike, slug, table
from whatworks.search.words import STOP_WORDS, content_words, words

ROOT = Path(__file__).resolve().parent.parent
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


def test_a_weak_word_is_told_once_and_is_no_stop_word() -> None:
    script = (ROOT / "theme" / "assets" / "js" / "search" / "weak.js").read_text(encoding="utf-8")
    weak = script.split("`")[1].split()
    assert len(weak) == len(set(weak)) > 200
    assert sorted(STOP_WORDS & set(weak)) == []


def test_every_kind_of_record_can_be_found() -> None:
    own = entries(catalogue())
    kinds = {entry.kind for entry in own}
    assert {"Need", "Case study", "Brief", "Resource", "Guide", "Framework", "Numbers", "Source", "Glossary"} < kinds
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


@pytest.mark.parametrize(
    ("organisation", "named"),
    [
        ("Impact Housing", True),
        ("Council for Voluntary Service", True),
        ("Police", False),
        ("The local authority", False),
        ("A Training and Enterprise Council (not named)", False),
        ("", False),
    ],
)
def test_a_case_is_found_by_the_organisations_that_it_names(organisation: str, named: bool) -> None:
    [found, *_] = cases(catalogue(case(lead="Barfield Partnership", partners=(organisation,))))
    assert found.by == (f"Barfield Partnership, {organisation}" if named else "Barfield Partnership")


def test_a_keyword_that_other_texts_say_word_by_word_is_left_out() -> None:
    entry = replace(
        entries(catalogue())[0],
        name="",
        also=(),
        place="",
        title="Chairs of groups",
        summary="They met.",
        keywords=("groups met", "group", "chairs"),
    )
    assert entry.lean.keywords == ("group",)


def test_of_what_people_say_only_words_count_that_stand_nowhere_else_in_any_form() -> None:
    entry = replace(
        entries(catalogue())[0],
        title="Chairs of groups",
        summary="They met.",
        how=("They listened.",),
        might_say=("Nobody in our group listens", "The chair mumbles"),
    )
    index = lunr_index([entry])
    assert {word for word, posting in index["invertedIndex"] if posting["might_say"]} == {"mumbles", "nobody"}


def test_what_people_say_is_a_file_of_its_own(tmp_path: Path) -> None:
    write_search(catalogue(), write_pages(tmp_path))
    at = [entry.title for entry in entries(catalogue())].index(CASE.title)
    told = json.loads((tmp_path / "search" / "might_say.json").read_text(encoding="utf-8"))
    assert told["weights"] == {"might_say": FIELDS["might_say"]}
    assert unpacked(told) == {(word, "might_say", at) for word in ("dare", "mouth", "open")}


def test_what_people_might_say_is_left_out_where_it_is_too_heavy_first_of_cases() -> None:
    own = [replace(entry, might_say=(f"Grumble {entry.id}",)) for entry in entries(catalogue())]
    held = {at for _, _, at in unpacked(json.loads(sayings(own)))}
    assert held == set(range(len(own)))
    rest = {at for _, _, at in unpacked(json.loads(sayings(own, len(gzip.compress(sayings(own), mtime=0)) - 1)))}
    assert rest == {at for at, entry in enumerate(own) if entry.kind not in CASES}
    assert json.loads(sayings(own, 1))["words"] == ""


def test_of_the_real_records_all_that_people_might_say_is_held() -> None:
    own = entries(load(ROOT).catalogue)
    assert sayings(own) == as_json(packed_sayings(own))


def test_words_are_indexed_unstemmed() -> None:
    assert {"board", "plans"} <= {word for word, _ in lunr_index(entries(catalogue()))["invertedIndex"]}


def numbers(run: str) -> list[int]:
    """The numbers of a packed run."""
    found, before = [], 0
    for value in map(DIGITS.index, run):
        if value >= LAST:
            before = before * MORE + value - LAST + 1
        else:
            found.append(before * LAST + value)
            before = 0
    return found


def lengthened(told: str) -> list[str]:
    """The words of a packed index: each is told as what it shares with the one before, and the rest."""
    found = [""]
    for part in re.findall("[A-Z][^A-Z]*", told):
        found.append(found[-1][: ord(part[0]) - ord("A")] + part[1:])
    return found[1:]


def unpacked(index: dict[str, Any]) -> set[tuple[str, str, int]]:
    """Each word of a packed index with the field and the entry in which it stands."""
    hidden, sets = index["hidden"], 2 ** len(index["hidden"]) - 1
    kept = set()
    for word, run in zip(lengthened(index["words"]), index["runs"].split(" "), strict=True):
        entry = 0
        for number in numbers(run):
            entry += number // sets
            fields = number % sets + 1
            kept |= {(word, name, entry) for bit, name in enumerate(hidden) if fields & 1 << bit}
    return kept


def test_the_packed_index_keeps_every_word_where_the_reader_has_no_text() -> None:
    index = lunr_index(entries(catalogue()))
    stands = (
        (word, field, int(ref))
        for word, posting in index["invertedIndex"]
        for field in FIELDS
        if field not in TOLD
        for ref in posting[field]
    )
    assert unpacked(packed(index)) == set(stands)


@given(integers(min_value=0, max_value=10**9))
def test_any_number_can_be_packed(number: int) -> None:
    assert numbers(digits(number)) == [number]
    assert set(digits(number)) <= set(DIGITS)


@given(lists(text("ab1é", min_size=1, max_size=40), max_size=5))
def test_any_words_can_be_told_by_what_they_share(known: list[str]) -> None:
    assert lengthened(shortened(known)) == known


def test_each_field_is_one_of_an_entry() -> None:
    assert lunr_index(entries(catalogue()))["fields"] == list(FIELDS)


def test_the_table_leads_from_a_case_to_its_terms() -> None:
    own = table(entries(catalogue()))
    titles = own["columns"]["title"]
    at = titles.index(CASE.title)
    assert [titles[position] for position in own["terms"][at]] == ["Confidence", "Coaching"]
    assert own["columns"]["also"][at] == "Speak Up"


def test_the_table_has_the_text_of_each_field_that_is_told() -> None:
    own = table(entries(catalogue()))
    assert set(own["columns"]) == {"id", *SHOWN, *TOLD}
    assert {len(column) for column in own["columns"].values()} == {len(entries(catalogue()))}


def test_the_table_says_where_each_entry_is() -> None:
    own = entries(catalogue())
    shown = table(own)
    ids = [id or slug(title) for id, title in zip(shown["columns"]["id"], shown["columns"]["title"], strict=True)]
    homes = [shown["homes"][entry.kind] for entry in own]
    urls = [f"{home}{id}" + ("" if home.endswith("#") else "/") for home, id in zip(homes, ids, strict=True)]
    assert urls == [entry.url for entry in own]
    assert "" in shown["columns"]["id"]
    assert slug("Café talks, 2004") == "caf-talks-2004"


def test_what_is_too_heavy_leaves_out_fields_in_a_stated_order() -> None:
    own = entries(catalogue())
    whole = fitted(own)
    assert list(whole.fields) == list(LAYER_ONE)
    orders = [[name for name in LAYER_ONE if name not in LEFT_OUT[:count]] for count in range(len(LEFT_OUT) + 1)]
    held, most = [], whole.weight
    while len((files := fitted(own, most)).entries) == len(own):
        assert files.weight <= most
        held.append(list(files.fields))
        most = files.weight - 1
    assert held[0] == orders[0]
    assert [fields for fields in orders if fields in held] == held
    assert len(held) > 5


def test_cases_are_left_out_last() -> None:
    own = entries(catalogue())
    least = fitted(own, 1)
    assert {"Case study", "Brief"} & {entry.kind for entry in least.entries} == set()
    assert len(least.entries) == sum(entry.kind not in CASES for entry in own)


def test_of_the_real_records_only_what_the_full_text_has_is_left_out() -> None:
    held = fitted(entries(load(ROOT).catalogue)).fields
    assert {name for name in LAYER_ONE if name not in held} <= {"how", "outcomes", "audience", "setbacks"}


def test_words_that_stand_for_one_another_are_a_file_of_their_own(tmp_path: Path) -> None:
    write_search(catalogue(), write_pages(tmp_path))
    assert json.loads((tmp_path / "search" / "alike.json").read_text(encoding="utf-8")) == alike(catalogue())


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (write_pages(tmp_path / name) for name in ("one", "other"))
    write_search(catalogue(), one)
    write_search(catalogue(), other)
    assert files(one / "search") == files(other / "search")
    assert {
        "alike.json",
        "might_say.json",
        "index.json",
        "entries.json",
        "lunr.js",
        "full_text/pagefind.js",
        "full_text/pages.json",
    } <= files(one / "search").keys()


def test_what_has_no_page_is_not_found(tmp_path: Path) -> None:
    site = write_pages(tmp_path)
    (site / "case_studies" / CASE.id / "index.html").unlink()
    write_search(catalogue(), site)
    columns = json.loads((site / "search" / "entries.json").read_text(encoding="utf-8"))["columns"]
    titles = columns["title"]
    assert BRIEF.title in titles
    assert CASE.title not in titles


def test_a_site_without_pages_has_no_search(tmp_path: Path) -> None:
    write_search(catalogue(), tmp_path)
    assert files(tmp_path) == {}


def test_a_fault_of_pagefind_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(RuntimeError, match="Pagefind could not index"):
        write_full_text(write_pages(tmp_path / "site"), tmp_path / "taken" / "full_text", FOLDERS)


def test_the_stemmer_of_lunr_comes_with_its_licence() -> None:
    head, _, code = lunr_script().partition("*/")
    assert "lunr - http://lunrjs.com" in head
    assert "@license MIT" in head
    assert code.count("lunr.stemmer = ") == 1
    assert "lunr.Pipeline" not in code


def test_pages_are_known_by_what_pagefind_calls_them(tmp_path: Path) -> None:
    site = write_pages(tmp_path)
    write_search(catalogue(), site)
    home = site / "search" / "full_text"
    own = json.loads((home / "pages.json").read_text(encoding="utf-8"))
    at = [entry.id for entry in entries(catalogue())].index(CASE.id)
    name = f"{own['language']}_{own['pages'].split(' ')[at]}"
    text = gzip.decompress((home / "fragment" / f"{name}.pf_fragment").read_bytes()).decode()
    assert f'"url":"/case_studies/{CASE.id}/"' in text


def test_each_field_of_the_index_has_its_words() -> None:
    code = (Path(__file__).parent.parent / "theme" / "assets" / "js" / "search" / "why.js").read_text(encoding="utf-8")
    listed = re.search(r"const PLACES = \[(.*?)\]", code, re.DOTALL)
    assert listed
    assert set(re.findall(r'"(\w+)"', listed.group(1))) == {*FIELDS, "text"}

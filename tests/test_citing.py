"""How cases and reports are cited in plain text, and how a record says which version it is."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from builders import BRIEF, CASE, SOURCE, case, catalogue
from whatworks.citing import cite_as, drawn_from, in_words
from whatworks.front_matter import parse
from whatworks.loading import load
from whatworks.parts import Citation

ROOT = Path(__file__).resolve().parent.parent
RECORD = "docs/case_studies/blacon-locking-the-park-gate.md"
REPORT = "A. Writer, B. Writer (2004), Learning on Estates: A second look"


def test_a_case_is_cited_with_id_version_address_and_reports() -> None:
    assert cite_as(catalogue(site="https://example.org/"), CASE) == (
        "“Residents practise before each meeting”, What Works, case ash-green-coaching, version 2026-11-02 · 0a1b2c3d, "
        "https://example.org/case_studies/ash-green-coaching/. "
        f"Drawn from {REPORT}, “2 Visits”, “2.1 Ash Green”, paragraph 2.3; “3 The end”."
    )


def test_without_the_address_of_the_site_a_citation_has_the_path() -> None:
    words = "case briar-hill-open-diary, version 2026-11-02, /case_studies/briar-hill-open-diary/. Drawn from"
    assert words in cite_as(catalogue(), BRIEF)


def test_one_place_in_words() -> None:
    assert in_words(catalogue(), CASE.sources[0]) == f"{REPORT}, “2 Visits”, “2.1 Ash Green”, paragraph 2.3"
    plain = catalogue(sources=(replace(SOURCE, subtitle="", authors=()),))
    assert in_words(plain, CASE.sources[1]) == "Barfield College (2004), Learning on Estates, “3 The end”"


def test_of_more_than_three_places_the_first_is_named() -> None:
    def cited(many: int) -> list[str]:
        places = tuple(Citation(f"c{number}", "report-2004", "3-end", f"3.{number}") for number in range(many))
        return list(drawn_from(catalogue(), case(sources=places)))

    three = "; ".join(f"“3 The end”, paragraph 3.{number}" for number in range(3))
    assert cited(3) == [f"{REPORT}, {three}"]
    assert cited(5) == [f"{REPORT}, “3 The end”, paragraph 3.0 and 4 other places"]


def test_a_place_that_is_cited_twice_is_named_once() -> None:
    twice = case(sources=(Citation("a", "report-2004", "3-end"), Citation("b", "report-2004", "3-end")))
    assert list(drawn_from(catalogue(), twice)) == [f"{REPORT}, “3 The end”"]


def test_the_version_follows_from_the_text_of_the_file_and_not_from_its_line_ends() -> None:
    text = (ROOT / RECORD).read_text(encoding="utf-8")
    digests = {parse(text.replace("\n", end), RECORD)[0].digest for end in ("\n", "\r\n", "\r")}
    assert digests == {sha256(text.encode()).hexdigest()[:8]}
    assert parse(text.replace("a park gate", "the park gate"), RECORD)[0].digest not in digests


def test_every_case_that_is_read_from_a_file_knows_its_version() -> None:
    for one in load(ROOT).catalogue.cases:
        text = (ROOT / one.path).read_text(encoding="utf-8")
        assert str(one.version) == f"{one.reviewed} · {sha256(text.encode()).hexdigest()[:8]}"


def test_sources_that_are_no_report_of_the_site() -> None:
    printed = Citation("a", publication="Barfield College, The course", year=2004, part="Section 2, Evenings")
    told = Citation("b", told_by="an adviser who was there", told_on="2026-11-22")
    both = case(sources=(told, CASE.sources[1], printed))
    assert list(drawn_from(catalogue(), both)) == [
        f"{REPORT}, “3 The end”",
        "told by an adviser who was there, 22 November 2026",
        "Barfield College, The course (2004), Section 2, Evenings",
    ]

"""The real content is tested too: what is published must keep the promises that the pages make."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from whatworks.catalogue import Catalogue
from whatworks.loading import Loaded, load
from whatworks.markup import CITATION, headings, masked, paragraphs, story_sentences, without_targets, words
from whatworks.pages import all_pages
from whatworks.parts import as_id
from whatworks.pointers import quoted
from whatworks.records import FOLDERS

ROOT = Path(__file__).resolve().parent.parent
MOST_WORDS = 25
# Fields that are sentences: of all records, of vocabularies and of sources.
SENTENCES = frozenset("summary note how change what reason definition scope_note question answer rule example".split())
NEEDED = ("title", "summary", "place", "setting", "status", "answers", "sources", "reviewed", "review_by")
TOP_NEEDS = (
    "building-the-knowledge-base",
    "developing-skills",
    "changing-behaviours",
    "making-the-partnership-work",
)
LEVELS = ("learning", "behaviour", "organisation-or-partnership", "service", "community")
EVIDENCE = ("described", "reported-by-participants", "corroborated-by-others", "measured", "compared")
STAGES = ("forming", "frustration", "functioning", "flying", "failing")
STATUSES = {"delivered", "running", "proposed", "stopped"}


@cache
def loaded() -> Loaded:
    """The project's own records."""
    return load(ROOT)


def known() -> Catalogue:
    """The catalogue of the project's own records."""
    return loaded().catalogue


def ids(vocabulary: str) -> tuple[str, ...]:
    """The ids of a vocabulary in their order."""
    return tuple(term.id for term in known().vocabularies[vocabulary])


def test_the_check_finds_nothing() -> None:
    assert [str(problem) for problem in loaded().problems] == []


def test_every_file_is_read() -> None:
    lists = ("cases", "resources", "guides", "sources", "surveys", "frameworks", "starts", "meeting_tools")
    records = [one for name in lists for one in getattr(known(), name)]
    assert len(known().cases) >= 18
    assert len(known().sources) == 5
    assert sorted(record.path for record in records) == sorted(
        path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / "docs" / folder).glob("*")
    )


def test_every_section_that_is_cited_exists() -> None:
    records = known().cases + known().resources + known().guides + known().meeting_tools
    cited = [(one.path, place) for one in records for place in one.sources]
    unknown = [
        f"{path}: {place.document} {place.section}"
        for path, place in cited
        if place.document
        and not (place.document in known().source_by_id and known().source_by_id[place.document].has(place.section))
    ]
    assert unknown == []
    assert len(cited) > 40


def test_every_guide_and_every_survey_has_one_place_in_its_list() -> None:
    lists = {"guide_questions": known().guides, "survey_subjects": known().surveys}
    for name, records in lists.items():
        placed = [id for term in known().vocabularies[name] for id in term.records]
        assert sorted(placed) == [record.id for record in records], name


def test_the_numbers_to_know_are_ten_figures_and_none_is_an_idea() -> None:
    names = [name for term in known().vocabularies["key_figures"] for name in term.records]
    found = [one for name in names for one in quoted(known(), [name])]
    assert len(names) == len(found) == 10
    assert [one.survey.id for one in found if one.survey.proposed] == []


def test_what_is_called_a_proposal_is_one_wherever_it_stands() -> None:
    assert [one.id for one in known().surveys if one.proposed] == [
        one.id for one in known().surveys if "proposed" in one.id
    ]


def test_no_figure_has_the_anchor_of_something_else_on_its_page() -> None:
    pages = {page.file: page.text for page in all_pages(known())}
    for survey in known().surveys:
        text = pages[survey.path]
        ids = re.findall(r' id="([^"]+)"', text) + [as_id(heading) for _, heading, _ in headings(text)]
        assert len(ids) == len(set(ids)), survey.id
        assert {figure.id for figure in survey.figures} < set(ids), survey.id


def test_guides_point_to_single_figures() -> None:
    named = {guide.id for guide in known().guides for part in (*guide.steps, *guide.pitfalls) if part.figures}
    linked = {guide.id for guide in known().guides if re.search(r"\]\(\.\./evidence/[\w-]+\.md#", guide.body)}
    assert len(named | linked) >= 6


def test_every_word_of_a_vocabulary_comes_from_a_section_that_exists() -> None:
    terms = [(name, term) for name, terms in known().vocabularies.items() for term in terms if term.document]
    assert [
        f"{name}: {term.id}" for name, term in terms if not known().source_by_id[term.document].has(term.section)
    ] == []
    assert len(terms) > 60


def test_every_case_has_the_fields_that_readers_need() -> None:
    assert [f"{case.id}: {name}" for case in known().cases for name in NEEDED if not getattr(case, name)] == []
    full = [case for case in known().cases if not case.is_brief]
    assert len(full) >= 16
    assert [case.id for case in full if [words for depth, words, _ in headings(case.body) if depth == 2] == []] == []
    assert [case.id for case in known().cases if not CITATION.findall(case.body)] == []


def test_records_are_no_longer_than_their_kind_may_be() -> None:
    assert [case.id for case in known().cases if words(case.body) > (300 if case.is_brief else 900)] == []


def test_nothing_proposed_is_counted_as_evidence() -> None:
    assert [case.id for case in known().cases if case.is_proposed and case.outcomes] == []


def test_what_did_not_work_can_be_found() -> None:
    kinds = {one.kind for case in known().cases for one in case.did_not_work}
    assert kinds == {"failed", "hard", "not-known"}


@pytest.mark.parametrize("name", ["needs", "approaches"])
def test_needs_and_approaches_have_two_levels_with_many_terms(name: str) -> None:
    vocabulary = known().vocabularies[name]
    assert len([term for term in vocabulary if term.broader]) >= 25
    assert [top.id for top in vocabulary.top() if not vocabulary.narrower(top.id)] == []
    assert [term.id for term in vocabulary if term.broader and vocabulary[term.broader].broader] == []
    assert [term.id for term in vocabulary if term.broader and len(term.synonyms) < 2] == []


def test_vocabularies_have_the_terms_that_the_design_names() -> None:
    assert tuple(term.id for term in known().vocabularies["needs"].top()) == TOP_NEEDS
    assert ids("outcome_levels") == LEVELS
    assert ids("evidence") == EVIDENCE
    assert ids("stages") == STAGES
    assert set(ids("statuses")) == STATUSES
    assert ids("did_not_work_kinds") == ("failed", "hard", "not-known")


def test_kinds_of_evidence_and_levels_have_a_rule_and_an_example() -> None:
    terms = [*known().vocabularies["evidence"], *known().vocabularies["outcome_levels"]]
    assert [term.id for term in terms if not (term.rule and term.example)] == []
    conditions = known().vocabularies["conditions"]
    asked = [term for term in conditions if term.broader]
    assert [term.id for term in asked if not term.question.endswith("?")] == []
    assert [top.id for top in conditions.top() if not conditions.narrower(top.id)] == []


def test_the_self_check_asks_at_most_six_questions_and_each_stage_can_be_found() -> None:
    asked = [one for stage in known().vocabularies["stages"] for one in {sign.question for sign in stage.signs}]
    assert len(ids("stage_questions")) <= 6
    assert set(asked) == set(ids("stage_questions"))
    assert {stage: asked_of(stage) for stage in STAGES} == dict(zip(STAGES, (4, 5, 5, 5, 4), strict=True))


def asked_of(stage: str) -> int:
    """How many questions have an answer that points to a stage."""
    return len({sign.question for sign in known().vocabularies["stages"][stage].signs})


def test_each_stage_has_advice_from_a_section_and_needs() -> None:
    stages = known().vocabularies["stages"]
    assert [stage.id for stage in stages if not (stage.helps and stage.needs)] == []
    assert {(one.document, one.section) for stage in stages for one in stage.helps} == {
        ("findings-2005", "appendix-b-life-cycle"),
        ("findings-2005", "life-cycle-in-practice"),
        ("findings-2005", "3-2-life-cycle"),
    }


def test_contested_words_have_a_scope_note() -> None:
    assert known().vocabularies["needs"]["understanding-mainstreaming"].scope_note
    assert known().vocabularies["approaches"]["action-learning"].scope_note


def fields_of(value: Any, where: str, name: str = "") -> Iterator[tuple[str, str]]:
    """Each sentence field of a record with the place where it stands."""
    if isinstance(value, str) and name in SENTENCES:
        yield f"{where} {name}", value
    elif isinstance(value, tuple):
        for number, one in enumerate(value, 1):
            yield from fields_of(one, f"{where} {name} {number}", name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from fields_of(getattr(value, field.name), where, field.name)


def prose(story: str) -> Iterator[str]:
    """The blocks of a story: paragraphs, lists and tables, without citations and the targets of links."""
    for paragraph in paragraphs(masked(story)):
        yield CITATION.sub("", without_targets(paragraph.text))


def long_sentences(where: str, text: str) -> Iterator[str]:
    """Sentences of more than 25 words."""
    for sentence in story_sentences(text):
        if words(sentence) > MOST_WORDS:
            yield f"{where}: {words(sentence)} words: {sentence}"


def test_sentences_are_short() -> None:
    records = known().cases + known().resources + known().guides + known().sources
    found = [pair for record in (*records, *known().meeting_tools) for pair in fields_of(record, record.path)]
    found += [pair for name, terms in known().vocabularies.items() for term in terms for pair in fields_of(term, name)]
    found += [(record.path, text) for record in records for text in prose(record.body)]
    assert [fault for where, text in found for fault in long_sentences(where, text)] == []
    assert len(found) > 1000


def test_a_long_sentence_is_seen() -> None:
    long = "Word " * 25 + "end."
    rows = f"| {'word ' * 20} | {'word ' * 20} |\n|---|---|\n| {long} | Short |\n"
    story = f"## A\nShort.\n\n- one.\n- {long}\n\n{rows}\n`{long}` Short [link](x-{'y-' * 40}.md).\n"
    assert [fault for text in prose(story) for fault in long_sentences("a", text)] == [
        f"a: 26 words: - {long}",
        f"a: 26 words: {long}",
    ]
    assert list(long_sentences("a", long.replace("Word ", "", 1))) == []


class Links(HTMLParser):
    """The links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name == "href"]


def navigation() -> set[str]:
    """The addresses in the site's navigation."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    names = re.findall(r": (\S+)\.md$", text, re.MULTILINE)
    return {f"/{name.removesuffix('index')}".rstrip("/") + "/" for name in names}


def test_every_page_is_reached_from_the_navigation() -> None:
    pages = {page.address: page for page in all_pages(known())}
    start = navigation()
    assert start <= set(pages)
    assert {"/", "/needs/", "/case_studies/"} <= start
    reached, waiting = set(start), sorted(start)
    while waiting:
        address = waiting.pop()
        for link in Links(pages[address].text).found:
            target = urljoin(address, link).partition("#")[0]
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert {address for address in set(pages) - reached if not pages[address].noindex} == set()


def test_every_address_stands_for_one_page() -> None:
    addresses = [page.address for page in all_pages(known())]
    assert len(addresses) == len(set(addresses))
    assert [address for address in addresses if not re.fullmatch(r"/(?:[a-z0-9_-]+/)*", address)] == []


# Lists whose every term a record must use; scales, geography and what helps readers stay whole.
USED = ("needs", "approaches", "audiences", "settings", "conditions", "funding", "resource_kinds")
IN_LISTS = ("audiences", "funding", "needs", "approaches")


def uses(name: str) -> list[list[str]]:
    """For each record that can name terms of a list, those that it names."""
    cases = loaded().catalogue.listed
    own = {
        "needs": [[answer.need for answer in case.answers] for case in cases],
        "approaches": [[answer.approach for answer in case.answers] for case in cases],
        "audiences": [list(case.audiences) for case in cases],
        "settings": [[case.setting] for case in cases],
        "conditions": [[one.condition for one in case.conditions] for case in cases],
        "funding": [list(case.funding) for case in cases],
        "regions": [[case.place.region] for case in cases],
        "resource_kinds": [[one.kind] for one in loaded().catalogue.resources],
    }[name]
    return own + [list(getattr(one, name, ())) for one in loaded().catalogue.resources if name in IN_LISTS]


@pytest.mark.parametrize("name", USED)
def test_no_term_without_a_record(name: str) -> None:
    used = {id for ids in uses(name) for id in ids}
    leaves = [
        term
        for term in loaded().catalogue.vocabularies[name]
        if not loaded().catalogue.vocabularies[name].narrower(term.id)
    ]
    assert [term.id for term in leaves if term.id not in used] == []


@pytest.mark.parametrize("name", [*USED, "regions"])
def test_at_most_one_record_in_five_needs_a_term_of_last_resort(name: str) -> None:
    last = {term.id for term in loaded().catalogue.vocabularies[name] if term.catch_all}
    records = [ids for ids in uses(name) if ids]
    assert 5 * sum(bool(last & set(ids)) for ids in records) <= len(records)


def test_the_records_have_no_advice_left() -> None:
    assert [str(hint) for hint in loaded().advice] == []

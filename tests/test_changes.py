"""What is new: changes of records, the day on which a record appeared, the page of news, and the mark of guidance."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders import BRIEF, CASE, GUIDE, RESOURCE, SOURCE, WITHDRAWN, case, catalogue
from whatworks.catalogue import Catalogue
from whatworks.changes import KINDS, TERMS, Item, News, added_on, news, records, shown_on, to_tell
from whatworks.freshness import falls_due, overdue
from whatworks.guidance import HOME, Cited, Guidance
from whatworks.history import Change
from whatworks.ledger import KINDS as LEDGER_KINDS
from whatworks.ledger import Promise
from whatworks.loading import load
from whatworks.pages import all_pages
from whatworks.pages.new import MOST_MONTHS, OPEN

ROOT = Path(__file__).resolve().parent.parent
MAJOR = Change("2027-02-03", "major", "Three residents spoke, not four.")
MINOR = Change("2027-02-03", "minor")
EARLIER = Change("2026-12-01", "minor", "A misspelt name was put right.")
CHANGED = replace(CASE, changes=(MAJOR, MINOR, EARLIER))
ADDRESS = f"/case_studies/{CASE.id}/"
# Without the records of these kinds, which tell nothing of cases.
NO_OTHERS: dict[str, Any] = dict.fromkeys(("surveys", "frameworks", "meeting_tools"), ())
TEAM = Guidance("Learning together", "Office of Examples", 2027, "The renewal team", (Cited("case_studies", CASE.id),))


def page(known: Catalogue, address: str) -> str:
    """The text of a page."""
    return next(one.text for one in all_pages(known) if one.address == address)


def told(found: tuple[News, ...]) -> list[tuple[str, str, str, str]]:
    """News in short."""
    return [(one.on, one.what, one.item.record.id, one.note) for one in found]


def test_news_stand_newest_first_and_of_one_day_what_matters_most() -> None:
    known = catalogue(CHANGED, WITHDRAWN, resources=(), guides=(), sources=(), **NO_OTHERS)
    assert told(news(known, records(known))) == [
        ("2027-02-03", "major", CASE.id, "Three residents spoke, not four."),
        ("2027-02-03", "minor", CASE.id, ""),
        ("2026-12-01", "minor", CASE.id, "A misspelt name was put right."),
        ("2026-11-05", "withdrawn", "old", "Its figures were wrong."),
        ("2026-11-02", "added", CASE.id, ""),
        ("2026-11-02", "added", "old", ""),
    ]


def test_the_like_of_one_day_are_counted_from_the_oldest() -> None:
    twice = replace(CASE, changes=(replace(MINOR, note="Second."), replace(MINOR, note="First."), EARLIER))
    known = catalogue(twice)
    found = news(known, shown_on(known, "case_studies", CASE.id))
    assert [(one.note, one.nth) for one in found if one.on == MINOR.on] == [("Second.", 2), ("First.", 1)]


@pytest.mark.parametrize(
    ("published", "changes", "reviewed", "day"),
    [
        ({}, (), "2026-11-02", "2026-11-02"),
        ({}, (EARLIER,), "2028-11-02", "2026-12-01"),
        ({ADDRESS: "2026-10-01"}, (EARLIER,), "2028-11-02", "2026-10-01"),
        ({"/case_studies/another/": "2026-10-01"}, (), "2026-11-02", "2026-11-02"),
    ],
)
def test_a_record_appears_on_the_day_of_its_release(
    published: dict[str, str], changes: tuple[Change, ...], reviewed: str, day: str
) -> None:
    record = replace(CASE, changes=changes, reviewed=reviewed)
    assert (
        added_on(
            catalogue(record, promised=tuple(Promise(*one) for one in published.items())), Item("case_studies", record)
        )
        == day
    )


def test_the_page_of_a_term_or_a_place_shows_its_records_and_those_of_narrower_terms() -> None:
    known = catalogue(CASE, BRIEF, WITHDRAWN, **NO_OTHERS)

    def ids(kind: str, id: str) -> list[str]:
        return [one.record.id for one in shown_on(known, kind, id)]

    everything = [CASE.id, BRIEF.id, "old", GUIDE.id, RESOURCE.id]
    assert ids("needs", "confidence") == ids("needs", "changing-behaviours") == everything
    assert ids("needs", "clear-roles") == []
    assert ids("approaches", "open-diary") == ids("approaches", "being-open") == [BRIEF.id]
    assert ids("places", "barfield") == [CASE.id, BRIEF.id, "old"]
    assert ids("case_studies", "old") == ["old"]
    assert ids("guides", GUIDE.id) == [GUIDE.id]


def test_records_of_every_kind_have_news_and_fall_due() -> None:
    known = replace(load(ROOT).catalogue, as_at="2029-01-01")
    kinds = ({one.kind for one in found} for found in (records(known), overdue(known)))
    assert list(kinds) == [set(KINDS), set(KINDS)]


def test_a_record_shows_its_changes_near_its_end() -> None:
    many = replace(catalogue(CHANGED), guides=(replace(GUIDE, changes=(EARLIER,)),))
    many = replace(many, resources=(replace(RESOURCE, changes=(MAJOR,)),), sources=(replace(SOURCE, changes=(MINOR,)),))
    assert page(many, ADDRESS).partition("## Changes\n\n")[2].partition("\n\n")[0] == (
        '<ul class="changes">\n'
        '<li><time datetime="2027-02-03">3 February 2027</time> <span class="tag tag--kind">Major change</span> '
        '<span class="changes__note">Three residents spoke, not four.</span></li>\n'
        '<li><time datetime="2027-02-03">3 February 2027</time> <span class="tag">Minor change</span></li>\n'
        '<li><time datetime="2026-12-01">1 December 2026</time> <span class="tag">Minor change</span> '
        '<span class="changes__note">A misspelt name was put right.</span></li>\n'
        "</ul>"
    )
    addresses = (f"/guides/{GUIDE.id}/", f"/resources/{RESOURCE.id}/", f"/sources/{SOURCE.id}/")
    assert [page(many, one).count("## Changes\n") for one in addresses] == [1, 1, 1]
    assert [page(catalogue(), one).count("## Changes") for one in (ADDRESS, *addresses)] == [0, 0, 0, 0]


def test_the_page_of_news_marks_what_is_major_in_words() -> None:
    text = page(catalogue(CHANGED, WITHDRAWN, resources=(), guides=(), sources=(SOURCE,), **NO_OTHERS), "/new/")
    headings = [line for line in text.splitlines() if line.startswith(("<h2", "<h3"))]
    assert headings == [
        '<h2 id="month-2027-02">February 2027</h2>',
        '<h2 id="month-2026-12">December 2026</h2>',
        '<h2 id="month-2026-11">November 2026</h2>',
        "<h3>Added: 2 case studies and 1 source</h3>",
    ]
    assert '<span class="tag tag--kind">Major change</span> Three residents spoke, not four.' in text
    assert '<span class="tag">Minor change</span></p>' in text
    assert '<span class="tag tag--kind">Withdrawn</span> Its figures were wrong.' in text
    assert text.count("<details") == 0


def test_many_additions_are_folded_away_and_old_months_left_out() -> None:
    months = [f"{2025 + number // 12}-{number % 12 + 1:02}-02" for number in range(MOST_MONTHS + 3)]
    cases = [case(id=f"case-{number}", reviewed=day) for number, day in enumerate(months)]
    cases += [case(id=f"more-{number}", reviewed=months[-1]) for number in range(OPEN)]
    text = page(catalogue(*cases, resources=(), guides=(), sources=(SOURCE,), **NO_OTHERS), "/new/")
    shown = [line.partition('id="month-')[2][:7] for line in text.splitlines() if line.startswith("<h2")]
    assert shown == sorted({*(day[:7] for day in months), "2026-11"}, reverse=True)[:MOST_MONTHS]
    assert f"<h3>Added: {OPEN + 1} case studies</h3>" in text
    assert f"<summary>Show all {OPEN + 1}</summary>" in text
    assert text.count("<details") == 1
    assert f"The page shows the last {MOST_MONTHS} months in which anything happened." in text


def test_without_the_address_of_the_site_no_page_speaks_of_feeds() -> None:
    assert [one.address for one in all_pages(catalogue()) if "feed" in one.text.casefold() or one.feed] == []
    known = catalogue(site="https://example.org/")
    feeds = {one.address: one.feed for one in all_pages(known) if one.feed}
    assert feeds == {
        **dict.fromkeys(("/", "/new/"), "/feeds/all"),
        **{f"/case_studies/{one.id}/": f"/feeds/case_studies/{one.id}" for one in known.cases},
        **{
            f"/{kind}/{term.id}/": f"/feeds/{kind}/{term.id}"
            for kind in ("needs", "approaches")
            for term in known.vocabularies[kind]
        },
        "/places/barfield/": "/feeds/places/barfield",
    }
    link = '<p class="follow"><a href="../../feeds{}.atom">Follow this page</a>'
    assert [one for one in feeds if link.format(one.rstrip("/")) not in page(known, one)] == ["/", "/new/"]
    assert '<h2 id="follow">How to follow</h2>' in page(known, "/new/")


def test_lists_say_as_at_which_day_they_are() -> None:
    words = '<p class="as-at">As at <time datetime="2026-11-22">22 November 2026</time></p>'
    lists = (
        *("/find/", "/find/region/north-west/", "/case_studies/", "/needs/", "/approaches/", "/places/", "/gap_map/"),
        *("/needs/confidence/", "/approaches/coaching/", "/places/barfield/"),
    )
    dated = {one.address: one.text.count(words) for one in all_pages(catalogue(as_at="2026-11-22"))}
    assert {address: dated[address] for address in lists} == dict.fromkeys(lists, 1)
    assert [one.address for one in all_pages(catalogue()) if "As at" in one.text] == []


def test_a_page_says_that_guidance_relies_on_it() -> None:
    cites = (
        Cited("case_studies", CASE.id, "2026-11-02 · 0a1b2c3d"),
        *(Cited(kind, id) for kind, id in (("needs", "confidence"), ("guides", GUIDE.id), ("sources", SOURCE.id))),
    )
    linked = Guidance("Meetings", "Office of <Examples>", 2028, "The desk", cites, "https://example.org/meetings")
    known = catalogue(guidance=(TEAM, linked))
    assert page(known, ADDRESS).partition("<strong>Guidance relies on this page:</strong> ")[2].partition("\n")[0] == (
        "<cite>Learning together</cite> (Office of Examples, 2027); "
        '<a href="https://example.org/meetings">Meetings</a> '
        "(Office of &lt;Examples&gt;, 2028, on version 2026-11-02 · 0a1b2c3d).</p>"
    )
    marked = {one.address for one in all_pages(known) if "Guidance relies on this page" in one.text}
    assert marked == {one.address for one in cites} == {ADDRESS, *(f"/{one.kind}/{one.id}/" for one in cites[1:])}


def relied(version: str = "", since: str = "", kind: str = "case_studies", id: str = CASE.id, year: int = 2027) -> int:
    """How many changes are told to those who cite a page."""
    cited = replace(TEAM, year=year, cites=(Cited(kind, id, version),))
    known = catalogue(replace(CHANGED, changes=(MAJOR, EARLIER)), WITHDRAWN, guidance=(cited,))
    return sum(len(changes) for _, _, changes in to_tell(known, since))


@pytest.mark.parametrize(
    ("many", "asked"),
    [
        (1, {"version": "2026-11-02 · 0a1b2c3d"}),
        (0, {"version": "2027-02-03-0a1b2c3d"}),
        (1, {}),
        (0, {"year": 2028}),
        (1, {"version": "2027-02-03", "since": "2027-02-03"}),
        (0, {"since": "2027-02-04"}),
        (1, {"id": "old", "year": 2026}),
        (2, {"kind": "needs", "id": "changing-behaviours", "year": 2026}),
        (0, {"kind": "needs", "id": "clear-roles", "year": 2026}),
    ],
)
def test_guidance_is_told_of_major_changes_since_what_it_cites(many: int, asked: dict[str, str]) -> None:
    assert relied(**asked) == many  # type: ignore[arg-type]


def test_what_falls_due_and_what_is_overdue() -> None:
    days = ("2026-11-21", "2026-11-22", "2027-02-20", "2027-02-21")
    cases = [case(id=f"case-{day}", review_by=day) for day in days]
    gone = replace(WITHDRAWN, review_by=days[0])
    known = catalogue(*cases, gone, replace(WITHDRAWN, id="soon", review_by=days[1]), as_at="2026-11-22")
    assert [one.record.review_by for one in overdue(known)] == [days[0]]
    assert [one.record.review_by for one in falls_due(known)] == [*days[1:3]]
    assert overdue(replace(known, as_at="")) == ()


def test_the_register_of_guidance_is_read() -> None:
    assert (ROOT / HOME).is_file()
    assert HOME in load(ROOT).paths


def test_an_archived_copy_is_a_link_of_the_reference() -> None:
    kept = catalogue(sources=(replace(SOURCE, archived="https://archive.example.org/1"),))
    link = ' <a href="https://archive.example.org/1">A copy in an archive</a></li></ol>'
    assert link in page(kept, f"/sources/{SOURCE.id}/")
    assert "A copy in an archive" not in page(catalogue(), f"/sources/{SOURCE.id}/")


def test_the_page_on_the_state_of_the_site_lists_whatever_is_overdue() -> None:
    known = catalogue(as_at="2029-01-01")
    late = [f'<th scope="row"><a href="..{item.address}">{item.record.title}</a></th>' for item in overdue(known)]
    text = page(known, "/state/")
    assert len({item.kind for item in overdue(known)}) == len(KINDS)
    assert [line for line in late if line not in text] == []
    assert f"<p>{len(late)} records should have been read again by now.</p>" in text
    assert "No record is overdue." in page(catalogue(as_at="2026-11-22"), "/state/")


def test_the_list_of_promises_knows_every_kind_of_record() -> None:
    assert set(LEDGER_KINDS) == {*KINDS, *TERMS, "places"}

"""What was promised: the list, what belongs together, what a release adds, and what the state page counts."""

from dataclasses import replace
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify

from builders import BRIEF, CASE, GUIDE, WITHDRAWN, catalogue
from whatworks.archive import read_archive
from whatworks.ledger import Promise, as_text, kind_of, of_other, read_ledger, record_of, with_new
from whatworks.loading import load
from whatworks.markup import headings
from whatworks.pages import all_pages
from whatworks.pages.page import Page
from whatworks.promises import answering
from whatworks.published import answers, offered, read_pages
from whatworks.redirects import Moves, Notice, Redirect
from whatworks.tool_links import filter_links, tool_links
from whatworks.vocabulary_files import load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
PROMISED = "2026-11-22 /\n2026-11-23 /needs/clear-roles/\n2026-11-23 /needs/clear-roles/#coaching\n"


def test_the_list_is_sorted_and_read_as_it_was_written() -> None:
    promises, problems = read_ledger(PROMISED)
    assert problems == []
    assert promises == (
        Promise("/", "2026-11-22"),
        Promise("/needs/clear-roles/", "2026-11-23"),
        Promise("/needs/clear-roles/#coaching", "2026-11-23"),
    )
    assert [one.line for one in promises] == [1, 2, 3]
    assert as_text(reversed(promises)) == PROMISED


def test_an_address_keeps_the_day_on_which_it_was_first_promised() -> None:
    promises, _ = read_ledger(PROMISED)
    after = with_new(promises, ["/", "/guides/", "/guides/"], "2027-01-01")
    assert as_text(after) == f"2026-11-22 /\n2027-01-01 /guides/\n{PROMISED.partition(chr(10))[2]}"
    assert with_new(after, ["/", "/guides/"], "2027-02-02") == after


@pytest.mark.parametrize(
    ("address", "kind", "record", "other"),
    [
        ("/", "page", None, "/"),
        ("/needs/", "page", None, "/needs/"),
        ("/needs/old/", "page", ("needs", "old"), "/needs/new/"),
        ("/needs/old/#coaching", "anchor", ("needs", "old"), "/needs/new/#coaching"),
        ("/find/?need=old", "filter", ("needs", "old"), "/find/?need=new"),
        ("/find/?region=old", "filter", None, "/find/?region=old"),
        ("/fit/?fit=old.yes", "filter", None, "/fit/?fit=old.yes"),
        ("/where_are_we/?a=old", "filter", None, "/where_are_we/?a=old"),
        ("/find/region/wales/", "page", None, "/find/region/wales/"),
        ("/data/v1/case_studies.json", "file", None, "/data/v1/case_studies.json"),
        ("/data/v1/needs/old.json", "file", ("needs", "old"), "/data/v1/needs/new.json"),
        (
            "/data/v1/citations/case_studies/old.csl.json",
            "file",
            ("case_studies", "old"),
            "/data/v1/citations/case_studies/new.csl.json",
        ),
        ("/feeds/needs/old.atom", "feed", ("needs", "old"), "/feeds/needs/new.atom"),
        ("/embed/old/", "embed", ("case_studies", "old"), "/embed/new/"),
    ],
)
def test_an_address_says_what_it_belongs_to(
    address: str, kind: str, record: tuple[str, str] | None, other: str
) -> None:
    assert kind_of(address) == kind
    assert record_of(address) == record
    assert of_other(address, "new") == other


SMALL = catalogue(CASE, BRIEF, WITHDRAWN)


def test_each_option_of_each_filter_has_a_link_and_so_has_the_heading_above_it() -> None:
    links = list(filter_links(SMALL))
    assert [one for one in links if "?need=" in one] == [
        "/find/?need=changing-behaviours",
        "/find/?need=confidence",
        "/find/?need=clear-roles",
    ]
    assert {"/find/?region=north-west", "/find/?did_not_work=told", "/find/?place=barfield"} < set(links)
    assert len(links) == len(set(links))


def test_each_condition_and_each_answer_of_the_self_check_has_a_link() -> None:
    assert list(tool_links(SMALL))[len(list(filter_links(SMALL))) :] == [
        "/fit/?fit=one-coach.yes",
        "/fit/?fit=own-room.yes",
        "/where_are_we/?a=speaking-new",
        "/where_are_we/?a=speaking-silence",
    ]


def test_pages_files_filters_and_versions_answer() -> None:
    here = answering(replace(SMALL, versions={("guides", "first-meeting"): ("2026-11-22-0a1b2c3d",)}))
    assert {
        "/",
        "/needs/confidence/",
        "/case_studies/old/",
        "/data/v1/needs/confidence.json",
        "/find/?need=confidence",
        "/data/v1/guides/first-meeting/2026-11-22-0a1b2c3d.json",
        "/state/",
    } < here
    assert "/case_studies/nowhere/" not in here


def write(site: Path, name: str, content: str) -> None:
    """Writes a page with some main content, or a file."""
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    outside = '<p id="out"></p>'
    shell = f'<main id="content"><article class="prose">{content}</article></main>{outside}'
    path.write_text(shell if name.endswith(".html") else content, encoding="utf-8")


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A finished site with a page of each sort."""
    tool = '<details id="paper" data-pagefind-ignore><details id="in"></details><p id="tool"></p></details>'
    record = (
        f'<h1 id="title">T</h1><h2 id="story">S</h2>{tool}<p id="after"><input id="box"><img data-pagefind-ignore></p>'
    )
    drawing = '<svg><title id="chart-a">A</title><desc id="chart-a-told">B</desc></svg>'
    write(tmp_path, "case_studies/a/index.html", f'{record}<li id="outcome-1"></li>{drawing}')
    write(tmp_path, "frameworks/f/index.html", '<h2 id="model">M</h2><h3 id="cases" data-pagefind-ignore>C</h3>')
    write(tmp_path, "meeting_tools/m/index.html", '<h2 id="use">U</h2><datalist id="needs"></datalist>')
    write(tmp_path, "start/s/index.html", '<h2 id="steps">S</h2>')
    write(tmp_path, "find/index.html", '<h2 id="filters">F</h2>')
    write(tmp_path, "index.html", "")
    write(tmp_path, "404.html", "")
    write(tmp_path, "needs/old/index.html", '<p data-moved="page"><a href="../new/">N</a></p>')
    for name in ("data/v1/needs/new.json", "feeds/all.atom", "opensearch.xml", "assets/css/a.css", "search/index.json"):
        write(tmp_path, name, "{}")
    return tmp_path


def test_a_release_promises_pages_lasting_anchors_and_files_but_nothing_that_is_only_a_means(small_site: Path) -> None:
    assert list(offered(small_site, read_pages(small_site))) == [
        "/case_studies/a/",
        "/case_studies/a/#after",
        "/case_studies/a/#outcome-1",
        "/case_studies/a/#story",
        "/find/",
        "/frameworks/f/",
        "/frameworks/f/#model",
        "/",
        "/meeting_tools/m/",
        "/meeting_tools/m/#use",
        "/start/s/",
        "/data/v1/needs/new.json",
        "/feeds/all.atom",
        "/opensearch.xml",
    ]


OF_A_FRAMEWORK = {
    *("what-it-is-for", "in-a-meeting", "the-same-as-a-table", "model-caption", "what-to-be-careful-about"),
    "where-it-comes-from",
}
OF_A_SHEET = {"how-to-use-it", "the-cases-behind-it", "sources"}


def test_what_is_promised_within_frameworks_and_sheets_comes_and_goes_with_no_other_record(site: Path) -> None:
    known, found = load(ROOT).catalogue, dict[str, set[str]]()
    for address, _, anchor in (one.partition("#") for one in offered(site, read_pages(site))):
        found.setdefault(address, set()).add(anchor)
    for model in known.frameworks:
        own = {f"source-{one.id}" for one in model.sources} | ({"ways-caption"} if model.ways else set())
        own |= {slugify(words, "-") for _, words, _ in headings(model.body)}
        assert found[f"/frameworks/{model.id}/"] - {"", "changes"} == OF_A_FRAMEWORK | own
    for tool in known.meeting_tools:
        own = {f"source-{one.id}" for one in tool.sources} | ({"what-the-reports-say"} if tool.background else set())
        assert found[tool.address] - {"", "changes"} == OF_A_SHEET | own
    assert len(known.frameworks) + len(known.meeting_tools) > 10


@pytest.mark.parametrize(
    ("address", "is_there"),
    [
        ("/", True),
        ("/case_studies/a/", True),
        ("/case_studies/a/#outcome-1", True),
        ("/case_studies/a/#outcome-2", False),
        ("/case_studies/b/", False),
        ("/find/?need=x", True),
        ("/feeds/all.atom", True),
        ("/feeds/all.json", False),
        ("/needs/old/", True),
        ("/needs/old/#anything", True),
        ("/case_studies/", False),
    ],
)
def test_the_finished_site_answers_or_not(small_site: Path, address: str, is_there: bool) -> None:
    assert answers(small_site, read_pages(small_site), address) is is_there


def test_the_archive_reads_lists_and_names_of_versions(tmp_path: Path) -> None:
    for name in ("2026-11-22-aa", "2027-01-05-bb"):
        write(tmp_path, f"published/versions/needs/confidence/{name}.json", "{}")
    write(tmp_path, "published/addresses.txt", "2026-11-22 /\n")
    schemas, *_ = load_vocabularies(ROOT)
    archive = read_archive(tmp_path, schemas)
    assert archive.versions == {("needs", "confidence"): ("2027-01-05-bb", "2026-11-22-aa")}
    assert archive.promised == (Promise("/", "2026-11-22"),)
    assert archive.paths == ("published/addresses.txt",)
    assert archive.problems == ()


STATE = replace(
    SMALL,
    as_at="2028-12-01",
    guides=(replace(GUIDE, review_by="2027-11-22"),),
    promised=tuple(
        Promise(address, "2026-11-22")
        for address in (
            "/",
            "/case_studies/old/",
            "/case_studies/old/#outcome-1",
            "/data/v1/case_studies/old.json",
            "/needs/nerves/",
            "/needs/nerves/#coaching",
            "/find/?need=nerves",
            "/guides/gone/",
        )
    ),
    moves=Moves(
        (Redirect("/needs/nerves/", "/needs/confidence/", "2026-12-01", "The need has a plainer name."),),
        (Notice("/guides/gone/", "2026-12-02", "Its advice no longer held.", "/guides/first-meeting/"),),
    ),
)


def state() -> Page:
    """The page of the state of a small site."""
    return next(page for page in all_pages(STATE) if page.address == "/state/")


def test_the_state_page_counts_what_was_promised_and_what_has_become_of_it() -> None:
    text = state().text
    assert "8 addresses since 22 November 2026: <strong>1</strong> as they were, <strong>3</strong> moved," in text
    assert '<tr><th scope="row">Pages</th><td>4</td><td>1</td><td>1</td><td>2</td></tr>' in text
    assert '<tr><th scope="row">Places within pages</th><td>2</td><td>0</td><td>1</td><td>1</td></tr>' in text
    assert '<tr><th scope="row">Filters and answers</th><td>1</td><td>0</td><td>1</td><td>0</td></tr>' in text
    assert '<tr><th scope="row">Data files</th><td>1</td><td>0</td><td>0</td><td>1</td></tr>' in text
    assert "<code>/needs/nerves/</code>" in text
    assert "<td>2 December 2026</td><td>Its advice no longer held.</td>" in text
    assert state().noindex


def test_the_state_page_lists_what_is_to_be_read_again_the_longest_overdue_first() -> None:
    rows = state().text.partition("## To be read again")[2].partition("## ")[0]
    listed = [line.split("</a>")[0].split(">")[-1] for line in rows.splitlines() if 'scope="row"' in line]
    assert listed == [
        "A first meeting",
        "Residents practise before each meeting",
        "A board plans an open diary",
        "What coaches were proposed to cost",
        "Who speaks at meetings",
        "From asking to acting",
        "Half an hour on learning",
        "Welcoming somebody new",
        "A plan for learning",
        "What is hard for you?",
        "A course on chairing",
        "Learning on Estates",
    ]
    assert "<p>12 records should have been read again by now.</p>" in rows


def test_published_versions_are_listed_newest_first_with_a_link_to_each() -> None:
    names = ("2027-01-05-0b0b0b0b", "2026-11-22-0a0a0a0a")
    known = replace(SMALL, versions={("case_studies", CASE.id): names})
    text = {page.address: page.text for page in all_pages(known)}
    listed = text[f"/case_studies/{CASE.id}/"].partition('id="versions"')[2].partition("</details>")[0]
    assert [line for line in listed.splitlines() if line.startswith("<li>")] == [
        f'<li><a href="../../data/v1/case_studies/{CASE.id}/{name}.json">{day}</a> <code>{name[11:]}</code></li>'
        for name, day in zip(names, ("5 January 2027", "22 November 2026"), strict=True)
    ]
    assert 'id="versions"' not in text[f"/case_studies/{BRIEF.id}/"]

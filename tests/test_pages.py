"""The pages that are made from a catalogue: whole, escaped, and with links that lead somewhere.

When a change of a page is meant, run `REWRITE_GOLDENS=1 pytest tests/test_pages.py` and read the difference.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from builders import BRIEF, CASE, SOURCE, WITHDRAWN, case, catalogue, term, vocabulary, worded
from whatworks.catalogue import Catalogue
from whatworks.documents import all_documents
from whatworks.exports import all_files
from whatworks.guidance import Cited, Guidance
from whatworks.history import Change
from whatworks.pages import Page, all_pages
from whatworks.pages.data import OFFLINE
from whatworks.pages.page import capital, day, plain_markdown, plural, relative, render, with_citations
from whatworks.parts import Citation, Place, Related
from whatworks.resources import environment
from whatworks.safe_markup import EXTENSIONS

GOLDEN = Path(__file__).parent / "golden"
# Each golden page and its address.
WHOLE = {
    "case_study": "/case_studies/ash-green-coaching/",
    "brief": "/case_studies/briar-hill-open-diary/",
    "withdrawn": "/case_studies/old/",
    "cases": "/case_studies/",
    "need": "/needs/confidence/",
    "needs": "/needs/",
    "approach": "/approaches/being-open/",
    "gap_map": "/gap_map/",
    "where_are_we": "/where_are_we/",
    "places": "/places/",
    "place": "/places/barfield/",
    "source": "/sources/report-2004/",
    "sources": "/sources/",
    "guide": "/guides/first-meeting/",
    "guides": "/guides/",
    "survey": "/evidence/who-speaks/",
    "survey_proposed": "/evidence/cost-of-coaches/",
    "surveys": "/evidence/",
    "learn": "/learn/",
    "resource": "/resources/chairing-course/",
    "resources": "/resources/",
    "evidence": "/about_the_evidence/",
    "privacy": "/privacy/",
    "tools": "/tools/",
    "about": "/about/",
    "contribute": "/contribute/",
    "home": "/",
    "start": "/start/",
    "start_chair": "/start/chair/",
    "finder": "/find/",
    "fit": "/fit/",
    "filter": "/find/region/north-west/",
    "compare": "/compare/",
    "shortlist": "/shortlist/",
    "new": "/new/",
    "for_guidance": "/for_guidance/",
    "data": "/data/",
    "dictionary": "/data/dictionary/",
    "meeting_tools": "/meeting_tools/",
    "agenda": "/meeting_tools/agenda/",
    "induction_checklist": "/meeting_tools/induction-checklist/",
    "learning_plan": "/meeting_tools/learning-plan/",
    "needs_questionnaire": "/meeting_tools/needs-questionnaire/",
    "state": "/state/",
}
SMALL = catalogue(CASE, BRIEF, WITHDRAWN)
EMPTY = Catalogue((), (), (), (), SMALL.vocabularies)


def pages(known: Catalogue) -> dict[str, Page]:
    """The pages of a catalogue by address."""
    return {page.address: page for page in all_pages(known)}


def golden(page: Page) -> str:
    """All that a page is, as one text."""
    trail = " / ".join(f"{title} {address}" for title, address in page.trail)
    head = {"title": page.title, "description": page.description, "file": page.file, "trail": trail}
    return "".join(f"{name}: {value}".rstrip() + "\n" for name, value in head.items()) + f"\n{page.text}\n"


def known(tag: str, name: str, value: str | None) -> str | None:
    """The value of an attribute without what comes from the text: the id of a title, the address of a place."""
    if name in ("aria-label", "data-options", "data-label") or (name == "id" and tag in ("h1", "h2", "h3")):
        return "words"
    return "a link" if name == "href" and re.fullmatch(r"[\w./#?=&-]+", value or "") else value


class Html(HTMLParser):
    """The tags with their attributes, the texts and the links of rendered Markdown."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.heading = ""
        self.in_heading = False
        self.in_drawing = False
        self.feed(markdown.markdown(text, extensions=["toc", *EXTENSIONS]))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_heading = tag == "h1" or self.in_heading
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        # How many lines a drawing has depends on its words; tests/test_frameworks.py looks at drawings.
        self.in_drawing = self.in_drawing or (tag == "svg" and "drawing" in (values.get("class") or ""))
        if not self.in_drawing:
            self.tags.append((tag, tuple((name, known(tag, name, value)) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.in_heading = self.in_heading and tag != "h1"
        if not self.in_drawing:
            self.tags.append((f"/{tag}", ()))
        self.in_drawing = self.in_drawing and tag != "svg"

    def handle_data(self, data: str) -> None:
        self.heading += data if self.in_heading else ""

    def handle_comment(self, data: str) -> None:
        self.tags.append(("a comment", ()))


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_whole_page(name: str) -> None:
    path, text = GOLDEN / f"{name}.md", golden(pages(SMALL)[WHOLE[name]])
    if "REWRITE_GOLDENS" in os.environ:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_golden_page_is_compared() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.md" for name in WHOLE}


def test_a_catalogue_has_a_page_for_each_record_and_term() -> None:
    expected = {f"/{kind}/{one.id}/" for kind in ("needs", "approaches") for one in SMALL.vocabularies[kind]}
    expected |= {f"/case_studies/{one.id}/" for one in SMALL.cases} | set(WHOLE.values())
    addresses = [page.address for page in all_pages(SMALL)]
    assert set(addresses) >= expected
    assert len(addresses) == len(set(addresses))


def test_pages_can_be_edited_where_there_is_a_file() -> None:
    files = {page.address: page.file for page in all_pages(SMALL)}
    assert files["/case_studies/old/"] == "docs/case_studies/old.md"
    assert files["/needs/confidence/"] == files["/needs/"] == "schemas/vocabularies/needs.yml"
    assert files["/sources/report-2004/"] == "docs/sources/report-2004.md"
    assert files["/guides/first-meeting/"] == "docs/guides/first-meeting.md"
    assert files["/start/chair/"] == "docs/start/chair.md"
    assert [files[address] for address in ("/", "/places/", "/gap_map/")] == ["", "", ""]


def dead_ends(known: Catalogue) -> Iterator[str]:
    """Each link of the pages that leads to no page, or to no id of it."""
    seen = {page.address: Html(page.text) for page in all_pages(known)}
    written = {f"/{path}" for path, _ in (*all_files(known), *all_documents(known))} | {f"/{OFFLINE}"}
    files = {page.file.removeprefix("docs"): page.address for page in all_pages(known) if page.file.startswith("docs")}
    for address, page in seen.items():
        for link in page.links:
            path, _, anchor = re.sub(r"\?[^#]*", "", urljoin(address, link)).partition("#")
            if path.endswith(".md"):
                path = files.get(urljoin(address.rstrip("/"), link), path)
            if path in written:
                continue
            if path not in seen or (anchor and anchor not in seen[path].ids):
                yield f"{address}: {link}"


def test_every_link_leads_to_a_page_and_an_anchor() -> None:
    assert list(dead_ends(SMALL)) == []
    assert len([link for page in all_pages(SMALL) for link in Html(page.text).links]) > 60


def test_the_links_are_really_looked_at() -> None:
    lost = replace(BRIEF, body="[x](nowhere.md) [y](ash-green-coaching.md)\n")
    assert list(dead_ends(catalogue(CASE, lost))) == ["/case_studies/briar-hill-open-diary/: nowhere.md"]


def test_ids_are_unique_on_each_page() -> None:
    for page in all_pages(SMALL):
        ids = Html(page.text).ids
        assert len(ids) == len(set(ids)), page.address


def test_an_empty_catalogue_has_pages_too() -> None:
    empty = pages(EMPTY)
    assert "<div><dt>cases</dt><dd>0</dd></div>" in empty["/"].text
    assert "No case shows this yet." in empty["/needs/confidence/"].text
    assert "No report places a case at this stage." in empty["/where_are_we/"].text
    assert empty["/gap_map/"].text.count(">Nothing yet. Tell us</a>") == 2
    assert '<p class="lede">0 case studies and 0 briefs, in the order' in empty["/case_studies/"].text
    assert "The word comes from" not in empty["/needs/confidence/"].text


def test_many_words_for_a_term_wait_behind_the_first_eight() -> None:
    said = {count: tuple(f"word {number}" for number in range(1, count + 1)) for count in (10, 11)}
    lists = {
        count: {**SMALL.vocabularies, "needs": vocabulary("needs", term("confidence", synonyms=words), "clear-roles")}
        for count, words in said.items()
    }
    shown = {count: pages(replace(EMPTY, vocabularies=own))["/needs/confidence/"].text for count, own in lists.items()}
    assert f'<p class="said-as"><strong>People also say:</strong> {", ".join(said[10])}.</p>' in shown[10]
    assert f'{", ".join(said[11][:8])} <span class="said-as__more">and 3 more</span></summary>' in shown[11]
    assert "<p>word 9, word 10, word 11.</p>" in shown[11]


def test_a_list_leaves_withdrawn_cases_out() -> None:
    shown = pages(catalogue(WITHDRAWN, CASE))
    for address in ("/", "/case_studies/", "/needs/confidence/", "/places/", "/sources/report-2004/"):
        assert "/old/" not in shown[address].text, address
    assert "/case_studies/old/" in shown


def test_a_withdrawn_case_says_why_and_leads_on() -> None:
    link = '<a href="../ash-green-coaching/">Residents practise before each meeting</a>'
    told = f"<strong>Withdrawn.</strong> Its figures were wrong. Read instead: {link}.</p>"
    assert told in pages(SMALL)["/case_studies/old/"].text
    alone = pages(catalogue(WITHDRAWN))["/case_studies/old/"].text
    assert "<strong>Withdrawn.</strong> Its figures were wrong.</p>" in alone


def test_a_proposal_is_labelled_wherever_it_is_listed() -> None:
    label = '<span class="tag tag--status tag--proposed">Proposed: an idea, not evidence</span>'
    proposal = case(id="plan", status="proposed", outcomes=())
    shown = pages(catalogue(proposal, BRIEF, replace(CASE, related=(Related("plan", "An idea."),))))
    listing = ("/case_studies/", "/needs/confidence/", "/approaches/coaching/", "/places/", "/sources/report-2004/")
    for address in ("/case_studies/plan/", *listing, "/case_studies/ash-green-coaching/"):
        assert label in shown[address].text, address


def test_a_year_stands_wherever_a_case_is_listed() -> None:
    shown = pages(catalogue(CASE, BRIEF))
    for address in ("/case_studies/", "/needs/confidence/", "/places/", "/sources/report-2004/"):
        assert "2002 to 2004" in shown[address].text, address
        assert "told in 2004" in shown[address].text, address


def test_the_doors_of_the_home_page_show_the_most_used() -> None:
    ids = [f"need-{number}" for number in range(8)]
    needs = vocabulary("needs", "top", *(term(id, "top") for id in ids))
    answers = [replace(CASE.answers[0], need=id) for id in ids]
    areas = [Place("A", f"Area {n % 7}", "north-west") for n in range(8)]
    cases = [case(id=f"case-{n}", place=area, answers=tuple(answers[n:])) for n, area in enumerate(areas)]
    nowhere = [case(id=f"no-{n}", place=Place("B", "Unnamed", "unnamed"), answers=tuple(answers[:1])) for n in range(9)]
    lists = {**SMALL.vocabularies, "needs": needs}
    own = catalogue(*cases, *nowhere, vocabularies=lists, resources=(), guides=(), frameworks=(), meeting_tools=())
    own = replace(own, surveys=())
    home = pages(own)["/"].text
    doors = [line for line in home.splitlines() if line.startswith("<li><a ") and 'class="count"' in line]
    expected = [("need-0", 10), ("need-7", 8), ("need-6", 7), ("need-5", 6), ("need-4", 5), ("need-3", 4)]
    assert doors[:6] == [
        f'<li><a href="needs/{id}/">{needs.label(id)}</a> <span class="count">{count} cases</span></li>'
        for id, count in expected
    ]
    counts = [("Area 0", "2 cases"), *((f"Area {n}", "1 case") for n in range(1, 6))]
    assert doors[-6:] == [
        f'<li><a href="places/#north-west">{area}</a> <span class="count">{count}</span></li>' for area, count in counts
    ]


@pytest.mark.parametrize(
    ("target", "start", "link"),
    [
        ("/needs/", "/", "needs/"),
        ("/", "/", "./"),
        ("/", "/needs/", "../"),
        ("/", "/needs/confidence/", "../../"),
        ("/needs/", "/needs/", "./"),
        ("/needs/#top", "/needs/", "#top"),
        ("/needs/", "/needs/confidence/", "../"),
        ("/needs/#top", "/needs/confidence/", "../#top"),
        ("/approaches/coaching/", "/needs/confidence/", "../../approaches/coaching/"),
        ("/places/#north-west", "/", "places/#north-west"),
        ("/assets/mark.svg", "/needs/", "../assets/mark.svg"),
        ("/find/?need=confidence", "/find/", "?need=confidence"),
        ("/find/?need=confidence&approach=coaching", "/needs/", "../find/?need=confidence&approach=coaching"),
    ],
)
def test_links_are_relative(target: str, start: str, link: str) -> None:
    assert relative(target, start) == link


ADDRESSES = st.lists(st.sampled_from(["a", "b", "needs"]), max_size=3).map(lambda parts: "/".join(["", *parts, ""]))


@given(ADDRESSES, ADDRESSES, st.sampled_from(["", "#x", "?q=1", "?q=a&b=1#x"]))
def test_a_relative_link_leads_to_its_target(target: str, start: str, rest: str) -> None:
    root = "https://example.org/sub"
    assert urljoin(root + start, relative(target + rest, start)) == root + target + rest


def test_small_words() -> None:
    assert (plural(0, "case"), plural(1, "case"), plural(2, "case")) == ("0 cases", "1 case", "2 cases")
    assert plural(2, "case study", "case studies") == "2 case studies"
    assert (capital("case study"), capital("GO"), capital("")) == ("Case study", "GO", "")
    assert (day("2026-11-02"), day("2028-12-31")) == ("2 November 2026", "31 December 2028")


def test_citations_lead_to_the_list_of_sources() -> None:
    story = "A.[^one] B.[^two][^one] `[^one]` [^three]\n\n```\n[^two]\n```\n"
    one, two = (
        f'<sup class="cite"><a href="#source-{id}" aria-label="Source {number}">{number}</a></sup>'
        for number, id in ((1, "one"), (2, "two"))
    )
    sources = (Citation("one", "r", "s"), Citation("two", "r", "s"))
    assert with_citations(story, sources) == f"A.{one} B.{two}{one} `[^one]` [^three]\n\n```\n[^two]\n```\n"
    assert with_citations("No source.", ()) == "No source."


def test_a_template_that_names_what_is_not_there_fails() -> None:
    with pytest.raises(UndefinedError, match="'case' is undefined"):
        render("case.md.j2", "/case_studies/x/", SMALL)
    with pytest.raises(UndefinedError, match="'nothing' is undefined"):
        environment().from_string("{{ nothing }}").render()


def test_templates_escape_text_and_keep_it_on_one_line() -> None:
    shown = environment().from_string("{{ x }}{{ ', ' }}{{ y }} {{ 3 }}")
    assert shown.render(x="<b>\n\n ```\r\n", y=Markup("<i>\n</i>")) == "&lt;b&gt; ``` , <i>\n</i> 3"


# What a person could put into any field: pieces that mean something in HTML, Markdown, Jinja or YAML, and any letters.
PIECES = [
    *("<script>alert(1)</script>", "</p>", "<!--", "-->", "<b", '" onclick="x', "'><i>", "&lt;b&gt;", "&", "<?x?>"),
    *("**x**", "_y_", "`", "```\n", "[a](javascript:x)", "![](x)", "[^course]", "<http://x.y>", "\\", "| a | b |"),
    *("{: #id .x onclick=y }", "{{ x }}", "{% raw %}", "{#", "\n\n", "\n# x\n", "\n- ", "\n===\n", "\n---\n", "\n    "),
    *("!!! note\n", ": ", "#", "~", "~~~\n", "*[x]: y", "[r]: //x", " ", "'", "“", "\n<div markdown=1>\n"),
]
LETTERS = st.characters(exclude_categories=["Cc", "Cs"])
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(LETTERS, max_size=8), min_size=1, max_size=6).map("".join)
CHANGED = case(id="b", dates=None, name="", did_not_work=(), changes=(Change("2026-11-03", "major", "A wrong name."),))
GUIDANCE = Guidance("Learning together", "Office of Examples", 2027, "The team", (Cited("case_studies", "b"),))
EVERYTHING = catalogue(CASE, BRIEF, WITHDRAWN, CHANGED, guidance=(GUIDANCE,))
# A chart has as many lines as its words need: tests/test_charts.py looks at what is in it.
CHART = re.compile(r'<svg class="chart.*?</svg>(?=\n|</div>)', re.DOTALL)


def tags(written: Catalogue) -> list[list[tuple[str, tuple[tuple[str, str | None], ...]]]]:
    """The tags of every page."""
    return [Html(CHART.sub("", page.text)).tags for page in all_pages(written)]


PLAIN_TAGS = tags(worded(EVERYTHING, lambda _: "Plain words"))


@settings(max_examples=60)
@given(TEXTS.filter(lambda text: text.strip()))
def test_no_text_of_any_field_becomes_markup(text: str) -> None:
    assert tags(worded(EVERYTHING, lambda _: f"{text} words")) == PLAIN_TAGS


@given(TEXTS.filter(lambda text: text.strip()))
def test_a_title_reads_as_it_was_written(text: str) -> None:
    assert Html(f"# {plain_markdown(text)}\n").heading.split() == text.split()


def test_marks_in_titles_are_not_shown_with_backslashes() -> None:
    title = "Chester’s “best” (and the council's) ~ £5 + 1 & more!"
    assert Html(f"# {plain_markdown(title)}\n").heading == title


def test_the_fields_are_all_written_anew() -> None:
    words = {"Residents practise", "Briar Hill", "Learning on Estates", "Speaking up", "Barfield", "coach came"}
    words |= {"wrong name", "Learning together", "Office of Examples"}
    before = "".join(page.text for page in all_pages(EVERYTHING))
    after = "".join(page.text for page in all_pages(worded(EVERYTHING, lambda _: "Plain words")))
    assert [word for word in words if word.lower() not in before.lower()] == []
    assert [word for word in words if word.lower() in after.lower()] == []


def test_the_report_of_a_source_without_authors_names_the_organisation() -> None:
    alone = pages(catalogue(CASE, BRIEF, sources=(replace(SOURCE, authors=(), subtitle=""),)))
    written = "<div><dt>Written by</dt><dd>Barfield College</dd></div>\n<div><dt>Commissioned by</dt>"
    assert written in alone["/sources/report-2004/"].text
    assert "Barfield College (2004), <cite>Learning on Estates</cite>." in alone["/sources/report-2004/"].text


def test_sources_that_are_no_report_of_the_site() -> None:
    told = Citation("course", told_by="An adviser who was there", told_on="2026-11-22")
    printed = Citation("end", publication="Barfield College, The course", year=2004, part="Section 2, Evenings")
    page = pages(catalogue(case(sources=(told, printed)), BRIEF))["/case_studies/ash-green-coaching/"].text
    assert '<li id="source-course">Told by: An adviser who was there, 22 November 2026.</li>' in page
    assert '<li id="source-end">Barfield College, The course (2004), Section 2, Evenings.</li>' in page
    assert "An account." not in page


def test_a_case_that_no_report_tells_says_so() -> None:
    told = Citation("course", told_by="An adviser", told_on="2026-11-22")
    silent = case(sources=(told, replace(told, id="end")), dates=None, outcomes=(), did_not_work=())
    page = pages(catalogue(silent, BRIEF))["/case_studies/ash-green-coaching/"].text
    assert "<p><strong>An account.</strong> People who knew of it told this. No published report was read.</p>" in page
    assert "told in an account of 2026" in page
    assert "The account does not say what changed." in page
    assert "The account does not say what failed or was hard." in page

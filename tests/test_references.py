"""How the pages of the site are referred to elsewhere, read by libraries that did not write it."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from pybtex.richtext import Text

from builders import BRIEF, CASE, GUIDE, WITHDRAWN, case, catalogue
from whatworks.citation_formats import FORMATS, Item, bibtex, csl_json, harvard, ris
from whatworks.citing import data_file
from whatworks.exports import all_files
from whatworks.loading import load
from whatworks.pages import all_pages
from whatworks.references import Reference, of_case, of_guide, of_page, references

ROOT = Path(__file__).resolve().parent.parent
KNOWN = replace(load(ROOT).catalogue, site="https://example.org/what-works/")
SMALL = catalogue(CASE, BRIEF, WITHDRAWN, site="https://example.org/")
ITEM = of_case(SMALL, CASE).item
# A line of RIS, and the tags that this site uses, as the format's description has them.
LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
TAGS = {"ID", "AU", "TI", "T2", "PY", "DA", "ET", "N1", "UR"}
COMMANDS = {"braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^", "backslash": "\\"}


def by_citeproc(item: Item) -> str:
    """A reference as citeproc-py writes it in the Harvard style that comes with it."""
    style = CitationStylesStyle("harvard-cite-them-right", locale="en-GB", validate=False)
    known = CitationStylesBibliography(style, CiteProcJSON([dict(item)]), formatter.plain)
    known.register(Citation([CitationItem(item["id"])]))
    return str(known.bibliography()[0])


def from_bibtex(text: str) -> str:
    """What TeX would set for a text of a BibTeX field."""
    text = text.removeprefix("{").removesuffix("}").replace("{}", "")
    return re.sub(r"\{\\text(\w+)\}|\\([&%$#_])", lambda found: COMMANDS[found[1]] if found[1] else found[2], text)


def fields(text: str) -> dict[str, str]:
    """The fields of a record of RIS."""
    lines = text.splitlines()
    assert lines[0] == "TY  - ELEC"
    assert lines[-1] == "ER  - "
    return dict(re.fullmatch(LINE, line).groups() for line in lines[1:-1])  # type: ignore[union-attr]


def test_a_case_in_every_format() -> None:
    where = "https://example.org/case_studies/ash-green-coaching/"
    note = "Case ash-green-coaching, version 2026-11-02 · 0a1b2c3d"
    title = "Residents practise before each meeting"
    assert of_case(SMALL, CASE).harvard == f"What Works (2026) {title}. {note}. Available at: {where}."
    assert json.loads(csl_json(ITEM)) == [
        {
            "id": "what-works-case-ash-green-coaching",
            "type": "webpage",
            "title": title,
            "container-title": "What Works",
            "author": [{"literal": "What Works"}],
            "issued": {"date-parts": [[2026, 11, 2]]},
            "URL": where,
            "version": "2026-11-02 · 0a1b2c3d",
            "note": note,
        }
    ]
    assert bibtex(ITEM) == (
        "@misc{what-works-case-ash-green-coaching,\n"
        "  author = {{What Works}},\n"
        f"  title = {{{{{title}}}}},\n"
        "  year = {2026},\n"
        f"  url = {{{where}}},\n"
        f"  note = {{{note}}}\n"
        "}\n"
    )
    assert ris(ITEM) == (
        "TY  - ELEC\nID  - what-works-case-ash-green-coaching\nAU  - What Works\n"
        f"TI  - {title}\nT2  - What Works\nPY  - 2026\nDA  - 2026/11/02\nET  - 2026-11-02 · 0a1b2c3d\n"
        f"N1  - {note}\nUR  - {where}\nER  - \n"
    )


def test_guides_and_terms_are_named_as_what_they_are() -> None:
    assert of_guide(SMALL, GUIDE).harvard == (
        "What Works (2026) A first meeting. Guide first-meeting, version 2026-11-02. "
        "Available at: https://example.org/guides/first-meeting/."
    )
    term = of_page(SMALL, "needs", SMALL.vocabularies["needs"]["confidence"])
    assert term.harvard.startswith("What Works (2026) Confidence. Need confidence, version 2026-11-02 · ")
    assert [path for _, path in term.files] == [
        f"/data/v1/citations/needs/confidence.{ending}" for ending in ("bib", "ris", "csl.json")
    ]


def test_a_withdrawn_case_says_so_in_every_format() -> None:
    item = of_case(SMALL, WITHDRAWN).item
    for text in ("".join(harvard(item)), *(one.write(item) for one in FORMATS)):
        assert "version 2026-11-02 · 0a1b2c3d. Withdrawn on 5 November 2026" in text


def test_without_the_address_of_the_site_or_a_day_these_are_left_out() -> None:
    bare = of_case(catalogue(), CASE)
    assert "URL" not in bare.item
    assert bare.harvard.endswith(". Case ash-green-coaching, version 2026-11-02 · 0a1b2c3d.")
    assert "url" not in parse_string(bibtex(bare.item), "bibtex").entries[bare.item["id"]].fields
    assert set(fields(ris(bare.item))) == TAGS - {"UR"}
    empty = replace(catalogue(), cases=())
    undated = of_page(empty, "needs", empty.vocabularies["needs"]["confidence"])
    assert undated.harvard.startswith("What Works (no date) Confidence. Need confidence, version ")
    assert set(fields(ris(undated.item))) == TAGS - {"UR", "PY", "DA"}
    assert "year" not in parse_string(bibtex(undated.item), "bibtex").entries[undated.item["id"]].fields


def test_the_harvard_reference_is_that_of_citeproc_with_the_version_added() -> None:
    """The bundled style names a container, even if it is the author, and knows no version; without both they agree."""
    for one in references(KNOWN):
        bare = {name: value for name, value in one.item.items() if name != "container-title"}
        assert one.harvard.replace(f" {one.item['note']}.", "") == by_citeproc(bare)
    assert by_citeproc(ITEM).endswith(
        "Residents practise before each meeting, What Works. "
        "Available at: https://example.org/case_studies/ash-green-coaching/."
    )


@pytest.mark.parametrize(("title", "end"), [("Who?", "Who? Case"), ("Stop!", "Stop! Case"), ("A.B.", "A.B. Case")])
def test_a_title_that_ends_a_sentence_gets_no_second_stop(title: str, end: str) -> None:
    assert f"(2026) {end} ash-green-coaching, " in of_case(SMALL, case(title=title)).harvard


def test_every_page_is_read_back_from_every_format() -> None:
    known = list(references(KNOWN))
    entries = parse_string("\n".join(bibtex(one.item) for one in known), "bibtex").entries
    assert len(entries) == len(known) > 200
    for one in known:
        entry = entries[one.item["id"]]
        assert str(Text.from_latex(entry.fields["title"])) == one.item["title"]
        assert [str(person) for person in entry.persons["author"]] == ["{What Works}"]
        assert entry.fields["url"] == one.item["URL"]
        told = fields(ris(one.item))
        assert set(told) == TAGS
        assert (told["TI"], told["UR"], told["ET"]) == (one.item["title"], one.item["URL"], one.item["version"])
        read = CiteProcJSON(json.loads(csl_json(one.item)))[one.item["id"]]
        assert "".join(map(str, read["title"])) == one.item["title"]


PIECES = st.sampled_from(
    [*"&%$#_{}~^\\\"'`-–—“”‘’?!,;@=\n\r\t\u2028", "--", "''", "``", "?`", "\nER  - ", "\nTY  - ", "},\n", "<i>", "é"]
)
TITLES = st.lists(PIECES | st.text("abc é", max_size=4), min_size=1, max_size=8).map("".join)


@settings(max_examples=60)
@given(TITLES.filter(lambda text: text.strip()))
def test_any_title_survives(title: str) -> None:
    item, plain = of_case(SMALL, case(title=title)).item, " ".join(title.split())
    entries = parse_string(bibtex(item), "bibtex").entries
    assert list(entries) == [item["id"]]
    assert from_bibtex(entries[item["id"]].fields["title"]) == plain
    assert set(fields(ris(item))) == TAGS
    assert fields(ris(item))["TI"] == plain
    assert json.loads(csl_json(item))[0]["title"] == plain
    assert harvard(item)[1] == plain


def test_what_tex_would_set_as_one_letter_is_kept_apart() -> None:
    title = "A -- b --- ``c'' ?` ,, 50% of {x} & y_z ~ ^ \\"
    assert parse_string(bibtex({**ITEM, "title": title}), "bibtex").entries[ITEM["id"]].fields["title"] == (
        r"{A -{}- b -{}-{}- `{}`c'{}' ?{}` ,{}, 50\% of {\textbraceleft}x{\textbraceright} \& y\_z "
        r"{\textasciitilde} {\textasciicircum} {\textbackslash}}"
    )


def panels() -> list[tuple[Reference, str]]:
    """Each page that can be cited with its panel."""
    pages = {page.address: page.text for page in all_pages(KNOWN)}
    return [(one, pages[f"/{one.kind}/{one.id}/"].partition('id="cite-this-page"')[2]) for one in references(KNOWN)]


def test_every_page_names_the_version_and_the_reference_that_its_data_name() -> None:
    files = dict(all_files(KNOWN))
    for one, panel in panels():
        told = json.loads(files[data_file(one.kind, one.id).lstrip("/")])
        version = f'<p>{told["version"]}. <a href="../..{data_file(one.kind, one.id)}">This page as data</a>'
        assert version in panel, one.id
        line = re.search(r'data-cite-text="Reference">(.*)</p>', panel)
        assert line is not None
        assert unescape(re.sub("</?cite>", "", line[1])) == told["reference"] == one.harvard


def test_every_text_of_a_panel_is_that_of_its_file() -> None:
    files = dict(all_files(KNOWN))
    for one, panel in panels():
        for form, path in one.files:
            text = re.search(rf'<pre data-cite-text="{form.name}">(.*?)</pre>', panel, re.DOTALL)
            assert text is not None
            assert unescape(text[1]) == files[path.lstrip("/")] == form.write(one.item)
            assert f'href="../..{path}" download' in panel


def test_the_list_for_the_link_builder_says_what_pages_and_board_papers_say() -> None:
    told = json.loads(dict(all_files(SMALL))["data/v1/citations/case_studies.json"])
    assert [one["id"] for one in told] == [BRIEF.id, CASE.id]
    assert told[1] == {
        "id": "ash-green-coaching",
        "title": CASE.title,
        "where": "Ash Green, North west",
        "years": "2002 to 2004",
        "year_told": 2004,
        "summary": CASE.summary,
        "caveat": "Caveat, as of 2004: Four residents spoke. Who says so: A coach. How we know: measured, "
        "the strongest evidence for any of its 2 outcomes.",
        "reference": of_case(SMALL, CASE).harvard,
        "version": "2026-11-02 · 0a1b2c3d",
        "address": "/case_studies/ash-green-coaching/",
        "embed": {"address": "/embed/ash-green-coaching/", "height": told[1]["embed"]["height"]},
        "options": told[1]["options"],
    }
    assert {"need:confidence", "region:north-west", "evidence:measured"} < set(told[1]["options"])
    assert told[0]["caveat"] == (
        "Caveat, as of 2004: This was a proposal, an idea that a report put forward. "
        "It is not evidence that the idea works."
    )
    pages = {page.address: unescape(page.text) for page in all_pages(SMALL)}
    assert all(one["caveat"] in pages[one["address"]] for one in told)

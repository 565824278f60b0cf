"""What search machines and browsers are told: the site map, the search description, and what pages are about.

When a change of a file is meant, run `REWRITE_GOLDENS=1 pytest tests/test_sitemap.py` and read the difference.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from jinja2 import Environment
from jsonschema import Draft202012Validator
from lxml import etree
from pyoxigraph import RdfFormat, parse

from builders import BRIEF, CASE, GUIDE, WITHDRAWN, case, catalogue
from conftest import WITHDRAWN as WITHDRAWN_ID
from whatworks.catalogue import Catalogue
from whatworks.exports import opensearch
from whatworks.loading import load
from whatworks.pages import Page, all_pages
from whatworks.pages.site_map import SPACE, files
from whatworks.parts import Citation

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "open_data"
SITE = "https://example.org/what-works/"
SMALL = catalogue(CASE, BRIEF, WITHDRAWN, site=SITE)
# The protocol of sitemaps.org, as RELAX NG.
PROTOCOL = f"""
<element name="urlset" ns="{SPACE}" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <oneOrMore><element name="url">
    <element name="loc">
      <data type="anyURI"><param name="minLength">12</param><param name="maxLength">2048</param></data>
    </element>
    <optional><element name="lastmod"><data type="date"/></element></optional>
  </element></oneOrMore>
</element>
"""
# What OpenSearch 1.1 asks of a description, as far as ours uses it.
SEARCH = f"""
<element name="OpenSearchDescription" ns="{opensearch.SPACE}" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <interleave>
    <element name="ShortName"><data type="string"><param name="maxLength">16</param></data></element>
    <element name="Description"><data type="string"><param name="maxLength">1024</param></data></element>
    <element name="Language"><data type="language"/></element>
    <element name="InputEncoding"><value>UTF-8</value></element>
    <element name="OutputEncoding"><value>UTF-8</value></element>
    <oneOrMore><element name="Url">
      <attribute name="type"/><attribute name="template"><data type="string"><param name="pattern">https://.*</param></data></attribute>
      <optional><attribute name="rel"/></optional>
    </element></oneOrMore>
  </interleave>
</element>
"""
WORK = "name description inLanguage dateModified isPartOf license url"
# The types of schema.org that pages use, each with the properties that it may have there.
PROPERTIES = {
    "Article": f"{WORK} identifier version timeRequired audience about isBasedOn",
    "LearningResource": f"{WORK} timeRequired audience about isBasedOn",
    "Dataset": f"{WORK} distribution",
    "WebSite": "name inLanguage license potentialAction url",
    "WebPage": "dateModified isPartOf",
    "DefinedTerm": "name termCode inDefinedTermSet description alternateName subjectOf url",
    "DefinedTermSet": "name description inLanguage url",
    "Report": "name author datePublished url",
    "CreativeWork": "name datePublished",
    "Person": "name",
    "Organization": "name",
    "Audience": "audienceType",
    "DataDownload": "name encodingFormat contentUrl",
    "SearchAction": "target query-input",
    "EntryPoint": "urlTemplate",
    "BreadcrumbList": "itemListElement",
    "ListItem": "position name item",
}
NEEDED = {"Article": "name dateModified isPartOf", "Dataset": "name description", "ListItem": "position name"}


def schema() -> dict[str, Any]:
    """What a block may hold: at the top a context, and everywhere only known types with their own properties."""
    rules = [
        {
            "if": {"properties": {"@type": {"const": name}}},
            "then": {
                "required": NEEDED.get(name, "").split(),
                "propertyNames": {"enum": ["@type", "@id", "@context", *own.split()]},
            },
        }
        for name, own in PROPERTIES.items()
    ]
    node = {
        "type": "object",
        "required": ["@type"],
        "properties": {"@type": {"enum": list(PROPERTIES)}},
        "allOf": rules,
        "additionalProperties": {"$ref": "#/$defs/value"},
    }
    inner = {"if": {"type": "object"}, "then": {"$ref": "#/$defs/node"}}
    value = {
        **inner,
        "else": {
            "if": {"type": "array"},
            "then": {"minItems": 1, "items": inner},
            "else": {"not": {"enum": ["", None]}},
        },
    }
    graph = {"required": ["@graph"], "properties": {"@graph": {"minItems": 2, "items": {"$ref": "#/$defs/node"}}}}
    top = {"if": {"required": ["@graph"]}, "then": graph, "else": {"$ref": "#/$defs/node"}}
    context = {"required": ["@context"], "properties": {"@context": {"const": "https://schema.org"}}}
    return {"$defs": {"node": node, "value": value}, "allOf": [context, top]}


CHECK = Draft202012Validator(schema())


@cache
def real(site: str = SITE) -> dict[str, Page]:
    """The pages of the project's own records by address, for a site with this address."""
    return {page.address: page for page in all_pages(replace(load(ROOT).catalogue, site=site))}


def pages(known: Catalogue) -> dict[str, Page]:
    """The pages of a catalogue by address."""
    return {page.address: page for page in all_pages(known)}


def about(known: Catalogue, address: str) -> Mapping[str, Any]:
    """What a page says of itself, without the way that leads to it."""
    told = pages(known)[address].about
    return next(iter(told.get("@graph", [told])))


def valid(text: str, rules: str) -> etree._Element:
    """The root of an XML text that keeps the rules."""
    root = etree.fromstring(text.encode())
    etree.RelaxNG(etree.fromstring(rules)).assertValid(root)
    return root


def test_a_whole_site_map() -> None:
    path, text = GOLDEN / "sitemap.xml", dict(files(SMALL, all_pages(SMALL)))["sitemap.xml"]
    if "REWRITE_GOLDENS" in os.environ:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_the_site_map_keeps_the_protocol_and_has_every_page_that_may_be_found() -> None:
    text = dict(files(replace(load(ROOT).catalogue, site=SITE), real().values()))["sitemap.xml"]
    root = valid(text, PROTOCOL)
    found = [one.text for one in root.iter(f"{{{SPACE}}}loc")]
    assert sorted(found) == sorted(SITE.rstrip("/") + page.address for page in real().values() if not page.noindex)
    assert len(found) == len(set(found)) > 400
    days = [one.text for one in root.iter(f"{{{SPACE}}}lastmod")]
    assert len(days) == sum(bool(page.day) for page in real().values()) > 100
    assert [day for day in days if date.fromisoformat(day).isoformat() != day] == []
    assert len(text.encode()) < 50 * 1024 * 1024


@pytest.mark.parametrize("fault", ["<url><loc>x</loc></url>", "<url><lastmod>2026-11-22</lastmod></url>", ""])
def test_the_rules_of_the_protocol_see_a_fault(fault: str) -> None:
    with pytest.raises(etree.DocumentInvalid):
        valid(f'<urlset xmlns="{SPACE}">{fault}</urlset>', PROTOCOL)


def test_a_page_that_is_not_to_be_found_is_left_out() -> None:
    told = dict(files(SMALL, all_pages(SMALL)))
    assert "/case_studies/old/" in pages(SMALL)
    assert "/case_studies/old/" not in told["sitemap.xml"]
    assert told["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"


def test_without_an_address_there_is_nothing_to_tell() -> None:
    known = catalogue(CASE, BRIEF)
    assert list(files(known, all_pages(known))) == []
    assert list(opensearch.files(known)) == []


def test_the_description_of_the_search_keeps_its_rules() -> None:
    ((name, text),) = opensearch.files(SMALL)
    root = valid(text, SEARCH)
    urls = [dict(one.attrib) for one in root.iter(f"{{{opensearch.SPACE}}}Url")]
    assert name == "opensearch.xml"
    assert urls == [
        {"type": "text/html", "template": f"{SITE}find/?q={{searchTerms}}"},
        {"type": "application/opensearchdescription+xml", "rel": "self", "template": f"{SITE}opensearch.xml"},
    ]


@pytest.mark.parametrize("site", [SITE, ""], ids=["whole", "without an address"])
def test_what_every_page_says_keeps_the_rules(site: str) -> None:
    told = {address: page.about for address, page in real(site).items() if page.about}
    assert {address: error.message for address, one in told.items() for error in CHECK.iter_errors(one)} == {}
    assert len(told) > (350 if site else 200)
    if not site:
        assert [address for address, one in told.items() if re.search('"(url|@id)"', json.dumps(one))] == []


def test_what_every_page_says_is_a_graph() -> None:
    local = {"@vocab": "https://schema.org/"}  # the context itself is elsewhere, and nothing is fetched
    for address, page in real().items():
        if page.about:
            text = json.dumps({**page.about, "@context": local})
            types = [quad for quad in parse(text, RdfFormat.JSON_LD) if quad.predicate.value.endswith("#type")]
            assert types, address


def test_a_case_in_the_words_of_schema_org() -> None:
    told = about(SMALL, f"/case_studies/{CASE.id}/")
    source = {
        "@type": "Report",
        "name": "Learning on Estates: A second look",
        "author": [{"@type": "Person", "name": "A. Writer"}, {"@type": "Person", "name": "B. Writer"}],
        "datePublished": "2004",
        "@id": f"{SITE}sources/report-2004/",
        "url": f"{SITE}sources/report-2004/",
    }
    assert {name: value for name, value in told.items() if name != "about"} == {
        "@type": "Article",
        "@id": f"{SITE}case_studies/{CASE.id}/",
        "url": f"{SITE}case_studies/{CASE.id}/",
        "name": CASE.title,
        "description": CASE.summary,
        "inLanguage": "en-GB",
        "dateModified": "2026-11-02",
        "isPartOf": {"@type": "WebSite", "@id": SITE, "url": SITE, "name": "What Works"},
        "identifier": CASE.id,
        "version": "2026-11-02 · 0a1b2c3d",
        "isBasedOn": [source],
    }
    assert [one["termCode"] for one in told["about"]] == ["confidence", "coaching"]
    assert told["about"][0]["inDefinedTermSet"]["url"] == f"{SITE}needs/"


def test_what_a_case_is_based_on() -> None:
    told = Citation("course", told_by="An adviser", told_on="2026-11-22")
    printed = Citation("end", publication="Barfield College, The course", year=2004, part="2")
    known = about(catalogue(case(sources=(told, printed))), f"/case_studies/{CASE.id}/")
    assert known["isBasedOn"] == [
        {"@type": "CreativeWork", "name": "Barfield College, The course", "datePublished": "2004"}
    ]
    assert "isBasedOn" not in about(
        catalogue(case(sources=(told,), outcomes=(), conditions=())), f"/case_studies/{CASE.id}/"
    )


def test_other_pages_in_the_words_of_schema_org() -> None:
    assert pages(SMALL)["/case_studies/old/"].about["@type"] == "BreadcrumbList"
    guide = about(SMALL, "/guides/first-meeting/")
    assert (guide["@type"], guide["timeRequired"], guide["audience"]["audienceType"]) == (
        *("LearningResource", "PT1M", "Chairs"),
    )
    plain = about(
        catalogue(CASE, guides=(replace(GUIDE, steps=(), needs=(), approaches=()),)), "/guides/first-meeting/"
    )
    assert plain["@type"] == "Article"
    need = about(SMALL, "/needs/confidence/")
    assert (need["@type"], need["termCode"], need["alternateName"]) == (
        *("DefinedTerm", "confidence", ["speaking up", "nerves"]),
    )
    assert about(SMALL, "/needs/")["@type"] == "DefinedTermSet"
    assert about(SMALL, "/")["potentialAction"]["target"]["urlTemplate"] == f"{SITE}find/?q={{search_term_string}}"
    data = about(SMALL, "/data/")
    assert {"contentUrl": f"{SITE}data/v1/cases.csv", "encodingFormat": "text/csv"}.items() <= data["distribution"][
        0
    ].items()
    assert "distribution" not in about(catalogue(CASE), "/data/")


def test_the_way_to_a_page_is_told() -> None:
    crumbs = pages(SMALL)[f"/case_studies/{CASE.id}/"].about["@graph"][1]
    assert crumbs == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": SITE},
            {"@type": "ListItem", "position": 2, "name": "Cases", "item": f"{SITE}case_studies/"},
            {"@type": "ListItem", "position": 3, "name": CASE.title},
        ],
    }


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("", None),
        ("https://example.org/l", "https://example.org/l"),
        ("Free to use", {"@type": "CreativeWork", "name": "Free to use"}),
    ],
)
def test_the_licence_is_told_where_it_is_known(licence: str, told: Any) -> None:
    assert about(catalogue(CASE, licence=licence), f"/case_studies/{CASE.id}/").get("license") == told


class Blocks(HTMLParser):
    """The texts of the blocks of data in a page, and all of its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.inside = dict(attrs).get("type") == "application/ld+json"
        self.texts += [""] if self.inside else []

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "</SCRIPT\n>", "&lt;/script&gt;", "'\"\\u2028"],
)
def test_no_title_breaks_out_of_its_block(title: str) -> None:
    theme = (ROOT / "theme" / "main.html").read_text(encoding="utf-8")
    (line,) = re.findall(r'<script type="application/ld\+json">.*</script>', theme)
    page = pages(catalogue(case(title=title, summary=title), BRIEF, site=SITE))[f"/case_studies/{CASE.id}/"]
    found = Blocks(Environment().from_string(line).render(meta={"about": page.about}))
    assert found.tags == ["script"]
    assert json.loads(found.texts[0]) == page.about
    assert page.about["@graph"][0]["name"] == title


class TestTheFinishedSite:
    """What stands in the site: once without an address, once with one and with a case that was withdrawn."""

    def blocks(self, folder: Path) -> Iterator[tuple[str, Any]]:
        """The blocks of every page."""
        for path in sorted(folder.rglob("*.html")):
            yield from ((path.name, json.loads(text)) for text in Blocks(path.read_text(encoding="utf-8")).texts)

    def test_without_an_address(self, site: Path) -> None:
        assert [name for name in ("sitemap.xml", "sitemap.xml.gz", "robots.txt") if (site / name).exists()] == []
        assert not (site / "opensearch.xml").exists()
        assert 'rel="search"' not in (site / "index.html").read_text(encoding="utf-8")
        told = list(self.blocks(site))
        assert len(told) > 200
        assert [error.message for _, one in told for error in CHECK.iter_errors(one)] == []

    def test_with_an_address(self, withdrawn_url: str) -> None:
        def text(path: str) -> str:
            with urlopen(withdrawn_url + path) as answer:
                return str(answer.read().decode())

        root = valid(text("sitemap.xml"), PROTOCOL)
        found = {one.text for one in root.iter(f"{{{SPACE}}}loc")}
        assert f"{SITE}case_studies/" in found
        assert f"{SITE}case_studies/{WITHDRAWN_ID}/" not in found
        assert f"Sitemap: {SITE}sitemap.xml" in text("robots.txt")
        valid(text("opensearch.xml"), SEARCH)
        kind = 'type="application/opensearchdescription+xml"'
        link = f'<link rel="search" {kind} title="What Works" href="../opensearch.xml">'
        assert link in text("case_studies/")
        (block,) = Blocks(text("needs/using-evidence/")).texts
        assert json.loads(block)["@graph"][0]["url"] == f"{SITE}needs/using-evidence/"
        with pytest.raises(HTTPError, match="404"):
            text("sitemap.xml.gz")

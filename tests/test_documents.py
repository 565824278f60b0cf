"""The Word documents: read back with other means than those that wrote them."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from builders import BRIEF, CASE, TOOLS, WITHDRAWN, catalogue
from whatworks.catalogue import Catalogue
from whatworks.documents import all_documents
from whatworks.loading import load

ROOT = Path(__file__).resolve().parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
IDS = ["agenda", "induction-checklist", "learning-plan", "needs-questionnaire"]
SMALL = catalogue(CASE, BRIEF, WITHDRAWN)


@cache
def real() -> Catalogue:
    """The records of the site."""
    return load(ROOT).catalogue


@cache
def files() -> dict[str, bytes]:
    """The documents of the site."""
    return dict(all_documents(real()))


def written(id: str) -> ZipFile:
    """A document of the site, opened."""
    return ZipFile(BytesIO(files()[f"downloads/{id}.docx"]))


def small(id: str, known: Catalogue = SMALL) -> ZipFile:
    """A document of small records, opened."""
    alone = replace(known, meeting_tools=tuple(one for one in known.meeting_tools if one.id == id))
    return ZipFile(BytesIO(dict(all_documents(alone))[f"downloads/{id}.docx"]))


def xml(document: ZipFile, name: str) -> etree._Element:
    """A part of a document."""
    return etree.fromstring(document.read(name))


def text_of(node: etree._Element) -> str:
    """The words below a node; a break is a space."""
    return "".join(" " if one.tag == f"{W}br" else one.text or "" for one in node.iter(f"{W}t", f"{W}br"))


def told(document: ZipFile) -> list[str]:
    """All that is in a document, in order: headings with their level, paragraphs, and rows of tables."""
    found = []
    for block in xml(document, "word/document.xml")[0]:
        if block.tag == f"{W}tbl":
            for row in block.findall(f"{W}tr"):
                head = "=" if row.find(f"{W}trPr/{W}tblHeader") is not None else "|"
                found.append(f"{head} " + " | ".join(text_of(cell).strip() for cell in row.findall(f"{W}tc")))
        elif words := text_of(block):
            style = block.find(f"{W}pPr/{W}pStyle")
            found.append(f"{'' if style is None else style.get(f'{W}val') + ': '}{words}")
    return found


def test_a_whole_document() -> None:
    report = "A. Writer, B. Writer (2004), Learning on Estates: A second look"
    assert told(small("learning-plan")) == [
        "Title: A plan for learning",
        "Somebody is about to join. This sheet says what to do.",
        "= On this sheet | Write here",
        "| Partnership | ",
        "| Date | ",
        "Heading1: Aims",
        "= About | Write here",
        "| Our aims. What must we do better? | ",
        "Heading1: Rows",
        "= Need In your words. | Case",
        "|  | ",
        "|  | ",
        "|  | ",
        "Heading1: How to use this sheet",
        "ListBullet: Print one sheet for each.",
        "ListBullet: Write a name beside each line.",
        "Heading1: What the reports say",
        "Why so early. Few of the residents spoke at first. [1, 2]",
        "Heading1: The cases behind it",
        "= Case | What to look for | Id and address",
        f"| {CASE.title} | A coach came first. | ash-green-coaching /case_studies/ash-green-coaching/",
        f"| {BRIEF.title} | A board had a plan. | briar-hill-open-diary /case_studies/briar-hill-open-diary/",
        "Heading1: Sources",
        f"[1] {report}, “2 Visits”, “2.1 Ash Green”, paragraph 2.3.",
        f"[2] {report}, “3 The end”.",
    ]


@pytest.mark.parametrize(
    ("id", "rows"),
    [
        (
            "agenda",
            [
                "= Time | Item and question | Who leads | Prepare | Have ready",
                "| 0:00 to 0:10 10 minutes | Welcome Who is here? | Chair | Ask the coach to come. | ",
                "| 0:10 to 0:25 15 minutes | What we lack | A member |  | Pens & cards",
            ],
        ),
        (
            "induction-checklist",
            [
                "= Tick | What | Who | Done on",
                "| ☐ | Send the handbook One page is enough. |  | ",
                "| ☐ | Meet them |  | ",
                "Heading1: Afterwards",
                "= About | Write here",
                "| Their own words. | ",
            ],
        ),
        ("needs-questionnaire", ["= Question | Yes | Partly | No", "| Do you speak up? | ○ | ○ | ○"]),
    ],
)
def test_each_kind_of_part(id: str, rows: list[str]) -> None:
    lines = told(small(id))
    begin = lines.index(rows[0])
    assert lines[begin : begin + len(rows)] == rows


@pytest.mark.parametrize("id", IDS)
def test_a_document_says_its_title_and_speaks_british_english(id: str) -> None:
    document = written(id)
    properties, styles = xml(document, "docProps/core.xml"), xml(document, "word/styles.xml")
    tool = next(one for one in real().meeting_tools if one.id == id)
    assert properties.findtext(f"{DUBLIN}title") == tool.title
    assert properties.findtext(f"{DUBLIN}language") == "en-GB"
    assert {one.get(f"{W}{name}") for one in styles.iter(f"{W}lang") for name in ("val", "eastAsia")} == {"en-GB"}
    assert styles.find(f"{W}docDefaults//{W}lang") is not None


@pytest.mark.parametrize("id", IDS)
def test_pages_are_a4_and_every_table_begins_with_its_header(id: str) -> None:
    body = xml(written(id), "word/document.xml")
    size = body.find(f".//{W}pgSz")
    assert size is not None
    sides = [int(size.get(f"{W}{side}", 0)) for side in ("w", "h")]
    assert sorted(sides) == [11906, 16838]
    assert (sides[0] > sides[1]) == (id == "learning-plan")
    for table in body.iter(f"{W}tbl"):
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert table.find(f".//{W}gridSpan") is None


@pytest.mark.parametrize("id", IDS)
def test_a_document_holds_all_that_its_sheet_says(id: str) -> None:
    tool, words = next(one for one in real().meeting_tools if one.id == id), "\n".join(told(written(id)))
    wanted = [item.text for part in tool.parts for item in part.items] + [part.title for part in tool.parts]
    wanted += [*tool.use, *(point.text for point in tool.background), *(one.case for one in tool.cases)]
    assert [one for one in wanted if one not in words] == []


def test_the_same_records_give_the_same_bytes_on_any_day() -> None:
    assert list(files()) == [f"downloads/{id}.docx" for id in IDS]
    assert dict(all_documents(real())) == files()
    for id in IDS:
        days = {entry.date_time for entry in written(id).infolist()}
        assert days == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-22T00:00:00Z" in written(id).read("docProps/core.xml")


def test_a_withdrawn_case_is_left_out() -> None:
    gone = replace(TOOLS[0], cases=(replace(TOOLS[0].cases[0], case="old"),))
    lines = told(small("agenda", replace(SMALL, meeting_tools=(gone,))))
    assert lines[lines.index("= Case | What to look for | Id and address") + 1] == "Heading1: Sources"

"""Frameworks: their pages, and drawings that hold the words of their tables, well-formed and without a style.

When a change of a page is meant, run `REWRITE_GOLDENS=1 pytest tests/test_frameworks.py` and read the difference.
"""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builders import CASE, FRAMEWORK, GUIDE, case, catalogue
from whatworks.drawings import NARROW, drawn
from whatworks.drawings.text import LEADING, SIZE, TITLE, height_of, lines, room_of
from whatworks.frameworks import Framework, Item, Row, Way
from whatworks.loading import load
from whatworks.pages.frameworks import cases_for, guides_for, pages, rows_of
from whatworks.parts import Answer

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "frameworks"
COLUMNS = (
    Row("Knowing", "Facts first.", ((Item("Policy"), Item("The place", "Each street.")),)),
    Row("Doing", "", ((Item("Chairing"),),)),
    Row("Being", "", ((Item("Patient"), Item("Fair")),)),
)
SHAPES: dict[str, Framework] = {
    "chain": FRAMEWORK,
    "columns": replace(FRAMEWORK, shape="columns", heads=("Kind", "What"), rows=COLUMNS),
    "grid": replace(
        FRAMEWORK,
        shape="grid",
        heads=("Who", "Know", "Do"),
        rows=(
            Row("Residents", "", ((Item("The place"),), (Item("Speak"), Item("Lead", "Others.")))),
            Row("Officers", "", ((), (Item("Listen"),))),
            Row("Everybody", "All alike.", ((Item("Try"), Item("Fail"), Item("Learn")),)),
        ),
    ),
    "pairs": replace(
        FRAMEWORK,
        shape="pairs",
        heads=("About", "Helps", "Harms"),
        rows=(Row("Talk", "", ((Item("Ask"),), (Item("Tell"),))), Row("Time", "", ((Item("Now"),), (Item("Then"),)))),
    ),
    "matrix": replace(
        FRAMEWORK,
        shape="matrix",
        across="Bodies",
        heads=("Issue", "One", "Two"),
        rows=(Row("Crime", "For both.", marks=(True, True)), Row("Trees", marks=(False, True))),
    ),
    "cycle": replace(
        FRAMEWORK,
        shape="cycle",
        heads=("Stage", "Signs", "What helps"),
        rows=(),
        ways=(
            Way("forming", "failing", "on", "It goes wrong."),
            Way("failing", "forming", "off", "It begins again."),
        ),
    ),
}
# What may stand in a drawing: anything else could be markup that came from the words.
TAGS = frozenset("svg g title desc rect line text tspan circle polyline polygon".split())
ATTRIBUTES = frozenset(
    "role aria-labelledby aria-describedby viewBox class width height id x y x1 x2 y1 y2 rx r cx cy points fill stroke "
    "stroke-width stroke-opacity stroke-dasharray font-size font-weight text-anchor".split()
)
REAL = load(ROOT).catalogue


def page_of(framework: Framework) -> str:
    """The page of a framework."""
    return next(page.text for page in pages(catalogue(frameworks=(framework,))) if page.title == framework.title)


def drawings(framework: Framework) -> list[etree._Element]:
    """Both drawings of a framework, read again."""
    return [etree.fromstring(svg) for svg in drawn(framework, rows_of(catalogue(), framework), "A description.")]


def texts(drawing: etree._Element) -> list[str]:
    """The texts of a drawing, without the numbers in discs, in their order."""
    found = drawing.iterfind(".//text")
    return [" ".join(part.text for part in one) for one in found if one.getparent().get("class") != "drawing__number"]


def labels(framework: Framework, rows: tuple[Row, ...]) -> set[str]:
    """What a drawing is to hold: of a cycle the stages and what they are, of all others every label."""
    if framework.shape == "cycle":
        return {row.label for row in rows} | {row.note for row in rows}
    heads = {"matrix": {*framework.heads, framework.across, "How many"}, "pairs": set(framework.heads[1:])}
    counts = {f"{sum(row.marks)} of {len(row.marks)}" for row in rows if row.marks}
    named = {row.label for row in rows} | {row.group for row in rows if row.group}
    items = {item.label for row in rows for cell in row.cells for item in cell}
    return named | items | counts | heads.get(framework.shape, set())


@pytest.mark.parametrize("shape", SHAPES)
def test_a_whole_page(shape: str) -> None:
    path, text = GOLDEN / f"{shape}.md", page_of(SHAPES[shape])
    if "REWRITE_GOLDENS" in os.environ:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_golden_page_is_compared_and_every_shape_has_one() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(SHAPES)
    assert {one.shape for one in REAL.frameworks} == set(SHAPES)


@pytest.mark.parametrize("framework", REAL.frameworks, ids=lambda one: one.id)
def test_a_real_drawing_holds_every_label_at_both_widths(framework: Framework) -> None:
    rows = rows_of(REAL, framework)
    for svg in drawn(framework, rows, "A description."):
        found = set(texts(etree.fromstring(svg)))
        # The headings of a grid stand in its drawing, the first of them only where there is room for columns.
        extra = set(framework.heads) | {"+"}
        assert found - extra == labels(framework, rows) - extra


@pytest.mark.parametrize("shape", SHAPES)
def test_a_drawing_is_named_and_has_no_style(shape: str) -> None:
    wide, narrow = drawings(SHAPES[shape])
    assert float(narrow.get("width")) == NARROW + 2
    assert {one.get("id") for one in wide.iter() if one.get("id")} == {"drawing-wide-title", "drawing-wide-desc"}
    for drawing, kind in ((wide, "wide"), (narrow, "narrow")):
        assert drawing.get("role") == "img"
        assert [drawing.find(tag).text for tag in ("title", "desc")] == [FRAMEWORK.title, "A description."]
        named = (drawing.get("aria-labelledby"), drawing.get("aria-describedby"))
        assert named == (f"drawing-{kind}-title", f"drawing-{kind}-desc")
        assert {one.tag for one in drawing.iter()} <= TAGS
        assert {name for one in drawing.iter() for name in one.attrib} <= ATTRIBUTES


LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn"])
WORDS = st.lists(
    st.sampled_from(['</text><script x="1">', "]]>", "&amp;", "<!--", '" style="x', "a" * 90]) | st.text(LETTERS)
)


@settings(max_examples=60)
@given(WORDS.map(" ".join), st.sampled_from(["chain", "grid", "pairs", "cycle"]))
def test_no_words_become_markup(words: str, shape: str) -> None:
    row = Row(words, words, ((Item(words),), (Item(words),)), id="forming")
    framework = replace(SHAPES[shape], title=f"T {words}", heads=("A", words, words), rows=(row, row))
    for svg in drawn(framework, (row, replace(row, id="failing")), words):
        root = etree.fromstring(svg)
        assert {one.tag for one in root.iter()} <= TAGS
        assert {name for one in root.iter() for name in one.attrib} <= ATTRIBUTES


@given(st.text(LETTERS), st.floats(min_value=40, max_value=400), st.booleans())
def test_no_line_is_longer_than_its_room_and_no_letter_is_lost(text: str, room: float, bold: bool) -> None:
    found = lines(text, room, bold=bold)
    assert [line.text for line in found if room_of(line.text, bold=bold) > room] == []
    assert "".join("".join(line.text for line in found).split()) == "".join(text.split())
    assert [line.starts for line in found] == [number == 0 for number in range(len(found))]


def test_heights_add_up() -> None:
    title, words = lines("A title", 200, bold=True), lines("Plain words", 200)
    assert height_of((*title, *words)) == pytest.approx((TITLE + SIZE) * LEADING)


def test_a_way_to_a_stage_that_is_not_there_is_left_out() -> None:
    lost = replace(SHAPES["cycle"], ways=(*SHAPES["cycle"].ways, Way("forming", "sleeping", "on", "It rests.")))
    ways = [len(drawing.findall(".//polyline")) for drawing in drawings(lost)]
    assert ways == [len(drawing.findall(".//polyline")) for drawing in drawings(SHAPES["cycle"])]


@pytest.mark.parametrize("count", [0, 1])
def test_a_list_of_stages_that_could_not_be_read_whole_is_drawn_as_far_as_it_goes(count: int) -> None:
    rows = rows_of(catalogue(), SHAPES["cycle"])[:count]
    assert [len(etree.fromstring(svg).findall(".//rect")) for svg in drawn(SHAPES["cycle"], rows, "x")] == [count] * 2


def test_the_stages_come_from_their_list() -> None:
    signs, helps = rows_of(catalogue(), SHAPES["cycle"])[0].cells
    assert [item.label for item in signs] == ["We have only met once."]
    assert [item.label for item in helps] == ["Meet on neutral ground."]
    assert rows_of(catalogue(), FRAMEWORK) == FRAMEWORK.rows


def test_a_table_says_yes_and_no_in_words() -> None:
    cells = re.findall(r"<td>(.*?)</td>", page_of(SHAPES["matrix"]))
    no = '<span class="none">No</span>'
    assert cells[2:] == ["Yes", "Yes", "2 of 2", no, "Yes", "1 of 2"]


def test_guides_that_share_most_come_first() -> None:
    less = replace(GUIDE, id="less", title="A", approaches=())
    none = replace(GUIDE, id="none", needs=(), approaches=())
    assert [one.id for one in guides_for(catalogue(guides=(less, GUIDE, none)), FRAMEWORK)] == [GUIDE.id, "less"]


def test_cases_that_share_most_come_first_and_proposals_are_left_out() -> None:
    less = case(id="less", answers=(Answer("confidence", "open-diary", "How."),))
    weaker = case(id="weaker", outcomes=CASE.outcomes[:1])
    other = case(id="other", answers=(Answer("clear-roles", "open-diary", "How."),))
    plan = case(id="plan", status="proposed", outcomes=())
    known = catalogue(less, weaker, other, plan, CASE)
    assert [one.id for one in cases_for(known, FRAMEWORK)] == [CASE.id, "weaker", "less"]

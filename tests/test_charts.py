"""Charts of what surveys found: well formed, the same bytes, and the same values as the table."""

import os
import re
from collections import Counter
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from builders import PROPOSAL, SURVEY
from whatworks.charts import LEAST, chart, is_drawn, picture
from whatworks.loading import load
from whatworks.surveys import Figure, Survey

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "charts"
COLOURS = {"var(--accent)", "var(--surface-strong)", "var(--ink)", "var(--ink-soft)"}
TAGS = {"svg", "title", "desc", "path", "rect", "text", "tspan"}
# Figures with all that may stand before a value, and words that mean something elsewhere.
HARD = replace(
    SURVEY,
    groups=(),
    figures=(
        Figure("a", '<b onclick="x">&lt;</b> {{ x }} **y** [z](javascript:a)', 0, "end"),
        Figure("b", "A" * 100, 100, "end", at_least=True),
        Figure("c", "\n\n   # a\n", 0.5, "end", about=True),
    ),
)


@cache
def surveys() -> tuple[Survey, ...]:
    """The project's own surveys."""
    return load(ROOT).catalogue.surveys


def drawn() -> list[Survey]:
    """Those that have a chart."""
    return [one for one in surveys() if is_drawn(one)]


def texts(survey: Survey) -> list[str]:
    """The texts of a chart, each on one line, from top to bottom."""
    found = etree.fromstring(chart(survey)).iter("text")
    return [
        " ".join("".join(part for part in [one.text or "", *(f" {line.text}" for line in one)]).split())
        for one in found
    ]


def test_a_survey_is_what_its_fields_say() -> None:
    names = ("title", "summary", "asked", "of_whom", "answered", "when", "unit", "reviewed", "review_by")
    data = {
        **{name: getattr(SURVEY, name) for name in names},
        **{name: list(getattr(SURVEY, name)) for name in ("caveats", "needs", "approaches")},
        "several": True,
        "groups": [asdict(SURVEY.groups[0]), {**asdict(SURVEY.groups[1]), "answered": "not reported"}],
        "figures": [asdict(figure) for figure in SURVEY.figures],
        "sources": [asdict(source) for source in SURVEY.sources],
    }
    assert Survey.from_data(SURVEY.id, SURVEY.path, data, SURVEY.body) == SURVEY
    del data["groups"], data["several"]
    silent = Survey.from_data(SURVEY.id, SURVEY.path, {**data, "answered": "not reported", "proposed": True}, "")
    assert (silent.groups, silent.several, silent.answered, silent.proposed) == ((), False, None, True)


def test_a_whole_chart() -> None:
    path, text = GOLDEN / "chart.svg", f"{chart(SURVEY)}\n"
    if "REWRITE_GOLDENS" in os.environ:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_a_chart_puts_like_beside_like_and_each_value_after_its_words() -> None:
    assert texts(SURVEY) == [
        *("Spoke at the last meeting", "Residents of Ash Green", "about 50%", "Councillors", "at least 75%"),
        *("Spoke more than once, or asked a question of another member", "Residents of Ash Green", "12.5%"),
    ]


def test_one_or_two_values_have_no_chart_and_every_group_has() -> None:
    assert [is_drawn(one) for one in (SURVEY, PROPOSAL, HARD)] == [True, False, True]
    assert is_drawn(replace(PROPOSAL, groups=SURVEY.groups))
    assert {is_drawn(one) for one in surveys() if len(one.figures) >= LEAST} == {True}
    assert len(drawn()) >= 30


def faults(svg: str) -> list[str]:
    """What a chart in a page may not have."""
    found = []
    for one in etree.fromstring(svg).iter():
        found += [f"<{one.tag}>"] if one.tag not in TAGS else []
        found += [name for name in one.attrib if name == "style" or name.startswith("on")]
        found += [one.get("fill")] if one.get("fill", "var(--ink)") not in COLOURS else []
    return found


def test_every_chart_and_picture_is_plain_and_well_formed() -> None:
    for survey in (*drawn(), SURVEY, HARD):
        assert faults(chart(survey)) == [], survey.id
        assert faults(picture(survey)) == [], survey.id


def test_a_fault_is_seen() -> None:
    assert faults('<svg><style/><path fill="red" style="x"/></svg>') == ["<style>", "style", "red"]
    with pytest.raises(etree.XMLSyntaxError):
        faults("<svg><path></svg>")


def test_every_value_that_is_drawn_is_in_the_data_and_every_other_way() -> None:
    for survey in drawn():
        heads = {figure.label for figure in survey.figures} | {group.label for group in survey.groups}
        values = Counter(text for text in texts(survey) if text not in heads)
        assert values == Counter(figure.in_words(survey.unit) for figure in survey.figures), survey.id
        assert chart(survey).count('class="bar"') == len(survey.figures), survey.id


def bars(svg: str, kind: str) -> list[float]:
    """The lengths of the bars of a kind, from top to bottom."""
    return [float(one) for one in re.findall(rf'class="{kind}" fill="[^"]*" d="M0,[\d.]+h([\d.]+)', svg)]


def test_bars_are_as_long_as_their_values() -> None:
    for survey in drawn():
        if not survey.groups:
            lengths, values = bars(chart(survey), "bar"), [figure.value for figure in survey.figures]
            most = max(zip(values, lengths, strict=True))
            assert lengths == pytest.approx([value * most[1] / most[0] for value in values], abs=0.02), survey.id


def test_where_the_whole_is_known_it_is_drawn() -> None:
    by_id = {one.id: one for one in surveys()}
    shares, counts = by_id["barriers-to-learning"], by_id["needs-seen-in-the-community"]
    sums = by_id["costs-of-learning-proposed-in-scotland"]
    assert bars(chart(shares), "track") == [360.0] * 6
    assert bars(chart(shares), "bar")[0] == pytest.approx(360 * 0.48)
    assert (counts.whole, sums.whole) == (50, None)
    assert bars(chart(counts), "bar")[0] == pytest.approx(360 / 5)
    assert bars(chart(sums), "track") == []


def test_no_value_runs_out_of_a_narrow_window() -> None:
    for survey in (*drawn(), HARD):
        for one in etree.fromstring(chart(survey)).iter("text"):
            if one.get("font-weight") == "bold" and one.get("dx"):
                assert 3.6 * float(one.get("x", "").rstrip("%")) + 8 + 9 * len(one.text or "") <= 360.1, survey.id


def test_a_proposal_is_called_one() -> None:
    proposed = replace(SURVEY, proposed=True)
    assert '<title id="chart-who-speaks">Proposed, never a result: Who speaks at meetings</title>' in chart(proposed)


def test_the_same_data_give_the_same_bytes() -> None:
    first = chart(SURVEY)
    chart.cache_clear()
    assert chart(SURVEY) == first


@pytest.mark.parametrize(
    ("figure", "unit", "words"),
    [
        (Figure("a", "A", 48, "s"), "percent", "48%"),
        (Figure("a", "A", 12.5, "s", about=True), "percent", "about 12.5%"),
        (Figure("a", "A", 1000000, "s", at_most=True), "pounds", "up to £1,000,000"),
        (Figure("a", "A", 1, "s"), "days", "1 day"),
        (Figure("a", "A", 2, "s", at_least=True), "days", "at least 2 days"),
        (Figure("a", "A", 1200, "s"), "people", "1,200"),
    ],
)
def test_a_value_in_words(figure: Figure, unit: str, words: str) -> None:
    assert figure.in_words(unit) == words

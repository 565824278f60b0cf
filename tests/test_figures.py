"""What counts as a figure, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatworks.figures import Figure, figures


def found(text: str) -> list[str]:
    """The figures of a text as they are written."""
    return [figure.text for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The grant was £3.5m over two years.", ["£3.5m"]),
        ("It cost £30 million, then €2bn, then $5 thousand.", ["£30 million", "€2bn", "$5 thousand"]),
        ("It cost £2000.", ["£2000"]),
        ("They held 5 of 1,200 places.", ["5", "1,200"]),
        ("Some 40% agreed, then 7 % did.", ["40%", "7 %"]),
        ("Some 40 per cent agreed.", ["40"]),
        ("Five per cent agreed, ten per cent did not.", ["Five per cent", "ten per cent"]),
        ("There were 2000 residents and 1,950 homes.", ["2000", "1,950"]),
        ("It took 36 agencies, eleven weeks and twenty-five people.", ["36", "eleven", "twenty-five"]),
        ("Hundreds came, a dozen stayed.", ["Hundreds", "dozen"]),
        ("One hundred and fifty-two came.", ["hundred", "fifty-two"]),
        ("Two thirds came, and half of them spoke.", ["Two thirds", "half of"]),
        ("A quarter left, and crime fell by a fifth.", ["A quarter", "a fifth"]),
        ("A third of the board came.", ["A third"]),
        ("Over 40 residents came, and under 50 stayed.", ["40", "50"]),
        ("They trained people over 12 weeks.", ["12"]),
        ("In Wigan 12 residents learned.", ["12"]),
        ("Wigan 12", ["12"]),
        ("Level 3.5 and Level 3%", ["3.5", "3%"]),
        ("Line one\nLine 14 is here", ["14"]),
    ],
)
def test_counts_sums_shares_rates_and_durations_are_figures(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two or ten people met once.",
        "It ran in 2003, in 2003-04, in 2003–2005, from 1998 to 2001, and in the 1990s.",
        "It ended in 2004. Then 2005, at last.",
        "They met on 12 May, on May 12 and on 3rd March 2003.",
        "A plan for the 21st century, and for the twenty-first.",
        "Children aged five to nine, aged 5 to 9, ages 11 and 14, and by the age of 20.",
        "Aged between eleven and fourteen, from the age of sixteen",
        "A 14-year-old, 14 to 16 year olds, and sixteen-year-olds.",
        "Children under 5, people over 60, the over 60s, under-16s, and those of 16 and over.",
        "See section 3.2, paragraphs 4 to 6, table 7 and step 2.",
        "Level 3, Agenda 21, NVQ 4 and Objective 2.",
        "PAT16 reported to SRB6.",
        "A third meeting, a third sector body, a fifth partner.",
        "A second and a third.",
        "",
    ],
)
def test_years_dates_ages_sections_and_names_are_not(text: str) -> None:
    assert found(text) == []


def test_a_figure_knows_its_offset() -> None:
    assert list(figures("In 2003, 40 came; later 1,200.")) == [Figure("40", 9), Figure("1,200", 24)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("£30 million", "£30m"), ("1,200", "1200"), ("twenty-five", "Twenty five"), ("7 %", "7%"), ("£2 billion", "£2bn")],
)
def test_spellings_of_one_figure_compare_as_equal(one: str, other: str) -> None:
    assert Figure(one, 0).plain == Figure(other, 9).plain


def test_other_figures_do_not() -> None:
    plain = [Figure(text, 0).plain for text in ("30", "£30", "£30m", "£30bn", "30%", "300", "million")]
    assert len(set(plain)) == len(plain)


@given(st.text(alphabet="0123456789 ,.%£-–\naAegd ", max_size=40) | st.text(max_size=40))
def test_every_figure_stands_where_it_says(text: str) -> None:
    for figure in figures(text):
        assert figure.text
        assert text[figure.offset :].startswith(figure.text)


@given(st.integers(min_value=1, max_value=10**7).filter(lambda number: not 1900 <= number <= 2099))
def test_no_count_escapes(number: int) -> None:
    assert found(f"Then {number} came.") == [str(number)]
    assert found(f"Then {number:,} came.") == [f"{number:,}"]


@given(st.integers(min_value=1900, max_value=2099))
def test_no_year_is_taken_for_a_count(year: int) -> None:
    assert found(f"Then {year} came.") == []
    assert found(f"Then {year} people came.") == [str(year)]

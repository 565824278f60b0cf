"""The columns of the figures that surveys found: each row says what it counts, of whom, and how sure the report is."""

from whatworks.catalogue import Catalogue
from whatworks.citing import in_words
from whatworks.exports.cells import Column
from whatworks.surveys import Figure, Group, Survey

Row = tuple[Survey, Figure]


def _group(row: Row) -> Group | None:
    survey, figure = row
    return next((one for one in survey.groups if one.id == figure.group), None)


def _answered(_: Catalogue, row: Row) -> int | None:
    group = _group(row)
    return group.answered if group else row[0].answered


def _source(catalogue: Catalogue, row: Row) -> str:
    survey, figure = row
    return next((in_words(catalogue, one) for one in survey.sources if one.id == figure.source), "")


def _address(catalogue: Catalogue, row: Row) -> str:
    return catalogue.in_full(f"/evidence/{row[0].id}/#{row[1].id}")


FIGURES: tuple[Column, ...] = (
    Column("survey_id", "The short name of the survey's question, for ever.", lambda _, row: row[0].id),
    Column("survey_title", "What the figures are about.", lambda _, row: row[0].title),
    Column("figure_id", "The short name of the figure within its survey, for ever.", lambda _, row: row[1].id),
    Column("label", "What was answered.", lambda _, row: row[1].label),
    Column(
        "group",
        "Whom it is about, where the report splits its values.",
        lambda _, row: getattr(_group(row), "label", ""),
    ),
    Column("value", "The value, as the report states it.", lambda _, row: row[1].value, "number"),
    Column(
        "unit", "What the value counts: percent, people, organisations, pounds or days.", lambda _, row: row[0].unit
    ),
    Column(
        "at_least",
        "Whether the report says that it was this much or more.",
        lambda _, row: row[1].at_least,
        "yes or no",
    ),
    Column("at_most", "Whether the report says that it was no more.", lambda _, row: row[1].at_most, "yes or no"),
    Column("about", "Whether the report gives the value only roughly.", lambda _, row: row[1].about, "yes or no"),
    Column("in_words", "The value with its unit and its limits.", lambda _, row: row[1].in_words(row[0].unit)),
    Column("proposed", "Whether this was an idea, never a result.", lambda _, row: row[0].proposed, "yes or no"),
    Column("answered", "How many answered.", _answered, "number"),
    Column("several", "Whether one person could give several answers.", lambda _, row: row[0].several, "yes or no"),
    Column("asked", "What people were asked, in our own words.", lambda _, row: row[0].asked),
    Column("of_whom", "Who was asked.", lambda _, row: row[0].of_whom),
    Column("when", "When they were asked.", lambda _, row: row[0].when),
    Column("note", "What to know of this one figure.", lambda _, row: row[1].note),
    Column("caveats", "What to be careful about.", lambda _, row: row[0].caveats, "list"),
    Column("source", "The place in the report that states it.", _source),
    Column("address", "Where the figure stands on this site, for ever.", _address),
)

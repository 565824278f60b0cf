"""The tables, each as CSV and as JSON: cases, and what hangs on them; resources; the figures of surveys."""

from collections.abc import Callable, Iterator
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citing import address, in_words
from whatworks.exports.case_columns import COLUMNS
from whatworks.exports.cells import Column, Table, as_csv, as_lines, rows
from whatworks.exports.plain import HOME
from whatworks.exports.survey_columns import FIGURES
from whatworks.filters import table as facets

Part = tuple[CaseStudy, int, Any]
ID = Column("case_id", "The id of the case.", lambda _, part: part[0].id)
TITLE = Column("case_title", "The title of the case.", lambda _, part: part[0].title)
SOURCE = Column(
    "source",
    "The place in the report that says so.",
    lambda known, part: _source(known, part[0], part[2].source),
)


def _source(catalogue: Catalogue, case: CaseStudy, id: str) -> str:
    return next((in_words(catalogue, one) for one in case.sources if one.id == id), "")


def _of(name: str) -> Callable[[Catalogue, Part], str | None]:
    return lambda _, part: getattr(part[2], name)


def _label(name: str, vocabulary: str) -> Callable[[Catalogue, Part], str]:
    return lambda known, part: known.vocabularies[vocabulary].label(getattr(part[2], name))


def _term(name: str, meaning: str, vocabulary: str) -> tuple[Column, Column]:
    """A column with the label of a term, and one with its id."""
    return (
        Column(name, meaning, _label(name, vocabulary)),
        Column(f"{name}_id", f"The id of what stands under {name}.", _of(name)),
    )


def _parts(name: str) -> Callable[[Catalogue], Iterator[Part]]:
    """Each entry of a field of the listed cases, with its case and its number."""
    return lambda known: ((case, n, one) for case in known.listed for n, one in enumerate(getattr(case, name), 1))


def _resource(name: str) -> Callable[[Catalogue, Any], Any]:
    return lambda _, one: getattr(one, name)


ANSWERS = (
    ID,
    TITLE,
    *_term("need", "What people lacked.", "needs"),
    *_term("approach", "What they did about it.", "approaches"),
    Column("how", "How this approach met this need.", _of("how")),
)
OUTCOMES = (
    ID,
    TITLE,
    Column("number", "Which outcome of the case it is, from 1.", lambda _, part: part[1], "number"),
    Column("address", "Where the outcome stands.", lambda c, p: c.in_full(f"{address(p[0])}#outcome-{p[1]}")),
    Column("change", "What changed.", _of("change")),
    *_term("level", "How far the change reached.", "outcome_levels"),
    *_term("evidence", "How it is known.", "evidence"),
    Column("who", "Who says so.", _of("who")),
    Column("compared_with", "What it was compared with.", _of("compared_with")),
    Column("after", "How long after.", _of("after")),
    SOURCE,
)
CONDITIONS = (
    ID,
    TITLE,
    *_term("condition", "What it depended on.", "conditions"),
    Column("note", "Why it mattered there.", _of("note")),
    SOURCE,
)
SETBACKS = (
    ID,
    TITLE,
    *_term("kind", "Whether it failed, was hard or is not known.", "did_not_work_kinds"),
    Column("what", "What failed, was hard or is not known.", _of("what")),
    SOURCE,
)
RESOURCES = (
    Column("id", "The short name of the resource, for ever.", _resource("id")),
    Column("title", "What it was called.", _resource("title")),
    Column("summary", "What it was and whom it served.", _resource("summary")),
    Column("address", "The page of the resource.", lambda known, one: known.in_full(f"/resources/{one.id}/")),
    Column(
        "kind", "A course, tool, guide or the like.", lambda c, one: c.vocabularies["resource_kinds"].label(one.kind)
    ),
    Column("kind_id", "The id of what stands under kind.", _resource("kind")),
    Column("run_by", "Who ran or published it.", _resource("run_by")),
    Column("years", "When it ran or, where that is not reported, when it was told.", Catalogue.years),
    Column("region", "The region or nation.", lambda c, one: c.vocabularies["regions"].label(one.region)),
    Column("status", "How far it had come.", lambda c, one: c.vocabularies["statuses"].label(one.status)),
    Column("need_ids", "The ids of the needs that it serves.", _resource("needs"), "list"),
    Column("approach_ids", "The ids of the approaches that it belongs to.", _resource("approaches"), "list"),
    Column("audience_ids", "The ids of those whom it is for.", _resource("audiences"), "list"),
    Column(
        "sources", "The places in the reports.", lambda c, one: tuple(in_words(c, each) for each in one.sources), "list"
    ),
    Column("reviewed", "The day on which somebody last read it against its report.", _resource("reviewed")),
)
CASES = Table("cases", "All cases", "a case", COLUMNS, lambda known: facets(known).cases)
TABLES: tuple[Table, ...] = (
    CASES,
    Table("answers", "How each need was met", "a need of a case with one approach", ANSWERS, _parts("answers")),
    Table("outcomes", "What changed", "an outcome of a case", OUTCOMES, _parts("outcomes")),
    Table("did_not_work", "What did not work", "something that failed or was hard", SETBACKS, _parts("did_not_work")),
    Table("conditions", "What cases depended on", "a condition of a case", CONDITIONS, _parts("conditions")),
    Table("resources", "The learning library", "a course, tool or network", RESOURCES, lambda known: known.resources),
    Table(
        "evidence",
        "The figures of surveys",
        "a figure that a report states",
        FIGURES,
        lambda known: ((survey, one) for survey in known.surveys for one in survey.figures),
    ),
)


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Both files of each table."""
    for table in TABLES:
        yield from both(catalogue, table, table.name, table.records(catalogue))


def both(catalogue: Catalogue, table: Table, name: str, records: Any) -> Iterator[tuple[str, str]]:
    """Some records of a table as CSV and as JSON, under a name."""
    cells = rows(table, catalogue, records)
    yield f"{HOME}/{name}.csv", as_csv(table, cells)
    yield f"{HOME}/{name}.json", as_lines(table, cells)

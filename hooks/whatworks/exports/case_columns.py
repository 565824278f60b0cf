"""The columns of every table of cases: the whole list, the list of each filter, and what the finder hands over.

Words come first, so that people can read the table; the ids of terms stand beside them, so that programs can join it.
"""

from collections.abc import Callable, Iterable

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citing import address, cite_as, drawn_from
from whatworks.exports.cells import Column
from whatworks.parts import Outcome


def _of(name: str) -> Callable[[Catalogue, CaseStudy], str | None]:
    return lambda _, case: getattr(case, name)


def _terms(
    name: str, one: str, meaning: str, vocabulary: str, ids: Callable[[CaseStudy], Iterable[str]]
) -> tuple[Column, Column]:
    """A column with the labels of terms, and one with their ids; what is said twice stands once."""

    def labels(catalogue: Catalogue, case: CaseStudy) -> tuple[str, ...]:
        return tuple(catalogue.vocabularies[vocabulary].label(id) for id in dict.fromkeys(ids(case)))

    told = f"The ids of what stands under {name}, in the same order."
    own = Column(f"{one}_ids", told, lambda _, case: tuple(dict.fromkeys(ids(case))), "list")
    return Column(name, meaning, labels, "list"), own


def _term(name: str, meaning: str, vocabulary: str, id: Callable[[CaseStudy], str | None]) -> tuple[Column, Column]:
    """A column with the label of a term, and one with its id."""

    def label(catalogue: Catalogue, case: CaseStudy) -> str | None:
        own = id(case)
        return catalogue.vocabularies[vocabulary].label(own) if own else None

    return Column(name, meaning, label), Column(
        f"{name}_id", f"The id of what stands under {name}.", lambda _, c: id(c)
    )


def _headline(name: str, vocabulary: str = "") -> Callable[[Catalogue, CaseStudy], str | None]:
    """A field of the outcome with the strongest kind of evidence, or the label of its term."""

    def value(catalogue: Catalogue, case: CaseStudy) -> str | None:
        outcome: Outcome | None = catalogue.headline(case)
        own = str(getattr(outcome, name)) if outcome else None
        return catalogue.vocabularies[vocabulary].label(own) if own and vocabulary else own

    return value


COLUMNS: tuple[Column, ...] = (
    Column("id", "The short name of the case, for ever. It is the last part of its address.", _of("id")),
    Column("title", "What was done, in one line.", _of("title")),
    Column("summary", "The problem, what was done and what came of it.", _of("summary")),
    Column("address", "The page of the case.", lambda catalogue, case: catalogue.in_full(address(case))),
    Column("depth", "A full case study, or a brief.", _of("depth")),
    Column("name", "What it was called.", _of("name")),
    Column("place", "Where it happened, as the report names it.", lambda _, case: case.place.name),
    Column("area", "The local authority or wider area.", lambda _, case: case.place.area),
    *_term("region", "The English region, or the nation.", "regions", lambda case: case.place.region),
    Column("years", "When it happened or, where that is not reported, when it was told.", Catalogue.years),
    Column(
        "first_year",
        "The first year of the activity.",
        lambda _, case: case.dates.start if case.dates else None,
        "number",
    ),
    Column(
        "last_year",
        "The last year, if it took longer.",
        lambda _, case: case.dates.end if case.dates else None,
        "number",
    ),
    Column("year_told", "The year of the newest report that tells of it.", Catalogue.year_told, "number"),
    *_term("status", "How far it had come when the report was written.", "statuses", lambda case: case.status),
    *_term("setting", "The kind of partnership that ran it.", "settings", lambda case: case.setting),
    *_term("stage", "Where the partnership stood in its life.", "stages", lambda case: case.stage),
    *_terms("needs", "need", "What people lacked.", "needs", lambda case: (one.need for one in case.answers)),
    *_terms(
        "approaches", "approach", "What they did.", "approaches", lambda case: (one.approach for one in case.answers)
    ),
    *_terms("audiences", "audience", "Who took part or learned.", "audiences", lambda case: case.audiences),
    Column("lead", "Who led it.", _of("lead")),
    Column("partners", "Who else took part in running it.", lambda _, case: case.partners, "list"),
    *_terms("funding", "funding", "Where the money came from.", "funding", lambda case: case.funding),
    Column("cost", "What it cost.", lambda _, case: case.effort.cost),
    Column("time", "How much time it took.", lambda _, case: case.effort.time),
    Column("people", "Who had to work on it.", lambda _, case: case.effort.people),
    *_terms(
        "conditions",
        "condition",
        "What it depended on.",
        "conditions",
        lambda case: (one.condition for one in case.conditions),
    ),
    Column(
        "outcomes",
        "How many outcomes are told. The table of outcomes has them all.",
        lambda _, c: len(c.outcomes),
        "number",
    ),
    Column("what_changed", "The outcome with the strongest kind of evidence.", _headline("change")),
    Column("who_says_so", "Who tells of that outcome.", _headline("who")),
    Column("evidence", "How that outcome is known.", _headline("evidence", "evidence")),
    Column("evidence_id", "The id of what stands under evidence.", _headline("evidence")),
    Column("level", "How far that change reached.", _headline("level", "outcome_levels")),
    Column("level_id", "The id of what stands under level.", _headline("level")),
    Column(
        "did_not_work",
        "What failed, was hard or is not known.",
        lambda _, case: tuple(one.what for one in case.did_not_work),
        "list",
    ),
    Column("reports", "The reports that it is drawn from.", lambda known, case: tuple(drawn_from(known, case)), "list"),
    Column("reviewed", "The day on which somebody last read it against its report.", _of("reviewed")),
    Column("review_by", "The day by which it is to be read again.", _of("review_by")),
    Column("version", "Which text of the case this is: a day, and a fingerprint.", lambda _, case: str(case.version)),
    Column("cite_as", "How to cite the case.", cite_as),
)

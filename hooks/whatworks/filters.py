"""What cases can be filtered and sorted by."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.facets import Facet, Option, Table
from whatworks.parts import as_id


def _terms(vocabulary: str) -> Callable[[Catalogue], Iterator[Option]]:
    """The terms that a record may name, each under its broader term."""

    def options(catalogue: Catalogue) -> Iterator[Option]:
        terms = catalogue.vocabularies[vocabulary]
        for top in terms.top():
            for term in terms.narrower(top.id) or (top,):
                heading = (top.label, top.id) if term is not top else ()
                yield Option(term.id, term.label, term.definition, *heading)

    return options


def _places(catalogue: Catalogue) -> Iterator[Option]:
    """The areas that cases name, each under its region."""
    for region in catalogue.vocabularies["regions"]:
        named = {case.place.area for case in catalogue.listed if case.place.region == region.id}
        for area in sorted(named, key=str.casefold):
            if _is_place(catalogue, area, region.id):
                yield Option(as_id(area), area, group=region.label)


def _is_place(catalogue: Catalogue, area: str, region: str) -> bool:
    """Whether an area is more than a whole region, and is named at all."""
    regions = catalogue.vocabularies["regions"]
    return not regions[region].catch_all and area not in {one.label for one in regions}


def _depths(catalogue: Catalogue) -> Iterator[Option]:
    yield Option("case-study", "Case study", "The report says enough for a full account.")
    yield Option("brief", "Brief", "The report says little, so the page is short.")


def _did_not_work(catalogue: Catalogue) -> Iterator[Option]:
    yield Option("told", "Says what did not work", "The case says what failed or was hard.")


@dataclass(frozen=True)
class Kind:
    """How a facet is made: its words, where its options come from, and what a case has of them."""

    id: str
    label: str
    hint: str
    options: Callable[[Catalogue], Iterator[Option]]
    values: Callable[[CaseStudy], Iterable[str | None]]


# A new facet is a new line here; its id is a key in addresses and never changes.
KINDS = (
    Kind("need", "Need", "What people lacked.", _terms("needs"), lambda case: (one.need for one in case.answers)),
    Kind(
        "approach",
        "Approach",
        "What they did.",
        _terms("approaches"),
        lambda case: (one.approach for one in case.answers),
    ),
    Kind("audience", "Audience", "Who it was for.", _terms("audiences"), lambda case: case.audiences),
    Kind("region", "Region", "Where it happened.", _terms("regions"), lambda case: (case.place.region,)),
    Kind("place", "Place", "The area, where it is named.", _places, lambda case: (as_id(case.place.area),)),
    Kind("setting", "Kind of partnership", "The one that ran it.", _terms("settings"), lambda case: (case.setting,)),
    Kind(
        "stage",
        "Stage of the partnership",
        "Where it stood in its life, if the report says so.",
        _terms("stages"),
        lambda case: (case.stage,),
    ),
    Kind("status", "How far it had come", "As of the report.", _terms("statuses"), lambda case: (case.status,)),
    Kind(
        "evidence",
        "Kind of evidence",
        "How we know of any outcome.",
        _terms("evidence"),
        lambda case: (one.evidence for one in case.outcomes),
    ),
    Kind(
        "level",
        "How far the change reached",
        "The level of any outcome.",
        _terms("outcome_levels"),
        lambda case: (one.level for one in case.outcomes),
    ),
    Kind("depth", "How much is told", "A full case study, or a brief.", _depths, lambda case: (as_id(case.depth),)),
    Kind(
        "did_not_work",
        "What did not work",
        "What failed or was hard.",
        _did_not_work,
        lambda case: ("told" for one in case.did_not_work if one.kind in ("failed", "hard")),
    ),
)


def strength(catalogue: Catalogue, case: CaseStudy) -> int:
    """Where the strongest kind of evidence of any outcome stands in the list of kinds; 0 without an outcome."""
    outcome = catalogue.headline(case)
    kinds = [term.id for term in catalogue.vocabularies["evidence"]]
    return kinds.index(outcome.evidence) + 1 if outcome else 0


def latest_year(case: CaseStudy) -> int:
    """The last year of the activity; 0 where it is not reported."""
    return (case.dates.end or case.dates.start) if case.dates else 0


def _named_first(catalogue: Catalogue, case: CaseStudy) -> tuple[bool, str]:
    return catalogue.vocabularies["regions"][case.place.region].catch_all, case.place.name.casefold()


# The ways to sort; cases that one leaves side by side stay in the order of their titles. The first is the usual one.
ORDERS: Mapping[str, Callable[[Catalogue, CaseStudy], Any]] = MappingProxyType(
    {
        "evidence": lambda catalogue, case: -strength(catalogue, case),
        "date": lambda catalogue, case: -latest_year(case),
        "place": _named_first,
        "title": lambda catalogue, case: 0,
    }
)


def table(catalogue: Catalogue) -> Table:
    """The facets of a catalogue and the orders of its listed cases."""
    orders = {
        name: tuple(sorted(catalogue.listed, key=lambda case, key=key: key(catalogue, case)))  # type: ignore[misc]
        for name, key in ORDERS.items()
    }
    return Table(tuple(_facet(catalogue, kind) for kind in KINDS), orders[next(iter(ORDERS))], orders)


def _facet(catalogue: Catalogue, kind: Kind) -> Facet:
    options = {option.id: option for option in kind.options(catalogue)}
    of_case = {case.id: frozenset(id for id in kind.values(case) if id in options) for case in catalogue.listed}
    return Facet(kind.id, kind.label, kind.hint, tuple(options.values()), of_case)

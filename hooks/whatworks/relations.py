"""Which cases to read beside one: those that people named, and those that stand nearest."""

from collections.abc import Iterable
from dataclasses import dataclass

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.filters import strength
from whatworks.traits import Trait, approaches, differs, needs, pairs, same_region, shared

# A case shows the relations that people wrote, and is filled up to this number with the nearest others.
FILLED_TO = 3


@dataclass(frozen=True)
class Relation:
    """Another case, why to read it, what is shared and what differs.

    People wrote the reason, on the other case's page if it is `seen_from_there`; a case that is only near has none.
    """

    case: CaseStudy
    reason: str
    seen_from_there: bool
    shared: tuple[Trait, ...]
    differs: tuple[Trait, ...]


def relations(catalogue: Catalogue, case: CaseStudy) -> tuple[Relation, ...]:
    """The related cases that people named, in either direction; of fewer than three, the nearest others as well."""
    named = written(catalogue, case)
    others = () if case.withdrawn else nearest(catalogue, case, {one.id for one, _ in named})
    found = (*named, *((other, "") for other in others[: max(0, FILLED_TO - len(named))]))
    own = {one.case for one in case.related}

    def relation(other: CaseStudy, reason: str) -> Relation:
        traits = shared(catalogue, case, other), differs(catalogue, case, other)
        return Relation(other, reason, bool(reason) and other.id not in own, *traits)

    return tuple(relation(other, reason) for other, reason in found)


def written(catalogue: Catalogue, case: CaseStudy) -> tuple[tuple[CaseStudy, str], ...]:
    """Other listed cases with the reason to read them: those that a case names, then those that name it."""
    named = [(one.case, one.reason) for one in case.related]
    naming = [(other.id, one.reason) for other in catalogue.listed for one in other.related if one.case == case.id]
    found: dict[str, tuple[CaseStudy, str]] = {}
    for id, reason in named + naming:
        other = catalogue.case_by_id.get(id)
        if other and not other.withdrawn:
            found.setdefault(id, (other, reason))
    return tuple(found.values())


def nearest(catalogue: Catalogue, case: CaseStudy, without: Iterable[str] = ()) -> tuple[CaseStudy, ...]:
    """The cases that share a need or an approach, nearest first; no proposals, as they are no evidence.

    What is shared decides in this order: answers of one need and one approach, needs and approaches, the kind of
    partnership, audiences, the region, the strength of the evidence; then the title.
    """
    left_out = {case.id, *without}
    others = [one for one in catalogue.listed if one.id not in left_out and not one.is_proposed]
    close = [(_closeness(catalogue, case, one), one) for one in others]
    return tuple(one for key, one in sorted(close, key=lambda pair: pair[0], reverse=True) if key[0] or key[1])


def _closeness(catalogue: Catalogue, case: CaseStudy, other: CaseStudy) -> tuple[int, ...]:
    return (
        len(pairs(case) & pairs(other)),
        len(needs(case) & needs(other)) + len(approaches(case) & approaches(other)),
        case.setting == other.setting,
        len({*case.audiences} & {*other.audiences}),
        same_region(catalogue, case, other),
        strength(catalogue, other),
    )

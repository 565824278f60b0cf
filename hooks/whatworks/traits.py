"""What two cases share, and what sets them apart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue

MOST_TRAITS = 3


@dataclass(frozen=True)
class Trait:
    """Something that another case shares with this one, or has instead: its name, and what it is there."""

    name: str
    there: str


def shared(catalogue: Catalogue, case: CaseStudy, other: CaseStudy) -> tuple[Trait, ...]:
    """What two cases share, the most telling first, at most three."""
    words = catalogue.vocabularies
    both = [one for one in case.answers if (one.need, one.approach) in pairs(other)]
    told = {id for one in both for id in (one.need, one.approach)}
    alike = [id for id in _in_order(one.need for one in case.answers) if id in needs(other) - told]
    ways = [id for id in _in_order(one.approach for one in case.answers) if id in approaches(other) - told]
    audiences = [id for id in case.audiences if id in other.audiences]
    found = [
        Trait("need and approach", f"{words['needs'].label(one.need)} – {words['approaches'].label(one.approach)}")
        for one in both[:1]
    ]
    found += [Trait("need", _listed(words["needs"].label, alike))] if alike else []
    found += [Trait("approach", _listed(words["approaches"].label, ways))] if ways else []
    if case.setting == other.setting:
        found.append(Trait("kind of partnership", words["settings"].label(case.setting)))
    found += [Trait("people it was for", _listed(words["audiences"].label, audiences))] if audiences else []
    return (*found, *_shared_place(catalogue, case, other))[:MOST_TRAITS]


def _shared_place(catalogue: Catalogue, case: CaseStudy, other: CaseStudy) -> list[Trait]:
    if not same_region(catalogue, case, other):
        return []
    region = catalogue.vocabularies["regions"].label(case.place.region)
    is_place = case.place.area == other.place.area != region
    return [Trait("place", case.place.area) if is_place else Trait("region", region)]


def differs(catalogue: Catalogue, case: CaseStudy, other: CaseStudy) -> tuple[Trait, ...]:
    """What another case has instead of what this one has, the most telling first, at most three."""
    words = catalogue.vocabularies
    found: list[Trait] = []

    def note(name: str, of: Callable[[CaseStudy], str]) -> None:
        if of(other) != of(case):
            found.append(Trait(name, of(other)))

    if not approaches(case) & approaches(other):
        note("approach", lambda one: _listed(words["approaches"].label, _in_order(a.approach for a in one.answers)))
    elif not needs(case) & needs(other):
        note("need", lambda one: _listed(words["needs"].label, _in_order(a.need for a in one.answers)))
    if case.is_proposed or other.is_proposed:
        note("how far it had come", lambda one: words["statuses"].label(one.status))
    note("kind of partnership", lambda one: words["settings"].label(one.setting))
    note("how we know what changed", lambda one: _evidence(catalogue, one))
    if not {*case.audiences} & {*other.audiences} and case.audiences and other.audiences:
        note("people it was for", lambda one: _listed(words["audiences"].label, one.audiences))
    note("region", lambda one: words["regions"].label(one.place.region))
    note("how far it had come", lambda one: words["statuses"].label(one.status))
    note("time", catalogue.years)
    return tuple(dict.fromkeys(found))[:MOST_TRAITS]


def _evidence(catalogue: Catalogue, case: CaseStudy) -> str:
    outcome = catalogue.headline(case)
    return catalogue.vocabularies["evidence"].label(outcome.evidence) if outcome else "No outcome told"


def _listed(label: Callable[[str], str], ids: Iterable[str]) -> str:
    """Labels in words: one or two; of more the first, and how many more."""
    labels = [label(id) for id in ids]
    return f"{labels[0]} and {len(labels) - 1} more" if labels[2:] else " and ".join(labels)


def _in_order(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def pairs(case: CaseStudy) -> set[tuple[str, str]]:
    """The answers of a case, as need and approach."""
    return {(one.need, one.approach) for one in case.answers}


def needs(case: CaseStudy) -> set[str]:
    """The needs that a case answers."""
    return {one.need for one in case.answers}


def approaches(case: CaseStudy) -> set[str]:
    """The approaches that a case used."""
    return {one.approach for one in case.answers}


def same_region(catalogue: Catalogue, case: CaseStudy, other: CaseStudy) -> bool:
    """Whether both happened in one region; cases that no region is told of share none."""
    same = case.place.region == other.place.region
    return same and not catalogue.vocabularies["regions"][case.place.region].catch_all

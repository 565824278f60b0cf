"""Which cases a choice of filters leaves, and how many one more would leave.

Within a facet a choice means OR, between facets it means AND. The finder and the static lists read the same table;
filters.py fills it, and theme/assets/js/find/match.js asks it in the browser.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from whatworks.case_studies import CaseStudy

# The chosen options of each facet, by ids; a facet without any lets every case through.
Choice = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Option:
    """One value that a facet offers; `group` is the heading that it stands under, and `broader` its term, if any."""

    id: str
    label: str
    definition: str = ""
    group: str = ""
    broader: str = ""


@dataclass(frozen=True)
class Facet:
    """One way to filter: its options, and the ids of those that each case has."""

    id: str
    label: str
    hint: str
    options: tuple[Option, ...]
    of_case: Mapping[str, frozenset[str]]

    @property
    def groups(self) -> list[tuple[str, list[Option]]]:
        """The options below their headings, in the order in which they are offered."""
        return [(group, list(options)) for group, options in groupby(self.options, lambda option: option.group)]

    @property
    def told(self) -> int:
        """How many cases have any option."""
        return sum(bool(ids) for ids in self.of_case.values())


@dataclass(frozen=True)
class Table:
    """Every facet, and the listed cases in the order of each way to sort them."""

    facets: tuple[Facet, ...]
    cases: tuple[CaseStudy, ...]
    orders: Mapping[str, tuple[CaseStudy, ...]]

    def results(self, choice: Choice) -> tuple[CaseStudy, ...]:
        """The cases that have, in each facet with a choice, at least one of the chosen options."""
        return tuple(case for case in self.cases if self._fits(case, choice))

    def count(self, choice: Choice, facet: str, option: str) -> int:
        """How many results there would be with this option chosen as well."""
        return len(self.results({**choice, facet: {*choice.get(facet, ()), option}}))

    def tokens(self, case: CaseStudy) -> list[str]:
        """What a case has, as `facet:option`."""
        return [f"{facet.id}:{id}" for facet in self.facets for id in sorted(facet.of_case[case.id])]

    def places_in_orders(self, case: CaseStudy) -> list[str]:
        """Where a case stands in each order, as `order:position`."""
        return [f"{name}:{positions[case.id]}" for name, positions in self._positions.items()]

    @cached_property
    def _positions(self) -> Mapping[str, Mapping[str, int]]:
        return {name: {case.id: at for at, case in enumerate(cases)} for name, cases in self.orders.items()}

    def _fits(self, case: CaseStudy, choice: Choice) -> bool:
        return all(
            not facet.of_case[case.id].isdisjoint(choice[facet.id]) for facet in self.facets if choice.get(facet.id)
        )

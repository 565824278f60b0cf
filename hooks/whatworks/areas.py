"""The places that records name: local authorities and wider areas, each with its cases."""

from dataclasses import dataclass

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.parts import as_id
from whatworks.vocabularies import Term

LIST = "/places/"


@dataclass(frozen=True)
class Area:
    """A local authority or wider area that records name, and its cases; a nation is no place, nor is an unnamed one."""

    name: str
    cases: tuple[CaseStudy, ...]
    is_place: bool = True

    @property
    def count(self) -> int:
        """How many cases it has."""
        return len(self.cases)

    @property
    def address(self) -> str:
        """Where its page stands, if it has more than one case; else nothing."""
        return f"{LIST}{self.id}/" if self.is_place and self.count > 1 else ""

    @property
    def id(self) -> str:
        """Its name as an address."""
        return as_id(self.name)


def areas(catalogue: Catalogue, region: Term) -> list[Area]:
    """The areas of a region by name, each with its cases."""
    found: dict[str, list[CaseStudy]] = {}
    for case in catalogue.listed:
        if case.place.region == region.id:
            found.setdefault(case.place.area, []).append(case)
    return [_area(name, tuple(cases), region) for name, cases in sorted(found.items())]


def _area(name: str, cases: tuple[CaseStudy, ...], region: Term) -> Area:
    if name == region.label:
        return Area("Nation-wide", cases, is_place=False)
    return Area(name, cases, is_place=not region.catch_all)

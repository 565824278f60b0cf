"""The index of places by nation and region, with a small map, and a page per place with more than one case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render
from whatworks.parts import as_id
from whatworks.vocabularies import Term

LIST = "/places/"
# Where the tile of a region stands on the map: column and row. Neighbours stand side by side; sizes say nothing.
TILES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "scotland": (1, 0),
        "northern-ireland": (0, 1),
        "north-east": (2, 1),
        "north-west": (1, 2),
        "yorkshire-and-the-humber": (2, 2),
        "wales": (0, 3),
        "west-midlands": (1, 3),
        "east-midlands": (2, 3),
        "east-of-england": (3, 3),
        "south-west": (1, 4),
        "south-east": (2, 4),
        "london": (3, 4),
    }
)


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


@dataclass(frozen=True)
class Tile:
    """A region on the map: its place in the grid and its number of cases."""

    region: Term
    column: int
    row: int
    cases: int


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


def tiles(catalogue: Catalogue) -> list[Tile]:
    """The map, in reading order."""
    regions = catalogue.vocabularies["regions"]
    count = {region.id: sum(case.place.region == region.id for case in catalogue.listed) for region in regions}
    found = [Tile(regions[id], *TILES[id], count[id]) for id in TILES if id in regions]
    return sorted(found, key=lambda tile: (tile.row, tile.column))


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The index, then each place with more than one case."""
    regions = [(region, areas(catalogue, region)) for region in catalogue.vocabularies["regions"]]
    regions = [one for one in regions if one[1]]
    text = render("places.md.j2", LIST, catalogue, regions=regions, tiles=tiles(catalogue))
    yield Page(LIST, "Places", "The cases by nation, region and place.", text)
    for region, found in regions:
        for area in found:
            if area.address:
                text = render("place.md.j2", area.address, catalogue, area=area, region=region)
                yield Page(area.address, area.name, f"What happened in {area.name}.", text, trail=(("Places", LIST),))

"""The index of places by nation and region, with a small map, and a page per place with more than one case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whatworks.areas import LIST, areas
from whatworks.catalogue import Catalogue
from whatworks.citing import feed
from whatworks.pages.page import Page, render
from whatworks.vocabularies import Term

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
class Tile:
    """A region on the map: its place in the grid and its number of cases."""

    region: Term
    column: int
    row: int
    cases: int


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
                feeds = feed(catalogue, "places", area.id)
                text = render("place.md.j2", area.address, catalogue, area=area, region=region, feed=feeds)
                own = (area.address, area.name, f"What happened in {area.name}.", text)
                yield Page(*own, trail=(("Places", LIST),), feed=feeds)

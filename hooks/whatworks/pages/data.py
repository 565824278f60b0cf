"""The page about the data: a spreadsheet first, then every file for programs, and what is promised of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from whatworks.catalogue import Catalogue
from whatworks.citing import data_file
from whatworks.exports.file_schemas import file_schemas
from whatworks.exports.plain import HOME
from whatworks.exports.tables import TABLES
from whatworks.filters import table
from whatworks.linked_data import of_data
from whatworks.pages.page import Page, plural, render

ADDRESS = "/data/"
TITLE = "Data"
DESCRIPTION = "Everything on this site as spreadsheets and as data for programs, with what stays the same."
OFFLINE = "data/what-works.zip"
TYPES = {"csv": "text/csv", "json": "application/json", "zip": "application/zip"}
SIZE = re.compile(r'(<span class="size" data-file="([^"]+)">)[^<]*(?=</span>)')


@dataclass(frozen=True)
class Single:
    """A kind of file of which there is one for each record: how many, how they are addressed, and one of them."""

    title: str
    kind: str
    ids: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """The address of each, with the place of the id."""
        return data_file(self.kind, "ID")

    @property
    def example(self) -> str:
        """The address of one of them."""
        return data_file(self.kind, self.ids[0])


def singles(catalogue: Catalogue) -> list[Single]:
    """The kinds of file that have one for each record; a kind without records is left out."""
    places = next(facet for facet in table(catalogue).facets if facet.id == "place")
    found = (
        Single("Cases", "case_studies", tuple(one.id for one in catalogue.listed)),
        *(Single(name.capitalize(), name, tuple(one.id for one in catalogue.vocabularies[name])) for name in TERMS),
        Single("Places", "places", tuple(one.id for one in places.options)),
        Single("Guides", "guides", tuple(one.id for one in catalogue.guides)),
        Single("Learning library", "resources", tuple(one.id for one in catalogue.resources)),
        Single("Findings of surveys", "evidence", tuple(one.id for one in catalogue.surveys)),
        Single("Reports", "sources", tuple(one.id for one in catalogue.sources)),
    )
    return [one for one in found if one.ids]


TERMS = ("needs", "approaches")


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    values = {
        "home": f"/{HOME}",
        "tables": TABLES,
        "singles": singles(catalogue),
        "lists": sorted(catalogue.vocabularies.values(), key=lambda one: one.title.casefold()),
        "schemas": sorted(catalogue.schemas),
        "shapes": {name: schema["title"] for name, schema in file_schemas(catalogue).items()},
        "offline": OFFLINE,
    }
    text = render("data.md.j2", ADDRESS, catalogue, **values)
    files = [(f"/{HOME}/{one.name}.{kind}", one.title, TYPES[kind]) for one in TABLES for kind in ("csv", "json")]
    files += [(f"/{HOME}/everything.json", "Everything", TYPES["json"]), (f"/{OFFLINE}", "Offline copy", TYPES["zip"])]
    about = of_data(catalogue, "What Works: open data", DESCRIPTION, files)
    yield Page(ADDRESS, TITLE, DESCRIPTION, text, assets="data", about=about)


def with_sizes(html: str, sizes: Mapping[str, int]) -> str:
    """The finished page with the size of each file that is known by now."""

    def told(found: re.Match[str]) -> str:
        size = sizes.get(found[2])
        return found[0] if size is None else f"{found[1]}{in_words(size)}"

    return SIZE.sub(told, html)


def in_words(size: int) -> str:
    """A number of bytes as people read it: 12 KB, 3.4 MB."""
    if size < 1024:
        return plural(size, "byte")
    return f"{size / 1024:.0f} KB" if size < 1024**2 else f"{size / 1024**2:.1f} MB"

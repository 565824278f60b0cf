"""How a page of the site is referred to elsewhere: one description of it, as CSL-JSON has it.

The author is the site. The day on which a reader saw the page is the reader's to add.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citation_formats import FORMATS, Format, Item, harvard
from whatworks.citing import SITE, day
from whatworks.guides import Guide
from whatworks.history import Version
from whatworks.versions import of_term
from whatworks.vocabularies import Term

HOME = "/data/v1/citations"
# What a page of each kind is called.
NAMES: Mapping[str, str] = MappingProxyType(
    {"case_studies": "case", "guides": "guide", "needs": "need", "approaches": "approach"}
)


@dataclass(frozen=True)
class Reference:
    """A page of the site as others refer to it: its kind, its id, and its description."""

    kind: str
    id: str
    item: Item

    @property
    def harvard(self) -> str:
        """The reference in the Harvard style, as plain text."""
        return "".join(harvard(self.item))

    @property
    def parts(self) -> tuple[str, str, str]:
        """The same in three parts: the second is the title."""
        return harvard(self.item)

    @property
    def files(self) -> Iterator[tuple[Format, str]]:
        """Each format with the address of its file."""
        yield from ((one, f"{HOME}/{self.kind}/{self.id}.{one.ending}") for one in FORMATS)


def of_case(catalogue: Catalogue, case: CaseStudy) -> Reference:
    """How a case is referred to; that of a withdrawn one says so."""
    gone = f". Withdrawn on {day(case.withdrawn.on)}" if case.withdrawn else ""
    return _reference(catalogue, "case_studies", case, case.title, case.version, gone)


def of_guide(catalogue: Catalogue, guide: Guide) -> Reference:
    """How a guide is referred to."""
    return _reference(catalogue, "guides", guide, guide.title, guide.version)


def of_page(catalogue: Catalogue, kind: str, term: Term) -> Reference:
    """How the page of a term of `needs` or `approaches` is referred to."""
    return _reference(catalogue, kind, term, term.label, of_term(catalogue, kind, term.id))


def references(catalogue: Catalogue) -> Iterator[Reference]:
    """Every page that can be cited, withdrawn cases too."""
    yield from (of_case(catalogue, case) for case in sorted(catalogue.cases, key=lambda case: case.id))
    yield from (of_guide(catalogue, guide) for guide in catalogue.guides)
    for kind in ("needs", "approaches"):
        yield from (of_page(catalogue, kind, term) for term in catalogue.vocabularies[kind])


def _reference(
    catalogue: Catalogue, kind: str, page: CaseStudy | Guide | Term, title: str, version: Version, more: str = ""
) -> Reference:
    name = NAMES[kind]
    item = {
        "id": f"what-works-{name}-{page.id}",
        "type": "webpage",
        "title": " ".join(title.split()),
        "container-title": SITE,
        "author": [{"literal": SITE}],
        "issued": {"date-parts": [[int(part) for part in version.date.split("-")]]} if version.date else {},
        "URL": catalogue.in_full(f"/{kind}/{page.id}/") if catalogue.site else "",
        "version": str(version),
        "note": f"{name.capitalize()} {page.id}, version {version}{more}",
    }
    return Reference(kind, page.id, {key: value for key, value in item.items() if value})

"""How a case and the reports that it is drawn from are cited, in plain text: pages and exports say the same."""

from calendar import month_name
from collections.abc import Iterator

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.library import Source
from whatworks.parts import Citation

SITE = "What Works"
MOST_PLACES = 3


def address(case: CaseStudy) -> str:
    """Where a case stands, for ever."""
    return f"/case_studies/{case.id}/"


def data_file(kind: str, id: str) -> str:
    """Where a record or a term of a kind (`case_studies`, `needs`) stands as data, for ever."""
    return f"/data/v1/{kind}/{id}.json"


def feed(catalogue: Catalogue, kind: str = "", id: str = "") -> str:
    """Where the feeds of a page, or of the whole site, stand without their endings; nowhere without the site's address.

    Programs that read feeds need addresses in full.
    """
    return (f"/feeds/{kind}/{id}" if kind else "/feeds/all") if catalogue.site else ""


def in_words(catalogue: Catalogue, citation: Citation) -> str:
    """One place in a source: of a report, who wrote it, in which year, its title, the headings and the paragraph."""
    if citation.told_by:
        return f"told by {citation.told_by}, {day(citation.told_on)}"
    if citation.publication:
        return f"{citation.publication} ({citation.year}), {citation.part}"
    source = catalogue.source_by_id[citation.document]
    return f"{_report(source)}, {source.place(citation.section, citation.paragraph)}"


def drawn_from(catalogue: Catalogue, case: CaseStudy) -> Iterator[str]:
    """Each report with the places that a case cites; of more than three, the first and how many others.

    Then each other publication and each account.
    """
    for document in dict.fromkeys(one.document for one in case.sources if one.document):
        source = catalogue.source_by_id[document]
        cited = [source.place(one.section, one.paragraph) for one in case.sources if one.document == document]
        places = list(dict.fromkeys(cited))
        few = "; ".join(places) if len(places) <= MOST_PLACES else f"{places[0]} and {len(places) - 1} other places"
        yield f"{_report(source)}, {few}"
    yield from (in_words(catalogue, one) for one in case.sources if not one.document)


def cite_as(catalogue: Catalogue, case: CaseStudy) -> str:
    """The citation of a case: its title, id, version and address, then its reports."""
    where = catalogue.in_full(address(case))
    page = f"“{case.title}”, {SITE}, case {case.id}, version {case.version}, {where}"
    return ". ".join((page, *(f"Drawn from {one}" for one in drawn_from(catalogue, case)))) + "."


def day(date: str) -> str:
    """A date as people write it: 22 November 2026."""
    year, month, number = date.split("-")
    return f"{int(number)} {month_name[int(month)]} {year}"


def _report(source: Source) -> str:
    return f"{source.by} ({source.year}), {source.full_title}"

"""The reference of each page that can be cited as BibTeX, RIS and CSL-JSON, and one list for the link builder."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citing import address
from whatworks.exports.embeds import height
from whatworks.exports.embeds import home as embed
from whatworks.exports.plain import as_json
from whatworks.filters import table
from whatworks.references import HOME, of_case, references
from whatworks.resources import environment


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The files of each page, those of withdrawn cases too, then the list of the listed cases."""
    for one in references(catalogue):
        for form, path in one.files:
            yield path.lstrip("/"), form.write(one.item)
    known = table(catalogue)
    cases = [{**_quoted(catalogue, case), "options": known.tokens(case)} for case in catalogue.listed]
    yield f"{HOME}/case_studies.json".lstrip("/"), as_json(cases)


def _quoted(catalogue: Catalogue, case: CaseStudy) -> dict[str, Any]:
    """What somebody needs who refers to a case in a document or shows it on another site."""
    return {
        "id": case.id,
        "title": case.title,
        "where": catalogue.where(case),
        "years": catalogue.years(case),
        "year_told": catalogue.year_told(case),
        "summary": case.summary,
        "caveat": caveat(catalogue, case),
        "reference": of_case(catalogue, case).harvard,
        "version": str(case.version),
        "address": address(case),
        "embed": {"address": embed(case), "height": height(catalogue, case)},
    }


def caveat(catalogue: Catalogue, case: CaseStudy) -> str:
    """What a reader must know of the evidence of a case, with its year."""
    values = {"catalogue": catalogue, "vocabularies": catalogue.vocabularies, "case": case}
    return unescape(environment().get_template("caveat.txt.j2").render(**values)).strip()

"""For each option of a filter, its list as CSV and as JSON: the same columns as the list of all.

A heading of options, such as a wide need, has a list too: the cases of all that stands below it. A list without cases
is there as well: an address that was once promised answers, whatever becomes of the cases.
"""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.exports.cells import as_csv, as_lines, rows
from whatworks.exports.plain import HOME
from whatworks.exports.tables import CASES
from whatworks.facets import Facet
from whatworks.filters import table


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Both files of each list."""
    known = table(catalogue)
    cells = {str(row[0]): row for row in rows(CASES, catalogue, known.cases)}
    for facet in known.facets:
        for option, ids in choices(facet).items():
            found = [cells[case.id] for case in known.results({facet.id: ids})]
            name = f"{HOME}/lists/{facet.id}/{option}"
            yield f"{name}.csv", as_csv(CASES, found)
            yield f"{name}.json", as_lines(CASES, found)


def choices(facet: Facet) -> dict[str, list[str]]:
    """Each option of a facet, and each heading with the options below it."""
    found = {option.id: [option.id] for option in facet.options}
    for option in facet.options:
        if option.broader:
            found.setdefault(option.broader, []).append(option.id)
    return found

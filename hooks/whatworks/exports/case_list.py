"""One JSON file that names every case: those that are listed, and those that were withdrawn with the reason.

`moved` has the old ids of cases that were renamed or merged, each with the id that stands for it now.
"""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.citing import address
from whatworks.exports.plain import HOME, as_json


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The one file."""
    listed = [
        {
            "id": case.id,
            "title": case.title,
            "where": catalogue.where(case),
            "years": catalogue.years(case),
            "address": address(case),
            "version": str(case.version),
        }
        for case in catalogue.listed
    ]
    withdrawn = [
        {
            "id": case.id,
            "title": case.title,
            "address": address(case),
            "reason": case.withdrawn.reason,
            "successor": case.withdrawn.successor,
        }
        for case in catalogue.cases
        if case.withdrawn
    ]
    yield (
        f"{HOME}/case_studies.json",
        as_json({"listed": listed, "withdrawn": withdrawn, "moved": dict(catalogue.moves.cases)}),
    )

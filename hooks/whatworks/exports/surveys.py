"""A table for spreadsheets per survey finding: a line for each figure, with all that is needed to quote it."""

import csv
from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.citing import in_words
from whatworks.exports.plain import HOME
from whatworks.surveys import Figure, Survey

COLUMNS = (
    *("survey", "figure", "label", "value", "unit", "in_words", "limit", "proposed", "group", "group_answered"),
    *("answered", "asked", "of_whom", "when", "note", "source", "address"),
)
NOT_REPORTED = "not reported"


class Lines(list[str]):
    """Lines of text, for a writer that knows files only."""

    def write(self, text: str) -> None:
        """Keeps a line."""
        self.append(text)


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The table of each survey."""
    for survey in catalogue.surveys:
        lines = Lines()
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(_row(catalogue, survey, figure) for figure in survey.figures)
        yield f"{HOME}/evidence/{survey.id}.csv", "".join(lines)


def _row(catalogue: Catalogue, survey: Survey, figure: Figure) -> tuple[str, ...]:
    group = survey.group(figure.group)
    limits = {"at least": figure.at_least, "up to": figure.at_most, "about": figure.about}
    source = next(one for one in survey.sources if one.id == figure.source)
    return (
        *(survey.id, figure.id, figure.label, f"{figure.value:.10g}", survey.unit, figure.in_words(survey.unit)),
        *(" ".join(words for words, holds in limits.items() if holds), "yes" if survey.proposed else "no"),
        *(group.label if group else "", str(group.answered or NOT_REPORTED) if group else ""),
        *(str(survey.answered or NOT_REPORTED), survey.asked, survey.of_whom, survey.when or NOT_REPORTED, figure.note),
        *(in_words(catalogue, source), catalogue.in_full(f"/evidence/{survey.id}/#{figure.id}")),
    )

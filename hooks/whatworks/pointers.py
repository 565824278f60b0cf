"""What guides, survey findings, cases and terms have to do with one another: which leads a reader to which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue, Pair
from whatworks.guides import Guide, Pitfall, Step
from whatworks.surveys import Figure, Survey

MOST_CASES = 12


@dataclass(frozen=True)
class Quoted:
    """The figures of one survey that a guide quotes."""

    survey: Survey
    figures: tuple[Figure, ...]


def survey_of(catalogue: Catalogue, id: str) -> Survey | None:
    """The survey with an id."""
    return next((one for one in catalogue.surveys if one.id == id), None)


def quoted(catalogue: Catalogue, names: Sequence[str]) -> Iterator[Quoted]:
    """The figures that are named as survey#figure, survey by survey; what is not there is left out."""
    for id, several in groupby(names, key=lambda name: name.partition("#")[0]):
        wanted = [name.partition("#")[2] for name in several]
        survey = survey_of(catalogue, id)
        found = [one for want in wanted for one in (survey.figures if survey else ()) if one.id == want]
        if survey and found:
            yield Quoted(survey, tuple(found))


def shared(one: Guide | Survey, other: Guide | Survey) -> int:
    """How many needs and approaches two records have in common."""
    return len({*one.needs} & {*other.needs}) + len({*one.approaches} & {*other.approaches})


def surveys_beside(catalogue: Catalogue, guide: Guide) -> list[Survey]:
    """The surveys with a need or an approach of a guide, those with most in common first, proposals last."""
    found = [one for one in catalogue.surveys if shared(one, guide)]
    return sorted(found, key=lambda one: (one.proposed, -shared(one, guide), one.title))


def guides_beside(catalogue: Catalogue, survey: Survey) -> list[Guide]:
    """The guides that quote a survey, then those with a need or an approach in common, most first."""
    found = [(-_quotes(one, survey), -shared(one, survey), one.title, one) for one in catalogue.guides]
    return [guide for quotes, common, _, guide in sorted(found, key=lambda one: one[:3]) if quotes or common]


def _quotes(guide: Guide, survey: Survey) -> bool:
    parts: tuple[Step | Pitfall, ...] = (*guide.steps, *guide.pitfalls)
    named = [name for part in parts for name in part.figures]
    return f"evidence/{survey.id}.md" in guide.body or any(name.startswith(f"{survey.id}#") for name in named)


def guides_that_show(catalogue: Catalogue, case: CaseStudy) -> list[Guide]:
    """The guides that name a case in a step."""
    return [guide for guide in catalogue.guides if case.id in guide.shown]


def guides_for(catalogue: Catalogue, kind: str, term: str) -> list[Guide]:
    """The guides that name a term of `needs` or `approaches`, or one below it."""
    return [one for one in catalogue.guides if {*getattr(one, kind)} & _with_narrower(catalogue, kind, term)]


def surveys_for(catalogue: Catalogue, kind: str, term: str) -> list[Survey]:
    """The surveys that name a term of `needs` or `approaches`, or one below it; proposals last."""
    found = [one for one in catalogue.surveys if {*getattr(one, kind)} & _with_narrower(catalogue, kind, term)]
    return sorted(found, key=lambda one: one.proposed)


def _with_narrower(catalogue: Catalogue, kind: str, term: str) -> set[str]:
    return {term, *(one.id for one in catalogue.vocabularies[kind].narrower(term))}


def more_cases(catalogue: Catalogue, guide: Guide) -> list[Pair]:
    """At most twelve cases with a need or an approach of a guide that its steps do not name, each with one answer.

    First those of which an answer has both a need and an approach of the guide, then those with most such answers;
    among equals a need counts for more, and ideas that were never tried come last.
    """
    found: dict[str, list[tuple[int, Pair]]] = {}
    for case, answer in catalogue.pairs:
        fit = 2 * (answer.need in guide.needs) + (answer.approach in guide.approaches)
        if fit and case.id not in guide.shown:
            found.setdefault(case.id, []).append((fit, (case, answer)))
    ranked = sorted(found.values(), key=_rank)
    return [max(own, key=lambda one: one[0])[1] for own in ranked][:MOST_CASES]


def _rank(own: list[tuple[int, Pair]]) -> tuple[bool, int, int, str]:
    case = own[0][1][0]
    return case.is_proposed, -max(fit for fit, _ in own), -len(own), case.title

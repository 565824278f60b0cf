"""Cases as search knows them."""

from collections.abc import Iterable, Iterator

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.search.entry import Entry


def cases(catalogue: Catalogue) -> Iterator[Entry]:
    """The case studies and briefs that are not withdrawn."""
    for case in sorted(catalogue.listed, key=lambda case: case.id):
        yield Entry(
            kind=case.depth.capitalize(),
            folder="case_studies",
            id=case.id,
            title=case.title,
            summary=case.summary,
            context=_case_context(catalogue, case),
            name=case.name,
            also=case.also_known_as,
            keywords=case.keywords,
            might_say=case.might_say,
            place=_place(catalogue, case),
            by=", ".join(filter(is_name, (case.lead or "", *case.partners))),
            partnership=labels(catalogue, "settings", (case.setting,)),
            audience=labels(catalogue, "audiences", case.audiences),
            how=tuple(answer.how for answer in case.answers),
            outcomes=tuple(outcome.change for outcome in case.outcomes),
            setbacks=tuple(setback.what for setback in case.did_not_work),
            needs=tuple(dict.fromkeys(answer.need for answer in case.answers)),
            approaches=tuple(dict.fromkeys(answer.approach for answer in case.answers)),
        )


def is_name(organisation: str) -> bool:
    """Whether this names one organisation, such as Impact Housing, and not a kind of them, such as the police."""
    return sum(word[:1].isupper() for word in organisation.split()) > 1 and "not name" not in organisation


def _case_context(catalogue: Catalogue, case: CaseStudy) -> str:
    """Place and year; that a proposal is no evidence is said wherever it is listed."""
    parts = [case.place.name, catalogue.years(case)]
    return " · ".join([*parts, "Proposed: an idea, not evidence"] if case.is_proposed else parts)


def _place(catalogue: Catalogue, case: CaseStudy) -> str:
    parts = (case.place.name, case.place.area, region(catalogue, case.place.region))
    return ", ".join(dict.fromkeys(filter(None, parts)))


def region(catalogue: Catalogue, region: str) -> str:
    """What a region is called; nothing where the record could name none."""
    return "" if catalogue.vocabularies["regions"][region].catch_all else labels(catalogue, "regions", (region,))


def labels(catalogue: Catalogue, vocabulary: str, terms: Iterable[str]) -> str:
    """What terms are called, in every way that people say it."""
    own = [catalogue.vocabularies[vocabulary][term] for term in terms]
    return ", ".join(dict.fromkeys(word for term in own for word in (term.label, *term.synonyms)))

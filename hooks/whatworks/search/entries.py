"""What can be found: one entry per record or term. To add a kind, write its function and name it in KINDS."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue, Pair
from whatworks.vocabularies import Term, Vocabulary


@dataclass(frozen=True)
class Entry:
    """A page as search knows it: where it is, what the reader is shown of it, and what it is found by.

    `name` is what it was called, `also` what people say instead, `by` who wrote or ran it, `partnership` its kind of
    partnership in the words of England and Scotland. `needs` and `approaches` are
    ids of terms: whoever finds a term also finds what answers it.
    """

    kind: str
    folder: str
    id: str
    title: str
    summary: str
    context: str = ""
    name: str = ""
    also: tuple[str, ...] = ()
    place: str = ""
    by: str = ""
    partnership: str = ""
    outcomes: tuple[str, ...] = ()
    setbacks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    approaches: tuple[str, ...] = ()
    is_part: bool = False

    @property
    def page(self) -> str:
        """The address of the page it is on, from the root of the site."""
        return f"{self.folder}/" if self.is_part else f"{self.folder}/{self.id}/"

    @property
    def url(self) -> str:
        """Its own address: that of its page or, for a part of one, its place on it."""
        return f"{self.page}#{self.id}" if self.is_part else self.page


def _terms(vocabulary: Vocabulary, answering: Callable[[str], Iterable[Pair]]) -> Iterator[Entry]:
    for term in vocabulary:
        count = len({case.id for case, _ in answering(term.id)})
        yield _term(term, vocabulary, count)


def _term(term: Term, vocabulary: Vocabulary, count: int) -> Entry:
    shown = f"{count} {'case' if count == 1 else 'cases'}" if count else "No case yet"
    kind = vocabulary.singular.capitalize()
    return Entry(kind, vocabulary.name, term.id, term.label, term.definition, shown, also=term.synonyms)


def needs(catalogue: Catalogue) -> Iterator[Entry]:
    """The terms of the needs."""
    return _terms(catalogue.vocabularies["needs"], catalogue.by_need)


def approaches(catalogue: Catalogue) -> Iterator[Entry]:
    """The terms of the approaches."""
    return _terms(catalogue.vocabularies["approaches"], catalogue.by_approach)


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
            place=_place(catalogue, case),
            partnership=_partnership(catalogue, case),
            outcomes=tuple(outcome.change for outcome in case.outcomes),
            setbacks=tuple(setback.what for setback in case.did_not_work),
            needs=tuple(dict.fromkeys(answer.need for answer in case.answers)),
            approaches=tuple(dict.fromkeys(answer.approach for answer in case.answers)),
        )


def _case_context(catalogue: Catalogue, case: CaseStudy) -> str:
    """Place and year; that a proposal is no evidence is said wherever it is listed."""
    parts = [case.place.name, catalogue.years(case)]
    return " · ".join([*parts, "Proposed: an idea, not evidence"] if case.is_proposed else parts)


def _place(catalogue: Catalogue, case: CaseStudy) -> str:
    region = catalogue.vocabularies["regions"][case.place.region]
    parts = [case.place.name, case.place.area, *([] if region.catch_all else [region.label, *region.synonyms])]
    return ", ".join(dict.fromkeys(parts))


def _partnership(catalogue: Catalogue, case: CaseStudy) -> str:
    setting = catalogue.vocabularies["settings"][case.setting]
    return ", ".join((setting.label, *setting.synonyms))


def glossary(catalogue: Catalogue) -> Iterator[Entry]:
    """The words of the glossary, each at its place on the one page."""
    for term in catalogue.vocabularies["glossary"]:
        yield Entry("Glossary", "glossary", term.id, term.label, term.definition, also=term.synonyms, is_part=True)


def resources(catalogue: Catalogue) -> Iterator[Entry]:
    """The courses, tools, guides and networks of the learning library."""
    kinds = catalogue.vocabularies["resource_kinds"]
    for one in catalogue.resources:
        context = " · ".join(filter(None, (kinds.label(one.kind), str(one.dates or ""))))
        yield Entry(
            "Resource", "resources", one.id, one.title, one.summary, context,
            also=one.also_known_as, by=one.run_by or "", needs=one.needs, approaches=one.approaches,
        )  # fmt: skip


def guides(catalogue: Catalogue) -> Iterator[Entry]:
    """The guides."""
    for one in catalogue.guides:
        context = f"{one.minutes} minute{'' if one.minutes == 1 else 's'} to read"
        yield Entry(
            "Guide", "guides", one.id, one.title, one.summary, context, needs=one.needs, approaches=one.approaches
        )


def sources(catalogue: Catalogue) -> Iterator[Entry]:
    """The reports."""
    for one in catalogue.sources:
        by = ", ".join((*one.authors, *one.author_bodies, one.commissioned_by))
        yield Entry("Source", "sources", one.id, one.title, one.summary, str(one.year), name=one.subtitle, by=by)


# Where relevance does not decide, this order does.
KINDS = (needs, approaches, cases, resources, guides, sources, glossary)
FOLDERS = ("approaches", "case_studies", "guides", "needs", "resources", "sources")


def entries(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Everything that can be found, in a lasting order."""
    return tuple(entry for kind in KINDS for entry in kind(catalogue))

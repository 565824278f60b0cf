"""What can be found: one entry per record or term. To add a kind, write its function and name it in KINDS."""

from collections.abc import Callable, Iterable, Iterator

from whatworks.catalogue import Catalogue, Pair
from whatworks.guides import Guide
from whatworks.search.cases import cases, labels, region
from whatworks.search.entry import Entry
from whatworks.vocabularies import Term, Vocabulary


def _terms(vocabulary: Vocabulary, answering: Callable[[str], Iterable[Pair]]) -> Iterator[Entry]:
    for term in vocabulary:
        count = len({case.id for case, _ in answering(term.id)})
        yield _term(term, vocabulary, count)


def _term(term: Term, vocabulary: Vocabulary, count: int) -> Entry:
    shown = f"{count} {'case' if count == 1 else 'cases'}" if count else "No case yet"
    kind = vocabulary.singular.capitalize()
    return Entry(
        kind, vocabulary.name, term.id, term.label, term.definition, shown, also=term.synonyms, might_say=term.might_say
    )


def needs(catalogue: Catalogue) -> Iterator[Entry]:
    """The terms of the needs."""
    return _terms(catalogue.vocabularies["needs"], catalogue.by_need)


def approaches(catalogue: Catalogue) -> Iterator[Entry]:
    """The terms of the approaches."""
    return _terms(catalogue.vocabularies["approaches"], catalogue.by_approach)


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
            also=one.also_known_as, keywords=one.keywords, might_say=one.might_say, by=one.run_by or "",
            place=region(catalogue, one.region),
            audience=labels(catalogue, "audiences", one.audiences), needs=one.needs, approaches=one.approaches,
        )  # fmt: skip


def guides(catalogue: Catalogue) -> Iterator[Entry]:
    """The guides."""
    for one in catalogue.guides:
        context = f"{one.minutes} minute{'' if one.minutes == 1 else 's'} to read"
        yield Entry(
            "Guide", "guides", one.id, one.title, one.summary, context,
            keywords=one.keywords, might_say=one.might_say, how=_advice(one),
            needs=one.needs, approaches=one.approaches,
        )  # fmt: skip


def _advice(guide: Guide) -> tuple[str, ...]:
    """What a guide tells people to do, in short and step by step."""
    return (*guide.in_brief, *(step.do for step in guide.steps))


def surveys(catalogue: Catalogue) -> Iterator[Entry]:
    """What surveys found; that a proposal is no result is said wherever it is listed."""
    for one in catalogue.surveys:
        answered = f"{one.answered:,} answered" if one.answered else ""
        context = "Proposed, never a result" if one.proposed else answered
        labels = tuple(dict.fromkeys(figure.label for figure in one.figures))
        yield Entry(
            "Numbers", "evidence", one.id, one.title, one.summary, context,
            keywords=one.keywords, might_say=one.might_say, outcomes=labels, needs=one.needs, approaches=one.approaches,
        )  # fmt: skip


def frameworks(catalogue: Catalogue) -> Iterator[Entry]:
    """The models of the reports."""
    for one in catalogue.frameworks:
        yield Entry(
            "Framework", "frameworks", one.id, one.title, one.summary, str(one.year),
            also=one.also_known_as, keywords=one.keywords, might_say=one.might_say,
            needs=one.needs, approaches=one.approaches,
        )  # fmt: skip


def meeting_tools(catalogue: Catalogue) -> Iterator[Entry]:
    """The sheets for the next meeting."""
    for one in catalogue.meeting_tools:
        context = f"{one.minutes} minutes, with a Word document"
        yield Entry(
            "Tool", "meeting_tools", one.id, one.title, one.summary, context,
            keywords=one.keywords, might_say=one.might_say, needs=one.needs, approaches=one.approaches,
        )  # fmt: skip


def sources(catalogue: Catalogue) -> Iterator[Entry]:
    """The reports."""
    for one in catalogue.sources:
        by = ", ".join((*one.authors, *one.author_bodies, one.commissioned_by))
        yield Entry("Source", "sources", one.id, one.title, one.summary, str(one.year), name=one.subtitle, by=by)


# Where relevance does not decide, this order does.
KINDS = (needs, approaches, cases, resources, guides, frameworks, meeting_tools, surveys, sources, glossary)
FOLDERS = (
    *("approaches", "case_studies", "evidence", "frameworks", "guides", "meeting_tools", "needs", "resources"),
    "sources",
)


def entries(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Everything that can be found, in a lasting order."""
    return tuple(entry.lean for kind in KINDS for entry in kind(catalogue))

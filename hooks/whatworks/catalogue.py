"""Everything the site knows, and how it hangs together. Immutable: no disk, no clock, no HTML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.frameworks import Framework
from whatworks.guidance import Guidance
from whatworks.guides import Guide
from whatworks.ledger import Promise
from whatworks.library import LibraryEntry, Source
from whatworks.meeting_tools import MeetingTool
from whatworks.parts import Answer, Citation, Outcome
from whatworks.redirects import NO_MOVES, Moves
from whatworks.starts import Start
from whatworks.surveys import Survey
from whatworks.vocabularies import Vocabularies

Pair = tuple[CaseStudy, Answer]
Told = CaseStudy | LibraryEntry


@dataclass(frozen=True)
class Catalogue:
    """The records of a site, each kind in the order of its ids, and the vocabularies by name; `starts` in their own.

    `site` is the address of the site, where it is known; `as_at` is the day for which pages are made: 2026-11-22.
    `guidance` is what relies on our pages, `promised` every address that was ever published, and `moves` where those
    lead that moved. `versions` are the names of the published versions of each record, by kind and id, newest first.
    `schemas` are the JSON Schemas of the records by name; `licence` is the terms of our own text, where they are known.
    """

    cases: tuple[CaseStudy, ...]
    resources: tuple[LibraryEntry, ...]
    guides: tuple[Guide, ...]
    sources: tuple[Source, ...]
    vocabularies: Vocabularies
    site: str = ""
    surveys: tuple[Survey, ...] = ()
    meeting_tools: tuple[MeetingTool, ...] = ()
    as_at: str = ""
    guidance: tuple[Guidance, ...] = ()
    promised: tuple[Promise, ...] = ()
    moves: Moves = NO_MOVES
    versions: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    schemas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    licence: str = ""
    licence_holder: str = ""
    starts: tuple[Start, ...] = ()
    frameworks: tuple[Framework, ...] = ()

    def in_full(self, address: str) -> str:
        """An address with that of the site before it, where this is known."""
        return f"{self.site.rstrip('/')}{address}"

    @cached_property
    def published(self) -> Mapping[str, str]:
        """The day on which each address was first released."""
        return MappingProxyType({promise.address: promise.on for promise in self.promised})

    @cached_property
    def case_by_id(self) -> Mapping[str, CaseStudy]:
        """The cases by id."""
        return MappingProxyType({case.id: case for case in self.cases})

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """The sources by id."""
        return MappingProxyType({source.id: source for source in self.sources})

    @cached_property
    def listed(self) -> tuple[CaseStudy, ...]:
        """The cases that lists show: all that are not withdrawn, by title."""
        shown = (case for case in self.cases if not case.withdrawn)
        return tuple(sorted(shown, key=lambda case: case.title.casefold()))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Each answer of each listed case."""
        return tuple((case, answer) for case in self.listed for answer in case.answers)

    def by_need(self, term: str) -> tuple[Pair, ...]:
        """The answers to a need."""
        return tuple(pair for pair in self.pairs if pair[1].need == term)

    def by_approach(self, term: str) -> tuple[Pair, ...]:
        """The answers that used an approach."""
        return tuple(pair for pair in self.pairs if pair[1].approach == term)

    def pairs_of(self, kind: str, term: str) -> tuple[Pair, ...]:
        """The answers that name a term of `needs` or `approaches` or, for a top term, one of those below it."""
        ids = {term, *(one.id for one in self.vocabularies[kind].narrower(term))}
        return tuple(pair for pair in self.pairs if side(pair, kind) in ids)

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], tuple[Pair, ...]]:
        """The filled cells of the table of needs and approaches, by (need, approach)."""
        cells: dict[tuple[str, str], list[Pair]] = {}
        for case, answer in self.pairs:
            cells.setdefault((answer.need, answer.approach), []).append((case, answer))
        return MappingProxyType({cell: tuple(pairs) for cell, pairs in cells.items()})

    def drawn_from(self, source: str) -> tuple[CaseStudy, ...]:
        """The listed cases that cite a source."""
        return tuple(case for case in self.listed if any(one.document == source for one in case.sources))

    def resources_for(self, kind: str, term: str) -> tuple[LibraryEntry, ...]:
        """The resources that name a term of `needs` or `approaches`."""
        return tuple(one for one in self.resources if term in getattr(one, kind))

    def resources_from(self, source: str) -> tuple[LibraryEntry, ...]:
        """The resources that cite a source."""
        return tuple(one for one in self.resources if any(citation.document == source for citation in one.sources))

    def year_told(self, case: Told) -> int:
        """The year of the latest source that tells of a case or a resource."""
        return max(self.year_of(citation) for citation in case.sources)

    def year_of(self, citation: Citation) -> int:
        """The year of a source: of the report or publication, or of the day on which an account was given."""
        if citation.document:
            return self.source_by_id[citation.document].year
        return citation.year or int(citation.told_on[:4])

    def years(self, case: Told) -> str:
        """When a case or a resource happened or, where that is not reported, when it was told."""
        return str(case.dates) if case.dates else f"told in {self.year_told(case)}"

    def where(self, case: CaseStudy) -> str:
        """The place of a case with its region, unless the one names the other or the region is not known."""
        region = self.vocabularies["regions"][case.place.region]
        is_told = region.catch_all or region.label == case.place.name
        return case.place.name if is_told else f"{case.place.name}, {region.label}"

    def headline(self, case: CaseStudy) -> Outcome | None:
        """The first outcome with the strongest kind of evidence and, among these, the widest reach.

        Both lists run upwards: kinds of evidence from weakest to strongest, levels from narrowest to widest.
        """
        kinds, levels = ([term.id for term in self.vocabularies[name]] for name in ("evidence", "outcome_levels"))

        def strength(outcome: Outcome) -> tuple[int, int]:
            return kinds.index(outcome.evidence), levels.index(outcome.level)

        return max(case.outcomes, key=strength, default=None)


def side(pair: Pair, kind: str) -> str:
    """The term of `needs` or of `approaches` that an answer names."""
    return pair[1].need if kind == "needs" else pair[1].approach

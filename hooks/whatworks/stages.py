"""The stages of a partnership's life, and the cases that fit each."""

from dataclasses import dataclass

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.filters import strength
from whatworks.vocabularies import Sign, Term

SHOWN = 4


@dataclass(frozen=True)
class Near:
    """A case that answers needs of a stage, and these needs."""

    case: CaseStudy
    needs: tuple[Term, ...]


@dataclass(frozen=True)
class Stage:
    """A stage with the cases whose reports place them there, and those that answer the needs that it brings.

    `near` are the first few of `answering`, proposals left out: a proposal is no evidence.
    """

    term: Term
    needs: tuple[Term, ...]
    told: tuple[CaseStudy, ...]
    answering: tuple[CaseStudy, ...]
    near: tuple[Near, ...]


@dataclass(frozen=True)
class Question:
    """A question with the signs that answer it, each with its stage, in the order of the stages."""

    term: Term
    options: tuple[tuple[Sign, Term], ...]


def questions(catalogue: Catalogue) -> tuple[Question, ...]:
    """The questions of the self-check; one that no sign answers is left out."""
    signs = [(sign, stage) for stage in catalogue.vocabularies["stages"] for sign in stage.signs]
    found = (
        Question(term, tuple(one for one in signs if one[0].question == term.id))
        for term in catalogue.vocabularies["stage_questions"]
    )
    return tuple(question for question in found if question.options)


def stages(catalogue: Catalogue) -> tuple[Stage, ...]:
    """Each stage with its cases."""
    return tuple(_stage(catalogue, term) for term in catalogue.vocabularies["stages"])


def _stage(catalogue: Catalogue, term: Term) -> Stage:
    needs = tuple(catalogue.vocabularies["needs"][id] for id in term.needs if id in catalogue.vocabularies["needs"])
    told = tuple(case for case in catalogue.listed if case.stage == term.id)
    near = [Near(case, tuple(one for one in needs if _answers(case, one))) for case in catalogue.listed]
    near = [one for one in near if one.needs]
    known = [one for one in near if not one.case.is_proposed and one.case not in told]
    # Most needs first, then the strongest kind of evidence; cases that are level stay in the order of their titles.
    best = sorted(known, key=lambda one: (-len(one.needs), -strength(catalogue, one.case)))
    return Stage(term, needs, told, tuple(one.case for one in near), tuple(best[:SHOWN]))


def _answers(case: CaseStudy, need: Term) -> bool:
    return any(answer.need == need.id for answer in case.answers)

"""An index page and a page per term for needs and for approaches."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue, Pair, side
from whatworks.citing import data_file
from whatworks.pages.page import Page, render
from whatworks.pointers import guides_for, surveys_for
from whatworks.vocabularies import Term, Vocabulary

# Each list of terms that has pages, with the list on the other side of its answers.
KINDS = {"needs": "approaches", "approaches": "needs"}


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The index of each list, then each of its terms."""
    for kind, other in KINDS.items():
        vocabulary = catalogue.vocabularies[kind]
        values = {"kind": kind, "other": other, "vocabulary": vocabulary}
        text = render("term_list.md.j2", f"/{kind}/", catalogue, **values, cases=_cases(catalogue, vocabulary))
        yield Page(f"/{kind}/", vocabulary.title, vocabulary.description, text, vocabulary.home)
        for term in vocabulary:
            where = f"/{kind}/{term.id}/"
            groups, resources = _groups(catalogue, kind, other, term), catalogue.resources_for(kind, term.id)
            own = {"term": term, "groups": groups, "resources": resources}
            own |= {"guides": guides_for(catalogue, kind, term.id), "surveys": surveys_for(catalogue, kind, term.id)}
            text = render("term.md.j2", where, catalogue, **values, **own)
            trail = ((vocabulary.title, f"/{kind}/"),)
            yield Page(where, term.label, term.definition, text, vocabulary.home, trail, data=data_file(kind, term.id))


def _cases(catalogue: Catalogue, vocabulary: Vocabulary) -> dict[str, int]:
    """How many cases name each term."""
    return {term.id: len({case.id for case, _ in catalogue.pairs_of(vocabulary.name, term.id)}) for term in vocabulary}


def _groups(catalogue: Catalogue, kind: str, other: str, term: Term) -> list[tuple[Term, list[Pair]]]:
    """The answers of a term by the term on their other side, in the order of that list."""
    pairs = catalogue.pairs_of(kind, term.id)
    groups = [(one, [pair for pair in pairs if side(pair, other) == one.id]) for one in catalogue.vocabularies[other]]
    return [(one, found) for one, found in groups if found]

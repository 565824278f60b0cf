"""An index page and a page per term for needs and for approaches."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue, Pair, side
from whatworks.citing import data_file, feed
from whatworks.linked_data import of_term_page, of_vocabulary
from whatworks.pages.page import Page, render
from whatworks.pointers import guides_for, surveys_for
from whatworks.references import of_page
from whatworks.versions import of_term
from whatworks.vocabularies import Term, Vocabulary

# Each list of terms that has pages, with the list on the other side of its answers.
KINDS = {"needs": "approaches", "approaches": "needs"}


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The index of each list, then each of its terms."""
    for kind, other in KINDS.items():
        vocabulary = catalogue.vocabularies[kind]
        values = {"kind": kind, "other": other, "vocabulary": vocabulary}
        text = render("term_list.md.j2", f"/{kind}/", catalogue, **values, cases=_cases(catalogue, vocabulary))
        about = of_vocabulary(catalogue, vocabulary)
        yield Page(f"/{kind}/", vocabulary.title, vocabulary.description, text, vocabulary.home, about=about)
        for term in vocabulary:
            where = f"/{kind}/{term.id}/"
            told = {
                "term": term,
                "groups": _groups(catalogue, kind, other, term),
                "resources": catalogue.resources_for(kind, term.id),
                "guides": guides_for(catalogue, kind, term.id),
                "surveys": surveys_for(catalogue, kind, term.id),
                "feed": (feeds := feed(catalogue, kind, term.id)),
                "data": (data := data_file(kind, term.id)),
                "reference": of_page(catalogue, kind, term),
            }
            text = render("term.md.j2", where, catalogue, **values, **told)
            own = (where, term.label, term.definition, text, vocabulary.home, ((vocabulary.title, f"/{kind}/"),))
            about, day = of_term_page(catalogue, kind, term), of_term(catalogue, kind, term.id).date
            yield Page(*own, data=data, feed=feeds, about=about, day=day)


def _cases(catalogue: Catalogue, vocabulary: Vocabulary) -> dict[str, int]:
    """How many cases name each term."""
    return {term.id: len({case.id for case, _ in catalogue.pairs_of(vocabulary.name, term.id)}) for term in vocabulary}


def _groups(catalogue: Catalogue, kind: str, other: str, term: Term) -> list[tuple[Term, list[Pair]]]:
    """The answers of a term by the term on their other side, in the order of that list."""
    pairs = catalogue.pairs_of(kind, term.id)
    groups = [(one, [pair for pair in pairs if side(pair, other) == one.id]) for one in catalogue.vocabularies[other]]
    return [(one, found) for one, found in groups if found]

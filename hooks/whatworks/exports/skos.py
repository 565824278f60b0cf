"""Each list of terms as a SKOS concept scheme, as Turtle and as JSON-LD: the same graph, always the same bytes.

A need and an approach are named by their pages, any other term by its place in the Turtle file. Where the address of
the site is known these names are whole; else they are relative to the file, which both formats allow.
"""

import json
from collections.abc import Iterator
from typing import Any

from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

from whatworks.catalogue import Catalogue
from whatworks.exports.plain import HOME, as_json
from whatworks.vocabularies import Term, Vocabulary

FOLDER = f"{HOME}/vocabularies"
# From that folder to the root of the site.
UP = "../../../"
# The lists whose terms have pages.
PAGES = ("needs", "approaches")
LANGUAGE = "en"


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Both files of each list."""
    for vocabulary in catalogue.vocabularies.values():
        graph = scheme(catalogue, vocabulary)
        yield f"{FOLDER}/{vocabulary.name}.ttl", graph.serialize(format="turtle")
        yield f"{FOLDER}/{vocabulary.name}.jsonld", _json_ld(graph)


def name_of(catalogue: Catalogue, vocabulary: str, term: str = "") -> URIRef:
    """The name of a term or, without one, of its list: for ever."""
    if vocabulary in PAGES:
        return _uri(catalogue, f"/{vocabulary}/{term}/" if term else f"/{vocabulary}/")
    return _uri(catalogue, f"/{FOLDER}/{vocabulary}.ttl" + (f"#{term}" if term else ""))


def scheme(catalogue: Catalogue, vocabulary: Vocabulary) -> Graph:
    """A list with all its terms."""
    graph = Graph(bind_namespaces="none")
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    home = name_of(catalogue, vocabulary.name)
    graph.add((home, RDF.type, SKOS.ConceptScheme))
    graph.add((home, DCTERMS.title, _words(vocabulary.title)))
    graph.add((home, DCTERMS.description, _words(vocabulary.description)))
    if catalogue.licence:
        is_address = catalogue.licence.startswith("https://")
        graph.add((home, DCTERMS.license if is_address else DCTERMS.rights, _value(catalogue.licence)))
    for term in vocabulary:
        for predicate, value in _facts(catalogue, vocabulary, term):
            graph.add((name_of(catalogue, vocabulary.name, term.id), predicate, value))
            if predicate == SKOS.topConceptOf:
                graph.add((home, SKOS.hasTopConcept, name_of(catalogue, vocabulary.name, term.id)))
    return graph


def _facts(catalogue: Catalogue, vocabulary: Vocabulary, term: Term) -> Iterator[tuple[URIRef, Any]]:
    """What is said of a term; a synonym that is its label is left out."""
    home, broader = name_of(catalogue, vocabulary.name), SKOS.broader if term.broader else SKOS.topConceptOf
    yield RDF.type, SKOS.Concept
    yield SKOS.inScheme, home
    yield DCTERMS.identifier, Literal(term.id)
    yield SKOS.prefLabel, _words(term.label)
    yield SKOS.definition, _words(term.definition)
    yield broader, name_of(catalogue, vocabulary.name, term.broader) if term.broader else home
    yield from ((SKOS.narrower, name_of(catalogue, vocabulary.name, one.id)) for one in vocabulary.narrower(term.id))
    yield from ((SKOS.altLabel, _words(one)) for one in term.synonyms if one != term.label)
    yield from ((SKOS.scopeNote, _words(one)) for one in (term.scope_note, term.rule, term.question) if one)
    yield from ((SKOS.example, _words(one)) for one in (term.example,) if one)
    yield from ((SKOS.related, name_of(catalogue, *one.split("/"))) for one in term.see_also)
    if term.document in catalogue.source_by_id:
        yield DCTERMS.source, _uri(catalogue, f"/sources/{term.document}/")


def _uri(catalogue: Catalogue, address: str) -> URIRef:
    """An address in full, or from the folder of the files."""
    if catalogue.site:
        return URIRef(catalogue.in_full(address))
    return URIRef(address.removeprefix(f"/{FOLDER}/") if address.startswith(f"/{FOLDER}/") else UP + address[1:])


def _words(text: str) -> Literal:
    return Literal(" ".join(text.split()), lang=LANGUAGE)


def _value(licence: str) -> URIRef | Literal:
    return URIRef(licence) if licence.startswith("https://") else _words(licence)


def _json_ld(graph: Graph) -> str:
    """The graph as JSON-LD: nodes by their names, values in their order."""
    context = {"dcterms": str(DCTERMS), "skos": str(SKOS)}
    data = json.loads(graph.serialize(format="json-ld", context=context))
    return as_json(_sorted(data))


def _sorted(data: Any) -> Any:
    if isinstance(data, list):
        return sorted(map(_sorted, data), key=lambda one: json.dumps(one, sort_keys=True))
    return {name: _sorted(data[name]) for name in sorted(data)} if isinstance(data, dict) else data

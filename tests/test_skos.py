"""The lists of terms as SKOS, read by a library that did not write them.

When a change of a file is meant, run `REWRITE_GOLDENS=1 pytest tests/test_skos.py` and read the difference.
"""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from builders import VOCABULARIES, catalogue, term, vocabulary
from whatworks.catalogue import Catalogue
from whatworks.exports.skos import files
from whatworks.loading import load

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "open_data"
SITE = "https://example.org/what-works"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
HOME = "data/v1/vocabularies"


@cache
def real() -> Catalogue:
    """The project's own lists of terms."""
    return load(ROOT).catalogue


def graphs(known: Catalogue) -> dict[str, tuple[set[Quad], set[Quad]]]:
    """Each list as both formats tell it, as if it had been fetched from the site."""
    texts = dict(files(known))
    names = [path.removesuffix(".ttl") for path in texts if path.endswith(".ttl")]
    return {
        name.removeprefix(f"{HOME}/"): (
            set(parse(texts[f"{name}.ttl"].encode(), RdfFormat.TURTLE, base_iri=f"{SITE}/{name}.ttl")),
            set(parse(texts[f"{name}.jsonld"].encode(), RdfFormat.JSON_LD, base_iri=f"{SITE}/{name}.jsonld")),
        )
        for name in names
    }


@cache
def real_graphs(site: str = "") -> dict[str, tuple[set[Quad], set[Quad]]]:
    """The project's own lists, as a site tells them whose address is known or not."""
    return graphs(replace(real(), site=site))


def said(graph: set[Quad], predicate: str) -> list[tuple[str, str]]:
    """The subjects and objects of a predicate, as texts."""
    found = [quad for quad in graph if quad.predicate.value == predicate]
    return [(one.subject.value, one.object.value) for one in found]  # type: ignore[union-attr]


@pytest.mark.parametrize("ending", ["ttl", "jsonld"])
def test_a_whole_file(ending: str) -> None:
    path, text = GOLDEN / f"needs.{ending}", dict(files(catalogue(site=f"{SITE}/")))[f"{HOME}/needs.{ending}"]
    if "REWRITE_GOLDENS" in os.environ:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("site", ["", f"{SITE}/"], ids=["relative", "whole"])
def test_both_formats_give_the_same_graph(site: str) -> None:
    found = real_graphs(site)
    assert set(found) == set(real().vocabularies)
    assert {name: turtle ^ json_ld for name, (turtle, json_ld) in found.items() if turtle != json_ld} == {}
    assert min(len(turtle) for turtle, _ in found.values()) > 20


def test_names_are_the_same_whether_or_not_the_address_of_the_site_is_known() -> None:
    assert real_graphs(f"{SITE}/") == real_graphs()


def test_a_name_is_the_address_of_a_page_or_of_a_file() -> None:
    names = {
        quad.subject.value  # type: ignore[union-attr]
        for name in ("needs", "stages")
        for quad in real_graphs()[name][0]
    }
    assert {f"{SITE}/needs/", f"{SITE}/needs/using-evidence/"} <= names
    assert {f"{SITE}/{HOME}/stages.ttl", f"{SITE}/{HOME}/stages.ttl#failing"} <= names


def test_every_term_is_told_whole() -> None:
    for name, known in real().vocabularies.items():
        turtle = real_graphs()[name][0]
        assert sorted(label for _, label in said(turtle, f"{SKOS}prefLabel")) == sorted(one.label for one in known)
        told = {label for _, label in said(turtle, f"{SKOS}altLabel")}
        assert told == {" ".join(word.split()) for one in known for word in one.synonyms if word != one.label}
        assert len(said(turtle, f"{SKOS}definition")) == len(known.terms)
        assert len(said(turtle, f"{SKOS}broader")) == len([one for one in known if one.broader])
        assert len(said(turtle, f"{SKOS}topConceptOf")) == len(known.top())
        sources = [one for one in known if one.document in real().source_by_id]
        assert len(said(turtle, f"{DCTERMS}source")) == len(sources)


def test_what_skos_asks_of_a_list_holds() -> None:
    """One label per language, which is no synonym; broader and narrower mirror; nothing is related to itself."""
    for name, (turtle, _) in real_graphs().items():
        labels = said(turtle, f"{SKOS}prefLabel")
        assert [one for one, count in Counter(subject for subject, _ in labels).items() if count > 1] == [], name
        assert set(labels) & set(said(turtle, f"{SKOS}altLabel")) == set(), name
        broader, narrower = said(turtle, f"{SKOS}broader"), said(turtle, f"{SKOS}narrower")
        assert {(wide, one) for one, wide in broader} == set(narrower), name
        top, has_top = said(turtle, f"{SKOS}topConceptOf"), said(turtle, f"{SKOS}hasTopConcept")
        assert {(home, one) for one, home in top} == set(has_top), name
        related = {frozenset(pair) for pair in said(turtle, f"{SKOS}related")}
        assert related & {frozenset(pair) for pair in broader} == set(), name
        assert [pair for pair in related if len(pair) == 1] == [], name


def test_every_related_term_is_a_term() -> None:
    found = real_graphs()
    concepts = {subject for turtle, _ in found.values() for subject, _ in said(turtle, f"{SKOS}prefLabel")}
    related = {other for turtle, _ in found.values() for _, other in said(turtle, f"{SKOS}related")}
    assert related
    assert related - concepts == set()


def test_the_licence_is_told_by_its_address_or_in_words() -> None:
    def about(licence: str) -> set[tuple[str, object]]:
        turtle = graphs(catalogue(site=SITE, licence=licence))["needs"][0]
        return {(one.predicate.value, one.object) for one in turtle if one.subject == NamedNode(f"{SITE}/needs/")}

    assert (f"{DCTERMS}license", NamedNode("https://example.org/l")) in about("https://example.org/l")
    assert (f"{DCTERMS}rights", Literal("Free to use", language="en")) in about("Free to use")
    assert {predicate for predicate, _ in about("")} & {f"{DCTERMS}license", f"{DCTERMS}rights"} == set()


@pytest.mark.parametrize("text", ['"', "\\", '"""', "a\nb", "<b>", "@en", "'''", "ü 漢 🙂", "</script>", "\\u0041"])
def test_no_text_breaks_a_file(text: str) -> None:
    bad = vocabulary("needs", term("one", label=f"A {text}", definition=text, synonyms=(text,), scope_note=text))
    turtle, json_ld = graphs(catalogue(vocabularies={**VOCABULARIES, "needs": bad}))["needs"]
    assert turtle == json_ld
    assert {word for _, word in said(turtle, f"{SKOS}altLabel")} == {" ".join(text.split())}


def test_the_bytes_do_not_depend_on_the_order_of_hashes() -> None:
    script = (
        "import hashlib, sys; sys.path[:0] = ['hooks', 'tests']; from builders import catalogue; "
        "from whatworks.exports.skos import files; "
        "print(hashlib.sha256(str(list(files(catalogue()))).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1

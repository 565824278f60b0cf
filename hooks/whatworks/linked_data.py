"""What pages say of themselves to programs, in the words of schema.org. Addresses need that of the site."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.citing import SITE, address
from whatworks.guides import Guide
from whatworks.library import Source
from whatworks.parts import Citation
from whatworks.versions import of_term
from whatworks.vocabularies import Term, Vocabulary

CONTEXT = "https://schema.org"
LANGUAGE = "en-GB"
About = dict[str, Any]


def in_context(catalogue: Catalogue, about: Mapping[str, Any], title: str, trail: Iterable[tuple[str, str]]) -> About:
    """What a page says of itself with, where addresses are known, the way that leads to it."""
    steps = [("Home", "/"), *trail, (title, "")]
    crumbs = _breadcrumbs(catalogue, steps) if len(steps) > 2 and catalogue.site else {}
    told = [one for one in (about, crumbs) if one]
    if not told:
        return {}
    return {"@context": CONTEXT, **told[0]} if len(told) == 1 else {"@context": CONTEXT, "@graph": told}


def of_site(catalogue: Catalogue) -> About:
    """The site itself and, where its address is known, how to search it."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": catalogue.in_full("/find/?q={search_term_string}")},
        "query-input": "required name=search_term_string",
    }
    known = {"potentialAction": search} if catalogue.site else {}
    return {**_site(catalogue), "inLanguage": LANGUAGE, **_licence(catalogue), **known}


def of_case(catalogue: Catalogue, case: CaseStudy) -> About:
    """A case as an article about needs and approaches that is based on reports."""
    terms = dict.fromkeys(pair for one in case.answers for pair in (("needs", one.need), ("approaches", one.approach)))
    own = _page(catalogue, "Article", address(case), case.title, case.summary, case.version.date)
    own |= {"identifier": case.id, "version": str(case.version), "about": [_term(catalogue, *one) for one in terms]}
    return own | _based_on(catalogue, case.sources)


def of_guide(catalogue: Catalogue, guide: Guide) -> About:
    """A guide with steps as something to learn from, any other as an article."""
    terms = [("needs", one) for one in guide.needs] + [("approaches", one) for one in guide.approaches]
    kind = "LearningResource" if guide.steps else "Article"
    own = _page(catalogue, kind, f"/guides/{guide.id}/", guide.title, guide.summary, guide.version.date)
    own |= {"timeRequired": f"PT{guide.minutes}M", "audience": {"@type": "Audience", "audienceType": guide.reader}}
    own |= {"about": [_term(catalogue, *one) for one in terms]} if terms else {}
    return own | _based_on(catalogue, guide.sources)


def of_vocabulary(catalogue: Catalogue, vocabulary: Vocabulary) -> About:
    """A list of terms that have pages."""
    return {**_set(catalogue, vocabulary), "description": vocabulary.description, "inLanguage": LANGUAGE}


def of_term_page(catalogue: Catalogue, kind: str, term: Term) -> About:
    """A need or an approach as a term of its list."""
    names = {"alternateName": list(term.synonyms)} if term.synonyms else {}
    changed = of_term(catalogue, kind, term.id).date
    dated = (
        {"subjectOf": {"@type": "WebPage", "dateModified": changed, "isPartOf": _site(catalogue)}} if changed else {}
    )
    return {**_term(catalogue, kind, term.id), "description": term.definition, **names, **dated}


def of_data(catalogue: Catalogue, name: str, description: str, files: Iterable[tuple[str, str, str]]) -> About:
    """All that can be downloaded, as a data set; `files` are the addresses, names and types of its files."""
    days = [case.version.date for case in catalogue.listed]
    own = _page(catalogue, "Dataset", "/data/", name, description, max(days, default=""))
    downloads = [
        {"@type": "DataDownload", "name": title, "encodingFormat": kind, "contentUrl": catalogue.in_full(where)}
        for where, title, kind in files
    ]
    return own | ({"distribution": downloads} if catalogue.site else {})


def _page(catalogue: Catalogue, kind: str, where: str, name: str, description: str, changed: str) -> About:
    own = {"@type": kind, **_at(catalogue, where), "name": name, "description": description, "inLanguage": LANGUAGE}
    own |= {"dateModified": changed} if changed else {}
    return own | {"isPartOf": _site(catalogue)} | _licence(catalogue)


def _site(catalogue: Catalogue) -> About:
    return {"@type": "WebSite", **_at(catalogue, "/"), "name": SITE}


def _at(catalogue: Catalogue, where: str) -> About:
    return {"@id": catalogue.in_full(where), "url": catalogue.in_full(where)} if catalogue.site else {}


def _licence(catalogue: Catalogue) -> About:
    """The licence: by its address, or as a work by its name."""
    known = catalogue.licence
    if not known:
        return {}
    return {"license": known if known.startswith("https://") else {"@type": "CreativeWork", "name": known}}


def _set(catalogue: Catalogue, vocabulary: Vocabulary) -> About:
    return {"@type": "DefinedTermSet", **_at(catalogue, f"/{vocabulary.name}/"), "name": vocabulary.title}


def _term(catalogue: Catalogue, kind: str, id: str) -> About:
    vocabulary = catalogue.vocabularies[kind]
    own = {"@type": "DefinedTerm", **_at(catalogue, f"/{kind}/{id}/"), "name": vocabulary.label(id), "termCode": id}
    return {**own, "inDefinedTermSet": _set(catalogue, vocabulary)}


def _based_on(catalogue: Catalogue, citations: Iterable[Citation]) -> About:
    """Each report and other publication once; an account that somebody gave is no work."""
    told = list(_works(catalogue, citations))
    works = [one for at, one in enumerate(told) if one not in told[:at]]
    return {"isBasedOn": works} if works else {}


def _works(catalogue: Catalogue, citations: Iterable[Citation]) -> Iterator[About]:
    for one in citations:
        if one.document:
            yield _report(catalogue, catalogue.source_by_id[one.document])
        elif one.publication:
            yield {"@type": "CreativeWork", "name": one.publication, "datePublished": str(one.year)}


def _report(catalogue: Catalogue, source: Source) -> About:
    people = [{"@type": "Person", "name": name} for name in source.authors]
    bodies = [{"@type": "Organization", "name": name} for name in source.author_bodies]
    own = {"@type": "Report", "name": source.full_title, "author": people or bodies, "datePublished": str(source.year)}
    return {**own, **_at(catalogue, f"/sources/{source.id}/")}


def _breadcrumbs(catalogue: Catalogue, steps: Iterable[tuple[str, str]]) -> About:
    """The way from the home page; the last step is the page itself, which needs no address."""
    told = [
        {"@type": "ListItem", "position": at, "name": name, **({"item": catalogue.in_full(to)} if to else {})}
        for at, (name, to) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": told}

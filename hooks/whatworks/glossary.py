"""Marks the first use of each glossary word on a page, so that its meaning opens by touch, keyboard and mouse."""

import re
from html.parser import HTMLParser

from markupsafe import escape

from whatworks.vocabularies import Term, Vocabulary

# Inside these a word is not marked: they are links, names, titles or words of another kind.
CLOSED = frozenset(
    "a button cite code dfn figure h1 h2 h3 h4 kbd label pre script style summary svg textarea th title".split()
)
UNMARKED = frozenset({"tag", "kicker", "called"})
VOID = frozenset("area br col embed hr img input link meta source track wbr".split())


class Glossary:
    """The words of a glossary, ready to be found: labels in any capitals, acronyms as they are written."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.terms = {form: term for term in vocabulary for form in (term.label, *term.synonyms)}
        self._folded = {form.casefold(): form for form in self.terms if not is_acronym(form)}
        forms = sorted(self.terms, key=len, reverse=True)
        patterns = [re.escape(form) if is_acronym(form) else f"(?i:{re.escape(form)})" for form in forms]
        self.pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])") if forms else None

    def term(self, found: str) -> Term:
        """The term that a matched form stands for."""
        return self.terms.get(found) or self.terms[self._folded[found.casefold()]]


def is_acronym(form: str) -> bool:
    """Whether a form must be written in just these capitals."""
    return sum(letter.isupper() for letter in form) > 1 and " " not in form


class _Marker(HTMLParser):
    """Writes a page again as it reads it, with the first use of each word marked."""

    def __init__(self, glossary: Glossary) -> None:
        super().__init__(convert_charrefs=False)
        self.glossary = glossary
        self.out: list[str] = []
        self.found: dict[str, Term] = {}
        self.closed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")
        classes = (dict(attrs).get("class") or "").split()
        if (self.closed or tag in CLOSED or UNMARKED & set(classes)) and tag not in VOID:
            self.closed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")
        if tag in self.closed:
            while self.closed.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        pattern = self.glossary.pattern
        self.out.append(data if self.closed or not pattern else pattern.sub(self._marked, data))

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")

    def _marked(self, found: re.Match[str]) -> str:
        term = self.glossary.term(found.group())
        if term.id in self.found:
            return found.group()
        self.found[term.id] = term
        return f'<button type="button" class="gloss" popovertarget="gloss-{term.id}">{found.group()}</button>'


def with_meanings(html: str, glossary: Glossary, link: str) -> str:
    """The page `html` with the first use of each word marked; `link` leads from the page to the glossary."""
    marker = _Marker(glossary)
    marker.feed(html)
    marker.close()
    notes = [
        f'<div popover id="gloss-{term.id}" class="gloss__note" data-pagefind-ignore>'
        f"<p><strong>{escape(term.label)}</strong></p><p>{escape(term.definition)}</p>"
        f'<p><a href="{link}#{term.id}">In the glossary</a></p></div>'
        for term in marker.found.values()
    ]
    return "".join(marker.out) + "\n".join(notes)

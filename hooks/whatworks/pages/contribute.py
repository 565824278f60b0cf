"""The page to contribute from: every question as a questionnaire, which the script turns into the form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page, render
from whatworks.pages.privacy import KEPT

ADDRESS = "/contribute/"
NO_QUESTIONS: Mapping[str, Any] = MappingProxyType({"groups": (), "fields": (), "kinds": {}, "vocabularies": {}})
NOT_REPORTED = "not reported"
# Lists of terms that have pages of their own.
PAGES = {"needs": "/needs/", "approaches": "/approaches/"}
# A longer list of terms is told by its labels alone.
MOST_EXPLAINED = 6
Node = Mapping[str, Any]


@dataclass(frozen=True)
class Question:
    """One question as it is printed: `page` leads to a list of terms that has one, `terms` are told here."""

    words: str
    help: str
    good: str = ""
    poor: str = ""
    why_poor: str = ""
    silence: bool = False
    page: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    inner: tuple["Question", ...] = ()

    @property
    def is_explained(self) -> bool:
        """Whether each term is told with its meaning."""
        return 0 < len(self.terms) <= MOST_EXPLAINED and all(meaning for _, meaning in self.terms)


def page(catalogue: Catalogue, form: Node = NO_QUESTIONS) -> Page:
    """The page with the questions of the form's specification; those that are never asked are left out."""
    groups = [(group, tuple(_questions(form, group))) for group in form["groups"]]
    kept = next(one for one in KEPT if one.key == "what-works-drafts")
    text = render("contribute.md.j2", ADDRESS, catalogue, groups=groups, kept=kept)
    description = "Tell what worked, or did not, where you are: a form that shows what is missing and how it will look."
    return Page(ADDRESS, "Tell us of a case", description, text, assets="contribute")


def _questions(form: Node, group: Node) -> Iterator[Question]:
    """The questions of a group: what it asks of the story at each depth, then its fields."""
    for kind, told in form["kinds"].items():
        for section in told["story"]:
            if section.get("group") == group["id"]:
                words = f"{section.get('question') or section['heading']} (for a {kind})"
                yield Question(words, section.get("help", ""), section.get("example", ""), *_poor(section))
    asked = {field["name"]: field for field in form["fields"]}
    yield from (_question(form, asked[name]) for name in group["fields"] if asked[name].get("ask") != "never")


def _question(form: Node, field: Node) -> Question:
    """A field as a question, with the questions inside it."""
    of = field.get("entry", field)
    inner = [one for one in of.get("fields", ()) if one.get("ask") != "never" and one.get("fill") != "id"]
    help = "" if field["help"] == field["question"] else field["help"]
    return Question(
        field["question"],
        help,
        _example(field),
        *_poor(field),
        field["silence"],
        PAGES.get(of.get("vocabulary", ""), ""),
        tuple(_terms(form, of)),
        tuple(_question(form, one) for one in inner),
    )


def _terms(form: Node, field: Node) -> Iterator[tuple[str, str]]:
    """What there is to choose from, with its meaning."""
    if "vocabulary" in field:
        yield from ((term["label"], term["definition"]) for term in form["vocabularies"][field["vocabulary"]]["terms"])
    for choice in field.get("choices", ()):
        yield choice, form["kinds"].get(choice, {}).get("description", "")


def _poor(asked: Node) -> tuple[str, str]:
    """A poor example, and why it is poor."""
    poor = asked.get("poor", {})
    return poor.get("text", ""), poor.get("why", "")


def _example(field: Node) -> str:
    """The first example that can be told in words."""
    first = next((one for one in field.get("examples", ()) if one != NOT_REPORTED), "")
    if field["type"] in ("text", "number"):
        return str(first)
    return "; ".join(first) if field["type"] == "list" and field["entry"]["type"] == "text" else ""

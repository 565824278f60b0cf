"""The form on GitHub, which cannot grow and cannot check: made from the specification of the form."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from whatworks.forms.questions import Question, questions

LABEL = "case form"
NAME = "Tell us of an example"
ABOUT = "What was the problem, what did people do, what changed, and what did not work? No GitHub skills needed."
INTRODUCTION = (
    "Thank you. Tell it in your own words; leave out what you do not know. What you send becomes a pull request, "
    "which a reviewer reads with you. Name no private people."
)
TERMS = (
    "The words are mine or my partnership's, and the site may publish them on its terms.",
    "Nobody private is named, and those who are in it would not mind.",
)
TERMS_LABEL = "On what terms do you send this?"
Form = Mapping[str, Any]


def as_yaml(form: Form) -> str:
    """The file of the form on GitHub; every text stands between quotation marks."""
    asked = questions(form)
    lines = [
        "# Made from the schemas and vocabularies: `make generated` writes it anew.",
        f"name: {_text(NAME)}",
        f"description: {_text(ABOUT)}",
        f"labels: [{_text(LABEL)}]",
        "body:",
        *_markdown(INTRODUCTION),
    ]
    for group in form["groups"]:
        own = [one for one in asked if one.group == group["id"]]
        lines += _markdown(f"## {group['title']}\n\n{group.get('help', '')}".strip()) if own else []
        lines += [line for one in own for line in _element(one)]
    lines += [*_head("checkboxes", "terms", TERMS_LABEL, ""), "      options:"]
    lines += [line for term in TERMS for line in (f"        - label: {_text(term)}", "          required: true")]
    return "\n".join(lines) + "\n"


def _element(one: Question) -> Iterator[str]:
    """The lines of one question."""
    if one.kind == "silence":
        yield from _head("checkboxes", one.id, one.label, one.help)
        yield from ("      options:", f"        - label: {_text('Not reported')}")
        return
    kind = "dropdown" if one.options else "textarea" if one.long else "input"
    yield from _head(kind, one.id, one.label, one.help)
    if one.example:
        yield f"      placeholder: {_text(one.example)}"
    if one.options:
        yield from ["      multiple: true"] if one.kind == "choices" else []
        yield from ("      options:", *(f"        - {_text(words)}" for words in one.options.values()))
    yield from ("    validations:", f"      required: {str(one.required).lower()}")


def _head(kind: str, id: str, label: str, help: str) -> list[str]:
    lines = [f"  - type: {kind}", f"    id: {id}", "    attributes:", f"      label: {_text(label)}"]
    return lines + ([f"      description: {_text(help)}"] if help else [])


def _markdown(text: str) -> list[str]:
    return ["  - type: markdown", "    attributes:", f"      value: {_text(text)}"]


def _text(text: str) -> str:
    """A text that YAML and JSON read alike."""
    return json.dumps(text, ensure_ascii=False)

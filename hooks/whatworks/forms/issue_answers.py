"""What somebody answered in the form on GitHub, made into values that a record is written from.

It is untrusted text: it is cut at a length, nothing in it is run, and what cannot be read is kept as text for the
reviewer. No answer chooses the path of a file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from whatworks.forms.assembling import assembled
from whatworks.forms.issue_form import TERMS, TERMS_LABEL, Form
from whatworks.forms.questions import Question, questions
from whatworks.reasons import NOT_REPORTED

# GitHub takes no longer text. What cannot be read may be told as often as this.
MOST_CHARACTERS, MOST_UNREAD = 65_536, 40
NOTHING = ("", "_No response_", "None")


@dataclass(frozen=True)
class Reading:
    """What was read from a filled-in form: values for a record, and what could not be read, in words."""

    values: Mapping[str, Any]
    unread: tuple[str, ...]


def read(text: str, form: Form, day: str) -> Reading:
    """The values in a form that was filled in on `day`; whatever the text is, this returns."""
    asked = {one.label: one for one in questions(form)}
    unread = []
    if len(text) > MOST_CHARACTERS:
        unread.append(f"The text has {len(text)} characters. Only the first {MOST_CHARACTERS} were read.")
    lines = text[:MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    answers, strange = _answers(lines, [*asked, TERMS_LABEL])
    unread += strange
    told = ((asked[label], _value(asked[label], answer)) for label, answer in answers.items() if label in asked)
    values, contradictions = assembled(told, form, day)
    if _ticks(answers.get(TERMS_LABEL, "")) < len(TERMS):
        unread.append("The terms are not all agreed to. Ask before you publish this.")
    return Reading(values, tuple([*unread, *contradictions][:MOST_UNREAD]))


def _answers(lines: list[str], labels: list[str]) -> tuple[dict[str, str], list[str]]:
    """The text below each label, as far as the labels stand in their order; other headings stay in the text."""
    found: dict[str, list[str]] = {}
    unread: list[str] = []
    current, after = "", 0
    for line in lines:
        label = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if label in labels[after:]:
            current, after = label, labels.index(label, after) + 1
            found[current] = []
            continue
        if label:
            again = "stands twice" if label in labels else "is no question"
            unread.append(f"A heading in an answer {again}; it was kept as text: {label[:80]}")
        if current:
            found[current].append(line)
        elif line.strip():
            unread.append(f"This stands before the first question: {line.strip()[:200]}")
    return {label: "\n".join(text).strip() for label, text in found.items()}, unread


def _value(one: Question, answer: str) -> Any:
    """The value of an answer, or `None` where there is none; what is not among the choices stays as it is."""
    if answer in NOTHING:
        return None
    if one.kind == "silence":
        return NOT_REPORTED if _ticks(answer) else None
    if one.kind == "choices":
        chosen = list(_chosen(answer, {words: value for value, words in one.options.items()}))
        return NOT_REPORTED if chosen == [NOT_REPORTED] else [value for value in chosen if value != NOT_REPORTED]
    if one.options:
        return next((value for value, words in one.options.items() if words == answer), answer)
    if one.silence and answer.strip(" .").lower() == NOT_REPORTED:
        return NOT_REPORTED
    if one.kind == "lines":
        return [line for text in answer.split("\n") if (line := text.strip().removeprefix("- ").strip())]
    return answer


def _chosen(answer: str, known: Mapping[str, str]) -> Iterator[str]:
    """The values chosen from a list that GitHub joins with commas, although options have commas too."""
    rest = " ".join(answer.split())
    while rest:
        fitting = [words for words in known if rest == words or rest.startswith(f"{words}, ")]
        words = max(fitting, key=len, default=rest.partition(", ")[0])
        yield known.get(words, words)
        rest = rest[len(words) :].removeprefix(", ")


def _ticks(answer: str) -> int:
    """How many boxes are ticked."""
    return len(re.findall(r"^- \[[xX]\] ", answer, re.MULTILINE))

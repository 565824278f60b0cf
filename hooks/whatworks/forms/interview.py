"""The questions of the form, asked one by one: every answer is kept at once, and its problems are told beside it.

Where answers come from and where words go are given: this knows no terminal.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from whatworks.forms.choosing import chosen, explained
from whatworks.forms.questions import IF_SILENT, Question
from whatworks.reasons import NOT_REPORTED

Form = Mapping[str, Any]
Answers = dict[str, Any]
END, LATER, MOST_ENTRIES = ".", "later", 9
KNOWN = ("", "n", "no", NOT_REPORTED)
MANY = "One at a time; Enter ends."
STORY = f"As many lines as you like; a line with '{END}' ends. A blank line begins a paragraph."


@dataclass(frozen=True)
class Ways:
    """How to reach the person who answers, the check (problems of one question, in words) and the draft."""

    ask: Callable[[str], str]
    say: Callable[[str], None]
    problems: Callable[[Answers, Question], list[str]]
    keep: Callable[[Answers], None]


def interview(form: Form, asked: Iterable[Question], answers: Answers, ways: Ways) -> None:
    """Fills in `answers` by the ids of the questions; what they have already is not asked again."""
    titles = {group["id"]: group for group in form["groups"]}
    group, left_out = "", set[tuple[Any, ...]]()
    for one in asked:
        if one.group != group:
            group = one.group
            ways.say(f"\n== {titles[group]['title']} ==\n{titles[group].get('help', '')}".rstrip())
        if any(one.path[: len(path)] == path for path in left_out):
            continue
        if one.id not in answers:
            if one.opens and ways.ask(f"\n{one.opens}? [y: yes; Enter: no] ").strip().lower() != "y":
                left_out |= {(*one.path[:-2], number) for number in range(int(one.path[-2]), MOST_ENTRIES)}
                continue
            answer = _answered(form, one, answers, ways)
            if answer is not None or not one.required:  # a gap that has to be filled is asked for again
                answers[one.id] = answer
            ways.keep(answers)
        if one.kind == "silence" and answers[one.id]:
            left_out.add(one.path[:-1])


def _answered(form: Form, one: Question, answers: Answers, ways: Ways) -> Any:
    """The answer that the person stays with after its problems were told."""
    while True:
        answer = _once(form, one, ways)
        problems = ways.problems({**answers, one.id: answer}, one) if answer is not None else []
        for problem in problems:
            ways.say(f"  ! {problem}")
        if not problems or ways.ask("  Enter: answer again; k: keep it as it is. ").strip().lower() == "k":
            return answer


def _once(form: Form, one: Question, ways: Ways) -> Any:
    """One answer, or `None` where it was left out."""
    ways.say(f"\n{one.label.removesuffix(IF_SILENT)}{' (needed)' if one.required else ''}")
    if one.kind == "silence":
        while (typed := _line(form, one, ways, "[Enter: tell it; n: not reported] ").lower()) not in KNOWN:
            ways.say("Press Enter to tell it, or type n if nobody knows.")
        return NOT_REPORTED if typed else None
    if one.kind == "story":
        return _lines(form, one, ways)
    if one.kind not in ("choices", "lines"):
        return _single(form, one, ways)
    ways.say(MANY)
    found: list[str] = []
    while (value := _single(form, one, ways, more=bool(found))) is not None:
        if value == NOT_REPORTED:
            return value
        found.append(value)
    return found or None


def _single(form: Form, one: Question, ways: Ways, *, more: bool = False) -> str | None:
    """One value; what is needed can be left for later by that word."""
    while True:
        typed = _line(form, one, ways, "> ")
        if typed.lower() == LATER or (not typed and (more or not one.required)):
            return None
        if not typed:
            ways.say(f"This is needed. Type '{LATER}' to leave a gap, or '?' for help.")
        elif one.silence and typed.lower() == NOT_REPORTED:
            return NOT_REPORTED
        elif not one.options:
            return typed
        elif value := chosen(form, one, typed, ways.ask, ways.say):
            return value


def _line(form: Form, one: Question, ways: Ways, prompt: str) -> str:
    """What was typed; a question mark shows help first."""
    while (typed := ways.ask(prompt).strip()) == "?":
        ways.say(explained(form, one))
    return typed


def _lines(form: Form, one: Question, ways: Ways) -> str | None:
    """A text of several lines."""
    ways.say(STORY)
    lines: list[str] = []
    while (typed := ways.ask("> ").rstrip()) != END:
        if typed == "?":
            ways.say(explained(form, one))
        elif typed or lines:
            lines.append(typed)
        else:
            break
    return "\n".join(lines).strip() or None

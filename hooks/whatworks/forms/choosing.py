"""Choices that are typed as words: what is meant, what is near, and what each choice means."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from whatworks.forms.questions import Question

Form = Mapping[str, Any]
Ask = Callable[[str], str]
Say = Callable[[str], None]
MOST_OFFERED = 4


def chosen(form: Form, one: Question, typed: str, ask: Ask, say: Say) -> str | None:
    """The value that is meant by what was typed: an id, a label, a synonym, or a number of those offered."""
    words = _words(form, one)
    while typed and spoken(typed) not in words:
        offered = nearest(spoken(typed), words)
        say(f"  There is no choice '{typed}'. {'Do you mean one of these?' if offered else 'Type ? to see them all.'}")
        if not offered:
            return None
        for number, value in enumerate(offered, 1):
            say(f"  {number}  {one.options[value]}")
        typed = ask("  A number, or other words: ").strip()
        if typed.isdecimal() and 1 <= int(typed) <= len(offered):
            return offered[int(typed) - 1]
    if not typed:
        return None
    value = words[spoken(typed)]
    say(f"  = {one.options[value]}")
    return value


def nearest(typed: str, words: Mapping[str, str]) -> list[str]:
    """A few choices that the word is a part of or that are spelt alike."""
    near = [word for word in words if typed in word] + get_close_matches(typed, words, n=9)
    return list(dict.fromkeys(words[word] for word in near))[:MOST_OFFERED]


def spoken(word: str) -> str:
    """A word as it sounds: without capital letters, hyphens and underscores."""
    return " ".join(word.lower().replace("-", " ").replace("_", " ").split())


def _words(form: Form, one: Question) -> dict[str, str]:
    """Every word for each choice, as it sounds, with the value that it stands for; labels and ids win."""
    terms = form["vocabularies"][one.list]["terms"] if one.list else ()
    pairs = [(word, term["id"]) for term in terms if term["id"] in one.options for word in term.get("synonyms", ())]
    pairs += [(word, value) for value, text in one.options.items() for word in (text, value)]
    return {spoken(word): value for word, value in pairs}


def explained(form: Form, one: Question) -> str:
    """The help beside a question, an example, and what may be chosen, with what each means."""
    parts = [one.help] if one.help else []
    parts += [f"For example: {one.example}"] if one.example else []
    terms = {term["id"]: term for term in form["vocabularies"][one.list]["terms"]} if one.list else {}
    for value, text in one.options.items():
        meaning = terms.get(value, {}).get("definition", "")
        parts.append(f"  {text}: {meaning}" if meaning else f"  {text}")
    return "\n".join(parts) or "There is no more to say about this question."

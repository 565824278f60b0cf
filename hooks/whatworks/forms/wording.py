"""The words around a question: its help, an example, and what may be chosen."""

from collections.abc import Mapping
from typing import Any

Node = Mapping[str, Any]


def options_of(form: Node, node: Node, *, silence: bool) -> Mapping[str, str]:
    """What may be chosen, by its value; terms by their labels, headings for narrower terms left out."""
    if "choices" in node:
        return {choice: capital(choice) for choice in node["choices"]}
    if "vocabulary" not in node:
        return {}
    terms = form["vocabularies"][node["vocabulary"]]["terms"]
    usable = {term["id"]: term["label"] for term in terms if term.get("broader") or not node.get("narrowest")}
    return {**({"not reported": "Not reported"} if silence else {}), **usable}


def help_of(node: Node, silence: bool = False) -> str:
    """The help beside a question, what a poor answer looks like, and how to say that nobody knows."""
    poor = node.get("poor")
    parts = [str(node.get("help") or "")]
    parts += [f"Not like this: “{poor['text']}” {poor['why']}"] if poor else []
    parts += ["If nobody knows, write: not reported"] if silence else []
    return " ".join(part for part in parts if part)


def example_of(node: Node) -> str:
    """A good answer as somebody would type it."""
    first = next(iter(node.get("examples", ())), "")
    words = first if isinstance(first, list) else [first]
    return "\n".join(str(word) for word in words if not isinstance(word, dict))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]

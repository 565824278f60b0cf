"""The questions of a form that cannot grow: each field once, and lists of groups a few times.

They come from the form's specification alone, so that a new field is asked without further work.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from whatworks.plain_yaml import Path

Node = Mapping[str, Any]
# How often a list of groups is asked for; all others, twice.
COPIES = {"answers": 3, "outcomes": 3}
SILENCE = "not-reported"


@dataclass(frozen=True)
class Question:
    """One question: where its answer goes, the words around it, and what kind of answer it takes.

    `kind` is text, number, choice, choices, lines, silence (the words 'not reported' instead of a list or a group),
    depth (how much is known) or story (a section whose heading is the path's last part).
    """

    path: Path
    kind: str
    label: str
    help: str
    group: str
    options: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    required: bool = False
    long: bool = False
    silence: bool = False

    @property
    def id(self) -> str:
        """A name of letters, digits, hyphens and underscores; entries of a list count from 1."""
        steps = (str(step + 1 if isinstance(step, int) else step) for step in self.path)
        return "-".join("".join(c if c.isalnum() else "_" for c in step.lower()) for step in steps)


def questions(form: Node) -> list[Question]:
    """All questions, group by group: in each the fields, then the sections of the story."""
    found = [one for node in form["fields"] for one in _of_field(form, node)]
    found += [_of_section(section) for section in _sections(form)]
    order = [group["id"] for group in form["groups"]]
    return sorted(found, key=lambda one: order.index(one.group) if one.group in order else len(order))


def _sections(form: Node) -> Sequence[Node]:
    """The sections that the kind with the most of them has."""
    return max((kind["story"] for kind in form["kinds"].values()), key=len)


def _of_section(section: Node) -> Question:
    path: Path = ("story", section["heading"])
    label, group = section.get("question") or section["heading"], section.get("group", "")
    return Question(path, "story", label, _help(section), group, example=section.get("example", ""), long=True)


def _of_field(form: Node, node: Node) -> Iterator[Question]:
    """The questions of a field of a record; what the form fills in itself or asks later is not among them."""
    if node.get("fill") == "kind":
        options = {kind: f"{_capital(kind)}: {one['description']}" for kind, one in form["kinds"].items()}
        path: Path = (node["name"],)
        yield Question(path, "depth", node["question"], _help(node), node["group"], options, required=True)
    elif not _is_left_out(node):
        required = len(node.get("required") or ()) == len(form["kinds"])
        yield from _of_node(form, node, (node["name"],), node["group"], "", required=required)


def _is_left_out(node: Node) -> bool:
    """Whether a field is not asked: it is filled in, may wait, is a day, or names a record of this site."""
    return "fill" in node or node.get("ask") in ("later", "never") or node["type"] == "date" or "record" in node


def _of_node(form: Node, node: Node, path: Path, group: str, before: str, *, required: bool) -> Iterator[Question]:
    """The questions of a field; `before` stands before each, such as 'Outcome 2: '."""
    entry = node.get("entry", {})
    if node["type"] == "group" or entry.get("type") == "group":
        if node["either"]:
            yield Question((*path, SILENCE), "silence", f"{node['question']} (if nobody knows)", _help(node), group)
        yield from _inside(form, node, path, group, before, required=required)
        return
    kind = str(node["type"])
    if kind == "list":
        kind = "choices" if entry["type"] == "choice" else "lines"
    is_silent = bool(node["silence"])
    yield Question(
        path,
        kind,
        f"{before}{node['question']}",
        _help(node, is_silent and "choice" not in kind),
        group,
        _options(form, entry or node, silence=is_silent),
        "" if kind in ("choice", "choices") else _example(node),
        required,
        long=kind == "lines" or node["limits"].get("maxLength", 0) > 120,
        silence=is_silent,
    )


def _inside(form: Node, node: Node, path: Path, group: str, before: str, *, required: bool) -> Iterator[Question]:
    """The questions of a group of fields or of a few entries of a list; of the first entry, what it needs is needed."""
    if node["type"] == "group":
        entries = [(path, before, node["fields"])]
    elif "ways" in node:
        entries = [((*path, number), before, way) for number, way in enumerate(_ways(node))]
    else:
        item = _capital(node["title"] if node.get("item", "entry") == "entry" else node["item"])
        copies = range(COPIES.get(node["name"], 2))
        entries = [((*path, number), f"{item} {number + 1}: ", node["entry"]["fields"]) for number in copies]
    for number, (inner, words, fields) in enumerate(entries):
        may_need = required and not node["either"] and number == 0 and "ways" not in node
        for one in fields:
            if not _is_left_out(one):
                needed = may_need and bool(one["required"])
                yield from _of_node(form, one, (*inner, one["name"]), group, words, required=needed)


def _ways(node: Node) -> Iterator[list[Node]]:
    """The fields of each kind of source that can be told without the records of this site."""
    known = {one["name"]: one for one in node["entry"]["fields"]}
    for way in node["ways"]:
        fields = [known[name] for name in way["fields"]]
        if not any("record" in one for one in fields):
            yield fields


def _options(form: Node, node: Node, *, silence: bool) -> Mapping[str, str]:
    """What may be chosen, by its value; terms by their labels, headings for narrower terms left out."""
    if "choices" in node:
        return {choice: _capital(choice) for choice in node["choices"]}
    if "vocabulary" not in node:
        return {}
    terms = form["vocabularies"][node["vocabulary"]]["terms"]
    usable = {term["id"]: term["label"] for term in terms if term.get("broader") or not node.get("narrowest")}
    return {**({"not reported": "Not reported"} if silence else {}), **usable}


def _help(node: Node, silence: bool = False) -> str:
    """The help beside a question, what a poor answer looks like, and how to say that nobody knows."""
    poor = node.get("poor")
    parts = [str(node.get("help") or "")]
    parts += [f"Not like this: “{poor['text']}” {poor['why']}"] if poor else []
    parts += ["If nobody knows, write: not reported"] if silence else []
    return " ".join(part for part in parts if part)


def _example(node: Node) -> str:
    """A good answer as somebody would type it."""
    first = next(iter(node.get("examples", ())), "")
    words = first if isinstance(first, list) else [first]
    return "\n".join(str(word) for word in words if not isinstance(word, dict))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""The questions of a form that cannot grow: each field once, and lists of groups a few times.

They come from the form's specification alone, so that a new field is asked without further work.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from whatworks.forms.wording import capital, example_of, help_of, options_of
from whatworks.plain_yaml import Path

Node = Mapping[str, Any]
# How often a list of groups is asked for; all others, twice.
COPIES = {"answers": 3, "outcomes": 3}
SILENCE, IF_SILENT = "not-reported", " (if nobody knows)"


@dataclass(frozen=True)
class Question:
    """One question: where its answer goes, the words around it, and what kind of answer it takes.

    `kind` is text, number, choice, choices, lines, silence (the words 'not reported' instead of a list or a group),
    depth (how much is known) or story (a section whose heading is the path's last part). `list` is the vocabulary of
    the options; `opens` asks whether there is a further entry of a list, which this question begins.
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
    list: str = ""
    opens: str = ""

    @property
    def id(self) -> str:
        """A name of letters, digits, hyphens and underscores; entries of a list count from 1."""
        steps = (str(step + 1 if isinstance(step, int) else step) for step in self.path)
        return "-".join("".join(c if c.isalnum() else "_" for c in step.lower()) for step in steps)


def questions(form: Node, *, later: bool = False) -> list[Question]:
    """All questions, group by group: in each the fields, then the sections of the story.

    With `later`, the fields that may wait are asked too.
    """
    nodes = [{**node, "ask": ""} if later and node.get("ask") == "later" else node for node in form["fields"]]
    found = [one for node in nodes for one in _of_field(form, node)]
    found += [_of_section(section) for section in _sections(form)]
    order = [group["id"] for group in form["groups"]]
    return sorted(found, key=lambda one: order.index(one.group) if one.group in order else len(order))


def _sections(form: Node) -> Sequence[Node]:
    """The sections that the kind with the most of them has."""
    return max((kind["story"] for kind in form["kinds"].values()), key=len)


def _of_section(section: Node) -> Question:
    path: Path = ("story", section["heading"])
    label, group = section.get("question") or section["heading"], section.get("group", "")
    words = (label, help_of(section), group)
    return Question(path, "story", *words, example=section.get("example", ""), required=section["required"], long=True)


def _of_field(form: Node, node: Node) -> Iterator[Question]:
    """The questions of a field of a record; what the form fills in itself or asks later is not among them."""
    if node.get("fill") == "kind":
        options = {kind: f"{capital(kind)}: {one['description']}" for kind, one in form["kinds"].items()}
        path: Path = (node["name"],)
        yield Question(path, "depth", node["question"], help_of(node), node["group"], options, required=True)
    elif not _is_left_out(node):
        required = len(node.get("required") or ()) == len(form["kinds"])
        yield from _of_node(form, node, (node["name"],), node["group"], "", required=required)


def _is_left_out(node: Node) -> bool:
    """Whether a field is not asked: it is filled in, may wait, is a day, or cannot do without a record of this site."""
    inner = node.get("entry", {}).get("fields", ())
    needs_record = any("record" in one and one["required"] for one in ({**node, "required": True}, *inner))
    return "fill" in node or node.get("ask") in ("later", "never") or node["type"] == "date" or needs_record


def _of_node(form: Node, node: Node, path: Path, group: str, before: str, *, required: bool) -> Iterator[Question]:
    """The questions of a field; `before` stands before each, such as 'Outcome 2: '."""
    entry = node.get("entry", {})
    if node["type"] == "group" or entry.get("type") == "group":
        if node["either"]:
            yield Question((*path, SILENCE), "silence", f"{node['question']}{IF_SILENT}", help_of(node), group)
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
        help_of(node, is_silent and "choice" not in kind),
        group,
        options_of(form, entry or node, silence=is_silent),
        "" if kind in ("choice", "choices") else example_of(node),
        required,
        long=kind == "lines" or node["limits"].get("maxLength", 0) > 120,
        silence=is_silent,
        list=(entry or node).get("vocabulary", ""),
    )


def _inside(form: Node, node: Node, path: Path, group: str, before: str, *, required: bool) -> Iterator[Question]:
    """The questions of a group of fields or of a few entries of a list; of the first entry, what it needs is needed."""
    is_way = "ways" in node
    is_named = node.get("item", "entry") != "entry"
    item, more = (node["item"], f"Another {node['item']}") if is_named else (node["title"], "Another one")
    if node["type"] == "group":
        entries = [(before, "", node["fields"])]
    elif is_way:
        entries = [(before, way["label"], fields) for way, fields in _ways(node)]
    else:
        copies = range(1, COPIES.get(node["name"], 2) + 1)
        entries = [(f"{capital(item)} {number}: ", more, node["entry"]["fields"]) for number in copies]
    for number, (words, opens, fields) in enumerate(entries):
        inner = path if node["type"] == "group" else (*path, number)
        may_need = required and not (node["either"] or number or is_way)
        for one in (one for one in fields if not _is_left_out(one)):
            needed = may_need and bool(one["required"])
            for question in _of_node(form, one, (*inner, one["name"]), group, words, required=needed):
                yield replace(question, opens=opens) if number else question
                opens = ""


def _ways(node: Node) -> Iterator[tuple[Node, list[Node]]]:
    """Each kind of source that can be told without the records of this site, with its fields."""
    known = {one["name"]: one for one in node["entry"]["fields"]}
    for way in node["ways"]:
        fields = [known[name] for name in way["fields"]]
        if not any("record" in one for one in fields):
            yield way, fields

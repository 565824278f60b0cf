"""What people might fill into the form: good values, nearly good ones and hostile ones."""

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from whatworks.forms.form import form
from whatworks.forms.reading import as_values
from whatworks.loading import load

Node = Mapping[str, Any]
Values = dict[str, Any]
GOOD = "anytown-residents-practise-speaking"
# What has another meaning to YAML, Markdown, HTML, a template or an eye, and what the rules look for.
PIECES = (
    *("NO", "yes", "null", "1:30", "2004", "1e3", "a: b", "a #b", "---", "...", "- ", "? ", "* ", "+ ", "1. ", "12. "),
    *(
        "# ",
        "## The problem",
        "===",
        "***",
        "___",
        "> ",
        ": ",
        "| a | b |",
        "|--|--|",
        "!!! note",
        "```",
        "~~~",
        "    ",
    ),
    *(
        "{{ x }}",
        "{% y %}",
        "${z}",
        "<%= q %>",
        "{#c#}",
        "{.a}",
        "{: #b}",
        "{",
        "}",
        "<b>",
        "</b>",
        "<br/>",
        "<!-- c -->",
    ),
    *(
        "<",
        ">",
        "&",
        "&amp;",
        "&#60;",
        "AT&T",
        "<http://x.org>",
        "[^course]",
        "[^corse]",
        "[^course]: n",
        "[^course](b)",
    ),
    *(
        "[a](b)",
        "[a](otherville-chairs-meet.md)",
        "[a](https://x.org)",
        "[a]: b",
        "![p](q.png)",
        "![p][q]",
        "[",
        "]",
        "(",
        ")",
    ),
    *(
        "*i*",
        "**b**",
        "_i_",
        "snake_case",
        "`c`",
        "``",
        "\\",
        "\\n",
        '"',
        "'",
        "“q”",
        "%",
        "@",
        "!",
        "£5",
        "£4,500",
        "50%",
    ),
    *(
        "12",
        "twelve",
        "a quarter",
        "half of",
        "2003-04",
        "Level 3",
        "aged 5 to 9",
        "thirty-four people",
        "21st",
        "May 12",
    ),
    *(
        "not reported",
        "Not reported.",
        "unreported",
        "é",
        "ß",
        "İ",
        "😀",
        "👩‍👩‍👧",
        "שלום",
        "\u200f",
        "\u202e",
        "\u200b",
        "\u00ad",
        "\ufeff",
    ),
    *(
        "\u00a0",
        "\u2028",
        "\u0085",
        "\x07",
        "\x7f",
        "\ud800",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "  ",
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> x",
    ),
    *(
        "Residents spoke.",
        "The board met.",
        "It was hard.",
        "coaching",
        "committed-leaders",
        "x" * 90,
        "Dr. A. B. went.",
    ),
)
# Characters that every version of Unicode in use knows alike.
KNOWN = st.characters(exclude_categories=("Cn", "Cs"))
PIECE = st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(KNOWN, max_size=8))
TEXT = st.one_of(
    st.lists(PIECE, max_size=8).map(" ".join),
    st.lists(PIECE, max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), min_size=60, max_size=90).map(" ".join),
)
STORY = st.lists(st.one_of(PIECE, st.sampled_from(("\n", "\n\n", "\n- "))), max_size=14).map("".join)


def form_of(root: Path) -> Node:
    """The specification of the form of a project."""
    loaded = load(root)
    return form(loaded.schemas, loaded.catalogue)


def good_values(root: Path) -> Values:
    """What would be filled in to get the good record of the small project."""
    loaded = load(root)
    return as_values(loaded.catalogue.case_by_id[GOOD], form(loaded.schemas, loaded.catalogue))


def value(node: Node, form: Node) -> st.SearchStrategy[Any]:
    """A good or a bad value of a field."""
    if node["type"] == "list":
        entries = st.lists(value(node["entry"], form), max_size=4)
        return st.one_of(entries, entries, st.just("not reported"), TEXT)
    if node["type"] == "group":
        parts = {field["name"]: value(field, form) for field in node["fields"]}
        needed = {name: part for name, part in parts.items()}
        return st.one_of(st.fixed_dictionaries(needed), st.fixed_dictionaries({}, optional=parts), TEXT)
    if node["type"] == "number":
        return st.one_of(
            st.integers(1985, 2005), st.integers(-3, 3000), st.sampled_from(("2003", "about 2003", "02003"))
        )
    if node["type"] == "date":
        return st.one_of(st.dates().map(str), st.sampled_from(("2026-11-22", "2026-02-30", "22 May 2026", "20261122")))
    good = [one for one in node.get("examples", ()) if isinstance(one, str)] or ["Anytown"]
    return st.one_of(*(3 * [st.sampled_from(good + terms(node, form))]), TEXT)


def terms(node: Node, form: Node) -> list[str]:
    """The ids that may be chosen, with some labels and synonyms that may not."""
    listed = form["vocabularies"].get(node.get("vocabulary"), {}).get("terms", [])
    words = [word for term in listed[:9] for word in (term["label"], *term.get("synonyms", [])[:2])]
    records = {"case study": form["cases"], "source": form["documents"]}.get(node.get("record", ""), {})
    return [term["id"] for term in listed] + words[:9] + [*records] + node.get("choices", [])


@st.composite
def filled_in(draw: st.DrawFn, form: Node, good: Values) -> Values:
    """The good values with some of their fields and sections changed."""
    values = copy.deepcopy(good)
    values["kind"] = draw(st.sampled_from([*form["kinds"]]))
    for node in draw(st.lists(st.sampled_from(form["fields"]), max_size=4)):
        change(draw, node, values["fields"], form)
    for _ in range(draw(st.integers(0, 2))):
        one = {
            "heading": draw(st.one_of(st.sampled_from(("", "The problem", "What came of it", "The problems")), TEXT)),
            "text": draw(STORY),
            "format": draw(st.sampled_from(("plain", "plain", "markdown"))),
        }
        at = draw(st.integers(0, len(values["story"])))
        values["story"][at : at + draw(st.integers(0, 1))] = [one]
    return values


def change(draw: st.DrawFn, node: Node, group: Values, form: Node) -> None:
    """Changes one field of a group: all of it, one of its parts, or it is left out."""
    own = group.get(node["name"])
    if isinstance(own, list) and own and draw(st.booleans()):
        at = draw(st.integers(0, len(own) - 1))
        if isinstance(own[at], dict):
            change(draw, draw(st.sampled_from(node["entry"]["fields"])), own[at], form)
        else:
            own[at] = draw(value(node["entry"], form))
    elif isinstance(own, dict) and draw(st.booleans()):
        change(draw, draw(st.sampled_from(node["fields"])), own, form)
    elif draw(st.integers(0, 5)):
        group[node["name"]] = draw(value(node, form))
    else:
        group.pop(node["name"], None)

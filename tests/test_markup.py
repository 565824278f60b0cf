"""What the check sees in the Markdown of a story."""

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

import hostile
from whatworks.figures import figures
from whatworks.markup import (
    ATTRIBUTES,
    AUTOLINK,
    CITATION,
    FOOTNOTE,
    HTML,
    LINK,
    PICTURE,
    VARIABLE,
    Paragraph,
    elements,
    headings,
    joined,
    masked,
    paragraphs,
    prose,
    relative,
    sentences,
    story_sentences,
    without_targets,
    words,
)
from whatworks.safe_markup import EXTENSIONS, unsafe

PLAIN = """## The problem

Few *came* and **fewer** spoke.[^course] See [Blacon](blacon-virtual-child.md#sources).

- One & two, 3 < 4
- Two

1. `code <b>` and `[x](https://example.org)`

| Year | Who |
|:-----|----:|
| 2003 | All |

Term
:   Its meaning

!!! note "Mind"
    A note.

> A quotation

```python
<script>x</script>

[x](https://example.org)
```
"""


def targets(text: str) -> list[str]:
    """The targets of the links of a text."""
    return [one or two for one, two in LINK.findall(masked(text))]


def test_paragraphs_are_the_blocks_without_headings() -> None:
    text = "## One\nFifty came.[^a]\nAll[^b] spoke.\n\n \t\n# Two\n\n- x\n- y\n### Three\nLast"
    assert list(paragraphs(text)) == [
        Paragraph("Fifty came.[^a]\nAll[^b] spoke.\n", 7),
        Paragraph("- x\n- y\n", 49),
        Paragraph("Last", 67),
    ]
    assert [text[one.offset :].startswith(one.text) for one in paragraphs(text)] == [True, True, True]
    assert [one.citations for one in paragraphs(text)] == [["a", "b"], [], []]


def test_headings_in_both_notations_but_not_in_code() -> None:
    text = "# One\n\n##Two ##\n\nThree\n===\n\n  Four\n-- \n\nnot\nthis\n---\n\n```\n# nor this\n```\n\n---\n"
    assert list(headings(text)) == [(1, "One", 0), (2, "Two", 7), (1, "Three", 17), (2, "Four", 28)]
    assert text[28:].startswith("  Four")


def test_citations_and_notes() -> None:
    assert CITATION.findall("A.[^one] B[^two][^3]. [^four]: a note. [link](x.md) [^ no]") == ["one", "two", "3"]
    assert FOOTNOTE.findall("Text[^a]\n[^a]: a note\n [^b]: no note") == ["[^a]: a note"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Residents' groups didn't speak", 4),
        ("well-known co-ordinator", 2),
        ("- one\n- two", 2),
        ("A [link to it](some-other-case.md) here.[^course]", 5),
        ("", 0),
    ],
)
def test_words_are_those_that_a_reader_reads(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize("edge", ["|", ""], ids=["outer pipes", "no outer pipes"])
def test_a_cell_of_a_table_ends_a_sentence(edge: str) -> None:
    table = f"{edge} One thing | Another {edge}\n{edge}---|:--{edge}\n{edge} A \\| b. Then c | Last {edge}\n"
    assert [one for one in story_sentences(table) if any(map(str.isalpha, one))] == [
        *("One thing", "Another"),
        *("A \\| b.", "Then c", "Last"),
    ]
    assert list(story_sentences("Either | or\nstays one.\n- Item one\n- Item two")) == [
        *("Either | or stays one.", "- Item one", "- Item two"),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        ["Residents rarely spoke.", "A coach helped them."],
        ["It cost £3.5m in all.", "Who paid?", "Nobody!"],
        ["He said “no.”", "“Why?” she asked."],
        ["It was (nearly) over.)", "(Nobody knew.)"],
        ["One sentence, e.g. this one, without an end"],
        ["In 2003.", "2004 came.", "£5 was left."],
        ["It was planned.", "**All of it.**", "_Nobody_ came.", "[A case](a.md) tells more."],
    ],
)
def test_sentences_keep_every_character(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts
    assert sentences("  " + "\n".join(parts) + "\n") == parts


def test_code_is_blanked_out_in_its_place() -> None:
    text = "a `<b>` ``x ` y`` c\n\n```\n<i>\n\n40\n```\n\n~~~ text\n40\n~~~\nd"
    assert masked(text) == (f"a {' ' * 5} {' ' * 9} c\n\n   \n   \n\n  \n   \n\n{' ' * 8}\n  \n   \nd")


@pytest.mark.parametrize(
    "text",
    [
        "a ` b\n\n[x](https://example.org)\n\nc ` d",
        "\\`<b>\\`",
        "```not a language\n\n<b>\n\n```\n",
        " ```\n<b>\n\n ```",
        "``<b>`",
    ],
)
def test_what_markdown_does_not_take_for_code_is_not_blanked_out(text: str) -> None:
    assert masked(text) == text


@given(st.text(alphabet="`~ab\n <>\\", max_size=60))
def test_masking_moves_nothing(text: str) -> None:
    blanked = masked(text)
    assert len(blanked) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blanked, strict=True))
    assert blanked.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Blacon](blacon.md) and [Wigan]( <wigan.md#a> 'Title')", ["blacon.md", "wigan.md#a"]),
        ("[a [b [c]] d](https://example.org)", ["https://example.org"]),
        ("[x][r]\n\n[r]: //example.org", ["//example.org"]),
        ('[r]: https://example.org "A title"', ["https://example.org"]),
        ("  [a^b]:\n  <https://example.org>", ["https://example.org"]),
        ("![picture](x.png) and [^note] and [^note]: words and [x] (y)", []),
        ("`[x](y.md)`", []),
    ],
)
def test_links_are_found_in_all_notations(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_targets_are_blanked_out_in_their_place() -> None:
    assert without_targets("[a](b-40.md) (c)") == "[a]" + " " * 9 + " (c)"


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (HTML, "a <b class='x'>b</b> <!-- c --> <script\nsrc=x> <?php ?> <img/onerror=x", None),
        (HTML, "3 < 4, 5 <6, a <- b, <>", []),
        (
            AUTOLINK,
            "<https://example.org> <a@b.org> <HTTP:x> <b> < c:d>",
            ["<https://example.org>", "<a@b.org>", "<HTTP:x>"],
        ),
        (PICTURE, "![a](b.png) ![][r] [c](d)", ["![a](b.png)", "![][r]"]),
        (VARIABLE, "{{ a }} {% b %} ${c} {# d #} <% e %> { f }", ["{{ a }}", "{% b %}", "${c}", "{# d #}", "<% e %>"]),
        (ATTRIBUTES, 'x{: .a } y{#b} z{ "q" href="c" } {}', ["{: .a }", "{#b}", '{ "q" href="c" }']),
    ],
)
def test_what_a_story_may_not_have_is_found(pattern: re.Pattern[str], text: str, expected: list[str] | None) -> None:
    if expected is None:
        expected = ["<b class='x'>", "</b>", "<!-- c -->", "<script", "<?php ?>", "<img/onerror=x"]
    assert pattern.findall(text) == expected


def test_a_plain_story_is_safe() -> None:
    assert unsafe(PLAIN) is None
    assert unsafe("") is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("<script>alert(1)</script>", "script"),
        ("Some <b>bold</b> words", "b"),
        ("<div>\n\nA block\n\n</div>", "div"),
        ('<img src=x onerror="alert(1)">', "img"),
        ("Text <!-- comment --> text", "a comment"),
        ("![x](https://example.org/x.png)", "img"),
        ("![a [b] c](//example.org/x.png)", "img"),
        ("[x](javascript:alert)", "a"),
        ("[x](https://example.org)", "a"),
        ("[x](//example.org)", "a"),
        ("[x](/case_studies/)", "a"),
        ("[x][r]\n\n[r]: data:text/html,x", "a"),
        ("[a [b [c [d [e]]]] f](https://example.org)", "a"),
        ("<https://example.org>", "a"),
        ("[x](y.md){ onclick=alert }", "a"),
        ('[x](y.md){ "q" href="//example.org" }', "a"),
        ("a ` b\n\n<b>c</b>\n\nd ` e", "b"),
    ],
)
def test_anything_else_is_named(text: str, tag: str) -> None:
    assert unsafe(text) == tag


@given(st.text(alphabet="ab `*_<>/![](){}:#&;=\"'\\\n-|", max_size=40))
def test_what_passes_has_no_html_of_its_own_and_no_way_out(text: str) -> None:
    if unsafe(text) is None:
        found: list[tuple[str, dict[str, str | None]]] = []
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, attrs: found.append((tag, dict(attrs)))  # type: ignore[method-assign]
        parser.feed(markdown.markdown(text, extensions=list(EXTENSIONS)))
        assert not {tag for tag, _ in found} & {"script", "style", "img", "iframe", "object", "form", "input", "b", "i"}
        assert not [name for _, attrs in found for name in attrs if name.startswith("on")]
        assert not [attrs for _, attrs in found if (attrs.get("href") or "").startswith(("/", "javascript:", "http"))]


PATTERNS = (HTML, PICTURE, VARIABLE, ATTRIBUTES, AUTOLINK, CITATION, FOOTNOTE)
SEEN = {
    "tags that never end": {"elements": 30_000, "patterns": 30_000},
    "tags that are never closed": {"elements": 30_000, "patterns": 30_000},
    "tags of many names": {"elements": 15_000, "patterns": 15_000},
    "one long number": {"figures": 1},
}


@pytest.mark.parametrize("name", hostile.STORIES)
def test_in_a_text_of_signs_nothing_is_seen_that_is_not_there(name: str) -> None:
    text = hostile.STORIES[name]
    found = {look.__name__: len(list(look(text))) for look in (headings, targets, elements, figures)}
    found["patterns"] = sum(len(pattern.findall(text)) for pattern in PATTERNS)
    assert {look: many for look, many in found.items() if many} == SEEN.get(name, {})
    assert [paragraph.text for paragraph in paragraphs(text)] == [text]
    assert sentences(text) == [text.strip()]
    assert len(prose(text)) == len(text)


def test_links_between_files() -> None:
    assert joined("case_studies", "blacon.md") == "case_studies/blacon.md"
    assert joined("case_studies", "../sources/report.md") == "sources/report.md"
    assert joined("case_studies", "../../secret.md") == "../secret.md"
    assert relative("case_studies", "case_studies/blacon.md") == "blacon.md"
    assert relative("case_studies", "sources/report.md") == "../sources/report.md"


@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4), st.sampled_from(["", "a", "a/b"]))
def test_a_link_leads_back_to_its_file(parts: list[str], folder: str) -> None:
    path = "/".join(parts) + ".md"
    assert joined(folder, relative(folder, path)) == path

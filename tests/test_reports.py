"""What a pull request is told: a few annotations, worst first, and the whole report as Markdown."""

import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

import check
from test_golden_problems import CASES, lists_of, project, put
from whatworks.messages import MESSAGES
from whatworks.problems import Problem
from whatworks.reports import RANK, as_github, as_markdown, code_block, worst_first


def problem(code: str, line: int = 1, message: str = "What is wrong.", path: str = "a.md") -> Problem:
    """A problem with this code, its words given."""
    return Problem(path, line, 1, "", message, code)


UNREAD, MISSING, TERM, STORY = "not_utf8", "missing", "unknown_term", "no_body"


def test_what_hides_other_mistakes_comes_first() -> None:
    found = [problem(STORY), problem(TERM, 2), problem(TERM, 1), problem(MISSING), problem(UNREAD, path="z.md")]
    assert [one.code for one in worst_first(found + found)] == [UNREAD, MISSING, TERM, TERM, STORY]
    assert [one.line for one in worst_first(found)][2:4] == [1, 2]
    assert list(RANK) == list(MESSAGES)


def test_at_most_ten_annotations_errors_first_and_advice_last() -> None:
    errors = [problem(STORY, line) for line in range(1, 9)] + [problem(UNREAD, 9)]
    advice = [problem("long_sentence", line) for line in range(1, 5)]
    lines = as_github(errors, 3, advice).splitlines()
    assert lines[0] == "::error file=a.md,line=9,col=1::What is wrong."
    assert [line.partition(" ")[0] for line in lines[:10]] == ["::error"] * 9 + ["::notice"]
    assert lines[10:] == ["3 more in the summary of this run", "3 files checked, 9 problems"]


def test_few_annotations_leave_nothing_out() -> None:
    assert (
        as_github([problem(TERM)], 1) == "::error file=a.md,line=1,col=1::What is wrong.\n1 file checked, 1 problem\n"
    )
    assert as_github([], 1) == "1 file checked, no problems\n"


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    found = problem(TERM, message="50%\r\n::stop-commands::x", path="a,b:c.md")
    assert as_github([found], 1).splitlines()[0] == (
        "::error file=a%2Cb%3Ac.md,line=1,col=1::50%25%0D%0A::stop-commands::x"
    )


def test_the_whole_report_as_markdown() -> None:
    assert as_markdown([problem(STORY), problem(TERM)], 2, [problem("long_sentence", 7, "Long.")]) == (
        "## Check: 2 files checked, 2 problems\n\n```text\na.md:1:1: What is wrong.\na.md:1:1: What is wrong.\n```\n\n"
        "## Advice on plain English, for the writer to take or leave\n\n```text\na.md:7:1: Long.\n```\n"
    )
    assert as_markdown([], 2) == "## Check: 2 files checked, no problems\n"


def test_a_very_long_report_says_what_it_leaves_out() -> None:
    text = as_markdown([problem(TERM, line) for line in range(1, 204)], 1)
    assert text.count("What is wrong.") == 200
    assert text.endswith("\nAnd 3 more: `make check` lists them all.\n")


HOSTILE = [
    "```\n</code></pre><img src=x onerror=alert(1)>\n```",
    "`````` @everyone ![x](//evil.example/x.png)",
    "~~~\n# A heading\n[link](javascript:alert(1))",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_code_block_means_anything(text: str) -> None:
    page = markdown.markdown(code_block(text), extensions=["fenced_code"])
    assert re.findall(r"<(?!/?(?:pre|code)\b)", page) == []
    assert page.count("<pre>") == 1


@given(st.text("`~\n a", max_size=60))
def test_no_text_ends_its_code_block(text: str) -> None:
    first, *inner, last = code_block(text).split("\n")
    assert first == f"{last}text"
    assert "\n".join(inner) == text
    assert last not in text


def test_the_summary_of_a_run_has_the_whole_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.setattr("whatworks.loading.load_vocabularies", lists_of)
    with project() as root:
        put("two-mistakes", root)
        named = str(root / CASES / "two-mistakes.md")
        assert [check.main([named, "--format", name], root) for name in ("text", "github")] == [1, 1]
        assert check.main([named, "--format", "markdown"], root) == 1
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith(
        "## Check: 1 file checked, 2 problems\n\n```text\ndocs/case_studies/two-mistakes.md:48:26: "
    )
    assert capsys.readouterr().out.endswith(summary.removesuffix("\n"))

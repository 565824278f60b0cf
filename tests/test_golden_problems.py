"""Each mistake that people make, and the whole report that it gets.

A mistake is two files in tests/problems: `<mistake>.md`, a record that is checked as docs/case_studies/<mistake>.md of
a small project, and `<mistake>.txt`, what the check prints. Where a mistake needs another kind of record or several
files, `<mistake>/` is a folder laid out like the project. What Git cannot keep is made by a function of BUILDERS below.
The small project has the records of tests/catalogue, and the schemas and vocabularies of this project (without the
places in the reports that its terms come from, as it does not have these reports).

After a message was reworded, `REWRITE_GOLDENS=1 python -m pytest tests/test_golden_problems.py` writes every report
anew: read what `git diff` says before you keep it.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import check
from conftest import small_records
from whatworks.loading import load
from whatworks.messages import MESSAGES
from whatworks.pages import all_pages
from whatworks.problems import Problem
from whatworks.promises import checked
from whatworks.reports import as_text
from whatworks.vocabulary_files import load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "tests" / "catalogue"
PROBLEMS = ROOT / "tests" / "problems"
CASES = Path("docs") / "case_studies"
GOOD = (CATALOGUE / CASES / "anytown-residents-practise-speaking.md").read_text(encoding="utf-8")


def too_large(folder: Path) -> None:
    (folder / "too-large.md").write_text(GOOD + "Text that was pasted in. " * 8000, encoding="utf-8")


def link_to_another_file(folder: Path) -> None:
    (folder / "link-to-another-file.md").symlink_to("anytown-residents-practise-speaking.md")


def names_that_differ_in_capitals(folder: Path) -> None:
    (folder / "Anytown-residents-practise-speaking.md").write_text(GOOD, encoding="utf-8")


def folder_for_a_record(folder: Path) -> None:
    (folder / "folder-for-a-record.md").mkdir()


def not_utf8(folder: Path) -> None:
    (folder / "not-utf8.md").write_bytes(
        GOOD.replace("Evenings suited", "Caf\u00e9 evenings suited").encode("latin-1", "replace")
    )


def saved_as_utf16(folder: Path) -> None:
    (folder / "saved-as-utf16.md").write_bytes(GOOD.encode("utf-16"))


def zero_bytes(folder: Path) -> None:
    (folder / "zero-bytes.md").write_bytes(GOOD.replace("One evening", "One\0evening").encode())


def control_characters(folder: Path) -> None:
    text = GOOD.replace("Anytown Partnership", "Any\u0007town Partnership").replace("chose one", "chose\u2028one")
    (folder / "control-characters.md").write_text(text, encoding="utf-8")


def changed_writing_direction(folder: Path) -> None:
    text = GOOD.replace("One coach", "One \u202ehcaoc\u202c").replace("asking it", "asking\u200b it")
    (folder / "changed-writing-direction.md").write_text(text, encoding="utf-8")


def invisible_character_and_another_mistake(folder: Path) -> None:
    text = GOOD.replace("Two of the residents", "Two of the resi\u00addents").replace(
        "approach: coaching", "approach: coching"
    )
    (folder / "invisible-character-and-another-mistake.md").write_text(text, encoding="utf-8")


def byte_order_mark_is_accepted(folder: Path) -> None:
    (folder / "byte-order-mark-is-accepted.md").write_text("\ufeff" + GOOD, encoding="utf-8")


def windows_line_ends_are_accepted(folder: Path) -> None:
    (folder / "windows-line-ends-are-accepted.md").write_bytes(GOOD.replace("\n", "\r\n").encode())


def windows_line_ends_keep_places(folder: Path) -> None:
    text = GOOD.replace("setting: local-strategic-partnership", "setting: local-strategic-partnershp")
    (folder / "windows-line-ends-keep-places.md").write_bytes(text.replace("\n", "\r\n").encode())


def empty_file(folder: Path) -> None:
    (folder / "empty-file.md").write_bytes(b"")


def name_with_a_line_end(folder: Path) -> None:
    (folder / "name\nwith a line end.md").write_text(GOOD, encoding="utf-8")


def nested_a_thousand_deep(folder: Path) -> None:
    text = GOOD.replace("stage: functioning", f"stage: {'[' * 1000}")
    (folder / "nested-a-thousand-deep.md").write_text(text, encoding="utf-8")


BUILDERS: dict[str, Callable[[Path], None]] = {
    builder.__name__.replace("_", "-"): builder
    for builder in (
        too_large,
        link_to_another_file,
        names_that_differ_in_capitals,
        folder_for_a_record,
        not_utf8,
        saved_as_utf16,
        zero_bytes,
        control_characters,
        changed_writing_direction,
        invisible_character_and_another_mistake,
        byte_order_mark_is_accepted,
        windows_line_ends_are_accepted,
        windows_line_ends_keep_places,
        empty_file,
        name_with_a_line_end,
        nested_a_thousand_deep,
    )
}
FILES = {path.stem for path in PROBLEMS.glob("*.md")}
FOLDERS = {path.name for path in PROBLEMS.iterdir() if path.is_dir()}
MISTAKES = sorted(FILES | FOLDERS | set(BUILDERS))
# Words of the parts underneath that no author should have to read.
INTERNALS = re.compile(
    r"traceback|additional propert|oneOf|anyOf|\$ref|\$defs|minLength|uniqueItems|json|schema|regex|mapping|scalar"
    r"|yaml\.|(?-i:\bNone\b)|\bnull\b|\bdict\b|\bstr\b|\bint\b|[\^]\[a-z|\\d|\{'|\[\]",
    re.IGNORECASE,
)


@cache
def own_lists() -> tuple[Any, ...]:
    """The schemas and the lists of terms of the small project, which nearly every mistake leaves alone."""
    with project() as root:
        return load_vocabularies(root)


def lists_of(root: Path) -> tuple[Any, ...]:
    """The lists of terms of a project, read only where they are not the same."""
    schemas, vocabularies, lists, problems = own_lists()
    return schemas, vocabularies, lists, list(problems)


def lists_kept_unless(mistake: str) -> Any:
    """While a project is loaded: its lists are not read again, unless the mistake is in one of them."""
    has_lists = (PROBLEMS / mistake / "schemas").is_dir()
    return patch("whatworks.loading.load_vocabularies", load_vocabularies if has_lists else lists_of)


@contextmanager
def project() -> Iterator[Path]:
    """A small project without mistakes."""
    with tempfile.TemporaryDirectory() as name:
        yield small_records(Path(name).resolve())


def put(mistake: str, root: Path) -> list[Path]:
    """Puts a mistake into a project; the files that are to be checked, below `root`."""
    if mistake in FILES:
        shutil.copy(PROBLEMS / f"{mistake}.md", root / CASES)
        return [CASES / f"{mistake}.md"]
    if mistake in FOLDERS:
        shutil.copytree(PROBLEMS / mistake, root, dirs_exist_ok=True)
        return sorted(
            path.relative_to(PROBLEMS / mistake) for path in (PROBLEMS / mistake).rglob("*") if path.is_file()
        )
    before = set((root / CASES).iterdir())
    BUILDERS[mistake](root / CASES)
    return [path.relative_to(root) for path in sorted(set((root / CASES).iterdir()) - before)]


def read(path: Path) -> str:
    """A file with plain line ends, as far as it is text."""
    if path.is_symlink() or not path.is_file():
        return ""
    return re.sub("\r\n?", "\n", path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff"))


@dataclass(frozen=True)
class Outcome:
    """What the check says of a mistake and of the rest of its project, and the texts that it speaks of."""

    report: str
    own: tuple[Problem, ...]
    others: tuple[Problem, ...]
    texts: dict[str, str]


@cache
def outcome(mistake: str) -> Outcome:
    """The outcome of one mistake, in a project of its own."""
    with project() as root:
        named = {path.as_posix().replace("\n", "\\n") for path in put(mistake, root)}
        with lists_kept_unless(mistake):
            loaded = checked(root)
        own = tuple(problem for problem in loaded.problems if problem.path in named)
        others = tuple(problem for problem in loaded.problems if problem.path not in named)
        texts = {name: read(root / name) for name in named}
        advice = tuple(hint for hint in loaded.advice if hint.path in named)
        return Outcome(as_text(own, len(named), advice), own + advice, others, texts)


def golden(mistake: str, folder: Path = PROBLEMS) -> str:
    """The report that a mistake is to get."""
    path = folder / f"{mistake}.txt"
    if not path.is_file():
        pytest.fail(
            f"The report {path.name} is missing. Write what the check should say of this mistake, "
            "or let REWRITE_GOLDENS=1 write what it says."
        )
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_report_is_the_golden_one(mistake: str) -> None:
    report = outcome(mistake).report
    if os.environ.get("REWRITE_GOLDENS"):
        (PROBLEMS / f"{mistake}.txt").write_bytes(report.encode())
    assert report == golden(mistake)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_line_and_column_point_at_what_the_message_names(mistake: str) -> None:
    found = outcome(mistake)
    for problem in found.own:
        lines = found.texts[problem.path].split("\n")
        assert 1 <= problem.line <= len(lines), problem
        if named := re.match(r"'(.+?)…?'(?=[ ,.]| is | should )|\[\^(.+?)\] is", problem.message, re.DOTALL):
            text = "\n".join(lines[problem.line - 1 :])[problem.column - 1 :]
            value = named.group(1) or f"[^{named.group(2)}]"
            assert re.sub(r"\s+", " ", text.lstrip("\"'")).startswith(value.lstrip("\"'")), problem


@pytest.mark.parametrize("mistake", MISTAKES)
def test_no_message_speaks_of_what_is_underneath(mistake: str) -> None:
    for problem in outcome(mistake).own:
        own_words = re.sub(r"^'.*?'|schemas/vocabularies/\w+\.yml", "", problem.message)
        assert not INTERNALS.search(own_words), problem
        sentences = re.split(r"(?i)for example:\n|Add, for", problem.message)[0]
        assert re.fullmatch(r"\S+(?: \S+)*", sentences.rstrip(" ") if sentences != problem.message else sentences), (
            problem
        )


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_reported_in_its_own_file_only(mistake: str) -> None:
    assert outcome(mistake).others == ()


@pytest.mark.parametrize("mistake", sorted(FOLDERS))
def test_what_is_good_can_still_be_shown(mistake: str) -> None:
    with project() as root, lists_kept_unless(mistake):
        put(mistake, root)
        addresses = [page.address for page in all_pages(load(root).catalogue)]
    assert "/" in addresses
    assert "/sources/otherville-2003/" in addresses


def test_every_message_has_a_golden_report() -> None:
    used = {problem.code for mistake in MISTAKES for problem in outcome(mistake).own}
    assert sorted(set(MESSAGES) - used) == []


def test_every_report_belongs_to_a_mistake() -> None:
    assert sorted({path.stem for path in PROBLEMS.glob("*.txt")} - set(MISTAKES)) == []
    assert len(MISTAKES) == len(FILES) + len(FOLDERS) + len(BUILDERS)


def test_a_missing_report_is_named(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"^The report some-mistake\.txt is missing\. Write what"):
        golden("some-mistake", tmp_path)


def test_one_bad_file_never_hides_another() -> None:
    with project() as root, lists_kept_unless(""):
        for mistake in sorted(FILES):
            put(mistake, root)
        report = as_text(load(root).problems, 0)
    for mistake in sorted(FILES):
        expected = re.sub(r"1 file checked, [\s\S]*$", "", golden(mistake))
        assert expected in report, mistake
        assert expected or f"/{mistake}.md:" not in report, mistake


def test_the_small_project_has_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with project() as root:
        assert check.main([], root) == 0
    assert re.fullmatch(r"\d+ files checked, no problems\n", capsys.readouterr().out)


def test_the_three_formats(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with project() as root:
        put("two-mistakes", root)
        monkeypatch.chdir(root)
        named = "docs/case_studies/two-mistakes.md"
        assert [check.main([named, "--format", name], root) for name in ("text", "github", "json")] == [1, 1, 1]
    text, github, data = re.split(r"(?<=checked, 2 problems\n)", capsys.readouterr().out)
    first = "'anytown-2005' is not a source record. Did you mean 'anytown-2004'? All sources: docs/sources/"
    second = "'12' is a figure without a source. End the paragraph with a citation such as [^course]."
    assert text == golden("two-mistakes")
    assert text == (
        f"{named}:48:26: Document (source 2): {first}\n{named}:62:13: Story: {second}\n1 file checked, 2 problems\n"
    )
    assert github == (
        f"::error file={named},line=48,col=26::Document (source 2): {first}\n"
        f"::error file={named},line=62,col=13::Story: {second}\n"
        "1 file checked, 2 problems\n"
    )
    common = {"path": named}
    assert json.loads(data) == {
        "files": 1,
        "problems": [
            {
                **common,
                "line": 48,
                "column": 26,
                "field": "Document (source 2)",
                "message": first,
                "code": "unknown_document",
            },
            {
                **common,
                "line": 62,
                "column": 13,
                "field": "Story",
                "message": second,
                "code": "figure_without_citation",
            },
        ],
        "advice": [],
    }


def test_advice_is_apart_from_errors(capsys: pytest.CaptureFixture[str]) -> None:
    with project() as root:
        put("advice-word-to-avoid", root)
        named = "docs/case_studies/advice-word-to-avoid.md"
        assert [check.main([str(root / named), "--format", name], root) for name in ("text", "github", "json")] == [
            0
        ] * 3
    text, github, data = re.split(r"(?m)^(?=::|\{)", capsys.readouterr().out)
    hint = "'utilise' is hard to read: write 'use'."
    assert text == golden("advice-word-to-avoid")
    assert re.fullmatch(
        rf"::notice file={named},line=\d+,col=\d+::Story: {hint}\n1 file checked, no problems\n", github
    )
    report = json.loads(data)
    assert report["problems"] == []
    assert [one["message"] for one in report["advice"]] == [hint]


def test_a_message_of_several_lines_stays_one_command_for_github(capsys: pytest.CaptureFixture[str]) -> None:
    with project() as root:
        put("missing-field", root)
        assert check.main([str(root / CASES / "missing-field.md"), "--format", "github"], root) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("For example:%0A    status: delivered")


def test_the_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with project() as root:
        good = root / CASES / "otherville-chairs-meet.md"
        put("unknown-term", root)
        assert check.main([str(good)], root) == 0
        assert capsys.readouterr().out == "1 file checked, no problems\n"
        assert check.main([str(root / CASES)], root) == 1
        assert capsys.readouterr().out.endswith("\n3 files checked, 1 problem\n")
        assert check.main([], root) == 1
        assert capsys.readouterr().out.endswith(" files checked, 1 problem\n")


@pytest.mark.parametrize("name", ["nothing-there.md", "mkdocs.yml"])
def test_a_file_that_is_no_record_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with project() as root:
        (root / "mkdocs.yml").write_text("site_name: x")
        with pytest.raises(SystemExit) as exit:
            check.main([str(root / name)], root)
        assert exit.value.code == 2
        assert f"'{root / name}' is no record and no list of terms of this project\n" in capsys.readouterr().err

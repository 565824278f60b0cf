"""The form on GitHub: the file of the form, and what becomes of what people answer there, hostile answers included.

A recorded answer is tests/issue_forms/<name>.md, in which `### {id}` stands for the words of a question; its outcome,
the whole record and all that is said of it, is <name>.txt. After a change of words or rules, write the outcomes anew
with `REWRITE_GOLDENS=1 pytest tests/test_issue_form.py` and read the difference.
"""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import from_issue
import generate
from test_golden_problems import ROOT, lists_of, project
from test_review import git
from whatworks.drafts import problems_of
from whatworks.file_names import GOOD_NAME
from whatworks.forms.form import form
from whatworks.forms.issue_answers import MOST_CHARACTERS, MOST_UNREAD, read
from whatworks.forms.issue_form import ABOUT, TERMS_LABEL
from whatworks.forms.questions import questions
from whatworks.forms.writing import as_file
from whatworks.front_matter import parse
from whatworks.loading import Loaded, load
from whatworks.reports import as_text

RECORDED = Path(__file__).parent / "issue_forms"
NAMES = sorted(path.stem for path in RECORDED.glob("*.md"))
DAY = "2026-11-22"


@cache
def small() -> tuple[Loaded, dict[str, Any]]:
    """The small project and the specification of its form."""
    with project() as root, patch("whatworks.loading.load_vocabularies", lists_of):
        loaded = load(root)
    return loaded, form(loaded.schemas, loaded.catalogue)


def recorded(name: str) -> str:
    """A recorded answer, with the words of the questions as they are now."""
    labels = {one.id: one.label for one in questions(small()[1])} | {"terms": TERMS_LABEL}
    text = (RECORDED / f"{name}.md").read_bytes().decode("utf-8")
    return re.sub(r"(?<=^### )\{([\w-]+)\}", lambda found: labels[found.group(1)], text, flags=re.MULTILINE)


def outcome(text: str) -> str:
    """The record that is made of an answer, and all that is said of it."""
    loaded, specification = small()
    reading = read(text, specification, DAY)
    file = as_file(reading.values, specification, DAY)
    problems = problems_of(file.text, file.name.removesuffix(".md"), loaded)
    parts = [file.name, file.text, "Not read:", *reading.unread, "", as_text(problems, 1)]
    return "\n".join(parts)


@pytest.mark.parametrize("name", NAMES)
def test_what_becomes_of_a_recorded_answer(name: str) -> None:
    path, text = RECORDED / f"{name}.txt", outcome(recorded(name))
    if "REWRITE_GOLDENS" in os.environ:
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode("utf-8")


def test_a_whole_answer_has_no_mistake() -> None:
    assert outcome(recorded("plain")).endswith("\nNot read:\n\n1 file checked, no problems\n")


def test_a_huge_answer_is_cut_and_said_so() -> None:
    text = recorded("minimal") + "x" * 200_000
    reading = read(text, small()[1], DAY)
    assert reading.unread[0] == f"The text has {len(text)} characters. Only the first {MOST_CHARACTERS} were read."
    assert len(reading.values["fields"]["title"]) < MOST_CHARACTERS
    many = read("### Strange\n" * 5_000, small()[1], DAY)
    assert len(many.unread) == MOST_UNREAD


PARTS = st.sampled_from(
    ["### ", "\n", "\r\n", "---", ": ", "- [x] Not reported", "../", "`", "[^account]", "\u202e", "# "]
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 70), st.lists(st.one_of(PARTS, st.text(max_size=8)), max_size=4)), max_size=8))
def test_no_answer_chooses_a_path_or_breaks_the_fields(answers: list[tuple[int, list[str]]]) -> None:
    specification = small()[1]
    labels = [one.label for one in questions(specification)]
    text = "".join(f"### {labels[number % len(labels)]}\n\n{''.join(parts)}\n\n" for number, parts in answers)
    reading = read(text, specification, DAY)
    file = as_file(reading.values, specification, DAY)
    document, _ = parse(file.text, "a.md")
    assert GOOD_NAME.match(file.name)
    assert document.data["reviewed"] == DAY
    assert set(document.data) <= {node["name"] for node in specification["fields"]}


def elements() -> list[dict[str, Any]]:
    """The elements of the form as GitHub reads them."""
    data = yaml.safe_load((ROOT / generate.ISSUE_FORM).read_text(encoding="utf-8"))
    assert set(data) == {"name", "description", "labels", "body"}
    return list(data["body"])


def test_what_is_made_from_schemas_is_in_step(capsys: pytest.CaptureFixture[str]) -> None:
    made = generate.made(ROOT)
    assert [name for name, text in made.items() if not generate.is_same(ROOT / name, text)] == []


def test_files_out_of_step_are_written_anew_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "made", lambda root: {"a/b.txt": "B\n", "c.txt": "C\n"})
    (tmp_path / "c.txt").write_text("C\n", encoding="utf-8")
    assert [generate.main(tmp_path), generate.main(tmp_path)] == [1, 0]
    assert capsys.readouterr().out == "a/b.txt is written anew\n"
    assert (tmp_path / "a" / "b.txt").read_text(encoding="utf-8") == "B\n"


def test_the_form_is_one_that_github_takes() -> None:
    found = elements()
    kinds = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    assert {one["type"] for one in found} == kinds
    asked = [one for one in found if one["type"] != "markdown"]
    ids, labels = ([one["id"] for one in asked], [one["attributes"]["label"] for one in asked])
    assert len(ids) == len(set(ids)) == len(set(labels))
    assert [id for id in ids if not re.fullmatch(r"[A-Za-z0-9_-]+", id)] == []
    assert len(ABOUT) <= 200
    for one in asked:
        options = [
            one.get("label", one) if isinstance(one, dict) else one for one in one["attributes"].get("options", ())
        ]
        assert len(options) == len(set(options)), one["id"]
        assert "None" not in options, one["id"]
        assert bool(options) == (one["type"] in ("dropdown", "checkboxes")), one["id"]


def test_three_needs_and_three_outcomes_are_asked_for_and_silence_is_offered() -> None:
    ids = [one["id"] for one in elements() if one["type"] != "markdown"]
    assert [id for id in ids if id.endswith("-need")] == [f"answers-{number}-need" for number in (1, 2, 3)]
    assert [id for id in ids if id.endswith("-how")] == [f"answers-{number}-how" for number in (1, 2, 3)]
    assert [id for id in ids if id.endswith("-change")] == [f"outcomes-{number}-change" for number in (1, 2, 3)]
    silent = ["dates", "outcomes", "did_not_work", "conditions"]
    assert [id.removesuffix("-not_reported") for id in ids if id.endswith("-not_reported")] == silent


# A stand-in for GitHub's program: it keeps what it is told, and knows of one pull request once there is one.
GH = """#!{python}
import json, sys
from pathlib import Path
calls = Path({folder!r}) / "calls.json"
known = json.loads(calls.read_text()) if calls.exists() else []
if sys.argv[1:3] == ["pr", "list"]:
    print(json.dumps([{{"number": 7}}] if any(one[0][1] == "create" for one in known) else []))
else:
    calls.write_text(json.dumps([*known, [sys.argv[1:], sys.stdin.read()]]))
"""


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the clone of a small project, its origin, and the stand-in for GitHub's program."""
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH.format(python=sys.executable, folder=str(tmp_path)), encoding="utf-8")
    gh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{gh.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("whatworks.loading.load_vocabularies", lists_of)
    with project() as root:
        (root / "REVIEWING.md").write_text("- [ ] True?\n", encoding="utf-8")
        git(root, "init", "-q", "-b", "main")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "All")
        git(root, "clone", "-q", "--bare", str(root), str(tmp_path / "origin.git"))
    return tmp_path


def submitted(github: Path, text: str, capsys: pytest.CaptureFixture[str], number: int = 12) -> str:
    """What the program prints when this form is filled in, in a fresh clone."""
    clone = github / f"clone-{len(list(github.iterdir()))}"
    git(github, "clone", "-q", str(github / "origin.git"), str(clone))
    issue = {"number": number, "title": "$(id) ../../x", "created_at": f"{DAY}T06:00:00Z", "body": text}
    event = github / "event.json"
    event.write_text(json.dumps({"issue": issue, "repository": {"default_branch": "main"}}), encoding="utf-8")
    assert from_issue.main(str(event), clone) == 0
    return capsys.readouterr().out


def calls(github: Path) -> list[tuple[list[str], str]]:
    """What GitHub's program was told, without asking for lists: arguments and standard input."""
    return [(one[0], one[1]) for one in json.loads((github / "calls.json").read_text(encoding="utf-8"))]


def files(github: Path, branch: str) -> str:
    """The files that a branch has and `main` has not."""
    command = ["git", "-C", str(github / "origin.git"), "diff", "--name-only", "main", branch]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_form_becomes_a_pull_request(github: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "anytown-residents-practise-before-each-meeting"
    assert submitted(github, recorded("plain"), capsys) == "case-form-12 has the record\n"
    assert files(github, "case-form-12") == f"docs/case_studies/{name}.md\n"
    [(arguments, text)] = calls(github)
    words = "pr create --base main --head case-form-12 --title".split()
    assert arguments == [*words, "Case from the form in #12", "--body-file", "-"]
    assert text == (
        "Somebody filled in the form in #12. This is the record that was made of it. Closes #12.\n\n"
        "Nobody has read it yet. The name of the file is the page's address, for ever: "
        f"`docs/case_studies/{name}.md`.\n\n## Check: 1 file checked, no problems\n\n"
        "## For the reviewer: what no machine can check\n\n- [ ] True?\n"
    )


def test_a_second_submission_updates_the_same_branch(github: Path, capsys: pytest.CaptureFixture[str]) -> None:
    submitted(github, recorded("minimal"), capsys)
    submitted(github, recorded("plain").replace("practise before each", "prepare for each"), capsys)
    assert files(github, "case-form-12") == "docs/case_studies/anytown-residents-prepare-for-each-meeting.md\n"
    assert [arguments[:3] for arguments, _ in calls(github)] == [["pr", "create", "--base"], ["pr", "edit", "7"]]
    submitted(github, recorded("plain"), capsys, number=13)
    assert len(calls(github)) == 3


def test_what_a_person_did_on_the_branch_stays(github: Path, capsys: pytest.CaptureFixture[str]) -> None:
    submitted(github, recorded("minimal"), capsys)
    git(github, "clone", "-q", "-b", "case-form-12", str(github / "origin.git"), str(github / "person"))
    git(github / "person", "commit", "-q", "--allow-empty", "-m", "Reword")
    git(github / "person", "push", "-q", "origin", "case-form-12")
    assert submitted(github, recorded("plain"), capsys) == "case-form-12 was left alone\n"
    arguments, text = calls(github)[-1]
    assert arguments == ["pr", "comment", "case-form-12", "--body-file", "-"]
    assert text.startswith("The form was filled in anew. As somebody has worked on this branch, it was left alone.\n")
    assert 'lead: "Anytown Partnership"' in text


def test_hostile_text_stays_text(github: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert submitted(github, recorded("hostile"), capsys) == "case-form-12 has the record\n"
    assert re.fullmatch(r"docs/case_studies/[a-z0-9-]+\.md\n", files(github, "case-form-12"))
    [(arguments, text)] = calls(github)
    assert arguments[-4:] == ["--title", "Case from the form in #12", "--body-file", "-"]
    outside = re.sub(r"(?ms)^(`{3,})text$.*?^\1$", "", text)
    assert re.findall(r"script|touch|passwd\b(?!-)|everyone|secrets|set-output", outside) == []
    assert not list(github.rglob("hacked"))


def test_a_record_that_is_there_is_never_written_over(github: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = recorded("minimal").replace("Residents practise before each meeting", "residents practise speaking")
    submitted(github, taken, capsys)
    assert files(github, "case-form-12") == "docs/case_studies/anytown-residents-practise-speaking-12.md\n"


def test_a_report_that_is_too_long_for_github_is_cut_outside_of_code() -> None:
    lines = "line ``` \n" * 9_000
    text = from_issue.shortened(f"Words.\n\n````text\n{lines}````\n\nEnd.")
    assert len(text) < 61_000
    assert text.endswith("line ``` \n````\n\nAnd more: `make check` says all.")
    assert from_issue.shortened("Short.") == "Short."

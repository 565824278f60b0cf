"""The workflows: what they may do, what they run, and that untrusted text is never part of a command."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import from_issue
import review
from test_golden_problems import ROOT
from test_review import git
from whatworks.forms.issue_form import LABEL
from whatworks.records import FOLDERS

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.iterdir())
# The actions that may be used, and the commit that several independent public projects name for each version.
PINNED = {
    "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
    "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
}


def text_of(name: str) -> str:
    """A workflow as it is written."""
    return (FOLDER / name).read_text(encoding="utf-8")


def jobs(name: str) -> dict[str, Any]:
    """The jobs of a workflow."""
    return dict(yaml.safe_load(text_of(name))["jobs"])


def step(name: str, job: str, words: str) -> str:
    """The commands of the step whose name begins so."""
    return next(str(one["run"]) for one in jobs(name)[job]["steps"] if one.get("name", "").startswith(words))


def test_the_auditor_has_nothing_to_say() -> None:
    command = [str(Path(sys.executable).parent / "zizmor"), "--offline", "--persona=auditor", str(ROOT / ".github")]
    done = subprocess.run([*command, "--no-progress", "--color=never"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "No findings to report. Good job!"), done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned(name: str) -> None:
    assert {used.strip() for used in re.findall(r"uses: (.+)", text_of(name))} <= PINNED


@pytest.mark.parametrize("name", NAMES)
def test_no_command_has_a_value_of_github_in_it(name: str) -> None:
    commands = [one.get("run", "") for job in jobs(name).values() for one in job["steps"]]
    assert len([command for command in commands if command]) >= 2
    assert [command for command in commands if "${{" in command] == []
    assert "secrets." not in text_of(name)
    assert "pull_request_target" not in text_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_copy_keeps_a_password(name: str) -> None:
    copies = [one for job in jobs(name).values() for one in job["steps"] if "checkout" in one.get("uses", "")]
    assert [one["with"]["persist-credentials"] for one in copies] == [False] * len(copies)


def test_only_one_job_may_write() -> None:
    check, form = (yaml.safe_load(text_of(name)) for name in ("check.yml", "case-form.yml"))
    assert check["permissions"] == {"contents": "read"}
    assert [job.get("permissions") for job in check["jobs"].values()] == [None, None]
    assert form["permissions"] == {}
    [job] = form["jobs"].values()
    assert job["permissions"] == {"contents": "write", "pull-requests": "write"}


def test_the_form_workflow_runs_for_the_form_alone_and_gets_its_text_as_a_file() -> None:
    form = yaml.safe_load(text_of("case-form.yml"))
    assert form[True] == {"issues": {"types": ["opened", "edited"]}}  # YAML reads `on` as true
    [job] = form["jobs"].values()
    assert f"contains(github.event.issue.labels.*.name, '{LABEL}')" in job["if"]
    assert "github.event.issue.state == 'open'" in job["if"]
    commands = step("case-form.yml", "pull-request", "Write the record").split("\n")
    assert commands[:2] == ["gh auth setup-git", '.venv/bin/python hooks/from_issue.py "$GITHUB_EVENT_PATH"']
    assert Path(from_issue.__file__).name == "from_issue.py"


def change(root: Path, *names: str) -> dict[str, str]:
    """What the workflow finds out of a pull request that writes these files, in a copy of the merged state."""
    git(root, "init", "-q", "-b", "main")
    for name in (
        "hooks/a.py",
        "docs/case_studies/a.md",
        "docs/resources/b.md",
        *(f"docs/{one}/c.md" for one in FOLDERS),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("old", encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Base")
    git(root, "switch", "-q", "-c", "change")
    (root / "docs/resources/b.md").unlink()
    for name in names:
        (root / name).write_text("new", encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Change")
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "change", "-m", "Merged")
    output = root.parent / "output"
    environment = {"PATH": "/usr/bin:/bin", "GITHUB_OUTPUT": str(output), "HOME": str(root.parent)}
    script = step("check.yml", "review", "See what changed")
    subprocess.run(["bash", "-e", "-c", script], cwd=root, env=environment, check=True)
    return dict(line.split("=") for line in output.read_text(encoding="utf-8").split())


def test_records_alone_are_checked_with_the_code_they_would_be_merged_into(tmp_path: Path) -> None:
    root = tmp_path / "copy"
    root.mkdir()
    names = [f"docs/{folder}/{name}.md" for folder in FOLDERS for name in ("c", "new")]
    assert change(root, *names) == {"records_only": "true", "base": "HEAD"}
    assert review.changed_files(root, "HEAD") == sorted([*names, "docs/resources/b.md"])
    assert not (root / "docs/resources/b.md").exists()
    head = subprocess.run(
        ["git", "-C", str(root), "log", "-1", "--format=%s"], capture_output=True, text=True, check=True
    )
    assert head.stdout == "Base\n"


def test_anything_else_is_checked_as_it_would_be_merged(tmp_path: Path) -> None:
    root = tmp_path / "copy"
    root.mkdir()
    assert change(root, "docs/case_studies/a.md", "hooks/a.py") == {"records_only": "false", "base": "HEAD^1"}
    assert (root / "hooks/a.py").read_text(encoding="utf-8") == "new"
    assert review.changed_files(root, "HEAD^1") == ["docs/case_studies/a.md", "docs/resources/b.md", "hooks/a.py"]


def test_the_workflow_and_the_program_call_the_same_folders_records() -> None:
    [folders] = re.findall(r"records=\((.+)\)", text_of("check.yml"))
    assert tuple(f"{folder}/" for folder in folders.split()) == review.CONTENT

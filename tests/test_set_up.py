"""The set-up, which runs with whatever Python a machine has."""

import subprocess
import sys
from pathlib import Path

import pytest

import set_up


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a lock file and without an environment; commands are noted, not run."""
    (tmp_path / "requirements.lock").write_text("one==1\n")
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    monkeypatch.setattr(set_up, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(set_up, "BIN", tmp_path / ".venv" / "bin")
    return tmp_path


@pytest.fixture
def commands(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that are run."""
    run: list[list[str]] = []

    def note(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        run.append(command)
        if command[1:3] == ["-m", "venv"]:
            (project / ".venv" / "bin").mkdir(parents=True)
            (project / ".venv" / "bin" / "pip").touch()
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", note)
    return run


def test_packages_are_installed_with_their_hashes_once(
    project: Path, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    set_up.main()
    assert "--require-hashes" in commands[-1]
    assert commands[-1][-2:] == ["-r", str(project / "requirements.lock")]
    done = len(commands)
    set_up.main()
    assert len(commands) == done
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "1/4 Set-up: making .venv from requirements.lock (a minute, the first time)",
        "1/4 Set-up: ready",
    ]


def test_a_changed_lock_file_is_installed_again(project: Path, commands: list[list[str]]) -> None:
    set_up.main()
    done = len(commands)
    (project / "requirements.lock").write_text("one==2\n")
    set_up.main()
    assert len(commands) == done + 1
    assert len(list((project / ".venv").glob(".requirements.lock.*"))) == 1


def test_packages_that_cannot_be_installed_are_an_error(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "bin" / "pip").touch()
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1))
    with pytest.raises(SystemExit, match=r"^The packages could not be installed\. The lines above say why;"):
        set_up.main()
    assert list((project / ".venv").glob(".requirements.lock.*")) == []


def test_as_root_on_debian_venv_is_installed(
    project: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(set_up, "can_make", lambda: False)
    monkeypatch.setattr(set_up, "is_root_on_debian", lambda: True)
    monkeypatch.setattr(set_up, "apt_install", asked.append)
    set_up.main()
    assert asked == ["python3-venv"]
    assert [sys.executable, "-m", "venv", str(project / ".venv")] in commands


def test_elsewhere_the_command_for_venv_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_up, "can_make", lambda: False)
    monkeypatch.setattr(set_up, "is_root_on_debian", lambda: False)
    with pytest.raises(SystemExit) as stopped:
        set_up.main()
    words = "Python's venv is missing. Install it, for example: sudo apt-get install python3-venv"
    assert str(stopped.value) == words


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"^What Works needs Python 3\.11 or newer; this is "):
        set_up.main()

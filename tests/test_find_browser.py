"""Which browser the tests use, and what they say when there is none."""

import subprocess
from pathlib import Path

import pytest

from browser import find_browser as module
from browser.find_browser import NoBrowserError, find_browser


def test_the_named_program_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "browser"
    program.touch()
    monkeypatch.setenv("BROWSER_PATH", str(program))
    assert find_browser() == program


def test_a_named_program_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/browser")
    with pytest.raises(NoBrowserError, match=r"^BROWSER_PATH is /nowhere/browser, where no program lies\. The browser"):
        find_browser()


@pytest.mark.parametrize(
    ("installed", "used"),
    [(["google-chrome"], "google-chrome"), (["chromium", "chromium-headless-shell"], "chromium-headless-shell")],
)
def test_an_installed_browser_is_used_one_without_windows_first(
    installed: list[str], used: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in installed:
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == tmp_path / used


@pytest.mark.parametrize("release", [("chromium-headless-shell", "chromium"), ("chromium",)], ids=["new", "old"])
def test_as_root_on_debian_the_first_package_there_is_is_installed(
    release: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def install(package: str) -> None:
        asked.append(package)
        if package not in release:
            raise subprocess.CalledProcessError(100, "apt-get")
        (tmp_path / package).touch(mode=0o755)

    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(module, "PLACES", ())
    monkeypatch.setattr(module, "is_root_on_debian", lambda: True)
    monkeypatch.setattr(module, "apt_install", install)
    assert find_browser() == tmp_path / release[0]
    assert asked == ["chromium-headless-shell", "chromium"][: asked.index(release[0]) + 1]


def test_without_any_way_the_tests_fail_and_say_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("playwright", module.SECONDS)

    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(module, "PLACES", ())
    monkeypatch.setattr(module, "is_root_on_debian", lambda: False)
    monkeypatch.setattr(subprocess, "run", too_slow)
    with pytest.raises(NoBrowserError, match=r"Install one of them, or set BROWSER_PATH to its program\.$"):
        find_browser()


def test_a_library_that_the_driver_lacks_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    complaints = iter(["libatomic.so.1: cannot open shared object file", ""])
    asked: list[str] = []
    monkeypatch.setattr(module, "driver_complaint", lambda: next(complaints))
    monkeypatch.setattr(module, "is_root_on_debian", lambda: True)
    monkeypatch.setattr(module, "apt_install", asked.append)
    module.ready_driver()
    assert asked == ["libatomic1"]


def test_elsewhere_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "driver_complaint", lambda: "libatomic.so.1: not found.")
    monkeypatch.setattr(module, "is_root_on_debian", lambda: False)
    with pytest.raises(NoBrowserError) as raised:
        module.ready_driver()
    words = "Playwright does not start: libatomic.so.1: not found. On Debian: sudo apt-get install libatomic1"
    assert str(raised.value) == words

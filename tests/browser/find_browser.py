"""Finds or installs a Chromium for the tests. Browser tests are never skipped: without one they fail and say why."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from set_up import apt_install, is_root_on_debian

# A browser without windows does the same in less than half of the time; Debian has it as a package.
PACKAGES = ("chromium-headless-shell", "chromium")
NAMES = (
    *PACKAGES, "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge-stable",
    "microsoft-edge", "msedge",
)  # fmt: skip
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
SECONDS = 300
DRIVER_NEEDS = "libatomic1"
ADVICE = "The browser tests need Chromium, Chrome or Edge. Install one of them, or set BROWSER_PATH to its program."


class NoBrowserError(Exception):
    """There is no browser, and none could be installed."""


def ready_driver() -> None:
    """Playwright's own driver must start; a bare Debian lacks a library that it needs."""
    if not (complaint := driver_complaint()):
        return
    if is_root_on_debian():
        apt_install(DRIVER_NEEDS)
        complaint = driver_complaint()
    if complaint:
        raise NoBrowserError(f"Playwright does not start: {complaint} On Debian: sudo apt-get install {DRIVER_NEEDS}")


def driver_complaint() -> str:
    """What keeps the driver from starting, or nothing."""
    command = [sys.executable, "-m", "playwright", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr.strip()


def find_browser() -> Path:
    """BROWSER_PATH; else what is installed; else, as root on Debian, from apt; else Playwright's own."""
    if named := os.environ.get("BROWSER_PATH"):
        if not Path(named).is_file():
            raise NoBrowserError(f"BROWSER_PATH is {named}, where no program lies. {ADVICE}")
        return Path(named)
    if found := installed():
        return found
    for package in PACKAGES if is_root_on_debian() else ():
        with suppress(subprocess.CalledProcessError):  # older releases do not have the first
            apt_install(package)
        if found := installed():
            return found
    return playwrights_own()


def installed() -> Path | None:
    """A browser that is on this computer already."""
    on_path = (shutil.which(name) for name in NAMES)
    return next((Path(found) for found in (*on_path, *PLACES) if found and Path(found).is_file()), None)


def playwrights_own() -> Path:
    """The browser that Playwright downloads, within a time limit."""
    from playwright.sync_api import sync_playwright

    try:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, check=True, timeout=SECONDS, capture_output=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise NoBrowserError(ADVICE) from error
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)

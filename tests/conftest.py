"""What the tests share: the real site, built once and served, and a browser that complains."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from browser.find_browser import find_browser, ready_driver

ROOT = Path(__file__).resolve().parent.parent
WITHDRAWN = "pendle-supervisory-course-for-community-groups"
SUCCESSOR = "blacon-locking-the-park-gate"
WITHDRAWN_SETTINGS = {"SITE_URL": "https://example.org/what-works/", "AS_AT": "2029-01-31"}
PARTS = ("docs", "schemas", "hooks", "theme", "published", "mkdocs.yml")

# A run is red because of a change, never because of a slow machine or of chance;
# --hypothesis-profile=default tries other examples each time.
expect.set_options(timeout=20_000)
hypothesis.settings.register_profile("same-each-time", deadline=None, derandomize=True)
hypothesis.settings.load_profile("same-each-time")


def pytest_xdist_auto_num_workers() -> int:
    """Half as many processes again as there are cores: a test often waits for its browser."""
    cores = os.cpu_count() or 1
    return cores + cores // 2


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files, sends the site's policy with each, and writes no log."""

    policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; object-src 'none'"

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


class QuietServer(ThreadingHTTPServer):
    """Says nothing of a browser that moved on before its answer came."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tells of what is not that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def copy_project(folder: Path, parts: Sequence[str] = PARTS) -> Path:
    """A copy of what a build reads."""
    for part in parts:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    return folder


def small_project(folder: Path) -> Path:
    """A project with the few records of tests/catalogue: its site is built in a fifth of the time."""
    (folder / "published").mkdir(parents=True)
    return small_records(copy_project(folder, ("hooks", "theme", "mkdocs.yml")))


def small_records(folder: Path) -> Path:
    """The few records of tests/catalogue and the schemas; the real reports, which terms cite, are not among them."""
    copy_project(folder, ("schemas",))
    shutil.copytree(ROOT / "tests" / "catalogue" / "docs", folder / "docs")
    for path in (folder / "schemas" / "vocabularies").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^ +source: \{.*\}\n", "", text), encoding="utf-8")
    return folder


def build(root: Path, *, folder: str = "site", **settings: str) -> subprocess.CompletedProcess[str]:
    """Builds the site of the project at `root` as `make site` does, with some settings."""
    command = [sys.executable, str(root / "hooks" / "build.py"), folder]
    environment = {**os.environ, **settings}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is filled once, however many processes run tests and want it."""
    shared = "PYTEST_XDIST_WORKER" in os.environ
    folder = (factory.getbasetemp().parent if shared else factory.mktemp("shared")) / name
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            work = factory.mktemp(name)
            make(work)
            work.rename(folder)
    return folder


def built(root: Path, **settings: str) -> None:
    """Builds the site of a project; what went wrong fails the test."""
    done = build(root, **settings)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once."""
    return once(tmp_path_factory, "project", lambda root: built(copy_project(root))) / "site"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, ending in a slash."""
    server = QuietServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address at which the real site is served, ending in a slash."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def withdrawn_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, built, whose address is known and in which one case, WITHDRAWN, gave way to another, SUCCESSOR.

    It was made on a day on which every record is overdue for review.
    """
    return once(tmp_path_factory, "withdrawn", _with_a_case_withdrawn)


@pytest.fixture(scope="session")
def withdrawn_url(withdrawn_project: Path) -> Iterator[str]:
    """The address of the site of that project."""
    with served(withdrawn_project / "site") as address:
        yield address


def _with_a_case_withdrawn(root: Path) -> None:
    record = copy_project(root) / "docs" / "case_studies" / f"{WITHDRAWN}.md"
    fields, mark, story = record.read_text(encoding="utf-8").rpartition("\n---\n")
    reason = "It told the same story as another record."
    gone = f"\nwithdrawn:\n  reason: {reason}\n  on: 2026-11-20\n  successor: {SUCCESSOR}"
    changed = "\nchanges:\n  - {on: 2026-11-20, kind: minor, note: A misspelt name was put right.}"
    record.write_text(f"{fields}{gone}{changed}{mark}{story}", encoding="utf-8")
    built(root, **WITHDRAWN_SETTINGS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser, for all tests."""
    ready_driver()
    path = find_browser()
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=arguments)
        yield browser
        browser.close()


def complaints_of(page: Page, site_url: str) -> list[str]:
    """Fills a list with what goes wrong on a page: errors, failed requests, requests to other hosts."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what a page asked for is dropped when the reader moves on
            found.append(f"failed: {request.url}")

    def asked(request: Request) -> None:
        if not request.url.startswith((site_url, "blob:", "data:")):
            found.append(f"elsewhere: {request.url}")

    page.on("requestfailed", failed)
    page.on("request", asked)
    return found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile, wide and light."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site_url: str) -> Iterator[Page]:
    """A fresh page; anything that goes wrong on it fails the test."""
    page = context.new_page()
    found = complaints_of(page, site_url)
    yield page
    assert found == []

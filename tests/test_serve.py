"""Serving while somebody writes: a bad record is left out and told of; the rest is served and follows changes."""

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import small_project

BAD = "docs/case_studies/anytown-residents-practise-speaking.md"
PATIENCE = 90


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Served:
    """A project that is being served."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.address = f"http://127.0.0.1:{free_port()}/"
        settings = root / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("127.0.0.1:8000", self.address[7:-1]), encoding="utf-8")
        self.log = root / "serve.log"
        with self.log.open("w") as log:
            command = [sys.executable, str(root / "hooks" / "serve.py")]
            self.process = subprocess.Popen(command, cwd=root, stdout=log, stderr=subprocess.STDOUT)

    def get(self, path: str = "") -> str:
        """A page, or nothing while there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def until(self, words: str, path: str = "") -> str:
        """The page once it has the words."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if words in (text := self.get(path)):
                return text
            time.sleep(0.3)
        pytest.fail(f"'{words}' never came up at /{path}.\n{self.log.read_text()}")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    root = small_project(tmp_path)
    record = root / BAD
    record.write_text(re.sub(r"(?m)^stage: .*$", "stage: flyingg", record.read_text(encoding="utf-8")))
    served = Served(root)
    yield served
    served.process.terminate()
    served.process.wait(timeout=20)


def test_a_bad_record_is_left_out_and_told_of_and_changes_are_followed(served: Served) -> None:
    home = served.until("1 problem in the records")
    assert "Stage: &#39;flyingg&#39; is not a stage. Did you mean &#39;flying&#39; (Flying)?" in home
    assert served.get("case_studies/anytown-residents-practise-speaking/") == ""
    assert "<h1" in served.get("case_studies/otherville-chairs-meet/")
    log = served.log.read_text()
    assert f"{BAD}:" in log
    for line in ("2/4 Records:", "3/4 Pages:", f"4/4 Open {served.address} (Ctrl+C ends it)"):
        assert line in log
    record = served.root / BAD
    record.write_text(record.read_text(encoding="utf-8").replace("stage: flyingg", "stage: functioning"))
    served.until("<h1", "case_studies/anytown-residents-practise-speaking/")
    assert "problem in the records" not in served.get()
    needs = served.root / "schemas" / "vocabularies" / "needs.yml"
    needs.write_text(needs.read_text(encoding="utf-8").replace("label: Problem solving", "label: Solving problems"))
    served.until("Solving problems", "needs/")

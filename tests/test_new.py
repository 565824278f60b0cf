"""`hooks/new.py`: the questions in the terminal, and what people send, each with all that is printed.

An interview is tests/interviews/<name>.in, a line per answer, and <name>.out, the whole conversation and the record.
What somebody sent is a file in tests/letters; <file>.out is what is printed and the record. `REWRITE_GOLDENS=1` writes
the outcomes anew: read the difference.
"""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import new
from test_golden_problems import CASES, GOOD, ROOT, lists_of, project
from test_issue_form import DAY, recorded
from whatworks.forms.incoming import find, name_of

TESTS = Path(__file__).parent
INTERVIEWS = sorted(path.stem for path in (TESTS / "interviews").glob("*.in"))
LETTERS = sorted(path.name for path in (TESTS / "letters").iterdir() if path.suffix != ".out")


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small project."""
    monkeypatch.setattr("whatworks.loading.load_vocabularies", lists_of)
    with project() as root:
        yield root


class Typed:
    """Somebody who types the lines of a file and then closes the terminal; what is typed is shown."""

    def __init__(self, name: str) -> None:
        self.lines = (TESTS / "interviews" / f"{name}.in").read_text(encoding="utf-8").split("\n")[:-1]

    def __call__(self, prompt: str) -> str:
        if not self.lines:
            print(prompt)
            raise EOFError
        print(f"{prompt}{self.lines[0]}")
        return self.lines.pop(0)


def outcome(root: Path, status: int, out: str) -> str:
    """What was printed, the status, and the records that are new."""
    made = sorted(set((root / CASES).iterdir()) - {root / CASES / path.name for path in originals()})
    return "\n".join([out, f"status {status}", *(f"{path.name}\n{path.read_text(encoding='utf-8')}" for path in made)])


def originals() -> list[Path]:
    """The cases that the small project has."""
    return list((ROOT / "tests" / "catalogue" / CASES).iterdir())


def compare(path: Path, text: str) -> None:
    """Compares with a recorded outcome, or writes it."""
    if "REWRITE_GOLDENS" in os.environ:
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", INTERVIEWS)
def test_a_whole_interview(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = new.main([], root, Typed(name), DAY)
    compare(TESTS / "interviews" / f"{name}.out", outcome(root, status, capsys.readouterr().out))


def test_a_finished_interview_has_a_record_without_mistakes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new.main([], root, Typed("brief"), DAY) == 0
    assert "\n1 file checked, no problems\n" in capsys.readouterr().out
    assert not (root / new.DRAFT).exists()


def test_nothing_is_lost_when_it_is_stopped(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new.main([], root, Typed("stopped"), DAY) == 1
    kept = json.loads((root / new.DRAFT).read_text(encoding="utf-8"))
    assert kept == {"depth": "case study", "name": None, "also_known_as": None, "place-area": "Anytown"}
    assert capsys.readouterr().out.endswith(
        "\nStopped. Your answers are in drafts/new.json; the same command goes on from there.\n"
    )
    again = Typed("stopped")
    again.lines = ["Anytown"]
    assert new.main([], root, again, DAY) == 1
    out = capsys.readouterr().out
    assert "Your draft has 4 answers." in out
    assert "Did it have a name?" not in out
    assert json.loads((root / new.DRAFT).read_text(encoding="utf-8"))["place-name"] == "Anytown"


def test_a_draft_that_cannot_be_read_is_set_aside(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "drafts").mkdir()
    (root / new.DRAFT).write_text('{"depth": ', encoding="utf-8")
    assert new.drafted(root / new.DRAFT) == {}
    assert (root / "drafts" / "new.unreadable").read_text(encoding="utf-8") == '{"depth": '
    assert capsys.readouterr().out == "drafts/new.json could not be read. It is now called new.unreadable.\n"


@pytest.mark.parametrize("name", LETTERS)
def test_what_somebody_sent(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = new.main(["--from", str(TESTS / "letters" / name)], root, day=DAY)
    compare(TESTS / "letters" / f"{name}.out", outcome(root, status, capsys.readouterr().out))


def test_a_form_from_github_is_taken_in(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "form.txt").write_text(recorded("plain"), encoding="utf-8")
    assert new.main(["--from", str(tmp_path / "form.txt")], root, day=DAY) == 0
    assert (root / CASES / "anytown-residents-practise-before-each-meeting.md").is_file()
    (tmp_path / "form.txt").write_text(recorded("hostile"), encoding="utf-8")
    assert new.main(["--from", str(tmp_path / "form.txt")], root, day=DAY) == 1
    assert "A heading in an answer is no question; it was kept as text" in capsys.readouterr().out


def test_no_record_is_written_over_unless_that_is_said(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "anytown-residents-practise-speaking.md"
    (tmp_path / name).write_text(GOOD.replace("One coach", "A coach"), encoding="utf-8")
    assert new.main(["--from", str(tmp_path / name)], root, day=DAY) == 1
    assert (root / CASES / name).read_text(encoding="utf-8") == GOOD
    assert capsys.readouterr().out == (
        f"docs/case_studies/{name} is there already. Nothing was written. If this is a newer version of it, add "
        "--replace; if it is another case, give it a name with --as.\n"
    )
    assert new.main(["--from", str(tmp_path / name), "--as", "Anytown: a coach!"], root, day=DAY) == 0
    assert (root / CASES / "anytown-a-coach.md").is_file()
    assert new.main(["--from", str(tmp_path / name), "--replace"], root, day=DAY) == 0
    assert "A coach" in (root / CASES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["../../evil", "/etc/passwd", "docs/case_studies/../evil", ".git/config"])
def test_no_name_leads_out_of_the_folder(name: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    before = set(root.rglob("*"))
    new.main(["--from", str(tmp_path / "a.md"), "--as", name], root, day=DAY)
    [made] = set(root.rglob("*")) - before
    assert made.parent == root / CASES


def test_a_link_or_a_folder_is_not_written_to(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = tmp_path / "outside.md"
    outside.touch()
    (root / CASES / "a-link.md").symlink_to(outside)
    (root / CASES / "a-folder.md").mkdir()
    shutil.copy(root / CASES / "otherville-chairs-meet.md", tmp_path / "sent.md")
    for name in ("a-link", "a-folder"):
        assert new.main(["--from", str(tmp_path / "sent.md"), "--as", name, "--replace"], root, day=DAY) == 1
    assert outside.read_bytes() == b""
    assert capsys.readouterr().out.splitlines() == [
        "docs/case_studies/a-link.md is no plain file. Nothing was written.",
        "docs/case_studies/a-folder.md is no plain file. Nothing was written.",
    ]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("anytown-map.md", "anytown-map.md"),
        ("anytown-map (2).md", "anytown-map.md"),
        ("Any Town.md", "any-town.md"),
        ("letter.txt", ""),
    ],
)
def test_the_name_of_a_download(file: str, name: str) -> None:
    assert name_of(file) == name


def test_a_record_in_a_letter_is_kept_byte_for_byte() -> None:
    found = find(f"\ufeffHello\n\n{GOOD}")
    assert found is not None
    assert (found.text, found.around, found.name) == (GOOD, True, "")
    plain = find(GOOD)
    assert plain is not None
    assert (plain.text, plain.around) == (GOOD, False)
    assert find("Hello\n---\nno field\n---\n") is None
    assert find("---\ntitle: x") is None


def test_the_bytes_of_an_old_program_for_mail(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Café £5".encode("cp1252"))
    assert new.text_of(tmp_path / "a.txt") == "Café £5"

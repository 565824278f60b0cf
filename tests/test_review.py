"""What is done with a pull request, on a small project under Git; the build of the site is tested elsewhere."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import build
import review
from builders import CASE, FRAMEWORK, GUIDE, RESOURCE, SOURCE, START, SURVEY, TOOLS, catalogue
from test_golden_problems import CASES, ROOT, lists_of, project, put
from whatworks.loading import load
from whatworks.pages import all_pages
from whatworks.records import FOLDERS

GOOD = CASES / "anytown-residents-practise-speaking.md"
PAGE = "/case_studies/anytown-residents-practise-speaking/"


def git(root: Path, *arguments: str) -> None:
    """A command of Git, by nobody in particular."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small project with one commit on `main`, whose site is built by writing its pages down."""

    def built(folder: str, *, root: Path) -> int:
        for page in all_pages(load(root).catalogue):
            path = root / folder / page.address.strip("/") / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.text, encoding="utf-8")
        (root / folder / "assets").mkdir()
        (root / folder / "assets" / "base.css").touch()
        return 0

    monkeypatch.setattr(build, "main", built)
    monkeypatch.setattr("whatworks.loading.load_vocabularies", lists_of)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    with project() as root:
        shutil.copy(ROOT / "REVIEWING.md", root)
        shutil.copy(ROOT / ".gitignore", root)
        git(root, "init", "-q", "-b", "main")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "All")
        yield root


def previewed(root: Path) -> list[str]:
    """The files of the preview."""
    folder = root / "pull-request" / "preview"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_changed_record_is_checked_previewed_and_reported(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "switch", "-q", "-c", "change")
    (root / GOOD).write_text((root / GOOD).read_text(encoding="utf-8").replace("One coach", "A coach"), "utf-8")
    assert review.main([], root) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "The report is in pull-request/report.md, the pages to read in pull-request/preview/."
    )
    report = (root / "pull-request" / "report.md").read_text(encoding="utf-8")
    assert report.startswith(f"## What changed\n\nRecords only.\n\n```text\n{GOOD.as_posix()}\n```\n\n## Check: ")
    addresses = [PAGE, "/approaches/coaching/", "/approaches/meeting-preparation/"]
    addresses += ["/needs/better-meetings/", "/needs/confidence-to-engage/"]
    pages = "\n".join(f"- `{address}`" for address in addresses)
    assert (
        f" no problems\n\n## Pages to read\n\n{pages}\n\n## For the reviewer: what no machine can check\n\n" in report
    )
    assert report.endswith(f"{review.checklist(ROOT)}\n")
    assert previewed(root) == sorted(["assets/base.css", *(f"{one.strip('/')}/index.html" for one in addresses)])
    assert not (root / "pull-request" / "site").exists()


def test_a_mistake_stops_the_build_and_nothing_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put("two-mistakes", root)
    assert review.main(["--base", "HEAD", "--format", "github"], root) == 1
    out = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in out[:2]] == ["::error", "::error"]
    assert out[-1] == "The report is in pull-request/report.md."
    report = (root / "pull-request" / "report.md").read_text(encoding="utf-8")
    assert f"## Pages to read\n\n{review.NOT_BUILT}\n\n" in report
    assert "two-mistakes.md:48:26: Document (source 2): 'anytown-2005' is not a source record." in report


def test_the_summary_of_the_run_is_the_report(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert review.main([], root) == 0
    report = (root / "pull-request" / "report.md").read_text(encoding="utf-8")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8") == f"{report}\n"
    assert "```text\nnothing\n```\n" in report
    assert review.NO_PREVIEW in report


def test_all_changes_are_seen(root: Path) -> None:
    git(root, "switch", "-q", "-c", "change")
    (root / "new.txt").touch()
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "New")
    (root / GOOD).unlink()
    (root / CASES / "strange\n`name`.md").touch()
    names = [(CASES / "strange\n`name`.md").as_posix(), GOOD.as_posix(), "new.txt"]
    assert review.changed_files(root, "main") == sorted(names)
    assert review.changed_files(root, "HEAD") == sorted(names[:2])
    assert review.first_base(root) == "main"


TERMS = ("/approaches/coaching/", "/needs/confidence/")
# A record of each kind, and whether the pages of its terms list it.
RECORDS = {
    "case_studies": (CASE, True),
    "evidence": (SURVEY, True),
    "frameworks": (FRAMEWORK, False),
    "guides": (GUIDE, True),
    "meeting_tools": (TOOLS[0], False),
    "resources": (RESOURCE, True),
    "sources": (SOURCE, False),
    "start": (START, False),
}


def test_to_be_read_are_the_pages_of_changed_records_and_those_of_the_terms_that_list_them() -> None:
    pages = {page.address: page for page in all_pages(catalogue())}
    assert RECORDS.keys() == FOLDERS.keys()
    for folder, (record, is_listed) in RECORDS.items():
        own = f"/{folder}/{record.id}/"
        assert pages[own].file == record.path
        assert review.terms_of({record.path}, catalogue()) == list(TERMS if is_listed else ())
        assert [f'href="../..{own}"' in pages[term].text for term in TERMS] == [is_listed] * 2
    changed = [record.path for record, _ in RECORDS.values()]
    found = {f"/{folder}/{record.id}/" for folder, (record, _) in RECORDS.items()}
    assert sorted(review.addresses_of(changed, catalogue())) == sorted({*found, *TERMS})


def test_records_only() -> None:
    assert review.is_content_only([f"docs/{folder.name}/a.md" for folder in (ROOT / "docs").iterdir()])
    assert not review.is_content_only(["docs/case_studies/a.md", "schemas/common.schema.json"])
    assert not review.is_content_only(["docs/index.md"])


def test_the_checklist_is_the_reviewers_guide() -> None:
    lines = review.checklist(ROOT).splitlines()
    assert len(lines) >= 10
    assert lines[0] == "- [ ] I read the page as a stranger would, and I know what was done and what came of it."

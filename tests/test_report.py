"""What to do next, as `make report` says it: the whole output, on a small project."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import report
from test_golden_problems import CASES, PROBLEMS, lists_of, project

CHAIRS = CASES / "otherville-chairs-meet.md"
CHANGES = """changes:
  - {on: 2027-03-01, kind: minor, note: A misspelt name was put right.}
  - {on: 2027-02-03, kind: major, note: The chairs met twice a year and not each month.}
  - {on: 2026-12-01, kind: major, note: Nobody wrote the minutes.}
"""
GONE = "withdrawn: {on: 2027-02-10, reason: It could not be confirmed.}\n"
REGISTER = """documents:
  - title: Learning to work together
    published_by: Government Office for Exampleshire
    year: 2027
    tell: The neighbourhood renewal team of the office
    cites:
      - {kind: case_studies, id: otherville-chairs-meet, version: "2026-11-22 · 0a1b2c3d"}
      - {kind: guides, id: preparing-for-a-meeting}
  - title: Chairs and their networks
    published_by: Exampleshire Council
    year: 2027
    address: https://example.org/chairs
    tell: The partnerships desk
    cites:
      - {kind: case_studies, id: otherville-chairs-meet}
      - {kind: case_studies, id: anytown-residents-practise-speaking, version: "2026-11-22"}
"""
QUIET = """Report of 1 March 2027

Whom to tell of major changes since what they cite
  Nobody. The register of guidance has no entries.

Overdue for review
  Nothing.

Due in the next 90 days, by 30 May 2027
  Nothing.
"""


def add(path: Path, fields: str) -> None:
    """Adds fields to a record."""
    path.write_text(
        path.read_text(encoding="utf-8").replace("\nreviewed:", f"\n{fields}reviewed:", 1), encoding="utf-8"
    )


def due(path: Path, day: str) -> None:
    """Changes the day by which a record is to be read again."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("review_by: 2028-11-22", f"review_by: {day}"), encoding="utf-8")


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small project on 1 March 2027."""
    monkeypatch.setattr("whatworks.loading.load_vocabularies", lists_of)
    monkeypatch.setenv("AS_AT", "2027-03-01")
    with project() as root:
        yield root


@pytest.fixture
def busy(root: Path) -> Path:
    """The small project with changes, guidance that relies on it, and records to read again."""
    (root / "published").mkdir()
    (root / "published" / "guidance.yml").write_text(REGISTER, encoding="utf-8")
    add(root / CHAIRS, CHANGES)
    add(root / CASES / "anytown-residents-practise-speaking.md", GONE)
    due(root / CHAIRS, "2027-02-28")
    due(root / "docs" / "sources" / "otherville-2003.md", "2027-01-31")
    due(root / "docs" / "guides" / "preparing-for-a-meeting.md", "2027-05-30")
    due(root / "docs" / "resources" / "speaking-up-course.md", "2027-05-31")
    return root


def test_where_nothing_is_to_be_done_it_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report.main([], root) == 0
    assert capsys.readouterr().out == QUIET


def test_the_whole_report(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report.main([], busy) == 0
    assert (
        capsys.readouterr().out
        == """Report of 1 March 2027

Whom to tell of major changes since what they cite
  The neighbourhood renewal team of the office
    for “Learning to work together” (Government Office for Exampleshire, 2027)
    which cites /case_studies/otherville-chairs-meet/, version 2026-11-22 · 0a1b2c3d
      2027-02-03  Chairs of partnerships met to help each other
                  Major change: The chairs met twice a year and not each month.
      2026-12-01  Chairs of partnerships met to help each other
                  Major change: Nobody wrote the minutes.
  The partnerships desk
    for “Chairs and their networks” (Exampleshire Council, 2027)
    which cites /case_studies/otherville-chairs-meet/
      2027-02-03  Chairs of partnerships met to help each other
                  Major change: The chairs met twice a year and not each month.
  The partnerships desk
    for “Chairs and their networks” (Exampleshire Council, 2027)
    which cites /case_studies/anytown-residents-practise-speaking/, version 2026-11-22
      2027-02-10  Residents practised speaking before each meeting
                  Withdrawn: It could not be confirmed.

Overdue for review
  2027-01-31  docs/sources/otherville-2003.md
  2027-02-28  docs/case_studies/otherville-chairs-meet.md

Due in the next 90 days, by 30 May 2027
  2027-05-30  docs/guides/preparing-for-a-meeting.md
"""
    )


def test_since_a_day(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report.main(["--since", "2027-02-10"], busy) == 0
    told = capsys.readouterr().out.partition("\n\nOverdue")[0]
    assert (
        told
        == """Report of 1 March 2027

Whom to tell of major changes since 10 February 2027
  The partnerships desk
    for “Chairs and their networks” (Exampleshire Council, 2027)
    which cites /case_studies/anytown-residents-practise-speaking/, version 2026-11-22
      2027-02-10  Residents practised speaking before each meeting
                  Withdrawn: It could not be confirmed."""
    )
    assert report.main(["--since", "2027-02-11"], busy) == 0
    assert "\n  Nobody. The register of guidance has 2 entries.\n" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        report.main(["--since", "yesterday"], busy)
    assert (
        "argument --since: 'yesterday' is not a day of the calendar. Write a date like 2026-11-01."
        in capsys.readouterr().err
    )


def test_records_with_mistakes_are_named_as_left_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(PROBLEMS / "missing-field.md", root / CASES)
    assert report.main([], root) == 0
    words = "Some records have mistakes and are left out here. To see them: make check\n\n"
    assert capsys.readouterr().out == QUIET.replace("2027\n\nWhom", f"2027\n\n{words}Whom")

"""Strict is strict: each fault planted in a copy of the project stops the build, and leaves the old site in place."""

from pathlib import Path

import pytest

from conftest import build, small_project

CASE = "docs/case_studies/anytown-residents-practise-speaking.md"
GUIDE = "docs/guides/preparing-for-a-meeting.md"
FAULTS = {
    "a broken internal link": (
        GUIDE,
        "## In the meeting",
        "See [that](../case_studies/nowhere.md).\n\n## In the meeting",
        "Story: '../case_studies/nowhere.md' leads to no file.",
    ),
    "a missing anchor": (
        GUIDE,
        "## In the meeting",
        "See [that](../case_studies/otherville-chairs-meet.md#nowhere).\n\n## In the meeting",
        "does not contain an anchor '#nowhere'",
    ),
    "an unknown term": (
        CASE,
        "setting: local-strategic-partnership",
        "setting: local-strategic-partnershp",
        "Setting: 'local-strategic-partnershp' is not a setting. Did you mean 'local-strategic-partnership'",
    ),
    "a script in a body": (
        CASE,
        "## What they did",
        "<script>alert(1)</script>\n\n## What they did",
        "Story: '<script>' is HTML, which records may not have.",
    ),
    "an unresolved template variable": (
        GUIDE,
        "## In the meeting",
        "Welcome, {{ user.name }}.\n\n## In the meeting",
        "Story: '{{ user.name }}' looks like a template variable that was never filled in.",
    ),
    "a template of ours with a name that is not there": (
        "hooks/whatworks/pages/templates/case_list.md.j2",
        "# All cases",
        "# All {{ nothing_of_that_name }}",
        "'nothing_of_that_name' is undefined",
    ),
    "a broken link in HTML, which MkDocs does not check": (
        "hooks/whatworks/pages/templates/case_list.md.j2",
        "# All cases",
        '# All cases\n\n<p><a href="../nowhere/">That</a></p>',
        "case_studies/index.html: the link '../nowhere/' leads to no page",
    ),
    "a missing anchor in HTML": (
        "hooks/whatworks/pages/templates/case_list.md.j2",
        "# All cases",
        '# All cases\n\n<p><a href="../needs/#nowhere">That</a></p>',
        "case_studies/index.html: the link '../needs/#nowhere' leads to no anchor of its page",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_fails_the_build(name: str, tmp_path: Path) -> None:
    file, old, new, complaint = FAULTS[name]
    root = small_project(tmp_path)
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("the site of yesterday")
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    built = build(root)
    assert built.returncode != 0
    assert complaint in built.stdout + built.stderr
    assert [path.name for path in (root / "site").iterdir()] == ["index.html"]
    assert (root / "site" / "index.html").read_text() == "the site of yesterday"
    assert list(root.glob(".site-*")) == []


def test_without_a_fault_the_build_passes_and_replaces_the_old_site(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / "site").mkdir()
    (root / "site" / "old.html").write_text("old")
    built = build(root)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (root / "site" / "index.html").is_file()
    assert not (root / "site" / "old.html").exists()
    assert list(root.glob(".site-*")) == []

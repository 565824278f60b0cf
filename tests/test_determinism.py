"""The same records give the same site, byte by byte, wherever and by whomever it is built; and never half of one."""

import os
import shutil
from pathlib import Path

import pytest

from build import put_in_place
from conftest import WITHDRAWN_SETTINGS, build

# What differs between one computer and another.
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "COLUMNS": "40"}


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_another_computer_in_another_time_zone_builds_the_same_bytes(withdrawn_project: Path, tmp_path: Path) -> None:
    root = tmp_path / "another folder"
    shutil.copytree(withdrawn_project, root, ignore=shutil.ignore_patterns("site", "__pycache__"))
    mask = os.umask(0o077)
    try:
        built = build(root, folder="out", **WITHDRAWN_SETTINGS, **ELSEWHERE)
    finally:
        os.umask(mask)
    assert built.returncode == 0, built.stdout + built.stderr
    here, there = contents(withdrawn_project / "site"), contents(root / "out")
    assert sorted(here) == sorted(there)
    assert [name for name in sorted(here) if here[name] != there[name]] == []
    assert {"index.html", "sitemap.xml", "search/full_text/pagefind.js", "data/v1/case_studies.json"} < set(here)


def test_the_old_site_is_put_back_if_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    for folder in (site, work):
        folder.mkdir()
    (site / "index.html").write_text("the site of yesterday", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        put_in_place(work, site)
    assert (site / "index.html").read_text(encoding="utf-8") == "the site of yesterday"

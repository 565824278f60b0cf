"""Settings: what needs an empty one is left out of the pages; what is set is used."""

import re
from pathlib import Path

import pytest

from conftest import built, small_project

CONTRIBUTE = "contribute/index.html"
REAL = "case_studies/blacon-locking-the-park-gate/index.html"
CASE = "case_studies/anytown-residents-practise-speaking"
SETTINGS = {
    "SITE_URL": "https://example.org/what-works/",
    "REPO_URL": "https://example.org/repository",
    "REPORT_ADDRESS": "report@example.org",
    "LICENCE": "Example Licence 1.0",
    "LICENCE_HOLDER": "Example Holder",
    "REVIEWERS": "Two editors",
    "REVIEW_TIME": "about two weeks",
}


def test_empty_settings_leave_nothing_behind(site: Path) -> None:
    paths = (REAL, CONTRIBUTE, "index.html", "needs/problem-solving/index.html")
    for path in (site / one for one in paths):
        text = path.read_text(encoding="utf-8")
        assert 'rel="canonical"' not in text
        assert "Report a mistake" not in text
        assert "Edit this page" not in text
        assert "example.org" not in text
        assert "Our own text" not in text
        assert not re.search("data-(new|edit|mail)=|mailto:|Who decides|How long it takes", text)


@pytest.fixture(scope="module")
def set_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built with every setting."""
    root = small_project(tmp_path_factory.mktemp("settings"))
    built(root, **SETTINGS)
    return root / "site"


def test_settings_are_used(set_site: Path) -> None:
    text = (set_site / CASE / "index.html").read_text(encoding="utf-8")
    address = f"https://example.org/what-works/{CASE}/"
    assert f'<link rel="canonical" href="{address}">' in text
    assert 'href="mailto:report@example.org"' in text
    assert "Our own text: Example Licence 1.0, Example Holder." in text
    edit = f"https://example.org/repository/edit/main/docs/{CASE}.md"
    assert f'href="{edit}"' in text


def test_only_pages_with_a_file_to_edit_have_the_link(set_site: Path) -> None:
    term = (set_site / "needs" / "problem-solving" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/repository/edit/main/schemas/vocabularies/needs.yml"' in term
    table = (set_site / "gap_map" / "index.html").read_text(encoding="utf-8")
    assert "/edit/main/" not in table


def test_a_contribution_can_be_sent_where_the_settings_say(set_site: Path) -> None:
    text = (set_site / CONTRIBUTE).read_text(encoding="utf-8")
    assert 'data-new="https://example.org/repository/new/main/"' in text
    assert 'data-edit="https://example.org/repository/edit/main/"' in text
    assert 'data-mail="report@example.org"' in text
    assert "Who decides: Two editors." in text
    assert "How long it takes: about two weeks." in text
    assert "What you send is published under Example Licence 1.0, as the site's own text is." in text

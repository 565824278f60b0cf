"""Whether the links of a finished site are all looked at."""

from pathlib import Path

import pytest

from whatworks.published import broken_links


def page(site: Path, name: str, body: str) -> None:
    """Writes one page."""
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site without a broken link, in a folder beside another file."""
    (tmp_path / "README.md").write_text("Outside", encoding="utf-8")
    site = tmp_path / "site"
    page(site, "index.html", '<a id="top" href="needs/">N</a> <img src="assets/a%20b.svg"> <a href="#top">T</a>')
    page(
        site,
        "needs/index.html",
        '<h2 id="skills">S</h2><a href="..">U</a> <a href="./#skills">S</a> <a href="?q=1">Q</a>',
    )
    page(site, "404.html", '<a href="/needs/">absolute</a>')
    (site / "assets").mkdir()
    (site / "assets" / "a b.svg").write_text("<svg/>", encoding="utf-8")
    return site


def test_a_sound_site_has_no_broken_link(site: Path) -> None:
    assert list(broken_links(site)) == []


@pytest.mark.parametrize(
    "link",
    [
        "needs/",
        "needs",
        "needs/index.html",
        "needs/#skills",
        "needs/index.html#skills",
        "needs/?need=a#skills",
        "./#top",
        "#%74op",
        "assets/a%20b.svg",
        "https://example.org/nowhere",
        "//example.org/nowhere",
        "mailto:a@example.org",
        "/anywhere/",
    ],
)
def test_links_that_lead_somewhere(site: Path, link: str) -> None:
    page(site, "index.html", f'<a id="top" href="{link}">x</a>')
    assert list(broken_links(site)) == []


@pytest.mark.parametrize(
    ("link", "where"),
    [
        ("nowhere/", "page"),
        ("needs/nothing", "page"),
        ("needs/nothing/#skills", "page"),
        ("assets/", "page"),
        ("Needs/", "page"),
        ("../README.md", "page"),
        ("assets/../../README.md", "page"),
        ("#nothing", "anchor of its page"),
        ("needs/#top", "anchor of its page"),
        ("needs/?need=a#Skills", "anchor of its page"),
    ],
)
def test_links_that_lead_nowhere(site: Path, link: str, where: str) -> None:
    page(site, "index.html", f'<a id="top" href="{link}">x</a>')
    assert list(broken_links(site)) == [f"index.html: the link '{link}' leads to no {where}"]


def test_pictures_styles_and_scripts_are_links_too(site: Path) -> None:
    page(site, "a/b.html", '<img src="x.svg"><script src="../x.js"></script><link href="x.css"><a href="">e</a>')
    assert list(broken_links(site)) == [
        f"a/b.html: the link '{link}' leads to no page" for link in ("x.svg", "../x.js", "x.css")
    ]


def test_each_link_of_each_page_is_told_once_in_order(site: Path) -> None:
    page(site, "a.html", '<a href="y">1</a> <a href="x">2</a> <a href="y">3</a>')
    page(site, "b/index.html", '<a href="x">4</a>')
    assert list(broken_links(site)) == [
        "a.html: the link 'y' leads to no page",
        "a.html: the link 'x' leads to no page",
        "b/index.html: the link 'x' leads to no page",
    ]


def test_a_site_reached_by_another_name_is_looked_at_as_well(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page(site, "index.html", '<a href="needs/#nothing">x</a>')
    expected = ["index.html: the link 'needs/#nothing' leads to no anchor of its page"]
    (site.parent / "link").symlink_to(site)
    assert list(broken_links(site.parent / "link")) == expected
    monkeypatch.chdir(site.parent)
    assert list(broken_links(Path("site"))) == expected


def test_the_text_of_a_script_is_no_link(site: Path) -> None:
    page(site, "index.html", "<script>const a = '<a href=\"x\">';</script><!-- <a href='y'> -->")
    assert list(broken_links(site)) == []

"""The copy of the site for a disk: complete, always the same, and of use without a server and with a small one."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.axe import violations
from builders import catalogue
from conftest import served
from whatworks.offline import LEFT_OUT, copied, offline_copy, zipped
from whatworks.offline.links import Links
from whatworks.published import broken_links


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the unpacked copy."""
    folder = tmp_path_factory.mktemp("disk")
    with zipfile.ZipFile(site / "data" / "what-works.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder / "what-works"


@pytest.fixture
def disk(browser: Browser) -> Iterator[Page]:
    """A page for files of a disk: what they ask of the network fails the test, and so does an error of a script."""
    context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    found: list[str] = []
    page.on("request", lambda one: None if one.url.startswith("file:") else found.append(one.url))
    page.on("pageerror", lambda error: found.append(str(error)))
    yield page
    context.close()
    assert found == []


def files_of(archive: Path) -> list[zipfile.ZipInfo]:
    """What a ZIP file holds."""
    with zipfile.ZipFile(archive) as opened:
        return opened.infolist()


def test_no_link_of_the_copy_is_dead(copy: Path) -> None:
    assert list(broken_links(copy)) == []


def test_the_copy_holds_the_site_and_nothing_that_means_nothing_there(site: Path, copy: Path) -> None:
    whole = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    own = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    assert own - whole == {"README.txt", "assets/offline/entries.js"}
    assert whole - own == {"404.html", "data/what-works.zip"}


def test_every_link_to_a_page_names_its_file(copy: Path) -> None:
    for path in copy.rglob("*.html"):
        for link in re.findall(r'<a\b[^>]*?\shref="([^"#?:]+)[^":]*"', path.read_text(encoding="utf-8")):
            assert not (path.parent / link).is_dir(), (path, link)


def test_the_file_has_one_folder_one_day_and_one_order(site: Path) -> None:
    found = files_of(site / "data" / "what-works.zip")
    assert len({one.date_time for one in found}) == 1
    assert {(one.create_system, one.external_attr >> 16, one.extra) for one in found} == {(3, 0o644, b"")}
    assert [one.filename for one in found] == sorted(one.filename for one in found)
    assert {one.filename.split("/")[0] for one in found} == {"what-works"}


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    known = catalogue(as_at="2026-11-22")
    for name, text in (("index.html", '<main id="content"><a href="x/">x</a>'), ("x/index.html", "x"), ("b.txt", "b")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    once = offline_copy(known, tmp_path)
    (tmp_path / "b.txt").unlink()
    (tmp_path / "b.txt").write_text("b")
    assert offline_copy(known, tmp_path) == once
    assert zipped(catalogue(), {"a": b"a"})[10:14] == b"\x00\x00\x21\x00"  # the oldest day that the format knows


@pytest.mark.parametrize(
    ("path", "is_left_out"),
    [
        ("data/what-works.zip", True),
        ("sitemap.xml", True),
        ("404.html", True),
        ("data/v1/case_studies/ash-green/2026-11-22-0a1b2c3d.json", True),
        ("data/v1/case_studies/ash-green.json", False),
        ("data/v1/lists/region/wales.json", False),
        ("data/index.html", False),
        ("case_studies/sitemap.xml", False),
    ],
)
def test_what_is_left_out(path: str, is_left_out: bool) -> None:
    assert bool(LEFT_OUT.fullmatch(path)) is is_left_out


FILES = frozenset({"index.html", "needs/index.html", "needs/one/index.html", "a.css", "data/v1/cases.csv"})


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../../", "../../index.html"),
        ("../..", "../../index.html"),
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("../?a=b#c", "../index.html?a=b#c"),
        ("../one/#x", "../one/index.html#x"),
        ("#x", "#x"),
        ("?a=b", "?a=b"),
        ("../../a.css", "../../a.css"),
        ("https://example.org/needs/", "https://example.org/needs/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../../gone.zip", None),
    ],
)
def test_a_link_for_a_disk(link: str, expected: str | None) -> None:
    assert Links(FILES, "").link("needs/one/index.html", link) == expected


def test_what_the_copy_lacks_is_found_at_the_site_if_that_has_an_address() -> None:
    html = '<a class="b" href="gone.zip" download>x</a> <code> href="needs/"</code> <link href="a.css">'
    assert Links(FILES, "").to_files("index.html", html) == html.replace(' href="gone.zip"', "")
    whole = Links(FILES, "https://example.org/w/").to_files("index.html", html)
    assert whole == html.replace("gone.zip", "https://example.org/w/gone.zip")


def test_a_page_without_a_main_part_is_left_as_it_is() -> None:
    assert copied(catalogue(), {"embed/x/index.html": b"<p>x</p>"})["embed/x/index.html"] == b"<p>x</p>"


def test_from_home_to_a_need_to_a_case(disk: Page, copy: Path) -> None:
    disk.goto((copy / "index.html").as_uri())
    disk.locator(".primary").get_by_role("link", name="Needs").click()
    expect(disk.locator("h1")).to_have_text("Needs", use_inner_text=True)
    disk.get_by_role("link", name="Using evidence", exact=True).first.click()
    expect(disk.locator("h1")).to_have_text("Using evidence", use_inner_text=True)
    disk.locator(".reasons__link a").first.click()
    expect(disk).to_have_url(re.compile("/case_studies/"))
    expect(disk.locator(".facts").first).to_be_visible()
    assert "A copy on your own device" in disk.locator(".offline").inner_text()


def test_a_filter_leads_to_its_list(disk: Page, copy: Path) -> None:
    disk.goto((copy / "find" / "index.html").as_uri())
    disk.locator("[data-facet=region] summary").click()
    disk.locator("[data-facet=region]").get_by_role("link", name="North West").click()
    expect(disk.locator("h1")).to_have_text("Region: North West", use_inner_text=True)
    disk.wait_for_load_state()
    assert disk.locator(".card").count() > 10


def test_the_search_of_the_copy(disk: Page, copy: Path) -> None:
    disk.goto((copy / "needs" / "index.html").as_uri())
    disk.locator("header [data-search]").click()
    box = disk.get_by_label("Search this copy")
    box.fill("nobody speaks up")
    box.press("Enter")
    found = disk.locator(".offline__found a")
    expect(disk.locator("[data-offline-status]")).to_have_text(re.compile(r"pages?\b"))
    assert "Confidence to engage" in found.all_inner_texts()
    box.fill("zzzqqq")
    box.press("Enter")
    expect(disk.locator("[data-offline-status]")).to_have_text(
        "Nothing was found. Check the spelling, or try other words."
    )
    expect(found).to_have_count(0)
    box.fill("park gate")
    disk.locator(".offline").get_by_role("button", name="Search").click()
    assert violations(disk) == []
    found.first.click()
    expect(disk).to_have_url(re.compile("/case_studies/blacon-locking-the-park-gate/index.html$"))


def test_the_word_to_the_reader(disk: Page, copy: Path) -> None:
    disk.goto((copy / "about" / "index.html").as_uri())
    disk.get_by_role("link", name="how to use them").click()
    expect(disk).to_have_url(re.compile("/README.txt$"))
    text = (copy / "README.txt").read_text(encoding="utf-8")
    assert "python3 -m http.server 8000 --bind 127.0.0.1" in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_served_the_copy_is_the_site(browser: Browser, copy: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    with served(copy) as address:
        page.goto(f"{address}find/index.html?region=north-west")
        expect(page.locator(".finder.is-ready")).to_be_visible()
        assert re.match(r"\d+ of \d+ cases", page.locator("[data-finder-status]").inner_text())
        expect(page.locator(".offline")).to_be_hidden()
        page.goto(f"{address}index.html")
        page.locator("header [data-search]").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        expect(page.get_by_label("Search this copy")).to_be_hidden()
    context.close()

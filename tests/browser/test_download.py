"""Taking a list away: whatever is filtered, searched and sorted, and the lists that need no JavaScript."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

WHOLE = {"spreadsheet (CSV)": "cases.csv", "JSON": "cases.json"}


def opened(page: Page, address: str) -> Page:
    """The finder once it shows what its address asks for."""
    page.goto(address)
    expect(page.locator(".finder.is-ready")).to_be_visible()
    expect(page.locator("[data-finder-cards]")).to_have_attribute("aria-busy", "false")
    return page


def shown(page: Page) -> list[str]:
    """The ids of the cases that can be seen, in the order of the page."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('.card:not([hidden])')].map(card => card.id)")
    return found


def taken(page: Page, link: str, folder: Path) -> tuple[str, bytes]:
    """The name and the content of the file that a link hands over."""
    with page.expect_download() as download:
        page.locator("[data-finder-download]").get_by_role("link", name=link).click()
    download.value.save_as(folder / "taken")
    return download.value.suggested_filename, (folder / "taken").read_bytes()


@pytest.mark.parametrize("link", WHOLE)
def test_without_a_filter_the_file_is_the_whole_file(
    page: Page, site: Path, site_url: str, tmp_path: Path, link: str
) -> None:
    opened(page, f"{site_url}find/")
    name, content = taken(page, link, tmp_path)
    assert content == (site / "data" / "v1" / WHOLE[link]).read_bytes()
    assert name == f"what-works-{len(shown(page))}-{WHOLE[link]}"


@pytest.mark.parametrize(
    "query",
    [
        "region=north-west&level=learning",
        "q=training&sort=date",
        "region=scotland&sort=title",
        "fit=dedicated-staff.yes&sort=fit",
    ],
)
def test_the_file_holds_what_is_shown_in_its_order(
    page: Page, site: Path, site_url: str, tmp_path: Path, query: str
) -> None:
    opened(page, f"{site_url}find/?{query}")
    if "q=" in query:
        expect(page.locator("[data-finder-cards]")).to_have_attribute("data-query", "training")
    ids = shown(page)
    assert ids
    _, content = taken(page, "spreadsheet (CSV)", tmp_path)
    lines, known = content.split(b"\r\n"), (site / "data" / "v1" / "cases.csv").read_bytes().split(b"\r\n")
    assert lines[0] == known[0]
    assert [line.partition(b",")[0].decode() for line in lines[1:-1]] == ids
    assert set(lines) <= set(known)
    _, content = taken(page, "JSON", tmp_path)
    rows: list[Any] = json.loads(content)
    whole = {row["id"]: row for row in json.loads((site / "data" / "v1" / "cases.json").read_text(encoding="utf-8"))}
    assert rows == [whole[id] for id in ids]
    expect(page.locator("[data-voice]")).to_have_text(re.compile(rf"^The file holds {len(ids)} cases?\.$"))


def test_a_filter_and_its_static_list_give_the_same_file(page: Page, site: Path, site_url: str, tmp_path: Path) -> None:
    opened(page, f"{site_url}find/?region=north-west")
    home = site / "data" / "v1" / "lists" / "region"
    assert taken(page, "spreadsheet (CSV)", tmp_path)[1] == (home / "north-west.csv").read_bytes()
    assert taken(page, "JSON", tmp_path)[1] == (home / "north-west.json").read_bytes()


def test_nothing_is_offered_where_nothing_is_shown(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}find/?q=zzzqqq")
    expect(page.locator("[data-finder-none]")).to_be_visible()
    expect(page.locator("[data-finder-download]")).to_be_hidden()
    page.get_by_role("button", name="Clear the search").click()
    expect(page.locator("[data-finder-download]")).to_contain_text("Download this list: ")


def test_a_file_that_cannot_be_fetched_is_told(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = opened(context.new_page(), f"{site_url}find/")
    page.route("**/cases.csv", lambda route: route.abort())
    page.locator("[data-finder-download]").get_by_role("link", name="spreadsheet (CSV)").click()
    expect(page.locator("[data-voice]")).to_have_text("The file could not be loaded. Try again later.")
    context.close()


def test_rows_are_picked_from_any_file(page: Page, site_url: str) -> None:
    page.goto(site_url)
    script = (
        "async (url) => { const { fromCsv, fromJson } = await import(url);"
        " return [fromCsv('id,a\\r\\nx,1\\r\\ny,2\\r\\n', ['y']), fromCsv('id\\r\\n', []), fromJson('[\\n]\\n', []),"
        ' fromJson(\'[\\n{"id": "x"},\\n{"id": "y"}\\n]\\n\', ["y", "x"])] }'
    )
    assert page.evaluate(script, f"{site_url}assets/js/find/selection.js") == [
        "id,a\r\ny,2\r\n",
        "id\r\n",
        "[\n]\n",
        '[\n{"id": "y"},\n{"id": "x"}\n]\n',
    ]


class TestWithoutJavaScript:
    """Each list has its own files."""

    @pytest.fixture
    def plain(self, browser: Browser) -> Iterator[Page]:
        context = browser.new_context(java_script_enabled=False)
        yield context.new_page()
        context.close()

    @pytest.mark.parametrize(
        ("address", "words", "file"),
        [
            ("find/", "Download all cases:", "cases.csv"),
            ("find/region/north-west/", "Download this list:", "lists/region/north-west.csv"),
            ("needs/using-evidence/", "Download these cases:", "lists/need/using-evidence.csv"),
            ("needs/developing-skills/", "Download these cases:", "lists/need/developing-skills.csv"),
            ("approaches/coaching/", "Download these cases:", "lists/approach/coaching.csv"),
            ("case_studies/", "Download this list:", "cases.csv"),
        ],
    )
    def test_a_list_can_be_taken_away(
        self, plain: Page, site: Path, site_url: str, address: str, words: str, file: str
    ) -> None:
        plain.goto(site_url + address)
        box = plain.locator(".download")
        assert box.inner_text().startswith(words)
        with plain.expect_download() as download:
            box.get_by_role("link", name="spreadsheet (CSV)").click()
        assert download.value.path().read_bytes() == (site / "data" / "v1" / file).read_bytes()


def test_every_page_of_a_list_leads_to_its_own_files(site: Path) -> None:
    pages = [*(site / "find").glob("*/*/index.html"), *(site / "needs").glob("*/index.html")]
    seen = 0
    for path in pages:
        facet = "need" if path.parts[-3] == "needs" else path.parts[-3]
        links = re.findall(r'href="[./]*/data/v1/lists/([^"]+)\.csv" download', path.read_text(encoding="utf-8"))
        assert links in ([f"{facet}/{path.parts[-2]}"], []), path
        seen += len(links)
    assert seen > 100


def test_a_link_to_a_list_of_terms_opens_it(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}data/dictionary/")
    page.locator("details:has(#case_study-stage) > summary").click()
    page.locator("#case_study-stage").get_by_role("link", name="Stages").click()
    expect(page.locator("#list-stages details")).to_have_attribute("open", "")
    page.goto(f"{site_url}data/dictionary/#case_study-outcomes-who")
    page.reload()
    expect(page.locator("#case_study-outcomes-who")).to_be_in_viewport()


def test_sizes_are_those_of_the_files(page: Page, site: Path, site_url: str) -> None:
    page.goto(f"{site_url}data/")
    sizes = page.evaluate("[...document.querySelectorAll('.size')].map(one => [one.dataset.file, one.textContent])")
    assert len(sizes) > 50
    assert [file for file, told in sizes if not re.fullmatch(r"\d+ (bytes|KB)|\d+\.\d MB", told)] == []
    megabytes = (site / "data" / "what-works.zip").stat().st_size / 1024**2
    assert dict(sizes)["data/what-works.zip"] == f"{megabytes:.1f} MB"

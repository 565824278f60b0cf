"""Every old address still answers: cases renamed, merged and withdrawn, a term renamed, and a guide taken away.

The small project of tests/catalogue is released, changed and built again. What was promised is asked for in the site.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builders import BRIEF, CASE, WITHDRAWN, catalogue
from conftest import build, complaints_of, served, small_project
from whatworks.exports import all_files
from whatworks.ledger import Promise, read_ledger
from whatworks.pages import all_pages
from whatworks.promises import checked
from whatworks.published import answers, read_pages
from whatworks.redirects import Moves, Notice, Redirect

SPEAKING = "anytown-residents-practise-speaking"
REDIRECTS = """redirects:
  - from: /case_studies/anytown-residents-practise-speaking/
    to: /case_studies/anytown-residents-speak-up/
    on: 2026-12-01
    reason: It has a shorter name.
  - from: /needs/confidence-to-engage/
    to: /needs/confidence-to-take-part/
    on: 2026-12-01
    reason: The need has a plainer name.
  - from: /needs/developing-skills/
    to: /needs/gaining-skills/
    on: 2026-12-01
    reason: The group has a plainer name.
  - from: /fit/?fit=committed-leaders.yes
    to: /fit/?fit=committed-leadership.yes
    on: 2026-12-01
    reason: The condition has a plainer name.
  - from: /where_are_we/?a=purpose-shared-cause
    to: /where_are_we/?a=purpose-shared-interest
    on: 2026-12-01
    reason: The sign has a plainer name.
"""
# What is called otherwise after the change, apart from the case.
RENAMED = {
    "confidence-to-engage": "confidence-to-take-part",
    "developing-skills": "gaining-skills",
    "committed-leaders": "committed-leadership",
    "purpose-shared-cause": "purpose-shared-interest",
}
WITHDRAWALS = """withdrawals:
  - address: /guides/preparing-for-a-meeting/
    on: 2026-12-02
    reason: Its advice no longer held.
    successor: /needs/confidence-to-take-part/
"""
GONE = """
withdrawn:
  reason: It told the same story as another record.
  on: 2026-12-03
  successor: anytown-residents-speak-up"""
LOST = """published/addresses.txt:{line}:12: '{old}' was promised on 2026-11-22, and nothing is there now. \
Bring it back, say in published/redirects.yml where it is now, or say in published/withdrawals.yml why it is gone. \
For example:
    - from: {old}
      to: {near}
      on: 2026-11-22
      reason: It has a better name.
"""


def release(root: Path, day: str) -> str:
    """Does what `make release` does on a day; what it says at the end."""
    command = [sys.executable, str(root / "hooks" / "release.py"), day]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[-1] if done.returncode == 0 else done.stdout + done.stderr


def change(root: Path) -> None:
    """Renames a case and some terms, withdraws a case as merged into the other, and deletes a guide."""
    cases = root / "docs" / "case_studies"
    (cases / f"{SPEAKING}.md").rename(cases / "anytown-residents-speak-up.md")
    (root / "docs" / "guides" / "preparing-for-a-meeting.md").unlink()
    for path in (*root.glob("docs/**/*.md"), *root.glob("schemas/vocabularies/*.yml")):
        text = path.read_text(encoding="utf-8").replace(SPEAKING, "anytown-residents-speak-up")
        for old, new in RENAMED.items():
            text = re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text)
        path.write_text(text, encoding="utf-8")
    gone = cases / "otherville-chairs-meet.md"
    fields, mark, story = gone.read_text(encoding="utf-8").rpartition("\n---\n")
    gone.write_text(f"{fields}{GONE}{mark}{story}", encoding="utf-8")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project after its first release."""
    root = small_project(tmp_path_factory.mktemp("released"))
    said = release(root, "2026-11-22")
    assert re.fullmatch(
        r"Promised from now on: \d+ anchors, \d+ embeds, \d+ files, \d+ filters, \d+ pages\. Versions kept: \d+\. "
        r"Commit published/ with this release\.",
        said,
    ), said
    return root


@pytest.fixture(scope="module")
def changed(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after its records changed, with a redirect or a withdrawal for each; built anew."""
    root = tmp_path_factory.mktemp("changed") / "project"
    shutil.copytree(released, root)
    change(root)
    (root / "published" / "redirects.yml").write_text(REDIRECTS, encoding="utf-8")
    (root / "published" / "withdrawals.yml").write_text(WITHDRAWALS, encoding="utf-8")
    built = build(root, SITE_URL="https://example.org/what-works/")
    assert built.returncode == 0, built.stdout + built.stderr
    return root


def test_a_release_without_anything_new_changes_nothing(released: Path, tmp_path: Path) -> None:
    shutil.copytree(released, tmp_path / "again")
    assert release(tmp_path / "again", "2027-01-01") == "Nothing is new: every address was promised before."
    before, after = (
        {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in (root / "published").rglob("*")
            if path.is_file()
        }
        for root in (released, tmp_path / "again")
    )
    assert after == before


def test_without_a_word_on_them_the_check_names_each_address_once(released: Path, tmp_path: Path) -> None:
    shutil.copytree(released, tmp_path / "silent")
    change(tmp_path / "silent")
    promised, _ = read_ledger((released / "published" / "addresses.txt").read_text(encoding="utf-8"))
    line = {one.address: one.line for one in promised}
    lost = {
        "/fit/?fit=committed-leaders.yes": "/fit/?fit=committed-leadership.yes",
        "/where_are_we/?a=purpose-shared-cause": "/where_are_we/?a=purpose-shared-interest",
        "/needs/developing-skills/": "/needs/gaining-skills/",
        f"/case_studies/{SPEAKING}/": "/case_studies/anytown-residents-speak-up/",
        "/guides/preparing-for-a-meeting/": "/",
        "/needs/confidence-to-engage/": "/needs/confidence-to-take-part/",
    }
    report = "".join(f"{one}\n" for one in checked(tmp_path / "silent").problems)
    assert report == "".join(LOST.format(line=line[old], old=old, near=near) for old, near in sorted(lost.items()))


def test_with_another_mistake_only_records_without_a_file_are_missed(released: Path, tmp_path: Path) -> None:
    root = tmp_path / "mistaken"
    shutil.copytree(released, root)
    gone = ("/guides/preparing-for-a-meeting/", "/meeting_tools/agenda/")
    for address in gone:
        (root / "docs" / f"{address.strip('/')}.md").unlink()
    record = root / "docs" / "case_studies" / f"{SPEAKING}.md"
    record.write_text(record.read_text(encoding="utf-8").replace("stage: ", "stages: "), encoding="utf-8")
    lines = (root / "published" / "addresses.txt").read_text(encoding="utf-8").splitlines()
    found = [one for one in checked(root).problems if one.path == "published/addresses.txt"]
    assert [(one.code, lines[one.line - 1].partition(" ")[2]) for one in found] == [
        ("promise_broken", address) for address in gone
    ]


def test_every_address_that_was_ever_promised_answers(changed: Path) -> None:
    promised, _ = read_ledger((changed / "published" / "addresses.txt").read_text(encoding="utf-8"))
    site, pages = changed / "site", read_pages(changed / "site")
    assert len(promised) > 500
    assert [one.address for one in promised if not answers(site, pages, one.address)] == []
    assert checked(changed).problems == ()


def test_an_anchor_that_is_gone_fails_the_build_with_its_line(changed: Path, tmp_path: Path) -> None:
    shutil.copytree(changed, tmp_path / "anchor", ignore=shutil.ignore_patterns("site"))
    root, address = tmp_path / "anchor", "/case_studies/otherville-chairs-meet/#what-nobody-tells"
    with (root / "published" / "addresses.txt").open("a", encoding="utf-8") as ledger:
        ledger.write(f"2026-11-22 {address}\n")
    line = len((root / "published" / "addresses.txt").read_text(encoding="utf-8").splitlines())
    built = build(root)
    assert built.returncode == 1
    assert f"published/addresses.txt:{line}:12: '{address}' was promised on 2026-11-22, and nothing" in built.stderr
    assert not (root / "site").exists()


def test_an_old_page_leads_on_without_a_server_and_without_a_script(changed: Path) -> None:
    text = (changed / "site" / "needs" / "confidence-to-engage" / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../confidence-to-take-part/">' in text
    assert '<link rel="canonical" href="https://example.org/what-works/needs/confidence-to-take-part/">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert re.search(r'It is now here: <a href="\.\./confidence-to-take-part/">[^<]+</a>', text)
    assert "The need has a plainer name. It moved on " in text


def test_servers_that_read_a_list_get_one(changed: Path) -> None:
    lines = (changed / "site" / "_redirects").read_text(encoding="utf-8").splitlines()
    start = "/what-works"
    assert lines == sorted(lines)
    for kind in ("needs/{}/", "data/v1/needs/{}.json"):
        old, new = (kind.format(f"confidence-to-{one}") for one in ("engage", "take-part"))
        assert f"{start}/{old} {start}/{new} 301" in lines


def test_a_notice_says_why_when_and_what_to_read_instead(changed: Path) -> None:
    text = (changed / "site" / "guides" / "preparing-for-a-meeting" / "index.html").read_text(encoding="utf-8")
    assert "Its advice no longer held. It was withdrawn on " in text
    assert 'Read instead: <a href="../../needs/confidence-to-take-part/">' in text
    assert '<meta name="robots" content="noindex">' in text
    data = (changed / "site" / "data" / "v1" / "guides" / "preparing-for-a-meeting.json").read_text(encoding="utf-8")
    assert '"reason": "Its advice no longer held."' in data


def test_what_is_old_is_in_no_list_and_no_search(changed: Path) -> None:
    site = changed / "site"
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/needs/confidence-to-take-part/" in sitemap
    for old in ("confidence-to-engage", SPEAKING, "preparing-for-a-meeting", "otherville-chairs-meet", "state"):
        assert f"/{old}/</loc>" not in sitemap
    found = (site / "search" / "entries.json").read_text(encoding="utf-8")
    assert "otherville-chairs-meet" not in found
    assert SPEAKING not in found


def test_a_moved_file_is_there_under_both_addresses(changed: Path) -> None:
    old, new = (
        changed / "site" / "data" / "v1" / "needs" / f"confidence-to-{one}.json" for one in ("engage", "take-part")
    )
    assert old.read_bytes() == new.read_bytes()


@pytest.fixture
def reader(browser: Browser, changed: Path) -> Iterator[tuple[Page, str]]:
    """A page of a browser, and the address of the changed site."""
    with served(changed / "site") as address:
        context = browser.new_context()
        page = context.new_page()
        found = complaints_of(page, address)
        yield page, address
        assert found == []
        context.close()


NOW = "case_studies/anytown-residents-speak-up/"
OLD_AND_NEW = {
    "needs/confidence-to-engage/": "needs/confidence-to-take-part/",
    f"case_studies/{SPEAKING}/#outcome-1": "case_studies/anytown-residents-speak-up/#outcome-1",
    "find/?need=confidence-to-engage": "find/?need=confidence-to-take-part",
    f"compare/?case={SPEAKING}": "compare/?case=anytown-residents-speak-up",
    f"shortlist/?case={SPEAKING}": "shortlist/?case=anytown-residents-speak-up",
    f"for_guidance/?case={SPEAKING}": "for_guidance/?case=anytown-residents-speak-up",
    "for_guidance/?need=confidence-to-engage": "for_guidance/?need=confidence-to-take-part",
    "gap_map/?levels=one-to-one&needs=developing-skills": "gap_map/?levels=one-to-one&needs=gaining-skills",
    "fit/?fit=committed-leaders.no": "fit/?fit=committed-leadership.no",
    f"{NOW}?fit=committed-leaders.yes#outcome-1": f"{NOW}?fit=committed-leadership.yes#outcome-1",
    "find/?fit=committed-leaders.unsure": "find/?fit=committed-leadership.unsure",
    "where_are_we/?a=purpose-shared-cause&a=relations-new": "where_are_we/?a=purpose-shared-interest&a=relations-new",
}
# What a page says in vain of the values that its address asks for.
COMPLAINTS = ".gap__notice, .check__notice, [data-fit-unknown], [data-finder-notice], [data-builder] .notice--warn"


@pytest.mark.parametrize("old", OLD_AND_NEW)
def test_a_browser_arrives_where_the_content_is_now(reader: tuple[Page, str], old: str) -> None:
    page, address = reader
    page.goto(address + old)
    expect(page).to_have_url(address + OLD_AND_NEW[old])
    for told in page.locator(COMPLAINTS).all():
        expect(told).to_be_hidden()


def test_the_finder_shows_what_an_old_link_asked_for(reader: tuple[Page, str]) -> None:
    page, address = reader
    page.goto(f"{address}find/?need=confidence-to-engage")
    expect(page.locator("[data-finder-notice]")).to_be_hidden()
    expect(page.locator(".chip").first).to_have_text(re.compile("^Need: "))


def test_tools_take_the_new_values_for_those_that_an_old_link_asked_for(reader: tuple[Page, str]) -> None:
    page, address = reader
    page.goto(f"{address}gap_map/?needs=developing-skills")
    expect(page.locator("[data-gap=needs] tr[data-in=gaining-skills]").first).to_be_visible()
    page.goto(f"{address}fit/?fit=committed-leaders.no")
    expect(page.locator("#committed-leadership").get_by_label("No", exact=True)).to_be_checked()
    page.goto(f"{address}where_are_we/?a=purpose-shared-cause")
    expect(page.locator("input[value=purpose-shared-interest]")).to_be_checked()
    page.goto(f"{address}for_guidance/?need=confidence-to-engage")
    expect(page.locator(".chip").first).to_have_text(re.compile("^Need: "))


def test_what_a_device_kept_under_old_ids_is_still_known(reader: tuple[Page, str]) -> None:
    page, address = reader
    page.goto(address)
    plan = {"rows": [{"need": "Courage", "case": SPEAKING}]}
    kept = {"what-works-plan": plan, "what-works-fit": {"committed-leaders": "no", "local-data": "yes"}}
    page.evaluate("kept => { for (const key in kept) localStorage.setItem(key, JSON.stringify(kept[key])) }", kept)
    page.goto(f"{address}fit/")
    expect(page.locator("#committed-leadership").get_by_label("No", exact=True)).to_be_checked()
    page.goto(f"{address}meeting_tools/learning-plan/")
    expect(page.locator(".plan__rows select")).to_have_value("anytown-residents-speak-up")
    expect(page.locator(".paper-plan")).to_contain_text("(anytown-residents-speak-up)")


def test_the_form_knows_old_terms_and_cases(reader: tuple[Page, str]) -> None:
    page, address = reader
    page.goto(f"{address}contribute/?case={SPEAKING}")
    expect(page.get_by_text("You change this case")).to_be_visible()


def test_without_javascript_a_browser_arrives_too(browser: Browser, changed: Path) -> None:
    with served(changed / "site") as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}needs/confidence-to-engage/")
        expect(page).to_have_url(f"{address}needs/confidence-to-take-part/")
        context.close()


SMALL = catalogue(CASE, BRIEF, WITHDRAWN)


def moved(*redirects: Redirect, notices: tuple[Notice, ...] = (), promised: tuple[str, ...] = ()) -> dict[str, str]:
    """The pages of the small catalogue by address, with what has moved."""
    promises = tuple(Promise(one, "2026-11-22") for one in promised)
    known = replace(SMALL, moves=Moves(redirects, notices), promised=promises)
    return {page.address: page.text for page in all_pages(known)}


def test_an_anchor_that_moved_has_a_line_on_its_page() -> None:
    pages = moved(Redirect("/needs/confidence/#mentoring", "/needs/confidence/#coaching", "2026-12-01", "Plainer."))
    assert (
        '<p class="small-print" id="mentoring" data-moved="anchor">What stood here as “mentoring” is now at '
        '<a href="#coaching">Confidence</a>. Plainer.</p>'
    ) in pages["/needs/confidence/"]


def test_an_anchor_that_was_withdrawn_says_so_on_its_page() -> None:
    pages = moved(notices=(Notice("/needs/confidence/#raffles", "2026-12-01", "Nobody held one."),))
    assert (
        '<p class="small-print" id="raffles">What stood here as “raffles” was withdrawn on 1 December 2026. '
        "Nobody held one.</p>"
    ) in pages["/needs/confidence/"]


def test_on_the_pages_of_the_other_list_a_renamed_term_keeps_its_old_anchor() -> None:
    redirect = Redirect("/needs/nerves/", "/needs/confidence/", "2026-12-01", "Plainer.")
    pages = moved(redirect, promised=("/approaches/coaching/#nerves", "/approaches/open-diary/#clear-roles"))
    assert 'id="nerves" data-moved="anchor"' in pages["/approaches/coaching/"]
    assert '<a href="#confidence">' in pages["/approaches/coaching/"]
    assert "data-moved" not in pages["/approaches/open-diary/"]


def test_a_group_whose_last_case_went_has_a_line_on_its_page() -> None:
    pages = moved(promised=("/needs/clear-roles/#coaching", "/needs/confidence/#coaching", "/needs/confidence/#story"))
    assert (
        '<p class="small-print" id="coaching">What stood here as “coaching” is gone. '
        'No case on this page tells of it now. <a href="../../approaches/coaching/">Read this instead</a>.</p>'
    ) in pages["/needs/clear-roles/"]
    assert "old-anchors" not in pages["/needs/confidence/"]


def test_a_list_without_cases_leads_to_its_filter_and_that_of_a_renamed_value_to_its_list() -> None:
    redirect = Redirect("/find/?region=north", "/find/?region=north-west", "2026-12-01", "Plainer.")
    pages = moved(redirect, promised=("/find/region/unnamed/", "/find/region/north/"))
    assert '<a href="../../?region=unnamed">' in pages["/find/region/unnamed/"]
    assert '<a href="../north-west/">' in pages["/find/region/north/"]


@pytest.mark.parametrize(
    ("source", "target", "values"),
    [
        ("/needs/nerves/", "/needs/confidence/", {"need=nerves": "need=confidence"}),
        ("/needs/nerves/", "/approaches/coaching/", {"need=nerves": "approach=coaching"}),
        ("/needs/nerves/", "/guides/first-meeting/", {}),
        ("/find/?place=x", "/find/?region=north-west", {"place=x": "region=north-west"}),
        ("/find/?place=x", "/find/", {"place=x": ""}),
        ("/case_studies/x/", "/case_studies/old/", {"case=x": "case=old", "again=x": "again=old"}),
        ("/case_studies/x/#a", "/case_studies/old/", {}),
        ("/fit/?fit=x.yes", "/fit/?fit=one-coach.yes", {"fit=x": "fit=one-coach"}),
        ("/fit/?fit=x.yes", "/fit/", {"fit=x": ""}),
        ("/fit/?fit=x.yes", "/find/?stage=forming", {"fit=x": ""}),
        ("/where_are_we/?a=x", "/where_are_we/?a=speaking-new", {"a=x": "a=speaking-new"}),
    ],
)
def test_tools_read_old_values_as_new_ones(source: str, target: str, values: dict[str, str]) -> None:
    assert Moves((Redirect(source, target, "2026-12-01", "Plainer."),)).values == values


def test_versions_stay_where_they_were_published() -> None:
    moves = Moves((Redirect("/needs/nerves/", "/needs/confidence/", "2026-12-01", "Plainer."),))
    assert moves.of("/data/v1/needs/nerves.json") == "/data/v1/needs/confidence.json"
    assert moves.of("/data/v1/needs/nerves/2026-11-22-0a1b2c3d.json") == ""


def test_a_withdrawn_case_keeps_its_files_with_the_reason() -> None:
    promised = (
        Promise("/data/v1/case_studies/old.json", "2026-11-22"),
        Promise("/data/v1/citations/case_studies/old.bib", "2026-11-22"),
    )
    files = dict(all_files(replace(SMALL, promised=promised)))
    assert files["data/v1/case_studies/old.json"] == (
        '{\n "withdrawn": {\n  "on": "2026-11-05",\n  "reason": "Its figures were wrong.",\n'
        '  "successor": "/case_studies/ash-green-coaching/"\n }\n}\n'
    )
    assert (
        "note = {Case old, version 2026-11-02 · 0a1b2c3d. Withdrawn on 5 November 2026}"
        in (files["data/v1/citations/case_studies/old.bib"])
    )
    assert "_redirects" not in files

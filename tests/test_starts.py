"""Where readers begin: who they are, and the addresses to which they are led."""

import json
from pathlib import Path

import pytest

from builders import CASE, START, VOCABULARIES, catalogue, vocabulary
from whatworks.addresses import addresses, lost
from whatworks.filters import table
from whatworks.loading import load
from whatworks.pages import all_pages
from whatworks.pages.start import kind, way
from whatworks.starts import Lead, Start, in_order

ROOT = Path(__file__).resolve().parent.parent
KNOWN = frozenset({"/fit/", "/find/?need=confidence", "/find/?stage=forming"})
READERS = "New community representative,Chair,Support officer,Councillor,Adviser,Government Office".split(",")


def test_a_start_is_made_of_its_fields() -> None:
    step = {"do": "Ask", "why": "It helps.", "to": "/fit/"}
    data = {"title": "Chair", "order": 2, "for": "You chair.", "question": "How?", "steps": [step]}
    made = Start.from_data("chair", "docs/start/chair.md", data, "")
    lead = Lead("Ask", "/fit/", "It helps.")
    assert made == Start("chair", "docs/start/chair.md", "Chair", 2, "You chair.", "How?", (lead,), ())


def test_readers_come_in_their_order_then_by_id() -> None:
    ones = [Start(id, "", "", order, "", "", (), ()) for id, order in (("b", 2), ("c", 1), ("a", 2))]
    assert [one.id for one in in_order(ones)] == ["c", "a", "b"]


def test_addresses_are_those_of_pages_records_terms_and_filters() -> None:
    lists = {**VOCABULARIES, "needs": vocabulary("needs", "speaking"), "stages": vocabulary("stages", "forming")}
    found = addresses(["/fit/"], [("guides", "a"), ("evidence", "b")], lists)
    assert {"/fit/", "/guides/a/", "/needs/speaking/", "/find/?need=speaking", "/find/?stage=forming"} <= found
    assert "/find/?did_not_work=told" in found
    assert "/evidence/b/" in found
    assert [one for one in found if "place" in one] == []


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("/fit/", ""),
        ("/fit", "/fit"),
        ("/find/?need=confidence&stage=forming", ""),
        ("/find/?need=confidence&stage=norming", "/find/?stage=norming"),
        ("/fit/?need=confidence&fit=red", "/fit/?need=confidence"),
        ("/find/?", "/find/?"),
        ("", ""),
    ],
)
def test_an_address_is_lost_where_any_part_of_it_is(address: str, wrong: str) -> None:
    assert lost(address, KNOWN | {""}) == wrong


@pytest.mark.parametrize(
    ("to", "shown"),
    [
        ("/guides/first-meeting/", "Guide, 1 minute"),
        ("/guides/", "Page"),
        (f"/case_studies/{CASE.id}/", "One case"),
        ("/case_studies/", "Page"),
        ("/compare/", "Tool"),
        ("/contribute/", "Form"),
        ("/find/", "Tool"),
        ("/find/?audience=residents", "2 cases"),
        ("/find/?audience=councillors&region=north-west", "1 case"),
    ],
)
def test_a_link_says_what_it_leads_to(to: str, shown: str) -> None:
    assert kind(catalogue(), table(catalogue()), to) == shown


@pytest.mark.parametrize(
    ("to", "where"),
    [
        ("/fit/", "/fit/"),
        ("/find/?audience=residents", "/find/audience/residents/"),
        ("/find/?need=confidence", "/needs/confidence/"),
        ("/find/?stage=failing", "/find/?stage=failing"),
        ("/find/?audience=residents&audience=councillors", "/find/?audience=residents&audience=councillors"),
    ],
)
def test_a_list_with_one_filter_needs_no_script(to: str, where: str) -> None:
    assert way(table(catalogue()), to) == where


def test_the_readers_are_named_in_their_records_and_listed_in_order() -> None:
    known = load(ROOT).catalogue
    assert [one.title for one in known.starts] == READERS
    pages = {page.address: page.text for page in all_pages(known)}
    for address in ("/", "/start/"):
        places = [pages[address].index(f'{one.id}/">{one.title}</a>') for one in known.starts]
        assert places == sorted(places), address


def test_the_pages_that_a_start_may_lead_to_exist_and_no_list_is_empty() -> None:
    known = load(ROOT).catalogue
    field = json.loads((ROOT / "schemas" / "start.schema.json").read_text(encoding="utf-8"))["$defs"]["to"]
    pages, rows = {page.address for page in all_pages(known)}, table(known)
    assert [address for address in field["x-pages"] if address not in pages] == []
    leads = [lead for one in known.starts for lead in (*one.steps, *one.also)]
    assert len(leads) > 20
    assert [lead.to for lead in leads if kind(known, rows, lead.to) == "0 cases"] == []


def test_without_readers_the_home_page_has_no_list_of_them() -> None:
    with_them, without = (
        next(page.text for page in all_pages(catalogue(starts=starts)) if page.address == "/")
        for starts in ((START,), ())
    )
    assert 'id="who"' in with_them
    assert 'id="who"' not in without

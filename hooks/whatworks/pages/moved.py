"""What stands at an old address: a page that leads on, a notice of withdrawal, or a line for an anchor that is gone.

It works without a server and without JavaScript; a script takes readers on at once and carries their anchor along.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from whatworks.catalogue import Catalogue
from whatworks.ledger import FINDER, OTHER_SIDE, STATIC_LIST, home_of, page_of, record_of
from whatworks.notices import notice_of
from whatworks.pages.page import Page, render
from whatworks.redirects import Notice, Redirect

Entry = Redirect | Notice
# What belongs to a page that moved has no entry of its own.
WITH_ITS_PAGE = "What it belongs to has a new address."
NO_CASE_NOW = "No case is on this list now."
NO_CASE_HERE = "No case on this page tells of it now."


def pages(catalogue: Catalogue, made: Mapping[str, Page]) -> Iterator[Page]:
    """A page for each old address of a page: by its own entry, or because it was promised and is not `made` now."""
    own = {one.source: one for one in catalogue.moves.redirects}
    gone = {one.address: one for one in catalogue.moves.notices}
    promised = (one.address for one in catalogue.promised)
    for address in sorted({*own, *gone, *promised} - set(made)):
        if not address.endswith("/"):
            continue
        if redirect := own.get(address) or _derived(catalogue, address):
            yield _moved(catalogue, redirect, made)
        elif notice := notice_of(catalogue, address):
            yield _withdrawn(catalogue, replace(notice, address=address), made)


def _derived(catalogue: Catalogue, address: str) -> Redirect | None:
    """Where a page goes with what it belongs to; a list without cases leads to its filter."""
    entries = {one.source: one for one in catalogue.moves.redirects}
    if target := catalogue.moves.of(address):
        first = next((one for one in entries.values() if one.target == target), None)
        return Redirect(address, target, first.on if first else "", WITH_ITS_PAGE)
    listed = STATIC_LIST.fullmatch(address)
    if not listed or notice_of(catalogue, address):
        return None
    return Redirect(address, f"{FINDER}?{'='.join(listed.groups())}", "", NO_CASE_NOW)


def _moved(catalogue: Catalogue, redirect: Redirect, made: Mapping[str, Page]) -> Page:
    title = title_of(redirect.target, made)
    text = render("moved.md.j2", redirect.source, catalogue, redirect=redirect, title=title)
    description = f"This page has moved: {title}."
    return Page(redirect.source, f"Moved: {title}", description, text, noindex=True, refresh=redirect.target)


def _withdrawn(catalogue: Catalogue, notice: Notice, made: Mapping[str, Page]) -> Page:
    instead = title_of(notice.successor, made) if notice.successor else ""
    text = render("withdrawn.md.j2", notice.address, catalogue, notice=notice, instead=instead)
    return Page(notice.address, "Withdrawn", "What stood here was withdrawn.", text, noindex=True)


def title_of(address: str, made: Mapping[str, Page]) -> str:
    """What the page of an address is called; an address without a page is told as it is."""
    page = made.get(page_of(address).partition("?")[0])
    return page.title if page else address


def with_old_anchors(
    catalogue: Catalogue, page: Page, made: Mapping[str, Page], old: Mapping[str, Sequence[Entry]]
) -> Page:
    """The page with a line for each of its `old` anchors: where this is now, or why it is gone."""
    entries = old.get(page.address, ())
    lines = [entry for entry in entries if f'id="{_anchor(entry)}"' not in page.text]
    if not lines:
        return page
    titles = {one.target: title_of(one.target, made) for one in lines if isinstance(one, Redirect)}
    text = render("old_anchors.md.j2", page.address, catalogue, lines=lines, titles=titles, anchor=_anchor)
    return replace(page, text=f"{page.text}\n\n{text}")


def _anchor(entry: Entry) -> str:
    return (entry.source if isinstance(entry, Redirect) else entry.address).partition("#")[2]


def old_anchors(catalogue: Catalogue) -> Mapping[str, Sequence[Entry]]:
    """The anchors that were given up, by the page that had them: those with an entry, and those of terms that moved."""
    moves, found = catalogue.moves, dict[str, Entry]()
    found |= {one.source: one for one in moves.redirects if "#" in one.source}
    found |= {one.address: one for one in moves.notices if "#" in one.address}
    if moves.redirects:
        asked = (one.address for one in catalogue.promised if "#" in one.address)
        pairs = ((address, moves.of(address)) for address in asked if address not in found)
        stay = ((old, new) for old, new in pairs if new and page_of(old) == page_of(new))
        found |= {old: Redirect(old, new, "", WITH_ITS_PAGE) for old, new in stay}
    found = {**_lost_groups(catalogue), **found}
    by_page: dict[str, list[Entry]] = {}
    for address in sorted(found):
        by_page.setdefault(page_of(address), []).append(found[address])
    return by_page


def _lost_groups(catalogue: Catalogue) -> dict[str, Entry]:
    """On the pages of terms, each promised group of cases, for the day on which its last case goes."""
    found: dict[str, Entry] = {}
    for address in (one.address for one in catalogue.promised if "#" in one.address):
        page, _, anchor = address.partition("#")
        other = OTHER_SIDE.get((record_of(page) or ("", ""))[0], "")
        if other and anchor in catalogue.vocabularies[other]:
            found[address] = Notice(address, "", NO_CASE_HERE, home_of(other, anchor))
    return found

"""Whether every address that was promised still answers: a page, a redirect in one step, or a notice of withdrawal.

Most of it is known before the site is built; anchors, and what the core makes none of, are looked up in the site.
"""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from whatworks.catalogue import Catalogue
from whatworks.exports import all_files, current_files
from whatworks.ledger import FINDER, HOME, STATIC_LIST, Promise, home_of, kind_of, page_of, record_of
from whatworks.loading import Loaded, load
from whatworks.notices import notice_of
from whatworks.pages import current_pages
from whatworks.problems import Problem, nearest_note
from whatworks.published import Pages, answers, offered
from whatworks.records import FOLDERS
from whatworks.redirect_rules import FIELDS, Entry, entries
from whatworks.tool_links import tool_links

EXAMPLE_DAY = "2026-11-22"


def checked(root: Path) -> Loaded:
    """Everything below `root`, with the problems of its promises besides those of its records."""
    loaded = load(root)
    return replace(loaded, problems=tuple(sorted({*loaded.problems, *unkept(loaded)})))


def answering(catalogue: Catalogue) -> frozenset[str]:
    """What is there now, without what stands at old addresses: pages, files, links to tools and versions."""
    found = {page.address for page in current_pages(catalogue)}
    found |= {f"/{path}" for path, _ in current_files(catalogue)}
    found |= {f"/data/v1/{kind}/{id}/{one}.json" for (kind, id), all in catalogue.versions.items() for one in all}
    return frozenset(found.union(tool_links(catalogue)))


def unkept(loaded: Loaded) -> list[Problem]:
    """What is wrong with redirects, withdrawals and promises, as far as it can be known without building the site.

    While records have mistakes, nobody can say which pages they would make: only records without a file are missed.
    """
    catalogue, own = loaded.catalogue, list(entries(loaded.archive.documents))
    if loaded.archive.problems or not (catalogue.promised or own):
        return []
    here = answering(catalogue)
    found = list(still_there(loaded, own, here))
    if loaded.problems:
        files = {f"/{'/'.join(Path(path).with_suffix('').parts[1:])}/" for path in loaded.paths}
        here |= {one.address for one in catalogue.promised if one.address in files or not _has_file(one.address)}
    else:
        found += nowhere(loaded, own, here)
    kept = is_kept(catalogue, here)
    return found + list(broken([one for one in catalogue.promised if not kept(one.address)], here))


def _has_file(address: str) -> bool:
    """Whether an address is that of the page of a record with a file of its own."""
    record = record_of(address)
    return record is not None and record[0] in FOLDERS and address == home_of(*record)


def still_there(loaded: Loaded, own: Iterable[Entry], here: Set[str]) -> Iterator[Problem]:
    """An address that moved or was withdrawn is no page any more: an address never stands for two things."""
    for entry in own:
        if entry.source in here:
            yield entry.problem(loaded.schemas, "move_still_there", FIELDS[entry.kind][0], value=entry.source)


def nowhere(loaded: Loaded, own: Iterable[Entry], here: Set[str]) -> Iterator[Problem]:
    """What an entry leads to is there, or says why it is gone."""
    gone = {one.address for one in loaded.catalogue.moves.notices}
    for entry in own:
        if entry.target and page_of(entry.target) not in here | gone:
            near = nearest_note(_nearest(page_of(entry.target), here))
            yield entry.problem(loaded.schemas, "move_nowhere", FIELDS[entry.kind][1], value=entry.target, nearest=near)


def is_kept(catalogue: Catalogue, here: Set[str]) -> Callable[[str], bool]:
    """Whether a promised address answers, as far as that is known: an anchor does where its page does.

    Of what the core makes none, such as packed files, only the finished site can tell.
    """
    # The list of all guides says that pages of guides are made here, even where there is none.
    families = {family(one) for one in here} | {family(f"{one}any/") for one in here if one.count("/") == 2}
    old = {f"/{path}" for path, _ in all_files(catalogue)}

    def kept(address: str) -> bool:
        page = page_of(address)
        if page in here or family(page) not in families:
            return True
        if kind_of(page) in ("file", "feed"):
            return page in old
        target = page_of(catalogue.moves.of(page)) or filter_of_list(page)
        return target in here or any(one and notice_of(catalogue, one) for one in (page, target))

    return kept


def filter_of_list(address: str) -> str:
    """The filter whose cases a list shows: a list without cases leads there."""
    listed = STATIC_LIST.fullmatch(address)
    return f"{FINDER}?{'='.join(listed.groups())}" if listed else ""


def family(address: str) -> tuple[str, str]:
    """Addresses that are made alike: those in one folder of the site with one ending."""
    folder, mark, rest = address.lstrip("/").partition("/")
    return (
        folder if mark and rest else "",
        "/" if address.endswith("/") else rest.rpartition(".")[2].partition("=")[0],
    )


def broken(lost: Iterable[Promise], here: Set[str]) -> Iterator[Problem]:
    """One problem for each promise that is not kept; what belongs to a page that is lost goes without saying."""
    lost = tuple(lost)
    addresses = {one.address for one in lost}
    for promise in lost:
        record, page = record_of(promise.address), page_of(promise.address)
        around = {page, filter_of_list(page), home_of(*record) if record else page} - {promise.address}
        if not around & addresses:
            near = page if page in here else _nearest(promise.address, here) or "/"
            values = {"value": promise.address, "address": promise.address, "on": promise.on, "now": near}
            yield Problem.of("promise_broken", HOME, promise.line, 12, **values, day=EXAMPLE_DAY)


def _nearest(address: str, here: Set[str]) -> str | None:
    """The address of the same family that is most like one."""
    alike = sorted(one for one in here if family(one) == family(address))
    return next(iter(get_close_matches(address, alike, n=1, cutoff=0.6)), None)


def lost_in_site(loaded: Loaded, site: Path, pages: Pages) -> list[Problem]:
    """What only the finished site can tell: promised anchors and files, and anchors that redirects lead to."""
    lost = [one for one in loaded.catalogue.promised if not answers(site, pages, one.address)]
    found = list(broken(lost, frozenset(offered(site, pages)) if lost else frozenset()))
    for entry in entries(loaded.archive.documents):
        name = FIELDS[entry.kind][1]
        if entry.target and not answers(site, pages, entry.target):
            found.append(entry.problem(loaded.schemas, "move_nowhere", name, value=entry.target, nearest=""))
    return sorted(set(found))

"""What stands at old addresses of files, and the list of redirects for servers that read one.

A file that moved is there under both addresses. One that was withdrawn says why.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from whatworks.catalogue import Catalogue
from whatworks.citing import day
from whatworks.exports.plain import as_json
from whatworks.ledger import kind_of
from whatworks.notices import notice_of
from whatworks.redirects import Notice

# What a server with such a list reads: from, to and the code for "moved for good". A query or an anchor cannot be told.
SERVER_LIST = "_redirects"
TEXTS = (".bib", ".ris", ".txt")


def files(catalogue: Catalogue, made: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The promised files that are not `made` now, then the list for servers, if anything has moved."""
    for address in dict.fromkeys((*_moved(catalogue), *(one.address for one in catalogue.promised))):
        path = address.lstrip("/")
        if kind_of(address) not in ("file", "feed") or path in made:
            continue
        if (target := catalogue.moves.of(address).lstrip("/")) in made:
            yield path, made[target]
        elif notice := notice_of(catalogue, address):
            yield from _gone(path, notice)
    if moved := _moved(catalogue):
        start = urlsplit(catalogue.site).path.rstrip("/")
        yield SERVER_LIST, "".join(f"{start}{old} {start}{new} 301\n" for old, new in sorted(moved.items()))


def _moved(catalogue: Catalogue) -> dict[str, str]:
    """The addresses of pages and files that have moved: those with an entry, and those that were promised."""
    asked = (*(one.source for one in catalogue.moves.redirects), *(one.address for one in catalogue.promised))
    plain = (one for one in asked if kind_of(one) not in ("anchor", "filter")) if catalogue.moves.redirects else ()
    return {address: target for address in plain if (target := catalogue.moves.of(address))}


def _gone(path: str, notice: Notice) -> Iterator[tuple[str, str]]:
    """A file that says why another is gone, as far as its form can: a feed has to tell of its own end."""
    if path.startswith("feeds/"):
        return
    if path.endswith(".json"):
        yield path, as_json({"withdrawn": {"on": notice.on, "reason": notice.reason, "successor": notice.successor}})
    elif path.endswith(TEXTS):
        instead = f" Read instead: {notice.successor}" if notice.successor else ""
        yield path, f"Withdrawn on {day(notice.on)}. {notice.reason}{instead}\n"

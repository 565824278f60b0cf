"""What has been promised: every address that was ever published, with the day on which it was first promised.

The list grows by `make release` and never shrinks. What an address belongs to can be read from it alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from whatworks.problems import Problem

HOME = "published/addresses.txt"
LINE = re.compile(r"(\d{4}-\d\d-\d\d) (/\S*)")
# Lists of terms that have pages; on the page of a term, those of the other list are anchors.
OTHER_SIDE = {"needs": "approaches", "approaches": "needs"}
# Folders of records and terms that have pages, feeds and data files of their own.
KINDS = (
    *("case_studies", "guides", "resources", "sources", "evidence", "frameworks", "meeting_tools", "places"),
    *OTHER_SIDE,
)
# Filters whose values are terms with pages.
FACETS = {"need": "needs", "approach": "approaches"}
FINDER = "/find/"
FILTER = re.compile(r"/find/\?(\w+)=([^&#]+)")
# What sets one value of a tool: a filter, a condition with an answer after its dot, an answer of the self-check.
VALUE = re.compile(r"/(find|fit|where_are_we)/\?(\w+=[^&#.]+)(?:\.\w+)?")
STATIC_LIST = re.compile(r"/find/([^/?#]+)/([^/?#]+)/")
LIST_FILE = re.compile(r"/data/v1/lists/(\w+)/([^/.]+)\.(csv|json)")
VERSION = re.compile(r"/data/v1/(\w+)/([^/]+)/\d{4}-\d\d-\d\d[^/]*\.json")


@dataclass(frozen=True, order=True)
class Promise:
    """An address and the day on which it was first promised; `line` is where the list says so."""

    address: str
    on: str
    line: int = field(default=0, compare=False)


def read_ledger(text: str) -> tuple[tuple[Promise, ...], list[Problem]]:
    """The promises in the text of the list, and what is wrong with its lines."""
    found: dict[str, Promise] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not (told := LINE.fullmatch(line)):
            problems.append(Problem.of("ledger_line", HOME, number, 1, value=line))
        elif (address := told.group(2)) in found:
            first = found[address].line
            problems.append(Problem.of("ledger_twice", HOME, number, 12, value=address, first=first))
        else:
            found[address] = Promise(address, told.group(1), number)
    return tuple(found.values()), problems


def as_text(promises: Iterable[Promise]) -> str:
    """The text of the list: one promise a line, in the order of the addresses."""
    return "".join(f"{one.on} {one.address}\n" for one in sorted(promises))


def with_new(promises: Iterable[Promise], addresses: Iterable[str], day: str) -> tuple[Promise, ...]:
    """The promises with those of a day: an address that was promised before keeps its own day."""
    known = {one.address: one for one in promises}
    return tuple(known.values()) + tuple(Promise(one, day) for one in sorted(set(addresses) - set(known)))


def kind_of(address: str) -> str:
    """What an address is of: a `page`, an `anchor`, a `filter` or other value, an `embed`, a `feed` or a `file`."""
    if "#" in address:
        return "anchor"
    if VALUE.fullmatch(address):
        return "filter"
    if address.endswith("/"):
        return "embed" if address.startswith("/embed/") else "page"
    return "feed" if address.startswith("/feeds/") else "file"


def page_of(address: str) -> str:
    """An address without its anchor."""
    return address.partition("#")[0]


def record_of(address: str) -> tuple[str, str] | None:
    """The kind and the id of the record or term that an address belongs to, if it belongs to one."""
    if told := FILTER.fullmatch(page_of(address)):
        return (FACETS[told.group(1)], told.group(2)) if told.group(1) in FACETS else None
    if told := LIST_FILE.fullmatch(address):
        return (FACETS[told.group(1)], told.group(2)) if told.group(1) in FACETS else None
    parts = page_of(address).strip("/").split("/")
    if parts[0] == "embed" and len(parts) > 1:
        return "case_studies", parts[1]
    at = next((number for number, part in enumerate(parts[:-1]) if part in KINDS), None)
    return None if at is None else (parts[at], parts[at + 1].partition(".")[0])


def home_of(kind: str, id: str) -> str:
    """The page of a record or a term."""
    return f"/{kind}/{id}/"


def of_other(address: str, id: str) -> str:
    """The address that another record of the same kind has in the place of this one."""
    path, mark, anchor = address.partition("#")
    own = record_of(path)
    if not own:
        return address
    sign = "=" if "?" in path else "/"
    parts = path.split(sign)
    at = next(number for number, part in enumerate(parts) if number and part.partition(".")[0] == own[1])
    parts[at] = id + parts[at].removeprefix(own[1])
    return f"{sign.join(parts)}{mark}{anchor}"

"""Where addresses have moved, and which were withdrawn: a step for each, and what follows from it for others."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whatworks.ledger import (
    FACETS,
    FILTER,
    FINDER,
    LIST_FILE,
    OTHER_SIDE,
    STATIC_LIST,
    VALUE,
    VERSION,
    home_of,
    of_other,
    page_of,
    record_of,
)
from whatworks.parts import Data


@dataclass(frozen=True)
class Redirect:
    """An address that has moved: what it was (`source`), where it is now (`target`), since when and why."""

    source: str
    target: str
    on: str
    reason: str

    @classmethod
    def from_data(cls, data: Data) -> "Redirect":
        """A redirect from an entry that fits redirects.schema.json."""
        return cls(data["from"], data["to"], data["on"], data["reason"])


@dataclass(frozen=True)
class Notice:
    """An address that was withdrawn, on which day and why, and the address of what replaces it, if anything does."""

    address: str
    on: str
    reason: str
    successor: str = ""


@dataclass(frozen=True)
class Moves:
    """All redirects and all notices.

    What belongs to a page goes with it: its anchors, its data, its feeds, the filter that a term stands for.
    """

    redirects: tuple[Redirect, ...] = ()
    notices: tuple[Notice, ...] = ()

    @cached_property
    def _targets(self) -> Mapping[str, str]:
        return {one.source: one.target for one in self.redirects}

    @cached_property
    def _notices(self) -> Mapping[str, Notice]:
        return {one.address: one for one in self.notices}

    def of(self, address: str) -> str:
        """Where an address is now, in one step; nothing where it has not moved. Versions stay where they were."""
        if address in self._targets or VERSION.fullmatch(address):
            return self._targets.get(address, "")
        page, mark, anchor = address.partition("#")
        if mark:
            target = self.of(page)
            return self._group(page, anchor) if not target else target if "#" in target else f"{target}#{anchor}"
        if listed := STATIC_LIST.fullmatch(address):
            return self._list(*listed.groups())
        if listed := LIST_FILE.fullmatch(address):
            return self._list_file(*listed.groups())
        record = record_of(address)
        there = record_of(self._targets.get(home_of(*record), "")) if record else None
        return of_other(address, there[1]) if record and there and there[0] == record[0] else ""

    def _group(self, page: str, anchor: str) -> str:
        """On the page of a term, what another term is called now."""
        kind = OTHER_SIDE.get((record_of(page) or ("", ""))[0])
        there = record_of(self._targets.get(home_of(kind, anchor), "")) if kind else None
        return f"{page}#{there[1]}" if there and there[0] == kind else ""

    def _list(self, facet: str, value: str) -> str:
        """The list of the filter that a filter is now."""
        there = FILTER.fullmatch(self.of(f"{FINDER}?{facet}={value}"))
        return list_of(*there.groups()) if there else ""

    def _list_file(self, facet: str, value: str, ending: str) -> str:
        """The file of that list."""
        there = FILTER.fullmatch(self.of(f"{FINDER}?{facet}={value}"))
        return f"/data/v1/lists/{'/'.join(there.groups())}.{ending}" if there else ""

    @cached_property
    def cases(self) -> Mapping[str, str]:
        """The ids of cases that have others now."""
        both = ((record_of(old), record_of(new)) for old, new in sorted(self._targets.items()) if old.endswith("/"))
        return {old[1]: new[1] for old, new in both if old and new and old[0] == new[0] == "case_studies"}

    @cached_property
    def values(self) -> Mapping[str, str]:
        """What a value in the address of a tool is now: `need=old` is `need=new`, or nothing."""
        found = {f"{name}={old}": f"{name}={new}" for old, new in self.cases.items() for name in ("case", "again")}
        for old, new in sorted(self._targets.items()):
            if value := VALUE.fullmatch(old):
                there = VALUE.fullmatch(new)
                found[value[2]] = there[2] if there and there[1] == value[1] else ""
            elif (was := _filter_of(old)) and (is_now := _filter_of(new)):
                found.setdefault(was, is_now)
        return found

    def notice(self, address: str) -> Notice | None:
        """The notice that stands for an address: its own, that of its page, or that of its record."""
        record = record_of(address)
        homes = (address, page_of(address), home_of(*record) if record else "")
        told = (self._notices[one] for one in homes if one in self._notices)
        return None if VERSION.fullmatch(address) else next(told, None)


def _filter_of(address: str) -> str:
    """The filter that the page of a term stands for: `need=chairing`."""
    record = record_of(address)
    facet = next((facet for facet, kind in FACETS.items() if record and kind == record[0]), "")
    return f"{facet}={record[1]}" if facet and record and address == home_of(*record) else ""


NO_MOVES = Moves()


def list_of(facet: str, value: str) -> str:
    """Where the cases of an option of a filter are listed: on the page of its term, or on a list of its own."""
    return home_of(FACETS[facet], value) if facet in FACETS else f"{FINDER}{facet}/{value}/"

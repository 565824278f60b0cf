"""Which records are overdue for review, as at the day for which pages are made."""

from collections.abc import Iterable
from datetime import date, timedelta

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.changes import Item, Record, records
from whatworks.citing import day

SOON = 90


def is_overdue(catalogue: Catalogue, record: Record) -> bool:
    """Whether the day by which a record was to be read again lies before the day of the pages."""
    return bool(catalogue.as_at) and record.review_by < catalogue.as_at and not _is_withdrawn(record)


def overdue(catalogue: Catalogue) -> tuple[Item, ...]:
    """The overdue records of all kinds, the longest overdue first; nobody has to read again what was withdrawn."""
    return _by_day(item for item in records(catalogue) if is_overdue(catalogue, item.record))


def falls_due(catalogue: Catalogue) -> tuple[Item, ...]:
    """The records that are to be read again on the day of the pages or in the 90 days after it."""
    last = soon(catalogue.as_at)
    waiting = (item for item in records(catalogue) if not _is_withdrawn(item.record))
    return _by_day(item for item in waiting if catalogue.as_at <= item.record.review_by <= last)


def soon(as_at: str) -> str:
    """The last day that is soon, seen from a day."""
    return (date.fromisoformat(as_at) + timedelta(days=SOON)).isoformat()


def overdue_words(record: Record) -> str:
    """The sentence that a page and a feed say of an overdue record."""
    return f"This page was to be read again by {day(record.review_by)}; nobody has done so yet."


def _is_withdrawn(record: Record) -> bool:
    return isinstance(record, CaseStudy) and record.withdrawn is not None


def _by_day(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.record.review_by, item.address)))

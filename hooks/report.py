"""Says what to do next: python hooks/report.py [--since 2026-11-01]

Lists whom to tell after a major change, which records are overdue for review and which fall due in the next 90 days.
It looks from today or from the day that AS_AT names.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from whatworks.catalogue import Catalogue
from whatworks.changes import Item, to_tell
from whatworks.citing import day
from whatworks.freshness import SOON, falls_due, overdue, soon
from whatworks.loading import load

ROOT = Path(__file__).resolve().parent.parent
WORDS = {"major": "Major change", "withdrawn": "Withdrawn"}


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Prints the report; there is no wrong state, so the exit status is always 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--since", type=a_day, metavar="DAY", help="tell of changes from this day on, such as 2026-11-01"
    )
    options = parser.parse_args(arguments)
    loaded = load(root)
    catalogue = replace(loaded.catalogue, as_at=os.environ.get("AS_AT") or date.today().isoformat())
    lines = [f"Report of {day(catalogue.as_at)}"]
    if loaded.problems:
        lines += ["", "Some records have mistakes and are left out here. To see them: make check"]
    lines += ["", *tell(catalogue, options.since or ""), "", *overdue_lines(catalogue), "", *due_lines(catalogue)]
    print("\n".join(lines))
    return 0


def a_day(text: str) -> str:
    """A day of the calendar, written like 2026-11-01."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a day of the calendar. Write a date like 2026-11-01."
        ) from None


def tell(catalogue: Catalogue, since: str = "") -> Iterator[str]:
    """Whom to tell of which changes."""
    since_words = f"since {day(since)}" if since else "since what they cite"
    yield f"Whom to tell of major changes {since_words}"
    found = list(to_tell(catalogue, since))
    if not found:
        entries = len(catalogue.guidance)
        yield f"  Nobody. The register of guidance has {entries or 'no'} {'entry' if entries == 1 else 'entries'}."
    for guidance, cited, changes in found:
        yield f"  {guidance.tell}"
        yield f"    for “{guidance.title}” ({guidance.published_by}, {guidance.year})"
        yield f"    which cites {cited.address}{f', version {cited.version}' if cited.version else ''}"
        for one in changes:
            yield f"      {one.on}  {one.item.record.title}"
            yield f"                  {WORDS[one.what]}: {one.note}"


def overdue_lines(catalogue: Catalogue) -> Iterator[str]:
    """The records that nobody has read again in time."""
    yield "Overdue for review"
    yield from listed(overdue(catalogue))


def due_lines(catalogue: Catalogue) -> Iterator[str]:
    """The records that are to be read again soon."""
    yield f"Due in the next {SOON} days, by {day(soon(catalogue.as_at))}"
    yield from listed(falls_due(catalogue))


def listed(items: tuple[Item, ...]) -> Iterator[str]:
    """A line per record: its day and its file."""
    yield from (f"  {item.record.review_by}  {item.record.path}" for item in items)
    if not items:
        yield "  Nothing."


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # titles have “…” in them
    sys.exit(main())

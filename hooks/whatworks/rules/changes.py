"""Rules for the changes that a record tells of: one small function per rule, its docstring is the rule.

A change is no review: it may be later or earlier than the day on which the record was read against its source.
"""

from collections.abc import Iterator

from whatworks.problems import Problem
from whatworks.rules.draft import Draft
from whatworks.rules.fields import is_day, year_of


def major_changes_have_notes(draft: Draft) -> Iterator[Problem]:
    """A major change has a note: whoever relied on the record has to know what to look at."""
    for number, entry in draft.entries("changes"):
        if entry.get("kind") == "major" and "note" not in entry:
            yield draft.around.schemas.missing(("changes", number, "note"), draft.kind, draft.document)


def changes_stand_newest_first(draft: Draft) -> Iterator[Problem]:
    """The newest change stands first."""
    above = ""
    for number, entry in draft.entries("changes"):
        on = entry.get("on")
        if is_day(on):
            if above and on > above:
                yield draft.problem("change_order", ("changes", number, "on"), value=on, above=above)
            above = on


def changes_differ(draft: Draft) -> Iterator[Problem]:
    """A change is told once: no two of one day say the same."""
    seen: set[tuple[str, str]] = set()
    for number, entry in draft.entries("changes"):
        told = (str(entry.get("on")), str(entry.get("note", "")).lower())
        name = "note" if "note" in entry else "on"
        if told in seen and entry.get(name):
            yield draft.problem("said_twice", ("changes", number, name), value=entry[name])
        seen.add(told)


def changes_follow_the_record(draft: Draft) -> Iterator[Problem]:
    """A change is not older than the first source of its record: without a source there was no record to change."""
    years = [year for _, entry in draft.entries("sources") if (year := year_of(draft, entry))]
    own = draft.document.data.get("year") if draft.kind == "source" else None
    first = own if isinstance(own, int) else min(years, default=0)
    for number, entry in draft.entries("changes"):
        on = entry.get("on")
        if is_day(on) and int(on[:4]) < first:
            yield draft.problem("change_too_early", ("changes", number, "on"), value=on, year=first)

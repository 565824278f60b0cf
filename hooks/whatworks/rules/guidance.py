"""Rules for guides, meeting tools and what surveys found: one small function per rule, its docstring is the rule."""

from collections.abc import Iterator
from typing import Any

from whatworks import markup
from whatworks.figures import figures
from whatworks.problems import Problem
from whatworks.rules.draft import WITH_SOURCES, Draft, close, close_or_all, texts_in

HELPS = ("in_brief", "steps", "pitfalls", "questions")


def guides_help_people_act(draft: Draft) -> Iterator[Problem]:
    """A guide has its sixty seconds, steps, pitfalls and questions, unless it names no need and explains this site."""
    if draft.is_whole and draft.document.data.get("needs"):
        for name in HELPS:
            if name not in draft.document.data:
                yield draft.around.schemas.missing((name,), draft.kind, draft.document)


def figures_in_steps_have_sources(draft: Draft) -> Iterator[Problem]:
    """A step, a pitfall, a part or a point that states a figure names its sources."""
    for name in WITH_SOURCES:
        for number, entry in draft.entries(name):
            own = ((path, text) for path, text in texts_in(entry, (name, number)) if "cases" not in path)
            for path, text in own if not entry.get("sources") else ():
                for figure in figures(markup.prose(text)):
                    yield draft.problem("figure_without_sources", path, figure.text, value=figure.text)


def timed_items_fill_the_minutes(draft: Draft) -> Iterator[Problem]:
    """The minutes of timed items add up to the minutes of the sheet."""
    timed = [part for _, part in draft.entries("parts") if part.get("kind") == "timed"]
    items = [item for part in timed for item in part.get("items", ()) if isinstance(item, dict)]
    total, whole = sum(int(item.get("minutes", 0)) for item in items), draft.document.data.get("minutes")
    if draft.is_whole and items and total != whole:
        yield draft.problem("minutes_differ", ("minutes",), value=whole, total=total)


def answers_are_named(draft: Draft) -> Iterator[Problem]:
    """A part in which answers are marked names them."""
    for number, part in draft.entries("parts"):
        if part.get("kind") == "answers" and "answers" not in part:
            yield draft.around.schemas.missing(("parts", number, "answers"), draft.kind, draft.document)


def quoted_figures_exist(draft: Draft) -> Iterator[Problem]:
    """A figure that a step or a pitfall quotes is a figure of a survey."""
    known = [f"{survey}#{id}" for survey, ids in draft.around.figures.items() for id in ids]
    for name in WITH_SOURCES:
        for number, entry in draft.entries(name):
            quoted = entry.get("figures")
            for place, value in enumerate(quoted if isinstance(quoted, list) else ()):
                if isinstance(value, str) and "#" in value and value not in known:
                    near = close(value, known)
                    yield draft.problem("unknown_figure", (name, number, "figures", place), value=value, nearest=near)


def survey_figures_differ(draft: Draft) -> Iterator[Problem]:
    """Each figure and each group of a survey has its own id."""
    for name in ("groups", "figures"):
        seen: set[str] = set()
        for number, entry in draft.entries(name):
            id = entry.get("id")
            if isinstance(id, str) and id in seen:
                yield draft.problem("said_twice", (name, number, "id"), value=id)
            seen.add(str(id))


def survey_figures_name_groups(draft: Draft) -> Iterator[Problem]:
    """The group of a figure is one of the groups of its survey; where there are groups, each figure names one."""
    ids = [str(entry.get("id")) for _, entry in draft.entries("groups")]
    for number, entry in draft.entries("figures"):
        group = entry.get("group")
        if isinstance(group, str) and group not in ids:
            near = close_or_all(group, ids)
            yield draft.problem("unknown_group", ("figures", number, "group"), value=group, nearest=near)
        elif ids and group is None:
            yield draft.around.schemas.missing(("figures", number, "group"), draft.kind, draft.document)


def percentages_are_shares(draft: Draft) -> Iterator[Problem]:
    """A percentage is at most 100."""
    for number, entry in draft.entries("figures") if draft.document.data.get("unit") == "percent" else ():
        value = entry.get("value")
        if isinstance(value, int | float) and value > 100:
            values: dict[str, Any] = {"value": value, "least": 0, "most": 100, "help": "The unit is percent."}
            yield draft.problem("out_of_range", ("figures", number, "value"), **values)

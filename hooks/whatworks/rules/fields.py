"""Rules for the fields of a record: one small function per rule, its docstring is the rule."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from whatworks import markup
from whatworks.figures import figures
from whatworks.plain_yaml import Path
from whatworks.problems import Problem
from whatworks.reasons import NOT_REPORTED, is_nearly_not_reported
from whatworks.rules.draft import WITH_SOURCE, Draft, texts_in

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
INSTEAD = "Write plain words."


def fields_are_plain(draft: Draft) -> Iterator[Problem]:
    """Fields are plain text: no template variables, no HTML, no Markdown."""
    for path, text in draft.texts():
        html = next((tag for _, _, tag in markup.elements(text)), None)
        if variable := markup.VARIABLE.search(text):
            yield draft.problem("template_variable", path, variable.group(), value=variable.group())
        elif html:
            yield draft.problem("raw_html", path, html, value=html, instead=INSTEAD)
        elif found := markup.FIELD_MARKUP.search(text):
            yield draft.problem("field_markup", path, found.group(), value=found.group())


def summary_is_two_sentences(draft: Draft) -> Iterator[Problem]:
    """The summary of a case is two sentences."""
    summary = draft.document.data.get("summary")
    least = draft.around.schemas.at(draft.kind, ("summary",)).get("minLength", 0)
    if isinstance(summary, str) and len(summary) >= least:
        count = len(markup.sentences(summary))
        if count != 2:
            yield draft.problem("two_sentences", ("summary",), count=count)


def silence_has_one_spelling(draft: Draft) -> Iterator[Problem]:
    """Where a report is silent, a text reads 'not reported' and nothing like it."""
    for path, text in draft.texts():
        schema = draft.around.schemas.at(draft.kind, path)
        if is_nearly_not_reported(text) and "anyOf" not in schema and "x-vocabulary" not in schema:
            yield draft.problem("nearly_not_reported", path, value=text)


def effort_is_cited(draft: Draft) -> Iterator[Problem]:
    """What an effort tells has a source."""
    effort = draft.document.data.get("effort")
    if isinstance(effort, dict) and "source" not in effort:
        told = [effort.get(key) for key in ("cost", "time", "people")]
        if any(isinstance(value, str) and value != NOT_REPORTED for value in told):
            yield draft.problem("uncited_effort", ("effort", "source"), example=(draft.source_ids or ["findings"])[0])


def dates_are_in_order(draft: Draft) -> Iterator[Problem]:
    """The end is not before the start, and nothing lies after the report that tells it."""
    dates = draft.document.data.get("dates")
    if not isinstance(dates, dict):
        return
    start, end = dates.get("start"), dates.get("end")
    if isinstance(start, int) and isinstance(end, int) and end < start:
        yield draft.problem("dates_reversed", ("dates", "end"), value=end, start=start)
    years = [year for _, entry in draft.entries("sources") if (year := year_of(draft, entry))]
    latest = draft.around.schemas.at(draft.kind, ("dates", "start")).get("maximum", max(years, default=0))
    for name, value in (("start", start), ("end", end)):
        if years and isinstance(value, int) and max(years) < value <= latest:
            yield draft.problem("after_its_time", ("dates", name), value=value, year=max(years))


def year_of(draft: Draft, source: Mapping[str, Any]) -> int:
    """The year of an entry under sources; 0 where it cannot be known."""
    if known := draft.around.sources.get(str(source.get("document"))):
        return known.year
    year, day = source.get("year"), source.get("told_on")
    return year if isinstance(year, int) else int(day[:4]) if is_day(day) else 0


def review_follows(draft: Draft) -> Iterator[Problem]:
    """The next review is after the last one."""
    last, following = draft.document.data.get("reviewed"), draft.document.data.get("review_by")
    if is_day(last) and is_day(following) and following <= last:
        yield draft.problem("review_order", ("review_by",), value=following, reviewed=last)


def is_day(value: Any) -> TypeGuard[str]:
    """Whether a value looks like a day: 2026-11-22."""
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def repeats_lie_in_the_past(draft: Draft) -> Iterator[Problem]:
    """A repeat names its year, which is not after the day on which it was told."""
    for number, entry in draft.entries("repeats"):
        when, told, path = entry.get("when"), entry.get("told_on"), ("repeats", number, "when")
        years = YEAR.findall(when) if isinstance(when, str) else []
        if isinstance(when, str) and when and not years:
            yield draft.problem("repeat_without_year", path, value=when)
        elif years and is_day(told) and max(years) > told[:4]:
            yield draft.problem("repeat_not_done_yet", path, max(years), value=max(years), told_on=told)


def repeats_differ(draft: Draft) -> Iterator[Problem]:
    """A repeat is told once: no two name the same place and time."""
    seen: set[tuple[str, ...]] = set()
    for number, entry in draft.entries("repeats"):
        told = tuple(str(entry.get(name, "")).lower() for name in ("where", "when"))
        if all(told) and told in seen:
            yield draft.problem("said_twice", ("repeats", number, "where"), value=entry["where"])
        seen.add(told)


def proposals_have_no_outcomes(draft: Draft) -> Iterator[Problem]:
    """A proposed scheme is an idea, not evidence: it has no outcomes."""
    data = draft.document.data
    if data.get("status") == "proposed" and isinstance(data.get("outcomes"), list):
        yield draft.problem("proposed_with_outcomes", ("outcomes",))


def answers_differ(draft: Draft) -> Iterator[Problem]:
    """A pair of need and approach stands once in a case."""
    seen: dict[tuple[Any, Any], int] = {}
    for number, entry in draft.entries("answers"):
        pair = (entry.get("need"), entry.get("approach"))
        if not all(isinstance(term, str) for term in pair):
            continue
        if pair in seen:
            values = {"need": pair[0], "approach": pair[1], "other": seen[pair] + 1}
            yield draft.problem("answer_twice", ("answers", number), **values)
        seen.setdefault(pair, number)


def figures_in_fields_are_cited_below(draft: Draft) -> Iterator[Problem]:
    """A figure in a field without a source of its own stands, with its source, in the story or in another entry."""
    if not draft.is_whole:
        return
    data = draft.document.data
    places = [paragraph.text for paragraph in markup.paragraphs(draft.document.body) if paragraph.citations]
    entries = [entry for name in WITH_SOURCE for _, entry in draft.entries(name) if entry.get("source")]
    effort = data.get("effort")
    entries += [effort] if isinstance(effort, dict) and effort.get("source") else []
    places += [text for entry in entries for _, text in texts_in(entry, ())]
    cited = {figure.plain for text in places for figure in figures(markup.prose(text))}
    fields: list[Path] = [
        ("title",),
        ("summary",),
        *(("answers", number, "how") for number, _ in draft.entries("answers")),
        *(("conditions", number, "note") for number, one in draft.entries("conditions") if not one.get("source")),
        *(("related", number, "reason") for number, _ in draft.entries("related")),
    ]
    texts = dict(draft.texts())
    for path in fields:
        for figure in figures(markup.prose(texts.get(path, ""))):
            if figure.plain not in cited:
                yield draft.problem("figure_not_below", path, figure.text, value=figure.text)

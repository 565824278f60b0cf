"""Rules for the fields of a record: one small function per rule, its docstring is the rule."""

from collections.abc import Iterator
from typing import Any

from whatworks import markup
from whatworks.figures import figures
from whatworks.plain_yaml import Path
from whatworks.problems import Problem
from whatworks.rules.draft import WITH_SOURCE, Draft, texts_in
from whatworks.schemas import NOT_REPORTED


def no_html_in_fields(draft: Draft) -> Iterator[Problem]:
    """Fields are plain text: no HTML and no template variables."""
    for path, text in draft.texts():
        for pattern, code in ((markup.VARIABLE, "template_variable"), (markup.HTML, "raw_html")):
            if found := pattern.search(text):
                yield draft.problem(code, path, found.group(), value=found.group())
                break


def summary_is_two_sentences(draft: Draft) -> Iterator[Problem]:
    """The summary of a case is two sentences."""
    summary = draft.document.data.get("summary")
    if isinstance(summary, str) and summary.strip():
        count = len(markup.sentences(summary))
        if count != 2:
            yield draft.problem("two_sentences", ("summary",), count=count)


def effort_is_cited(draft: Draft) -> Iterator[Problem]:
    """What an effort tells has a source."""
    effort = draft.document.data.get("effort")
    if isinstance(effort, dict) and "source" not in effort:
        told = [effort.get(key) for key in ("cost", "time", "people")]
        if any(isinstance(value, str) and value != NOT_REPORTED for value in told):
            yield draft.problem("uncited_effort", ("effort",), example=(draft.source_ids or ["findings"])[0])


def dates_are_in_order(draft: Draft) -> Iterator[Problem]:
    """The end is not before the start, and nothing lies after the report that tells it."""
    dates = draft.document.data.get("dates")
    if not isinstance(dates, dict):
        return
    start, end = dates.get("start"), dates.get("end")
    if isinstance(start, int) and isinstance(end, int) and end < start:
        yield draft.problem("dates_reversed", ("dates", "end"), value=end, start=start)
    years = [
        source.year
        for _, entry in draft.entries("sources")
        if (source := draft.around.sources.get(str(entry.get("document"))))
    ]
    for name, value in (("start", start), ("end", end)):
        if years and isinstance(value, int) and value > max(years):
            yield draft.problem("after_its_time", ("dates", name), value=value, year=max(years))


def review_follows(draft: Draft) -> Iterator[Problem]:
    """The next review is after the last one."""
    last, following = draft.document.data.get("reviewed"), draft.document.data.get("review_by")
    if isinstance(last, str) and isinstance(following, str) and following <= last:
        yield draft.problem("review_order", ("review_by",), value=following, reviewed=last)


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
        if None not in pair and pair in seen:
            values = {"need": pair[0], "approach": pair[1], "other": seen[pair] + 1}
            yield draft.problem("answer_twice", ("answers", number), **values)
        seen.setdefault(pair, number)


def figures_in_fields_are_cited_below(draft: Draft) -> Iterator[Problem]:
    """A figure in a title, summary or `how` stands, with its source, in the story or in an entry of the record."""
    data = draft.document.data
    places = [paragraph.text for paragraph in markup.paragraphs(draft.document.body) if paragraph.citations]
    entries = [entry for name in WITH_SOURCE for _, entry in draft.entries(name) if entry.get("source")]
    effort = data.get("effort")
    entries += [effort] if isinstance(effort, dict) and effort.get("source") else []
    places += [text for entry in entries for _, text in texts_in(entry, ())]
    cited = {figure.plain for text in places for figure in figures(markup.CITATION.sub("", text))}
    fields: list[Path] = [
        ("title",),
        ("summary",),
        *(("answers", number, "how") for number, _ in draft.entries("answers")),
    ]
    texts = dict(draft.texts())
    for path in fields:
        for figure in figures(texts.get(path, "")):
            if figure.plain not in cited:
                yield draft.problem("figure_not_below", path, figure.text, value=figure.text)

"""Rules for the story of a record: one small function per rule, its docstring is the rule."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from whatworks import markup
from whatworks.figures import figures
from whatworks.problems import Problem, nearest_note
from whatworks.rules.draft import Draft, close


def story_is_there(draft: Draft) -> Iterator[Problem]:
    """There is a story below the fields, with the sections that its kind needs, in their order."""
    if not draft.document.body.strip():
        yield draft.in_story("no_body", 0)
        return
    wanted = draft.around.schemas[draft.kind]["x-sections"]
    found = {words: offset for depth, words, offset in markup.headings(draft.document.body) if depth == 2}
    for section in wanted:
        if section not in found:
            yield draft.in_story("missing_section", 0, section=section)
    present = [section for section in wanted if section in found]
    for before, after in pairwise(present):
        if found[after] < found[before]:
            yield draft.in_story("section_order", found[before], section=before, order=", ".join(wanted))


def headings_head_something(draft: Draft) -> Iterator[Problem]:
    """Headings begin with '## ' and have text below them, or a deeper heading."""
    body = draft.document.body
    end = (0, "", len(body))
    for (depth, words, offset), (following, _, stop) in pairwise([*markup.headings(body), end]):
        if depth == 1:
            yield draft.in_story("top_heading", offset, value=f"# {words}")
        elif not body[offset:stop].partition("\n")[2].strip() and following <= depth:
            yield draft.in_story("empty_section", offset, section=words)


def story_is_short(draft: Draft) -> Iterator[Problem]:
    """A story has no more words than its kind may have."""
    length, most = markup.words(draft.document.body), draft.around.schemas[draft.kind]["x-most-words"]
    if length > most:
        yield draft.in_story("too_many_words", 0, length=length, most=most, over=length - most)


def figures_are_cited(draft: Draft) -> Iterator[Problem]:
    """Every paragraph that states a figure carries a citation: no number without a source."""
    example = (draft.source_ids or ["findings"])[0]
    for paragraph in markup.paragraphs(markup.masked(draft.document.body)):
        text = markup.CITATION.sub(lambda found: " " * len(found.group()), paragraph.text)
        first = next(iter(figures(markup.without_targets(text))), None)
        if first and not paragraph.citations:
            yield draft.in_story(
                "figure_without_citation", paragraph.offset + first.offset, value=first.text, example=example
            )


def citations_are_listed(draft: Draft) -> Iterator[Problem]:
    """A citation in the story is the id of an entry under sources, and the site writes its note."""
    body = markup.masked(draft.document.body)
    for found in markup.CITATION.finditer(body):
        if found.group(1) not in draft.source_ids:
            nearest = close(found.group(1), draft.source_ids)
            yield draft.in_story("unknown_citation", found.start(), value=found.group(1), nearest=nearest)
    for found in markup.FOOTNOTE.finditer(body):
        yield draft.in_story("footnote_text", found.start())


def markup_is_plain(draft: Draft) -> Iterator[Problem]:
    """A story has no HTML, attributes, template variables or pictures, and nothing that a sanitiser would take out."""
    body = markup.masked(draft.document.body)
    patterns = (
        (markup.VARIABLE, "template_variable"),
        (markup.PICTURE, "picture"),
        (markup.AUTOLINK, "outside_link"),
        (markup.HTML, "raw_html"),
        (markup.ATTRIBUTES, "attribute_list"),
    )
    count = 0
    for pattern, code in patterns:
        for found in pattern.finditer(body):
            count += 1
            yield draft.in_story(code, found.start(), value=found.group().strip())
        body = pattern.sub(lambda found: " " * len(found.group()), body)
    if not count and (tag := markup.unsafe(draft.document.body)) and not list(links_lead_to_records(draft)):
        yield draft.in_story("unsafe_markup", 0, value=tag)


def links_lead_to_records(draft: Draft) -> Iterator[Problem]:
    """A link in a record leads to another record by its file."""
    for found in markup.LINK.finditer(markup.masked(draft.document.body)):
        group = 1 if found.group(1) is not None else 2
        target, offset = found.group(group), found.start(group)
        if ":" in target or target.startswith(("//", "/")):
            yield draft.in_story("outside_link", offset, value=target)
            continue
        name = target.partition("#")[0]
        path = markup.joined(draft.folder, name)
        if name and path not in draft.around.files:
            near = get_close_matches(path, sorted(draft.around.files), n=1, cutoff=0.6)
            nearest = nearest_note(markup.relative(draft.folder, near[0]) if near else None)
            yield draft.in_story("dangling_link", offset, value=target, nearest=nearest)

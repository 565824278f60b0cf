"""Rules for the story of a record: one small function per rule, its docstring is the rule."""

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from whatworks import markup
from whatworks.figures import figures
from whatworks.problems import Problem, nearest_note
from whatworks.rules.draft import Draft, close_or_all, nearest
from whatworks.safe_markup import unsafe

SURVEYS = "evidence"
INSTEAD = "Use Markdown: **bold**, *italic*, lists with '- '."
LINK_EXAMPLE = " Records link to other records, for example [Blacon](blacon-virtual-child.md)."
BEFORE_HTML = ((markup.VARIABLE, "template_variable"), (markup.PICTURE, "picture"), (markup.AUTOLINK, "outside_link"))
# Python-Markdown needs minutes for thousands of brackets or lines, and no story has as many as these: such a one is
# not rendered. Brackets are counted in each block.
MOST_RENDERED, MOST_LINES, MOST_BRACKETS = 25_000, 1_000, 150


def story_is_there(draft: Draft) -> Iterator[Problem]:
    """There is a story below the fields, with the sections that its kind needs, in their order."""
    if not draft.document.body.strip():
        yield draft.in_story("no_body", 0)
        return
    wanted = draft.around.schemas[draft.kind]["x-sections"]
    headings = list(markup.headings(draft.document.body))
    found = {words: offset for depth, words, offset in headings if depth == 2}
    others = [heading for heading in headings if heading[0] != 2 or heading[1] not in wanted]
    for section in wanted:
        if section not in found:
            yield from _missing_section(draft, section, others)
    present = [section for section in wanted if section in found]
    for before, after in pairwise(present):
        if found[after] < found[before]:
            yield draft.in_story("section_order", found[before], section=before, order=", ".join(wanted))


def _missing_section(draft: Draft, section: str, others: list[tuple[int, str, int]]) -> Iterator[Problem]:
    """A section that is not there, or whose heading is misspelt; a first-level heading is another rule's problem."""
    for depth, words, offset in others:
        if get_close_matches(section.lower(), [words.lower()], cutoff=0.75):
            if depth > 1:
                value = f"{'#' * depth} {words}"
                yield draft.in_story("misspelt_section", offset, value=value, section=section)
            return
    yield draft.in_story("missing_section", _first(draft), section=section)


def _first(draft: Draft) -> int:
    """Where the words of the story begin."""
    body = draft.document.body
    return len(body) - len(body.lstrip())


def headings_head_something(draft: Draft) -> Iterator[Problem]:
    """Headings begin with '## ' and have text below them, or a deeper heading."""
    body = draft.document.body
    end = (0, "", len(body))
    for (depth, _, offset), (following, _, stop) in pairwise([*markup.headings(body), end]):
        if depth == 1:
            yield draft.in_story("top_heading", offset, value=_heading(body, offset))
        elif not _below(body[offset:stop]).strip() and following <= depth:
            yield draft.in_story("empty_section", offset, value=_heading(body, offset))


def _heading(body: str, offset: int) -> str:
    """The line of a heading."""
    return body[offset:].partition("\n")[0].strip()


def _below(section: str) -> str:
    """A section without its heading, of which there are two notations."""
    first, _, rest = section.partition("\n")
    return rest if first.startswith("#") else rest.partition("\n")[2]


def story_is_short(draft: Draft) -> Iterator[Problem]:
    """A story has no more words than its kind may have."""
    length, most = markup.words(draft.document.body), draft.around.schemas[draft.kind]["x-most-words"]
    if length > most:
        yield draft.in_story("too_many_words", _first(draft), length=length, most=most, over=length - most)


def figures_are_cited(draft: Draft) -> Iterator[Problem]:
    """Every paragraph that states a figure carries a citation: no number without a source."""
    example = (draft.source_ids or ["findings"])[0]
    for paragraph in markup.paragraphs(draft.document.body):
        first = next(iter(figures(markup.prose(paragraph.text))), None)
        if first and not paragraph.citations:
            offset = paragraph.offset + first.offset
            yield draft.in_story("figure_without_citation", offset, value=first.text, example=example)


def citations_are_listed(draft: Draft) -> Iterator[Problem]:
    """A citation in the story is the id of an entry under sources, and the site writes its note."""
    body = draft.document.body
    for found in markup.CITATION.finditer(body) if draft.knows_sources else ():
        if found.group(1) not in draft.source_ids:
            near = close_or_all(found.group(1), draft.source_ids)
            yield draft.in_story("unknown_citation", found.start(), value=found.group(1), nearest=near)
    for found in markup.FOOTNOTE.finditer(body):
        yield draft.in_story("footnote_text", found.start())


def markup_is_plain(draft: Draft) -> Iterator[Problem]:
    """A story has no HTML, attributes, template variables or pictures, and nothing that a sanitiser would take out."""
    found = [
        *links_stay_inside(draft),
        *(draft.in_story(code, offset, value=value, **more) for code, offset, value, more in _not_plain(draft)),
    ]
    if not found and (offset := _unsafe(draft)) is not None:
        found = [draft.in_story("unsafe_markup", offset)]
    yield from found


def _unsafe(draft: Draft) -> int | None:
    """The offset of what a sanitiser would take out, or of what nobody could render in good time."""
    body = draft.document.body
    blocks = list(markup.BLOCK.finditer(body))
    slow = next((block.start() for block in blocks if block.group().count("[") > MOST_BRACKETS), None)
    if slow is not None or len(body) > MOST_RENDERED or body.count("\n") > MOST_LINES:
        return _first(draft) if slow is None else slow
    if not unsafe(body):
        return None
    return next((block.start() for block in blocks if unsafe(block.group())), _first(draft))


def _not_plain(draft: Draft) -> Iterator[tuple[str, int, str, dict[str, str]]]:
    """Code, offset and text of what a story may not have; what was found once is not looked at again."""
    body = markup.masked(draft.document.body)
    for link in markup.LINK.finditer(body):
        group = 1 if link.group(1) is not None else 2
        body = _without(body, link.start(group), link.end(group))
    for pattern, code in BEFORE_HTML:
        for one in pattern.finditer(body):
            yield code, one.start(), one.group().strip(), {}
            body = _without(body, one.start(), one.end())
    for start, end, tag in markup.elements(body):
        yield "raw_html", start, tag, {"instead": INSTEAD}
        body = _without(body, start, end)
    for one in markup.ATTRIBUTES.finditer(body):
        yield "attribute_list", one.start(), one.group().strip(), {}


def _without(text: str, start: int, end: int) -> str:
    """The text with a part blanked out."""
    return text[:start] + markup.BLANK.sub(" ", text[start:end]) + text[end:]


def _links(draft: Draft) -> Iterator[tuple[str, int]]:
    """The target of each link of a story, and its offset."""
    for found in markup.LINK.finditer(markup.masked(draft.document.body)):
        group = 1 if found.group(1) is not None else 2
        yield found.group(group), found.start(group)


def _is_outside(target: str) -> bool:
    return ":" in target or target.startswith("/")


def links_stay_inside(draft: Draft) -> Iterator[Problem]:
    """A link leads to another file of this site."""
    for target, offset in _links(draft):
        if _is_outside(target):
            yield draft.in_story("outside_link", offset, value=target)


def links_lead_to_records(draft: Draft) -> Iterator[Problem]:
    """A link in a record leads to another record by its file."""
    for target, offset in _links(draft):
        name = target.partition("#")[0]
        path = markup.joined(draft.folder, name)
        if not name or _is_outside(target):
            continue
        if path == f"{draft.folder}/{draft.id}.md":
            yield draft.in_story("self_link", offset, value=target)
        elif path not in draft.around.files:
            yield draft.in_story("dangling_link", offset, value=target, nearest=_nearest_file(draft, path))


def links_lead_to_figures(draft: Draft) -> Iterator[Problem]:
    """The anchor of a link to a survey is the id of one of its figures."""
    for target, offset in _links(draft):
        name, _, anchor = target.partition("#")
        folder, _, file = markup.joined(draft.folder, name).partition("/")
        ids = draft.around.figures.get(file.removesuffix(".md")) if folder == SURVEYS else None
        if anchor and ids is not None and anchor not in ids:
            yield draft.in_story("unknown_figure", offset, value=target, nearest=close_or_all(anchor, sorted(ids)))


def _nearest_file(draft: Draft, path: str) -> str:
    """The sentence that offers the file whose name is most like that of `path`, or shows what a link looks like."""
    names = {posixpath.basename(file): file for file in sorted(draft.around.files)}
    near = nearest(posixpath.basename(path), names)
    return nearest_note(markup.relative(draft.folder, names[near[0]])) if near else LINK_EXAMPLE

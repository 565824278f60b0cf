"""A page as the core hands it to whatever builds the site: Markdown with HTML parts, at an address."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from whatworks.catalogue import Catalogue
from whatworks.citing import day
from whatworks.freshness import is_overdue, overdue_words
from whatworks.guidance import relying_on
from whatworks.markup import CITATION, masked
from whatworks.parts import Citation
from whatworks.resources import environment

MARKDOWN = re.compile(r"([\\`*_{}\[\]#|])")


@dataclass(frozen=True)
class Page:
    """One page: its address (`/needs/`), title, description, text, and the file to edit, if there is one.

    `assets` names the style and the script that only this kind of page needs, `style` a style without a script.
    `data` is the address of the file that holds the page as data, `feed` that of its feeds without their endings, and
    `about` what it says of itself to programs, as schema.org has it. `noindex` keeps it out of search machines. `ages`
    marks the page of a record that is to be read again by some day. `refresh` is the address to which the page leads on
    at once. `day` is that of its version, if it has one.
    """

    address: str
    title: str
    description: str
    text: str
    file: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    assets: str = ""
    data: str = ""
    feed: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    noindex: bool = False
    ages: bool = False
    refresh: str = ""
    day: str = ""
    style: str = ""


def relative(target: str, start: str) -> str:
    """The link from the page at the address `start` to `target`, which may end in `#anchor`."""
    path, mark, anchor = target.partition("#")
    if path == start:
        return f"{mark}{anchor}" if anchor else "./"
    link = posixpath.relpath(path, start)
    return f"{link}/{mark}{anchor}" if path.endswith("/") and link != "." else f"{link}{mark}{anchor}"


def plain_markdown(text: str) -> Markup:
    """Text, on one line, in which neither HTML nor Markdown means anything."""
    return escape(MARKDOWN.sub(r"\\\1", " ".join(text.split())))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def plural(count: int, word: str, several: str = "") -> str:
    """A count with its word: 1 case, 2 cases."""
    return f"{count} {word if count == 1 else several or word + 's'}"


def with_citations(story: str, citations: tuple[Citation, ...]) -> Markup:
    """A story whose `[^id]` lead to the list of sources below it; those in code, and unknown ones, stay as they are."""
    numbers = {citation.id: number for number, citation in enumerate(citations, 1)}
    parts, end = [], 0
    for found in CITATION.finditer(masked(story)):
        id = found.group(1)
        if id in numbers:
            note = f'<sup class="cite"><a href="#source-{id}" aria-label="Source {numbers[id]}">{numbers[id]}</a></sup>'
            parts += [story[end : found.start()], note]
            end = found.end()
    return Markup("".join([*parts, story[end:]]))  # the check has refused HTML in stories


def render(template: str, address: str, catalogue: Catalogue, **values: Any) -> str:
    """The text of the page at `address` from one of the core's templates."""
    env = environment()
    env.filters.update(md=plain_markdown, capital=capital, day=day, overdue=overdue_words, relying_on=relying_on)
    return env.get_template(template).render(
        catalogue=catalogue,
        vocabularies=catalogue.vocabularies,
        href=lambda target: relative(target, address),
        plural=plural,
        day=day,
        with_citations=with_citations,
        is_overdue=partial(is_overdue, catalogue),
        **values,
    )

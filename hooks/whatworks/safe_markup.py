"""Whether a story is plain Markdown and makes a page that is safe. The only file that renders stories."""

import re
from html.parser import HTMLParser
from itertools import zip_longest

import markdown
import nh3

# The extensions that the site uses to render stories; a test compares them with mkdocs.yml.
EXTENSIONS = ("admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "tables")
# What Markdown with these extensions writes, and nothing else: links to other sites are dropped too.
TAGS = nh3.ALLOWED_TAGS
ATTRS = {"*": {"id", "class", "title", "role"}, "a": {"href"}, "td": {"style", "align"}, "th": {"style", "align"}}
Event = tuple[str, object]


class _Events(HTMLParser):
    """The tags, attributes and texts of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("br", "hr", "img", "p", "tbody"):
            self.events.append((f"/{tag}", ""))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.events.append(("text", re.sub(r"\s+", " ", data).strip()))

    def handle_comment(self, data: str) -> None:
        self.events.append(("a comment", data))


def unsafe(text: str) -> str | None:
    """What in the rendered story is not plain Markdown: the name of the first such tag, or `None`.

    A sanitiser never gives back the same bytes, so what is compared is the parsed tags, attributes and texts: those of
    the page, of the page without what nh3 takes out, and of the page where Markdown takes no HTML.
    """
    html = _rendered(text)
    own = _Events(html).events
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRS, link_rel=None, strip_comments=True, url_schemes=set())
    for other in (clean, _rendered(text, takes_html=False)):
        if own != (after := _Events(other).events):
            return _first_difference(own, after)
    return next((tag for tag, attributes in own if tag == "a" and _leads_out(attributes)), None)


def _first_difference(own: list[Event], other: list[Event]) -> str:
    """The first tag that only the one page has, or a word for what is no tag."""
    tags, others = ([event for event in events if event[0] != "text"] for events in (own, other))
    pairs = zip_longest(tags, others)
    return next((one[0] for one, two in pairs if one and one != two), "markup")


def _rendered(text: str, *, takes_html: bool = True) -> str:
    """The story as HTML, its own HTML passed through or shown as text."""
    reader = markdown.Markdown(extensions=list(EXTENSIONS))
    if not takes_html:
        reader.preprocessors.deregister("html_block")
        reader.inlinePatterns.deregister("html")
    return reader.convert(text)


def _leads_out(attributes: object) -> bool:
    """Whether a link begins at the root of a site: nh3 lets `//host` pass."""
    return isinstance(attributes, list) and any(name == "href" and value.startswith("/") for name, value in attributes)

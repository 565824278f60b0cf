"""What the rules know besides the schemas, as data: their patterns, their limits, the names of what nobody sees."""

import unicodedata

from whatworks import clean_text, figures, file_names, front_matter, markup, problems
from whatworks.forms import plain_text
from whatworks.forms.patterns import for_browser
from whatworks.rules import fields, story

# Each pattern stays where its rule is; the browser gets it under a name of its own.
SOURCES = {
    "attributes": markup.ATTRIBUTES,
    "autolink": markup.AUTOLINK,
    "beginning": plain_text.BEGINNING,
    "block": markup.BLOCK,
    "citation": markup.CITATION,
    "code": markup.CODE,
    "conflict": clean_text.CONFLICT,
    "fieldMarkup": markup.FIELD_MARKUP,
    "figures": figures.FIGURES,
    "footnote": markup.FOOTNOTE,
    "goodName": file_names.GOOD_NAME,
    "heading": markup.HEADING,
    "html": markup.HTML,
    "link": markup.LINK,
    "notFigures": figures.NOT_FIGURES,
    "paragraph": markup.PARAGRAPH,
    "picture": markup.PICTURE,
    "sentenceEnd": markup.SENTENCE_END,
    "tagName": markup.TAG_NAME,
    "special": plain_text.SPECIAL,
    "target": markup.TARGET,
    "underlined": markup.UNDERLINED,
    "variable": markup.VARIABLE,
    "word": markup.WORD,
    "year": fields.YEAR,
}
PATTERNS = {name: for_browser(pattern) for name, pattern in SOURCES.items()}
LIMITS = {
    "quoted": problems.MOST_QUOTED,
    "kilobytes": front_matter.MOST_KB,
    "rendered": story.MOST_RENDERED,
    "lines": story.MOST_LINES,
    "brackets": story.MOST_BRACKETS,
}
# What some messages say besides their own words.
WORDS = {"plain": fields.INSTEAD, "markdown": story.INSTEAD, "link": story.LINK_EXAMPLE}
# The invisible characters that have a name of their own; every other one is a control character.
INVISIBLE_NAMES = {
    character: unicodedata.name(character).lower() for character in sorted(clean_text.INVISIBLE | {"\u2028", "\u2029"})
}

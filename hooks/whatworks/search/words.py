"""How text becomes words. theme/assets/js/search/words.js does the same to a query: change both together."""

import re
import unicodedata

from lunr.stop_word_filter import WORDS

POSSESSIVE = re.compile(r"['’]s\b")
APOSTROPHE = re.compile(r"['’]")
WORD = re.compile(r"[^\W_]+")
HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
# Words that say nothing about a page: lunr's own list, and what people put around a question.
ASKING = """
    been being cant did didnt doesnt doing dont getting going having help here how isnt lets more need needs out over
    people please really something stop tell thing things up using very want way ways wont work works
"""
STOP_WORDS = frozenset(WORDS) | frozenset(ASKING.split())


def fold(text: str) -> str:
    """The text without capitals, accents and apostrophes: "People's café" is "people cafe"."""
    plain = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return APOSTROPHE.sub("", POSSESSIVE.sub("", plain))


def words(text: str) -> list[str]:
    """Every word of the text; "co-ordinator" is also "coordinator"."""
    folded = fold(text)
    return WORD.findall(folded) + ["".join(WORD.findall(joined)) for joined in HYPHENATED.findall(folded)]


def content_words(text: str) -> list[str]:
    """The words of the text that say something."""
    return [word for word in words(text) if word not in STOP_WORDS]

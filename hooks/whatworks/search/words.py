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
    again already always another anybody anyone anything anywhere arent around been before being best better both cant
    case cases couldnt did didnt doesnt doing done dont during each even everybody everyone everything example
    examples few find gets getting give given gives giving go goes going good hadnt happen happened happens hasnt
    havent having hed help here hes how id ill im isnt ive kind less lets look looking lot lots made make makes making
    many maybe mine more much need needs never next now once one ones ours out over people perhaps please possible put
    really same see seem seems seen shes shouldnt show somebody someone something somewhere sort still stop stuff take
    tell thats theirs themselves theres theyre theyve thing things though through today told tried try trying two
    under until up upon use used uses using very want wanted wanting wasnt way ways well werent weve whats wheres
    whether whos whose within without wont work worked works wouldnt yes youre yours yourself youve
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

"""The check's own patterns for the browser: a regular expression of Python as the same one of JavaScript.

So each pattern stands in one place. Known are the parts that our patterns use; anything else is refused.
"""

import re
from types import MappingProxyType

# What Python calls a letter of a word, a digit and an edge of a word; JavaScript alone means those of English.
WORD, DIGIT = r"\p{L}\p{N}_", r"\p{Nd}"
SPACE = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
EDGE = rf"(?:(?<=[{WORD}])(?![{WORD}])|(?<![{WORD}])(?=[{WORD}]))"
ESCAPES = MappingProxyType({r"\b": EDGE, r"\w": f"[{WORD}]", r"\d": DIGIT, r"\s": f"[{SPACE}]", r"\S": f"[^{SPACE}]"})
INSIDE = MappingProxyType({r"\w": WORD, r"\d": DIGIT, r"\s": SPACE})
# Characters that stand for themselves although a backslash stands before them: with the flag `u` it may not.
BARE = frozenset("#%&'\"=!<>:;,@`~ ")
TOKEN = re.compile(
    r"(?P<escape>\\.)"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<local>\(\?i:)"
    r"|(?P<named>\(\?P<(?P<name>\w+)>)"
    r"|(?P<again>\(\?P=(?P<group>\w+)\))"
    r"|(?P<open>\((?:\?(?:[:=!]|<[=!]))?)"
    r"|(?P<close>\))"
    r"|(?P<often>(?:[*+?]|\{\d*,?\d*\})[?+]?)"
    r"|(?P<one>.)",
    re.DOTALL,
)


# Without the flag `m`, Python's `$` also stands before a line end that ends the text; JavaScript's does not.
END = r"(?=\n?$)"


class UnknownPartError(ValueError):
    """A part of a pattern that has no counterpart here."""


def for_browser(pattern: re.Pattern[str]) -> tuple[str, str]:
    """The source and the flags of a pattern, for JavaScript's RegExp."""
    text = without_comments(pattern.pattern) if pattern.flags & re.VERBOSE else pattern.pattern
    depths: list[bool] = []
    end = "$" if pattern.flags & re.MULTILINE else END
    parts = [end if found["one"] == "$" else _part(found, depths) for found in TOKEN.finditer(text)]
    known = re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE | re.UNICODE
    if pattern.flags & ~known or "(?" in re.sub(r"\(\?(?:[:=!]|<)", "", "".join(parts)):
        raise UnknownPartError(pattern.pattern)
    flags = ((re.IGNORECASE, "i"), (re.MULTILINE, "m"), (re.DOTALL, "s"))
    return "".join(parts), "gu" + "".join(letter for flag, letter in flags if pattern.flags & flag)


def without_comments(text: str) -> str:
    """A verbose pattern without its spaces and comments."""
    kept = re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|#[^\n]*|\s+|.", text, re.DOTALL)
    return "".join(part for part in kept if not part.isspace() and not part.startswith("#"))


def _part(found: re.Match[str], depths: list[bool]) -> str:
    """One part of a pattern; `depths` says of each open group whether capital letters count for nothing in it."""
    text, kind = found.group(), str(found.lastgroup)
    if kind in ("local", "named", "open"):
        depths.append(kind == "local" or bool(depths and depths[-1]))
        return {"local": "(?:", "named": f"(?<{found['name']}>"}.get(kind, text)
    if kind == "close":
        depths.pop()
    return _small(found, text, either=bool(depths and depths[-1]))


def _small(found: re.Match[str], text: str, *, either: bool) -> str:
    """A part that opens and closes nothing; with `either`, a letter stands for both its forms."""
    if found["escape"]:
        return text[1] if text[1] in BARE else ESCAPES.get(text, text)
    if found["set"]:
        return re.sub(r"\\.", lambda one: _inside(one.group()), text)
    if found["again"]:
        return f"\\k<{found['group']}>"
    if found["often"]:
        # What never gives back (`*+`) is only faster: our patterns find the same without it.
        return text[:-1] if len(text) > 1 and text[-1] == "+" else text
    if text in "{}":
        return f"\\{text}"
    if text == ".":
        return "[^\\n]"
    return f"[{text.lower()}{text.upper()}]" if either and text.isalpha() else text


def _inside(escape: str) -> str:
    """An escape between square brackets."""
    return escape[1] if escape[1] in BARE else INSIDE.get(escape, escape)

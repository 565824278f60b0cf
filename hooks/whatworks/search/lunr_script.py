"""lunr.js, which ships inside the installed mkdocs package. Only the file is read: mkdocs itself is not loaded."""

import re
from importlib.util import find_spec
from pathlib import Path

LICENCE_END = "*/"
COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
INSIDE = "contrib/search/templates/search/lunr.js"


def lunr_script() -> str:
    """The code of lunr.js under its licence: its other comments are more than half of it."""
    licence, mark, code = _released().partition(LICENCE_END)
    return licence + mark + "\n" + COMMENT.sub("", code).lstrip()


def _released() -> str:
    spec = find_spec("mkdocs")
    homes = spec.submodule_search_locations if spec and spec.submodule_search_locations else []
    for home in homes:
        if (path := Path(home) / INSIDE).is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"lunr.js is not where mkdocs 1.6 keeps it ({INSIDE}): is mkdocs installed?")

"""The stemmer of lunr.js, which ships inside the installed mkdocs package. Only the file is read, mkdocs not loaded."""

import re
from importlib.util import find_spec
from pathlib import Path

LICENCE_END = "*/"
COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
STEMMER = re.compile(r"^lunr\.stemmer = .*?^\}\)\(\);", re.DOTALL | re.MULTILINE)
AS_MODULE = "export const stem = (word) => lunr.stemmer({ update: (change) => change(word) });"
INSIDE = "contrib/search/templates/search/lunr.js"


def lunr_script() -> str:
    """The stemmer of lunr.js under its licence, as a module: the reader's side needs nothing else of it."""
    licence, mark, code = _released().partition(LICENCE_END)
    found = STEMMER.search(COMMENT.sub("", code))
    if not found:
        raise ValueError("lunr.js has no stemmer where lunr 2.3 has it")
    return f"{licence}{mark}\nconst lunr = {{}};\n{found.group()}\n{AS_MODULE}\n"


def _released() -> str:
    spec = find_spec("mkdocs")
    homes = spec.submodule_search_locations if spec and spec.submodule_search_locations else []
    for home in homes:
        if (path := Path(home) / INSIDE).is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"lunr.js is not where mkdocs 1.6 keeps it ({INSIDE}): is mkdocs installed?")

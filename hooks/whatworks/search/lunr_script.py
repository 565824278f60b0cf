"""lunr.js, which ships inside the installed mkdocs package. Only the file is read: mkdocs itself is not loaded."""

from importlib.util import find_spec
from pathlib import Path

INSIDE = "contrib/search/templates/search/lunr.js"


def lunr_script() -> bytes:
    """The text of lunr.js as it was released, with its licence."""
    spec = find_spec("mkdocs")
    homes = spec.submodule_search_locations if spec and spec.submodule_search_locations else []
    for home in homes:
        if (path := Path(home) / INSIDE).is_file():
            return path.read_bytes()
    raise FileNotFoundError(f"lunr.js is not where mkdocs 1.6 keeps it ({INSIDE}): is mkdocs installed?")

"""The site's own scripts and styles as browsers get them: the same code without comments and spare white space."""

from collections.abc import Mapping
from types import MappingProxyType

import minify

# The kinds of file that are made lighter, by the ending of their names.
KINDS: Mapping[str, str] = MappingProxyType({".css": "text/css", ".js": "application/javascript"})


def lighter(text: str, ending: str) -> str:
    """A script or style that does the same and weighs less; any other file as it is."""
    return str(minify.string(KINDS[ending], text)) if ending in KINDS else text

"""The site's own scripts and styles as browsers get them: the same code without comments and spare white space."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rcssmin import cssmin
from rjsmin import jsmin

# What makes the text of a file lighter, by the ending of its name.
LIGHTER: Mapping[str, Callable[[str], str]] = MappingProxyType({".css": cssmin, ".js": jsmin})

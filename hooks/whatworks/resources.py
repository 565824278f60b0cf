"""The one way to the templates that ship with the core."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

TEMPLATES = files("whatworks") / "pages" / "templates"


def on_one_line(value: Any) -> Any:
    """A plain text on one line, so that no line of it can begin a block of Markdown; anything else as it is."""
    return re.sub(r"\s*[\r\n]\s*", " ", value) if type(value) is str else value


@cache
def environment() -> Environment:
    """Jinja with every template of the core: text is escaped, on one line, and a name that is not there is an error."""
    templates = {
        entry.name: entry.read_text(encoding="utf-8") for entry in TEMPLATES.iterdir() if entry.name.endswith(".j2")
    }
    return Environment(
        loader=DictLoader(templates),
        autoescape=True,
        finalize=on_one_line,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""The one way to the templates that ship with the core."""

from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined

TEMPLATES = files("whatworks") / "pages" / "templates"


@cache
def environment() -> Environment:
    """Jinja with every template of the core: HTML is escaped, and a name that is not there is an error."""
    templates = {
        entry.name: entry.read_text(encoding="utf-8") for entry in TEMPLATES.iterdir() if entry.name.endswith(".j2")
    }
    return Environment(
        loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )

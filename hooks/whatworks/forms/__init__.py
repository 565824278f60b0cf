"""The form for people without Git: what it asks, and how what they typed becomes the file of a record."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.forms.reading import as_values

__all__ = ["HOME", "form_files"]

HOME = "contribute"


def form_files(form: Mapping[str, Any], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The name and the text of each file that the form reads: its specification, and every case as it was filled in."""
    yield f"{HOME}/form.json", _json(form)
    for case in catalogue.cases:
        yield f"{HOME}/cases/{case.id}.json", _json(as_values(case, form))


def _json(data: Any) -> str:
    """Compact JSON: the same data always give the same bytes."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"

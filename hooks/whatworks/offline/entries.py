"""What the search of the copy looks through: the entries of the site's own search, with the texts of the records."""

import json
from typing import Any

from whatworks.catalogue import Catalogue
from whatworks.search.entries import entries
from whatworks.search.entry import Entry


def as_script(catalogue: Catalogue) -> str:
    """The entries as a plain script, since a page from a disk can load that and nothing else."""
    bodies = {
        (folder, one.id): one.body
        for folder, records in (
            ("case_studies", catalogue.cases),
            ("guides", catalogue.guides),
            ("resources", catalogue.resources),
            ("sources", catalogue.sources),
        )
        for one in records
    }
    told = [_entry(one, bodies.get((one.folder, one.id), "")) for one in entries(catalogue)]
    return f"var whatWorksEntries = {json.dumps(told, ensure_ascii=False)};\n"


def _entry(entry: Entry, body: str) -> dict[str, Any]:
    """An entry: what is shown of it, its names, and all other words that it can be found by."""
    names = (entry.name, *entry.also, *entry.keywords)
    texts = (*entry.might_say, *entry.how, *entry.outcomes, *entry.setbacks)
    others = (entry.place, entry.by, entry.partnership, entry.audience, *texts)
    address, _, anchor = entry.url.partition("#")
    return {
        "kind": entry.kind,
        "title": entry.title,
        "summary": entry.summary,
        "context": entry.context,
        "address": f"{address}index.html" + (f"#{anchor}" if anchor else ""),
        "names": " ".join(names),
        "text": " ".join((*others, *body.split())),
    }

"""The formats of a reference, each made from its description as CSL-JSON has it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

Item = Mapping[str, Any]
# What BibTeX takes for more than a letter. It counts braces even behind a backslash, so these get names.
BIBTEX = str.maketrans(
    {
        **{letter: f"\\{letter}" for letter in "&%$#_"},
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "\\": r"{\textbackslash}",
    }
)
# Pairs that TeX would set as one letter: -- as a dash, '' as a quotation mark.
JOINED = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)|(?<=,)(?=,)")


def harvard(item: Item) -> tuple[str, str, str]:
    """A reference in the Harvard style: what stands before the title, the title, and what follows it."""
    stop = "" if item["title"].endswith((".", "?", "!")) else "."
    where = f" Available at: {item['URL']}." if "URL" in item else ""
    return f"{_author(item)} ({_year(item) or 'no date'}) ", item["title"], f"{stop} {item['note']}.{where}"


def bibtex(item: Item) -> str:
    """An entry for BibTeX. The title is in braces, so that no style changes its capitals."""
    given = {
        "author": f"{{{_for_bibtex(_author(item))}}}",
        "title": f"{{{_for_bibtex(item['title'])}}}",
        "year": _year(item),
        "url": item.get("URL", ""),  # read as it stands: no letter of an address of the site has another meaning
        "note": _for_bibtex(item["note"]),
    }
    fields = [Field(name, value) for name, value in given.items() if value]
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent = "  "
    return write_string(Library([Entry("misc", item["id"], fields)]), bibtex_format=layout).strip() + "\n"


def ris(item: Item) -> str:
    """A record in the format RIS."""
    given = {
        "type_of_reference": "ELEC",
        "id": item["id"],
        "authors": [_author(item)],
        "title": item["title"],
        "secondary_title": item["container-title"],
        "year": _year(item),
        "date": "/".join(f"{part:02}" for part in _day(item)),
        "edition": item["version"],
        "notes": [item["note"]],
        "urls": [item["URL"]] if "URL" in item else [],
    }
    text: str = rispy.dumps([{name: value for name, value in given.items() if value}])
    return text.partition("\n")[2]  # the writer begins with a number, which the format does not know


def csl_json(item: Item) -> str:
    """The description itself, as a list of one, with a line for each of its parts."""
    lines = (f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items())
    return "[{\n  " + ",\n  ".join(lines) + "\n}]\n"


@dataclass(frozen=True)
class Format:
    """A format for programs: its name, the end of its files, who reads it, and how it is written."""

    name: str
    ending: str
    readers: str
    write: Callable[[Item], str]


FORMATS = (
    Format("BibTeX", "bib", "LaTeX, JabRef and Zotero", bibtex),
    Format("RIS", "ris", "EndNote, Mendeley and Zotero", ris),
    Format("CSL-JSON", "csl.json", "Zotero and Pandoc", csl_json),
)


def _author(item: Item) -> str:
    return str(item["author"][0]["literal"])


def _day(item: Item) -> list[int]:
    return list(item["issued"]["date-parts"][0]) if "issued" in item else []


def _year(item: Item) -> str:
    return str(_day(item)[0]) if "issued" in item else ""


def _for_bibtex(text: str) -> str:
    return JOINED.sub("{}", text.translate(BIBTEX))

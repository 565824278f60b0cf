"""Tables that open in a spreadsheet, and the same rows as JSON. A column is told once, for both.

In CSV an empty cell is not reported; several values in one cell stand side by side with ` | ` between them; a row is a
line. A text that a spreadsheet could take for a formula gets an apostrophe before it. In JSON nothing is changed.
"""

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from whatworks.catalogue import Catalogue

Cell = str | int | float | bool | tuple[str, ...] | None
BETWEEN = " | "
# The types of cells, each with its JSON Schema.
HOLDS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "text": {"type": ["string", "null"]},
        "number": {"type": ["number", "null"]},
        "list": {"type": "array", "items": {"type": "string"}},
        "yes or no": {"type": "boolean"},
    }
)
# Excel reads a file as UTF-8 only if this comes first.
MARK = "\ufeff"
# What begins a formula in one spreadsheet or another, also in the wide letters of East Asian keyboards.
FORMULA = tuple("=+-@＝＋－＠")


@dataclass(frozen=True)
class Column:
    """One column: its name, for ever, what it means, and how it is read from the catalogue and a row's own record.

    `holds` is the type of its cells: a key of HOLDS.
    """

    name: str
    meaning: str
    value: Callable[[Catalogue, Any], Cell]
    holds: str = "text"


@dataclass(frozen=True)
class Table:
    """One file of rows: its path below the data without an ending, what one row is, its columns and its records."""

    name: str
    title: str
    row: str
    columns: tuple[Column, ...]
    records: Callable[[Catalogue], Iterable[Any]]


def rows(table: Table, catalogue: Catalogue, records: Iterable[Any]) -> list[list[Cell]]:
    """The cells of some records of a table; a text that is empty is not reported."""
    return [
        [None if (cell := one.value(catalogue, record)) == "" else cell for one in table.columns] for record in records
    ]


def as_csv(table: Table, cells: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV (RFC 4180), with the mark that tells spreadsheets its encoding."""
    text = _Text()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([one.name for one in table.columns])
    writer.writerows([[_in_csv(cell) for cell in row] for row in cells])
    return MARK + "".join(text)


class _Text(list[str]):
    """What the writer of CSV writes."""

    write = list.append


def as_lines(table: Table, cells: Iterable[Sequence[Cell]]) -> str:
    """Rows as a JSON list of objects, a row a line."""
    names = [one.name for one in table.columns]
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in cells]
    return "[\n" + ",\n".join(lines) + ("\n" if lines else "") + "]\n"


def _in_csv(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return str(cell)
    return harmless(" ".join((BETWEEN.join(cell) if isinstance(cell, tuple) else cell).split()))


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip("\"' ").startswith(FORMULA) else text

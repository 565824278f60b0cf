"""A framework, a model of a report as rows of a table, as the site uses it: frozen."""

from dataclasses import dataclass

from whatworks.history import Change, changes_of
from whatworks.parts import Citation, Data, citations_of, fields_of


@dataclass(frozen=True)
class Item:
    """A few words (`label`), what they mean (`note`), and the need whose page tells more of it."""

    label: str
    note: str = ""
    need: str = ""


@dataclass(frozen=True)
class Row:
    """A row of the table and a part of the drawing.

    `cells` holds items for each column after the first, `marks` a yes or no for each. `group` is a heading that begins
    with this row; `joined` says that it does not come after the row before but stands beside it.
    """

    label: str
    note: str = ""
    cells: tuple[tuple[Item, ...], ...] = ()
    marks: tuple[bool, ...] = ()
    group: str = ""
    joined: bool = False
    id: str = ""

    @classmethod
    def from_data(cls, data: Data) -> "Row":
        """A row from an entry of `rows`."""
        cells = tuple(tuple(Item(**item) for item in cell) for cell in data.get("cells", ()))
        return cls(**{**data, "cells": cells, "marks": tuple(data.get("marks", ()))})


@dataclass(frozen=True)
class Way:
    """A way from one stage to another, by their ids: `on` is the way forward, `off` is any other."""

    start: str
    end: str
    kind: str
    words: str


@dataclass(frozen=True)
class Framework:
    """What a framework is for (`purpose`), how to use it in a meeting, its table and what to be careful about.

    `shape` says how it is drawn, `heads` are the headings of its columns, and `across` says what the columns are.
    One of the shape `cycle` has `ways` in the place of rows: its rows are the list of stages.
    """

    id: str
    path: str
    body: str
    title: str
    summary: str
    shape: str
    purpose: str
    use: tuple[str, ...]
    made_by: str
    year: int
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    ways: tuple[Way, ...]
    caveats: tuple[str, ...]
    needs: tuple[str, ...]
    approaches: tuple[str, ...]
    sources: tuple[Citation, ...]
    reviewed: str
    review_by: str
    also_known_as: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    might_say: tuple[str, ...] = ()
    across: str = ""
    changes: tuple[Change, ...] = ()

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "Framework":
        """A framework from data that fits framework.schema.json."""
        own = fields_of(
            data,
            ("use", "heads", "caveats", "needs", "approaches", "also_known_as", "keywords", "might_say"),
            purpose=data["for"],
            rows=tuple(Row.from_data(entry) for entry in data.get("rows", ())),
            ways=tuple(Way(one["from"], one["to"], one["kind"], one["words"]) for one in data.get("ways", ())),
            sources=citations_of(data),
            changes=changes_of(data),
        )
        return cls(id=id, path=path, body=body, **own)

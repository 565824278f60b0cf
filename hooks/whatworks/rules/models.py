"""Rules for frameworks: one small function per rule, its docstring is the rule."""

from collections.abc import Iterator

from whatworks.problems import Problem
from whatworks.rules.draft import Draft


def shapes_have_their_parts(draft: Draft) -> Iterator[Problem]:
    """A cycle has ways, because its rows are the list of stages; every other shape has rows and no ways."""
    shape = draft.document.data.get("shape")
    wanted, other = ("ways", "rows") if shape == "cycle" else ("rows", "ways")
    if draft.is_whole and wanted not in draft.document.data:
        yield draft.around.schemas.missing((wanted,), draft.kind, draft.document)
    if isinstance(shape, str) and other in draft.document.data:
        yield draft.problem("not_for_shape", (other,), shape=shape)


def rows_fill_columns(draft: Draft) -> Iterator[Problem]:
    """A row has a cell, or in a matrix a mark, for each heading after the first; one cell alone fills all columns."""
    heads = draft.document.data.get("heads")
    name = "marks" if draft.document.data.get("shape") == "matrix" else "cells"
    for number, row in draft.entries("rows") if isinstance(heads, list) else ():
        if name not in row:
            yield draft.around.schemas.missing(("rows", number, name), draft.kind, draft.document)
        elif isinstance(row[name], list) and len(row[name]) not in {len(heads) - 1, 1 if name == "cells" else 0}:
            values = {"length": len(row[name]), "wanted": len(heads) - 1}
            yield draft.problem("wrong_width", ("rows", number, name), **values)

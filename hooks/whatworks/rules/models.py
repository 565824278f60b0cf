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
    wanted = len(heads) - 1 if isinstance(heads, list) else 0
    name = "marks" if draft.document.data.get("shape") == "matrix" else "cells"
    for number, row in draft.entries("rows") if wanted else ():
        own = row.get(name)
        if name not in row:
            yield draft.around.schemas.missing(("rows", number, name), draft.kind, draft.document)
        elif isinstance(own, list) and len(own) not in {wanted, 1 if name == "cells" else wanted}:
            yield draft.problem("wrong_width", ("rows", number, name), length=len(own), wanted=wanted)

"""Drawings of frameworks, made of their data: one function for each shape."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from whatworks.drawings.canvas import Canvas, svg
from whatworks.drawings.chain import chain
from whatworks.drawings.columns import columns, grid, pairs
from whatworks.drawings.cycle import cycle
from whatworks.drawings.matrix import matrix
from whatworks.frameworks import Framework, Row

__all__ = ["NARROW", "SHAPES", "WIDTHS", "drawn"]

Shape = Callable[[Sequence[Row], Sequence[str], float], Canvas]
# How most shapes are drawn; a cycle also needs its ways, and a matrix what its columns are.
SHAPES: Mapping[str, Shape] = MappingProxyType({"columns": columns, "grid": grid, "pairs": pairs, "chain": chain})
WIDE, NARROW = 880.0, 340.0
# Shapes that are never wider, because they would only be emptier.
WIDTHS: Mapping[str, float] = MappingProxyType({"matrix": 620.0, "pairs": 620.0})


def drawn(framework: Framework, rows: Sequence[Row], description: str) -> tuple[str, str]:
    """A framework as SVG, once for wide windows and once for narrow ones: a style sheet shows one of them."""

    def one(kind: str, width: float) -> str:
        if framework.shape == "cycle":
            canvas = cycle(rows, framework.ways, width)
        elif framework.shape == "matrix":
            canvas = matrix(rows, framework.heads, width, framework.across)
        else:
            canvas = SHAPES[framework.shape](rows, framework.heads, width)
        return svg(canvas, f"drawing-{kind}", framework.title, description, kind)

    return one("wide", WIDTHS.get(framework.shape, WIDE)), one("narrow", NARROW)

"""A drawing as it grows: boxes with words and the ways between them, as elements of SVG.

Everything is said with attributes; classes let a style sheet add colour, and nothing depends on it.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from whatworks.drawings.text import Line, height_of, lines

PAD = 12.0
GAP = 12.0
ARROW = 7.0
# The disc with a number, and how far it pushes down the words of its box.
DISC, PUSH = 12.0, 6.0
Point = tuple[float, float]


class Canvas:
    """A drawing of some width; its height is where its lowest part ends."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.height = 0.0
        self.root = Element("g")

    def box(
        self,
        at: Point,
        size: Point,
        words: Sequence[Sequence[Line]],
        kind: str = "plain",
        *,
        centred: bool = False,
        number: int = 0,
    ) -> float:
        """A box with texts, one below the other and parted by a line; the height at which it ends.

        A `number` stands in a disc on the upper edge: then the box needs PUSH more height.
        """
        (x, y), (width, height) = at, size
        group = SubElement(self.root, "g", {"class": f"drawing__box drawing__box--{kind}"})
        frame = {"x": x, "y": y, "width": width, "height": height, "rx": 4}
        SubElement(group, "rect", {**_numbers(frame), "fill": "none", "stroke": "currentColor"})
        spare = height - box_height(words)
        top = y + PAD + (spare / 2 if centred else 0.0) + (PUSH if number else 0.0)
        for place, text in enumerate(words):
            if place:
                ends = {"x1": x + PAD, "x2": x + width - PAD, "y1": top - PAD / 2, "y2": top - PAD / 2}
                SubElement(group, "line", {**_numbers(ends), "stroke": "currentColor", "stroke-opacity": "0.35"})
            self._write(group, text, x + width / 2 if centred else x + PAD, top, centred)
            top += height_of(text) + PAD
        if number:
            self._disc(group, (x + PAD + DISC, y), number)
        self.height = max(self.height, y + height)
        return y + height

    def words(self, at: Point, text: Sequence[Line], *, centred: bool = False) -> float:
        """Words without a box; the height at which they end."""
        self._write(SubElement(self.root, "g", {"class": "drawing__words"}), text, *at, centred)
        end = at[1] + height_of(text)
        self.height = max(self.height, end)
        return end

    def way(self, *points: Point, kind: str = "on", both: bool = False) -> None:
        """A line along points that ends in an arrow, or begins in one too; `off` is a broken line."""
        group = SubElement(self.root, "g", {"class": f"drawing__way drawing__way--{kind}"})
        broken = {"stroke-dasharray": "6 5"} if kind == "off" else {}
        line = {"points": _joined(points), "fill": "none", "stroke": "currentColor", "stroke-width": "2"}
        SubElement(group, "polyline", {**line, **broken})
        for before, end in [points[-2:], *([points[1::-1]] if both else [])]:
            tip = {"points": _joined(_tip(before, end)), "fill": "currentColor"}
            SubElement(group, "polygon", tip)
        self.height = max([self.height, *(y for _, y in points)])

    def mark(self, at: Point, *, on: bool) -> None:
        """A disc for yes, a small dash for no."""
        x, y = at
        if on:
            SubElement(self.root, "circle", {**_numbers({"cx": x, "cy": y, "r": 9}), "class": "drawing__mark"})
        else:
            ends = {"x1": x - 5, "x2": x + 5, "y1": y, "y2": y}
            SubElement(self.root, "line", {**_numbers(ends), "stroke": "currentColor", "class": "drawing__none"})

    def _disc(self, group: Element, at: Point, number: int) -> None:
        """A number in a disc."""
        disc = SubElement(group, "g", {"class": "drawing__number"})
        place = {"cx": at[0], "cy": at[1], "r": DISC}
        SubElement(disc, "circle", {**_numbers(place), "fill": "none", "stroke": "currentColor"})
        self._write(disc, lines(str(number), self.width, bold=True), at[0], at[1] - DISC, centred=True)

    def _write(self, group: Element, text: Sequence[Line], x: float, y: float, centred: bool) -> None:
        element, anchor = group, {"text-anchor": "middle"} if centred else {}
        for number, line in enumerate(text):
            if line.starts or not number:
                look = {"font-weight": "700"} if line.bold else {}
                plain = {"font-size": f"{line.size:g}", "fill": "currentColor"}
                element = SubElement(group, "text", {**plain, **look, **anchor})
            part = SubElement(element, "tspan", _numbers({"x": x, "y": y + line.size}))
            part.text, part.tail = line.text, "" if centred else " "
            y += line.height


def box_height(words: Sequence[Sequence[Line]]) -> float:
    """The height that a box with these texts needs."""
    return PAD + sum(height_of(text) + PAD for text in words)


def svg(canvas: Canvas, name: str, title: str, description: str, kind: str) -> str:
    """The drawing as SVG: `name` begins its ids, `kind` says where it is shown."""
    size = {"width": f"{canvas.width + 2:g}", "height": f"{canvas.height + 2:.0f}"}
    spoken = {"role": "img", "aria-labelledby": f"{name}-title", "aria-describedby": f"{name}-desc"}
    box = {"viewBox": f"-1 -1 {size['width']} {size['height']}", "class": f"drawing drawing--{kind}"}
    root = Element("svg", {**box, **size, **spoken})
    for tag, text in (("title", title), ("desc", description)):
        SubElement(root, tag, {"id": f"{name}-{tag}"}).text = " ".join(text.split())
    root.append(canvas.root)
    return tostring(root, encoding="unicode")


def _numbers(values: dict[str, float]) -> dict[str, str]:
    return {name: f"{round(value, 1):g}" for name, value in values.items()}


def _joined(points: Sequence[Point]) -> str:
    return " ".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in points)


def _tip(before: Point, end: Point) -> list[Point]:
    """The three corners of an arrow at the end of a level or an upright line."""
    (x, y), (dx, dy) = end, (end[0] - before[0], end[1] - before[1])
    if abs(dx) > abs(dy):
        back = x - ARROW * 1.4 * (1 if dx > 0 else -1)
        return [(x, y), (back, y - ARROW), (back, y + ARROW)]
    back = y - ARROW * 1.4 * (1 if dy > 0 else -1)
    return [(x, y), (x - ARROW, back), (x + ARROW, back)]

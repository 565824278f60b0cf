"""Bars and words as SVG: Vega draws them, and what it writes is made to fit a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as Xml

import altair as alt
import vl_convert

TYPE, LINE, SPACE = 16, 21, 8
# What Vega is told, since it knows no colours by such names, and what is written in its place.
FILL, TRACK, INK, SOFT = "#100001", "#100002", "#100003", "#100004"
COLOURS = {FILL: "var(--accent)", TRACK: "var(--surface-strong)", INK: "var(--ink)", SOFT: "var(--ink-soft)"}
NAMES = {FILL: "bar", TRACK: "track"}
AT = re.compile(r"translate\(([-.\de]+),([-.\de]+)\)")
NUMBER = re.compile(r"-?\d+\.\d+")


@dataclass(frozen=True)
class Bar:
    """A bar that begins at the left edge."""

    length: float
    y: float
    height: float
    colour: str

    @property
    def data(self) -> dict[str, float]:
        """Its corners, for Vega."""
        return {"x": 0, "x2": self.length, "y": self.y, "y2": self.y + self.height}


@dataclass(frozen=True)
class Words:
    """A piece of text: where its first line begins, and how it looks."""

    x: float
    y: float
    lines: tuple[str, ...]
    bold: bool = False
    colour: str = INK

    @property
    def look(self) -> tuple[bool, str]:
        """What Vega must know of its look."""
        return self.bold, self.colour

    @property
    def data(self) -> dict[str, Any]:
        """Its place and its lines, for Vega."""
        return {"x": self.x, "y": self.y, "t": list(self.lines)}


def drawn(width: float, height: float, bars: Iterable[Bar], words: Iterable[Words]) -> Xml.Element:
    """What Vega draws; bars stand in the order of their colours as they come."""
    x, y = (alt.Scale(domain=[0, size], range=[0, size], nice=False) for size in (width, height))
    place = {"x": alt.X("x:Q", axis=None, scale=x), "y": alt.Y("y:Q", axis=None, scale=y)}
    layers: list[Any] = []
    for colour, own in groupby(bars, key=lambda one: one.colour):
        mark = alt.Chart(_data(own)).mark_rect(fill=colour)
        layers.append(mark.encode(**place, x2="x2:Q", y2="y2:Q"))
    for (bold, colour), several in groupby(sorted(words, key=lambda one: one.look), key=lambda one: one.look):
        look = {"fontSize": TYPE, "lineHeight": LINE, "fontWeight": "bold" if bold else "normal", "fill": colour}
        mark = alt.Chart(_data(several)).mark_text(align="left", baseline="line-top", limit=0, **look)
        layers.append(mark.encode(**place, text="t:N"))
    whole = alt.layer(*layers).properties(width=width, height=height)
    spec = whole.configure(aria=False, padding=0, view={"stroke": None}).to_dict(validate=False)
    return Xml.fromstring(vl_convert.vegalite_to_svg(spec).replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def stretching(drawing: Xml.Element, width: float, height: float, id: str, title: str) -> str:
    """A drawing as wide as its place: bars in a box that is stretched, words at their share of the width."""
    size = {"width": "100%", "height": f"{height:g}"}
    svg = Xml.Element("svg", {"class": "chart", "role": "img", "aria-labelledby": f"{id} {id}-told", **size})
    Xml.SubElement(svg, "title", {"id": id}).text = title
    Xml.SubElement(svg, "desc", {"id": f"{id}-told"}).text = "A bar for each value. The table below tells the same."
    box = Xml.SubElement(svg, "svg", {"viewBox": f"0 0 {width:g} {height:g}", "preserveAspectRatio": "none", **size})
    box.extend(_bars(drawing))
    svg.extend(sorted((_text(one, width) for one in drawing.iter("text")), key=lambda one: float(one.get("y", 0))))
    return Xml.tostring(svg, encoding="unicode")


def as_picture(bars: Iterable[Bar], width: float, height: float) -> str:
    """Bars alone, for people who see them."""
    size = {"viewBox": f"0 0 {width:g} {height:g}", "width": f"{width:g}", "height": f"{height:g}"}
    svg = Xml.Element("svg", {"class": "chart chart--small", "aria-hidden": "true", **size})
    for bar in bars:
        place = {"y": f"{bar.y:g}", "width": f"{round(bar.length, 2):g}", "height": f"{bar.height:g}"}
        Xml.SubElement(svg, "rect", {"class": NAMES[bar.colour], "fill": COLOURS[bar.colour], **place})
    return Xml.tostring(svg, encoding="unicode")


def _data(marks: Iterable[Any]) -> Any:
    data: Any = alt.Data
    return data(values=[one.data for one in marks])


def _bars(drawing: Xml.Element) -> Sequence[Xml.Element]:
    """The bars, without what Vega writes around them."""
    bars = [(one.get("fill", ""), _short(one.get("d", ""))) for one in drawing.iter("path") if one.get("fill")]
    return [Xml.Element("path", {"class": NAMES[fill], "fill": COLOURS[fill], "d": path}) for fill, path in bars]


def _short(path: str) -> str:
    """A path with numbers of at most two decimals."""
    return NUMBER.sub(lambda found: f"{round(float(found.group()), 2):g}", path)


def _text(text: Xml.Element, width: float) -> Xml.Element:
    """A text at its share of the width, in the type of the page."""
    found = AT.search(text.get("transform", ""))
    x, y = (float(one) for one in found.groups()) if found else (0.0, 0.0)
    across = f"{round(100 * x / width, 2):g}%"
    look = {"font-weight": "bold"} if text.get("font-weight") == "bold" else {}
    look |= {"dx": str(SPACE)} if x else {}
    place = {"x": across, "y": f"{y:g}", "font-size": str(TYPE), **look}
    moved = Xml.Element("text", {**place, "fill": COLOURS[text.get("fill", INK)]})
    moved.text = text.text
    for line in text:
        Xml.SubElement(moved, "tspan", {"x": across, **{k: v for k, v in line.items() if k == "dy"}}).text = line.text
    return moved

"""The drawing of a flow for a page: the SVG that `ivr draw` writes, with names by which a page finds its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ivr.collector import collector_paused
from ivr.drawing.chart import Chart, read
from ivr.drawing.compose import compose
from ivr.drawing.options import Options
from ivr.drawing.overview import overview
from ivr.drawing.pages import LARGE
from ivr.drawing.picture import EVERYWHERE, Box, Picture
from ivr.drawing.scene import Group, Scene, Words
from ivr.drawing.sizes import TITLE, size_of
from ivr.drawing.stage import Shape, stage
from ivr.drawing.svg import to_svg
from ivr.flow import Flow

_LEFT, _ABOVE = 29.0, 18.0
"""Where a box's title stands from its corner."""


class Diagram(NamedTuple):
    """An SVG, and where in it the boxes and the ways of the flow are.

    `boxes` gives for a node of the flow's graph its element, its place and size, and its rows (top and height); `ways`
    for a node and an exit of it the box and row by which it leaves, and the elements of its arrows.
    """

    svg: str
    boxes: dict[str, dict[str, Any]]
    ways: dict[str, dict[str, list[Any]]]


def diagram_of(flow: Flow) -> Diagram:
    """Draw a flow; raises DrawingError where Graphviz fails."""
    with collector_paused():
        chart, options = read(flow.graph()), Options(title=flow.name or Path(flow.file).name)
        large = len(chart.nodes) > LARGE
        picture = overview(chart, options) if large else compose(chart, options)
        scene = _named(stage(picture), picture)
        boxes = dict(_boxes(scene, picture))
        ways = {} if large else _ways(chart, picture)
    return Diagram(to_svg(scene).decode().split("\n", 1)[1], boxes, ways)


def _named(scene: Scene, picture: Picture) -> Scene:
    """Name the arrows, which come in the picture's own order; nothing else that stands by itself has no name."""
    count = len(picture.all_arrows)
    shapes: list[Shape] = []
    number = 0
    for shape in scene.shapes:
        if isinstance(shape, Group) and not (shape.name or shape.link) and number < count:
            shapes.append(replace(shape, name=f"arrow-{number}"))
            number += 1
        else:
            shapes.append(shape)
    return replace(scene, shapes=tuple(shapes))


def _boxes(scene: Scene, picture: Picture) -> Iterator[tuple[str, dict[str, Any]]]:
    groups = {shape.name: shape for shape in scene.shapes if isinstance(shape, Group) and shape.name}
    for name, box in _elements(picture):
        x, y = _corner(groups[name])
        size = size_of(box)
        top, rows = size.header + size.body, []
        for height in size.rows:
            rows.append([top, height])
            top += height
        yield box.id, {"element": name, "place": [x, y, size.width, size.height], "rows": rows}


def _elements(picture: Picture) -> Iterator[tuple[str, Box]]:
    """Give every box with the name that its element has in the drawing."""
    yield from ((f"box-{number}", box) for number, box in enumerate(picture.boxes))
    for at, frame in enumerate(picture.frames):
        yield from ((f"frame-{at}-{number}", box) for number, box in enumerate(frame.boxes))
    yield from ((f"aside-{number}", box) for number, box in enumerate(picture.aside))


def _corner(group: Group) -> tuple[float, float]:
    title = next(shape for shape in group.shapes if isinstance(shape, Words) and shape.size == TITLE)
    return round(title.x - _LEFT, 1), round(title.y - _ABOVE, 1)


def _ways(chart: Chart, picture: Picture) -> dict[str, dict[str, list[Any]]]:
    """Ask the composer itself which row and which arrows belong to an exit: it marks them as the steps of a call."""
    ways: dict[str, dict[str, list[Any]]] = {}
    for batch in _batches(chart):
        marked = compose(chart, Options(call=tuple(batch)))
        for number, (node, on) in enumerate(batch, 1):
            box, row = _row_of(marked.all_boxes, number, node)
            arrows = [at for at, arrow in enumerate(marked.all_arrows) if number in arrow.steps]
            ways.setdefault(node, {})[on] = [box, row, arrows]
    _share(picture, ways)
    return ways


def _batches(chart: Chart) -> Iterator[list[tuple[str, str]]]:
    """Give all exits, the first of every node, then the second: few of one batch are written at one place."""
    left = {name: list(dict.fromkeys(edge.on for edge in exits)) for name, exits in chart.exits.items()}
    while any(left.values()):
        yield [(name, ons.pop(0)) for name, ons in left.items() if ons]


def _row_of(boxes: Sequence[Box], number: int, node: str) -> tuple[str, int]:
    for box in boxes:
        for at, row in enumerate(box.rows):
            if number in row.steps and box.id == node:
                return box.id, at
    return node, -1


def _share(picture: Picture, ways: dict[str, dict[str, list[Any]]]) -> None:
    """Give the keys of every menu the arrows that leave the box which stands for all of them."""
    everywhere = next((box for box in picture.boxes if box.id == EVERYWHERE), None)
    if everywhere is None:
        return
    arrows = {
        row.cap: [
            at for at, arrow in enumerate(picture.all_arrows) if (arrow.tail, arrow.port) == (EVERYWHERE, row.port)
        ]
        for row in everywhere.rows
    }
    for box in picture.all_boxes:
        if box.rows and box.rows[-1].style == "everywhere":
            for key, found in arrows.items():
                way = ways.get(box.id, {}).get(key)
                if way is not None and way[1] in {-1, len(box.rows) - 1}:
                    way[1:] = [len(box.rows) - 1, found]

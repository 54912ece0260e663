"""Where boxes and arrows stand, as Graphviz sees it, with the top left corner of each frame at 0, 0."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ivr.drawing.dot import bare_dot
from ivr.drawing.picture import Frame
from ivr.drawing.render import DrawingError, run_graphviz_on

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """The size of a frame; the top left corner of every box; the points of every arrow, its tip last.

    The points of an arrow are a start and then three for every bend (cubic curves); both in the frame's order.
    """

    width: float
    height: float
    corners: tuple[Point, ...]
    ways: tuple[tuple[Point, ...], ...]


NOTHING = Layout(0.0, 0.0, (), ())


def lay_out(frames: Sequence[Frame]) -> tuple[Layout, ...]:
    """Ask Graphviz for the layouts of frames. Raises DrawingError where it gives none."""
    answers = iter(run_graphviz_on([bare_dot(frame) for frame in frames if frame.boxes], "dot", "json0"))
    try:
        return tuple(_read(json.loads(next(answers))) if frame.boxes else NOTHING for frame in frames)
    except (ValueError, KeyError, IndexError) as fault:
        message = "Graphviz gave a layout that cannot be read"
        raise DrawingError(message) from fault


def _read(layout: dict[str, Any]) -> Layout:
    _, _, width, height = (float(part) for part in layout["bb"].split(","))
    # The sets of boxes that share a rank stand among the boxes, and have no place.
    boxes = sorted((box for box in layout["objects"] if "pos" in box), key=lambda box: int(box["name"][1:]))
    corners = tuple(_corner(box, height) for box in boxes)
    # What only keeps an order has no number.
    arrows = sorted((arrow for arrow in layout.get("edges", ()) if "id" in arrow), key=lambda arrow: int(arrow["id"]))
    return Layout(width, height, corners, tuple(_way(arrow["pos"], height) for arrow in arrows))


def _corner(box: dict[str, Any], height: float) -> Point:
    x, y = (float(part) for part in box["pos"].split(","))
    return _place(x - float(box["width"]) * 36, height - y - float(box["height"]) * 36)


def _place(x: float, y: float) -> Point:
    return round(x, 1) + 0.0, round(y, 1) + 0.0


def _way(pos: str, height: float) -> tuple[Point, ...]:
    tip: tuple[Point, ...] = ()
    points: list[Point] = []
    first, *_ = pos.split(";")
    for part in first.split():
        *mark, x, y = part.split(",")
        point = _place(float(x), height - float(y))
        if mark == ["e"]:
            tip = (point,)
        elif not mark:
            points.append(point)
    return (*points, *tip)

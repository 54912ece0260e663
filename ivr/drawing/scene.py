"""The shapes of a finished drawing, in points from the top left corner; a writer turns them into a file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ivr.drawing.palette import INK, PAPER

Point = tuple[float, float]
NONE = "none"
_BEND = 0.5523
"""How far the handles of a cubic curve stand from its ends to make a quarter of a circle."""


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points; `curved` where they are a start and then three for every cubic curve."""

    points: tuple[Point, ...]
    curved: bool = False
    closed: bool = True
    fill: str = NONE
    line: str = INK
    width: float = 1.0
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `anchor` is `start`, `middle` or `end`, and `y` the line that the letters stand on."""

    x: float
    y: float
    text: str
    size: float
    anchor: str = "start"
    fill: str = INK
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together; `hover` is shown when pointed at, `link` is where a click leads."""

    shapes: tuple[Path | Words | Group, ...]
    name: str = ""
    hover: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A page: its size, its title and text alternative, and what stands on it, from back to front."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Path | Words | Group, ...]
    ground: str = PAPER


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Path:
    """Make a rectangle with round corners."""
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _BEND)
    right, foot = x + width, y + height
    corners = (
        ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        ((right, foot - r), (right, foot - k), (right - k, foot), (right - r, foot)),
        ((x + r, foot), (x + k, foot), (x, foot - k), (x, foot - r)),
        ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
    )
    points: list[Point] = [(x + r, y)]
    for first, *bend in corners:
        points += [points[-1], first, first, *bend]
    return Path(tuple(points), curved=True)


def circle(x: float, y: float, radius: float) -> Path:
    """Make a circle around a point."""
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def polygon(*points: Point) -> Path:
    """Make a closed shape with straight sides."""
    return Path(points)


def stroke(*points: Point) -> Path:
    """Make an open line of straight pieces."""
    return Path(points, closed=False)


def painted(path: Path, fill: str = NONE, line: str = INK, width: float = 1.0, dash: str = "") -> Path:
    """Give a path its colours and the look of its line."""
    return replace(path, fill=fill, line=line, width=width, dash=dash)

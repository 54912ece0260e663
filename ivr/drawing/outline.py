"""The outer line of every shape that a kind of node may have, so that kinds can be told apart without colour."""

from __future__ import annotations

from ivr.drawing.scene import Path, polygon, rounded

CUT = 9.0
"""How much of a corner is cut off, and how far a point stands out."""
MIDDLE = 14.0
"""The height of the middle of a title, where points point."""
DOUBLE = frozenset({"contact", "subflow"})
SIDES = frozenset({"action"})
THICK = frozenset({"menu", "ending"})
_RADII = {"line": 14.0, "contact": 14.0, "note": 10.0, "record": 14.0, "menu": 5.0, "keys": 5.0}


def outline(shape: str, x: float, y: float, width: float, height: float) -> Path:
    """Give the outer line of a shape around a rectangle; one that is not known is a plain box."""
    if shape == "decision":
        return _chamfered(x, y, width, height, CUT)
    if shape == "ending":
        return _chamfered(x, y, width, height, 0.0)
    if shape == "transfer":
        return _pointing(x, y, width, height)
    if shape == "ask":
        return _dog_eared(x, y, width, height)
    radius = _RADII.get(shape, 0.0)
    return rounded(x, y, width, height, radius) if radius else _square(x, y, width, height)


def inner(shape: str, x: float, y: float, width: float, height: float) -> tuple[Path, ...]:
    """Give the second line of the shapes that are drawn with two."""
    if shape in DOUBLE:
        return (outline(shape, x + 3, y + 3, width - 6, height - 6),)
    if shape in SIDES:
        return tuple(polygon((at, y), (at, y + height)) for at in (x + 5, x + width - 5))
    return ()


def _square(x: float, y: float, width: float, height: float) -> Path:
    return polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def _chamfered(x: float, y: float, width: float, height: float, up: float) -> Path:
    right, low, down = x + width, y + height, CUT
    return polygon(
        (x + up, y), (right - up, y), (right, y + up), (right, low - down),
        (right - down, low), (x + down, low), (x, low - down), (x, y + up),
    )  # fmt: skip


def _pointing(x: float, y: float, width: float, height: float) -> Path:
    # The point stands out of the box, so that arrows from its rows begin at its side.
    right, middle = x + width, min(MIDDLE, height / 2)
    tip, turn, low = (right + CUT, y + middle), (right, y + 2 * middle), y + height
    return polygon((x, y), (right, y), tip, turn, (right, low), (x, low))


def _dog_eared(x: float, y: float, width: float, height: float) -> Path:
    right, low = x + width, y + height
    return polygon((x, y), (right - CUT, y), (right, y + CUT), (right, low), (x, low))

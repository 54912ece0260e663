"""The shape of every kind of node, so that kinds can be told apart without colour."""

from __future__ import annotations

from ivr.drawing.scene import Path, polygon, rounded

CUT = 9.0
"""How much of a corner is cut off, and how far a point stands out."""
MIDDLE = 14.0
"""The height of the middle of a title, where points point."""
DOUBLE = frozenset({"contact", "run"})
SIDES = frozenset({"lookup"})
THICK = frozenset({"menu", "hangup"})


def outline(kind: str, x: float, y: float, width: float, height: float) -> Path:
    """Give the outer shape of a kind of node around a rectangle."""
    if kind in {"hours", "branch", "split"}:
        return _chamfered(x, y, width, height, top=True, foot=True)
    if kind == "hangup":
        return _chamfered(x, y, width, height, top=False, foot=True)
    if kind == "transfer":
        return _pointing(x, y, width, height)
    if kind == "return":
        return _returning(x, y, width, height)
    if kind == "ask":
        return _dog_eared(x, y, width, height)
    radius = {"line": 14.0, "contact": 14.0, "say": 10.0, "record": 14.0, "menu": 5.0, "keys": 5.0}.get(kind, 0.0)
    return rounded(x, y, width, height, radius) if radius else _square(x, y, width, height)


def inner(kind: str, x: float, y: float, width: float, height: float) -> tuple[Path, ...]:
    """Give the second line of the kinds that are drawn with two."""
    if kind in DOUBLE:
        return (outline(kind, x + 3, y + 3, width - 6, height - 6),)
    if kind in SIDES:
        return tuple(polygon((at, y), (at, y + height)) for at in (x + 5, x + width - 5))
    return ()


def _square(x: float, y: float, width: float, height: float) -> Path:
    return polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def _chamfered(x: float, y: float, width: float, height: float, *, top: bool, foot: bool) -> Path:
    up, down = (CUT if top else 0.0), (CUT if foot else 0.0)
    right, low = x + width, y + height
    return polygon(
        (x + up, y), (right - up, y), (right, y + up), (right, low - down),
        (right - down, low), (x + down, low), (x, low - down), (x, y + up),
    )  # fmt: skip


def _pointing(x: float, y: float, width: float, height: float) -> Path:
    right = x + width - CUT
    tip, turn, low = (x + width, y + MIDDLE), (right, y + 2 * MIDDLE), y + height
    return polygon((x, y), (right, y), tip, turn, (right, low), (x, low))


def _returning(x: float, y: float, width: float, height: float) -> Path:
    left = x + CUT
    right, low = x + width, y + height
    return polygon((left, y), (right, y), (right, low), (left, low), (left, y + 2 * MIDDLE), (x, y + MIDDLE))


def _dog_eared(x: float, y: float, width: float, height: float) -> Path:
    right, low = x + width, y + height
    return polygon((x, y), (right - CUT, y), (right, y + CUT), (right, low), (x, low))

"""A small sign for every kind of node, twelve points high; said in shapes, not in letters that a font may lack."""

from __future__ import annotations

from collections.abc import Callable

from ivr.drawing.palette import PAPER
from ivr.drawing.scene import Path, circle, painted, polygon, rounded, stroke

Sign = Callable[[float, float, str], tuple[Path, ...]]


def icon(kind: str, x: float, y: float, ink: str) -> tuple[Path, ...]:
    """Draw the sign of a kind around the middle `x`, `y`, in one colour."""
    sign = _SIGNS.get(kind)
    return sign(x, y, ink) if sign else ()


def _solid(path: Path, ink: str) -> Path:
    return painted(path, fill=ink, line=ink, width=0.6)


def _drawn(path: Path, ink: str) -> Path:
    return painted(path, line=ink, width=1.3)


def _keypad(x: float, y: float, ink: str) -> tuple[Path, ...]:
    return tuple(_solid(circle(x + dx, y + dy, 1.4), ink) for dy in (-4.5, 0, 4.5) for dx in (-4.5, 0, 4.5))


def _bubble(x: float, y: float, ink: str) -> tuple[Path, ...]:
    tail = polygon((x - 3, y + 3), (x + 1, y + 3), (x - 3, y + 7))
    return _drawn(rounded(x - 6, y - 5, 12, 8, 2.5), ink), _solid(tail, ink)


def _field(x: float, y: float, ink: str) -> tuple[Path, ...]:
    cursor = stroke((x - 3, y - 2), (x - 3, y + 2))
    return _drawn(rounded(x - 7, y - 4.5, 14, 9, 1), ink), _drawn(cursor, ink)


def _clock(x: float, y: float, ink: str) -> tuple[Path, ...]:
    return _drawn(circle(x, y, 6), ink), _drawn(stroke((x, y - 3.5), (x, y), (x + 3, y + 1.5)), ink)


def _diamond(x: float, y: float, ink: str) -> tuple[Path, ...]:
    return (_drawn(polygon((x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)), ink),)


def _forks(x: float, y: float, ink: str) -> tuple[Path, ...]:
    ways = (((x - 6, y), (x - 1, y), (x + 5, y - 5)), ((x - 1, y), (x + 5, y + 5)))
    return tuple(_drawn(stroke(*way), ink) for way in ways)


def _equals(x: float, y: float, ink: str) -> tuple[Path, ...]:
    return tuple(_drawn(stroke((x - 5, y + dy), (x + 5, y + dy)), ink) for dy in (-2.5, 2.5))


def _drum(x: float, y: float, ink: str) -> tuple[Path, ...]:
    sides = stroke((x - 5, y - 4), (x - 5, y + 5), (x + 5, y + 5), (x + 5, y - 4))
    return _drawn(rounded(x - 5, y - 6, 10, 4, 2), ink), _drawn(sides, ink)


def _arrow(x: float, y: float, ink: str) -> tuple[Path, ...]:
    return _drawn(stroke((x - 6, y), (x + 2, y)), ink), _solid(polygon((x + 1, y - 4), (x + 6, y), (x + 1, y + 4)), ink)


def _tape(x: float, y: float, ink: str) -> tuple[Path, ...]:
    reels = tuple(_drawn(circle(x + dx, y - 1, 3), ink) for dx in (-4, 4))
    return (*reels, _drawn(stroke((x - 4, y + 2), (x + 4, y + 2)), ink))


def _pages(x: float, y: float, ink: str) -> tuple[Path, ...]:
    return _drawn(rounded(x - 6, y - 6, 9, 9, 1), ink), _drawn(rounded(x - 3, y - 3, 9, 9, 1), ink)


def _home(x: float, y: float, ink: str) -> tuple[Path, ...]:
    way = stroke((x + 6, y - 5), (x + 6, y + 2), (x - 2, y + 2))
    return _drawn(way, ink), _solid(polygon((x - 1, y - 2), (x - 6, y + 2), (x - 1, y + 6)), ink)


def _stop(x: float, y: float, ink: str) -> tuple[Path, ...]:
    near, far = 2.5, 6.0
    half = ((near, -far), (far, -near), (far, near), (near, far))
    corners = (*half, *((-dx, -dy) for dx, dy in half))
    sign = polygon(*((x + dx, y + dy) for dx, dy in corners))
    return _solid(sign, ink), painted(stroke((x - 3, y), (x + 3, y)), line=PAPER, width=2)


def _person(x: float, y: float, ink: str) -> tuple[Path, ...]:
    shoulders = polygon((x - 6, y + 6), (x - 4, y + 1.5), (x + 4, y + 1.5), (x + 6, y + 6))
    return _solid(circle(x, y - 3, 3), ink), _solid(shoulders, ink)


def _handset(x: float, y: float, ink: str) -> tuple[Path, ...]:
    grip = painted(stroke((x - 4, y - 4), (x - 3, y + 1), (x + 1, y + 4), (x + 5, y + 4)), line=ink, width=2.4)
    return grip, _solid(circle(x - 4, y - 4, 2), ink), _solid(circle(x + 5, y + 4, 2), ink)


def _cross(x: float, y: float, ink: str) -> tuple[Path, ...]:
    ends = (((-4, -4), (4, 4)), ((-4, 4), (4, -4)))
    return tuple(painted(stroke(*((x + dx, y + dy) for dx, dy in pair)), line=ink, width=2) for pair in ends)


_SIGNS: dict[str, Sign] = {
    "menu": _keypad,
    "keys": _keypad,
    "say": _bubble,
    "ask": _field,
    "hours": _clock,
    "branch": _diamond,
    "split": _forks,
    "set": _equals,
    "lookup": _drum,
    "transfer": _arrow,
    "record": _tape,
    "run": _pages,
    "return": _home,
    "hangup": _stop,
    "contact": _person,
    "line": _handset,
    "missing": _cross,
}

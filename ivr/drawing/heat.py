"""A week as a heat map: a row of hours for each day, and a block of seven rows for each line.

Colour never tells anything alone: each square has its number in it, and one without a number is hatched.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ivr.drawing.measure import text_width
from ivr.drawing.palette import GRID, INK, MUTED, PAPER, RULE
from ivr.drawing.scene import Group, Path, Scene, Words, painted, polygon, stroke
from ivr.schedule.opening import DAY_NAMES

LEFT, TOP, RIGHT = 56.0, 84.0, 24.0
WIDE, TALL = 30.0, 19.0
"""The size of one hour's square, in points."""
BETWEEN = 66.0
_HOURS, _DAYS = 24, 7
_STEP = 6.0


class Level(NamedTuple):
    """Values up to `most` (None: all above) have this ground and ink."""

    most: float | None
    ground: str
    ink: str


LEVELS = (
    Level(15, "#f3f8fd", INK),
    Level(30, "#d3e6f7", INK),
    Level(60, "#9cc7ec", INK),
    Level(120, "#2f6db0", PAPER),
    Level(None, "#0a2f5c", PAPER),
)
"""From light to dark; the ink has a contrast of at least 4.5 to 1 with its ground (WCAG AA)."""


class Block(NamedTuple):
    """One line: its title, a word below it, and for each hour of the week from Monday its seconds, None for nobody."""

    title: str
    below: str
    hours: tuple[float | None, ...]


def heat_map(title: str, below: str, description: str, blocks: tuple[Block, ...]) -> Scene:
    """Draw weeks, one below another, under a title, with a legend at the foot."""
    width = LEFT + _HOURS * WIDE + RIGHT
    shapes: list[Path | Words | Group] = [
        Words(24, 34, title, 16, bold=True),
        Words(24, 52, below, 10, fill=MUTED),
    ]
    y = TOP
    for block in blocks:
        shapes += _block(block, y)
        y += _DAYS * TALL + BETWEEN
    shapes += _legend(y - BETWEEN / 2 + 22)
    return Scene(width, y + 26, title, description, tuple(shapes))


def level_of(seconds: float) -> Level:
    """Give the colours of a number of seconds."""
    return next(level for level in LEVELS if level.most is None or seconds <= level.most)


def _block(block: Block, top: float) -> Iterator[Path | Words | Group]:
    yield Words(24, top, _cut(block.title), 12, bold=True)
    if block.below:
        yield Words(24 + text_width(_cut(block.title), 12, bold=True) + 10, top, block.below, 10, fill=MUTED)
    for hour in range(0, _HOURS + 1, 3):
        yield Words(LEFT + hour * WIDE, top + 16, f"{hour:02}", 8, "middle", MUTED)
    for day, name in enumerate(DAY_NAMES):
        y = top + 20 + day * TALL
        yield Words(LEFT - 8, y + TALL / 2 + 3.5, name, 10, "end")
        hours = block.hours[day * _HOURS : (day + 1) * _HOURS]
        at = 0
        for seconds, same in groupby(hours):
            count = len(list(same))
            yield _stretch(seconds, f"{name} {at:02}:00 to {at + count:02}:00", (LEFT + at * WIDE, y), count)
            at += count
    yield painted(_box(LEFT, top + 20, _HOURS * WIDE, _DAYS * TALL), line=GRID)


def _stretch(seconds: float | None, when: str, corner: tuple[float, float], count: int) -> Group:
    """Draw hours of a day that are alike, with the number in each."""
    x, y = corner
    told = "nobody" if seconds is None else f"{seconds:.0f} s"
    shapes = (shape for number in range(count) for shape in _hour(seconds, x + number * WIDE, y))
    return Group(tuple(shapes), hover=f"{when}: {told}")


def _hour(seconds: float | None, x: float, y: float) -> Iterator[Path | Words]:
    if seconds is None:
        yield from _nobody(x, y)
        return
    level = level_of(seconds)
    yield painted(_box(x, y, WIDE, TALL), level.ground, RULE, 0.5)
    yield Words(x + WIDE / 2, y + TALL / 2 + 3, _number(seconds), 8.5, "middle", level.ink)


def _number(seconds: float) -> str:
    """Write seconds so that they fit into a square: `45`, `4 m` from a thousand on."""
    return f"{seconds:.0f}" if seconds < 999.5 else f"{seconds / 60:.0f} m"  # noqa: PLR2004 -- three digits fit


def _nobody(x: float, y: float) -> Iterator[Path]:
    """Draw a square with slanted lines."""
    yield painted(_box(x, y, WIDE, TALL), PAPER, RULE, 0.5)
    across = _STEP
    while across < WIDE + TALL:
        low, high = max(0.0, across - TALL), min(WIDE, across)
        yield painted(stroke((x + low, y + across - low), (x + high, y + across - high)), line=GRID, width=0.8)
        across += _STEP


def _box(x: float, y: float, width: float, height: float) -> Path:
    return polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def _legend(y: float) -> Iterator[Path | Words]:
    x, least = LEFT, 0.0
    for level in LEVELS:
        yield painted(_box(x, y - 12, 22, 14), level.ground, GRID, 0.8)
        told = f"up to {level.most:.0f} s" if level.most is not None else f"over {least:.0f} s"
        yield Words(x + 28, y - 1.5, told, 10, fill=MUTED)
        x += 28 + text_width(told, 10) + 16
        least = level.most or least
    yield from _small_hatch(x, y - 12)
    yield Words(x + 28, y - 1.5, "nobody is reached", 10, fill=MUTED)


def _small_hatch(x: float, y: float) -> Iterator[Path]:
    yield painted(_box(x, y, 22, 14), PAPER, GRID, 0.8)
    for across in (6.0, 12.0, 18.0, 24.0, 30.0):
        low, high = max(0.0, across - 14), min(22.0, across)
        yield painted(stroke((x + low, y + across - low), (x + high, y + across - high)), line=GRID, width=0.8)


def _cut(title: str) -> str:
    most = 60
    return title if len(title) <= most else title[: most - 1] + "…"

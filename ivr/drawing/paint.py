"""One box, one row, one arrow as shapes."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from ivr.drawing.icon import icon
from ivr.drawing.measure import text_width
from ivr.drawing.outline import THICK, inner, outline
from ivr.drawing.palette import (
    ALARM,
    ALARM_PAPER,
    CALL,
    FAINT,
    INK,
    MUTED,
    PAPER,
    SHUT,
    SHUT_PAPER,
    TAGS,
    Colours,
    colours,
    severity,
)
from ivr.drawing.picture import Arrow, Box, Mark, Row
from ivr.drawing.scene import NONE, Group, Path, Point, Words, circle, painted, polygon, rounded
from ivr.drawing.sizes import BADGE, LINE, PAD, SMALL, TEXT, TITLE, cap_width, mark_width, size_of

DASH = "4,3"
_TAG_DASH = {"gone": "2,4", "changed": "9,3", "not covered": "2,4"}
_GAP = 6.0


def paint_box(box: Box, x: float, y: float, name: str) -> Group:
    """Draw a box with its top left corner at `x`, `y`; `name` is the group's, to jump to."""
    hover = "\n".join(part for part in (f"{box.title} ({box.word})", box.hover) if part)
    return Group((*_frame(box, x, y), *_head(box, x, y), *_body(box, x, y), *_rows(box, x, y)), name, hover, box.page)


def _is_dark(box: Box) -> bool:
    return box.shape == "line" and not box.shut and not box.missing


def _look(box: Box) -> Colours:
    if box.missing:
        return Colours(ALARM, ALARM_PAPER)
    return Colours(SHUT, SHUT_PAPER) if box.shut else colours(box.shape)


def _frame(box: Box, x: float, y: float) -> Iterator[Path]:
    size, look = size_of(box), _look(box)
    dash = DASH if box.missing or box.kind == "unknown" or box.shut else ""
    shape = outline("" if box.missing else box.shape, x, y, size.width, size.height)
    if box.steps:
        yield painted(shape, line=CALL, width=6)
    if box.tag:
        yield painted(shape, line=TAGS[box.tag].line, width=5, dash=_TAG_DASH.get(box.tag, ""))
    yield painted(shape, look.ground, look.line, 2.0 if box.shape in THICK else 1.2, dash)
    for line in inner("" if box.missing else box.shape, x, y, size.width, size.height):
        yield painted(line, line=look.line, width=0.8)


def _head(box: Box, x: float, y: float) -> Iterator[Path | Words | Group]:
    size, look = size_of(box), _look(box)
    ink = PAPER if _is_dark(box) else INK
    yield from icon("missing" if box.missing else box.kind, x + 17, y + 14, PAPER if ink == PAPER else look.line)
    yield Words(x + 29, y + 18, box.title, TITLE, fill=ink, bold=True)
    yield from _signs(box, x + size.width - PAD - 4, y, ink)


def _signs(box: Box, right: float, y: float, ink: str) -> Iterator[Path | Words | Group]:
    word = box.word.upper()
    yield Words(right, y + 17, word, SMALL, "end", ALARM if box.missing else (PAPER if ink == PAPER else MUTED))
    right -= text_width(word, SMALL) + _GAP
    if box.shut:
        yield Words(right, y + 17, box.shut.upper(), SMALL, "end", INK, bold=True)
        right -= text_width(box.shut.upper(), SMALL, bold=True) + _GAP
    for mark in reversed(box.marks):
        yield paint_mark(mark, right, y + 14)
        right -= mark_width(mark.code) + 4
    for step in reversed(box.steps):
        yield from paint_step(step, right - 7, y + 14)
        right -= BADGE


def paint_mark(mark: Mark, right: float, middle: float) -> Group:
    """Draw the badge of a finding: dark for an error, light for a warning, dashed for a mere remark."""
    look, width = severity(mark.severity), mark_width(mark.code)
    dash = "3,2" if mark.severity == "info" else ""
    line = look.ground if mark.severity == "error" else look.line
    frame = painted(rounded(right - width, middle - 7, width, 14, 2), look.ground, line, 1.2, dash)
    words = Words(right - width / 2, middle + 3, mark.code, SMALL, "middle", look.line, bold=True)
    return Group((frame, words), hover=mark.message)


def paint_step(step: int, x: float, y: float) -> Iterator[Path | Words]:
    """Draw the number of a call's step around a middle."""
    yield painted(circle(x, y, 7), CALL, CALL)
    yield Words(x, y + 3, str(step), SMALL, "middle", PAPER, bold=True)


def _body(box: Box, x: float, y: float) -> Iterator[Path | Words]:
    ink = PAPER if _is_dark(box) else INK
    at = y + size_of(box).header + 8
    for line in box.prompt:
        yield Words(x + PAD + 2, at, line, TEXT, fill=ink)
        at += LINE
    for line in box.detail:
        yield Words(x + PAD + 2, at, line, TEXT, fill=ink if ink == PAPER else MUTED, italic=True)
        at += LINE


def _rows(box: Box, x: float, y: float) -> Iterator[Path | Words | Group]:
    size = size_of(box)
    at = y + size.header + size.body
    for row, height in zip(box.rows, size.rows, strict=True):
        yield from paint_row(row, x, at + height / 2, size.width, dark=_is_dark(box))
        at += height


def paint_row(row: Row, x: float, middle: float, width: float, *, dark: bool = False) -> Iterator[Path | Words | Group]:
    """Draw a row around the height of its middle, in a box that begins at `x`; in light letters on a `dark` ground."""
    ink = PAPER if dark else INK if row.style in {"key", "words"} and not row.shut else MUTED
    left = x + PAD
    if row.cap:
        yield from paint_cap(row, left, middle)
    left += cap_width(row) + 8
    yield Words(left, middle + 3.5, row.words, TEXT, fill=ink, italic=row.style not in {"key", "words"})
    left += text_width(row.words, TEXT) + 8
    for word in [word for word in ("" if row.announced else "unannounced", row.shut) if word]:
        strong = word == row.shut
        yield Words(left, middle + 3, word, SMALL, fill=INK if strong else MUTED, bold=strong)
        left += text_width(word, SMALL) + 8
    if row.told:
        yield Words(left, middle + 3, row.told, SMALL, fill=PAPER if dark else TAGS[row.tag].line, bold=True)
    yield from _row_end(row, x + width - PAD, middle, PAPER if dark else MUTED)


def _row_end(row: Row, right: float, middle: float, ink: str) -> Iterator[Path | Words | Group]:
    for step in reversed(row.steps):
        yield from paint_step(step, right - 5, middle)
        right -= BADGE
    if row.reference.strip():
        words = Words(right, middle + 3.5, row.reference, TEXT, "end", colours("menu").line if row.page else ink)
        yield Group((words,), link=row.page) if row.page else words


def paint_cap(row: Row, x: float, middle: float) -> Iterator[Path | Words]:
    """Draw a key cap: full where the option is announced, hollow and dashed where it is not."""
    lesser = row.style == "everywhere"
    tall, size, ink = (13.0, SMALL, MUTED) if lesser else (17.0, TEXT, INK)
    fill, dash = (PAPER, "") if row.announced else (NONE, "3,2")
    yield painted(rounded(x, middle - tall / 2, cap_width(row), tall, 3), fill, ink, 1.1, dash)
    yield Words(x + cap_width(row) / 2, middle + size * 0.36, row.cap, size, "middle", ink, bold=True)


def paint_arrow(arrow: Arrow, way: tuple[Point, ...]) -> Iterator[Path]:
    """Draw an arrow along its points, the tip last: failures thin and light, unannounced options dashed."""
    ink, width = _pen(arrow)
    *line, tip = way
    if len(line) < 4:  # noqa: PLR2004 - a start and one curve
        return
    if arrow.steps:
        yield Path(tuple(line), curved=True, closed=False, line=CALL, width=4.5)
    dash = DASH if not arrow.announced else ("1,3" if arrow.shut else _TAG_DASH.get(arrow.tag, ""))
    yield Path(tuple(line), curved=True, closed=False, line=ink, width=width, dash=dash)
    yield painted(_head_of(line[-1], tip), ink, ink)


def _pen(arrow: Arrow) -> tuple[str, float]:
    if arrow.steps:
        return CALL, 2.0
    if arrow.tag:
        return TAGS[arrow.tag].line, 2.2
    if arrow.shut or arrow.style == "failure":
        return FAINT, 0.9
    return (MUTED, 1.0) if arrow.style in {"outcome", "auto"} else (INK, 1.7 if arrow.style == "transfer" else 1.2)


def _head_of(base: Point, tip: Point) -> Path:
    long = hypot(tip[0] - base[0], tip[1] - base[1]) or 1.0
    across, down = (tip[0] - base[0]) / long, (tip[1] - base[1]) / long
    half = 2.8
    left = (round(base[0] - down * half, 1), round(base[1] + across * half, 1))
    right = (round(base[0] + down * half, 1), round(base[1] - across * half, 1))
    return polygon(left, tip, right)

"""The legend: what the shapes, caps and lines of this very drawing mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ivr.drawing.icon import icon
from ivr.drawing.measure import text_width
from ivr.drawing.outline import THICK, inner, outline
from ivr.drawing.paint import DASH, paint_arrow, paint_cap, paint_mark, paint_step
from ivr.drawing.palette import ALARM, ALARM_PAPER, MUTED, RULE, SHUT, SHUT_PAPER, colours
from ivr.drawing.picture import CHANGE, CLOSED, COVERED, GONE, NEW, NO_CALLS, UNCOVERED, Arrow, Box, Mark, Picture, Row
from ivr.drawing.scene import Group, Path, Words, painted, rounded, stroke

LINE, SIGN, GAP = 26.0, 50.0, 18.0

Shapes = tuple[Path | Words | Group, ...]
Sign = Callable[[float, float], Shapes]


def legend(picture: Picture, left: float, top: float, width: float) -> tuple[float, tuple[Group, ...]]:
    """Draw the legend of a picture; give the height where it ends, and its shapes."""
    rule = painted(stroke((left, top), (left + width, top)), line=RULE)
    made: list[Path | Words | Group] = [rule]
    x, y = left, top + 20
    for words, sign in (*_kinds(picture), *_ways(picture)):
        room = SIGN + text_width(words, 10.0) + GAP
        if x > left and x + room > left + width:
            x, y = left, y + LINE
        made += [*sign(x, y), Words(x + SIGN, y + 3.5, words, 10.0, fill=MUTED)]
        x += room
    return y + LINE / 2, (Group(tuple(made), "legend"),)


def _kinds(picture: Picture) -> Iterator[tuple[str, Sign]]:
    kinds = dict.fromkeys((box.kind, box.shape) for box in picture.all_boxes if not box.missing)
    for kind, shape in kinds:
        yield kind if kind != "keys" else "keys that work in every menu", partial(_shape, kind, shape)
    if any(box.missing for box in picture.all_boxes):
        yield "leads to a step that does not exist", _broken


def _ways(picture: Picture) -> Iterator[tuple[str, Sign]]:
    boxes, arrows = picture.all_boxes, picture.all_arrows
    rows = [row for box in boxes for row in box.rows]
    shut = {box.shut for box in boxes} | {row.shut for row in rows}
    found: dict[str, tuple[bool, Sign]] = {
        "key that is announced": (
            any(row.cap and row.announced for row in rows),
            partial(_cap, Row("", "1", "", "key")),
        ),
        "key that is not announced": (
            not all(row.announced for row in rows),
            partial(_cap, Row("", "5", "", "key", announced=False)),
        ),
        "the caller chooses": (_any(arrows, "key") or _any(arrows, "words"), partial(_line, "key")),
        "goes on by itself, or by what happened": (
            _any(arrows, "auto") or _any(arrows, "outcome"),
            partial(_line, "auto"),
        ),
        "nothing or a wrong key, too often": (_any(arrows, "failure"), partial(_line, "failure")),
        "connects to a contact": (_any(arrows, "transfer"), partial(_line, "transfer")),
        "leads back: no line is drawn": (any("↩" in row.reference for row in rows), partial(_text, "↩")),
        "leads elsewhere: no line is drawn": (any("→" in row.reference for row in rows), partial(_text, "→")),
        "runs a sub-flow that is drawn apart": (any("↦" in row.reference for row in rows), partial(_text, "↦")),
        "a step of the call": (any(box.steps for box in boxes), _step),
        "an error that the check found": (_has(boxes, "error"), partial(_finding, "error")),
        "a warning": (_has(boxes, "warning"), partial(_finding, "warning")),
        "a remark": (_has(boxes, "info"), partial(_finding, "info")),
        **{
            words: (tag in _tags(boxes, arrows), partial(_tagged, tag))
            for tag, words in (
                (NEW, "new"),
                (GONE, "gone: it is in the old version alone"),
                (CHANGE, "changed"),
                (COVERED, "calls take it"),
                (UNCOVERED, "no call takes it, though one could"),
            )
        },
        "closed at this time": (CLOSED in shut, partial(_text, CLOSED)),
        f"{NO_CALLS}: whatever leads there is shut": (NO_CALLS in shut, _grey),
    }
    yield from ((words, sign) for words, (shown, sign) in found.items() if shown)


def _has(boxes: tuple[Box, ...], severity: str) -> bool:
    return any(mark.severity == severity for box in boxes for mark in box.marks)


def _tags(boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> set[str]:
    rows = [row.tag for box in boxes for row in box.rows]
    return {*rows, *(box.tag for box in boxes), *(arrow.tag for arrow in arrows)}


def _any(arrows: tuple[Arrow, ...], style: str) -> bool:
    return any(arrow.style == style for arrow in arrows)


def _shape(kind: str, shape: str, x: float, y: float) -> Shapes:
    look = colours(shape)
    frame = painted(outline(shape, x, y - 10, 34, 20), look.ground, look.line, 2.0 if shape in THICK else 1.2)
    second = tuple(painted(line, line=look.line, width=0.8) for line in inner(shape, x, y - 10, 34, 20))
    return frame, *second, *icon(kind, x + 17, y, "#ffffff" if shape == "line" else look.line)


def _broken(x: float, y: float) -> Shapes:
    return painted(rounded(x, y - 10, 34, 20, 0.5), ALARM_PAPER, ALARM, 1.2, "4,3"), *icon("missing", x + 17, y, ALARM)


def _cap(row: Row, x: float, y: float) -> Shapes:
    return tuple(paint_cap(row, x + 7, y))


def _line(style: str, x: float, y: float) -> Shapes:
    way = ((x, y), (x + 8, y), (x + 18, y), (x + 27, y), (x + 34, y))
    return tuple(paint_arrow(Arrow("", "", "", style), way))


def _text(words: str, x: float, y: float) -> Shapes:
    return (Words(x + 17, y + 3.5, words, 10.0, "middle", bold=True),)


def _grey(x: float, y: float) -> Shapes:
    return (painted(rounded(x, y - 10, 34, 20, 0.5), SHUT_PAPER, SHUT, 1.2, DASH),)


def _step(x: float, y: float) -> Shapes:
    return tuple(paint_step(1, x + 17, y))


def _tagged(tag: str, x: float, y: float) -> Shapes:
    way = ((x, y), (x + 8, y), (x + 18, y), (x + 38, y), (x + 45, y))
    return tuple(paint_arrow(Arrow("", "", "", "key", tag=tag), way))


def _finding(severity: str, x: float, y: float) -> Shapes:
    # No code stands here: which one a reader would take for one that was found.
    return (paint_mark(Mark(severity, severity), x + SIGN - 8, y),)

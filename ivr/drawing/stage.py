"""A whole page: title on top, the flow, contacts that no arrow reaches, and the legend at the foot."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.drawing.layout import Layout, lay_out
from ivr.drawing.legend import legend
from ivr.drawing.paint import paint_arrow, paint_box
from ivr.drawing.palette import MUTED, colours
from ivr.drawing.picture import Picture
from ivr.drawing.scene import Group, Path, Scene, Words, painted, stroke
from ivr.drawing.sizes import size_of
from ivr.drawing.words import cut

MARGIN = 28.0
LEAST = 720.0
"""A page is at least so wide, so that a legend fits."""
SPACE = 16.0

Shape = Path | Words | Group


def stage(picture: Picture) -> Scene:
    """Lay a picture out and draw it. Raises DrawingError where Graphviz fails."""
    placed = lay_out(picture)
    wide = max(LEAST, placed.width)
    top, heading = _heading(picture, wide)
    flow = _flow(picture, placed, MARGIN, top)
    foot, others = _others(picture, top + placed.height + SPACE, wide)
    end, signs = legend(picture, MARGIN, foot + SPACE, wide)
    shapes = (*heading, *flow, *others, *signs)
    return Scene(wide + 2 * MARGIN, end + MARGIN, picture.title, picture.description, shapes)


def _heading(picture: Picture, width: float) -> tuple[float, tuple[Shape, ...]]:
    most = int(width // 12)
    title = Words(MARGIN, MARGIN + 16, cut(picture.title, most), 18.0, bold=True)
    under = Words(MARGIN, MARGIN + 34, cut(picture.subtitle, most * 2), 11.0, fill=MUTED)
    way_home = Words(MARGIN + width, MARGIN + 16, "↩ overview", 11.0, "end", fill=colours("menu").line)
    shapes: list[Shape] = [title, under] if picture.subtitle else [title]
    if picture.home:
        shapes.append(Group((way_home,), link=picture.home))
    return MARGIN + (50 if picture.subtitle else 36), tuple(shapes)


def _flow(picture: Picture, placed: Layout, left: float, top: float) -> Iterator[Shape]:
    for arrow, way in zip(picture.arrows, placed.ways, strict=True):
        moved = tuple((round(x + left, 1), round(y + top, 1)) for x, y in way)
        yield Group(tuple(paint_arrow(arrow, moved)))
    for number, (box, (x, y)) in enumerate(zip(picture.boxes, placed.corners, strict=True)):
        yield paint_box(box, round(x + left, 1), round(y + top, 1), f"box-{number}")


def _others(picture: Picture, top: float, width: float) -> tuple[float, tuple[Shape, ...]]:
    if not picture.aside:
        return top, ()
    rule = painted(stroke((MARGIN, top), (MARGIN + width, top)), line="#d0d7de")
    shapes: list[Shape] = [rule, Words(MARGIN, top + 20, picture.aside_title, 11.0, fill=MUTED, bold=True)]
    x, y, tall = MARGIN, top + 32, 0.0
    for number, box in enumerate(picture.aside):
        size = size_of(box)
        if x > MARGIN and x + size.width > MARGIN + width:
            x, y, tall = MARGIN, y + tall + SPACE, 0.0
        shapes.append(paint_box(box, x, y, f"aside-{number}"))
        x, tall = x + size.width + SPACE, max(tall, size.height)
    return y + tall + SPACE, tuple(shapes)

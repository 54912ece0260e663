"""A whole page: title, the flow, frames of sub-flows, contacts that no arrow reaches, and the legend at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ivr.drawing.layout import Layout, lay_out
from ivr.drawing.legend import legend
from ivr.drawing.measure import text_width
from ivr.drawing.paint import paint_arrow, paint_box
from ivr.drawing.palette import FRAME, MUTED, RULE, colours
from ivr.drawing.picture import Frame, Picture
from ivr.drawing.scene import Group, Path, Scene, Words, painted, rounded, stroke
from ivr.drawing.sizes import size_of
from ivr.drawing.words import cut

MARGIN = 28.0
LEAST = 720.0
"""A page is at least so wide, so that a legend fits."""
SPACE = 16.0
INSIDE, TITLED = 14.0, 20.0
"""The room between the line of a frame and what stands in it, and the height of its heading."""

Shape = Path | Words | Group


def stage(picture: Picture) -> Scene:
    """Lay a picture out and draw it. Raises DrawingError where Graphviz fails."""
    (scene,) = stages((picture,))
    return scene


def stages(pictures: Sequence[Picture]) -> list[Scene]:
    """Lay pictures out and draw them; Graphviz is started once for all. Raises DrawingError where it fails."""
    frames = [(Frame(picture.title, picture.boxes, picture.arrows), *picture.frames) for picture in pictures]
    layouts = iter(lay_out([frame for each in frames for frame in each]))
    return [_staged(picture, [next(layouts) for _ in each]) for picture, each in zip(pictures, frames, strict=True)]


def _staged(picture: Picture, layouts: list[Layout]) -> Scene:
    whole = Frame(picture.title, picture.boxes, picture.arrows)
    placed, *framed = layouts
    wide = max([LEAST, placed.width, *(frame.width + 2 * INSIDE for frame in framed)])
    top, heading = _heading(picture, wide)
    flow = _flow(whole, placed, (MARGIN, top), "box")
    foot, frames = _frames(picture, framed, top + placed.height + SPACE, wide)
    foot, others = _others(picture, foot, wide)
    end, signs = legend(picture, MARGIN, foot + SPACE, wide)
    shapes = (*heading, *flow, *frames, *others, *signs)
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


def _flow(frame: Frame, placed: Layout, corner: tuple[float, float], name: str) -> Iterator[Shape]:
    left, top = corner
    for arrow, way in zip(frame.arrows, placed.ways, strict=True):
        moved = tuple((round(x + left, 1), round(y + top, 1)) for x, y in way)
        yield Group(tuple(paint_arrow(arrow, moved)))
    for number, (box, (x, y)) in enumerate(zip(frame.boxes, placed.corners, strict=True)):
        yield paint_box(box, round(x + left, 1), round(y + top, 1), f"{name}-{number}")


def _frames(picture: Picture, placed: list[Layout], top: float, width: float) -> tuple[float, tuple[Shape, ...]]:
    """Draw the frames beside one another, as many as fit; give the height below them, and their shapes."""
    shapes: list[Shape] = []
    x, y, tall = MARGIN, top, 0.0
    for number, (frame, layout) in enumerate(zip(picture.frames, placed, strict=True)):
        heading = text_width(frame.heading, 12.0, bold=True)
        wide, high = max(layout.width, heading) + 2 * INSIDE, layout.height + 2 * INSIDE + TITLED
        if x > MARGIN and x + wide > MARGIN + width:
            x, y, tall = MARGIN, y + tall + SPACE, 0.0
        shapes.append(painted(rounded(x, y, wide, high, 8), FRAME, RULE, 1.2))
        shapes.append(Words(x + INSIDE, y + INSIDE + 8, frame.heading, 12.0, bold=True))
        shapes.extend(_flow(frame, layout, (x + INSIDE, y + INSIDE + TITLED), f"frame-{number}"))
        x, tall = x + wide + SPACE, max(tall, high)
    return y + (tall + SPACE if placed else 0.0), tuple(shapes)


def _others(picture: Picture, top: float, width: float) -> tuple[float, tuple[Shape, ...]]:
    if not picture.aside:
        return top, ()
    rule = painted(stroke((MARGIN, top), (MARGIN + width, top)), line=RULE)
    shapes: list[Shape] = [rule, Words(MARGIN, top + 20, picture.aside_title, 11.0, fill=MUTED, bold=True)]
    x, y, tall = MARGIN, top + 32, 0.0
    for number, box in enumerate(picture.aside):
        size = size_of(box)
        if x > MARGIN and x + size.width > MARGIN + width:
            x, y, tall = MARGIN, y + tall + SPACE, 0.0
        shapes.append(paint_box(box, x, y, f"aside-{number}"))
        x, tall = x + size.width + SPACE, max(tall, size.height)
    return y + tall + SPACE, tuple(shapes)

"""A scene as PNG or PDF: Graphviz paints shapes that already have their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import sqrt

from ivr.drawing.dot import quote
from ivr.drawing.fonts import Fonts
from ivr.drawing.measure import FACE
from ivr.drawing.render import run_graphviz
from ivr.drawing.scene import NONE, Group, Path, Scene, Words

SHARP = 144.0
"""Dots per inch of a PNG, where the page is not too large for it."""
LARGEST = 12_000.0
"""The most dots that a side of a PNG may have; painters and viewers fail beyond."""
LETTERS = 8_000
"""How much goes into one text; letters of other scripts, and marks that have to be escaped, take more room."""
DOTS = 25_000_000
"""The most dots that a PNG may have; each million takes a tenth of a second to write."""
_MADE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}")
"""When a PDF was made; the same flow gives the same bytes on another day."""
_PLAIN = str.maketrans({"↩": "« ", "←": "« ", "↻": "« ", "→": "» ", "↦": "» "})
"""Signs that the fonts of a package lack, as signs that are as long in UTF-8 with one blank."""
_JUST = {"start": -1, "middle": 0, "end": 1}


def to_png(scene: Scene, letters: Fonts) -> bytes:
    """Paint a scene as PNG. Raises DrawingError where Graphviz fails."""
    return _painted(scene, sharpness(scene), "png", letters)


def to_pdf(scene: Scene, letters: Fonts) -> bytes:
    """Paint a scene as PDF on one page of its own size. Raises DrawingError where Graphviz fails."""
    # As long as what it replaces, so that the table of places at the end of the file stays true.
    return _MADE.sub(rb"\g<1>19700101000000", _painted(scene, 72.0, "pdf", letters))


def _painted(scene: Scene, dots: float, form: str, letters: Fonts) -> bytes:
    page = _page(scene, dots)
    return run_graphviz(page.translate(_PLAIN) if letters.folder else page, "nop", form, fonts=letters.settings)


def sharpness(scene: Scene) -> float:
    """Give the dots per inch at which a scene fits into a PNG."""
    most = sqrt(DOTS / (scene.width * scene.height))
    return min(SHARP, 72 * most, LARGEST * 72 / max(scene.width, scene.height))


def _page(scene: Scene, dots: float) -> str:
    wide, tall = scene.width, scene.height
    ground = Path(((0, 0), (wide, 0), (wide, tall), (0, tall)), fill=scene.ground, line=scene.ground)
    parts = [part for shape in (ground, *scene.shapes) for part in _shape(shape, scene.height)]
    drawn = " +\n".join(quote(text) for text in _gathered(parts))
    size = f"{scene.width:.1f},{scene.height:.1f}"
    # Two unseen points hold the corners of the page: without a node nothing is laid out, and nothing painted.
    unseen = "style=invis,shape=point,width=0,height=0"
    corners = f'a [{unseen},pos="0,0"]; b [{unseen},pos="{size}"];'
    page = f'bb="0,0,{size}"; pad=0; margin=0; dpi={dots:.2f}; viewport="{size}";'
    return f"digraph {{ {page} _background={drawn}; {corners} }}"


def _gathered(parts: list[str]) -> Iterator[str]:
    """Put parts together into texts that the reader of DOT takes: 16,384 letters each, and joining many is slow."""
    made: list[str] = []
    length = 0
    for part in parts:
        if made and length + len(part) > LETTERS:
            yield "".join(made)
            made, length = [], 0
        made.append(f"{part} ")
        length += len(part)
    yield "".join(made)


def _shape(shape: Path | Words | Group, height: float) -> Iterator[str]:
    if isinstance(shape, Path):
        yield from _path(shape, height)
    elif isinstance(shape, Words):
        yield from _words(shape, height)
    else:
        for part in shape.shapes:
            yield from _shape(part, height)


def _coloured(pen: str, colour: str) -> str:
    return f"{pen} {len(colour)} -{colour}"


def _path(path: Path, height: float) -> Iterator[str]:
    width = f"setlinewidth({path.width:.1f})"
    style = "dashed" if path.dash and not path.dash.startswith("1") else "dotted" if path.dash else "solid"
    yield f"S {len(width)} -{width} S {len(style)} -{style} {_coloured('c', path.line)}"
    points = path.points + (path.points[:1] * 3 if path.curved and path.closed else ())
    placed = " ".join(f"{x:.1f} {height - y:.1f}" for x, y in points)
    if path.fill != NONE:
        yield _coloured("C", path.fill)
    yield f"{_operation(path)} {len(points)} {placed}"


def _operation(path: Path) -> str:
    filled = path.fill != NONE
    if path.curved:
        return "b" if filled else "B"
    return ("P" if filled else "p") if path.closed else "L"


def _words(words: Words, height: float) -> Iterator[str]:
    if not words.text:
        return
    # A blank of no width keeps a backslash from being read together with what follows it.
    text = words.text.replace("\\", "\\\u200b")
    said = text.encode()
    flags = words.bold + 2 * words.italic
    yield f"{_coloured('c', words.fill)} F {words.size:.1f} {len(FACE)} -{FACE} t {flags}"
    yield f"T {words.x:.1f} {height - words.y:.1f} {_JUST[words.anchor]} 0 {len(said)} -{text}"

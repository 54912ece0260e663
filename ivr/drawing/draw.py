"""A drawing as files: what the command `ivr draw` writes, and what it has to tell beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from ivr.drawing.dot import to_dot
from ivr.drawing.fonts import NO_FONT, fonts
from ivr.drawing.options import Options
from ivr.drawing.pages import Page, pages
from ivr.drawing.raster import sharpness, to_pdf, to_png
from ivr.drawing.render import DrawingError
from ivr.drawing.stage import stages
from ivr.drawing.svg import to_svg

READABLE = 60.0
"""With fewer dots an inch than this, small letters run together."""
TOO_LARGE = "The page is too large for a sharp PNG; SVG and PDF stay sharp, and '--split' makes it smaller."


@dataclass(frozen=True, slots=True)
class Drawn:
    """The files of a drawing, by what is added to their name before the ending, and notes: one sentence each."""

    files: tuple[tuple[str, bytes], ...]
    notes: tuple[str, ...] = ()


_FORMS = ("svg", "png", "pdf", "dot")


def _written(pages: tuple[Page, ...], form: str) -> tuple[list[bytes], list[str]]:
    """Write pages in a format, and say what is not to be seen in it."""
    if form == "dot":
        return [to_dot(page.picture).encode() for page in pages], []
    scenes = stages([page.picture for page in pages])
    if form == "svg":
        return [to_svg(scene) for scene in scenes], []
    letters = fonts()
    notes = [] if letters.found else [NO_FONT]
    if form == "pdf":
        return [to_pdf(scene, letters) for scene in scenes], notes
    blurred = min(map(sharpness, scenes)) < READABLE
    return [to_png(scene, letters) for scene in scenes], notes + [TOO_LARGE] * blurred


def draw(graph: nx.MultiDiGraph[Any], form: str, options: Options | None = None, stem: str = "") -> Drawn:
    """Draw a flow as `svg`, `png`, `pdf` or `dot`; `stem` is the name that the files will have, for links between them.

    Raises DrawingError, whose text is one sentence, where nothing can be drawn.
    """
    if form not in _FORMS:
        message = f"'{form}' is no format of a drawing; it is one of {', '.join(_FORMS)}"
        raise DrawingError(message)
    linked = (lambda suffix: f"{stem}{suffix}.svg") if form == "svg" and stem else None
    made = pages(graph, options or Options(), linked)
    written, notes = _written(made.pages, form)
    return Drawn(tuple(zip((page.suffix for page in made.pages), written, strict=True)), (*made.notes, *notes))

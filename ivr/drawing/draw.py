"""A drawing as files: what the command `ivr draw` writes, and what it has to tell beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import networkx as nx

from ivr.drawing.dot import to_dot
from ivr.drawing.options import Options
from ivr.drawing.pages import pages
from ivr.drawing.picture import Picture
from ivr.drawing.raster import to_pdf, to_png
from ivr.drawing.render import DrawingError
from ivr.drawing.stage import stage
from ivr.drawing.svg import to_svg


@dataclass(frozen=True, slots=True)
class Drawn:
    """The files of a drawing, by what is added to their name before the ending, and notes: one sentence each."""

    files: tuple[tuple[str, bytes], ...]
    notes: tuple[str, ...] = ()


def _dot(picture: Picture) -> bytes:
    return to_dot(picture).encode()


def _svg(picture: Picture) -> bytes:
    return to_svg(stage(picture))


def _png(picture: Picture) -> bytes:
    return to_png(stage(picture))


def _pdf(picture: Picture) -> bytes:
    return to_pdf(stage(picture))


_FORMS: dict[str, Callable[[Picture], bytes]] = {"svg": _svg, "png": _png, "pdf": _pdf, "dot": _dot}


def draw(graph: nx.MultiDiGraph[Any], form: str, options: Options | None = None, stem: str = "") -> Drawn:
    """Draw a flow as `svg`, `png`, `pdf` or `dot`; `stem` is the name that the files will have, for links between them.

    Raises DrawingError, whose text is one sentence, where nothing can be drawn.
    """
    write = _FORMS.get(form)
    if write is None:
        message = f"'{form}' is no format of a drawing; it is one of {', '.join(_FORMS)}"
        raise DrawingError(message)
    linked = (lambda suffix: f"{stem}{suffix}.svg") if form == "svg" and stem else None
    made = pages(graph, options or Options(), linked)
    return Drawn(tuple((page.suffix, write(page.picture)) for page in made.pages), made.notes)

"""A flow as a PNG drawing, for places that take no SVG."""

from __future__ import annotations

from ivr.drawing.draw import draw
from ivr.drawing.options import Options
from ivr.exporter import Export, Exporter, Graph


def _write(graph: Graph, options: Options, stem: str) -> Export:
    drawn = draw(graph, "png", options, stem)
    return Export(drawn.files, drawn.notes)


png = Exporter("png", (".png",), _write)

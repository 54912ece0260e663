"""A flow as an SVG drawing: sharp at every size, with links between its pages."""

from __future__ import annotations

from ivr.drawing.draw import draw
from ivr.drawing.options import Options
from ivr.exporter import Export, Exporter, Graph


def _write(graph: Graph, options: Options, stem: str) -> Export:
    drawn = draw(graph, "svg", options, stem)
    return Export(drawn.files, drawn.notes)


svg = Exporter("svg", (".svg",), _write)

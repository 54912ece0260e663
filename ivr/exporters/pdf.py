"""A flow as a PDF drawing on one page of its own size, to print."""

from __future__ import annotations

from ivr.drawing.draw import draw
from ivr.drawing.options import Options
from ivr.exporter import Export, Exporter, Graph


def _write(graph: Graph, options: Options, stem: str) -> Export:
    drawn = draw(graph, "pdf", options, stem)
    return Export(drawn.files, drawn.notes)


pdf = Exporter("pdf", (".pdf",), _write)

"""A flow in the language of Graphviz, to draw it otherwise."""

from __future__ import annotations

from ivr.drawing.draw import draw
from ivr.drawing.options import Options
from ivr.exporter import Export, Exporter, Graph


def _write(graph: Graph, options: Options, stem: str) -> Export:
    drawn = draw(graph, "dot", options, stem)
    return Export(drawn.files, drawn.notes)


dot = Exporter("dot", (".dot", ".gv"), _write)

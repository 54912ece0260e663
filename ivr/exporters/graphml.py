"""A flow's graph as GraphML, which yEd, Gephi and other programs for graphs open."""

from __future__ import annotations

import networkx as nx

from ivr.drawing.options import Options
from ivr.drawing.plain import plain_graph, unsaid
from ivr.exporter import Export, Exporter, Graph


def _write(graph: Graph, options: Options, stem: str) -> Export:
    del stem  # one file holds all
    lines = nx.generate_graphml(plain_graph(graph, options), prettyprint=True)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"
    return Export((("", text.encode()),), unsaid(options))


graphml = Exporter("graphml", (".graphml",), _write)

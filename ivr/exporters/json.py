"""A flow's graph as node-link JSON: what `networkx.node_link_graph` and most programs for graphs read."""

from __future__ import annotations

from json import dumps

from ivr.drawing.options import Options
from ivr.drawing.plain import plain_graph, unsaid
from ivr.exporter import Export, Exporter, Graph


def _write(graph: Graph, options: Options, stem: str) -> Export:
    del stem  # one file holds all
    plain = plain_graph(graph, options)
    whole = {
        "directed": True,
        "multigraph": True,
        "graph": dict(plain.graph),
        "nodes": [{"id": name} | data for name, data in plain.nodes(data=True)],
        "edges": [
            {"source": tail, "target": head, "key": key} | data
            for tail, head, key, data in plain.edges(keys=True, data=True)
        ],
    }
    return Export((("", (dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()),), unsaid(options))


json = Exporter("json", (".json",), _write)

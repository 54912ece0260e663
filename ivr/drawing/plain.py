"""The graph of a flow with plain attributes only, for formats that hold nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from ivr.drawing.options import Options
from ivr.drawing.pages import part_names
from ivr.drawing.picture import COVERED, TAGS, UNCOVERED
from ivr.drawing.words import shown


def plain_graph(graph: nx.MultiDiGraph[Any], options: Options) -> nx.MultiDiGraph[Any]:
    """Copy a graph, or the part asked for, with texts, numbers and yes or no; what is None is left out.

    Raises DrawingError where `options.start` is no node.
    """
    kept = part_names(graph, options)
    plain: nx.MultiDiGraph[Any] = nx.MultiDiGraph(**_plain(graph.graph))
    plain.add_nodes_from((shown(name), _plain(data)) for name, data in graph.nodes(data=True) if str(name) in kept)
    for tail, head, data in graph.edges(data=True):
        if str(tail) in kept and str(head) in kept:
            plain.add_edge(shown(tail), shown(head), **_plain(data))
    return plain


def _plain(data: Mapping[str, object]) -> dict[str, Any]:
    return {str(name): _value(value) for name, value in data.items() if value is not None}


def _value(value: object) -> object:
    return value if isinstance(value, bool | int | float) else shown(value)


def unsaid(options: Options) -> tuple[str, ...]:
    """Say which of the options a format that holds the graph alone cannot show."""
    asked = {
        "what is closed": bool(options.closed),
        "the way of a call": bool(options.call),
        "findings": any(mark.severity not in TAGS for marks in options.findings.values() for mark in marks),
        "what calls cover": bool({COVERED, UNCOVERED} & {*options.tags.values()}),
        "pages of its menus": options.split,
    }
    left = [words for words, given in asked.items() if given]
    words = " and ".join([", ".join(left[:-1]), left[-1]] if left[1:] else left)
    note = f"This format holds the graph alone, without {words}; .svg, .png, .pdf, .dot and .mmd show that."
    return (note,) if left else ()

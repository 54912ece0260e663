"""What an exporter is: a flow's graph in one format of files, with what could not be said in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import networkx as nx

from ivr.drawing.options import Options

Graph: TypeAlias = "nx.MultiDiGraph[Any]"


class ExportError(Exception):
    """Nothing could be written; the text is one sentence that says why."""


@dataclass(frozen=True, slots=True)
class Export:
    """What an exporter made.

    `files` are by what is added to the name of the file before its ending: mostly one, with nothing added.
    `notes` are one sentence each: what could not be said in this format, or what was left out.
    """

    files: tuple[tuple[str, bytes], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name, the endings of its files, and the function from a graph to files.

    `write` takes the graph, the options of a drawing and the name that the file will have, without its ending.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Graph, Options, str], Export]

"""What an exporter is: a flow's graph in one format of files, with what could not be said in it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, TypeAlias

import networkx as nx

import ivr.exporters
from ivr.drawing.options import Options

Graph: TypeAlias = "nx.MultiDiGraph[Any]"


class ExportError(Exception):
    """Nothing could be written; the text is one sentence that says why."""


class ExporterFolderError(Exception):
    """A file among the exporters is not one; the text names the file."""


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


def exporters() -> tuple[Exporter, ...]:
    """Give every exporter there is, by the names of their files.

    Raises ExporterFolderError where a file defines none or two, or one with a name or an ending already taken.
    """
    found: dict[str, Exporter] = {}
    for module in sorted(pkgutil.iter_modules(ivr.exporters.__path__), key=lambda each: each.name):
        exporter = _only_one(module.name)
        for word in (exporter.name, *exporter.suffixes):
            if word in found:
                message = f"'ivr/exporters/{module.name}.py' takes '{word}', which '{found[word].name}' has already."
                raise ExporterFolderError(message)
            found[word] = exporter
    return tuple(dict.fromkeys(found.values()))


def _only_one(name: str) -> Exporter:
    module = importlib.import_module(f"ivr.exporters.{name}")
    defined = [value for value in vars(module).values() if isinstance(value, Exporter)]
    if len(defined) != 1:
        message = f"'ivr/exporters/{name}.py' defines {len(defined)} exporters; it should define one."
        raise ExporterFolderError(message)
    return defined[0]


def exporter_for(path: PurePath | str) -> Exporter:
    """Give the exporter that the ending of a file's name asks for. Raises ExportError, which names all endings."""
    suffix = PurePath(path).suffix.lower()
    every = exporters()
    for exporter in every:
        if suffix in exporter.suffixes:
            return exporter
    known = ", ".join(suffix for exporter in every for suffix in exporter.suffixes)
    said = f"'{suffix}' is no ending that can be written" if suffix else f"'{path}' has no ending"
    message = f"{said}; the name of the file may end in {known}."
    raise ExportError(message)

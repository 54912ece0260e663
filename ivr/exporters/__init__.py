"""The exporters, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath

from ivr.exporter import Exporter, ExportError
from ivr.folder import by_ending, unknown_ending, with_free_endings


@cache
def exporters() -> tuple[Exporter, ...]:
    """Give every exporter, by name; raises TypeError for a file that defines none, two, or one with a taken ending."""
    return with_free_endings(__name__, __path__, Exporter, "exporter")


def exporter_for(path: PurePath | str) -> Exporter:
    """Give the exporter that the ending of a file's name asks for. Raises ExportError, which names all endings."""
    suffix = PurePath(path).suffix.lower()
    exporter = by_ending(exporters(), suffix)
    if exporter is None:
        raise ExportError(unknown_ending(exporters(), str(path), suffix))
    return exporter

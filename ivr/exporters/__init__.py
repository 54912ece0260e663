"""The exporters, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath

from ivr.exporter import Exporter, ExportError


@cache
def exporters() -> tuple[Exporter, ...]:
    """Give every exporter, by name; raises TypeError for a file that defines none, two, or one with a taken ending."""
    found: dict[str, Exporter] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        members = vars(importlib.import_module(f"{__name__}.{module}")).values()
        own = [member for member in members if isinstance(member, Exporter)]
        taken = {suffix for exporter in found.values() for suffix in exporter.suffixes}
        if len(own) != 1 or own[0].name != module or taken & set(own[0].suffixes):
            message = (
                f"ivr/exporters/{module}.py must define exactly one exporter, named after the file, with free endings"
            )
            raise TypeError(message)
        found[module] = own[0]
    return tuple(found.values())


def exporter_for(path: PurePath | str) -> Exporter:
    """Give the exporter that the ending of a file's name asks for. Raises ExportError, which names all endings."""
    suffix = PurePath(path).suffix.lower()
    for exporter in exporters():
        if suffix in exporter.suffixes:
            return exporter
    known = ", ".join(suffix for exporter in exporters() for suffix in exporter.suffixes)
    said = f"'{suffix}' is no ending that can be written" if suffix else f"'{path}' has no ending"
    message = f"{said}; the name of the file may end in {known}"
    raise ExportError(message)

"""The sheets, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath

from ivr.sheet import Sheet, SheetError


@cache
def sheets() -> tuple[Sheet, ...]:
    """Give every sheet, by name; raises TypeError for a file that defines none, two, or one with a taken ending."""
    found: dict[str, Sheet] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        members = vars(importlib.import_module(f"{__name__}.{module}")).values()
        own = [member for member in members if isinstance(member, Sheet)]
        taken = {suffix for sheet in found.values() for suffix in sheet.suffixes}
        if len(own) != 1 or own[0].name != module or taken & set(own[0].suffixes):
            message = f"ivr/sheets/{module}.py must define exactly one sheet, named after the file, with free endings"
            raise TypeError(message)
        found[module] = own[0]
    return tuple(found.values())


def sheet_for(path: PurePath | str) -> Sheet:
    """Give the sheet that the ending of a file's name asks for. Raises SheetError, which names all endings."""
    suffix = PurePath(path).suffix.lower()
    for sheet in sheets():
        if suffix in sheet.suffixes:
            return sheet
    known = ", ".join(suffix for sheet in sheets() for suffix in sheet.suffixes)
    said = f"'{suffix}' is no ending that can be written" if suffix else f"'{path}' has no ending"
    message = f"{said}; the name of the file may end in {known}"
    raise SheetError(message)


def sheet_named(name: str) -> Sheet:
    """Give the sheet of this name. Raises SheetError, which names all sheets."""
    for sheet in sheets():
        if sheet.name == name:
            return sheet
    message = f"'{name}' is no sheet; it is one of {', '.join(sheet.name for sheet in sheets())}"
    raise SheetError(message)

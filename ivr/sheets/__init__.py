"""The sheets, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath

from ivr.folder import by_ending, unknown_ending, with_free_endings
from ivr.sheet import Sheet, SheetError


@cache
def sheets() -> tuple[Sheet, ...]:
    """Give every sheet, by name; raises TypeError for a file that defines none, two, or one with a taken ending."""
    return with_free_endings(__name__, __path__, Sheet, "sheet")


def sheet_for(path: PurePath | str) -> Sheet:
    """Give the sheet that the ending of a file's name asks for. Raises SheetError, which names all endings."""
    suffix = PurePath(path).suffix.lower()
    sheet = by_ending(sheets(), suffix)
    if sheet is None:
        raise SheetError(unknown_ending(sheets(), str(path), suffix))
    return sheet


def sheet_named(name: str) -> Sheet:
    """Give the sheet of this name. Raises SheetError, which names all sheets."""
    for sheet in sheets():
        if sheet.name == name:
            return sheet
    message = f"'{name}' is no sheet; it is one of {', '.join(sheet.name for sheet in sheets())}"
    raise SheetError(message)

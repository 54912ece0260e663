"""A sheet: one way of writing down calls that are to be made, by people, by `ivr test`, or by another telephone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ivr.flow import Flow
from ivr.witness import Witness


class SheetError(Exception):
    """Nothing could be written; the text is one sentence that says why."""


class PlannedCall(NamedTuple):
    """A call that is to be made: what it shows, how it goes, and how it begins.

    `language` is that in which it begins, where it is not the line's; `given` are variables known beforehand.
    """

    title: str
    witness: Witness
    language: str = ""
    given: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What a sheet made.

    `files` are by what follows the name that was asked for: its ending, or for several files a number and an ending.
    `notes` are one sentence each: what could not be said in this format, or what has to be arranged.
    """

    files: tuple[tuple[str, bytes], ...]
    notes: tuple[str, ...] = ()

    def beside(self, path: Path) -> dict[Path, bytes]:
        """Give the files by their paths; `path` is the one that was asked for, and a single file has just that."""
        if len(self.files) == 1:
            return {path: self.files[0][1]}
        return {path.with_name(f"{path.stem}{added}"): content for added, content in self.files}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One format: its name, the endings of its files, and the function from calls to files.

    `write` takes the flow, the calls, and the name that the file will have, without its ending. The first of the
    `suffixes` is used where no name says another.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Flow, tuple[PlannedCall, ...], str], Written]

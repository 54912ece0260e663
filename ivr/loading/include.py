"""Flows that are split: what other files say is taken in, and everything keeps the place where it was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from ivr.fields import described
from ivr.finding import Fault
from ivr.loading.compose import compose
from ivr.tree import Duplicate, Mapping, Reported, Sequence, Tree

if TYPE_CHECKING:
    from ivr.source import Place

BAD_INCLUDE = "RD009"
MOST_FILES = 1000
_MOST_NAMED = 6

Read = Callable[[FilePath], "tuple[str | None, tuple[Reported, ...]]"]


class Gathered:
    """A flow file and all that it includes, put together while reading."""

    def __init__(self, top: Mapping, file: str, read: Read) -> None:
        """Begin with the file that was named; `read` gives the text of another one.

        `complete` is not set where a file could not be taken in, `unread` are sections that did not fit together.
        """
        self.top = top
        self.read = read
        self.root = FilePath(file).parent
        self.texts = {file: top.sheet.text if top.sheet else ""}
        self.faults: list[Reported] = []
        self.complete = True
        self.unread: set[str] = set()

    def take_in_all(self, part: Mapping, file: str, above: tuple[str, ...]) -> None:
        """Take in what `part`, which stands in `file`, includes, and what that includes; `above` led here.

        Each include is followed to its end before the next one; in place, as a chain of them may be long.
        """
        ahead = [(place, name, (*above, file)) for place, name in _includes(part)][::-1]
        while ahead:
            place, name, trail = ahead.pop()
            if not isinstance(name, str):
                self.complete = False
                message = f"an include is the name of a file; this is {described(name)}"
                self.faults.append(Reported(BAD_INCLUDE, Fault(place, message)))
            elif (taken := self._take_in(place, name, trail)) is not None:
                target, composed = taken
                ahead += [(place, name, (*trail, target)) for place, name in _includes(composed)][::-1]

    def _take_in(self, place: Place, name: str, trail: tuple[str, ...]) -> tuple[str, Mapping] | None:
        """Take in one file, the includes of which are still to be followed; None where there is nothing to follow."""
        path = FilePath(trail[-1]).parent / name
        wrong = self._refused(name, path, trail)
        if wrong:
            self.complete = self.complete and "includes itself" in wrong
            self.faults.append(Reported(BAD_INCLUDE, Fault(place, wrong)))
            return None
        target = _plain(path)
        if target in self.texts:
            return None
        text, faults = self.read(FilePath(target))
        if text is None:
            self.complete = False
            reason = faults[0].fault.message if faults else f"'{name}' cannot be read"
            self.faults.append(Reported(BAD_INCLUDE, Fault(place, reason)))
            return None
        self.texts[target] = text
        composed, faults = compose(text, target)
        self.faults.extend(faults)
        if not isinstance(composed, Mapping):
            self.complete = False
            return None
        self._join(composed)
        return target, composed

    def _refused(self, name: str, path: FilePath, above: tuple[str, ...]) -> str:
        if not name.strip():
            return "the name of a file is missing here"
        try:
            inside = path.resolve().is_relative_to(self.root.resolve())
        except (OSError, ValueError, RuntimeError):
            return f"'{name}' is not the name of a file"
        if not inside:
            return f"'{name}' is outside the folder of the flow; an include must stand in it, or in a folder below"
        if _plain(path) in {_plain(FilePath(above[0])), *above[1:]}:
            return f"'{name}' includes itself, by way of {_way(above)}; leave one of the includes out"
        if len(self.texts) > MOST_FILES:
            return f"'{name}' comes too late: a flow may include {MOST_FILES} files, and it has that many before"
        return ""

    def _join(self, part: Mapping) -> None:
        """Add the sections of an included file to the flow; what is there already stays, and is reported."""
        for section, value in part.items():
            if section == "include":
                continue
            mine = self.top.get(section)
            if mine is None:
                self.top.adopt(section, part)
                if isinstance(value, Mapping | Sequence):
                    self.top[section] = value.copy()
            elif isinstance(mine, Mapping) and isinstance(value, Mapping):
                add(mine, value)
            elif isinstance(mine, Sequence) and isinstance(value, Sequence) and section != "languages":
                mine.extend_from(value)
            elif mine != value:
                self.unread.add(section)
                again = Duplicate(section, part.key_place(section), self.top.key_place(section), value)
                self.top.duplicates = (*self.top.duplicates, again)


def add(mine: Mapping, other: Mapping) -> None:
    """Add the entries of another mapping to one; what is there already stays, the other is kept as given twice."""
    for key in other:
        if key not in mine:
            mine.adopt(key, other)
        else:
            again = Duplicate(key, other.key_place(key), mine.key_place(key), other[key])
            mine.duplicates = (*mine.duplicates, again)
    mine.duplicates = (*mine.duplicates, *other.duplicates)


def _includes(part: Mapping) -> list[tuple[Place, Tree]]:
    value: Tree = part.get("include", "")
    if isinstance(value, Sequence):
        return [(value.item_place(at), name) for at, name in enumerate(value)]
    return [(part.value_place("include"), value)] if value else []


def _way(files: tuple[str, ...]) -> str:
    """Name the files on a way, of a long way the first and the last ones."""
    return " → ".join(files if len(files) <= _MOST_NAMED else (*files[:2], "...", *files[-2:]))


def _plain(path: FilePath) -> str:
    """Give a path without `..` and `.` where that is possible by looking at it alone."""
    parts: list[str] = []
    for part in path.as_posix().split("/"):
        if part == ".." and parts and parts[-1] not in {"..", ""}:
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)

"""What a YAML file holds, as text: mappings, sequences and strings that know where they stand in their file."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ivr.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ivr.finding import Fault

Tree: TypeAlias = "Mapping | Sequence | str"
Path: TypeAlias = "tuple[str | int, ...]"

# Up to this many entries, looking through them is cheaper than keeping an index of them.
_FEW = 8


class Reported(NamedTuple):
    """A fault and the code of the rule that it breaks, before the catalogue of rules gives it name and severity."""

    code: str
    fault: Fault


class Duplicate(NamedTuple):
    """A key that a mapping has already: where it stands again, where it stood first, and the value that lost."""

    key: str
    place: Place
    first: Place
    value: Tree


class Sheet:
    """The text of one file, and the marks of all that was read from it.

    `marks` are offsets into the text, two for each thing (first character, just behind the last one). A mapping has
    its own two, then four for every entry (key, value); a sequence has its own two, then two for every item.
    """

    __slots__ = ("_starts", "file", "marks", "text")

    def __init__(self, file: str, text: str) -> None:
        """Take the text without its byte order mark; line ends stay as they are."""
        self.file = file
        self.text = text
        self.marks = array("I")
        self._starts: array[int] | None = None

    def place(self, start: int, end: int) -> Place:
        """Give the stretch between two offsets, without the blank space that YAML counts to the end of a block."""
        text = self.text
        start = min(start, len(text))
        end = max(start, min(end, len(text)))
        while end > start and text[end - 1].isspace():
            end -= 1
        return Place(self.file, *self.point(start), *self.point(end))

    def spot(self, offset: int) -> Place:
        """Give the single character at an offset; behind the end of a line it has no width."""
        line, column = self.point(offset)
        wide = offset < len(self.text) and self.text[offset] not in "\r\n"
        return Place(self.file, line, column, line, column + wide)

    def point(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both from 1; columns are characters."""
        starts = self._starts
        if starts is None:
            starts = self._starts = array("I", [0])
            starts.extend(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))
        offset = min(offset, len(self.text))
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def marked(self, at: int) -> Place:
        """Give the place of which the two marks begin at `at`."""
        return self.place(self.marks[at], self.marks[at + 1])


def _marked(spot: tuple[Sheet, int] | None, further: int = 0) -> Place:
    return spot[0].marked(spot[1] + further) if spot else Place("", 1, 1, 1, 1)


class Span(NamedTuple):
    """A stretch of the text of a file: from the first character to just behind the last one that is no blank."""

    sheet: Sheet
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.sheet.text[self.start : self.end]


def _spanned(spot: tuple[Sheet, int] | None, further: int = 0) -> Span | None:
    if spot is None:
        return None
    sheet, at = spot
    start, end = sheet.marks[at + further], sheet.marks[at + further + 1]
    return Span(sheet, start, start + len(sheet.text[start:end].rstrip()))


class Mapping(dict[str, "Tree"]):
    """Keys and values as text, in the order of the file; of a key given twice the first value counts.

    Made by hand, without a sheet, it is a plain dict of which the places say nothing.
    """

    __slots__ = ("_spots", "at", "duplicates", "sheet")

    def __init__(self, entries: Iterable[tuple[str, Tree]] | dict[str, Tree] = (), sheet: Sheet | None = None) -> None:
        """Take the entries; `at`, where the marks of the mapping begin, is set by who writes them."""
        if entries:
            super().__init__(entries)
        self.sheet = sheet
        self.at = 0
        self.duplicates: tuple[Duplicate, ...] = ()
        self._spots: dict[str, tuple[Sheet, int]] | None = None

    @property
    def file(self) -> str:
        """The file in which the mapping stands; an entry may come from another one."""
        return self.sheet.file if self.sheet else ""

    @property
    def place(self) -> Place:
        """Where the whole mapping stands."""
        return _marked((self.sheet, self.at) if self.sheet else None)

    def key_place(self, key: str) -> Place:
        """Give the place of a key; raise KeyError if there is none."""
        return _marked(self._spot(key))

    def value_place(self, key: str) -> Place:
        """Give the place of the value of a key, of an alias where it is used; raise KeyError if there is none."""
        return _marked(self._spot(key), 2)

    def key_span(self, key: str) -> Span | None:
        """Give the stretch of a key, None in a mapping made by hand; raise KeyError if there is none."""
        return _spanned(self._spot(key))

    def value_span(self, key: str) -> Span | None:
        """Give the stretch of the value of a key, of an alias where it is used; raise KeyError if there is none."""
        return _spanned(self._spot(key), 2)

    def quoted(self, key: str) -> bool:
        """Whether the value of a key is text that stands in quotes; raise KeyError if there is none."""
        spot = self._spot(key)
        if spot is None:
            return False
        sheet, at = spot
        return sheet.text[sheet.marks[at + 2] : sheet.marks[at + 2] + 1] in {'"', "'"}

    def adopt(self, key: str, other: Mapping) -> None:
        """Take an entry of another mapping, with its places in its own file."""
        spots = self._all_spots()
        spot = other._spot(key)
        self[key] = other[key]
        if spot:
            spots[key] = spot

    def take_in(self, key: str, others: Iterable[Mapping]) -> None:
        """Put the entries of other mappings where `key` stands; what the mapping has itself counts, then the first."""
        own, spots = dict(self), self._all_spots()
        self.clear()
        self._spots = {}
        for name, value in own.items():
            if name != key:
                self[name] = value
                if name in spots:
                    self._spots[name] = spots[name]
                continue
            for other in others:
                for theirs in other:
                    if theirs not in self and (theirs not in own or theirs == key):
                        self.adopt(theirs, other)

    def rename(self, key: str, name: str) -> None:
        """Put an entry under another name, at the end; it keeps its place in the file."""
        spots = self._all_spots()
        self[name] = self.pop(key)
        if key in spots:
            spots[name] = spots.pop(key)

    def drop(self, key: str) -> None:
        """Forget an entry; only for who has just made this mapping."""
        self._all_spots().pop(key, None)
        del self[key]

    def copy(self) -> Mapping:
        """Give a mapping of its own with the same values and places."""
        twin = Mapping(self, self.sheet)
        twin.at = self.at
        twin.duplicates = self.duplicates
        twin._spots = None if self._spots is None else dict(self._spots)
        return twin

    def without(self, path: Path) -> Mapping:
        """Give a copy that lacks the value at the path; all beside the path is shared. No such value: the same tree."""
        tree = _without(self, path)
        return tree if isinstance(tree, Mapping) else self

    def _spot(self, key: str) -> tuple[Sheet, int] | None:
        if key not in self:
            raise KeyError(key)
        if self._spots is None and len(self) <= _FEW and self.sheet:
            order = next(number for number, name in enumerate(self) if name == key)
            return self.sheet, self.at + 2 + 4 * order
        return self._all_spots().get(key)

    def _all_spots(self) -> dict[str, tuple[Sheet, int]]:
        if self._spots is None:
            sheet, first = self.sheet, self.at + 2
            self._spots = {key: (sheet, first + 4 * order) for order, key in enumerate(self)} if sheet else {}
        return self._spots


class Sequence(list["Tree"]):
    """Items in the order of the file. Made by hand, without a sheet, it is a list of which the places say nothing."""

    __slots__ = ("_spots", "at", "sheet")

    def __init__(self, items: Iterable[Tree] = (), sheet: Sheet | None = None) -> None:
        """Take the items; `at`, where the marks of the sequence begin, is set by who writes them."""
        super().__init__(items)
        self.sheet = sheet
        self.at = 0
        self._spots: list[tuple[Sheet, int] | None] | None = None

    @property
    def file(self) -> str:
        """The file in which the sequence stands."""
        return self.sheet.file if self.sheet else ""

    @property
    def place(self) -> Place:
        """Where the whole sequence stands."""
        return _marked((self.sheet, self.at) if self.sheet else None)

    def item_place(self, index: int) -> Place:
        """Give the place of an item, from 0; raise IndexError if there is none."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        if self._spots is None and self.sheet:
            return self.sheet.marked(self.at + 2 + 2 * index)
        return _marked(self._all_spots()[index])

    def item_span(self, index: int) -> Span | None:
        """Give the stretch of an item, from 0; raise IndexError if there is none."""
        return _spanned(self._all_spots()[index])

    def extend_from(self, other: Sequence) -> None:
        """Take all items of another sequence, with their places in their own file."""
        spots = self._all_spots()
        spots.extend(other._all_spots())
        self.extend(other)

    def copy(self) -> Sequence:
        """Give a sequence of its own with the same items and places."""
        twin = Sequence(self, self.sheet)
        twin.at = self.at
        twin._spots = None if self._spots is None else list(self._spots)
        return twin

    def drop(self, index: int) -> None:
        """Forget an item; only for who has just made this sequence."""
        del self._all_spots()[index]
        del self[index]

    def without(self, path: Path) -> Sequence:
        """Give a copy that lacks the value at the path; all beside the path is shared. No such value: the same tree."""
        tree = _without(self, path)
        return tree if isinstance(tree, Sequence) else self

    def _all_spots(self) -> list[tuple[Sheet, int] | None]:
        if self._spots is None:
            sheet, first = self.sheet, self.at + 2
            self._spots = [(sheet, first + 2 * order) if sheet else None for order in range(len(self))]
        return self._spots


def locate(tree: Tree, path: Path, *, key: bool = False) -> Place:
    """Give the place of the value at a path, or of the deepest thing on the way to it that there is.

    With `key`, the place of the last such key instead of its value (items of a sequence have no key). Never raises.
    """
    place = Place("", 1, 1, 1, 1) if isinstance(tree, str) else tree.place
    for node, step in _walk(tree, path):
        if isinstance(node, Sequence):
            place = node.item_place(int(step))
        else:
            place = node.key_place(str(step)) if key else node.value_place(str(step))
    return place


def span_of(tree: Tree, path: Path, *, key: bool = False) -> Span | None:
    """Give where the value at a path is written, or with `key` its key; None where it cannot be changed on its own.

    That is so where there is no such value, and where an alias or a merge key brings it in from another place.
    """
    trail = _walk(tree, path)
    span: Span | None = None
    name: Span | None = None
    if not trail or len(trail) < len(path):
        return None
    for node, step in trail:
        around, name = span, node.key_span(str(step)) if isinstance(node, Mapping) else None
        span = node.value_span(str(step)) if isinstance(node, Mapping) else node.item_span(int(step))
        if span is None or span.text.startswith("*") or (around and not _is_in(name or span, around)):
            return None
    return name if key else span


def _is_in(inner: Span, around: Span) -> bool:
    """Whether one stretch is in another; what was included stands in a file of its own."""
    return inner.sheet is not around.sheet or around.start <= inner.start < around.end


def _walk(tree: Tree, path: Path) -> list[tuple[Mapping | Sequence, str | int]]:
    """Give each mapping or sequence on the path with the step that leads on from it, as far as the path exists."""
    trail: list[tuple[Mapping | Sequence, str | int]] = []
    for step in path:
        if isinstance(tree, Mapping) and str(step) in tree:
            trail.append((tree, str(step)))
            tree = tree[str(step)]
        elif isinstance(tree, Sequence) and isinstance(step, int) and 0 <= step < len(tree):
            trail.append((tree, step))
            tree = tree[step]
        else:
            break
    return trail


def _without(tree: Tree, path: Path) -> Tree:
    trail = _walk(tree, path)
    if not trail or len(trail) < len(path):
        return tree
    spine = [(node.copy(), step) for node, step in trail]
    for (upper, step), (lower, _) in pairwise(spine):
        upper[step] = lower  # type: ignore[index]  # a step always fits the node it leads on from
    last, step = spine[-1]
    last.drop(step)  # type: ignore[arg-type]
    return spine[0][0]

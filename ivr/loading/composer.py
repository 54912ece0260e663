"""Putting a tree together from a stream of YAML events, in one loop and without recursion."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, NamedTuple, NoReturn, Protocol

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ivr.finding import Fault
from ivr.source import Place
from ivr.tree import Duplicate, Mapping, Reported, Sequence, Sheet, Tree

BROKEN = "RD002"
WRONG_SHAPE = "RD004"
TOO_MANY_ALIASES = "RD010"

MOST_DEEP = 200
MOST_GUESSES = 20  # looking for what was meant takes long; nobody reads a hundred guesses
# An honest file may say the same thing again through aliases; a bomb says it billions of times.
FREE_COPIES = 200_000
COPIES_PER_NODE = 10

_STANDARD_TAG = re.compile(r"!|tag:yaml\.org,2002:(str|int|float|bool|null|seq|map|timestamp)")
_ITEM = "\0an item, not a value"  # no key in a file can hold a NUL


class _Mark(Protocol):
    """A point in the text, as both of PyYAML's parsers give it."""

    index: int


class Event(Protocol):
    """An event as both of PyYAML's parsers give it: all of them have marks, the rest goes by their kind."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str
    tag: str | None
    value: str


class _Anchor(NamedTuple):
    """What an alias stands for, how many values it holds when written out, and how deep it is."""

    value: Tree
    size: int
    height: int


class _Frame(NamedTuple):
    """What was being read around a mapping or sequence that has just begun."""

    node: Mapping | Sequence
    key: str | None
    marks: array[int]
    start: int
    opened: tuple[str, int, int] | None


class StoppedError(Exception):
    """Reading cannot go on: the fault has been reported."""


class Composer:
    """What has been read so far: the mapping or sequence that is open, its pending key and its marks.

    `key` is None where a key is expected, and `_ITEM` in a sequence.
    """

    __slots__ = ("anchors", "broken", "copied", "end", "faults", "frames", "key", "marks", "names", "node", "odd",
                 "peak", "sheet", "twice")  # fmt: skip

    def __init__(self, sheet: Sheet) -> None:
        """Begin with nothing read."""
        self.sheet = sheet
        self.node: Mapping | Sequence = Sequence()
        self.key: str | None = _ITEM
        self.marks = array("I")
        self.frames: list[_Frame] = []
        self.names: dict[str, str] = {}
        self.anchors: dict[str, _Anchor] = {}
        self.copied = 0  # values that came through aliases
        self.peak = 0
        self.end = 0
        self.faults: list[Reported] = []
        self.odd: list[tuple[Mapping, str]] = []
        self.twice: list[tuple[Mapping, str, Place, Tree]] = []
        self.broken = False

    def read(self, next_event: Callable[[], Any]) -> None:
        """Read one file's events to their end; raise StoppedError or yaml's own error where that cannot be done."""
        handlers: dict[type[object], Callable[[Any], None]] = {
            MappingStartEvent: self.open,
            SequenceStartEvent: self.open,
            MappingEndEvent: self.close,
            SequenceEndEvent: self.close,
            AliasEvent: self.alias,
            DocumentStartEvent: self.document,
        }
        scalar, names = ScalarEvent, self.names.setdefault
        kind: type[object] | None = None
        while kind is not StreamEndEvent:
            event = next_event()
            kind = type(event)
            if kind is not scalar:
                if kind in handlers:
                    handlers[kind](event)
                continue
            # What follows is `put` for a text, spelt out: most events are texts, and half the time goes here.
            value = event.value
            if event.tag is not None or event.anchor is not None:
                self.mark_text(event)
            marks, key = self.marks, self.key
            marks.append(event.start_mark.index)
            end = self.end = event.end_mark.index
            marks.append(end)
            if key is None:
                self.key = names(value, value)
            elif key is _ITEM:
                self.node.append(value)  # type: ignore[union-attr]  # only a sequence expects items
            elif key in self.node:
                self.again(key, value)
            else:
                self.node[key] = value  # type: ignore[call-overload]  # only a mapping has a pending key
                self.key = None

    def document(self, event: Event) -> None:
        """Begin a document; a file has one."""
        if self.node:
            hint = "Put the second part into a file of its own and name it in 'include'."
            self.stop(BROKEN, event.start_mark.index, "a second document begins here; a flow file holds one", hint)

    def mark_text(self, event: Event) -> None:
        """Look at the tag and the anchor of a text."""
        if event.tag is not None:
            self.check_tag(event.tag, event.start_mark.index)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchor(event.value, 1, 0)

    def count(self) -> int:
        """Give how many values there are so far, with those that came through aliases; two marks are one value."""
        marks = len(self.sheet.marks) + len(self.marks) + sum(len(frame.marks) for frame in self.frames)
        return marks // 2 + self.copied

    def put(self, value: Tree, start: int, end: int) -> None:
        """Take a mapping, a sequence or what an alias stands for as key, value or item."""
        self.marks.append(start)
        self.marks.append(end)
        self.end = end
        key, node = self.key, self.node
        if key is None:
            self.key = value if isinstance(value, str) else self.odd_key(start, end)
        elif isinstance(node, Sequence):
            node.append(value)
        elif key in node:
            self.again(key, value)
        else:
            node[key] = value
            self.key = None

    def open(self, event: Event) -> None:
        """Begin a mapping or a sequence."""
        start = event.start_mark.index
        if event.tag is not None:
            self.check_tag(event.tag, start)
        opened = None
        depth = len(self.frames) + 1
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
            opened = (event.anchor, self.count(), self.peak)
            self.peak = depth - 1
        if depth > self.peak:
            self.deepen(depth, start)
        self.frames.append(_Frame(self.node, self.key, self.marks, start, opened))
        self.marks = array("I")
        kind: type[object] = type(event)
        if kind is MappingStartEvent:
            self.node, self.key = Mapping((), self.sheet), None
        else:
            self.node, self.key = Sequence((), self.sheet), _ITEM

    def close(self, event: Event) -> None:
        """End a mapping or a sequence, write down its marks and hand it to what is around it."""
        node, marks = self.node, self.marks
        start, end = event.start_mark.index, event.end_mark.index
        # A block ends where the next thing begins, maybe after comments; only a bracket is an end of its own.
        if start == end:
            end = self.end
        frame = self.frames.pop()
        written = self.sheet.marks
        node.at = len(written)
        written.append(frame.start)
        written.append(end)
        written.extend(marks)
        if isinstance(node, Mapping) and "<<" in node:
            self.merge(node, marks[4 * list(node).index("<<")])
        if frame.opened is not None:
            self.anchor(frame.opened, node)
        self.node, self.key, self.marks = frame.node, frame.key, frame.marks
        self.put(node, frame.start, end)

    def anchor(self, opened: tuple[str, int, int], node: Mapping | Sequence) -> None:
        """Remember the value of an anchor, now that it is complete."""
        name, count, peak = opened
        depth = len(self.frames) + 1
        self.anchors[name] = _Anchor(node, self.count() - count, self.peak - depth + 1)
        self.peak = max(peak, self.peak)

    def alias(self, event: Event) -> None:
        """Put what an alias stands for in its place, as long as the file does not grow out of bounds."""
        start, end = event.start_mark.index, event.end_mark.index
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            self.unknown_alias(event.anchor, start, end)
            anchor = _Anchor("", 1, 0)
        self.copied += anchor.size
        if self.copied > FREE_COPIES + COPIES_PER_NODE * (self.count() - self.copied):
            message = f"with '*{event.anchor}' the aliases of this file write out more than {self.copied:,} values"
            self.stop(TOO_MANY_ALIASES, start, message, "Let aliases stand for less, or let fewer of them be nested.")
        if len(self.frames) + anchor.height > self.peak:
            self.deepen(len(self.frames) + anchor.height, start)
        self.put(anchor.value, start, end)

    def merge(self, node: Mapping, offset: int) -> None:
        """Let the entries of the mappings behind a plain `<<` stand in its place."""
        if self.sheet.text[offset] != "<":
            return
        value = node["<<"]
        others = value if isinstance(value, Sequence) else [value]
        mappings = [other for other in others if isinstance(other, Mapping)]
        if len(mappings) < len(others):
            message = "'<<' takes a mapping, or a list of mappings, to merge with this one"
            self.report(WRONG_SHAPE, node.key_place("<<"), message, "Write <<: *name, with &name at the other mapping.")
        node.take_in("<<", mappings)

    def again(self, key: str, value: Tree) -> None:
        """Keep a key that was given before, with its value and its place."""
        marks, node = self.marks, self.node
        if isinstance(node, Mapping):
            self.twice.append((node, key, self.sheet.place(marks[-4], marks[-3]), value))
        del marks[-4:]
        self.key = None

    def odd_key(self, start: int, end: int) -> str:
        """Report a key that is no text, and give one for it under which its value can be forgotten."""
        message = "a key is one word or text; this one is a mapping or a list"
        hint = "Put the key in quotes: a { or [ at its beginning makes it a mapping or a list."
        self.report(WRONG_SHAPE, self.sheet.place(start, end), message, hint)
        key = f"\0{start}"
        if isinstance(self.node, Mapping):
            self.odd.append((self.node, key))
        return key

    def check_tag(self, tag: str, start: int) -> None:
        """Report a tag, except those of the standard, which mean nothing where all is text."""
        if not _STANDARD_TAG.fullmatch(tag):
            name = tag.replace("tag:yaml.org,2002:", "!!")
            message = f"'{name}' is a tag, and a flow file has none: everything in it is text"
            self.report(BROKEN, self.sheet.spot(start), message, f'Leave it out, or quote the text: "{name} ...".')

    def unknown_alias(self, name: str, start: int, end: int) -> None:
        """Report an alias that stands for nothing, or for what it is part of."""
        inside = any(frame.opened and frame.opened[0] == name for frame in self.frames)
        near = get_close_matches(name, self.anchors, 1) if len(self.faults) < MOST_GUESSES else []
        message = f"no anchor '&{name}' comes before '*{name}'" + (f"; did you mean '*{near[0]}'?" if near else "")
        if inside:
            message = f"'*{name}' stands for something that it is part of"
        self.report(BROKEN, self.sheet.place(start, end), message, f'If the text is meant, quote it: "*{name}".')
        self.broken = True

    def deepen(self, depth: int, start: int) -> None:
        """Note how deep things are nested by now, within the bound."""
        self.peak = depth
        if depth > MOST_DEEP:
            message = f"more than {MOST_DEEP} mappings and lists are nested here"
            self.stop(WRONG_SHAPE, start, message, "A flow needs about ten; look for a bracket that is not closed.")

    def report(self, code: str, place: Place, message: str, hint: str) -> None:
        """Note a fault."""
        self.faults.append(Reported(code, Fault(place, message, hint)))

    def stop(self, code: str, offset: int, message: str, hint: str) -> NoReturn:
        """Give up at an offset."""
        self.report(code, self.sheet.spot(offset), message, hint)
        raise StoppedError

    def tree(self) -> Mapping | None:
        """Give the mapping that the file is, when its events have come to their end."""
        self.hand_out_duplicates()
        for mapping, key in self.odd:
            if key in mapping:
                mapping.drop(key)
        tree = self.node[0] if isinstance(self.node, Sequence) and self.node else ""
        if self.broken:
            return None
        if isinstance(tree, Mapping):
            return tree
        self.wrong_top(tree)
        return None

    def hand_out_duplicates(self) -> None:
        """Give every mapping the keys that it was given twice; a merge key has no first place left in it."""
        found: dict[int, list[Duplicate]] = {}
        for mapping, key, place, value in self.twice:
            first = mapping.key_place(key) if key in mapping else mapping.place
            found.setdefault(id(mapping), []).append(Duplicate(key, place, first, value))
        for mapping, *_ in self.twice:
            mapping.duplicates = tuple(found.pop(id(mapping), mapping.duplicates))

    def wrong_top(self, tree: Tree) -> None:
        """Report a file that is no mapping."""
        place, file = self.sheet.spot(self.marks[0] if self.marks else 0), self.sheet.file
        what = "a list" if isinstance(tree, Sequence) else "a single text" if tree else "empty"
        hint = "Begin with `ivr: 1`, then `lines:` and `nodes:`."
        self.report(WRONG_SHAPE, place, f"'{file}' is {what}; a flow file is a mapping of sections", hint)

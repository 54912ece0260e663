"""From text to a tree: our own composer over libyaml's stream of events, in one loop, without recursion.

Every scalar stays text, as YAML's failsafe schema has it (YAML 1.2, section 10.1), every mark and every key given
twice is kept, and aliases and merge keys work within bounds.
"""

from __future__ import annotations

import gc
import re
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import NamedTuple, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ivr.finding import Fault
from ivr.loading.broken import BROKEN, explain
from ivr.loading.text import unprintable
from ivr.loading.tree import Duplicate, Mapping, Reported, Sequence, Sheet, Tree
from ivr.source import Place

UNQUOTED_KEY = "RD003"
WRONG_SHAPE = "RD004"
TOO_MANY_ALIASES = "RD010"

MOST_DEEP = 200
# An honest file may say the same thing again through aliases; a bomb says it billions of times.
FREE_COPIES = 200_000
COPIES_PER_NODE = 10

# libyaml where PyYAML was built with it, else PyYAML's own scanner: slow, but the same events.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_STANDARD_TAG = re.compile(r"!|tag:yaml\.org,2002:(str|int|float|bool|null|seq|map|timestamp)")
_ITEM = "\0an item, not a value"  # no key in a file can hold a NUL


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


class _Stop(Exception):
    """Reading cannot go on: the fault has been reported."""


class _Composer:
    """What has been read so far: the mapping or sequence that is open, its pending key and its marks.

    `key` is None where a key is expected, and `_ITEM` in a sequence.
    """

    __slots__ = ("anchors", "broken", "count", "end", "faults", "frames", "key", "marks", "names", "node", "odd",
                 "peak", "sheet", "twice", "written")  # fmt: skip

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.node: Mapping | Sequence = Sequence()
        self.key: str | None = _ITEM
        self.marks = array("I")
        self.frames: list[_Frame] = []
        self.names: dict[str, str] = {}
        self.anchors: dict[str, _Anchor] = {}
        self.count = 0  # values, aliases written out
        self.written = 0  # values that came through aliases
        self.peak = 0
        self.end = 0
        self.faults: list[Reported] = []
        self.odd: list[tuple[Mapping, str]] = []
        self.twice: list[tuple[Mapping, str, Place, Tree]] = []
        self.broken = False

    def read(self, next_event: Callable[[], Event]) -> None:
        """Read one file's events to their end; raise _Stop or yaml's own error where that cannot be done."""
        handlers: dict[type[Event], Callable[..., None]] = {
            ScalarEvent: self.scalar,
            MappingStartEvent: self.open,
            SequenceStartEvent: self.open,
            MappingEndEvent: self.close,
            SequenceEndEvent: self.close,
            AliasEvent: self.alias,
            DocumentStartEvent: self.document,
        }
        handler = handlers.get
        kind: type[Event] | None = None
        while kind is not StreamEndEvent:
            event = next_event()
            kind = type(event)
            handle = handler(kind)
            if handle is not None:
                handle(event)

    def document(self, event: DocumentStartEvent) -> None:
        """Begin a document; a file has one."""
        if self.node:
            hint = "Put the second part into a file of its own and name it in 'include'."
            self.stop(BROKEN, event.start_mark.index, "a second document begins here; a flow file holds one", hint)

    def scalar(self, event: ScalarEvent) -> None:
        """Take a text as key, value or item."""
        value = event.value
        self.count += 1
        start, end = event.start_mark.index, event.end_mark.index
        if event.tag is not None:
            self.check_tag(event.tag, start)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchor(value, 1, 0)
        marks = self.marks
        marks.append(start)
        marks.append(end)
        self.end = end
        key = self.key
        if key is None:
            self.key = self.names.setdefault(value, value)
        elif key is _ITEM:
            self.node.append(value)  # type: ignore[union-attr]  # only a sequence expects items
        elif key in self.node:
            self.again(key, value)
        else:
            self.node[key] = value  # type: ignore[index]  # only a mapping has a pending key
            self.key = None

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

    def open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        """Begin a mapping or a sequence."""
        start = event.start_mark.index
        self.count += 1
        if event.tag is not None:
            self.check_tag(event.tag, start)
        opened = None
        depth = len(self.frames) + 1
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
            opened = (event.anchor, self.count, self.peak)
            self.peak = depth - 1
        if depth > self.peak:
            self.deepen(depth, start)
        self.frames.append(_Frame(self.node, self.key, self.marks, start, opened))
        self.marks = array("I")
        if type(event) is MappingStartEvent:
            self.node, self.key = Mapping((), self.sheet), None
        else:
            self.node, self.key = Sequence((), self.sheet), _ITEM

    def close(self, event: MappingEndEvent | SequenceEndEvent) -> None:
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
        self.anchors[name] = _Anchor(node, self.count - count + 1, self.peak - depth + 1)
        self.peak = max(peak, self.peak)

    def alias(self, event: AliasEvent) -> None:
        """Put what an alias stands for in its place, as long as the file does not grow out of bounds."""
        start, end = event.start_mark.index, event.end_mark.index
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            self.unknown_alias(event.anchor, start, end)
            anchor = _Anchor("", 1, 0)
        self.count += anchor.size
        self.written += anchor.size
        if self.written > FREE_COPIES + COPIES_PER_NODE * (self.count - self.written):
            message = f"with '*{event.anchor}' the aliases of this file write out more than {self.written:,} values"
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
            self.report(BROKEN, self.sheet.spot(start), message, f"Leave it out, or quote the text: \"{name} ...\".")

    def unknown_alias(self, name: str, start: int, end: int) -> None:
        """Report an alias that stands for nothing, or for what it is part of."""
        inside = any(frame.opened and frame.opened[0] == name for frame in self.frames)
        known = f"; did you mean '*{near[0]}'?" if (near := get_close_matches(name, self.anchors, 1)) else ""
        message = f"'*{name}' stands for something that it is part of" if inside else f"no anchor '&{name}' comes before '*{name}'{known}"
        self.report(BROKEN, self.sheet.place(start, end), message, f"If the text is meant, quote it: \"*{name}\".")
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
        raise _Stop

    def tree(self) -> Mapping | None:
        """Give the mapping that the file is, when its events have come to their end."""
        for mapping, key, place, value in self.twice:
            first = mapping.key_place(key) if key in mapping else mapping.place
            mapping.duplicates += (Duplicate(key, place, first, value),)
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

    def wrong_top(self, tree: Tree) -> None:
        """Report a file that is no mapping."""
        place, file = self.sheet.spot(self.marks[0] if self.marks else 0), self.sheet.file
        what = "a list" if isinstance(tree, Sequence) else "a single text" if tree else "empty"
        hint = "Begin with `ivr: 1`, then `lines:` and `nodes:`."
        self.report(WRONG_SHAPE, place, f"'{file}' is {what}; a flow file is a mapping of sections", hint)


class _Mending(NamedTuple):
    """Signs that were probably meant as keys: their offsets, and the characters put in their place for a second look.

    One character stands for one, so that every mark stays right.
    """

    offsets: frozenset[int] = frozenset()
    signs: tuple[tuple[str, str], ...] = ()

    def mend(self, text: str) -> str:
        """Put the stand-ins in place."""
        stand_in = dict(self.signs)
        parts, done = [], 0
        for offset in sorted(self.offsets):
            parts += [text[done:offset], stand_in[text[offset]]]
            done = offset + 1
        return "".join([*parts, text[done:]])

    def restored(self, next_event: Callable[[], Event], keys: list[int]) -> Callable[[], Event]:
        """Give the events with the signs back in their texts; note in `keys` where one turned out to be a key."""

        def next_restored() -> Event:
            event = next_event()
            if type(event) is ScalarEvent:
                self.restore(event, keys)
            return event

        return next_restored if self.offsets else next_event

    def restore(self, event: ScalarEvent, keys: list[int]) -> None:
        """Put the signs back in the text of one event."""
        for sign, stand_in in self.signs:
            if event.value == stand_in and event.start_mark.index in self.offsets:
                keys.append(event.start_mark.index)
            event.value = event.value.replace(stand_in, sign)


class _Attempt(NamedTuple):
    """What one reading of the text gave; `stopped` is the offset of a syntax error."""

    tree: Mapping | None
    faults: list[Reported]
    stopped: int | None = None


_STAR_KEYS = re.compile(r"(?<![^\s{,])(\*)(?=[ \t]*:(?:\s|\Z))")
_POUND_IN_BRACES = re.compile(r"[{,][ \t]*(#)(?=:\s)")
# A comment that looks like an option: a mapping or the name of a node behind it, and indented as keys of a menu are.
_POUND_LINES = re.compile(r"(?:(?<=[\r\n]))[ \t]+(#)(?=:[ \t]+(?:\{[^\r\n]*|[\w-]+[ \t]*(?:#[^\r\n]*)?)(?:[\r\n]|\Z))")


def compose(text: str, file: str) -> tuple[Mapping | None, tuple[Reported, ...]]:
    """Read YAML text as a tree of text; None where nothing of it can be used, and all faults in their order.

    The codes of the faults: RD001 a character no text holds, RD002 broken YAML, RD003 a star or pound key without
    quotes (taken as if it had them), RD004 not a mapping of sections, RD010 aliases that grow out of bounds.
    Keys given twice are no fault here; they stand in the `duplicates` of their mapping.
    """
    text = text.removeprefix("\ufeff")
    if wrong := unprintable(text, file):
        return None, (wrong,)
    with _collector_paused():
        attempt = _best_attempt(text, file)
    return attempt.tree, tuple(sorted(attempt.faults, key=lambda reported: reported.fault.place))


def _best_attempt(text: str, file: str) -> _Attempt:
    """Read the text; where it breaks at a star or pound that is meant as a key, read it as if that were quoted."""
    best = _attempt(text, file, _Mending())
    offsets: frozenset[int] = frozenset()
    for suspects in (_STAR_KEYS, _POUND_IN_BRACES):
        found = offsets.union(match.start(1) for match in suspects.finditer(text)) if best.stopped is not None else offsets
        if found != offsets:
            attempt = _attempt(text, file, _mending(text, found))
            if attempt.stopped is None or attempt.stopped > (best.stopped or 0):
                best, offsets = attempt, found
    found = offsets.union(match.start(1) for match in _POUND_LINES.finditer(text)) if best.tree is not None else offsets
    if found != offsets:
        attempt = _attempt(text, file, _mending(text, found))
        best = best if attempt.tree is None else attempt
    return best


def _mending(text: str, offsets: frozenset[int]) -> _Mending:
    unused = (sign for sign in map(chr, range(0xE000, 0xF8FF)) if sign not in text)
    return _Mending(offsets, (("*", next(unused)), ("#", next(unused))))


def _attempt(text: str, file: str, mending: _Mending) -> _Attempt:
    composer = _Composer(Sheet(file, text))
    keys: list[int] = []
    tree, stopped = None, None
    loader = _LOADER(mending.mend(text))
    try:
        composer.read(mending.restored(loader.get_event, keys))
        tree = composer.tree()
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        stopped, broken = explain(error, composer.sheet)
        composer.faults = [broken]
    finally:
        loader.dispose()
    return _Attempt(tree, composer.faults + [_unquoted(composer.sheet, offset) for offset in keys], stopped)


def _unquoted(sheet: Sheet, offset: int) -> Reported:
    sign = sheet.text[offset]
    why = "begins a comment, so callers do not have this key" if sign == "#" else "begins a reference"
    message = f"the key {sign} is not in quotes; without them it {why}"
    return Reported(UNQUOTED_KEY, Fault(sheet.spot(offset), message, f'Write "{sign}": with quotes.'))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hold the cyclic garbage collector off: it would go through the growing tree again and again, for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

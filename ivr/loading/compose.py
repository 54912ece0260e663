"""From text to a tree, mending on the way the star and pound keys that were not put in quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml
from yaml.events import ScalarEvent

from ivr.collector import collector_paused
from ivr.edit import Edit, Fix
from ivr.finding import Fault
from ivr.loading.broken import explain
from ivr.loading.composer import Composer, StoppedError
from ivr.loading.text import UNPRINTABLE, unprintable
from ivr.tree import Mapping, Reported, Sheet, Tree

UNQUOTED_KEY = "RD003"
WRONG_VALUE = "RD006"

# libyaml where PyYAML was built with it, else PyYAML's own scanner: slow, but the same events.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Mending(NamedTuple):
    """Signs that were probably meant as keys: their offsets, and the characters put in their place for a second look.

    One character stands for one, so that every mark stays right. Behind those that are `alone`, the rest of the line is
    left out.
    """

    offsets: frozenset[int] = frozenset()
    signs: tuple[tuple[str, str], ...] = ()
    alone: frozenset[int] = frozenset()

    def mend(self, text: str) -> str:
        """Put the stand-ins in place."""
        stand_in = dict(self.signs)
        parts, done = [], 0
        for offset in sorted(self.offsets):
            parts += [text[done:offset], stand_in[text[offset]]]
            done = offset + 1
            if offset in self.alone:
                end = _LINE_END.search(text, done)
                done = end.start() if end else len(text)
                parts.append(" " * (done - offset - 1))
        return "".join([*parts, text[done:]])

    def restored(self, next_event: Callable[[], object], keys: list[int]) -> Callable[[], object]:
        """Give the events with the signs back in their texts; note in `keys` where one turned out to be a key."""

        def next_restored() -> object:
            event = next_event()
            if isinstance(event, ScalarEvent):
                self.restore(event, keys)
            return event

        return next_restored if self.offsets else next_event

    def restore(self, event: ScalarEvent, keys: list[int]) -> None:
        """Put the signs back in the text of one event."""
        for sign, stand_in in self.signs:
            if event.value == stand_in and _offset(event) in self.offsets:
                keys.append(_offset(event))
            event.value = event.value.replace(stand_in, sign)


def _offset(event: ScalarEvent) -> int:
    return event.start_mark.index if event.start_mark else -1


class _Attempt(NamedTuple):
    """What one reading of the text gave; `stopped` is the offset of a syntax error."""

    tree: Mapping | None
    faults: list[Reported]
    stopped: int | None = None


# An escape in double quotes can write what no text file may hold: a terminal would obey it, and nobody could say it.
_ESCAPE = re.compile(r"\\(?:[0abvfe]|x|u|U)")

_STAR_KEYS = re.compile(r"(?<![^\s{,])(\*)(?=[ \t]*:(?:\s|\Z))")
_POUND_IN_BRACES = re.compile(r"[{,][ \t]*(#)(?=:\s)")
# A comment that looks like an option: a mapping or the name of a node behind it, and indented as keys of a menu are.
_POUND_LINES = re.compile(r"(?:(?<=[\r\n]))[ \t]+(#)(?=:[ \t]+(?:\{[^\r\n]*|[\w-]+[ \t]*(?:#[^\r\n]*)?)(?:[\r\n]|\Z))")
_STAR_VALUES = re.compile(r"(?<![\w-])end:[ \t]+(\*)(?=[ \t]*(?:[,}\r\n]|\Z))")
_POUND_VALUES_IN_BRACES = re.compile(r":[ \t]+(#)(?=[ \t]*[,}])")
_SUSPECTS = (_STAR_KEYS, _STAR_VALUES, _POUND_IN_BRACES, _POUND_VALUES_IN_BRACES)
# A comment that is a mere sign, or that stands behind `end`, where a key of the telephone is needed.
_POUND_VALUES = re.compile(
    r"(?:(?<=[\r\n])|\A)([ \t]*)"
    r"(?:(?:- )?[\w*#\"'-][^\r\n:#]*:[ \t]+(?=#[ \t]*(?:[\r\n]|\Z))|(?:- )?end:[ \t]+(?=#))(#)"
)
_WORDS_BEHIND = re.compile(r"#[ \t]*[^ \t\r\n:,}]")
_LINE_END = re.compile(r"[\r\n]")
_NEXT_LINE = re.compile(r"[^\r\n]*(?:[\r\n]+[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z))*[\r\n]*([ \t]*)(- )?")


def compose(text: str, file: str) -> tuple[Tree | None, tuple[Reported, ...]]:
    """Read YAML text as a tree of text; None where nothing of it can be used, and all faults in their order.

    The codes of the faults: RD001 a character no text holds, RD002 broken YAML, RD003 a star or pound key without
    quotes (taken as if it had them), RD004 not a mapping of sections, RD006 an escape
    that writes a control character (left out as U+FFFD), RD010 aliases that grow out of bounds.
    Keys given twice are no fault here; they stand in the `duplicates` of their mapping.
    """
    text = text.removeprefix("\ufeff")
    if wrong := unprintable(text, file):
        return None, (wrong,)
    with collector_paused():
        attempt = _best_attempt(text, file)
    return attempt.tree, tuple(sorted(attempt.faults, key=lambda reported: reported.fault.place))


def _best_attempt(text: str, file: str) -> _Attempt:
    """Read the text; where it breaks at a star or pound that is meant as a key, read it as if that were quoted."""
    best = _attempt(text, file, _Mending())
    offsets: frozenset[int] = frozenset()
    for suspects in _SUSPECTS * 2:  # what comes first in the text may hide what comes later
        if best.stopped is not None and (found := offsets | _found(suspects, text)) != offsets:
            attempt = _attempt(text, file, _mending(text, found))
            if attempt.stopped is None or attempt.stopped > best.stopped:
                best, offsets = attempt, found
    if best.tree is not None and "#:" in text and (found := offsets | _found(_POUND_LINES, text)) != offsets:
        attempt = _attempt(text, file, _mending(text, found))
        best, offsets = (best, offsets) if attempt.tree is None else (attempt, found)
    if best.tree is not None and ": #" in text and (alone := frozenset(_lost_values(text)) - offsets):
        attempt = _attempt(text, file, _mending(text, offsets | alone, alone))
        best = best if attempt.tree is None else attempt
    return best


def _lost_values(text: str) -> Iterator[int]:
    """Give where a value was lost to a comment: nothing that belongs to its key stands in the lines below it."""
    for match in _POUND_VALUES.finditer(text):
        below = _NEXT_LINE.match(text, match.end())
        if below is None or not (len(below[1]) > len(match[1]) or (below[2] and len(below[1]) == len(match[1]))):
            yield match.end() - 1


def _found(suspects: re.Pattern[str], text: str) -> frozenset[int]:
    return frozenset(match.start(1) for match in suspects.finditer(text))


def _mending(text: str, offsets: frozenset[int], alone: frozenset[int] = frozenset()) -> _Mending:
    unused = (sign for sign in map(chr, range(0xE000, 0xF8FF)) if sign not in text)
    return _Mending(offsets, (("*", next(unused)), ("#", next(unused))), alone)


def _attempt(text: str, file: str, mending: _Mending) -> _Attempt:
    composer = Composer(Sheet(file, text))
    keys: list[int] = []
    tree, stopped = None, None
    loader = _LOADER(mending.mend(text))
    try:
        composer.read(_seen(mending.restored(loader.get_event, keys), composer))
        tree = composer.tree()
    except StoppedError:
        pass
    except yaml.MarkedYAMLError as error:
        stopped, broken = explain(error, composer.sheet)
        composer.faults = [broken]
    finally:
        loader.dispose()
    return _Attempt(tree, composer.faults + [_unquoted(composer.sheet, offset) for offset in keys], stopped)


def _seen(next_event: Callable[[], object], composer: Composer) -> Callable[[], object]:
    """Give the events with a sign in the place of every control character that an escape wrote; report each text."""

    def next_seen() -> object:
        event = next_event()
        if isinstance(event, ScalarEvent) and event.style == '"' and (found := UNPRINTABLE.search(event.value)):
            message = f"this text holds the control character U+{ord(found[0]):04X}, which nobody can say or hear"
            hint = "Take the escape out; in double quotes, `\\\\` writes a backslash."
            start, end = event.start_mark, event.end_mark
            place = composer.sheet.place(start.index, end.index) if start and end else composer.sheet.spot(0)
            composer.report(WRONG_VALUE, place, message, hint)
            event.value = UNPRINTABLE.sub("\ufffd", event.value)
        return event

    return next_seen if _ESCAPE.search(composer.sheet.text) else next_event


def _unquoted(sheet: Sheet, offset: int) -> Reported:
    sign = sheet.text[offset]
    why = "begins a comment, so callers do not have this key" if sign == "#" else "begins a reference"
    message = f"the key {sign} is not in quotes; without them it {why}"
    mend = Fix((Edit(sheet.spot(offset), _quoted(sheet.text, offset)),), f'Write "{sign}" with quotes.')
    return Reported(UNQUOTED_KEY, Fault(sheet.spot(offset), message, f'Write "{sign}": with quotes.', fix=mend))


def _quoted(text: str, offset: int) -> str:
    """Give a sign in quotes; where words follow that were a comment, they stay one."""
    sign = text[offset]
    return f'"{sign}" #' if sign == "#" and _WORDS_BEHIND.match(text, offset) else f'"{sign}"'

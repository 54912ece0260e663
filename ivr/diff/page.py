"""What is printed of a comparison, in whatever format."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.diff.changes import Change, Compared
from ivr.diff.differences import INTERRUPTED, LANGUAGE, LASTS, RECORDING
from ivr.diff.words import way_of

if TYPE_CHECKING:
    from ivr.witness import Witness

MOST_TOLD = 60
"""Changes on the same lines that people are told of."""
MOST_LINES = 5
"""Lines that a change names."""
MOST_SOUNDING = 3
"""Prompts that only sound different in one way up to which each is told of."""
_SOUNDING: Final = {
    LASTS: "take longer or shorter",
    LANGUAGE: "are spoken in another language",
    RECORDING: "are played from other recordings",
    INTERRUPTED: "are cut off by a key otherwise",
}
MOST_SAME = 3
"""Further ways to the same change that a reader is told."""


class Page(NamedTuple):
    """A comparison as it is printed: the names of the `old` and the `new` version, the day, and what was found.

    `lines` are all lines that both have. `failing` are the calls of the new flow that passed in the old one and fail
    now, `record` what has to be recorded again.
    """

    old: str
    new: str
    today: date
    found: Compared
    lines: tuple[str, ...]
    failing: tuple[str, ...] = ()
    record: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing changed, as far as was compared."""
        return not self.found.changes and not self.found.left_out

    def groups(self) -> dict[str, list[tuple[Change, int]]]:
        """Give the changes by the lines on which they are met, in words.

        Where many prompts only sound different, the first stands for the others; their number stands beside it.
        """
        found: dict[str, list[Change]] = {}
        for change in self.found.changes:
            found.setdefault(self.where(change), []).append(change)
        order = {line: number for number, line in enumerate(self.lines)}
        groups = sorted(found.items(), key=lambda one: order.get(one[1][0].lines[0], len(order)))
        return {where: list(_together(changes))[:MOST_TOLD] for where, changes in groups}

    def untold(self) -> str:
        """Say how many changes are not told of, where there are very many; empty where there are not."""
        told = sum(1 + count for changes in self.groups().values() for _, count in changes)
        left = len(self.found.changes) - told
        return f"And {_counted(left, 'more change', 'more changes')}; `--format json` has them all." if left else ""

    def where(self, change: Change) -> str:
        """Name the lines of a change."""
        if len(change.lines) > 1 and set(change.lines) == set(self.lines):
            return "all lines"
        if len(change.lines) > MOST_LINES:
            return f"{', '.join(change.lines[: MOST_LINES - 1])} and {len(change.lines) - MOST_LINES + 1:,} more lines"
        return ", ".join(change.lines)

    def summary(self) -> Iterator[str]:
        """Sum up in sentences: how many calls change, which tests will fail, what has to be recorded again."""
        found = self.found
        if not found.changes:
            yield "No call changes." if not found.left_out else "No change was found."
        else:
            of = f", of {found.tried:,} compared" if found.tried > found.calls else ""
            yield f"{_counted(found.calls, 'call', 'calls')} {'changes' if found.calls == 1 else 'change'}{of}."
        if self.failing:
            yield f"{_named(self.failing, 'Test', 'Tests')} passed before and will fail."
        if self.record:
            needs = "needs" if len(self.record) == 1 else "need"
            yield f"{_named(self.record, 'Prompt', 'Prompts')} {needs} recording."
        for why in found.left_out:
            yield f"Not everything was compared: {why}."

    def command(self, call: Witness, *, old: bool) -> str:
        """Give the command that makes a call again."""
        words = ["ivr", "walk", self.old if old else self.new, "--line", call.line]
        words += ["--at", call.moment()] if call.when else []
        return shlex.join([*words, "--keys", call.keys()])


def _together(changes: list[Change]) -> Iterator[tuple[Change, int]]:
    counts = Counter(change.difference.kind for change in changes)
    told: set[str] = set()
    for change in changes:
        kind = change.difference.kind
        if kind not in _SOUNDING or counts[kind] <= MOST_SOUNDING:
            yield change, 0
        elif kind not in told:
            told.add(kind)
            yield change, counts[kind] - 1


def more(change: Change, count: int) -> str:
    """Tell that many more prompts sound different in the same way."""
    return f"{_counted(count, 'more prompt', 'more prompts')} {_SOUNDING[change.difference.kind]}."


def same(change: Change) -> str:
    """Tell by what else the same change is met."""
    ways = list(dict.fromkeys(way_of(met) or "only the call" for met in change.others))[:MOST_SAME]
    rest = change.calls - 1 - len(ways)
    more = [*ways, *([f"{rest:,} more"] if rest > 0 else [])]
    return "; ".join(more)


def other_lines(change: Change) -> str:
    """Name the lines on which other keys lead to the same change."""
    if len(change.elsewhere) > MOST_LINES:
        left = len(change.elsewhere) - MOST_LINES + 1
        return f"{', '.join(change.elsewhere[: MOST_LINES - 1])} and {left:,} more lines"
    return ", ".join(change.elsewhere)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _named(names: tuple[str, ...], one: str, many: str, most: int = 6) -> str:
    shown = [f"'{name}'" for name in names[:most]]
    if len(names) > most:
        shown.append(f"{len(names) - most:,} more")
    listed = " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
    return f"{one if len(names) == 1 else many} {listed}"

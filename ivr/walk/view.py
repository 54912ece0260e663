"""What the screen of a walk shows: pure rows of text for a window of some size."""

from __future__ import annotations

import re
from typing import NamedTuple

from ivr.transcript import clock
from ivr.walk.cells import Row, cells, clip, clip_row, pack, shown, wrap
from ivr.walk.pane import Pane, pane
from ivr.walk.walker import Walker

LEAST_COLUMNS, LEAST_ROWS = 36, 10
"""A window smaller than this shows only that it is too small."""
WIDEST = 120
"""Cells that are used of a wide window: longer lines are hard to read."""
_ROOMY = 16
"""Rows from which on lines set the parts of the screen apart."""
_WIDEST_NAME = 24
_GUTTER = 7
"""Cells before the words of a transcript, where the clock stands."""
_CLOCK = re.compile(r" *\d+:\d\d  ")
"""The clock before what the caller does; the line that opens a call has none, but a date."""

HELP = (
    ("0-9 * #", "press a key of the telephone; a pasted number presses them all"),
    ("Enter, Space", "say nothing until the wait runs out"),
    ("s", "say something"),
    ("h", "hang up"),
    ("Backspace, b", "step back: undo the last step"),
    ("r", "dial again"),
    ("l", "choose the line to dial"),
    ("t", "set the time of day and the date"),
    ("w", "write the call down, as a test for `ivr test`"),
    ("c", "replay a call that is written down"),
    ("v", "show every value, or the transcript again"),
    ("PageUp, PageDown", "scroll what has happened"),
    ("Up, Down", "scroll what is heard now, or choose from a list"),
    ("q, Ctrl-C, Ctrl-D", "quit; the transcript is written when you have left"),
    ("Ctrl-Z", "leave the walk for a while; `fg` comes back to it"),
    ("", ""),
    ("lists", "choose with the arrow keys and Enter, by number, or by first letter where it begins only one thing"),
)


class View(NamedTuple):
    """The rows of the whole window, and the column and row of the cursor where something is being written."""

    rows: list[Row]
    cursor: tuple[int, int] | None = None


def view(walker: Walker, columns: int, rows: int) -> View:
    """Show a walk in a window of `columns` times `rows`; what was scrolled too far is brought back."""
    if columns < LEAST_COLUMNS or rows < LEAST_ROWS:
        return View(_too_small(columns, rows))
    wide = min(columns, WIDEST)
    head = _header(walker, wide)
    if rows >= _ROOMY and walker.shows == "transcript":
        head.append(_rule([], wide))
    foot, cursor = _footer(walker, wide, rows)
    body = _body(walker, wide, rows - len(head) - len(foot))
    at = (cursor, len(head) + len(body)) if cursor is not None else None
    return View([clip_row(row, wide) for row in [*head, *body, *foot]], at)


def _too_small(columns: int, rows: int) -> list[Row]:
    words = f"Too small: a walk needs a window of {LEAST_COLUMNS} by {LEAST_ROWS}. q quits."
    lines: list[Row] = [[("", clip(line, columns))] for line in wrap(words, columns)]
    return (lines + [[] for _ in range(rows)])[:rows]


def _rule(title: Row, columns: int) -> Row:
    """Draw a line across, with a title in it."""
    lead: Row = [("class:dim", "── "), *clip_row(title, columns - 6), ("", " ")] if title else []
    taken = sum(cells(text) for _, text in lead)
    return [*lead, ("class:dim", "─" * (columns - taken))]


def _indented(row: Row, by: int = 1) -> Row:
    return [("", " " * by), *row]


# --- head ------------------------------------------------------------------------------------------------------


def _header(walker: Walker, columns: int) -> list[Row]:
    """Say which line was dialled, the clock, the language, and what the call took so far."""
    call, flow = walker.session.call, walker.session.flow
    local = call.now.astimezone(flow.timezone)
    line = flow.lines[call.line].name
    name = [shown(part) for part in (flow.name, call.line, line) if part]
    when = shown(f"{local:%a %Y-%m-%d %H:%M:%S} {local.tzname()}")
    took = [f"{clock(call.seconds)} into the call", f"{call.presses} key press{'' if call.presses == 1 else 'es'}"]
    spoken = shown(call.language)
    left, below = " · ".join(name), " · ".join([*took, spoken])
    room = columns - 2
    if cells(left) + cells(when) + 3 <= room:
        gap = room - cells(left) - cells(when)
        return [_indented([("bold", left), ("", " " * gap), ("", when)]), _indented([("", below)])]
    rows = [("bold", clip(left, room)), *(("", line) for line in pack([when, spoken, *took], room))]
    return [_indented([piece]) for piece in rows]


# --- foot ------------------------------------------------------------------------------------------------------


def _footer(walker: Walker, columns: int, rows: int) -> tuple[list[Row], int | None]:
    """Give the line being written, or the last notice, and what can be done; and the cursor's column."""
    room = columns - 2
    notice: Row = [("bold", clip(shown(walker.notice), room))]
    entry = walker.entry
    if entry is not None:
        label = clip(f"{shown(entry.label)}: ", room // 2)
        before, after = _around(entry.text, entry.at, room - cells(label) - 1)
        under = notice if walker.notice else [("class:dim", clip(shown(entry.hint), room))]
        written: Row = [("bold", label), ("", before), ("", after)]
        return [_indented(written), _indented(under)], 1 + cells(label) + cells(before)
    hints = _hints(walker, room)
    if rows < _ROOMY:
        return [_indented(notice if walker.notice else hints)], None
    return [_indented(notice), _indented(hints)], None


def _around(text: str, at: int, room: int) -> tuple[str, str]:
    """Give what stands before and behind the cursor of a line, as much of it as can be seen."""
    before, after = shown(text[:at]), shown(text[at:])
    while cells(before) > room:
        before = before[1:]
    while cells(before) + cells(after) > room:
        after = after[:-1]
    return before, after


def _hints(walker: Walker, room: int) -> Row:
    """Name what can be done now; where there is no room for all, what is needed least is left out first."""
    can = walker.commands()
    wanted = [hint for hint in _first_hints(walker) if not (hint[0] == "Backspace" and "b" in can)] + [
        hint for hint in _LETTERS if hint[0] in can
    ]
    while len(wanted) > 1 and sum(len(keys) + len(words) + 4 for keys, words, _ in wanted) - 3 > room:
        wanted.remove(max(wanted, key=lambda hint: hint[2]))
    row = [piece for keys, words, _ in wanted for piece in (("", "   "), ("bold", keys), ("class:dim", f" {words}"))]
    return clip_row(row[1:], room)


def _first_hints(walker: Walker) -> list[tuple[str, str, int]]:
    if walker.shows == "help":
        return [("any key", "closes the help", 0)]
    if walker.listing:
        return [("Up Down Enter", "choose", 1), ("Esc" if walker.lines else "Backspace", "back", 4)]
    return [] if walker.session.call.ended else [("0-9 * #", "press", 1), ("Enter", "wait", 2)]


_LETTERS = (
    ("s", "say", 6),
    ("h", "hang up", 7),
    ("b", "back", 3),
    ("r", "again", 5),
    ("t", "time", 8),
    ("l", "line", 9),
    ("w", "save", 11),
    ("v", "values", 10),
    ("?", "help", 0),
    ("q", "quit", 0),
)
"""Commands, what they do, and how soon they are left out where there is no room: the highest number first."""


# --- body ------------------------------------------------------------------------------------------------------


def _body(walker: Walker, columns: int, rows: int) -> list[Row]:
    """Give what happened, and under it what is heard now."""
    if walker.shows == "help":
        return [_rule([("bold", "keys")], columns), *_scrolled(walker, _help(columns), rows - 1, from_top=True)]
    here = pane(walker, columns - 2)
    head = [_rule([("bold", "values")], columns)] if walker.shows == "values" else []
    room = rows - 1 - len(head)
    now = _fitted(walker, here, room - (room // 4 if room < _ROOMY else min(room // 3, 8)))
    height = min(max(len(now), room // 2), room)
    now = now[:height]
    below = [_indented(row) for row in now] + [[]] * (height - len(now))
    return [*head, *_above(walker, columns, room - height), _rule(here.title, columns), *below]


def _above(walker: Walker, columns: int, rows: int) -> list[Row]:
    if walker.shows == "values":
        return _scrolled(walker, _values(walker, columns), rows, from_top=True)
    return _scrolled(walker, _transcript(walker, columns, rows + walker.away), rows, from_top=False)


def _scrolled(walker: Walker, lines: list[Row], rows: int, *, from_top: bool) -> list[Row]:
    """Give the part of some lines that was scrolled to; scrolling stops at their ends."""
    walker.page = max(1, rows - 1)
    walker.away = min(walker.away, max(0, len(lines) - rows))
    if from_top:
        part = lines[walker.away : walker.away + rows]
        return part + [[]] * (rows - len(part))
    end = len(lines) - walker.away
    part = lines[max(0, end - rows) : end]
    return [[]] * (rows - len(part)) + part


def _transcript(walker: Walker, columns: int, rows: int) -> list[Row]:
    """Give the last lines of what happened, at least `rows` of them where there are so many."""
    wrapped: list[list[Row]] = []
    count = 0
    for line in reversed(walker.session.past()):
        wrapped.append(_told(line, columns))
        count += len(wrapped[-1])
        if count > rows:
            break
    return [row for block in reversed(wrapped) for row in block]


def _told(line: str, columns: int) -> list[Row]:
    """Give one line of the transcript: what the caller does stands out, the way through the flow keeps quiet."""
    found = _CLOCK.match(line)
    clock_part = found[0] if found else " " * _GUTTER
    words = shown(line[len(clock_part) :] if found or line.startswith(clock_part) else line)
    style = "bold" if found else "class:dim" if words[:1] in {"[", "("} else ""
    first, *more = wrap(words, columns - len(clock_part) - 2)
    hanging = " " * (len(clock_part) + (words[:1] == '"'))
    rows: list[Row] = [[("", clock_part), (style, first)], *([("", hanging), (style, part)] for part in more)]
    return [_indented(row) for row in rows]


def _values(walker: Walker, columns: int) -> list[Row]:
    """Give every variable, and what else the call knows."""
    call, zone = walker.session.call, walker.session.flow.timezone
    pairs = [
        *call.values,
        ("", ""),
        ("way back", " > ".join(call.trail) or "none"),
        ("mistakes here", f"{call.failures}"),
        ("sub-flows", " > ".join(frame.node for frame in call.stack) or "none"),
        ("pressed ahead", call.ahead or "none"),
        ("dialled at", f"{call.at.astimezone(zone):%a %Y-%m-%d %H:%M}"),
    ]
    none: list[Row] = [] if call.values else [[("", " no variables are set")]]
    wide = min(max(cells(shown(name)) for name, _ in pairs), _WIDEST_NAME)
    return none + [row for name, value in pairs for row in _pair(name, value, wide, columns)]


def _pair(name: str, value: str, wide: int, columns: int) -> list[Row]:
    """Give a name, and beside it its words."""
    name = clip(shown(name), wide)
    first, *more = wrap(shown(value), columns - wide - 5)
    lead: Row = [("bold", name), ("", " " * (wide - cells(name) + 2)), ("", first)]
    return [_indented(lead), *(_indented([("", " " * (wide + 2) + line)]) for line in more)]


def _help(columns: int) -> list[Row]:
    wide = max(len(keys) for keys, _ in HELP)
    return [row for keys, words in HELP for row in _pair(keys, words, wide, columns)]


def _fitted(walker: Walker, here: Pane, rows: int) -> list[Row]:
    """Fit what is heard now into some rows: loosely, or closely, or only the part that was scrolled to."""
    blocks = [block for block in [*here.blocks, here.last] if block and any(block)]
    loose = [[], *(row for block in blocks for row in [*block, []])]
    walker.overflows = False
    if len(loose) <= rows:
        walker.down = 0
        return loose
    last = [row for row in here.last if row]
    close = [row for block in here.blocks for row in block]
    if len(close) + len(last) <= rows:
        walker.down = 0
        return close + last
    walker.overflows = True
    return _window(walker, here, close, rows - len(last)) + last


def _window(walker: Walker, here: Pane, close: list[Row], rows: int) -> list[Row]:
    """Give the part of what is heard that was scrolled to, and say how much there is below."""
    if here.focus is not None:
        block, row = here.focus
        focus = sum(len(before) for before in here.blocks[:block]) + row
        walker.down = max(0, focus - rows + 2) if focus >= rows - 1 else 0
    room = max(1, rows - 1)
    walker.down = min(walker.down, len(close) - room)
    below = len(close) - walker.down - room
    if not below and room > 1:
        above: Row = [("class:dim", f"… {walker.down} more above (Up)")]
        return [above, *close[walker.down :]]
    return [*close[walker.down : walker.down + room], [("class:dim", f"… {below} more below (Down)")]]

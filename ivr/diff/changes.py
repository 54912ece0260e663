"""What changes for callers between two flows: each root of it once, with calls that show it in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.diff.alike import alike
from ivr.diff.differences import (
    ANSWERED,
    HEARD,
    LEADS,
    NUMBER,
    ORDER,
    TURNS_OUT,
    Difference,
    differences,
)
from ivr.diff.joints import Joint
from ivr.diff.lines import Lines, lines_of
from ivr.diff.pairs import Met, Pair, Walked
from ivr.diff.shown import Shown, shown
from ivr.diff.side import Side
from ivr.diff.times import times_of_both
from ivr.diff.walk import walked
from ivr.explore import Explored
from ivr.explore.moves import KEY, WORDS
from ivr.explore.times import Times
from ivr.promise.hours import hours_told

if TYPE_CHECKING:
    from ivr.flow import Flow


class Change(NamedTuple):
    """One change: what differs, on which lines, the hours in words where it is not always so, and a call of each flow.

    `lines` are those on which the same keys lead to it, `elsewhere` those on which other keys do. `calls` counts the
    calls that change by it: one for each thing that can happen at each place. `shown` is a shortest one, `met` where it
    was met first, and `others` where else, nearest first.
    """

    difference: Difference
    lines: tuple[str, ...]
    when: str = ""
    calls: int = 1
    shown: Shown | None = None
    met: Met | None = None
    others: tuple[Met, ...] = ()
    elsewhere: tuple[str, ...] = ()


class Compared(NamedTuple):
    """What came of comparing: the changes, how many calls change of how many compared, and what was left out."""

    changes: tuple[Change, ...]
    calls: int
    tried: int
    left_out: tuple[str, ...]


_RANKS: Final = {kind: rank for rank, kind in enumerate((ANSWERED, LEADS, NUMBER, TURNS_OUT, HEARD, ORDER))}
"""What is told first: where calls lead, then what is heard, then how."""
ANY_HOUR = "at any hour"
MOST_OTHERS = 12
"""Further calls that are given with a change."""


def compared(old: Flow, new: Flow, today: date, only: str | None = None) -> Compared:
    """Compare two flows as on the day `today`; `only` names the line of the new flow that is looked at."""
    times, others = times_of_both(old, new, today)
    lines = lines_of(old, new, only)
    matched = alike(old, new)
    found = walked(Side(old, times), Side(new, others), lines.both, matched, times.every)
    changes = tuple(_changes(found, old, new, times))
    moved = tuple(_moved(lines))
    calls = len({one.place for one in found.met}) + len(moved)
    left_out = (*found.left_out, *_uncompared(lines), *_unread(old, "old"), *_unread(new, "new"))
    told = sorted((*moved, *changes), key=lambda change: _RANKS.get(change.difference.kind, len(_RANKS)))
    return Compared(tuple(told), calls, found.tried + len(moved), left_out)


def _uncompared(lines: Lines) -> Iterator[str]:
    if not lines.both:
        yield "the flows have no line in common, so no call of one can be made in the other"


def _unread(flow: Flow, which: str) -> Iterator[str]:
    if flow.broken or flow.unread:
        yield f"parts of the {which} version could not be read, so its calls may be other than meant"


def _moved(lines: Lines) -> Iterator[Change]:
    for line in lines.gone:
        yield Change(Difference(ANSWERED, (line,), ()), (line,))
    for line in lines.come:
        yield Change(Difference(ANSWERED, (), (line,)), (line,))
    for line, other in lines.both:
        if line != other and (line, other) in lines.renumbered:
            yield Change(Difference(ANSWERED, (line,), (other,)), (other,))


def _changes(found: Walked, old: Flow, new: Flow, times: Times) -> Iterator[Change]:
    reached = _reached(found)
    hours = Explored(new, times, (), {}, "")
    for difference, several in _by_difference(found.met).items():
        together = [(each, shown(old, new, times, each, difference)) for each in _by_hours(several)]
        evident = [one for one in together if one[1] is not None] or together[:1]
        for each, evidence in evident:
            first = evidence.met if evidence else each[0]
            others = tuple(met for met in each if met is not first)[:MOST_OTHERS]
            lines = tuple(dict.fromkeys(line for met in each for line in _lines(met, reached)))
            alike_, elsewhere = _by_keys(lines, first, old, new)
            when = "" if _always(first) else hours_told(hours, first.bits).removeprefix(ANY_HOUR)
            yield Change(difference, alike_, when, len(each), evidence, first, others, elsewhere)


def _by_hours(several: list[Met]) -> list[list[Met]]:
    """Put together where a difference was met in the same hours: of each the hours are told."""
    found: dict[int, list[Met]] = {}
    for met in several:
        found.setdefault(0 if _always(met) else met.bits, []).append(met)
    return list(found.values())


def _always(met: Met) -> bool:
    """Whether a difference is there at all times at which calls come to it."""
    return met.bits == met.arrival.before.bits


def _by_keys(lines: tuple[str, ...], met: Met, old: Flow, new: Flow) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell lines on which the keys of a call are the same from others: they begin alike in both flows."""
    then, now = met.arrival.before.line
    named = {other: line for line, other in lines_of(old, new).both}

    def begins(line: str, other: str) -> tuple[object, ...]:
        one, another = old.lines[line], new.lines[other]
        return one.start, one.press, one.language, another.start, another.press, another.language

    same = tuple(line for line in lines if line == now or begins(named.get(line, then), line) == begins(then, now))
    return same or (now,), tuple(line for line in lines if line not in {*same, now})


def _by_difference(met: tuple[Met, ...]) -> dict[Difference, list[Met]]:
    """Give, for each difference, where it was met, nearest first; the times of one place are joined."""
    found: dict[Difference, dict[tuple[int, Joint], Met]] = {}
    first = _at_first_try(met)
    plain = {one.arrival.before.number for one in met if not one.overran}
    for one in met:
        if one.overran and one.arrival.before.number in plain:
            continue  # fewer keys show the same
        for difference in differences(one.arrival, follows=one.follows):
            several = found.setdefault(_told_at_first_try(difference, one, first), {})
            key = one.place
            known = several.get(key)
            several[key] = known._replace(bits=known.bits | one.bits) if known else one
    return {difference: list(several.values()) for difference, several in found.items()}


_Choice = tuple[object, ...]


def _choice(met: Met) -> _Choice:
    """Give what a caller does, and where, whether he has failed there before or not."""
    calls = met.arrival.before.calls
    nodes = tuple((one.call.node, one.call.language) for one in calls) if calls else (met.arrival.before.line,)
    return (*nodes, met.arrival.joint)


def _at_first_try(met: tuple[Met, ...]) -> dict[_Choice, list[Difference]]:
    """Give where what callers choose leads now, for those who have not failed there before."""
    found: dict[_Choice, list[Difference]] = {}
    for one in met:
        calls = one.arrival.before.calls
        if one.arrival.joint.by in {KEY, WORDS} and calls and not any(stand.call.failures for stand in calls):
            leads = (each for each in differences(one.arrival, follows=one.follows) if each.kind == LEADS)
            found.setdefault(_choice(one), []).extend(leads)
    return found


def _told_at_first_try(difference: Difference, met: Met, first: Mapping[_Choice, list[Difference]]) -> Difference:
    """Take a choice that counted as a failure, and was the last one, for the same change as at the first try."""
    if difference.kind != LEADS:
        return difference
    told = first.get(_choice(met), [])
    same = (one for one in told if one.new == difference.new or one.old == difference.old)
    return difference if difference in told else next(same, difference)


def _lines(met: Met, reached: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    before = met.arrival.before
    return reached.get(before.number, (before.line[1],))


def _reached(found: Walked) -> Mapping[int, tuple[str, ...]]:
    """Give, for each pair, the lines from which it is reached."""
    lines: dict[int, list[str]] = {}
    for (_, line), root in found.roots.items():
        ahead: list[Pair] = [*root.onward.values()]
        seen = {pair.number for pair in ahead}
        while ahead:
            here = ahead.pop()
            lines.setdefault(here.number, []).append(line)
            new = [pair for pair in here.onward.values() if pair.number not in seen]
            seen.update(pair.number for pair in new)
            ahead += new
    return {number: tuple(several) for number, several in lines.items()}

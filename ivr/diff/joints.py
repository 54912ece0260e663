"""What can happen to two calls at once, one of each flow: the same keys, words, silences and outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.diff.side import Stand
from ivr.effect import Listen, Question
from ivr.event import Event, Key
from ivr.explore.moves import KEY, OUTCOME, WRONG, Move
from ivr.nodes.menu import CODE
from ivr.witness import ANSWER, PRESS, WAIT, Step

MOVED = "moved"
"""By what two calls come to the same thing on different ways."""


class Joint(NamedTuple):
    """The same thing happening to both calls: what it is `by`, its events in each flow, and its steps in words."""

    by: str
    old: tuple[Event, ...]
    new: tuple[Event, ...]
    steps: tuple[Step, ...]
    new_steps: tuple[Step, ...]


DIAL = Joint("dial", (), (), (), ())


def joints(old: Stand, new: Stand, moves: tuple[Move, ...], others: tuple[Move, ...]) -> Iterator[Joint]:
    """Give everything that can happen to both calls: an outcome is one that both can turn out as."""
    if isinstance(old.waits, Listen) and isinstance(new.waits, Listen):
        for events, move in _either(others, moves).items():
            steps = _steps(move)
            yield Joint(move.by, events, events, steps, steps)
        yield from _entries(moves, others)
    elif not isinstance(old.waits, Listen) and isinstance(new.waits, Question) and isinstance(old.waits, Question):
        yield from _outcomes(old.waits, new.waits, moves, others)


def _either(others: tuple[Move, ...], moves: tuple[Move, ...]) -> dict[tuple[Event, ...], Move]:
    """Give what can happen to either call, by its events; what one takes for a choice is one, also if not in both."""
    found: dict[tuple[Event, ...], Move] = {}
    for move in (*others, *moves):
        if _pressed(move) not in found or move.by != WRONG:
            found[_pressed(move)] = move
    return found


def _pressed(move: Move) -> tuple[Event, ...]:
    """Give the events of a move without the pause behind a code: the call that needs it waits by itself."""
    return move.events[:-1] if _pauses(move) else move.events


def _steps(move: Move) -> tuple[Step, ...]:
    return move.steps[:-1] if _pauses(move) else move.steps


def _pauses(move: Move) -> bool:
    return move.by in {KEY, WRONG} and move.steps[-1].kind == WAIT


def _entries(moves: tuple[Move, ...], others: tuple[Move, ...]) -> Iterator[Joint]:
    """Give each flow an entry of its own where neither takes one of the other: what comes then can be compared."""
    old, new = ([move for move in several if _is_entry(move)] for several in (moves, others))
    if not {move.steps for move in old} & {move.steps for move in new}:
        for one, other in zip(old, new, strict=False):
            yield Joint(KEY, _pressed(one), _pressed(other), _steps(one), _steps(other))


def _is_entry(move: Move) -> bool:
    keys = move.steps[0]
    return move.by == KEY and keys.kind == PRESS and len(keys.what) > 1 and CODE.match(keys.what) is not None


def typed_ahead(pressed: Joint, answered: Joint | None, moves: tuple[Move, ...]) -> Joint | None:
    """Give keys with one more behind them, which something later may take; what was asked in between is `answered`."""
    key = next((move.steps[0].what for move in moves if move.by == KEY and len(move.steps[0].what) == 1), "")
    behind = answered or Joint(KEY, (), (), (), ())
    plain = pressed.by == KEY and pressed.old == pressed.new and len(pressed.steps) == 1
    if not key or not plain or pressed.steps[0].kind != PRESS or behind.old != behind.new:
        return None
    events = (*pressed.old, Key(key, after=0.0), *behind.old)
    steps = (Step(PRESS, pressed.steps[0].what + key), *behind.steps)
    return Joint(KEY, events, events, steps, steps)


def _outcomes(asked: Question, other: Question, moves: tuple[Move, ...], others: tuple[Move, ...]) -> Iterator[Joint]:
    both = [one for one in asked.answers if one in other.answers]
    seen: set[tuple[Event, ...]] = set()
    for move in (*moves, *others):
        step = move.steps[0]
        if step.what in both and move.events not in seen:
            seen.add(move.events)
            one, another = ((Step(ANSWER, step.what, _who(question), step.values),) for question in (asked, other))
            yield Joint(OUTCOME, move.events, move.events, one, another)
    yield from _shares(asked, other, {move.steps[0].what: move for move in (*moves, *others)})


def _shares(asked: Question, other: Question, moves: dict[str, Move]) -> Iterator[Joint]:
    """Pair shares of callers that are not as large as before, in their order."""
    if not (getattr(asked, "shares", ()) and getattr(other, "shares", ())):
        return
    less = [one for one in asked.answers if one not in other.answers]
    more = [one for one in other.answers if one not in asked.answers]
    for one, another in zip(less, more, strict=False):
        here, there = moves[one], moves[another]
        yield Joint(OUTCOME, here.events, there.events, here.steps, there.steps)


def _who(question: Question) -> str:
    who: str = getattr(question, "to", "") or getattr(question, "name", "")
    return who

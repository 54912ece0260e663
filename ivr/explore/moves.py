"""What can happen to a call that waits: keys and phrases that lead somewhere, one that does not, silence, answers."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ivr.effect import Listen, LookUp, Question, Transfer
from ivr.event import Event, Key, Outcome, Silence, Spoken
from ivr.explore.entries import LONGEST, entries
from ivr.nodes.ask import FORGIVEN_END, Ask
from ivr.nodes.menu import Menu, understand
from ivr.witness import ANSWER, PRESS, SPEAK, WAIT, Step

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.explore.values import Samples
    from ivr.flow import Flow

KEY, WORDS, SILENCE, WRONG, OUTCOME = "key", "words", "silence", "wrong", "outcome"
ALL_KEYS = "1234567890*#"
SOMETHING = "hello"
"""What a caller says where words mean nothing."""
MOST_MIXTURES = 64
"""Mixtures of values that one answer of a lookup is tried with."""


class Move(NamedTuple):
    """One thing that can happen to a waiting call: what it is `by`, its events for the engine, and its words.

    `keys` is how many keys the caller presses for it.
    """

    by: str
    events: tuple[Event, ...]
    steps: tuple[Step, ...]
    keys: int = 0


NOTHING = Move(SILENCE, (Silence(),), (Step(WAIT),))


def moves(flow: Flow, call: Call, waits: Listen | Question, known: Samples) -> Iterator[Move]:
    """Give everything that can happen to a call that waits for `waits`; `known` are the values that matter."""
    if not isinstance(waits, Listen):
        yield from _answers(waits, known)
        return
    node = flow.nodes[call.node]
    if isinstance(node, Menu):
        yield from _choices(flow, node, call)
    elif isinstance(node, Ask):
        yield from _entries(flow, node, call, known)
    yield NOTHING


def _pressed(by: str, keys: str, *, waits: bool = False) -> Move:
    events: tuple[Event, ...] = tuple(Key(key) for key in keys)
    steps = (Step(PRESS, keys),)
    return Move(by, (*events, Silence()) if waits else events, (*steps, Step(WAIT)) if waits else steps, len(keys))


def _choices(flow: Flow, menu: Menu, call: Call) -> Iterator[Move]:
    """Give each code, one phrase of each choice that is understood as that, and a key that is nobody's."""
    heard = menu.heard(flow, call)
    for code in heard.codes:
        yield _pressed(KEY, code, waits=code in heard.beginnings)
    spoken: set[tuple[str, str]] = set()
    for phrase, go in heard.words:
        words = " ".join(phrase)
        if (go.on, go.to) not in spoken and understand(words, heard.words) == go:
            spoken.add((go.on, go.to))
            yield Move(WORDS, (Spoken(words),), (Step(SPEAK, words),))
    wrong = next((key for key in _nobodys(menu.end) if key not in heard.codes and key not in heard.beginnings), None)
    if wrong is not None:
        yield _pressed(WRONG, wrong)
    elif heard.beginnings:
        first = min(heard.beginnings)
        codes = (first + key for key in ALL_KEYS if first + key not in {*heard.codes, *heard.beginnings})
        yield from (_pressed(WRONG, code) for code in itertools.islice(codes, 1))


def _nobodys(end: str) -> Iterator[str]:
    """Give the keys in the order in which a caller may press one by mistake; `#` last, as habit forgives it."""
    return (key for key in "8765432190*#" if key not in end)


def _entries(flow: Flow, ask: Ask, call: Call, known: Samples) -> Iterator[Move]:
    """Give an entry of each sort that the flow tells apart, one that is refused, and the flow's keys."""
    for entry in entries(ask, known.get(ask.into)):
        yield _entered(KEY, ask, entry)
    for key in ("*", "#"):
        if key in flow.keys and key not in ask.end:
            everywhere = flow.keys[key]
            if everywhere.when is None or everywhere.when.holds(dict(call.values)):
                yield _pressed(KEY, key)
    refused = next(iter(_refused(flow, ask, call)), None)
    if refused is not None:
        yield refused


def _entered(by: str, ask: Ask, entry: str) -> Move:
    if ask.digits is not None and len(entry) >= ask.digits.most:
        return _pressed(by, entry)
    if ask.end:
        return _pressed(by, entry + ask.end[0])
    return _pressed(by, entry, waits=True)


def _refused(flow: Flow, ask: Ask, call: Call) -> Iterator[Move]:
    """Give what is heard as a mistake: an entry too short, one that fails the check, a key that means nothing here.

    Behind an entry that was full a key too many may be forgiven; then it is none of them.
    """
    forgiven = _forgiven(flow, call.node)
    for key in "*#":
        if key not in ask.end and key not in flow.keys and key not in forgiven:
            yield _pressed(WRONG, key)
    least, most = ask.digits or (1, LONGEST)
    if least > 1:
        yield _entered(WRONG, ask, "1")
    if ask.end and not forgiven & set(ask.end):
        yield _pressed(WRONG, ask.end[0])
    if ask.check is not None:
        tried = (digit * most for digit in "1923456780")
        yield from (_entered(WRONG, ask, entry) for entry in tried if not ask.check.passes(entry))
    yield Move(WRONG, (Spoken(SOMETHING),), (Step(SPEAK, SOMETHING),))


def _forgiven(flow: Flow, name: str) -> frozenset[str]:
    """Give the keys of which one too many may be forgiven at a node: it comes behind an entry that was full."""
    known: dict[str, frozenset[str]] | None = flow.memo.get("forgiven")
    if known is None:
        known = flow.memo["forgiven"] = {}
        for ask in flow.nodes.values():
            if isinstance(ask, Ask) and ask.digits is not None and ask.next is not None:
                for behind in _listening_behind(flow, ask.next):
                    known[behind] = known.get(behind, frozenset()) | frozenset(ask.end or FORGIVEN_END)
    return known.get(name, frozenset())


def _listening_behind(flow: Flow, start: str) -> Iterator[str]:
    """Give the nodes at which the caller may act next."""
    seen = {start}
    ahead = [start]
    while ahead:
        here = ahead.pop()
        if here in flow.nodes and flow.nodes[here].listens:
            yield here
            continue
        new = [name for name in _next(flow, here) if name not in seen]
        seen.update(new)
        ahead += new


def _next(flow: Flow, name: str) -> Iterable[str]:
    """Give where a call may be next; behind the end of a sub-flow that is wherever one is run."""
    node = flow.nodes.get(name)
    if node is not None and node.verb == "return":
        return (target for run, one in flow.nodes.items() if one.verb == "run" for target in flow.successors(run))
    return flow.successors(name) if node is not None else ()


def _answers(question: Question, known: Samples) -> Iterator[Move]:
    if isinstance(question, LookUp):
        for number, outcome in enumerate(question.answers):
            for values in _given(question.gives, known, certain=not number):
                yield _answered(question.name, outcome, values)
        return
    name = question.to if isinstance(question, Transfer) else question.name
    for outcome in question.answers:
        yield _answered(name, outcome, ())


def _answered(name: str, outcome: str, values: tuple[tuple[str, str], ...]) -> Move:
    return Move(OUTCOME, (Outcome(outcome, values),), (Step(ANSWER, outcome, name, values),))


def _given(gives: Iterable[str], known: Samples, *, certain: bool) -> Iterator[tuple[tuple[str, str], ...]]:
    """Give the mixtures of values that an answer may bring, as far as they matter.

    The first answer brings them all: where one may as well not be set, it brings `no`, which counts the same.
    """
    choices = [[_brought(name, value, certain=certain) for value in known[name]] for name in gives if name in known]
    tried = itertools.islice(itertools.product(*choices), MOST_MIXTURES)
    yield from (tuple(pair for pair in mixture if pair is not None) for mixture in tried)


def _brought(name: str, value: str | None, *, certain: bool) -> tuple[str, str] | None:
    if value is None:
        return (name, "no") if certain else None
    return name, value


def mixtures(gives: Iterable[str], known: Samples) -> int | None:
    """Give how many mixtures of values an answer may bring, or None where they are more than are tried."""
    count = math.prod(len(known[name]) for name in gives if name in known)
    return count if count <= MOST_MIXTURES else None

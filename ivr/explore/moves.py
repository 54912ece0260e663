"""What can happen to a call that waits: keys and phrases that lead somewhere, one that does not, silence, answers."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ivr.condition import as_number
from ivr.effect import Listen, LookUp, Question, Transfer
from ivr.event import Event, Key, Outcome, Silence, Spoken
from ivr.nodes.ask import Ask
from ivr.nodes.menu import Menu
from ivr.witness import ANSWER, PRESS, SPEAK, WAIT, Step

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.explore.values import Samples
    from ivr.flow import Flow

KEY, WORDS, SILENCE, WRONG, OUTCOME = "key", "words", "silence", "wrong", "outcome"
ALL_KEYS = "1234567890*#"
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
    """Give each code, one phrase of each choice, and a key that is nobody's."""
    heard = menu.heard(flow, call)
    for code in heard.codes:
        yield _pressed(KEY, code, waits=code in heard.beginnings)
    spoken: set[tuple[str, str]] = set()
    for phrase, go in heard.words:
        if (go.on, go.to) not in spoken:
            spoken.add((go.on, go.to))
            words = " ".join(phrase)
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
    entries = list(_right(ask, known.get(ask.into)))
    for entry in entries:
        yield _entered(KEY, ask, entry)
    for key in ("*", "#"):
        if key in flow.keys and key not in ask.end:
            everywhere = flow.keys[key]
            if everywhere.when is None or everywhere.when.holds(dict(call.values)):
                yield _pressed(KEY, key)
    refused = next(iter(_refused(flow, ask)), None)
    if refused is not None:
        yield refused


def _entered(by: str, ask: Ask, entry: str) -> Move:
    if ask.digits is not None and len(entry) >= ask.digits.most:
        return _pressed(by, entry)
    if ask.end:
        return _pressed(by, entry + ask.end[0])
    return _pressed(by, entry, waits=True)


def _right(ask: Ask, wanted: Iterable[str | None] | None) -> Iterator[str]:
    """Give entries that the ask takes: one of each sort of value, or one where its value decides nothing."""
    least, most = ask.digits or (1, 20)
    fitting = [entry for entry in _candidates(ask, least, most) if _is_taken(ask, entry, least, most)]
    if wanted is None:
        yield from fitting[:1]
        return
    named = [value for value in wanted if value is not None]
    texts = set(named)
    exact = {padded: None for value in named for padded in _padded(value, least) if _is_taken(ask, padded, least, most)}
    yield from exact
    if ask.check is not None and ask.check.kind == "one-of":
        yield from (entry for entry in fitting if entry not in exact)
        return
    yield from [entry for entry in fitting if entry not in texts][:1]


def _padded(value: str, least: int) -> Iterator[str]:
    """Give a value as an entry: a number with zeros before it, the next whole one where it is a fraction."""
    yield value
    number = as_number(value)
    if number is not None and number >= 0:
        whole = int(number)
        yield str(whole if whole == number else whole + 1).zfill(least)


def _is_taken(ask: Ask, entry: str, least: int, most: int) -> bool:
    fits = entry.isdigit() and least <= len(entry) <= most and not set(entry) & set(ask.end)
    return fits and (ask.check is None or ask.check.passes(entry))


def _candidates(ask: Ask, least: int, most: int) -> Iterator[str]:
    """Give entries to try: such as the check lets pass, each length, different digits."""
    if ask.check is not None and ask.check.kind == "one-of":
        yield from ask.check.entries
    if ask.check is not None and ask.check.kind == "date":
        form = ask.check.form
        yield form.replace("YYYY", "1970").replace("YY", "70").replace("MM", "05").replace("DD", "17")
    for length in dict.fromkeys((least, min(most, least + 1), most)):
        for digit in "1234567890":
            yield digit * length
        if length > 1:
            yield from ("4" * (length - 1) + digit for digit in "0123456789")


def _refused(flow: Flow, ask: Ask) -> Iterator[Move]:
    """Give what is heard as a mistake: a key that means nothing here, an entry too short, one that fails the check."""
    for key in ("*", "#"):
        if key not in ask.end and key not in flow.keys:
            yield _pressed(WRONG, key)
    least, most = ask.digits or (1, 20)
    if least > 1:
        yield _entered(WRONG, ask, "1")
    if ask.end:
        yield _pressed(WRONG, ask.end[0])
    if ask.check is not None:
        tried = (digit * most for digit in "1923456780")
        yield from (_entered(WRONG, ask, entry) for entry in tried if not ask.check.passes(entry))


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

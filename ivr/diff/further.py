"""What is tried besides where two menus or questions take different things: phrases, ends, lengths, checks.

Of what one node takes alike, exploring tries one of each; what only one of two nodes takes may be among the others.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.diff.joints import Joint
from ivr.event import Event, Key, Spoken
from ivr.explore.entries import taken
from ivr.explore.moves import KEY, WORDS
from ivr.nodes.ask import Ask
from ivr.nodes.menu import Menu
from ivr.witness import PRESS, SPEAK, Step

if TYPE_CHECKING:
    from ivr.diff.side import Side, Stand

_MOST_ENTRIES = 60
"""Entries of one question among which one of each length is found."""


def further(old: Side, new: Side, stand: Stand, other: Stand) -> Iterator[Joint]:
    """Give what is to happen to two calls that stand at nodes which do not take the same."""
    one, another = old.real.nodes.get(stand.call.node), new.real.nodes.get(other.call.node)
    if isinstance(one, Menu) and isinstance(another, Menu):
        heard, now = one.heard(old.flow, stand.call), another.heard(new.flow, other.call)
        phrases = {(phrase, go.on) for phrase, go in heard.words} ^ {(phrase, go.on) for phrase, go in now.words}
        yield from (_spoken(" ".join(phrase)) for phrase, _ in sorted(phrases))
        ends = sorted(set(one.end) ^ set(another.end))
        begun = heard.beginnings | now.beginnings
        yield from (_pressed(code + end) for end in ends for code in (*heard.codes, *now.codes) if code in begun)
    elif isinstance(one, Ask) and isinstance(another, Ask) and _takes(one) != _takes(another):
        yield from map(_pressed, dict.fromkeys((*_entries(one, another), *_entries(another, one))))


def _takes(ask: Ask) -> tuple[object, ...]:
    return ask.digits, ask.end, ask.check


def _entries(ask: Ask, other: Ask) -> Iterator[str]:
    """Give entries that a question takes, one of each length and each that is among a list, with each way to end it."""
    tried = list(itertools.islice(taken(ask), _MOST_ENTRIES))
    lists = {entry for one in (ask, other) if one.check is not None for entry in one.check.entries}
    lengths = {len(entry): entry for entry in reversed(tried)}
    for entry in dict.fromkeys((*lengths.values(), *(entry for entry in tried if entry in lists))):
        yield entry
        yield from (entry + end for end in dict.fromkeys((*ask.end, *other.end)))


def _pressed(keys: str) -> Joint:
    events: tuple[Event, ...] = tuple(Key(key) for key in keys)
    return Joint(KEY, events, events, (Step(PRESS, keys),), (Step(PRESS, keys),))


def _spoken(words: str) -> Joint:
    return Joint(WORDS, (Spoken(words),), (Spoken(words),), (Step(SPEAK, words),), (Step(SPEAK, words),))

"""What can happen to a call from outside: the closed set of events that the engine takes.

`after` is the number of seconds since the engine last gave effects out; for an outcome, since the prompts before it
were over. Left out, the engine assumes a caller who listens: a key comes when the option it belongs to has been
announced (or, if it never is, when the prompts are over), words come when the prompts are over, an answer at once.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """The caller presses one key: `0` to `9`, `*` or `#`."""

    key: str
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The caller says something; `words` is what was understood."""

    words: str
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """The wait that the engine asked for ran out: the caller neither pressed nor said anything."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something outside answered: a lookup, a transfer, a recording, or the chance that a split asked for.

    `values` are what a lookup found, by the names in its `gives`.
    """

    name: str
    values: tuple[tuple[str, str], ...] = ()
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class HangUp:
    """The caller hangs up."""

    after: float = 0.0


Event = Key | Spoken | Silence | Outcome | HangUp

"""What the engine asks the world to do: the closed set of effects.

Whoever runs a call carries them out in order. A new kind of effect is added to the union `Effect`, and the type
checker then names every place that must handle it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Say:
    """Play a prompt.

    `seconds` is how long it takes, `language` a language tag, `audio` the recording's file if there is one.
    `key` is set where the text is the announcement of one option: the key (or code) that it announces.
    """

    text: str
    seconds: float
    language: str
    interruptible: bool = True
    audio: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """Nothing to do, but to know: the call left the node `left` by its exit `on`, and came to `node`.

    At the beginning of a call `left` is empty and `on` is `start`. A menu heard again after a mistake comes to itself,
    by `silence` or `wrong`. `language` is the one in which the call goes on.
    """

    node: str
    on: str
    left: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Listen:
    """Wait for the caller; `wait` is the seconds from the end of the prompts until this is a silence.

    `typed` is what has been pressed so far of a code or an entry; `speech` says whether words are understood here.
    """

    wait: float
    typed: str = ""
    speech: bool = False


@dataclass(frozen=True, slots=True)
class Transfer:
    """Connect the caller to a contact, or to a number; `values` go with the caller.

    `answers` is how it can turn out; the first is what a caller hopes for.
    """

    to: str
    number: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    answers: tuple[str, ...] = ("connected", "busy", "no-answer", "failed")


@dataclass(frozen=True, slots=True)
class LookUp:
    """Ask something outside the phone system; it may answer with one of `outcomes` and give values for `gives`."""

    name: str
    outcomes: tuple[str, ...]
    gives: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """The outcomes that the flow names."""
        return self.outcomes


@dataclass(frozen=True, slots=True)
class Record:
    """Record the caller for at most `seconds`, or until `end` is pressed."""

    name: str
    seconds: float
    end: str = "#"

    @property
    def answers(self) -> tuple[str, ...]:
        """How a recording can turn out."""
        return ("recorded", "failed")


@dataclass(frozen=True, slots=True)
class Choose:
    """Let whoever runs the call choose: a share of a split (by chance), or an exit of a step that is unknown here.

    `exits` are the names to answer with; `shares` their weights in percent, or empty where no weights are known.
    """

    name: str
    exits: tuple[str, ...]
    shares: tuple[float, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """The shares, or the exits."""
        return self.exits


@dataclass(frozen=True, slots=True)
class End:
    """The call is over.

    `how` is `hangup` (the flow said goodbye), `transfer` (somebody took the call), `caller` (the caller hung up),
    `dropped` (a transfer failed and the flow names no way on) or `fault` (the flow itself is wrong); `why` says it
    for a person and, for a transfer, names who took it.
    """

    how: str
    why: str = ""


Question = Transfer | LookUp | Record | Choose
"""The effects that something outside the call has to answer, with an outcome."""
Effect = Came | Say | Listen | Transfer | LookUp | Record | Choose | End

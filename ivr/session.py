"""One walk: a call, all that happened to it, and the way back to every moment of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ivr.effect import Came, Choose, Effect, End, Listen, LookUp, Question, Record, Say, Transfer
from ivr.engine import begin, step
from ivr.event import Key
from ivr.flow import moment
from ivr.printable import printable
from ivr.transcript import closing, effect_lines, event_line, event_words, opening, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ivr.call import Call
    from ivr.event import Event
    from ivr.flow import Flow

EARLIEST, LATEST = 1900, 9000
"""The years in which a call can be walked: so far from the ends of the calendar that no clock runs out of it."""


class Moment(NamedTuple):
    """The call after one event: what happened, how the call is then, what it is waiting for, and what was said of it.

    `event` is None when the call has just been answered, or where the clock was set.
    """

    event: Event | None
    call: Call
    effects: tuple[Effect, ...]
    waits: Effect
    note: str = ""

    @property
    def question(self) -> Question | None:
        """What something outside has to answer before the call goes on, if anything."""
        return self.waits if isinstance(self.waits, Transfer | LookUp | Record | Choose) else None


class Session:
    """A walk through `flow` that begins on `line` at the moment `at`; raises ValueError for a line it does not have.

    `given` are the variables that are known before a call begins.
    """

    def __init__(
        self,
        flow: Flow,
        line: str,
        at: datetime,
        language: str | None = None,
        given: Mapping[str, str] | None = None,
    ) -> None:
        """Answer the call."""
        self.flow = flow
        self.language = language
        self.given = given or {}
        self.earlier: list[list[Moment]] = []
        self.moments: list[Moment] = []
        self.start(line, at)

    @property
    def now(self) -> Moment:
        """The moment at which the walk stands."""
        return self.moments[-1]

    @property
    def call(self) -> Call:
        """The call as it is now."""
        return self.now.call

    @property
    def question(self) -> Question | None:
        """What something outside has to answer before the call goes on, if anything."""
        return self.now.question

    @property
    def dialled_at(self) -> datetime:
        """When to dial again: the time to which the clock was set last, or else that of this call."""
        clocks = [here.call.now for before, here in pairwise(self.moments) if here.call.at != before.call.at]
        return clocks[-1] if clocks else self.moments[0].call.at

    def start(self, line: str, at: datetime) -> None:
        """Begin anew, on a line and at a moment; raises ValueError for one that there is not."""
        _in_reach(at)
        call, effects = begin(self.flow, line, at, language=self.language, values=self.given)
        if self.moments:
            self.earlier.append(self.moments)
        self.moments = [Moment(None, call, effects, effects[-1])]

    def take_over(self, other: Session) -> None:
        """Go on with another walk of the same flow; the present call becomes an earlier one."""
        self.earlier.append(self.moments)
        self.moments = list(other.moments)

    def restart(self) -> None:
        """Dial the same line again at the same time."""
        self.start(self.moments[0].call.line, self.dialled_at)

    def feed(self, event: Event, note: str = "") -> Moment:
        """Let an event happen to the call."""
        call, effects = step(self.flow, self.call, event)
        waits = next((effect for effect in reversed(effects) if isinstance(effect, _WAITS)), self.now.waits)
        self.moments.append(Moment(event, call, effects, waits, note))
        return self.now

    def step_back(self) -> bool:
        """Undo the last event, or the dialling that ended an earlier call; False where there is nothing to undo."""
        if len(self.moments) > 1:
            self.moments.pop()
        elif self.earlier:
            self.moments = self.earlier.pop()
        else:
            return False
        return True

    def set_clock(self, at: datetime) -> None:
        """Make it `at` now: the call goes on as if it had begun that much earlier or later.

        Raises ValueError for a time that is too far away.
        """
        _in_reach(at)
        shifted = self.call._replace(at=moment(at, self.flow) - timedelta(seconds=self.call.seconds))
        note = f"the clock is set to {at:%a %Y-%m-%d %H:%M}"
        self.moments.append(Moment(None, shifted, (), self.now.waits, note))

    def set_values(self, values: Mapping[str, str]) -> None:
        """Set variables of the call, as if something outside had done it."""
        known = tuple(sorted({**dict(self.call.values), **values}.items()))
        note = ", ".join(f"{name} is set to {value}" for name, value in values.items())
        self.moments.append(Moment(None, self.call._replace(values=known), (), self.now.waits, note))

    def heard(self) -> tuple[Say, ...]:
        """Give the prompts that are heard where the call stands now: those since it came there."""
        number, index = self._arrival()
        told = [self.moments[number].effects[index:], *(here.effects for here in self.moments[number + 1 :])]
        return tuple(effect for effects in told for effect in effects if isinstance(effect, Say))

    def past(self) -> list[str]:
        """Write down all that happened but what is heard where the call stands now."""
        number, index = self._arrival()
        here = self.moments[number]
        told = [(moment, moment.effects) for moment in self.moments[:number]]
        later = [(moment, ()) for moment in self.moments[number + 1 :]]
        return [self._opening(), *self._written([*told, (here, here.effects[:index]), *later])]

    def _arrival(self) -> tuple[int, int]:
        """Give the moment, and in it the effect, with which the call came to where it stands, or to its end."""
        for number in range(len(self.moments) - 1, -1, -1):
            here = self.moments[number]
            came = [index for index, effect in enumerate(here.effects) if isinstance(effect, Came)]
            if came or (isinstance(here.waits, End) and here.effects):
                return number, came[-1] if came else 0
        return 0, 0

    def lines(self, since: int = 0) -> list[str]:
        """Write down what happened from moment number `since` on."""
        written = self._written([(here, here.effects) for here in self.moments[since:]])
        return [self._opening(), *written] if since == 0 else written

    def _opening(self) -> str:
        return opening(self.flow, self.moments[0].call)

    def _written(self, told: Iterable[tuple[Moment, tuple[Effect, ...]]]) -> list[str]:
        """Write down moments with some of their effects; the keys of one code or entry stand on one line."""
        return [line for pressed, effects in _together(told) for line in self._of(pressed, effects)]

    def _of(self, together: list[Moment], effects: tuple[Effect, ...]) -> Iterator[str]:
        first = together[0]
        if first.note:
            yield f"       ({printable(first.note)})"
        if first.event is not None:
            more = "".join(here.event.key for here in together[1:] if isinstance(here.event, Key))
            yield event_line(when(first.call, first.effects), event_words(first.event) + more)
        yield from effect_lines(self.flow, effects)

    def closing(self) -> str:
        """Sum the call up."""
        return closing(self.call)

    def transcript(self) -> list[str]:
        """Write down every call of the walk that something happened in, and the present one, each summed up."""
        walked = [moments for moments in self.earlier if len(moments) > 1]
        written: list[str] = []
        for moments in [*walked, self.moments]:
            lines = [opening(self.flow, moments[0].call), *self._written([(here, here.effects) for here in moments])]
            written += ["", *lines, closing(moments[-1].call)]
        return written[1:]


def line_called(flow: Flow, wanted: str | None = None) -> str:
    """Give the line of `flow` that `wanted` means, by its name or number, however the number is written.

    Without `wanted` it is the first. Raises ValueError where there is none.
    """
    if wanted is None and flow.lines:
        return next(iter(flow.lines))
    wanted = wanted or ""
    digits = _digits(wanted)
    for number, line in flow.lines.items():
        if (wanted and wanted in {number, line.name}) or (digits and digits == _digits(number)):
            return number
    message = f"the flow has no line '{wanted}'; it has {', '.join(flow.lines) or 'none at all'}"
    raise ValueError(message)


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit()).removeprefix("1")


def _together(
    told: Iterable[tuple[Moment, tuple[Effect, ...]]],
) -> Iterator[tuple[list[Moment], tuple[Effect, ...]]]:
    """Put the keys together that were pressed one after the other with nothing to be told between them."""
    together: list[Moment] = []
    shown: tuple[Effect, ...] = ()
    for here, effects in told:
        quiet = bool(together) and isinstance(together[-1].event, Key) and _is_quiet(together[-1])
        if together and not (quiet and isinstance(here.event, Key) and not here.note):
            yield together, shown
            together, shown = [], ()
        together.append(here)
        shown += effects
    if together:
        yield together, shown


def _is_quiet(here: Moment) -> bool:
    return all(isinstance(effect, Listen) for effect in here.effects)


def _in_reach(at: datetime) -> None:
    if not EARLIEST <= at.year <= LATEST:
        message = f"the year {at.year} is too far away; calls are walked in the years {EARLIEST} to {LATEST}"
        raise ValueError(message)


_WAITS = (Listen, Transfer, LookUp, Record, Choose, End)

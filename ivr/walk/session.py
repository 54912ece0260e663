"""One walk: a call, all that happened to it, and the way back to every moment of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ivr.effect import Choose, Effect, End, Listen, LookUp, Question, Record, Transfer
from ivr.engine import begin, step
from ivr.flow import moment
from ivr.transcript import closing, lines_of, opening

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.event import Event
    from ivr.flow import Flow


class Moment(NamedTuple):
    """The call after one event: what happened, how the call is then, what it is waiting for, and what was said of it.

    `event` is None when the call has just been answered, or where the clock was set.
    """

    event: Event | None
    call: Call
    effects: tuple[Effect, ...]
    waits: Effect
    note: str = ""


class Session:
    """A walk through `flow` that begins on `line` at the moment `at`; raises ValueError for a line it does not have."""

    def __init__(self, flow: Flow, line: str, at: datetime, language: str | None = None) -> None:
        """Answer the call."""
        self.flow = flow
        self.language = language
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
        waits = self.now.waits
        return waits if isinstance(waits, Transfer | LookUp | Record | Choose) else None

    def start(self, line: str, at: datetime) -> None:
        """Begin anew, on a line and at a moment."""
        call, effects = begin(self.flow, line, at, language=self.language)
        self.moments = [Moment(None, call, effects, effects[-1])]

    def restart(self) -> None:
        """Dial the same line again at the same time."""
        first = self.moments[0].call
        self.start(first.line, first.at)

    def feed(self, event: Event, note: str = "") -> Moment:
        """Let an event happen to the call."""
        call, effects = step(self.flow, self.call, event)
        waits = next((effect for effect in reversed(effects) if isinstance(effect, _WAITS)), self.now.waits)
        self.moments.append(Moment(event, call, effects, waits, note))
        return self.now

    def step_back(self) -> bool:
        """Undo the last event; False where there is none."""
        if len(self.moments) == 1:
            return False
        self.moments.pop()
        return True

    def set_clock(self, at: datetime) -> None:
        """Make it `at` now: the call goes on as if it had begun that much earlier or later."""
        shifted = self.call._replace(at=moment(at, self.flow) - timedelta(seconds=self.call.seconds))
        note = f"the clock is set to {at:%a %Y-%m-%d %H:%M}"
        self.moments.append(Moment(None, shifted, (), self.now.waits, note))

    def lines(self, since: int = 0) -> list[str]:
        """Write down what happened from moment number `since` on."""
        written = [opening(self.flow, self.moments[0].call)] if since == 0 else []
        for number, here in enumerate(self.moments[since:], since):
            if here.note:
                written.append(f"       ({here.note})")
            if here.event is not None or number == 0:
                written += lines_of(self.flow, here.event, here.call, here.effects)
        return written

    def closing(self) -> str:
        """Sum the call up."""
        return closing(self.call)


_WAITS = (Listen, Transfer, LookUp, Record, Choose, End)

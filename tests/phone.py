"""A telephone for tests: it dials a line of a flow that is written as text, and remembers what the call is told."""

from __future__ import annotations

from datetime import UTC, datetime
from textwrap import dedent

from ivr.call import Call
from ivr.effect import Came, Effect, Listen, Say
from ivr.engine import begin, step
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.flow import Flow
from ivr.loader import load_text

LINE = "1-800-555-0100"
NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)  # a Tuesday
HEAD = f"ivr: 1\ntimezone: UTC\nlines: {{{LINE}: main}}\n"


def flow_of(text: str, head: str = HEAD) -> Flow:
    """Read a flow; `head` goes before the text, and any fault of it fails the test."""
    loaded = load_text(head + dedent(text))
    assert [reported.fault.message for reported in loaded.faults] == []
    assert loaded.flow is not None
    return loaded.flow


class Phone:
    """One call."""

    def __init__(self, flow: Flow | str, *, at: datetime = NOON, line: str = LINE, **values: str) -> None:
        self.flow = flow_of(flow) if isinstance(flow, str) else flow
        self.call, self.effects = begin(self.flow, line, at, values=values)

    def feed(self, event: Event) -> Phone:
        """Let an event happen to the call; a call that comes back from JSON must be the same call."""
        assert Call.from_json(self.call.to_json()) == self.call
        self.call, self.effects = step(self.flow, self.call, event)
        return self

    def press(self, keys: str, after: float | None = None) -> Phone:
        """Press keys one after the other: the first after so many seconds, the others at once."""
        for number, key in enumerate(keys):
            self.feed(Key(key, 0 if number else after))
        return self

    def wait(self, times: int = 1) -> Phone:
        """Say nothing, once or more often."""
        for _ in range(times):
            self.feed(Silence())
        return self

    def speak(self, words: str) -> Phone:
        """Say something."""
        return self.feed(Spoken(words))

    def answer(self, name: str, after: float = 0.0, **values: str) -> Phone:
        """Let the world outside answer."""
        return self.feed(Outcome(name, tuple(values.items()), after))

    def hang_up(self, after: float = 0.0) -> Phone:
        """Hang up."""
        return self.feed(HangUp(after))

    @property
    def at(self) -> str:
        """Where the call is, or how it ended."""
        return f"end: {self.call.ended.how}" if self.call.ended else self.call.node

    @property
    def why(self) -> str:
        """What is said of how the call ended."""
        return self.call.ended.why if self.call.ended else ""

    @property
    def heard(self) -> list[str]:
        """What was said in the last step."""
        return [effect.text for effect in self.effects if isinstance(effect, Say)]

    @property
    def way(self) -> list[tuple[str, str, str]]:
        """The ways that were taken in the last step: from, by which exit, to."""
        return [(effect.left, effect.on, effect.node) for effect in self.effects if isinstance(effect, Came)]

    @property
    def last(self) -> Effect:
        """What the call waits for."""
        return self.effects[-1]

    @property
    def listens(self) -> Listen:
        """How the call listens."""
        assert isinstance(self.last, Listen)
        return self.last

    @property
    def seconds(self) -> float:
        """The call's clock."""
        return self.call.seconds

    def value(self, name: str) -> str | None:
        """Give a variable."""
        return self.call.value(name)

"""A witness: a call that shows a fault, written so that a person can read it and a machine can make it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

PRESS, SPEAK, WAIT, ANSWER, HANG_UP = "press", "speak", "wait", "answer", "hang up"
"""What happens to a call."""
HEAR, SET, REACH, END = "hear", "set", "reach", "end"
"""What else a call that is written down may ask for: what is heard, what is known, where the call is, how it ends."""
WORDS = frozenset({WAIT, HANG_UP})
"""Steps that are one word, and no more."""

_TIMES = {1: "", 2: " twice", 3: " three times", 4: " four times", 5: " five times"}


class Step(NamedTuple):
    """One step of a call: the caller presses keys, speaks, says nothing or hangs up, or something answers.

    `what` are the keys, the words, or the outcome; `of` is who or what gave the outcome, and `values` what it brought.
    A call that is written down may also `hear` a text, `set` values, be at a node (`reach`), or have come to its `end`.
    """

    kind: str
    what: str = ""
    of: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Witness(NamedTuple):
    """A call: the line that is dialled, the moment (aware, in the flow's own zone), and what happens.

    `when` are the words for the moment, empty where every moment would do. The call is at the node `reach` then, or it
    has come to its `end`, as a flow's `calls:` write that: `hangup`, `transfer pharmacist`.
    """

    line: str
    at: datetime
    steps: tuple[Step, ...] = ()
    reach: str = ""
    end: str = ""
    when: str = ""

    def words(self) -> str:
        """Tell the call in one line: `dial 1-800-555-0100 on Sunday 03:00, press 1, say nothing three times`."""
        return ", ".join(self.told())

    def told(self) -> tuple[str, ...]:
        """Tell the call piece by piece: what is dialled, then each thing that happens, repeated ones as one."""
        return (f"dial {self.line} on {self.when}" if self.when else f"dial {self.line}", *_told(self.steps))

    def entry(self, call: str = "") -> dict[str, Any]:
        """Give the call as an entry of a flow's `calls:`."""
        last = [{"reach": self.reach}] if self.reach else [{"end": self.end}] if self.end else []
        steps = [*map(step_entry, self.steps), *last]
        return {"call": call or self.words(), "line": self.line, "at": self.moment(), "steps": steps}

    def moment(self) -> str:
        """Give the moment as `--at` and `calls:` take it: `Sun 03:00`, or with its date where only that day will do."""
        return f"{self.at:%Y-%m-%d %H:%M}" if self.when[:1].isdigit() else f"{self.at:%a %H:%M}"

    def keys(self) -> str:
        """Give the steps as `ivr walk --keys` takes them."""
        return ",".join(_key(step) for step in self.steps)


def _told(steps: tuple[Step, ...]) -> Iterator[str]:
    for step, same in groupby(steps):
        count = len(list(same))
        yield _said(step) + _TIMES.get(count, f" {count} times")


def _said(step: Step) -> str:
    if step.kind == PRESS:
        return f"press {step.what}"
    if step.kind == SPEAK:
        return f"say '{step.what}'"
    if step.kind == ANSWER:
        brought = "".join(f", {name} {value}" for name, value in step.values)
        return f"({step.of}: {step.what}{brought})"
    return "say nothing" if step.kind == WAIT else "hang up"


def step_entry(step: Step) -> Any:  # noqa: ANN401 -- a step is a word or a mapping, as in a flow file
    """Give a step as it stands in an entry of a flow's `calls:`."""
    if step.kind == ANSWER:
        return {ANSWER: {step.of: {step.what: dict(step.values)} if step.values else step.what}}
    if step.kind == SET:
        return {SET: dict(step.values)}
    return step.kind if step.kind in WORDS else {step.kind: step.what}


def step_text(step: Step) -> str:
    """Give a step in one line, as it can be written in a flow file: `answer: {nurse: busy}`."""
    entry = step_entry(step)
    return entry if isinstance(entry, str) else _inline(entry)[1:-1]


def _inline(entry: Any) -> str:  # noqa: ANN401 -- texts, and mappings of them
    if isinstance(entry, dict):
        return "{" + ", ".join(f"{name}: {_inline(value)}" for name, value in entry.items()) + "}"
    return str(entry)


def _key(step: Step) -> str:
    if step.kind == SPEAK:
        return f"say {step.what}"
    if step.kind == ANSWER:
        return " ".join([step.what, *(f"{name}={value}" for name, value in step.values)])
    return {WAIT: "wait", HANG_UP: "hangup"}.get(step.kind, step.what)


class Shows(NamedTuple):
    """Which call shows a fault, where a check knows the place of it and not yet the call: the shortest one is found.

    The call comes to `node` and, where `on` names one of its exits, leaves it by that. `then` is `silent` where the
    caller goes on to say nothing until the call is over or comes round again, `wrong` where he goes on to press keys
    that mean nothing, and `stops` where the call ends at the node, as the flow does not say where it goes on.

    `hours` asks for a moment: schedules, and whether each is open; `language` for the language of the call at the
    node; `line` for the line dialled. `through` are nodes that the call passes before it comes to `node` (for the last
    time), in this order; `avoiding` are nodes that it never comes to.
    """

    node: str
    on: str = ""
    then: str = ""
    hours: tuple[tuple[str, bool], ...] = ()
    language: str = ""
    line: str = ""
    through: tuple[str, ...] = ()
    avoiding: tuple[str, ...] = ()

"""A witness: a call that shows a fault, written so that a person can read it and a machine can make it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

PRESS, SPEAK, WAIT, ANSWER, HANG_UP = "press", "speak", "wait", "answer", "hang up"

_TIMES = {1: "", 2: " twice", 3: " three times", 4: " four times", 5: " five times"}


class Step(NamedTuple):
    """One thing that happens: the caller presses keys, speaks, says nothing or hangs up, or something answers.

    `what` are the keys, the words, or the outcome; `of` is who or what gave the outcome, and `values` what it brought.
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
        steps = [*(_entry(step) for step in self.steps), *last]
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


def _entry(step: Step) -> Any:  # noqa: ANN401 -- a step is a word or a mapping, as in a flow file
    if step.kind == ANSWER:
        return {"answer": {step.of: {step.what: dict(step.values)} if step.values else step.what}}
    return step.kind if step.kind in {WAIT, HANG_UP} else {step.kind: step.what}


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

"""A flow under watch: it notes which schedules a step asks for, so that one step can stand for many times."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime

from ivr.explore.times import Times
from ivr.flow import Flow


@dataclass(frozen=True)
class Watched(Flow):
    """A flow whose schedules answer for one of its times, and which notes what was asked.

    `asked` holds, since it was last cleared, each schedule asked for with its answer; `now` the number of the time.
    """

    times: Times = field(default_factory=lambda: Times((), {}))
    asked: dict[str, bool] = field(default_factory=dict)
    clock: list[int] = field(default_factory=lambda: [0])

    def is_open(self, schedule: str, at: datetime) -> bool:
        """Say whether a schedule is open in the time that is looked at."""
        if schedule not in self.times.open:
            return super().is_open(schedule, at)
        answer = bool(self.times.open[schedule] >> self.clock[0] & 1)
        self.asked[schedule] = answer
        return answer

    def look(self, number: int) -> None:
        """Look at one time, and forget what was asked before."""
        self.clock[0] = number
        self.asked.clear()

    def alike(self) -> int:
        """Give the set of times for which everything asked has the same answer."""
        bits = self.times.every
        for schedule, answer in self.asked.items():
            bits &= self.times.open[schedule] if answer else ~self.times.open[schedule]
        return bits


def watched(flow: Flow, times: Times) -> Watched:
    """Put a flow under watch."""
    parts = {one.name: getattr(flow, one.name) for one in fields(Flow) if one.init}
    return Watched(**parts, times=times)

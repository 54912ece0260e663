"""HR001: schedules that hand over to one another leave a hole."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.hour_chains import Chain, Part, chains, parts
from ivr.analysis.listing import listed
from ivr.analysis.telling import is_heard
from ivr.analysis.week import WEEK_MINUTES, calendar
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.hangup import Hangup
from ivr.nodes.hours import Hours
from ivr.witness import Shows

_ONE_MINUTE = 1


@check("HR001", "hours-gap", Severity.ERROR)
def hours_gap(flow: Flow, *, longest: int = 120, covered: float = 0.9) -> Iterator[Fault]:
    """Callers at some hours are hung up on, since of several schedules that are asked in turn none holds them.

    Looked at are `hours` nodes that follow one another by `closed`, where the last `closed` hangs up. It is a fault
    if that says nothing; and if the schedules cover nearly the whole week, and a short hole lies just where one of them
    ends and another one begins. A hole of one minute is HR004's.

    Bad:
        hours:
          day: Mon-Sun 08:00-18:00
          evening: Mon-Sun 18:30-23:00
          night: Mon-Sun 23:00-08:00
        contacts: {representative: {name: Representative}, nurse: {name: Nurse}, text: {name: Letters, channel: email}}
        nodes:
          main: {hours: day, open: desk, closed: later}
          later: {hours: evening, open: nurse-desk, closed: latest}
          latest: {hours: night, open: night-desk, closed: sorry}
          nurse-desk: {transfer: nurse, failed: sorry}
          night-desk: {transfer: nurse, failed: desk}
          desk: {transfer: representative, busy: sorry, no-answer: sorry}
          sorry: {hangup: Sorry. Please call again later or write to desk@example.com.}

    Good:
        hours:
          day: Mon-Sun 08:00-18:00
          evening: Mon-Sun 18:00-23:00
        contacts: {representative: {name: Representative}, nurse: {name: Nurse}, text: {name: Letters, channel: email}}
        nodes:
          main: {hours: day, open: desk, closed: later}
          later: {hours: evening, open: nurse-desk, closed: night-desk}
          nurse-desk: {transfer: nurse, failed: sorry}
          night-desk: {transfer: nurse, failed: desk}
          desk: {transfer: representative, busy: sorry, no-answer: sorry}
          sorry: {hangup: Sorry. Please call again later or write to desk@example.com.}

    Parameter: longest: 120, the minutes of a hole between two schedules; covered: 0.9, the share of the week that the
    schedules must cover (choices of this project).
    Source: this project; no tool that was looked at asks it.
    """
    for chain in chains(flow):
        last = flow.nodes[chain.nodes[-1]]
        end = flow.nodes.get(last.closed or "") if isinstance(last, Hours) else None
        if isinstance(end, Hangup) and not end.done:
            holes = [part for part in parts(calendar(flow), chain.schedules) if not part.open]
            if is_heard(end.hangup):
                holes = _between(holes, longest) if _lost(holes) <= (1 - covered) * WEEK_MINUTES else []
            wide = [hole for hole in holes if hole.minutes > _ONE_MINUTE]
            if wide:
                yield _fault(flow, chain, wide)


def _between(holes: list[Part], longest: int) -> list[Part]:
    """Keep the short holes between two schedules, each of which may go on past the hole in no way."""
    return [hole for hole in holes if hole.minutes <= longest and hole.before.isdisjoint(hole.after)]


def _lost(holes: list[Part]) -> int:
    return sum(hole.minutes for hole in holes)


def _fault(flow: Flow, chain: Chain, holes: list[Part]) -> Fault:
    when = 0
    for hole in holes:
        when |= hole.when
    names = listed(f"'{name}'" for name in chain.schedules)
    message = f"none of {names} is open {calendar(flow).words(when)}, so callers are hung up on then"
    hint = "Let one schedule begin where the one before ends, or lead the last `closed` to somebody or to a message."
    shut = tuple((name, False) for name in chain.schedules)
    call = Shows(chain.nodes[-1], on="closed", hours=shut)
    return Fault(flow.place("nodes", chain.nodes[-1], "closed"), message, hint, call=call)

"""HR002: of several schedules that are asked in turn, an earlier one takes the hours of a later one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ivr.analysis.hour_chains import Chain, chains, parts
from ivr.analysis.open_ways import times_at
from ivr.analysis.ways import judged
from ivr.analysis.week import calendar
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.hours import Hours
from ivr.witness import Shows


@check("HR002", "hours-overlap", Severity.WARNING)
def hours_overlap(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Callers go another way than the schedule says, since an earlier schedule has taken their hours already.

    Found are two schedules of which the second begins before the first ends, so that the order of the nodes decides;
    and a schedule of which nothing is left when it is asked. A special case in front of the usual hours, such as lunch,
    is none of these.

    Bad:
        hours: {day: "Mon-Fri 08:00-18:00", evening: "Mon-Fri 17:00-22:00"}
        nodes:
          main: {hours: day, open: desk, closed: later}
          later: {hours: evening, open: evening-desk, closed: sorry}
          evening-desk: {transfer: representative, failed: sorry}

    Good:
        hours: {day: "Mon-Fri 08:00-17:00", evening: "Mon-Fri 17:00-22:00"}
        nodes:
          main: {hours: day, open: desk, closed: later}
          later: {hours: evening, open: evening-desk, closed: sorry}
          evening-desk: {transfer: representative, failed: sorry}

    Source: this project; no tool that was looked at asks it.
    """
    never = list(_never_taken(flow, today))
    for name in never:
        yield _of_no_use(flow, name)
    seen: set[tuple[str, str]] = set()
    for chain in chains(flow):
        yield from _handed_over(flow, chain, seen, frozenset(never))


def _never_taken(flow: Flow, today: date) -> Iterator[str]:
    """Name the nodes whose schedule opens at times, but never while a call can come to the node."""
    times, at = calendar(flow, today), times_at(flow, today)
    for name in judged(flow):
        node = flow.nodes[name]
        if isinstance(node, Hours) and node.open and node.hours in flow.hours and at.get(name):
            is_open = times.open(node.hours)
            if is_open and not at[name] & is_open:
                yield name


def _of_no_use(flow: Flow, name: str) -> Fault:
    node = flow.nodes[name]
    schedule, to = (node.hours, node.open) if isinstance(node, Hours) else ("", "")
    message = f"whenever '{schedule}' is open, callers have gone another way before '{name}', so none goes on to '{to}'"
    hint = "Ask for the narrower schedule first, or leave this node out."
    return Fault(flow.place("nodes", name, "hours"), message, hint, call=Shows(name))


def _handed_over(flow: Flow, chain: Chain, seen: set[tuple[str, str]], never: frozenset[str]) -> Iterator[Fault]:
    for (first, earlier), (second, later) in combinations(zip(chain.nodes, chain.schedules, strict=True), 2):
        one, other = flow.nodes[first], flow.nodes[second]
        same = isinstance(one, Hours) and isinstance(other, Hours) and one.open == other.open
        if same or second in never or (first, second) in seen:
            continue
        seen.add((first, second))
        when = _common(flow, earlier, later)
        if when:
            words = calendar(flow).words(when)
            message = (
                f"'{later}' is open {words} like '{earlier}', which is asked first, so '{second}' has no callers then"
            )
            hint = "Let one begin where the other ends."
            call = Shows(first, on="open", hours=((earlier, True), (later, True)))
            yield Fault(flow.place("nodes", second, "hours"), message, hint, call=call)


def _common(flow: Flow, earlier: str, later: str) -> int:
    """Give when both are open, where that is always as one hands over to the other."""
    found, both = 0, frozenset({earlier, later})
    for part in parts(calendar(flow), (earlier, later)):
        if part.open == both:
            if len(part.before) != 1 or len(part.after) != 1 or part.before == part.after:
                return 0
            found |= part.when
    return found

"""HR009: callers are told other hours than the schedule keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from ivr.analysis.listing import as_one
from ivr.analysis.reported import half_read
from ivr.analysis.spoken_hours import agrees, spoken_hours, spoken_zone
from ivr.analysis.ways import judged, ways
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Exit
from ivr.nodes.hours import Hours
from ivr.nodes.transfer import Transfer
from ivr.prompt import Prompt
from ivr.schedule import Schedule, Shift, describe_week
from ivr.witness import Shows

_WINTER = datetime(2026, 1, 15, tzinfo=UTC)


@check("HR009", "hours-prompt-mismatch", Severity.WARNING)
def hours_prompt_mismatch(flow: Flow) -> Iterator[Fault]:
    """Callers ring again when they were told to, and find it closed: a prompt tells other hours than the schedule has.

    Compared are prompts that callers hear because a schedule is closed, or because nobody of a desk with hours answers.
    Hours are understood in English, Spanish, French and German, where a text is plain: "Monday to Saturday, 8 to 8",
    "de lunes a viernes de 9 a 17 horas". Of anything doubtful, such as an exception, nothing is said; nor of schedules
    that are never open (HR012), or that could not be read. A gap of one minute is HR004's.

    Bad:
        hours: {desk: "Mon-Fri 08:00-18:00"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: "We are here Monday to Saturday, 8 a.m. to 8 p.m. Or write to desk@example.com."}

    Good:
        hours: {desk: "Mon-Sat 08:00-20:00"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: "We are here Monday to Saturday, 8 a.m. to 8 p.m. Or write to desk@example.com."}

    Source: this project; no tool that was looked at asks it.
    """
    guards = _guards(flow)
    for name in judged(flow):
        if guards.get(name) in flow.hours and _is_settled(flow, guards[name]):
            for path, prompt in flow.nodes[name].prompts():
                if path == (flow.nodes[name].verb,):
                    faults = tuple(_compared(flow, name, prompt, guards[name]))
                    if faults:
                        yield as_one(faults, "language", "this one, too")


def _is_settled(flow: Flow, schedule: str) -> bool:
    """Whether a schedule has hours, and nothing was wrong with how they are written."""
    return flow.hours[schedule].minutes_a_week() > 0 and not half_read(flow, "hours", schedule)


def _week(schedule: Schedule) -> Mapping[int, tuple[Shift, ...]]:
    """Give the shifts of each day, without gaps of one minute."""
    return {day: _closed_up(shifts) for day, shifts in enumerate(schedule.week)}


def _closed_up(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    kept: list[Shift] = []
    for shift in shifts:
        begin = kept.pop().begin if kept and shift.begin - kept[-1].end == 1 else shift.begin
        kept.append(Shift(begin, shift.end))
    return tuple(kept)


def _compared(flow: Flow, name: str, prompt: Prompt, called: str) -> Iterator[Fault]:
    schedule = flow.hours[called]
    for tag, text in prompt.texts:
        told = spoken_hours(text)
        if told and _same_zone(text, schedule) and not agrees(told, _week(schedule)):
            said = " and ".join(f"'{one.words}'" for one in told)
            message = f"'{name}' tells callers {said}, but '{called}' is open {describe_week(schedule.week)}"
            place = flow.place("nodes", name, flow.nodes[name].verb, *([tag] if tag else []))
            call = Shows(name, hours=((called, False),), language=tag)
            yield Fault(place, message, "Let both say the same.", call=call)


def _same_zone(text: str, schedule: Schedule) -> bool:
    """Whether a prompt names no zone, or that of the schedule."""
    zone, offset = spoken_zone(text), _WINTER.astimezone(schedule.timezone).utcoffset()
    return zone is None or (offset is not None and offset.total_seconds() == zone * 3600)


def _guards(flow: Flow) -> Mapping[str, str]:
    """Give the nodes to which callers come only because one schedule is closed or its desk does not answer."""
    found: dict[str, set[str]] = {}
    chained = {node.closed for node in flow.nodes.values() if isinstance(node, Hours)}
    for name in judged(flow):
        for way, to in ways(flow)[name]:
            found.setdefault(to, set()).add(_guard(flow, name, way, asked_later=name in chained))
    starts = {line.start for line in flow.lines.values()}
    return {name: several.pop() for name, several in found.items() if len(several) == 1 and name not in starts}


def _guard(flow: Flow, name: str, way: Exit, *, asked_later: bool) -> str:
    """Name the schedule for which a call takes a way; nothing where there is none or it is one of several."""
    node = flow.nodes[name]
    if isinstance(node, Hours):
        return node.hours if way.on == "closed" and not asked_later else ""
    contact = flow.contacts.get(node.transfer) if isinstance(node, Transfer) else None
    return contact.hours if contact else ""

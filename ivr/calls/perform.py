"""Running the calls that are written down: one after the other, through the engine, and what came of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from ivr.analysis.reported import half_read
from ivr.calls.acting import Actor
from ivr.calls.mismatch import MismatchError, named, unknown
from ivr.documents import Script
from ivr.schedule import ScheduleError, parse_moment
from ivr.session import Session, line_called
from ivr.transcript import ending
from ivr.tree import Sequence
from ivr.witness import END, HEAR, WORDS, Step, step_text

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.source import Place

_WORKING_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")


class Failure(NamedTuple):
    """Why a call is not as it was written down: the place of the step, one sentence, and what would have fitted.

    `expected` is the step as it is written, `heard` what was said since the caller last did something.
    """

    place: Place
    message: str
    hint: str = ""
    nearest: str = ""
    expected: str = ""
    heard: tuple[str, ...] = ()


class Performance(NamedTuple):
    """One call, run: its number among those of the flow (None for one that could not be read), its place, and its way.

    `session` is the call up to its end or to the step that failed; None where it could not even be dialled.
    """

    number: int | None
    script: Script
    place: Place
    session: Session | None
    failure: Failure | None

    @property
    def passed(self) -> bool:
        """Whether all steps could be taken, and held."""
        return self.failure is None

    def transcript(self) -> list[str]:
        """Give all that happened, as `ivr walk` writes it."""
        return self.session.lines() if self.session else []


class Entry(NamedTuple):
    """A call as it stands in a flow: where in the list it is, and its number among those that could be read, if it was.

    `name` is what it shows, in a few words, and `place` where that is written.
    """

    at: int
    number: int | None
    name: str
    place: Place


def entries(flow: Flow) -> Iterator[Entry]:
    """Give every call that is written down, in order, also those that could not be read."""
    numbers = {at: number for number, at in enumerate(flow.listed.get("calls", range(len(flow.calls))))}
    listed = flow.tree.get("calls", "")
    for at in range(len(listed)) if isinstance(listed, Sequence) else numbers:
        if at in numbers:
            yield Entry(at, numbers[at], flow.calls[numbers[at]].call, flow.place("calls", at, "call"))
        else:
            yield Entry(at, None, f"call {at + 1}, which cannot be read", flow.place("calls", at))


def performances(flow: Flow, today: date) -> Iterator[Performance]:
    """Run every call of a flow, as on the day `today`; one that could not be read at all has failed."""
    return (perform_entry(flow, one, today) for one in entries(flow))


def perform_entry(flow: Flow, entry: Entry, today: date) -> Performance:
    """Run one call as it stands in a flow; never raises for what stands in it, and always comes to an end."""
    if entry.number is not None:
        return perform(flow, entry.number, today)
    failure = _fault_within(flow, entry.place) or Failure(entry.place, "this is no call")
    return Performance(None, Script(call=entry.name), entry.place, None, failure)


def perform(flow: Flow, number: int, today: date) -> Performance:
    """Run one call of a flow; never raises for what stands in it, and always comes to an end."""
    script = flow.calls[number]
    path = flow.entry("calls", number)
    place = flow.place(*path, "call")
    unread = _unread(flow, number)
    if unread is not None:
        return Performance(number, script, place, None, unread)
    try:
        session = dialled(flow, script, today)
    except _Undialled as error:
        wrong = error.mismatch
        failure = Failure(flow.place(*path, error.field), wrong.message, wrong.hint, wrong.nearest)
        return Performance(number, script, place, None, failure)
    return Performance(number, script, place, session, _taken(flow, number, session))


def rehearsed(flow: Flow, number: int, today: date, steps: int | None = None) -> tuple[Session, str]:
    """Take the first `steps` of a call (all, if left out), to go on by hand from there.

    Gives the call as it is then, and one sentence about the step that could not be taken or did not hold: there the
    call stops; mostly it is empty. Raises MismatchError for a call that cannot even be dialled.
    """
    script = flow.calls[number]
    try:
        session = dialled(flow, script, today)
    except _Undialled as error:
        raise error.mismatch from error
    actor = Actor(session)
    for at, step in enumerate(script.steps[:steps], 1):
        try:
            actor.take(step)
        except MismatchError as error:
            return session, f"Step {at} does not hold, so the call stops before it: {error.message}."
    return session, ""


class _Undialled(Exception):  # noqa: N818 -- never leaves this file
    """A call that cannot begin: the field that says what cannot be, and why."""

    def __init__(self, field: str, mismatch: MismatchError) -> None:
        super().__init__(mismatch.message)
        self.field, self.mismatch = field, mismatch


def dialled(flow: Flow, script: Script, today: date) -> Session:
    """Dial the line of a call at its time; raises the reason why that cannot be."""
    if not flow.lines:
        raise _Undialled("call", MismatchError("the flow has no lines, so nobody can call it"))
    try:
        line = line_called(flow, script.line)
    except ValueError:
        raise _Undialled("line", unknown(script.line or "", flow.lines, "line")) from None
    if script.language is not None and script.language not in flow.languages:
        message = f"the flow does not speak '{script.language}'"
        raise _Undialled("language", MismatchError(message, f"It speaks {named(flow.languages)}."))
    try:
        return Session(flow, line, moment_of_call(flow, script.at, today), script.language, script.given)
    except ScheduleError as error:
        raise _Undialled("at", MismatchError(str(error))) from error
    except ValueError as error:
        raise _Undialled("at", MismatchError(str(error))) from error


def moment_of_call(flow: Flow, at: str | None, today: date) -> datetime:
    """Give when a call is made: at its time, or else at noon of the next working day that no schedule closes.

    Raises ScheduleError for a time that is none.
    """
    if at is not None:
        return parse_moment(at, flow.timezone, today, flow.closes)
    return min(parse_moment(f"{day} 12:00", flow.timezone, today, flow.closes) for day in _WORKING_DAYS)


def _unread(flow: Flow, number: int) -> Failure | None:
    """Give what the reader saw in a call that could not be read whole."""
    path = flow.entry("calls", number)
    return _fault_within(flow, flow.place(*path)) if flow.faults and half_read(flow, *path) else None


def _fault_within(flow: Flow, whole: Place) -> Failure | None:
    inside = (
        Failure(fault.place, fault.message, fault.hint)
        for _, fault in flow.faults
        if fault.place.file == whole.file and whole.line <= fault.place.line <= whole.end_line
    )
    return next(inside, None)


def _taken(flow: Flow, number: int, session: Session) -> Failure | None:
    """Take every step of a call; gives the first that does not hold."""
    steps = flow.calls[number].steps
    actor = Actor(session)
    for at, step in enumerate(steps):
        try:
            actor.take(step)
        except MismatchError as error:
            return _failure(flow, number, at, error, actor)
    return _broken_off(flow, number, session, steps)


def _failure(flow: Flow, number: int, at: int, error: MismatchError, actor: Actor) -> Failure:
    step = flow.calls[number].steps[at]
    heard = tuple(actor.heard()) if step.kind == HEAR else ()
    return Failure(_place(flow, number, at), error.message, error.hint, error.nearest, step_text(step), heard)


def _place(flow: Flow, number: int, at: int) -> Place:
    """Give where a step says what it asks for: behind its word, if anything stands there."""
    step = flow.calls[number].steps[at]
    path = (*flow.entry("calls", number), "steps", at)
    return flow.place(*path) if step.kind in WORDS else flow.place(*path, step.kind)


def _broken_off(flow: Flow, number: int, session: Session, steps: tuple[Step, ...]) -> Failure | None:
    """Refuse a call that ends by a fault of the flow, unless that is what it shows."""
    over = session.call.ended
    if over is None or over.how != "fault" or any(step.kind == END for step in steps):
        return None
    place = _place(flow, number, len(steps) - 1) if steps else flow.place(*flow.entry("calls", number), "call")
    hint = "Mend the flow; or write `end: fault` where the call is to show just that."
    return Failure(place, f"the call {ending(flow, over)}", hint)

"""A walk as a call that is written down: what the caller did, what the world answered, and what was heard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from ivr.effect import End, Listen, Say, Transfer
from ivr.event import HangUp, Key, Outcome, Silence, Spoken
from ivr.witness import ANSWER, END, HANG_UP, HEAR, PRESS, REACH, SET, SPEAK, WAIT, Step, step_entry

if TYPE_CHECKING:
    from ivr.session import Moment, Session

_LONGEST = 60
"""Letters of what is heard that a step repeats: enough to know it again."""


class UnwrittenError(ValueError):
    """A walk that cannot be written down as a call; the message is one sentence for people."""


_SEVERAL_CLOCKS = (
    "the clock was set while the call was under way, and a call that is written down has only one; "
    "dial again at that time, and walk the call anew"
)


def walked_entry(session: Session, name: str) -> dict[str, Any]:
    """Give the present call of a walk as an entry of a flow's `calls:`; raises UnwrittenError where that cannot be.

    What is heard first behind each thing that happens is written down too, and where the call is then, or how it ended.
    """
    moments = _from_dialling(session.moments)
    call = moments[0].call
    at = call.at.astimezone(session.flow.timezone)
    entry: dict[str, Any] = {"call": name, "line": call.line, "at": f"{at:%Y-%m-%d %H:%M:%S}".removesuffix(":00")}
    if session.language:
        entry["language"] = session.language
    if session.given:
        entry["given"] = dict(session.given)
    steps = list(_joined(_steps(moments)))
    return {**entry, "steps": [*map(step_entry, steps), *_last(moments[-1], steps)]}


def _from_dialling(moments: list[Moment]) -> list[Moment]:
    """Leave out that the clock was set before anything happened; later it cannot be told of one call."""
    kept = moments[:1]
    for before, here in pairwise(moments):
        if here.call.at == before.call.at:
            kept.append(here)
        elif len(kept) == 1:
            kept[0] = kept[0]._replace(call=kept[0].call._replace(at=here.call.at))
        else:
            raise UnwrittenError(_SEVERAL_CLOCKS)
    return kept


def _steps(moments: list[Moment]) -> Iterator[tuple[Step, bool]]:
    """Give the steps of each moment, and whether their keys go with those of the step before."""
    yield from ((step, False) for step in _heard(moments[0]))
    for before, here in pairwise(moments):
        event = here.event
        if isinstance(event, Key):
            yield Step(PRESS, event.key), isinstance(before.event, Key) and (_goes_on(before) or event.after == 0)
        else:
            yield _step(before, here), False
        yield from ((step, False) for step in _heard(here))


def _goes_on(here: Moment) -> bool:
    """Whether a key was the beginning of a code or an entry: then the next one belongs to it, whenever it comes."""
    return any(isinstance(effect, Listen) and effect.typed for effect in here.effects)


def _step(before: Moment, here: Moment) -> Step:
    event = here.event
    if isinstance(event, Outcome):
        asked = before.question
        of = asked.to if isinstance(asked, Transfer) else asked.name if asked else before.call.node
        return Step(ANSWER, event.name, of, event.values)
    if isinstance(event, Spoken):
        return Step(SPEAK, event.words)
    if isinstance(event, Silence):
        return Step(WAIT)
    if isinstance(event, HangUp):
        return Step(HANG_UP)
    return Step(SET, values=tuple(sorted(set(here.call.values) - set(before.call.values))))


def _heard(here: Moment) -> Iterator[Step]:
    """Give what is heard first after something has happened, as far as it is needed to know it again."""
    says = (one.text for one in here.effects if isinstance(one, Say) and one.text.strip())
    yield from (Step(HEAR, _short(text)) for text in islice(says, 1))


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0]


def _joined(steps: Iterator[tuple[Step, bool]]) -> Iterator[Step]:
    """Put keys together that were pressed as one code or entry, or straight after one another."""
    waiting: list[Step] = []
    for step, goes_on in steps:
        if goes_on and waiting and waiting[-1].kind in {PRESS, HEAR}:
            at = next(number for number in range(len(waiting) - 1, -1, -1) if waiting[number].kind == PRESS)
            waiting[at] = Step(PRESS, waiting[at].what + step.what)
            del waiting[at + 1 :]
        else:
            waiting.append(step)
    yield from waiting


def _last(here: Moment, steps: list[Step]) -> Iterator[Any]:
    """Give where the call is then, or how it ended."""
    over = here.call.ended
    if isinstance(over, End):
        if over.how != "caller" or not any(step.kind == HANG_UP for step in steps):
            yield {END: f"transfer {over.why}" if over.how == "transfer" else over.how}
    elif here.call.node:
        yield {REACH: here.call.node}

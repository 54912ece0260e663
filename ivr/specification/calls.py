"""The calls that are written down as tests, in words, and whether the flow answers them so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ivr.calls import Performance
from ivr.specification.guide import Guide, counted, sentence
from ivr.specification.parts import Row, Section, Strong, Words, listed, table
from ivr.witness import ANSWER, END, HEAR, PRESS, REACH, SET, SPEAK, WAIT, Step

NO_TIME = "the next working day at noon"
"""When a call is made that does not say when."""
_ENDS = {
    "hangup": "the line hangs up",
    "dropped": "the caller is dropped",
    "fault": "the call ends by a fault",
    "caller": "the caller hangs up",
}


def calls(guide: Guide, performed: Sequence[Performance]) -> Iterator[Section]:
    """Give the section of the calls, where the flow has any."""
    heads = ("Call", "Line", "When", "What happens", "Passes", "Documented")
    rows = tuple(_row(guide, one) for one in performed)
    if rows:
        caption = "Calls that show how the lines are meant to answer, and whether the flow answers them so"
        yield Section("Calls", "calls", (table(caption, heads, rows),))


def how_many(performed: Sequence[Performance]) -> str:
    """Say how many calls there are, and how many of them fail."""
    failed = sum(not one.passed for one in performed)
    return f"{counted(len(performed), 'call')}, {f'{failed} failed' if failed else 'all passed'}"


def _row(guide: Guide, one: Performance) -> Row:
    script = one.script
    given = [(f"{name} is {value}",) for name, value in script.given.items()]
    language = [(f"in {script.language}",)] if script.language else []
    steps = [_step(guide, step) for step in script.steps]
    return Row(
        (
            (script.call,),
            guide.line(script.line or next(iter(guide.flow.lines), "")),
            (script.at or NO_TIME,),
            listed((*given, *language, *steps), "; "),
            (Strong("no"), f": {sentence(one.failure.message)}") if one.failure else ("yes",),
            guide.documented(script.documented),
        )
    )


def _step(guide: Guide, step: Step) -> Words:
    """Say a step in words."""
    if step.kind == REACH:
        return ("be at ", *guide.thing(step.what))
    if step.kind == END:
        how, _, who = step.what.partition(" ")
        return (*guide.contact(who), " takes the call") if who else (_ENDS.get(how, "somebody takes the call"),)
    values = [f"{name} {value}" for name, value in step.values]
    brought = f" ({', '.join(values)})" if values else ""
    said = {
        HEAR: f"hear “{step.what}”",
        PRESS: f"press {step.what}",
        SPEAK: f"say “{step.what}”",
        WAIT: "say nothing",
        ANSWER: f"{step.of} answers: {step.what}{brought}",
        SET: f"set {', '.join(values)}",
    }
    return (said.get(step.kind, step.kind),)

"""What documents say of a line: the promises they make, and the calls written down as tests."""

from __future__ import annotations

from typing import Literal

from pydantic import BeforeValidator, Field

from ivr.fields import CountOrNone, Fields, Names, Seconds, Target, Text
from ivr.steps import STEPS, StepField


class Limits(Fields):
    """The most that a promise allows."""

    keys: CountOrNone | None = Field(default=None, description="At most this many keys; 0 for none.")
    seconds: Seconds | None = Field(default=None, description="At most this many seconds.")


class Promise(Fields):
    """One promise that the documents make of the line."""

    promise: Text = Field(description="The promise in one sentence.")
    from_: Names = Field(
        default=("anywhere",), alias="from", description="A line, a node, `anywhere`, or a contact that needs no call."
    )
    reach: Names = Field(description="Any of these contacts or nodes; `person` is any contact that people staff.")
    during: Text = Field(default="always", description="The schedule in which it is promised.")
    within: Limits | None = Field(default=None, description="The keys and seconds that it may take at most.")
    caller: Literal["willing", "silent", "mistaken"] = Field(default="willing", description="Who the caller is.")
    outcomes: Literal["against", "kind"] = Field(default="against", description="How lookups and transfers turn out.")
    documented: Names = Field(default=(), description="Where it is documented: a source, and the place in it.")


class Script(Fields):
    """A call written down: what the caller does and what must come of it."""

    call: Text = Field(description="What the call shows, in a few words.")
    line: Target | None = Field(default=None, description="The number that is dialled; the first line if left out.")
    at: Text | None = Field(
        default=None, description="When: `Tue 10:30`, or `2026-03-02 10:30`; the next working day at noon if left out."
    )
    language: Text | None = Field(default=None, description="The language in which the call begins.")
    given: dict[str, Text] = Field(default={}, description="Variables that are set before the call begins.")
    steps: tuple[StepField, ...] = Field(
        default=(), description=f"What happens and must come of it, in order: {', '.join(STEPS)}."
    )
    documented: Names = Field(default=(), description="Where it is documented: a source, and the place in it.")


def _short_line(value: object) -> object:
    return {"start": value} if isinstance(value, str) else value


def _short_hours(value: object) -> object:
    return {"open": value} if isinstance(value, (str, list)) else value


class Opening(Fields):
    """A named schedule, as it is written."""

    open: Names = Field(default=(), description="When it is open, as in `Mon-Fri 08:00-20:00`, or a list of such.")
    closed: Names = Field(default=(), description="Dates, or ranges of dates, on which nothing opens.")
    extra: Names = Field(default=(), description="Dates with times that are open besides.")
    timezone: Text | None = Field(default=None, description="Its own time zone; the flow's if left out.")
    documented: Names = Field(default=(), description="Where it is documented: a source, and the place in it.")
    note: Text = Field(default="", description="Anything a reader should know.")


LongLine = BeforeValidator(_short_line)
LongHours = BeforeValidator(_short_hours)

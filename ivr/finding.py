"""A finding: one thing that is wrong with a flow, said for a person, with the place to mend it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from ivr.source import Place


class Severity(IntEnum):
    """How bad a finding is for callers; the order is the order of `--fail-level`."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """Give the word used on the command line and in reports."""
        return self.name.lower()


class Fault(NamedTuple):
    """What a reader or a check saw: the place, one sentence, and how to put it right.

    `related` are other places that belong to it (the first of two definitions), each with a word of why.
    """

    place: Place
    message: str
    hint: str = ""
    related: tuple[tuple[Place, str], ...] = ()


class Finding(NamedTuple):
    """A fault together with the rule that names it and how bad it is."""

    code: str
    name: str
    severity: Severity
    fault: Fault

    @property
    def place(self) -> Place:
        """Where the fault stands."""
        return self.fault.place

    @property
    def message(self) -> str:
        """One sentence: what is wrong for the caller."""
        return self.fault.message

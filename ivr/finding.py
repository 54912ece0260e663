"""A finding: one thing that is wrong with a flow, said for a person, with the place to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from ivr.edit import Fix
from ivr.source import Place
from ivr.witness import Shows, Witness


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

    `related` are other places that belong to it (the first of two definitions), each with a word of why. `call` shows
    a fault of behaviour: a whole call, or (`Shows`) what the shortest call must come to, which is found afterwards.
    `fix` puts it right, where that can be done by a program.
    """

    place: Place
    message: str
    hint: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    call: Witness | Shows | None = None
    fix: Fix | None = None


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

    @property
    def witness(self) -> Witness | None:
        """The shortest call that shows it, for a fault of behaviour."""
        return self.fault.call if isinstance(self.fault.call, Witness) else None


def each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings in their order, each once: flows that include one file find the same there, by other calls."""
    several: dict[Finding, Finding] = {}
    for finding in findings:
        several.setdefault(finding._replace(fault=finding.fault._replace(call=None)), finding)
    return tuple(several.values())

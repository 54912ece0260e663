"""`transfer`: hands the caller to a contact or to a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import End
from ivr.effect import Transfer as Connect
from ivr.event import Event, Outcome
from ivr.fields import Names, Target, Word
from ivr.node import Await, Exit, Finish, Go, Keep, Node, Surroundings

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path

CONNECTED = "connected"
"""The outcome of a transfer that somebody took."""
OUTCOMES = ("busy", "no-answer", "closed", "failed")
NUMBER = re.compile(r"(?:\+?[0-9(]|[*#]+[0-9])[0-9A-Za-z ().*/#-]*$")


class Transfer(Node):
    """Hands the caller to a contact or to a number; `failed` serves for every failure that is not written."""

    verb: ClassVar[str] = "transfer"
    shape: ClassVar[str] = "transfer"

    transfer: Word = Field(description="The contact's name, or a telephone number.")
    busy: Target | None = Field(default=None, description="Where the call goes when it is busy there.")
    no_answer: Target | None = Field(default=None, alias="no-answer", description="Where it goes when nobody answers.")
    closed: Target | None = Field(default=None, description="Where it goes outside the contact's hours.")
    failed: Target | None = Field(default=None, description="Where it goes when connecting fails in any other way.")
    pass_: Names = Field(default=(), alias="pass", description="The variables that go to the person who answers.")

    def target(self, outcome: str) -> str | None:
        """Give where a failure leads, or None where nothing is said of it."""
        return self._own(outcome) or self.failed

    def _own(self, outcome: str) -> str | None:
        return {"busy": self.busy, "no-answer": self.no_answer, "closed": self.closed}.get(outcome)

    def arrive(self, flow: Surroundings, call: Call) -> Move:
        """Ring, unless the contact is closed at this moment."""
        contact = flow.contacts.get(self.transfer)
        if contact and not flow.is_open(contact.hours, call.now):
            return self._failed("closed")
        values = tuple(pair for pair in call.values if pair[0] in self.pass_)
        number = (contact.number or None) if contact else self.transfer
        return Await(Connect(self.transfer, number, values, (CONNECTED, *self._failures())))

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:  # noqa: ARG002 -- the same for every kind
        """End the call where somebody took it, else follow the failure."""
        if not isinstance(event, Outcome):
            return Keep()
        if event.name == CONNECTED:
            return Finish(End("transfer", self.transfer))
        return self._failed(event.name)

    def _failures(self) -> tuple[str, ...]:
        """Name what can go wrong while the contact is open; a desk may close early, where the flow has a way for it."""
        return tuple(outcome for outcome in OUTCOMES if outcome != "closed" or self.closed)

    def _failed(self, outcome: str) -> Move:
        target = self.target(outcome)
        if target is None:
            return Finish(End("dropped", f"'{self.transfer}': {outcome.replace('-', ' ')}"))
        return Go(target, outcome if self._own(outcome) else "failed")

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give the way of each failure that is written."""
        for outcome in OUTCOMES:
            target = self.failed if outcome == "failed" else self._own(outcome)
            if target:
                yield Exit(outcome, target, "outcome", (outcome,))

    def missing(self, flow: Surroundings) -> Iterator[str]:
        """Name the failures that would drop the caller: busy, no answer, and closed where it can be closed."""
        if self.failed:
            return
        contact = flow.contacts.get(self.transfer)
        for outcome in ("busy", "no-answer", "closed"):
            possible = outcome != "closed" or (contact is not None and contact.hours != "always")
            if possible and not self.target(outcome):
                yield outcome

    def reads(self) -> Iterator[tuple[str, Path]]:
        """Name the variables that are passed."""
        for name in self.pass_:
            yield name, ("pass",)

    @property
    def detail(self) -> str:
        """Who is rung."""
        return self.transfer

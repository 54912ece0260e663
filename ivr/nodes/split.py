"""`split`: sends shares of the callers different ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field, PlainValidator, WithJsonSchema

from ivr.effect import Choose, End
from ivr.event import Event, Outcome
from ivr.fields import EMPTY, described, wrong
from ivr.node import Await, Exit, Finish, Go, Keep, Node, Surroundings

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move

_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%(?: \(\d+\))?$")
_WHOLE = 100.0
_ROUNDING = 0.05


def share_of(text: str) -> float | None:
    """Give a share such as `70%` in percent, or None where it is not one."""
    found = _SHARE.match(text.strip())
    return float(found[1]) if found else None


def _shares(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping) or not value:
        raise wrong("split", f"this is {described(value)}; write shares, as in `{{70%: node, 30%: node}}`")
    shares: dict[str, str] = {}
    for share, target in _written(value):
        if share_of(share) is None:
            raise wrong("split", f"'{share}' is not a share of the callers; write a percentage, as in `70%`", (share,))
        if target == "":
            raise wrong(EMPTY, "nothing is written here", (share,))
        if not isinstance(target, str):
            raise wrong("split", f"the share '{share}' leads to {described(target)}; name one node", (share,))
        shares[share if share not in shares else f"{share} ({len(shares) + 1})"] = target
    total = sum(share_of(share) or 0 for share in shares)
    if abs(total - _WHOLE) > _ROUNDING:
        raise wrong("split", f"the shares add up to {total:g}%, so callers are lost or counted twice; make it 100%")
    return shares


def _written(value: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Give every share; two that are alike (`50%` and `50%`) are one key written twice."""
    yield from value.items()
    for again in getattr(value, "duplicates", ()):
        yield again.key, again.value


SharesField = Annotated[
    dict[str, str],
    PlainValidator(_shares),
    WithJsonSchema(
        {"type": "object", "patternProperties": {r"^\d": {"type": "string"}}, "additionalProperties": False}
    ),
]


class Split(Node):
    """Sends shares of the callers different ways; who runs the call passes the chance in."""

    verb: ClassVar[str] = "split"
    shape: ClassVar[str] = "decision"

    split: SharesField = Field(description="Where each share of the callers goes; the shares add up to 100%.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:  # noqa: ARG002 -- the same for every kind
        """Ask for a choice by chance."""
        return Await(Choose(call.node, tuple(self.split), tuple(share_of(share) or 0.0 for share in self.split)))

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:  # noqa: ARG002 -- the same for every kind
        """Follow the choice."""
        if not isinstance(event, Outcome):
            return Keep()
        if event.name not in self.split:
            return Finish(End("fault", f"'{event.name}' is not a share of this split"))
        return Go(self.split[event.name], event.name)

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give the way of each share."""
        for share, target in self.split.items():
            yield Exit(share, target, "outcome", ("split", share))

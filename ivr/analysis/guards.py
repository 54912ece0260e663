"""What must hold for a call to leave a node by each of its ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.condition import Condition
from ivr.condition.expression import Not
from ivr.flow import Flow
from ivr.node import Exit
from ivr.nodes.branch import Branch


class Guarded(NamedTuple):
    """A way out, and the conditions that hold for every call that takes it."""

    exit: Exit
    conditions: tuple[Condition, ...]


def guarded_exits(flow: Flow, name: str) -> Iterator[Guarded]:
    """Give every way out of a node; for the later ways of a branch the earlier conditions did not hold."""
    refused: tuple[Condition, ...] = ()
    for way in flow.exits(name):
        if not isinstance(flow.nodes[name], Branch):
            yield Guarded(way, (way.when,) if way.when else ())
        elif way.when is None:
            yield Guarded(way, refused)
        else:
            yield Guarded(way, (*refused, way.when))
            refused = (*refused, Condition(f"not ({way.when.text})", Not(way.when.expression)))

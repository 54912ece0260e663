"""A flow that tells what a step depends on, beside the call: hours that are open, and menus that the call has been to.

A step is taken with some facts. Where it asks for one that is not among them, `UnknownError` names it; the step is
then taken once for each answer. So the engine itself says what there is to know.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

from ivr.condition import Condition
from ivr.fields import Fields
from ivr.flow import Flow
from ivr.node import Go, Node, Surroundings
from ivr.nodes.ask import Ask
from ivr.nodes.branch import Branch
from ivr.nodes.menu import Menu
from ivr.table.slots import TYPED, mark, plain

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.event import Event
    from ivr.node import Move

NOON = datetime(2000, 1, 1, 12, tzinfo=UTC)
"""When every step begins that a table is made of."""
_BELOW = "\ufdd3"

Part = TypeVar("Part", bound=Fields)


class Open(NamedTuple):
    """Whether a schedule is open so many seconds after the step's beginning."""

    schedule: str
    after: float


class Below(NamedTuple):
    """Which menu lies below what is known of a trail; `level` counts the sub-flows under way at that trail."""

    level: int


class Same(NamedTuple):
    """Whether an entry is the same as a text that the call knows, which may be the mark of another entry."""

    text: str


Fact = Open | Below | Same
Facts = Mapping[Fact, Any]


class UnknownError(Exception):
    """A step depends on a `fact` that it was not given."""

    def __init__(self, fact: Fact) -> None:
        """Name the fact."""
        super().__init__(fact)
        self.fact = fact


@dataclass(frozen=True)
class Probed(Flow):
    """A flow that answers for `facts`, to be put there before each step."""

    facts: dict[Fact, Any] = field(default_factory=dict)

    def is_open(self, schedule: str, at: datetime) -> bool:
        """Say what the facts say; raises UnknownError where they say nothing."""
        if schedule not in self.hours:
            return super().is_open(schedule, at)
        fact = Open(schedule, round((at - NOON).total_seconds(), 6))
        if fact not in self.facts:
            raise UnknownError(fact)
        return bool(self.facts[fact])


def below(level: int) -> str:
    """Give the name that stands for all of a trail that is not known."""
    return f"{_BELOW}{level}"


def level_of(name: str) -> int | None:
    """Give the level of such a name, or None where it is a node's."""
    return int(name[1:]) if name.startswith(_BELOW) else None


class _Bottom(Node):
    """Stands at the bottom of a trail: a call that comes there goes back to a menu that is not known."""

    verb: ClassVar[str] = "bottom"

    level: int

    def arrive(self, flow: Surroundings, call: Call) -> Move:  # noqa: ARG002 -- the same for every kind
        raise UnknownError(Below(self.level))


class _Marking(Ask):
    """An ask whose entry is a mark."""

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:
        move = super().react(flow, call, event)
        if isinstance(move, Go) and move.values:
            return move._replace(values=tuple((name, mark(TYPED, entry)) for name, entry in move.values))
        return move


@dataclass(frozen=True, slots=True)
class _Plain(Condition):
    """A condition that is asked of the examples."""

    def holds(self, values: Mapping[str, str]) -> bool:
        return Condition.holds(self, {name: plain(value) for name, value in values.items()})


def probed(flow: Flow, levels: int) -> Probed:
    """Make a flow tell what its steps depend on; so many sub-flows may be under way at once."""
    parts = {one.name: getattr(flow, one.name) for one in fields(Flow) if one.init}
    bottoms = {below(level): _Bottom(level=level) for level in range(levels + 1)}
    parts["nodes"] = {**{name: _watched(node) for name, node in flow.nodes.items()}, **bottoms}
    parts["keys"] = {key: _asked(everywhere) for key, everywhere in flow.keys.items()}
    return Probed(**parts)


def _watched(node: Node) -> Node:
    if isinstance(node, Menu) and any(option.when for option in node.options.values()):
        return node.model_copy(update={"options": {key: _asked(option) for key, option in node.options.items()}})
    if isinstance(node, Branch):
        return node.model_copy(update={"branch": tuple(_asked(case) for case in node.branch)})
    if isinstance(node, Ask):
        return _Marking.model_construct(**{name: getattr(node, name) for name in Ask.model_fields})
    return node


def _asked(part: Part) -> Part:
    """Let the condition of an option, a case or a key be asked of examples."""
    when = getattr(part, "when", None)
    return part if when is None else part.model_copy(update={"when": _Plain(when.text, when.expression)})

"""What a table is made of: states of calls without their clock, and what every event does to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ivr.table.probed import Fact

if TYPE_CHECKING:
    from ivr.effect import Effect, Say
    from ivr.node import Values

Level = tuple[int, int, tuple[str, ...]]
"""A trail after a move: that of a level before (-1: none), without so many menus, and with the menus come to since."""


class Key(NamedTuple):
    """What tells states apart: a call without its line, its clock, its presses, and the trails that `back` follows.

    `stack` names the nodes that run the sub-flows under way. `trails` are known only where keys wait that were pressed
    `ahead`; elsewhere they are left to whoever follows a call. `own` is what plays at the node itself.
    """

    node: str
    language: str
    failures: int
    typed: str
    ahead: str
    swallow: str
    stack: tuple[str, ...]
    values: Values
    own: tuple[Say, ...]
    waits: Effect
    trails: tuple[tuple[str, ...], ...] | None = None


class Leaf(NamedTuple):
    """One step, all that it depends on being known.

    `seconds` is the call's clock after it, counted from when the source's own prompts began; `effects` what is given
    out before the target's own prompts; `slots` where each slot of the target has its text from. `still` says that no
    time passed and what was playing plays on.
    """

    target: State
    seconds: float
    effects: tuple[Effect, ...]
    slots: tuple[str, ...]
    kept: int
    levels: tuple[Level, ...]
    still: bool = False


@dataclass(frozen=True, slots=True)
class Fork:
    """A step that depends on a fact: what comes of it for each answer."""

    fact: Fact
    ways: tuple[tuple[object, Step], ...]


Step = Leaf | Fork


class Answer(NamedTuple):
    """An outcome with what it brings: a text, or None for a slot that whoever answers fills in."""

    outcome: str
    values: tuple[tuple[str, str | None], ...]
    step: Step


@dataclass(slots=True, eq=False)
class Typing:
    """What happens at an ask: `machine` counts the ask's machine, `first` are the seconds at the first digit.

    `full`, `end` and `quiet` give, by the sort of the entry, what comes of it when there is no more room, at the end
    key, and after a silence; `keys` what the keys do that are neither, `words` what words do.
    """

    machine: int
    first: float = 0.0
    between: float = 0.0
    full: dict[int, Step] = field(default_factory=dict)
    end: dict[int, Step] = field(default_factory=dict)
    quiet: dict[int, Step] = field(default_factory=dict)
    keys: dict[str, Step] = field(default_factory=dict)
    words: Step | None = None
    ends: str = ""


@dataclass(slots=True, eq=False)
class State:
    """A state and what every event does to it; an ended one has no events."""

    number: int
    key: Key
    keys: dict[str, Step] = field(default_factory=dict)
    silence: Step | None = None
    words: dict[str, Step] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    typing: Typing | None = None

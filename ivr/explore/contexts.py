"""What may lie below the top of a state's stacks: for the trail of `back`, and for the sub-flows under way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.explore.state import State

Parents = dict[State | None, int]
"""The states that may lie below, with the times; None where there is nothing below."""


class Origin(NamedTuple):
    """Where a call comes from: the state `source`, and the state `level` on whose level of the stacks it now is.

    They differ where the top of a stack was taken away: then `level` (and `via`) is what lay below, and it `returns`
    where that was the stack of sub-flows.
    """

    level: State
    source: State
    via: State | None = None
    returns: bool = False


class Contexts:
    """The states that may lie below each state, as far as is known; they flow along edges that stay on one level."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self.below: dict[int, Parents] = {}
        self.outer: dict[int, Parents] = {}
        self.returning: dict[int, dict[int, int]] = {}
        self.backing: dict[int, dict[int, int]] = {}
        self._same: dict[str, dict[int, dict[State, int]]] = {"below": {}, "outer": {}}

    def begin(self, root: State) -> None:
        """Put nothing below the state in which a line is dialled."""
        self.below[root.number] = {None: root.bits}
        self.outer[root.number] = {None: root.bits}

    def arrive(
        self, origin: Origin, target: State, bits: int, *, entered: bool
    ) -> Iterator[tuple[State, dict[str, Parents]]]:
        """Note what lies below a state that was come to; gives the states of which more is known now, and what."""
        level = origin.level
        if entered:
            grown = [*self._add("outer", target, {level.unfailed: bits}), *self._add("below", target, {None: bits})]
        else:
            grown = [*self._pass_on("outer", self._outer_of(origin), target, bits), *self._trail(level, target, bits)]
        yield from grown

    def _outer_of(self, origin: Origin) -> State:
        """Give the state whose sub-flow goes on: going back stays in it, ending one goes on in what ran it."""
        return origin.level if origin.returns else origin.source

    def _trail(self, level: State, target: State, bits: int) -> Iterator[tuple[State, dict[str, Parents]]]:
        before, after = level.call.trail, target.call.trail
        if after == before or not after or (before and before[-1] == after[-1]):
            yield from self._pass_on("below", level, target, bits)
        elif after[-1] in before:
            for state in self._on_trail(level, after[-1]):
                yield from self._pass_on("below", state, target, bits)
        else:
            yield from self._add("below", target, {level.unfailed if before else None: bits})

    def _on_trail(self, level: State, menu: str) -> Iterator[State]:
        """Give the nearest states of a menu that lie below a state."""
        seen, ahead = {level.number}, [level]
        while ahead:
            here = ahead.pop()
            for parent in self.below[here.number]:
                if parent is None or parent.number in seen:
                    continue
                seen.add(parent.number)
                if parent.call.trail[-1:] == (menu,):
                    yield parent
                else:
                    ahead.append(parent)

    def _pass_on(
        self, kind: str, source: State, target: State, bits: int
    ) -> Iterator[tuple[State, dict[str, Parents]]]:
        if source is target:
            return
        followers = self._same[kind].setdefault(source.number, {})
        followers[target] = followers.get(target, 0) | bits
        known = self._known(kind)[source.number]
        yield from self._add(kind, target, {parent: held & bits for parent, held in known.items()})

    def _known(self, kind: str) -> dict[int, Parents]:
        return self.below if kind == "below" else self.outer

    def _add(self, kind: str, state: State, parents: Parents) -> Iterator[tuple[State, dict[str, Parents]]]:
        """Add what lies below a state, and below all that follow it on the same level."""
        ahead = [(state, parents)]
        while ahead:
            here, given = ahead.pop()
            known = self._known(kind).setdefault(here.number, {})
            other = self.outer if kind == "below" else self.below
            other.setdefault(here.number, {})
            new = {parent: held & ~known.get(parent, 0) for parent, held in given.items()}
            new = {parent: held for parent, held in new.items() if held}
            if not new:
                continue
            for parent, held in new.items():
                known[parent] = known.get(parent, 0) | held
            yield here, {kind: new}
            for follower, bits in self._same[kind].get(here.number, {}).items():
                passed = {parent: held & bits for parent, held in new.items() if held & bits}
                ahead.append((follower, passed))

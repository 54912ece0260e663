"""Calls through a network, before they are made with the engine."""

from __future__ import annotations

from typing import NamedTuple

from ivr.paths.network import Arc


class Walk(NamedTuple):
    """A call through a network: what happens in it, and the times at which it does."""

    arcs: tuple[Arc, ...]
    times: int

    @property
    def takes(self) -> int:
        """The exits that it takes."""
        taken = 0
        for arc in self.arcs:
            taken |= arc.takes
        return taken

    @property
    def all_times(self) -> int:
        """All times at which just this happens, also those that other calls tell apart."""
        times = self.arcs[0].bits
        for arc in self.arcs:
            times &= arc.bits
        return times

    @property
    def order(self) -> tuple[int, ...]:
        """Where it stands among others, if those come together that begin alike."""
        return tuple(arc.number for arc in self.arcs)

    @property
    def steps(self) -> int:
        """How many things happen in it."""
        return sum(arc.steps for arc in self.arcs)

"""What the caller of a drawing may ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ivr.drawing.picture import CLOSED, NO_CALLS, Mark
from ivr.open_at import Shut


def _nothing() -> Mapping[str, tuple[Mark, ...]]:
    return MappingProxyType({})


def _nobody_waits(_: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Options:
    """What a drawing shows beside the flow itself.

    `title` heads the drawing and `subtitle` stands under it (the time asked for, the keys of a call).
    `closed` are nodes and exits that nobody gets through at the time asked for: they are greyed.
    `call` is the way of one call as `(node, on)`, in order; the last `on` may be empty.
    `findings` are what to mark a node with. `start` and `depth` (how many steps from it) ask for a part.
    `split` asks for one page a menu with an overview. `tell` takes a sentence for somebody who waits, at once.
    `tags` says in a word what is to be said of exits beside the flow itself (see `picture.TAGS`), by the node, the
    exit, and where it leads; what is to be said of a node stands among the `findings`.
    """

    title: str = ""
    subtitle: str = ""
    closed: frozenset[Shut] = frozenset()
    call: tuple[tuple[str, str], ...] = ()
    findings: Mapping[str, tuple[Mark, ...]] = field(default_factory=_nothing)
    start: str | None = None
    depth: int | None = None
    split: bool = False
    tell: Callable[[str], None] = _nobody_waits
    tags: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def shut(self, node: str, on: str = "") -> str:
        """Say in a word or two why nobody gets through there; empty where somebody may."""
        if Shut(node, on) in self.closed:
            return CLOSED
        return NO_CALLS if Shut(node, on, closed=False) in self.closed else ""

    def is_out_of_reach(self, node: str) -> bool:
        """Whether nobody comes to a node at the time asked for."""
        return Shut(node, closed=False) in self.closed

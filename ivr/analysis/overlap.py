"""Codes of a menu that begin other codes of it, so that who presses the shorter one has to wait."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ivr.analysis.assignment import Assignment, assigned_everywhere, assignments
from ivr.analysis.listing import listed
from ivr.analysis.pressed import pressed_in, pressed_somewhere
from ivr.condition import compatible
from ivr.finding import Fault
from ivr.flow import Flow
from ivr.listening import Listening

SHORTEST_EXTENSION: Final = 3


class Overlap(NamedTuple):
    """A code, and the longer ones that begin with it; `seconds` is how long it waits. No menu: the flow's own keys."""

    menu: str
    shorter: Assignment
    longer: tuple[Assignment, ...]
    seconds: float


def overlaps(flow: Flow) -> Iterator[Overlap]:
    """Give every code that begins another: the flow's keys among themselves, then those of each menu."""
    everywhere = tuple(assigned_everywhere(flow).values())
    for shorter, longer in _within(everywhere):
        yield Overlap("", shorter, tuple(longer), flow.defaults.between)
    for name, assigned in assignments(flow).items():
        for shorter, longer in _within(assigned):
            own = tuple(one for one in longer if shorter.own or one.own)
            node = flow.nodes[name]
            if own and isinstance(node, Listening):
                yield Overlap(name, shorter, own, node.between_in(flow))


def _within(assigned: tuple[Assignment, ...]) -> Iterator[tuple[Assignment, list[Assignment]]]:
    codes = {one.key: one for one in assigned}
    longer: dict[str, list[Assignment]] = {}
    for key, one in codes.items():
        for length in range(1, len(key)):
            if key[:length] in codes and _both_there(codes[key[:length]], one):
                longer.setdefault(key[:length], []).append(one)
    yield from ((codes[key], longer[key]) for key in codes if key in longer)


def _both_there(one: Assignment, other: Assignment) -> bool:
    """Whether two options can be there in the same call, as far as their conditions tell."""
    conditions = [each.when for each in (one, other) if each.when]
    return len(conditions) < 2 or compatible(conditions) is not False  # noqa: PLR2004 -- one alone excludes nothing


def is_extension(overlap: Overlap, digits: int = SHORTEST_EXTENSION) -> bool:
    """Whether a short code begins extensions, of so many digits or more, rather than other choices of the menu."""
    short = len(overlap.shorter.key) < digits
    return short and any(one.key.isdigit() and len(one.key) >= digits for one in overlap.longer)


def overlap_fault(flow: Flow, overlap: Overlap, why: str, hint: str, why_one: str = "begins with it too") -> Fault:
    """Say how long callers wait and because of which codes; `why` follows several of them, `why_one` a single one."""
    shorter, codes = overlap.shorter, [one.key for one in overlap.longer]
    where = f"in '{overlap.menu}'" if overlap.menu else "in every menu"
    unit = "second" if overlap.seconds == 1 else "seconds"
    message = (
        f"{where} callers who press {shorter.key} wait {overlap.seconds:g} {unit} in silence before it counts,"
        f" because {listed(codes)} {why if len(codes) > 1 else why_one}"
    )
    call = pressed_in(overlap.menu, shorter.key) or pressed_somewhere(flow, shorter.key)
    places = [(one.place(flow), f"{one.key} begins with {shorter.key}") for one in overlap.longer]
    if overlap.menu and not shorter.own:
        first, *rest = places
        return Fault(first[0], message, hint, ((shorter.place(flow), "the key of the whole flow"), *rest), call)
    return Fault(shorter.place(flow), message, hint, tuple(places), call)


def is_waited_for(flow: Flow) -> frozenset[tuple[str, str]]:
    """Give the longer codes of all overlaps, each with its menu, of which that is said already."""
    return frozenset((overlap.menu or one.menu, one.key) for overlap in overlaps(flow) for one in overlap.longer)

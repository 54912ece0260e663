"""How a message names several things at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ivr.finding import Fault

MOST_NAMED: Final = 6


def listed(things: Iterable[str]) -> str:
    """Give "a", "a and b" or "a, b and c"; of more than six things the rest is counted."""
    names = list(things)
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def as_one(faults: Iterable[Fault], thing: str, why: str) -> Fault:
    """Make one fault of several that one mend puts right: the first tells of the others, and names their places."""
    first, *others = faults
    if not others:
        return first
    more = f"{first.message} (and so it is with {len(others)} other {thing}{'s' if len(others) > 1 else ''})"
    related = (*first.related, *((fault.place, why) for fault in others[:MOST_NAMED]))
    return first._replace(message=more, related=related)

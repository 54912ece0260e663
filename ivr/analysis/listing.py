"""How a message names several things at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MOST_NAMED: Final = 6


def listed(things: Iterable[str]) -> str:
    """Give "a", "a and b" or "a, b and c"; of more than six things the rest is counted."""
    names = list(things)
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)

"""Keys of a sequence that are explained one by one behind it: `Press 5, then 0 (5 is other services, 0 a banker)`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.told import Told

_NEAR: Final = 2
"""Lines below a sequence in which its keys are explained."""


def explained(told: Sequence[Told]) -> list[Told]:
    """Put keys that are explained right below a sequence of them behind those that come before them in it."""
    kept: list[Told] = []
    ways: dict[tuple[str, str, str], Told] = {}
    first: dict[tuple[str, str, str], int] = {}
    for one in told:
        name = (one.document, one.number, one.key)
        way = ways.get(name)
        if one.path and not one.topic:
            ways[name] = one
        elif way is not None and not one.path and 0 <= one.line - way.line <= _NEAR:
            begun = first.get((one.document, one.number, way.path[0]), -1)  # the line that explains the first of them
            kept.append(one._replace(path=way.path) if begun >= way.line and one.key not in way.path else one)
            continue
        elif not one.path and one.topic:
            first[name] = one.line
        kept.append(one)
    return kept

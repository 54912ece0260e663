"""What callers get used to: the key on which a flow usually has what every menu may have, and the menus that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from ivr.analysis.assignment import (
    Assignment,
    assigned_everywhere,
    assignments,
    goes_one_back,
    misuses_zero,
    redefines,
    swapped_with_zero,
)
from ivr.analysis.key_meaning import BACK, EVERYWHERE, OPERATOR, START
from ivr.analysis.telling import named_keys
from ivr.flow import Flow
from ivr.prompt import Prompt

_CONVENTION: Final = MappingProxyType({OPERATOR: "0", BACK: "*"})


class Habit(NamedTuple):
    """What callers want in many menus (`meaning`), the key it usually has, and who does and does not keep to it."""

    meaning: str
    key: str
    kept: tuple[Assignment, ...]
    broken: tuple[Assignment, ...]


def habits(flow: Flow) -> tuple[Habit, ...]:
    """Give the habits that the menus of the flow teach; only menus that a line leads to, and single keys, count.

    A menu that has the usual key too breaks no habit, whatever else it offers; a key that callers are not told of
    neither makes nor breaks one. Options that give one of the flow's keys or 0 another meaning are left out, for that
    is told by other rules.
    """
    if "habits" not in flow.memo:
        flow.memo["habits"] = tuple(_habits(flow))
    found: tuple[Habit, ...] = flow.memo["habits"]
    return found


def taught(flow: Flow) -> tuple[Assignment, ...]:
    """Give every single key that does what callers expect of every menu, in the menus that a line leads to."""
    reached = flow.reachable()
    return tuple(
        one
        for name, assigned in assignments(flow).items()
        if name in reached
        for one in assigned
        if len(one.key) == 1 and one.meaning.split(" ")[0] in EVERYWHERE and _is_free(flow, one)
    )


def _is_free(flow: Flow, one: Assignment) -> bool:
    return not (redefines(flow, one) or misuses_zero(flow, one) or swapped_with_zero(flow, one))


def _habits(flow: Flow) -> Iterator[Habit]:
    by_meaning: dict[str, list[Assignment]] = {}
    for one in taught(flow):
        by_meaning.setdefault(one.meaning, []).append(one)
    back = _usual_key(flow, BACK, by_meaning.get(BACK, []))
    by_meaning[START] = [one for one in by_meaning.get(START, []) if one.key != back or not goes_one_back(flow, one)]
    for meaning, having in by_meaning.items():
        uses = [one for one in having if _is_told(flow, one)]
        usual = _usual_key(flow, meaning, uses)
        keep = {one.menu for one in having if one.key == usual}
        yield Habit(
            meaning,
            usual,
            tuple(one for one in uses if one.key == usual),
            tuple(one for one in uses if one.menu not in keep and not _is_taken(flow, one.menu, usual)),
        )


def _is_told(flow: Flow, one: Assignment) -> bool:
    """Whether callers are told of a key: by its announcement, or by the prompt."""
    return one.announced or one.key in named_keys(flow, getattr(flow.nodes[one.menu], "menu", Prompt()))


def _usual_key(flow: Flow, meaning: str, uses: list[Assignment]) -> str:
    """Give the key that most menus have; of equally many one of the flow's keys, the conventional one, the first."""
    menus: dict[str, set[str]] = {}
    for one in uses:
        menus.setdefault(one.key, set()).add(one.menu)
    everywhere = assigned_everywhere(flow)
    ranks = [
        (-len(among), key not in everywhere, key != _CONVENTION.get(meaning), order)
        for order, (key, among) in enumerate(menus.items())
    ]
    return list(menus)[min(ranks)[-1]] if ranks else ""


def _is_taken(flow: Flow, menu: str, key: str) -> bool:
    """Whether a menu gives the usual key, one of the flow's, another meaning."""
    return _redefined(flow).get((menu, key), False)


def _redefined(flow: Flow) -> Mapping[tuple[str, str], bool]:
    if "redefined" not in flow.memo:
        everywhere = assigned_everywhere(flow)
        flow.memo["redefined"] = {
            (name, one.key): True
            for name, assigned in assignments(flow).items()
            for one in assigned
            if one.own and one.key in everywhere and (redefines(flow, one) or misuses_zero(flow, one))
        }
    found: Mapping[tuple[str, str], bool] = flow.memo["redefined"]
    return found

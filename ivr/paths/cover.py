"""A small set of calls that takes every exit: each call takes as many as it can of those that no call takes yet."""

from __future__ import annotations

from collections.abc import Iterable

from ivr.paths.nearest import nearest
from ivr.paths.network import View
from ivr.paths.plan import Plan
from ivr.paths.route import route
from ivr.paths.walks import Walk


def covering(views: Iterable[View], exits: int, most: int) -> list[Walk]:
    """Give calls that take all of some exits, few of them, of at most so many steps.

    A call is longer only where an exit cannot be taken otherwise.
    """
    plans = [Plan(view, exits) for view in views]
    walks: list[Walk] = []
    wanted = exits
    while wanted:
        for plan in plans:
            plan.renew(wanted)
        plan = max(plans, key=lambda plan: plan.gain)
        walk = _walk(plan, wanted, most)
        if walk is None:
            break
        walks.append(walk)
        wanted &= ~walk.takes
    return needed(walks, exits)


def _walk(plan: Plan, wanted: int, most: int) -> Walk | None:
    """Make the planned call; where it is too long, or takes nothing, a shortest one for one of the wanted exits."""
    walk = route(plan.view, plan.root, tuple(plan.ways()), wanted, most)
    if walk.takes & wanted and walk.steps <= most:
        return walk
    nearer = nearest(plan.view, plan.takes & -plan.takes, ending=True)
    return nearer if nearer is not None and nearer.takes & wanted else None


def needed(walks: list[Walk], exits: int) -> list[Walk]:
    """Leave out calls all of whose exits others take as well; those that take the fewest first."""
    kept = dict(enumerate(walk.takes & exits for walk in walks))
    for number in sorted(kept, key=lambda one: (kept[one].bit_count(), -one)):
        others = 0
        for other, takes in kept.items():
            others |= takes if other != number else 0
        if not kept[number] & ~others:
            del kept[number]
    return [walks[number] for number in kept]

"""Calls made of a flow: few that take every exit, every one up to a length, the shortest to a place."""

from ivr.paths.every import every_call
from ivr.paths.generated import Generated, made, taken_by
from ivr.paths.shortest import Goal, by_exit, shortest_call, to_contact, to_node
from ivr.paths.smallest import ENDLESS, Covering, everywhere, smallest
from ivr.paths.untaken import Untaken, exits_written, untaken, why_untaken

__all__ = [
    "ENDLESS",
    "Covering",
    "Generated",
    "Goal",
    "Untaken",
    "by_exit",
    "every_call",
    "everywhere",
    "exits_written",
    "made",
    "shortest_call",
    "smallest",
    "taken_by",
    "to_contact",
    "to_node",
    "untaken",
    "why_untaken",
]

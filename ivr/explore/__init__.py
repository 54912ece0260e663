"""Exploring a flow: every call that could be made, at every hour, by the engine's own steps."""

from ivr.explore.calls import call_showing, is_met, path_to, replay, witness
from ivr.explore.explore import Explored, explored
from ivr.explore.state import Edge, State
from ivr.explore.taken import Stop, Taken, exits_along, exits_takeable, exits_taken, takeable
from ivr.explore.times import Time, Times, times_of

__all__ = [
    "Edge",
    "Explored",
    "State",
    "Stop",
    "Taken",
    "Time",
    "Times",
    "call_showing",
    "exits_along",
    "exits_takeable",
    "exits_taken",
    "explored",
    "is_met",
    "path_to",
    "replay",
    "takeable",
    "times_of",
    "witness",
]

"""Where promises look for positions."""

from ivr.explore.positions import MOST_POSITIONS, Onward, Position, Positions, positions_of

__all__ = ["MOST_POSITIONS", "Onward", "Position", "Positions", "positions_of"]

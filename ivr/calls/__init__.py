"""Calls as tests: those that are written down, run through the engine, and what they cover of a flow."""

from ivr.calls.mismatch import MismatchError
from ivr.calls.perform import (
    Entry,
    Failure,
    Performance,
    entries,
    perform,
    perform_entry,
    performances,
    rehearsed,
)

__all__ = [
    "Entry",
    "Failure",
    "MismatchError",
    "Performance",
    "entries",
    "perform",
    "perform_entry",
    "performances",
    "rehearsed",
]

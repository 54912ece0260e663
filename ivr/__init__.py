"""Phone menus as code: one call flow, one engine, and everything that follows from it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.effect import Came, Choose, Effect, End, Listen, LookUp, Record, Say, Transfer
    from ivr.engine import begin, step
    from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
    from ivr.flow import Flow
    from ivr.loader import Loaded, load, load_text

_HOMES = {
    "ivr.call": ("Call",),
    "ivr.effect": ("Came", "Choose", "Effect", "End", "Listen", "LookUp", "Record", "Say", "Transfer"),
    "ivr.engine": ("begin", "step"),
    "ivr.event": ("Event", "HangUp", "Key", "Outcome", "Silence", "Spoken"),
    "ivr.flow": ("Flow",),
    "ivr.loader": ("Loaded", "load", "load_text"),
}

__all__ = [
    "Call",
    "Came",
    "Choose",
    "Effect",
    "End",
    "Event",
    "Flow",
    "HangUp",
    "Key",
    "Listen",
    "Loaded",
    "LookUp",
    "Outcome",
    "Record",
    "Say",
    "Silence",
    "Spoken",
    "Transfer",
    "begin",
    "load",
    "load_text",
    "step",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- whatever is asked for
    """Import a public name when it is first used, so that `import ivr` costs nothing."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(module), name)
    message = f"module 'ivr' has no attribute '{name}'"
    raise AttributeError(message)

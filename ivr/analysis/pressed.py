"""Which call shows what a key does, or what is said: where it is written or, if everywhere, at the nearest node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from ivr.analysis.assignment import Assignment, assignments
from ivr.analysis.ways import met
from ivr.finding import Fault
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.node import Path
from ivr.witness import Shows

_AFTER: Final = MappingProxyType({"silence": "silent", "wrong": "wrong"})
"""What a caller goes on to do to hear a prompt again that is said after a mistake, by the field it stands in."""
_CALLED: Final = MappingProxyType({"*": "the star key", "#": "the pound key"})


def called(key: str) -> str:
    """Name a key in a sentence: "the star key", "the key 5"."""
    return _CALLED.get(key, f"the key {key}")


def presses(flow: Flow, one: Assignment) -> Shows | None:
    """Ask for the call that presses a key in its menu; None where no menu has this key of the whole flow."""
    return pressed_in(one.menu, one.key) if one.menu else pressed_somewhere(flow, one.key)


def pressed_somewhere(flow: Flow, key: str) -> Shows | None:
    """Ask for the call that presses a key of the whole flow in the nearest menu where it works."""
    return pressed_in(_nearest(flow).get(key, ""), key)


def pressed_in(menu: str, key: str) -> Shows | None:
    """Ask for the call that presses a key in a menu; None where there is no menu."""
    return Shows(menu, on=key) if menu else None


def hears(flow: Flow, path: Path) -> Shows | None:
    """Ask for the call that hears a prompt, by its place from the top; None where it is not said at any node."""
    if path[0] == "nodes":
        return Shows(str(path[1]), then=_AFTER.get(str(path[2]), ""))
    if path[0] == "keys":
        menu = _nearest(flow).get(str(path[1]), "")
        return Shows(menu) if menu else None
    kind = str(path[1])
    nodes = ((name, flow.nodes[name]) for name in met(flow))
    name = first_met(flow, (name for name, node in nodes if isinstance(node, Listening) and not getattr(node, kind, 1)))
    return Shows(name, then=_AFTER.get(kind, "")) if name else None


def nearest_call(flow: Flow, faults: Iterable[Fault]) -> Shows | None:
    """Give the first of the calls asked for by several faults that comes to a node where callers can be."""
    calls = [fault.call for fault in faults if isinstance(fault.call, Shows)]
    return next((call for call in calls if call.node in met(flow)), calls[0] if calls else None)


def first_met(flow: Flow, names: Iterable[str]) -> str:
    """Name the first of some nodes to which callers can come, or nothing."""
    return next((name for name in names if name in met(flow)), "")


def _nearest(flow: Flow) -> Mapping[str, str]:
    """Give, for each key of the whole flow, the menu nearest to the beginning of a call in which it works."""
    if "nearest menus" not in flow.memo:
        nearest: dict[str, str] = {}
        for name in met(flow):
            for one in assignments(flow).get(name, ()):
                if not one.own:
                    nearest.setdefault(one.key, name)
        flow.memo["nearest menus"] = nearest
    found: Mapping[str, str] = flow.memo["nearest menus"]
    return found

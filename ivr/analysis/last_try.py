"""Menus and asks of which the flow does not say where they lead after the last try, and which rule tells of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.amend import added, added_to_section, as_text, fix
from ivr.analysis.helping import helping_node
from ivr.analysis.listing import as_one
from ivr.analysis.pressed import nearest_call
from ivr.edit import Fix
from ivr.finding import Fault
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.witness import Shows

NOTHING_SAID: Final = "TM001"
NOTHING_FOR_WRONG_KEYS: Final = "TM002"
TRIES_LEAD_NOWHERE: Final = "TM003"

_WRONG: Final = {
    NOTHING_SAID: "'{name}' does not say where callers go who press nothing or a wrong key; their call stops there",
    NOTHING_FOR_WRONG_KEYS: "'{name}' has words for callers who press nothing, but does not say where those go who"
    " keep pressing a wrong key; their call stops there",
    TRIES_LEAD_NOWHERE: "'{name}' allows {tries} but does not say where callers go after the last one; their call"
    " stops there",
}
_HINT: Final = "Write `otherwise:` and a node where somebody helps, here or once for all in `defaults`."


def without_last_try(flow: Flow, code: str) -> Iterator[Fault]:
    """Give a fault for every menu and ask that lacks `otherwise` and of which this one of the three codes tells.

    Where none has one, that is a single fault: one line in `defaults` mends it.
    """
    if flow.defaults.otherwise or "defaults" in flow.unread:
        return
    lacking = list(_lacking(flow, code))
    if any(isinstance(node, Listening) and node.otherwise for node in flow.nodes.values()):
        yield from lacking
    elif lacking:
        yield as_one(lacking, "node", "this one, too")._replace(
            call=nearest_call(flow, lacking), fix=_added(flow, "defaults")
        )


def _lacking(flow: Flow, code: str) -> Iterator[Fault]:
    for name, node in flow.nodes.items():
        if isinstance(node, Listening) and not node.otherwise and name not in flow.broken and _code(flow, node) == code:
            tries = node.tries_in(flow)
            message = _WRONG[code].format(name=name, tries=f"{tries} tries" if tries > 1 else "one try")
            yield Fault(
                flow.place("nodes", name, key=True),
                message,
                _HINT,
                call=_call(name, code),
                fix=_added(flow, "nodes", name),
            )


def _call(name: str, code: str) -> Shows:
    return Shows(name, then="wrong" if code == NOTHING_FOR_WRONG_KEYS else "silent")


def _added(flow: Flow, section: str, *name: str) -> Fix | None:
    helper = helping_node(flow)
    if helper is None:
        return None
    value = as_text(helper)
    where = (flow, (section, *name), "otherwise", value)
    edits = added(*where) if name else added_to_section(flow, section, "otherwise", value)
    return fix(f"Add `otherwise: {value}`.", edits, safe=False)


def _code(flow: Flow, node: Listening) -> str:
    if node.tries is not None or "tries" in flow.defaults.model_fields_set:
        return TRIES_LEAD_NOWHERE
    only_silence = node.reprompts(flow, "silence") and not node.reprompts(flow, "wrong")
    return NOTHING_FOR_WRONG_KEYS if only_silence else NOTHING_SAID

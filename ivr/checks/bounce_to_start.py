"""HU013: callers whom nobody answered are back where they began."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.listing import as_one
from ivr.analysis.typed_ahead import listening_next
from ivr.analysis.ways import judged, ways
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.witness import Shows

_NOBODY = frozenset({"busy", "no-answer", "failed"})


@check("HU013", "bounce-to-start", Severity.WARNING)
def bounce_to_start(flow: Flow) -> Iterator[Fault]:
    """Callers who asked for somebody and waited are sent back to the first menu when nobody answers.

    They have to choose all over again, and will be sent back again. A mailbox, a callback or another desk on the way
    makes it good; words alone do not. What happens while a desk is closed is left alone.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {transfer: representative, busy: main, no-answer: main}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {transfer: representative, busy: message, no-answer: message}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you, we will call you back.", done: yes}

    Source: W3C's draft on voice systems and conversational interfaces.
    """
    starts = {
        name for line in flow.lines.values() if line.start in flow.nodes for name in listening_next(flow, line.start)
    }
    first = {name for name in starts if isinstance(flow.nodes[name], Menu)}
    bounced: dict[str, list[Fault]] = {}
    for name in judged(flow):
        if flow.nodes[name].verb == "transfer":
            ways_back = (
                (way, set(listening_next(flow, way.to)) & first) for way in ways(flow)[name] if way.exit.on in _NOBODY
            )
            way, menus = next(((way, menus) for way, menus in ways_back if menus), (None, set[str]()))
            if way is not None:
                message = f"callers for whom nobody answers at '{name}' are sent back to '{min(menus)}', to begin anew"
                hint = "Lead them to a mailbox, a callback or another desk."
                call = Shows(name, on=way.exit.on)
                fault = Fault(flow.place(*way.exit.path), message, hint, call=call)
                bounced.setdefault(way.to, []).append(fault)
    for to, faults in bounced.items():
        yield from faults if to in first else [as_one(faults, "transfer", "this one, too")]

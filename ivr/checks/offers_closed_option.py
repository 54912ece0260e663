"""HR010: a menu offers what is closed, and says nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from ivr.analysis.open_ways import times_at
from ivr.analysis.ways import judged
from ivr.analysis.week import calendar
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import AGAIN, BACK, Exit
from ivr.nodes.hangup import Hangup
from ivr.nodes.hours import Hours
from ivr.nodes.menu import Menu
from ivr.nodes.transfer import Transfer
from ivr.prompt import Prompt
from ivr.witness import Shows

_FAREWELL: Final = re.compile(
    r"(?:thank(?:s| you)|for calling|good ?bye|bye|have a (?:nice|good|great) day|until next time|gracias|por llamar"
    r"|adi[oó]s|hasta luego|merci|de votre appel|au revoir|bonne journ[eé]e|danke|vielen dank|f[uü]r ihren anruf"
    r"|auf wiederh[oö]ren|\W|_)+",
    re.IGNORECASE,
)
_FURTHEST: Final = 20


@check("HR010", "offers-closed-option", Severity.WARNING)
def offers_closed_option(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Callers choose what the menu offers, and get nothing and no word of why: at that hour it is closed.

    An option is found that asks for hours and, while they are closed, leads without a word back to the same menu or to
    the end of the call. Where callers hear anything first, can leave a message, or get somebody else, it is in order.

    Bad:
        hours: {counter: "Mon-Fri 08:00-18:00"}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: billing}
          billing: {hours: counter, open: billing-desk, closed: main}
          billing-desk: {transfer: representative, failed: sorry}

    Good:
        hours: {counter: "Mon-Fri 08:00-18:00"}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: billing}
          billing: {hours: counter, open: billing-desk, closed: later}
          later: {say: Billing is closed now., next: main}
          billing-desk: {transfer: representative, failed: sorry}

    Source: this project; no tool that was looked at asks it.
    """
    times, at = calendar(flow, today), times_at(flow, today)
    for name in judged(flow):
        node = flow.nodes[name]
        if not isinstance(node, Menu) or not at.get(name):
            continue
        for way in flow.exits(name):
            schedule = _closed_without_a_word(flow, name, way) if way.announced and way.by == "key" else ""
            when = at[name] & ~times.open(schedule) if schedule else 0
            if when:
                label = f" ('{way.said}')" if way.said else ""
                message = f"'{name}' offers key {way.on}{label} {times.words(when)}, when '{schedule}' is closed"
                message += ", and callers who press it hear nothing of that"
                hint = "Say that it is closed and when it opens, or offer a message."
                call = Shows(name, on=way.on, hours=((schedule, False),))
                yield Fault(flow.place(*way.path), message, hint, call=call)


def _closed_without_a_word(flow: Flow, menu: str, way: Exit) -> str:
    """Name the schedule that keeps callers out who take a way, and of which they hear nothing; else nothing."""
    schedule, here = "", way.to
    for _ in range(_FURTHEST):
        if here in {AGAIN, BACK, menu}:
            return schedule
        node = flow.nodes.get(here)
        if node is None or here in flow.broken:
            return ""
        if isinstance(node, Hangup):
            return "" if _says_why(node.hangup) or node.done else schedule
        if isinstance(node, (Hours, Transfer)):
            named = _schedule(flow, node)
            if schedule or named not in flow.hours:
                return ""
            schedule, here = named, (node.closed if isinstance(node, Hours) else node.target("closed")) or ""
        elif node.verb == "set":
            here = next((one.to for one in flow.exits(here)), "")
        else:
            return ""
    return ""


def _schedule(flow: Flow, node: Hours | Transfer) -> str:
    if isinstance(node, Hours):
        return node.hours
    contact = flow.contacts.get(node.transfer)
    return contact.hours if contact else ""


def _says_why(prompt: Prompt) -> bool:
    """Whether a prompt says more than a farewell; of a recording without its words that is taken for granted."""
    words = [text for _, text in prompt.texts]
    return (bool(prompt.audio) and not any(words)) or any(text and not _FAREWELL.fullmatch(text) for text in words)

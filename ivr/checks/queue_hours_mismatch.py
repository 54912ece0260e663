"""HR011: callers are let through while the desk they are let through to is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.analysis.open_ways import open_schedules, times_at
from ivr.analysis.ways import judged
from ivr.analysis.week import calendar
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.transfer import Transfer
from ivr.witness import Shows


@check("HR011", "queue-hours-mismatch", Severity.ERROR)
def queue_hours_mismatch(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Callers are let through and then dropped: one schedule says that it is open, and the desk goes by another one.

    Asked are transfers that callers come to only while some schedule is open, and that do not say where callers go when
    the desk is closed. Where the transfer says that (`closed:` or `failed:`), its callers are looked after.

    Bad:
        hours: {line: "Mon-Sat 08:00-20:00", counter: "Mon-Fri 08:00-18:00"}
        contacts: {billing: {name: Billing, hours: counter}, text: {name: Letters, channel: email}}
        keys: {}
        nodes:
          main: {hours: line, open: desk, closed: sorry}
          desk: {transfer: billing, busy: sorry, no-answer: sorry}
          sorry: {hangup: Sorry. Please call again later or write to desk@example.com.}

    Good:
        hours: {line: "Mon-Fri 08:00-18:00", counter: "Mon-Fri 08:00-18:00"}
        contacts: {billing: {name: Billing, hours: counter}, text: {name: Letters, channel: email}}
        keys: {}
        nodes:
          main: {hours: line, open: desk, closed: sorry}
          desk: {transfer: billing, busy: sorry, no-answer: sorry}
          sorry: {hangup: Sorry. Please call again later or write to desk@example.com.}

    Source: this project; no tool that was looked at asks it.
    """
    times, at = calendar(flow, today), times_at(flow, today)
    for name in judged(flow):
        node = flow.nodes[name]
        if not isinstance(node, Transfer) or not flow.exits(name) or node.target("closed"):
            continue
        contact, guards = flow.contacts.get(node.transfer), open_schedules(flow).get(name)
        when = at.get(name, 0) & ~times.open(contact.hours) if contact else 0
        if contact and guards and when:
            guard = min(guards, key=lambda one: ((times.open(one) & ~times.open(contact.hours)) == 0, one))
            message = (
                f"'{guard}' lets callers through to '{name}' {times.words(when)}, when '{node.transfer}' is closed"
            )
            message += ", so they are dropped"
            hint = f"Ask for '{contact.hours}' before, or add `closed:` to the transfer."
            call = Shows(name, hours=((guard, True), (contact.hours, False)))
            related = ((flow.place("contacts", node.transfer, "hours"), "the hours of the desk"),)
            yield Fault(flow.place("nodes", name, key=True), message, hint, related, call)

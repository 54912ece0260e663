"""SE006: a call comes to a protected node without what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.listing import listed
from ivr.analysis.protected import settle, unverified
from ivr.analysis.variables import place_of
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("SE006", "auth-bypass", Severity.ERROR)
def auth_bypass(flow: Flow) -> Iterator[Fault]:
    """Somebody who has not shown who they are gets to what only the right caller may hear or do.

    A node says with `needs` which variables must be known and true before a call comes to it. On every way from every
    line each of them has to be entered at an ask, given by a lookup (whose answer is none such as `failed` or
    `unknown`), set to something other than 0, `no`, `false` or nothing, or found to be true by a branch or by the
    `when` of an option; and no `set` may take it back. An `unknown` step may have done any of this.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: your balance, go: member}
              2: {say: the balance of a friend, go: balance}
          member: {ask: Enter your member number., into: member, digits: 9, next: look}
          look: {lookup: member record, pass: [member], outcomes: {found: known, unknown: desk, failed: desk}}
          known: {set: {checked: 1}, next: balance}
          balance: {say: You owe nothing., needs: [checked], next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: your balance, go: member}
              2: {say: the state of an order, go: desk}
          member: {ask: Enter your member number., into: member, digits: 9, next: look}
          look: {lookup: member record, pass: [member], outcomes: {found: known, unknown: desk, failed: desk}}
          known: {set: {checked: 1}, next: balance}
          balance: {say: You owe nothing., needs: [checked], next: desk}

    Source: a rule of this project; no tool that was looked at has it.
    """
    for name, missing in unverified(flow).items():
        variable, origin = next(iter(missing.items()))
        quoted = listed(f"'{one}'" for one in missing)
        message = f"a call can come to '{name}' without {quoted}, which it needs, so anyone gets there"
        hint = f"Let every way there pass what sets '{variable}', or a branch that asks for it."
        related = ((flow.place("nodes", origin, key=True), f"'{variable}' is taken back here"),) if origin else ()
        shows = Shows(name, through=(origin,)) if origin else Shows(name, avoiding=settle(flow, variable))
        yield Fault(place_of(flow, ("nodes", name, "needs"), variable), message, hint, related, shows)

"""SE008: callers choose what is rung at the company's cost, or a dear number is rung."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.caller_numbers import dialled_by_callers, number_of
from ivr.analysis.dear_numbers import country_of, is_premium
from ivr.analysis.phone_number import dialled, same_number
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.transfer import Transfer
from ivr.witness import Shows


@check("SE008", "toll-fraud", Severity.ERROR)
def toll_fraud(flow: Flow, *, allow: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Strangers telephone at the company's cost: the line rings numbers that they enter, or numbers that cost a lot.

    Reported is a transfer whose number is filled in with what callers entered (`{number}`), unless the ask, a lookup or
    a branch looks at it before; and a transfer, to a number or to a contact with one, that rings a premium number, or a
    country in which the flow has no line and which is not allowed. A number counts only where its country is known.

    Bad:
        nodes:
          main: {ask: Enter the number that you want to call., into: number, digits: 10, next: call}
          call: {transfer: "{number}", pass: [number], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main: {ask: Enter the number that you want to call., into: number, digits: 10, next: look}
          look: {lookup: our numbers, pass: [number], outcomes: {ours: desk, other: sorry, failed: sorry}}

    Parameter: `allow` are beginnings of numbers that may be rung, such as +44 (none; a choice of this project).
    Source: a rule of this project; which prefixes are dear is from the countries' numbering plans (not checked).
    """
    for one in dialled_by_callers(flow):
        if not one.inside:
            message = (
                f"'{one.node}' rings whatever number callers enter at '{one.ask}', at the cost of whoever runs the line"
            )
            hint = "Let a lookup or a branch decide which numbers may be rung, and transfer to contacts."
            related = ((flow.place("nodes", one.ask, "into"), "it is entered here"),)
            shows = Shows(one.node, through=(one.ask,))
            yield Fault(flow.place("nodes", one.node, "transfer"), message, hint, related, shows)
    yield from _dear(flow, tuple(filter(None, map(dialled, allow))))


def _dear(flow: Flow, allowed: tuple[str, ...]) -> Iterator[Fault]:
    home = {country_of(line) for line in flow.lines}
    told: set[str] = set()
    for name in judged(flow):
        node = flow.nodes[name]
        number = number_of(flow, node) if isinstance(node, Transfer) else ""
        why = (
            _why_dear(number, home)
            if dialled(number) and not same_number(number)[0].startswith(allowed or (" ",))
            else ""
        )
        if isinstance(node, Transfer) and why and number not in told:
            told.add(number)
            path = (
                ("contacts", node.transfer, "number") if node.transfer in flow.contacts else ("nodes", name, "transfer")
            )
            message = f"'{name}' rings {number}, {why}, so whoever calls can run up a bill for whoever runs the line"
            hint = "Ring another number, or put the beginning of this one on the rule's list `allow`."
            yield Fault(flow.place(*path), message, hint, (), Shows(name))


def _why_dear(number: str, home: set[str]) -> str:
    """Say why a number is dear; of lines whose country is not known, nothing is abroad."""
    if is_premium(number):
        return "a premium number"
    country = country_of(number)
    return "a number in a country where the flow has no line" if country and home and not home & {"", country} else ""

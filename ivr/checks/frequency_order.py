"""PR010: options that few callers want come before those that many want."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ivr.analysis.telling import mentions
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.nodes.menu import Choice, Menu, Option

_OPERATOR = "0"


@check("PR010", "frequency-order", Severity.INFO)
def frequency_order(flow: Flow) -> Iterator[Fault]:
    """Most callers wait while they are told of options that few want: the order is not that of the options' `weight`.

    Compared are options of one menu that have a `weight` and that callers are told of, in the order in which they are;
    0, `again` and `back` may stand anywhere. Where no weights are written, nothing is said.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk, weight: 20%}
              2: {say: billing, go: office, weight: 80%}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: billing, go: office, weight: 80%}
              2: {say: sales, go: desk, weight: 20%}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: Avaya's design guide, Ireland's National Disability Authority and www.itams.co.uk/ivr-standards.htm all want
    the most wanted options first.
    """
    for name, node in flow.nodes.items():
        if isinstance(node, Menu) and name not in flow.broken:
            weighed = [(choice, weight) for choice in _told(flow, node) if (weight := _weight(choice)) is not None]
            for (before, less), (choice, more) in pairwise(weighed):
                if more > less:
                    message = (
                        f"in '{name}' callers hear of {before.key} (weight {less:g}) before {choice.key} ({more:g}),"
                        " which more of them want"
                    )
                    place = flow.place("nodes", name, *choice.path, key=True)
                    yield Fault(place, message, "Tell of the options in the order in which they are wanted.")
                    break


def _told(flow: Flow, menu: Menu) -> list[Choice]:
    """Give the menu's own options in the order in which callers are told of them."""
    own = [choice for choice in menu.choices(flow) if choice.own]
    if menu.announce != "as-is":
        return [choice for choice in own if menu.announces(flow, choice)]
    order = list(dict.fromkeys(mention.key for _, mention in mentions(flow, menu.menu)))
    return sorted((choice for choice in own if choice.key in order), key=lambda choice: order.index(choice.key))


def _weight(choice: Choice) -> float | None:
    option = choice.option
    if not isinstance(option, Option) or choice.key == _OPERATOR or option.go in RESERVED:
        return None
    return option.weight

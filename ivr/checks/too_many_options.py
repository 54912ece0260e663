"""PR006: a menu offers many options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.opening import latest
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.nodes.menu import CODE, Choice, Menu
from ivr.witness import Shows

OPERATOR: Final = "0"


@check("PR006", "too-many-options", Severity.INFO)
def too_many_options(flow: Flow, *, most: int = 5) -> Iterator[Fault]:
    """Callers have to listen to more than five choices before they know which one is theirs.

    Not counted are the operator (0), hearing the menu again, going back, options that only some callers have (`when`),
    and options that nobody is told of. Whether few options are better is disputed: Virzi and Huitema (1997) and
    Commarford and Lewis (2008) found broad menus quicker than deep ones, so this only informs. PR007
    counts seconds; of a menu that it tells of, this rule does not.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
              3: {say: returns, go: sorry}
              4: {say: opening hours, go: hours}
              5: {say: our address, go: address}
              6: {say: jobs, go: jobs}
            tries: 2
          office: {transfer: representative, busy: sorry, no-answer: sorry}
          hours: {say: We are always open., next: desk}
          address: {say: We are at 1 Main Street., next: desk}
          jobs: {say: We are looking for drivers., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: 5 options, as PLUM and Avaya's design guide advise (4 to 5 there).
    Source: PLUM's design guide and Avaya's; the studies named above (seen in a summary) found otherwise.
    """
    starts = {line.start for line in flow.lines.values()}
    for name, node in flow.nodes.items():
        if isinstance(node, Menu) and name not in flow.broken:
            count = sum(_counts(flow, node, choice, starts) for choice in node.choices(flow))
            if count > most and not latest(flow, name)[0]:
                message = f"'{name}' offers {count} choices, which callers have to remember while they listen"
                hint = f"Offer {most} at most, those first that most callers want; the others in a menu behind one."
                yield Fault(flow.place("nodes", name, "options", key=True), message, hint, call=Shows(name))


def _counts(flow: Flow, menu: Menu, choice: Choice, starts: set[str]) -> bool:
    option = choice.option
    if not choice.own or choice.key == OPERATOR or option.when or option.go in RESERVED or option.go in starts:
        return False
    if menu.announce == "as-is":
        return option.announced and bool(CODE.match(choice.key))
    return menu.announces(flow, choice)

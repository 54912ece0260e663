"""AC006: a menu takes spoken words and no keys."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import CODE, Menu
from ivr.witness import Shows


@check("AC006", "speech-only", Severity.ERROR)
def speech_only(flow: Flow) -> Iterator[Fault]:
    """Callers who cannot speak, or whom the line does not understand, cannot choose: no option of the menu has a key.

    The keys of the whole flow do not help them to these options.

    Bad:
        nodes:
          main:
            menu: Please say sales or billing.
            options:
              sales: {words: [sales], go: desk}
              billing: {words: [billing], go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Please say sales or billing, or use your keys.
            options:
              1: {say: sales, words: [sales], go: desk}
              2: {say: billing, words: [billing], go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: 47 CFR 7.3(a)(1)(ix), operable without speech; the GetHuman standard, point 5.
    """
    for name, node in flow.nodes.items():
        if not isinstance(node, Menu) or name in flow.broken:
            continue
        own = [choice for choice in node.choices(flow) if choice.own]
        if any(choice.option.words for choice in own) and not any(CODE.match(choice.key) for choice in own):
            message = f"'{name}' takes spoken words only, so callers who cannot speak have no way to choose"
            yield Fault(
                flow.place("nodes", name, "options", key=True),
                message,
                "Give each option a key, too.",
                call=Shows(name),
            )

"""PR019: a menu does not say how many options it has."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.heard import Words, look_for, primary
from ivr.analysis.languages import languages_at
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.nodes.menu import Menu

_COUNT: Final[Words] = MappingProxyType(
    {
        "en": r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)(?: \w+)? (?:options|choices|selections|services)",
        "es": r"(?:\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)(?: \w+)? (?:opciones|posibilidades|servicios)",
        "fr": r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?: \w+)? (?:options|choix|possibilites|services)",
        "de": r"(?:\d+|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn)(?: \w+)? (?:optionen|moglichkeiten"
        r"|auswahlmoglichkeiten|punkte|menupunkte)",
    }
)


@check("PR019", "option-count-unsaid", Severity.INFO, off=True)
def option_count_unsaid(flow: Flow, *, least: int = 3) -> Iterator[Fault]:
    """Callers do not know how long they will have to listen: the prompt does not say how many options there are.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
              3: {say: returns, go: returns}
          office: {transfer: representative, busy: sorry, no-answer: sorry}
          returns: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling. You have three options.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
              3: {say: returns, go: returns}
          office: {transfer: representative, busy: sorry, no-answer: sorry}
          returns: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: `least`: menus of fewer than 3 options need not say it (a choice of this project).
    Source: Ireland's National Disability Authority, on telephone menus; the W3C draft on voice systems.
    """
    for name, languages in languages_at(flow).items():
        node = flow.nodes[name]
        if not isinstance(node, Menu) or name in flow.broken or _offered(flow, node) < least:
            continue
        for tag in sorted(languages):
            said = node.menu.text(tag, flow.first_language)
            if primary(tag) in _COUNT and not look_for(flow, _COUNT, tag, said) and not (node.menu.audio and not said):
                message = f"'{name}' does not say how many options it has, so callers do not know how long to listen"
                yield Fault(flow.place("nodes", name, "menu"), message, "Say it first: `You have four options.`")
                break


def _offered(flow: Flow, menu: Menu) -> int:
    """Count the options that callers are told of."""
    told = (choice for choice in menu.choices(flow) if choice.own and choice.option.go not in RESERVED)
    return sum(choice.option.announced for choice in told)

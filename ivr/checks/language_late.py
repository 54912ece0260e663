"""AC004: a language is offered only after the first menu."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.cycles import reached
from ivr.analysis.language_offers import Offer, first_menus, offers
from ivr.analysis.languages import same_language
from ivr.analysis.ways import forward
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("AC004", "language-late", Severity.INFO)
def language_late(flow: Flow) -> Iterator[Fault]:
    """Callers who do not understand the first menu cannot get to their language: it is offered only behind that menu.

    Bad:
        languages: [en, es]
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: other matters, go: others}
              9: {say: hear this again, go: again}
              0: {say: a representative, go: desk}
          others:
            menu: Other matters.
            options:
              1: {say: billing, go: desk}
              2: {say: Español, go: spanish, language: es}
              9: {say: hear this again, go: again}
              0: {say: a representative, go: desk}
              "*": {say: go back, go: back}
          spanish: {transfer: representative, failed: later}
          later: {hangup: {es: Llame más tarde.}}

    Good:
        languages: [en, es]
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: Español, go: spanish, language: es}
              9: {say: hear this again, go: again}
              0: {say: a representative, go: desk}
          spanish: {transfer: representative, failed: later}
          later: {hangup: {es: Llame más tarde.}}

    Source: the GetHuman standard, point 9.
    """
    if len(flow.languages) == 1:
        return
    seen: set[tuple[str | int, ...]] = set()
    for line in flow.lines.values():
        first = first_menus(flow, line.start)
        early = [line.language or flow.first_language]
        early += [offer.language for menu in first for offer in offers(flow, menu)]
        early += [tag for menu in first if (tag := flow.nodes[menu].language)]
        for offer in _later(flow, line.start, first):
            late = not any(same_language(offer.language, tag) for tag in early)
            early.append(offer.language)
            if late and offer.exit.path not in seen:
                seen.add(offer.exit.path)
                yield _fault(flow, offer, first)


def _later(flow: Flow, start: str, first: tuple[str, ...]) -> Iterator[Offer]:
    for name in reached(forward(flow), [start]):
        if name not in first:
            yield from offers(flow, name)


def _fault(flow: Flow, offer: Offer, first: tuple[str, ...]) -> Fault:
    before = f"behind '{first[0]}'" if first else "late"
    message = f"'{offer.language}' is offered only {before}, which callers who speak nothing else do not understand"
    hint = "Offer the language in the first menu, in its own words."
    return Fault(flow.place(*offer.exit.path), message, hint, call=Shows(offer.menu, on=offer.exit.on))

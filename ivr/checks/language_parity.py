"""AC002: the menu is another one in another language."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.key_meaning import LANGUAGE, meaning_of
from ivr.analysis.language_offers import offers
from ivr.analysis.languages import languages_at
from ivr.analysis.listing import listed
from ivr.analysis.telling import mentions
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import AGAIN, RESERVED
from ivr.nodes.menu import Choice, Menu
from ivr.spoken_keys import bare_keys
from ivr.witness import Shows


@check("AC002", "language-parity", Severity.ERROR)
def language_parity(flow: Flow) -> Iterator[Fault]:
    """Callers of one language are offered what those of another language are not: their menus have other keys.

    Compared are what a prompt that speaks the keys itself (`announce: as-is`) says in each of its languages; and a menu
    with the one of its own that an option for another language leads to. Options that choose a language do not count.

    Bad:
        languages: [en, es]
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: {en: "For sales, press 1. For billing, press 2.", es: "Para ventas, oprima 1."}
            announce: as-is
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
              8: {go: again, language: es, announced: no, because: it is printed on the card}
              9: {say: hear this again, go: again, announced: no, because: it is printed on the card}
              0: {say: a representative, go: desk, announced: no, because: it is printed on the card}
          office: {transfer: representative, busy: sorry, no-answer: sorry}
          desk: {transfer: representative, busy: sorry, no-answer: sorry}
          sorry: {hangup: {en: Please write to desk@example.com., es: Escriba a desk@example.com.}}

    Good:
        languages: [en, es]
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: {en: "For sales, press 1. For billing, press 2.", es: "Para ventas, oprima 1. Para pagos, oprima 2."}
            announce: as-is
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
              8: {go: again, language: es, announced: no, because: it is printed on the card}
              9: {say: hear this again, go: again, announced: no, because: it is printed on the card}
              0: {say: a representative, go: desk, announced: no, because: it is printed on the card}
          office: {transfer: representative, busy: sorry, no-answer: sorry}
          desk: {transfer: representative, busy: sorry, no-answer: sorry}
          sorry: {hangup: {en: Please write to desk@example.com., es: Escriba a desk@example.com.}}

    Source: this project; no tool that was looked at asks it.
    """
    if len(flow.languages) == 1:
        return
    for name in judged(flow):
        node = flow.nodes[name]
        if isinstance(node, Menu):
            if node.announce == "as-is":
                yield from _spoken(flow, name, node)
            yield from _twins(flow, name, node)


def _spoken(flow: Flow, name: str, menu: Menu) -> Iterator[Fault]:
    """Compare the keys that a prompt names in the languages in which callers hear it."""
    bound = {choice.key for choice in menu.choices(flow) if not _is_language(flow, menu, choice)}
    heard = languages_at(flow).get(name, frozenset())
    named: dict[str, set[str]] = {(tag or flow.first_language): set() for tag, text in menu.menu.texts if text}
    for tag, mention in mentions(flow, menu.menu):
        if not mention.entry and mention.key in bound:
            named[tag].add(mention.key)
    named = {tag: keys for tag, keys in named.items() if tag in heard and keys}
    every = set().union(*named.values()) if len(named) > 1 else set[str]()
    texts = {(tag or flow.first_language): text for tag, text in menu.menu.texts}
    for tag, keys in named.items():
        lost = sorted(every - keys - bare_keys(texts[tag]))
        if lost:
            other = next(one for one, more in named.items() if lost[0] in more)
            message = f"'{name}' does not tell of {_keys(lost)} in '{tag}', but in '{other}'"
            hint = "Let the prompt name the same keys in every language."
            yield Fault(flow.place("nodes", name, "menu", tag), message, hint, call=Shows(name, language=tag))


def _twins(flow: Flow, name: str, menu: Menu) -> Iterator[Fault]:
    """Compare a menu with those that its options for other languages lead to."""
    for offer in offers(flow, name):
        twin = flow.nodes.get(offer.exit.to)
        own = offer.exit.to in languages_at(flow) and languages_at(flow)[offer.exit.to] == {offer.language}
        if offer.exit.scope != "own" or not isinstance(twin, Menu) or not own or offer.exit.to in flow.broken:
            continue
        here, there = _offered(flow, menu), _offered(flow, twin)
        only_languages = not here
        lost = sorted(here.keys() - there.keys())
        if lost and not only_languages:
            other = offer.exit.to
            message = f"'{other}' has no {_keys(lost)}, which callers of '{name}' have in another language"
            message += f" ('{here[lost[0]]}')" if here[lost[0]] else ""
            hint = "Offer the same in every language, or tell callers where else they get it."
            place = flow.place("nodes", other, "options", key=True)
            yield Fault(place, message, hint, call=Shows(other, language=offer.language))


def _offered(flow: Flow, menu: Menu) -> dict[str, str]:
    """Give the menu's own announced choices that are no choice of a language, each with what is said of it."""
    found = {}
    for choice in menu.choices(flow):
        said = choice.option.announced and choice.own and choice.option.go not in RESERVED
        if said and not _is_language(flow, menu, choice):
            label = menu.label(flow, choice)
            found[choice.key] = label.text(flow.first_language) if label else ""
    return found


def _is_language(flow: Flow, menu: Menu, choice: Choice) -> bool:
    target = flow.nodes.get(choice.option.go) if choice.option.go != AGAIN else None
    label = menu.label(flow, choice)
    words = [text for _, text in label.texts] if label else []
    named = any(meaning_of(text).startswith(LANGUAGE) for text in words)
    return bool(choice.option.language or (target and target.language) or named)


def _keys(keys: list[str]) -> str:
    return f"key{'s' if len(keys) > 1 else ''} {listed(keys)}"

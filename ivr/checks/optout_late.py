"""SE014: a telemarketing call offers no way out in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.cycles import reached
from ivr.analysis.opening import told_at
from ivr.analysis.ways import ways
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Choice, Menu
from ivr.witness import Shows

_OUT: Final = (
    r"(?i)\b(?:opt[ -]?out|do not call|don't call|no more calls|remove|taken? off|stop (?:these )?calls|unsubscribe"
    r"|no (?:me )?llame|no llamar|baja|ne plus|desinscri|désinscri|nicht mehr|keine anrufe|abmelden)"
)
_TALKS: Final = frozenset({"menu", "ask", "transfer", "record"})


@check("SE014", "optout-late", Severity.ERROR, off=True)
def optout_late(flow: Flow, *, seconds: float = 2.0) -> Iterator[Fault]:
    """A sales call that callers cannot end with a key at once, and for good, may not meet the law.

    Of each line, the first menu that a call comes to has to tell of a key that takes people off the list, and tell of
    it within two seconds from where that menu begins: who is calling is said before it, in a `say`. The key has to end
    the call without asking for anything more. Looked at are labels in English, Spanish, French and German.

    Bad:
        nodes:
          main: {say: This is Harbour Insurance., next: offer}
          offer:
            menu: A new offer for you.
            options:
              1: {say: "hear more", go: desk}
              2: {say: be taken off our list, go: out}
          out: {hangup: You are off our list. Good bye., done: yes}

    Good:
        nodes:
          main: {say: This is Harbour Insurance., next: offer}
          offer:
            menu: ""
            options:
              1: {say: be taken off, go: out}
              2: {say: "hear more", go: desk}
          out: {hangup: You are off our list. Good bye., done: yes}

    Parameter: 2 seconds (47 CFR 64.1200(b)).
    Source: 47 CFR 64.1200(b)(3): in telemarketing, an opt-out by a key within two seconds of saying who calls, that
    ends the call.
    """
    told: set[str] = set()
    for number, line in flow.lines.items():
        name = _first_menu(flow, line.start)
        if name is not None and name not in told:
            told.add(name)
            yield from _judge(flow, name, number, seconds)


def _first_menu(flow: Flow, start: str) -> str | None:
    is_menu = {name: flow.nodes[name].verb == "menu" for name in flow.nodes}
    until_menu = {name: () if is_menu[name] else tuple(way.to for way in ways(flow)[name]) for name in flow.nodes}
    return next((name for name in reached(until_menu, [start]) if is_menu[name]), None)


def _judge(flow: Flow, name: str, line: str, seconds: float) -> Iterator[Fault]:
    place, hint = flow.place("nodes", name, key=True), "Offer it as the first key, right after a `say` of who calls."
    found = next(((choice, at) for choice, at in _offered(flow, name) if _is_out(choice)), None)
    if found is None:
        message = f"'{name}' offers people no key that takes them off the list, which may not meet the law"
        yield Fault(place, message, hint, call=Shows(name, line=line))
        return
    choice, at = found
    if at > seconds:
        message = f"'{name}' offers key {choice.key}, which takes people off the list, only after {at:.1f} seconds"
        yield Fault(place, f"{message}, which may not meet the law", hint, call=Shows(name, line=line))
    if not _ends_the_call(flow, choice.option.go):
        message = f"key {choice.key} of '{name}' takes people off the list and does not end the call at once"
        shows = Shows(name, on=choice.key, line=line)
        yield Fault(place, f"{message}, which may not meet the law", "Lead it to a `hangup`.", call=shows)


def _offered(flow: Flow, name: str) -> Iterator[tuple[Choice, float]]:
    """Give the choices of a menu in their order, each with the second at which its announcement begins."""
    menu = flow.nodes[name]
    if not isinstance(menu, Menu):
        return
    language = flow.first_language
    before = menu.menu.spoken(language, flow.first_language, {}, flow.defaults.rate).seconds if menu.menu else 0.0
    for told in told_at(flow, name, language):
        yield told.choice, told.seconds if menu.announce == "as-is" else before
        before = told.seconds


def _is_out(choice: Choice) -> bool:
    return choice.option.say is not None and any(re.search(_OUT, text) for _, text in choice.option.say.texts)


def _ends_the_call(flow: Flow, start: str) -> bool:
    """Whether a call ends without the caller being asked, put through or recorded first."""
    met = reached({name: tuple(way.to for way in ways(flow)[name]) for name in flow.nodes}, [start])
    return bool(met) and not any(flow.nodes[name].verb in _TALKS for name in met)

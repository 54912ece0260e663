"""HU010: only those who speak get to a person."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.people import to_a_person, to_a_person_without_speech
from ivr.analysis.ways import judged, ways
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import CODE, Menu
from ivr.witness import Shows


@check("HU010", "human-behind-speech", Severity.ERROR)
def human_behind_speech(flow: Flow) -> Iterator[Fault]:
    """Callers who cannot speak, or whom the line does not understand, never get to a person: only words lead there.

    A key that leads to a person does for the menus behind it too, and so does the way after the last try. Where no
    option of the menu has a key at all, AC006 tells of it.

    Bad:
        keys: {9: {say: hear this again, go: again}}
        nodes:
          main:
            menu: Thank you for calling. For a person, say agent.
            options:
              1: {say: our opening hours, go: hours}
              2: {say: our address, go: address}
              agent: {words: [agent], go: desk}
            otherwise: closing
          hours: {say: We are open day and night., done: yes, next: closing}
          address: {say: We are at 1 Main Street., done: yes, next: closing}
          closing: {hangup: Thank you for calling. Goodbye., done: yes}

    Good:
        keys: {9: {say: hear this again, go: again}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: our opening hours, go: hours}
              2: {say: our address, go: address}
              0: {say: a person, words: [agent], go: desk}
            otherwise: closing
          hours: {say: We are open day and night., done: yes, next: closing}
          address: {say: We are at 1 Main Street., done: yes, next: closing}
          closing: {hangup: Thank you for calling. Goodbye., done: yes}

    Source: 47 CFR 7.3(a)(1)(ix), operable without speech; the GetHuman standard, point 5.
    """
    leading, quiet = to_a_person(flow), to_a_person_without_speech(flow)
    for name in judged(flow):
        node = flow.nodes[name]
        if not isinstance(node, Menu) or name not in leading or name in quiet or _takes_words_only(node):
            continue
        spoken = next((way for way in ways(flow)[name] if way.exit.by == "words" and way.to in quiet), None)
        if spoken is not None:
            message = (
                f"only callers who say '{spoken.exit.on}' in '{name}' get to a person; who cannot speak never does"
            )
            call = Shows(name, then="silent")
            place = flow.place(*spoken.exit.path[:-1], key=True)
            yield Fault(place, message, "Give this option a key, such as 0.", call=call)


def _takes_words_only(menu: Menu) -> bool:
    return not any(CODE.match(key) for key in menu.options)

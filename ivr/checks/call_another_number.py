"""HU011: callers are told to call another number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ivr.analysis.cycles import reached
from ivr.analysis.traps import helps
from ivr.analysis.ways import judged, ways
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows

_NUMBER: Final = r"(?P<number>\+?\(?\d[\d ().-]{5,}\d|1-8\d\d-[A-Z0-9-]{4,})"
_CALL: Final = re.compile(
    r"\b(?i:call|dial|phone|ring|reach us|contact us|llame|marque|appelez|composez|rufen|anrufen|wählen)\b"
    rf"[^.?!]{{0,80}}?{_NUMBER}"
)


@check("HU011", "call-another-number", Severity.WARNING)
def call_another_number(flow: Flow) -> Iterator[Fault]:
    """Callers who got this far are told to hang up and call another number, instead of being put through.

    They have to remember it, and to begin anew. Looked at are last words, and messages that only last words follow, to
    which callers come by their choice; what is said while a desk is closed, or when nobody answers, is left alone.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: billing}
          billing: {hangup: "For billing, please call 312-555-0142. Once more, that is 312-555-0142."}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: billing}
          billing: {transfer: 312-555-0142, busy: sorry, no-answer: sorry}

    Source: W3C, Making Content Usable, and its draft on voice systems.
    """
    chosen = reached(_chosen(flow), (line.start for line in flow.lines.values()))
    for name in judged(flow):
        if name not in chosen or not _only_ends(flow, name) or flow.nodes[name].done:
            continue
        for path, prompt in flow.nodes[name].prompts():
            found = next((found for _, text in prompt.texts if (found := _CALL.search(text))), None)
            if found:
                number = found["number"].rstrip(" .-(")
                message = f"'{name}' tells callers to call {number}, instead of putting them through"
                hint = f"Transfer them: `transfer: {number}`."
                yield Fault(flow.place("nodes", name, *path), message, hint, call=Shows(name))
                break


def _chosen(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give where calls go but for closed desks, failed transfers, and the way after the last try."""
    return {
        name: tuple(
            way.to
            for way in ways(flow)[name]
            if way.exit.by != "failure" and way.exit.on != "closed" and flow.nodes[name].verb != "transfer"
        )
        for name in judged(flow)
    }


def _only_ends(flow: Flow, name: str) -> bool:
    """Whether these are last words, or words that only last words follow."""
    node = flow.nodes[name]
    if node.verb == "hangup":
        return True
    behind = [way.to for way in ways(flow)[name]]
    return node.verb == "say" and bool(behind) and all(_is_a_mere_end(flow, to) for to in behind)


def _is_a_mere_end(flow: Flow, name: str) -> bool:
    return flow.nodes[name].verb == "hangup" and not helps(flow, name)

"""PR009: a prompt that tells callers what to do goes on for long."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.heard import Text, texts
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu


@check("PR009", "prompt-too-long", Severity.WARNING)
def prompt_too_long(flow: Flow, *, seconds: float = 20.0) -> Iterator[Fault]:
    """Callers are told for more than twenty seconds what to do, and have forgotten the beginning when they may do it.

    Looked at are the prompts of menus, asks and recordings, and what is said after a mistake; not what a `say` tells
    callers who wanted to know it. Where a prompt speaks the keys itself (`announce: as-is`), PR007 counts.

    Bad:
        nodes:
          main:
            ask: Please enter the number of your contract. You find it on the first page of the letter that we have
              sent to you, in the upper right corner, below the date. It begins with a letter, which you can leave out,
              and it has eight digits. If you do not have the letter at hand, you find the number on every invoice.
            into: contract
            digits: 8
            tries: 2
            next: contracts
          contracts: {transfer: representative, pass: [contract], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            ask: Please enter the eight digits of your contract number.
            into: contract
            digits: 8
            tries: 2
            next: contracts
          contracts: {transfer: representative, pass: [contract], busy: sorry, no-answer: sorry}

    Parameter: `seconds`: 20, as PLUM's guide allows for a prompt that tells callers what to do.
    Source: PLUM's design guide; the GetHuman standard asks for short prompts, too.
    """
    told: set[object] = set()
    for text in texts(flow):
        if text.path in told or not _instructs(flow, text):
            continue
        length = _length(flow, text)
        if length > seconds:
            told.add(text.path)
            message = f"callers are told for {length:.0f} s what to do, and cannot keep all of it in mind"
            yield Fault(flow.place(*text.path), message, "Say what to do first, and the rest to callers who hesitate.")


def _length(flow: Flow, text: Text) -> float:
    if text.prompt.seconds is not None:
        return text.prompt.seconds
    return len(text.text.split()) * 60 / flow.defaults.rate


def _instructs(flow: Flow, text: Text) -> bool:
    if text.is_label:
        return False
    if text.is_reprompt:
        return True
    node = flow.nodes[text.node]
    if isinstance(node, Menu) and node.announce == "as-is":
        return False
    return node.listens or node.verb == "record"

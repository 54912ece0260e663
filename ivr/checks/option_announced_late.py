"""PR007: callers wait long before they are told of an option."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.languages import languages_at
from ivr.analysis.opening import Told, latest
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.witness import Shows


@check("PR007", "option-announced-late", Severity.WARNING)
def option_announced_late(flow: Flow, *, seconds: float = 20.0) -> Iterator[Fault]:
    """Callers listen for more than twenty seconds before they are told of an option, if they still listen then.

    The seconds run from where the menu begins to the end of what is said of the option, in each language in which
    callers come there. The operator (0), the flow's keys, going back and hearing the menu again may come later, and so
    may options that only some callers have (`when`). Where the prompt alone is that long, PR009 tells of it.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            tries: 2
            options:
              1: {say: "changes to the name, address or telephone number that we have of you", go: desk}
              2: {say: "a question about a letter, an invoice or a reminder that you got from us", go: office}
              3: {say: "a complaint about something that you have bought in one of our shops", go: desk-two}
              4: {say: all other questions that we can help you with on the telephone today, go: desk-three}
          office: {transfer: representative, busy: sorry, no-answer: sorry}
          desk-two: {transfer: representative, busy: sorry, no-answer: sorry}
          desk-three: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            tries: 2
            options:
              1: {say: a change of address, go: desk}
              2: {say: an invoice, go: office}
              3: {say: a complaint, go: desk-two}
              4: {say: all other questions, go: desk-three}
          office: {transfer: representative, busy: sorry, no-answer: sorry}
          desk-two: {transfer: representative, busy: sorry, no-answer: sorry}
          desk-three: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: `seconds`: 20, which PLUM's guide allows for a prompt that tells callers what to do.
    Source: PLUM's design guide; that callers suffer from seconds and not from numbers of options: Virzi and Huitema
    (1997), Commarford and Lewis (2008) (both seen in a summary).
    """
    for name, languages in languages_at(flow).items():
        if name not in flow.broken:
            late, tag = latest(flow, name, seconds)
            if late:
                yield _fault(flow, name, tag if len(languages) > 1 else "", late)


def _fault(flow: Flow, name: str, tag: str, late: tuple[Told, ...]) -> Fault:
    first = late[0]
    choice = first.choice
    node = flow.nodes[name]
    label = node.label(flow, choice) if isinstance(node, Menu) else None
    said = label.text(tag or flow.first_language, flow.first_language) if label else ""
    which = f"the key {choice.key} ('{said}')" if said else f"the key {choice.key}"
    others = f", and of {len(late) - 1} more later still" if len(late) > 1 else ""
    where = f" in '{tag}'" if tag else ""
    message = f"'{name}' tells callers of {which} after {first.seconds:.3g} s only{where}{others}"
    place = flow.place("nodes", name, *choice.path, key=True)
    hint = "Say less of each option, or put options that few callers want into a menu behind one."
    return Fault(place, message, hint, call=Shows(name, language=tag))

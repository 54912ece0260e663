"""DA011: two names are one slip of the pen apart, and only one of them is used."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.twins import SHORTEST, mistaken_variables, twins
from ivr.analysis.variables import place_of, settings
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.hours import Hours
from ivr.nodes.transfer import Transfer


@check("DA011", "near-duplicate-name", Severity.WARNING)
def near_duplicate_name(flow: Flow, *, letters: int = SHORTEST) -> Iterator[Fault]:
    """What was meant as one thing has become two by a slip of the pen, and callers get only what the other one says.

    Looked at are variables, contacts and schedules. Two names are reported where one letter more, less or other, or two
    swapped ones, set them apart, and one of them is used while the other never is. Names that differ in a number, in
    their last letter or by a last "s" are meant to be two, and so are words of fewer than five letters. Of a node whose
    name is nearly another's, ST001 tells (if it is missing) or ST004 (if nobody comes to it).

    Bad:
        nodes:
          main: {ask: Please enter your member number., into: member, digits: 9, next: again-please}
          again-please: {ask: Please enter it once more., into: memebr, digits: 9, next: desk}
          desk: {transfer: representative, pass: [member], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main: {ask: Please enter your member number., into: member, digits: 9, next: birth}
          birth: {ask: Please enter your date of birth., into: birthday, digits: 8, next: desk}
          desk: {transfer: representative, pass: [member, birthday], busy: sorry, no-answer: sorry}

    Parameter: one edit, in a word of 5 letters or more (a choice of this project).
    Source: AsteriskLint looks for identifiers that are nearly the same.
    """
    for name, other in mistaken_variables(flow, letters):
        place = place_of(flow, settings(flow)[name][0], name)
        message = f"'{name}' is set and never used, but '{other}' is; are they one variable?"
        yield Fault(place, message, "", ((place_of(flow, settings(flow)[other][0], other), "the other name"),))
    if flow.broken or flow.unread:  # what cannot be read may use any of them
        return
    for section, names, used in (
        ("contacts", flow.contacts, _rung(flow)),
        ("hours", flow.hours, _looked_up(flow)),
    ):
        unused = (name for name in names if name not in used)
        for name, other in twins(unused, (name for name in names if name in used), letters):
            message = f"nothing leads callers to '{name}', but '{other}' is used; are they one?"
            related = ((flow.place(section, other, key=True), "the other name"),)
            yield Fault(flow.place(section, name, key=True), message, "", related)


def _rung(flow: Flow) -> frozenset[str]:
    """Name the contacts that something in the flow names."""
    nodes = flow.nodes.values()
    by_nodes = (node.transfer if isinstance(node, Transfer) else getattr(node, "to", "") for node in nodes)
    return frozenset(by_nodes).union(*(promise.reach for promise in flow.promises))


def _looked_up(flow: Flow) -> frozenset[str]:
    """Name the schedules that something in the flow names."""
    by_nodes = [node.hours for node in flow.nodes.values() if isinstance(node, Hours)]
    by_contacts = [contact.hours for contact in flow.contacts.values()]
    return frozenset((*by_nodes, *by_contacts, *(promise.during for promise in flow.promises)))

"""KY013: keys are not announced in their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ivr.analysis.amend import fix, reordered
from ivr.analysis.assignment import Assignment, assignments
from ivr.analysis.key_meaning import EXPECTED, NEVER_IN_ORDER
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.spoken_keys import spoken_keys
from ivr.witness import Shows


@check("KY013", "key-order", Severity.INFO)
def key_order(flow: Flow) -> Iterator[Fault]:
    """The keys of a menu are announced out of order, so callers who count along lose track.

    0, * and # may stand anywhere, as may the keys for a person, for hearing the menu again, for going back, for another
    language, and for everything else.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              2: {say: billing, go: desk}
              1: {say: sales, go: sales}
          sales: {say: Our sales team will be glad to help., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Source: ITAMS' summary of ISO/IEC 13714, and Avaya's design guide.
    """
    for name, assigned in assignments(flow).items():
        node = flow.nodes[name]
        if isinstance(node, Menu):
            counted = {one.key: one for one in assigned if _counts(one)}
            found = _spoken(flow, node, counted) if node.announce == "as-is" else _first_out_of_order(list(counted))
            if found:
                mend = _mend(flow, name, list(counted)) if node.announce != "as-is" else None
                yield _fault(flow, name, *found)._replace(fix=mend)


def _counts(one: Assignment) -> bool:
    if one.key != EXPECTED.get(one.meaning, one.key):
        return False  # KY010 tells of it
    in_order = one.key.isdigit() and one.key != "0" and one.meaning not in NEVER_IN_ORDER
    return in_order and one.own and one.announced and not one.meaning.startswith("language")


def _spoken(flow: Flow, menu: Menu, counted: dict[str, Assignment]) -> tuple[str, str] | None:
    for tag, text in menu.menu.texts:
        told = [mention.key for mention in spoken_keys(text, tag or flow.first_language) if not mention.entry]
        if found := _first_out_of_order(list(dict.fromkeys(key for key in told if key in counted))):
            return found
    return None


def _first_out_of_order(keys: list[str]) -> tuple[str, str] | None:
    return next(((one, other) for one, other in pairwise(keys) if int(one) > int(other)), None)


def _mend(flow: Flow, name: str, keys: list[str]) -> Fix | None:
    """Put the options in the order of their keys, into the places that they have; what else there is stays."""
    order = {key: key for key in sorted(keys, key=int)}
    return fix(
        "Put the options in the order of their keys.", reordered(flow, ("nodes", name, "options"), order), safe=False
    )


def _fault(flow: Flow, name: str, before: str, late: str) -> Fault:
    message = f"'{name}' announces key {before} before key {late}, so callers who count along lose track"
    options = ("nodes", name, "options")
    related = ((flow.place(*options, before, key=True), "announced before it"),)
    return Fault(
        flow.place(*options, late, key=True),
        message,
        "Announce the keys from the lowest to the highest.",
        related,
        Shows(name),
    )

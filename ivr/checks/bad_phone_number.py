"""DA008: a telephone number cannot be dialled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ivr.analysis.amend import fix, renamed, rewritten
from ivr.analysis.caller_numbers import dialled_by_callers
from ivr.analysis.phone_number import may_be_internal, what_is_wrong
from ivr.analysis.pressed import first_met
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.nodes.transfer import NUMBER, Transfer
from ivr.witness import Shows

_PLUS_AND_ZEROS = re.compile(r"^\s*\+\s*00")
_HINT = "Write it as it is dialled: 1-800-555-0100, or +1 800 555 0100."


@check("DA008", "bad-phone-number", Severity.ERROR)
def bad_phone_number(flow: Flow) -> Iterator[Fault]:
    """Callers can never be connected: this cannot be a telephone number, since it has too few or too many digits.

    Only what is certain is reported: numbers without digits, with fewer than 3 or more than 15; a country's code that
    begins with 0; and of numbers that begin with +1, or are written 1-800-..., those without 10 digits behind the 1, or
    with an area code or exchange that begins with 0 or 1. Letters, extensions and short numbers such as 911 or 116 123
    are fine, and the numbers for examples, 555-01xx, are left alone. Whom a transfer reaches may be in the house,
    with a number of one or two digits, or one such as *86; a line needs a number that can be called from outside.

    Bad:
        contacts:
          representative: {name: Representative, number: 1-800-555-010}
        nodes:
          main: {say: Thank you for calling., next: desk}

    Good:
        contacts:
          representative: {name: Representative, number: 1-800-555-0123}
        nodes:
          main: {say: Thank you for calling., next: desk}

    Source: ITU-T E.164 on the length of numbers; the North American Numbering Plan (both seen in a summary).
    """
    for number, path, is_key in _numbers(flow):
        wrong = what_is_wrong(number)
        if wrong and (path[0] == "lines" or not may_be_internal(number)):
            message = f"'{number}' {wrong}, so no caller can be connected with it"
            mend = _mend(flow, number, path, is_key=is_key)
            yield Fault(flow.place(*path, key=is_key), message, _HINT, call=_rings(flow, path), fix=mend)


def _rings(flow: Flow, path: Path) -> Shows | None:
    """Ask for a call that comes to where the number is rung; no call comes to a line that cannot be dialled."""
    if path[0] == "nodes":
        return Shows(str(path[1]))
    contact = path[1] if path[0] == "contacts" else None
    ringing = (name for name, node in flow.nodes.items() if isinstance(node, Transfer) and node.transfer == contact)
    name = first_met(flow, ringing)
    return Shows(name) if name else None


def _mend(flow: Flow, number: str, path: Path, *, is_key: bool) -> Fix | None:
    """Leave out the zeros behind a +, which stand for it: +0044 is +44."""
    right = _PLUS_AND_ZEROS.sub("+", number)
    if right == number or what_is_wrong(right):
        return None
    return fix(f"Write '{right}'.", (renamed if is_key else rewritten)(flow, path, right))


def _numbers(flow: Flow) -> Iterator[tuple[str, Path, bool]]:
    """Give every telephone number, its place, and whether it stands there as a key."""
    for number in flow.lines:
        yield number, ("lines", number), True
    filled_in = {getattr(flow.nodes[one.node], "transfer", "") for one in dialled_by_callers(flow)}
    for name, contact in flow.contacts.items():
        if contact.number and name not in filled_in:
            yield contact.number, ("contacts", name, "number"), False
    for name, node in flow.nodes.items():
        if isinstance(node, Transfer) and name not in flow.broken and _is_number(flow, node.transfer):
            yield node.transfer, ("nodes", name, "transfer"), False


def _is_number(flow: Flow, target: str) -> bool:
    return target not in flow.contacts and bool(NUMBER.match(target))

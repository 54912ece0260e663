"""KY016: an entry that is asked for has another length than the ask takes."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, rewritten
from ivr.analysis.listing import listed
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.ask import Ask, Digits
from ivr.witness import Shows


@check("KY016", "max-digits-conflict", Severity.ERROR)
def max_digits_conflict(flow: Flow) -> Iterator[Fault]:
    """What callers are asked for can never be entered: it has more digits, or fewer, than the question takes.

    Compared are `digits` and the form of a `check: date`, or each of the entries of `one-of`.

    Bad:
        nodes:
          main:
            ask: Please enter the day of your visit. Two digits for the month and two for the day.
            into: day
            digits: 2
            check: date MMDD
            next: known
          known: {transfer: representative, pass: [day], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            ask: Please enter the day of your visit. Two digits for the month and two for the day.
            into: day
            digits: 4
            check: date MMDD
            next: known
          known: {transfer: representative, pass: [day], busy: sorry, no-answer: sorry}

    Source: Twilio's `numDigits` ends an entry at that many digits, so longer ones are never heard.
    """
    for name, node in flow.nodes.items():
        if isinstance(node, Ask) and name not in flow.broken and node.check:
            if node.check.kind == "date" and not _takes(node, "0" * len(node.check.form)):
                yield _date(flow, name, node.check.form, node.digits)
            elif node.check.kind == "one-of":
                yield from _entries(flow, name, node)


def _takes(node: Ask, entry: str) -> bool:
    if not (entry.isascii() and entry.isdigit()):
        return False
    return node.digits is None or node.digits.least <= len(entry) <= node.digits.most


def _date(flow: Flow, name: str, form: str, digits: Digits | None) -> Fault:
    message = (
        f"'{name}' asks for a date of {len(form)} digits ({form}) but takes {_number(digits)}, so no date ever passes"
    )
    path = ("nodes", name)
    related = ((flow.place(*path, "digits"), "the number of digits"),)
    hint = f"Write `digits: {len(form)}`."
    return Fault(flow.place(*path, "check"), message, hint, related, Shows(name), _takes_all(flow, name, {len(form)}))


def _takes_all(flow: Flow, name: str, lengths: set[int]) -> Fix | None:
    """Let an ask take entries of all these lengths."""
    digits = f"{min(lengths)}-{max(lengths)}" if len(lengths) > 1 else str(*lengths)
    return fix(f"Write `digits: {digits}`.", rewritten(flow, ("nodes", name, "digits"), digits))


def _entries(flow: Flow, name: str, node: Ask) -> Iterator[Fault]:
    entries = node.check.entries if node.check else ()
    lost = [entry for entry in entries if not _takes(node, entry)]
    if not lost and entries:
        return
    path = ("nodes", name, "check", "one-of")
    takes = f"'{name}' takes {_number(node.digits)}" if node.digits else f"'{name}' takes digits only"
    if len(lost) == len(entries):
        message = f"{takes}, but none of the entries of its `one-of` is that, so no entry ever passes"
    else:
        message = f"{takes}, so callers can never enter {listed(map(repr, lost))}"
    at = () if len(lost) == len(entries) else (entries.index(lost[0]),)
    related = ((flow.place("nodes", name, "digits"), "the number of digits"),) if node.digits else ()
    mend = _takes_all(flow, name, set(map(len, entries))) if "".join(entries).isdecimal() else None
    yield Fault(flow.place(*path, *at), message, "Make `digits` and `one-of` agree.", related, Shows(name), mend)


def _number(digits: Digits | None) -> str:
    if digits is None:
        return "digits"
    if digits.least != digits.most:
        return f"{digits.least} to {digits.most} digits"
    return f"{digits.least} digit{'s' if digits.least > 1 else ''}"

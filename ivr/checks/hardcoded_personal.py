"""SE012: somebody's own telephone or mailbox stands in the flow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.dear_numbers import country_of
from ivr.analysis.phone_number import dialled
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.nodes.record import Record
from ivr.nodes.transfer import NUMBER, Transfer

_MOBILE: Final = MappingProxyType(
    {
        "31": r"6", "32": r"4[5-9]", "33": r"[67]", "34": r"[67]", "39": r"3", "41": r"7[4-9]", "43": r"6[5-9]",
        "44": r"7[1-57-9]", "45": r"(?:2|[345]0|6[01])", "46": r"7[0236]", "47": r"[49]", "49": r"1[567]", "61": r"4",
        "353": r"8[3-9]", "351": r"9[1236]",
    }
)  # fmt: skip
"""How mobile numbers begin behind the country code (the countries' numbering plans, from memory, not checked)."""
_PRIVATE_MAIL: Final = (
    r"(?i)[\w.+-]+@(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|me|aol|gmx|web|t-online|orange|wanadoo|free"
    r"|proton|protonmail)\.(?:[a-z]{2,3}|co\.[a-z]{2})$"
)
_OWN: Final = (
    r"(?i)\b(?:cell(?:ular)?(?:[ -]?phone)?|mobile|personal|private|at home|home (?:phone|number)|handy|privat\w*"
    r"|portable|personnel(?:le)?|movil|celular|particular)\b"
)


@check("SE012", "hardcoded-personal", Severity.INFO)
def hardcoded_personal(flow: Flow) -> Iterator[Fault]:
    """Callers are put through to one person's own telephone or mailbox, and go on being so when that person has left.

    Such are numbers of mobile telephones, in countries whose plan tells them apart (not in North America), numbers of
    contacts whose name or note speaks of a mobile, private or personal telephone, and mailboxes of the services that
    private people use. Give the team a number of its own, and have that forwarded.

    Bad:
        contacts:
          doctor: {name: Doctor on call, number: +44 7700 900123}
        lines:
          +44 20 7946 0018: main
        nodes:
          main: {transfer: doctor, busy: sorry, no-answer: sorry}

    Good:
        contacts:
          doctor: {name: Doctor on call, number: +44 20 7946 0042}
        lines:
          +44 20 7946 0018: main
        nodes:
          main: {transfer: doctor, busy: sorry, no-answer: sorry}

    Source: the linter of Google's conversational agents (rule I006) looks for personal data in agents.
    """
    for what, path, words in _addresses(flow):
        kind = _kind(what, words)
        if kind:
            message = f"'{what}' is {kind}, so callers depend on one person, whose number the file gives away"
            hint = "Use a number or mailbox of the team's, and forward that."
            yield Fault(flow.place(*path), message, hint)


def _kind(what: str, words: str) -> str:
    if re.match(_PRIVATE_MAIL, what.strip()):
        return "a private mailbox"
    code = country_of(what) if NUMBER.match(what) else ""
    digits = dialled(what)
    digits = digits[digits.find(code) + len(code) :] if code else ""
    if code in _MOBILE and re.match(_MOBILE[code], digits):
        return "a mobile telephone"
    return "somebody's own telephone" if NUMBER.match(what) and re.search(_OWN, words) else ""


def _addresses(flow: Flow) -> Iterator[tuple[str, Path, str]]:
    """Give every number and mailbox to which callers or their messages go, its place, and what is said of it."""
    for name, contact in flow.contacts.items():
        words = f"{name.replace('-', ' ')} {contact.name}. {contact.note}"
        yield from ((what, ("contacts", name, field), words)
                    for field, what in (("number", contact.number), ("address", contact.address)) if what)  # fmt: skip
    for name, node in flow.nodes.items():
        if name in flow.broken:
            continue
        if isinstance(node, Transfer) and node.transfer not in flow.contacts:
            yield node.transfer, ("nodes", name, "transfer"), f"{name.replace('-', ' ')} {node.name}. {node.note}"
        if isinstance(node, Record) and node.to and node.to not in flow.contacts:
            yield node.to, ("nodes", name, "to"), f"{name.replace('-', ' ')} {node.name}. {node.note}"

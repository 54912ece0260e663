"""Numbers and extensions that callers enter and the telephone system then rings, with nothing that holds them back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.analysis.carried import NOTHING, Fact, arrivals, nearest
from ivr.analysis.heard import look_for
from ivr.analysis.ways import targets
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.nodes.branch import Branch
from ivr.nodes.lookup import Lookup
from ivr.nodes.set import Set
from ivr.nodes.transfer import Transfer
from ivr.nodes.unknown import Unknown

if TYPE_CHECKING:
    from ivr.node import Exit

_FILLED: Final = r"\{([A-Za-z_][\w-]*)\}"
_EXTENSION: Final = MappingProxyType(
    {
        "en": r"extensions?(?: number)?|ext",
        "es": r"(?:numero de )?(?:extension|interno|anexo)",
        "fr": r"(?:numero de )?poste|extension",
        "de": r"durchwahl|nebenstelle|durchwahlnummer",
    }
)
_LONGEST_EXTENSION: Final = 6


class Dialled(NamedTuple):
    """What callers enter at `ask` is rung at `node`; `inside` where it can be no more than an extension."""

    node: str
    ask: str
    inside: bool


def number_of(flow: Flow, node: Transfer) -> str:
    """Give the number that a transfer rings, as it is written; nothing where its contact has none here."""
    contact = flow.contacts.get(node.transfer)
    return contact.number if contact else node.transfer


def dialled_by_callers(flow: Flow) -> tuple[Dialled, ...]:
    """Give the nodes that ring what callers entered, where neither the ask, a lookup nor a branch has looked at it.

    These are transfers whose number is filled in, as in `{number}`, and, behind an ask for an extension, steps of
    another platform. They come in the order of the file, each with its first ask.
    """
    if "dialled by callers" not in flow.memo:
        flow.memo["dialled by callers"] = tuple(_dialled(flow))
    found: tuple[Dialled, ...] = flow.memo["dialled by callers"]
    return found


def _dialled(flow: Flow) -> Iterator[Dialled]:
    ringing = {name: wanted for name in flow.nodes if (wanted := _rung(flow, name)) is not None}
    if not ringing:
        return
    at = arrivals(flow, lambda name, way, fact: _behind(flow, name, way, fact))
    for name, wanted in ringing.items():
        entries = [entry for variable, entry, kind in (fact for fact in at.get(name, ()) if fact != NOTHING)
                   if variable in wanted or (not wanted and kind)]  # fmt: skip
        if entries:
            yield Dialled(name, *_asked(flow, name, entries, extension=not wanted))


def _asked(flow: Flow, name: str, entries: list[str], *, extension: bool) -> tuple[str, bool]:
    """Give the nearest ask for what a node rings, and whether it can be no more than an extension."""
    asks = [one for one, node in flow.nodes.items() if isinstance(node, Ask) and node.into in entries]
    asks = [one for one in asks if not extension or _asks_for_an_extension(flow, one)]
    ask = nearest(targets(flow), asks).get(name, asks[0])
    return ask, extension or _is_short(flow, ask)


def _rung(flow: Flow, name: str) -> frozenset[str] | None:
    """Name the variables that a node rings; none for a step that may ring any, None where it rings none."""
    node = flow.nodes[name]
    if isinstance(node, Unknown) and name not in flow.broken:
        return frozenset()
    filled = (
        re.findall(_FILLED, number_of(flow, node)) if isinstance(node, Transfer) and name not in flow.broken else []
    )
    return frozenset(filled) if filled else None


def _behind(flow: Flow, name: str, way: Exit | None, fact: Fact) -> Iterator[Fact]:
    node = flow.nodes[name]
    if isinstance(node, Ask) and way is not None and way.on == "next":
        if fact == NOTHING and not (node.check and node.check.entries):
            yield (node.into, node.into, "extension" if _asks_for_an_extension(flow, name) else "")
        if fact == NOTHING or fact[0] == node.into:
            return
    if fact == NOTHING or node.verb == "unknown":
        return
    variable, entry, kind = fact
    if isinstance(node, Set):
        yield from ((to, entry, kind) for to, source in node.set.items() if source.variable and source.text == variable)
    written = isinstance(node, Set) and variable in node.set
    judged = isinstance(node, Lookup | Branch) and any(name == variable for name, _ in node.reads())
    if not written and not judged:
        yield fact


def _asks_for_an_extension(flow: Flow, name: str) -> bool:
    node = flow.nodes[name]
    texts = node.ask.texts if isinstance(node, Ask) else ()
    return any(look_for(flow, _EXTENSION, tag or flow.first_language, text) for tag, text in texts)


def _is_short(flow: Flow, name: str) -> bool:
    node = flow.nodes[name]
    return isinstance(node, Ask) and node.digits is not None and node.digits.most <= _LONGEST_EXTENSION


def is_filled_in(flow: Flow, name: str) -> bool:
    """Whether a node rings a number that callers enter: then it names no contact, and no number that could be wrong."""
    return any(one.node == name for one in dialled_by_callers(flow))

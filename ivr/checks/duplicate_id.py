"""ST002: two things of a flow have the same name."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.likeness import folded
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.tree import Mapping

_THINGS = {"nodes": "node", "contacts": "contact", "hours": "schedule", "sources": "source"}


@check("ST002", "duplicate-id", Severity.ERROR)
def duplicate_id(flow: Flow) -> Iterator[Fault]:
    """Two nodes, contacts, schedules or sources have one name: callers never meet the second, or the wrong one of them.

    Names that differ only in capitals, or in blanks, dashes and underscores between their words, are the same to
    whoever reads them. A section of the file that is written twice is found too, also where an included file writes it
    again.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team is away., next: desk}
          sales: {say: Our sales team will be with you at once., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team will be with you at once., next: desk}

    Source: Twilio's flow validator and AsteriskLint have this rule, and yamllint's `key-duplicates`.
    """
    yield from _twice(flow, (), "section")
    for section, thing in _THINGS.items():
        yield from _twice(flow, (section,), thing)
        yield from _alike(flow, section, thing)


def _twice(flow: Flow, path: tuple[str, ...], thing: str) -> Iterator[Fault]:
    """Give the keys of a mapping that are there again; the first one counts."""
    mapping = flow.tree.get(path[0], "") if path else flow.tree
    for again in mapping.duplicates if isinstance(mapping, Mapping) else ():
        message = f"the {thing} '{again.key}' is written twice, and callers meet only what the first one says"
        hint = "Leave one of them out, or make one of both."
        yield Fault(again.place, message, hint, ((again.first, "the one that counts"),))


def _alike(flow: Flow, section: str, thing: str) -> Iterator[Fault]:
    """Give the names of a section that are another one of it for whoever reads or says them."""
    names = flow.tree.get(section, "")
    seen: dict[str, str] = {}
    for name in names if isinstance(names, Mapping) else ():
        first = seen.setdefault(folded(name), name)
        if first != name:
            message = f"the {thing}s '{first}' and '{name}' differ in spelling only; callers may get the wrong one"
            hint = f"Give one of them a name that tells it from the other, or make one {thing} of both."
            related = ((flow.place(section, first, key=True), f"'{first}'"),)
            yield Fault(flow.place(section, name, key=True), message, hint, related)

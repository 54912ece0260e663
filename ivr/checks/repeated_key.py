"""RD011: a key is given twice where only one of them can count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.tree import Mapping, Tree

_SECTIONS_OF_OTHERS: Final = frozenset({"nodes", "contacts", "hours", "sources", "keys", "lines"})
_WITHIN_A_NODE: Final = ("options", "split")
_A_NODES_FIELD: Final = 3


@check("RD011", "repeated-key", Severity.ERROR)
def repeated_key(flow: Flow) -> Iterator[Fault]:
    """A field is written twice, and only the first counts: callers never meet what the second says.

    Nodes, contacts, schedules and sources of the same name are ST002's, options and keys KY001's, lines DA009's; two
    shares of a `split` may well be alike.

    Bad:
        nodes:
          main:
            say: Thank you for calling.
            say: We are glad that you call.
            next: desk

    Good:
        nodes:
          main:
            say: Thank you for calling. We are glad that you call.
            next: desk

    Source: README, "The language"; YAML 1.2.2 wants keys to be unique (seen in a summary).
    """
    for mapping in _mappings(flow):
        for again in mapping.duplicates:
            message = f"'{again.key}' is given twice here, and only the first one counts for callers"
            hint = "Leave one of the two out."
            yield Fault(again.place, message, hint, ((again.first, "the one that counts"),))


def _mappings(flow: Flow) -> Iterator[Mapping]:
    """Give every mapping of which no other rule tells; one that aliases stand for is given once."""
    ahead: list[tuple[tuple[str | int, ...], Tree]] = [((), flow.tree)]
    seen: set[int] = set()
    while ahead:
        path, value = ahead.pop()
        if isinstance(value, str) or id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, Mapping):
            if not _is_of_another_rule(path):
                yield value
            ahead.extend(((*path, key), part) for key, part in value.items())
        else:
            ahead.extend(((*path, number), part) for number, part in enumerate(value))


def _is_of_another_rule(path: tuple[str | int, ...]) -> bool:
    if not path or (len(path) == 1 and path[0] in _SECTIONS_OF_OTHERS):
        return True
    return len(path) == _A_NODES_FIELD and path[0] == "nodes" and path[2] in _WITHIN_A_NODE

"""ST020: two nodes that no caller can tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.equivalent import copies
from ivr.analysis.listing import listed
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("ST020", "equivalent-nodes", Severity.INFO)
def equivalent_nodes(flow: Flow) -> Iterator[Fault]:
    """Callers cannot tell two nodes apart, until one is changed and the other forgotten: then they hear two versions.

    Such nodes are of one kind, say the same, listen for the same keys, and lead to nodes that are the same in turn. A
    copy of several nodes is reported once, where it begins. Nodes that say nothing (transfers, hours, branches) may
    well be written twice, and are left alone where they are not a part of such a copy. Notes for readers do not count;
    names that callers hear do.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: a new order, go: new}
              2: {say: an old order, go: old}
          new: {say: Please have the number of your order at hand., next: desk}
          old: {say: Please have the number of your order at hand., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: orders, go: orders}
              2: {say: anything else, go: desk}
          orders: {say: Please have the number of your order at hand., next: desk}

    Source: none was found for call flows; Hopcroft's algorithm (1971) for the states of automata.
    """
    for group, behind in copies(flow):
        names = listed(f"'{name}'" for name in group)
        more = f" (and so are {behind} nodes behind them)" if behind else ""
        message = f"{names} are the same to callers: they say the same, and lead to the same{more}"
        related = tuple((flow.place("nodes", name, key=True), "the first one") for name in group[:1])
        hint = f"Keep '{group[0]}' only, and lead callers there."
        yield Fault(flow.place("nodes", group[1], key=True), message, hint, related)

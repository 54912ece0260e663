"""ST004: no line leads to a node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ivr.analysis.amend import fix, removed
from ivr.analysis.cycles import Graph, backwards, strong_parts, within
from ivr.analysis.unmet import linked, unmet
from ivr.analysis.ways import forward
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_FEW = 3


@check("ST004", "unreachable-node", Severity.WARNING)
def unreachable_node(flow: Flow) -> Iterator[Fault]:
    """Callers can never come to this node: no line leads there, whatever they press.

    A part of the flow that cannot be reached is reported once, where it begins. What only a node leads to that could
    not be read, or what a misspelt target may have meant, is left out; so is, for each way on that is missing where
    callers come, the first such node below it, up to 12 nodes away or an ending.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: desk-hours}
          desk-hours: {hours: office, open: desk, closed: sorry}
          repairs: {say: Our workshop will help you., next: desk}
        hours: {office: "Mon-Fri 08:00-17:00"}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: desk-hours}
              3: {say: repairs, go: repairs}
          desk-hours: {hours: office, open: desk, closed: sorry}
          repairs: {say: Our workshop will help you., next: desk}
        hours: {office: "Mon-Fri 08:00-17:00"}

    Source: CXLint R014, CxBlueprint and Amazon Bedrock's flow validation have this rule.
    """
    graph = within(forward(flow), (name for name in unmet(flow) if linked(flow, name)))
    led_to = {target for name, targets in graph.items() for target in targets if target != name}
    order = {name: number for number, name in enumerate(flow.nodes)}
    before = backwards(graph)
    for part in strong_parts(graph):
        inside = sorted(part, key=order.__getitem__)
        if len(inside) == 1 and inside[0] not in led_to:
            message = f"no line leads callers to '{inside[0]}'"
        elif len(inside) > 1 and not _is_led_to(graph, inside):
            message = f"{_listed(inside)} lead to one another, but no line leads callers there"
        else:
            continue
        lost = sorted(_with_what_is_below(graph, before, inside), key=order.__getitem__)
        mend = fix(f"Take {_listed(lost)} out.", removed(flow, *(("nodes", name) for name in lost)), safe=False)
        hint = "Lead some option there, or take it out."
        yield Fault(flow.place("nodes", inside[0], key=True), message, hint, fix=mend)


def _with_what_is_below(graph: Graph, before: Mapping[str, Iterable[str]], part: list[str]) -> set[str]:
    """Add to a part what nothing else leads to; rounds below it are found when it is gone."""
    lost, ahead = set(part), list(part)
    while ahead:
        for name in graph[ahead.pop()]:
            if name not in lost and lost.issuperset(before[name]):
                lost.add(name)
                ahead.append(name)
    return lost


def _is_led_to(graph: dict[str, tuple[str, ...]], part: list[str]) -> bool:
    inside = set(part)
    return any(not inside.isdisjoint(targets) for name, targets in graph.items() if name not in inside)


def _listed(names: list[str]) -> str:
    shown = [f"'{name}'" for name in names[:_FEW]]
    if len(names) > _FEW:
        shown.append(f"{len(names) - _FEW} more")
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]

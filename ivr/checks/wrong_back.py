"""ST021: an option that is to go back leads somewhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ivr.analysis.assignment import assigned_everywhere, assignments
from ivr.analysis.cycles import reached
from ivr.analysis.pressed import pressed_in
from ivr.analysis.ways import forward, judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import AGAIN, BACK
from ivr.nodes.menu import Choice, Menu

Texts = tuple[tuple[str, str], ...]

_HINT: Final = "Write `back`, or say what it leads to."
_BACK: Final = re.compile(
    r"""^(?:to\ )?(?:go|step|move)?\ ?back$
    | \b(?:go|come|get|step|move|return|back)\ (?:back\ )?to\ .*\bmenu\b
    | \bback\ (?:one|a)\ (?:menu|step|level)\b
    | \b(?:previous|preceding|prior|last|earlier)\ (?:menu|options|choices|level|step)\b
    | ^(?:volver|regresar|atrás|volver\ atrás|ir\ atrás)$ | \b(?:volver|regresar)\ al\ .*\bmenú\b | \bmenú\ anterior\b
    | ^(?:retour|revenir|revenir\ en\ arrière)$ | \b(?:retour|retourner|revenir)\ au\ .*\bmenu\b | \bmenu\ précédent\b
    | ^zurück$ | \bzurück(?:zukehren|zugehen)$ | \bzurück\ zum\ .*menü\b
    | \b(?:vorherige|letzte|vorige)[mnrs]?\ menü\b""",
    re.IGNORECASE | re.VERBOSE,
)


@check("ST021", "wrong-back", Severity.WARNING)
def wrong_back(flow: Flow) -> Iterator[Fault]:
    """An option says that it goes back, and leads callers to a place where they have not been.

    What is said of an option is understood in English, Spanish, French and German. Right are `back`, every node by way
    of which callers can have come, and the end of the sub-flow.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: billing}
          sales:
            menu: Sales.
            options:
              1: {say: new cars, go: desk}
              2: {say: used cars, go: used}
              3: {say: the previous menu, go: billing}
          used: {say: One moment please., next: desk}
          billing: {say: Please have your invoice ready., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: billing}
          sales:
            menu: Sales.
            options:
              1: {say: new cars, go: desk}
              2: {say: used cars, go: used}
          used: {say: One moment please., next: desk}
          billing: {say: Please have your invoice ready., next: desk}

    Source: W3C, Making Content Usable: callers should be able to go back a step.
    """
    for name in judged(flow):
        node = flow.nodes[name]
        if not isinstance(node, Menu):
            continue
        for choice in node.choices(flow):
            target = choice.option.go
            if choice.own and _says_back(_told(flow, name, node, choice)) and _is_wrong(flow, name, target):
                leads = "only repeats" if target in {AGAIN, name} else f"leads to '{target}', where they have not been"
                message = f"the key '{choice.key}' of '{name}' is to take callers back, but {leads}"
                place = flow.place("nodes", name, *choice.path, "go")
                yield Fault(place, message, _HINT, call=pressed_in(name, choice.key))

    yield from _of_the_flow(flow)


def _of_the_flow(flow: Flow) -> Iterator[Fault]:
    """Give the flow's keys that lead back from no menu at all; in the menu to which one leads it may mean nothing."""
    for one in assigned_everywhere(flow).values():
        menus = [
            name
            for name in judged(flow)
            if name != one.go and any(own.path == one.path for own in assignments(flow).get(name, ()))
        ]
        if menus and _says_back(one.labels) and all(_is_wrong(flow, name, one.go) for name in menus):
            leads = "only repeats" if one.go == AGAIN else f"leads to '{one.go}', where they have not been"
            message = f"the key '{one.key}' of the whole flow is to take callers back, but {leads}"
            yield Fault(flow.place(*one.path, "go"), message, _HINT, call=pressed_in(menus[0], one.key))


def _told(flow: Flow, name: str, menu: Menu, choice: Choice) -> Texts:
    """Give what callers are told of an option, by its words or by the prompt that speaks the keys."""
    label = menu.label(flow, choice) if choice.option.say else None
    spoken = next((one.labels for one in assignments(flow)[name] if one.own and one.key == choice.key), ())
    return label.texts if label else spoken


def _says_back(labels: Texts) -> bool:
    return any(_BACK.search(" ".join(text.split()).rstrip(" .,!")) for _, text in labels)


def _is_wrong(flow: Flow, name: str, target: str) -> bool:
    if target in {AGAIN, name}:
        return True
    if target == BACK or target not in flow.nodes:
        return False
    return not any(_leads_back(flow, here, name) for here in _passed_at_once(flow, target))


def _passed_at_once(flow: Flow, name: str) -> Iterable[str]:
    """Name a node, and those to which it goes on without asking anybody anything."""
    ahead = {name: None}
    for here in (steps := [name]):
        ways = (way.to for way in flow.exits(here) if way.by == "auto")
        onward = [target for target in ways if target in flow.nodes and target not in ahead]
        ahead |= dict.fromkeys(onward)
        steps.extend(onward)
    return ahead


def _leads_back(flow: Flow, name: str, menu: str) -> bool:
    return flow.nodes[name].verb == "return" or name in flow.broken or _comes_before(flow, name, menu)


def _comes_before(flow: Flow, earlier: str, later: str) -> bool:
    """Whether some call comes to `later` by way of `earlier`; a call that comes to its beginning again begins anew."""
    graph = forward(flow)
    if later in graph[earlier]:
        return True
    starts = {line.start for line in flow.lines.values() if line.start in flow.nodes} or {earlier}
    return any(later in _behind(flow, earlier, start) for start in sorted(starts))


def _behind(flow: Flow, earlier: str, start: str) -> frozenset[str]:
    key = ("behind", earlier, start)
    if key not in flow.memo:
        graph = forward(flow)
        there = start == earlier or earlier in reached(graph, (start,))
        onward = {name: targets for name, targets in graph.items() if name != start or name == earlier}
        flow.memo[key] = frozenset(reached(onward, (earlier,))) if there else frozenset()
    found: frozenset[str] = flow.memo[key]
    return found

"""The nodes that no call comes to, but for those of which it is already said why."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator

from ivr.analysis.cycles import backwards, reached
from ivr.analysis.gaps import without_meant
from ivr.analysis.likeness import folded
from ivr.analysis.ways import forward, hidden_values, met
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.tree import Mapping, Tree


def unmet(flow: Flow) -> tuple[str, ...]:
    """Name the nodes to which no line leads, in the order of the file.

    Left out are nodes that could not be read whole, and what only those lead to; what is behind a key that was given
    twice; names that differ from another one in spelling only; what a misspelt target, or a line's misspelt first node,
    is likely to have meant; and for each way on that is missing where callers come, the nearest of what is left (see
    `ivr.analysis.gaps`).
    """
    if "unmet" not in flow.memo:
        flow.memo["unmet"] = tuple(_unmet(flow))
    found: tuple[str, ...] = flow.memo["unmet"]
    return found


def linked(flow: Flow, name: str) -> bool:
    """Whether any other node leads to this one, or it leads to any other."""
    if "backwards" not in flow.memo:
        flow.memo["backwards"] = backwards(forward(flow))
    return any(other != name for other in (*forward(flow)[name], *flow.memo["backwards"][name]))


def _unmet(flow: Flow) -> Iterator[str]:
    lost = [name for name in flow.nodes if name not in met(flow) and name not in flow.broken]
    guesses = [_near(flow, line.start) for line in flow.lines.values() if line.start not in flow.nodes]
    if not lost or None in guesses or not flow.unread.isdisjoint({"lines", "nodes"}):
        return
    meant = {*guesses, *(_near(flow, target) for target in _unknown_targets(flow)), *_unread(flow)}
    alike = Counter(map(folded, flow.nodes))
    meant.update(name for name in lost if alike[folded(name)] > 1)
    explained = reached(forward(flow), [*flow.broken, *(name for name in meant if name is not None)])
    left = [name for name in lost if name not in explained]
    yield from without_meant(flow, left)


def _near(flow: Flow, name: str) -> str | None:
    return next(iter(difflib.get_close_matches(name, list(flow.nodes), 1)), None)


def _unknown_targets(flow: Flow) -> set[str]:
    targets = {way.to for name in flow.nodes for way in flow.exits(name)}
    return targets - RESERVED - flow.nodes.keys()


def _unread(flow: Flow) -> Iterator[str]:
    """Name the nodes that are mentioned where the file could not be read, or was read as something else."""
    for section, read in (("lines", flow.lines), ("keys", flow.keys), ("nodes", flow.nodes.keys() - flow.broken)):
        entries = flow.tree.get(section, "")
        if isinstance(entries, Mapping):
            yield from (name for key in entries if key not in read for name in _mentioned(flow, entries[key]))
    if flow.defaults.otherwise is None:
        yield from _mentioned(flow, flow.tree.get("defaults", ""))
    if flow.broken or not any(flow.nodes[name].listens for name in met(flow)):
        yield from (name for name in _for_all_menus(flow) if name in flow.nodes)
    for value in hidden_values(flow):
        yield from _mentioned(flow, value)


def _for_all_menus(flow: Flow) -> Iterator[str]:
    """Name what the keys and the defaults lead to: they are there for menus that are still to come or to be mended."""
    yield from (key.go for key in flow.keys.values())
    yield from filter(None, [flow.defaults.otherwise])


def _mentioned(flow: Flow, tree: Tree) -> Iterator[str]:
    ahead = [tree]
    while ahead:
        here = ahead.pop()
        if isinstance(here, str):
            yield from (here,) if here in flow.nodes else ()
        else:
            ahead.extend(here.values() if isinstance(here, Mapping) else here)

"""PINs that can be guessed: asks to which a call comes again and again after an entry was refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ivr.analysis.cycles import reached, rounds
from ivr.analysis.sensitive import PIN, secrets
from ivr.analysis.subflow import goes_on, levels
from ivr.analysis.ways import Way, targets, ways
from ivr.flow import Flow
from ivr.node import Node
from ivr.nodes.ask import Ask
from ivr.nodes.branch import Branch
from ivr.nodes.lookup import Lookup
from ivr.nodes.run import Run

_REFUSED: Final = (
    r"(?i)(?:^|[\W_])(?:unknown|wrong|invalid|incorrect|mismatch|denied|refused|rejected|bad|no|not|none|false)"
    r"(?:$|[\W_])"
)
_MISTAKEN: Final = r"(?i)(?:^|[\W_])(?:wrong|invalid|incorrect|mismatch|denied|refused|rejected|bad|false)(?:$|[\W_])"
_FAILED: Final = r"(?i)fail"
_COUNTED: Final = r"(?i)lock|block|too.?many|limit|exceed|exhaust|max"


_Refusal = tuple[str, str, Way]
_Graph = Mapping[str, Iterable[str]]


class Guess(NamedTuple):
    """A PIN that is asked for at `ask` and refused at `at`, by its way `on`, which leads to the ask again."""

    ask: str
    at: str
    on: str


def endless_guesses(flow: Flow) -> Iterator[Guess]:
    """Give each ask for a PIN that callers may be asked again without end.

    A branch, or the `when` of an option, on a variable that is set on the way round counts the rounds; and so may a
    lookup that has an answer such as `locked`.
    """
    asks = [(name, node) for name, node, kind in secrets(flow) if kind == PIN]
    if not asks:
        return
    graph = _onward(flow)
    until_asked = {name: () if flow.nodes[name].listens else to for name, to in graph.items()}
    part_of = {name: part for names in rounds(graph) for part in [_within(graph, names)] for name in names}
    for name, node in asks:
        refusals = _refusals(flow, until_asked, name, node) if name in part_of else ()
        first = next((guess for guess in refusals if _comes_again(flow, part_of[name], guess)), None)
        if first is not None:
            yield Guess(first[0], first[1], first[2].exit.on)


def _within(graph: _Graph, names: tuple[str, ...]) -> _Graph:
    """Give the part of a graph that has only these names; the work grows with that part."""
    kept = frozenset(names)
    return {name: tuple(one for one in graph[name] if one in kept) for name in names}


def _onward(flow: Flow) -> _Graph:
    """Give where a call goes on from each node; a transfer ends it, a `return` leads behind what ran the sub-flow."""
    graph = {name: [] if flow.nodes[name].verb == "transfer" else list(to) for name, to in targets(flow).items()}
    for node in flow.nodes.values():
        inside = levels(flow).subflows.get(node.run) if isinstance(node, Run) else None
        for back in (one for one in (inside.nodes if inside else ()) if flow.nodes[one].verb == "return"):
            target = goes_on(flow, node, flow.nodes[back].detail)
            graph[back].extend([target] if target is not None and target in flow.nodes else [])
    return graph


def _refusals(flow: Flow, until_asked: _Graph, name: str, ask: Ask) -> Iterator[_Refusal]:
    """Give the ways by which an entry is refused: by a lookup that has it, or a branch on it or on what that gave.

    What a lookup gives besides an answer such as `wrong` is about something else, as the caller's account.
    """
    known = {ask.into}
    for one in reached(until_asked, (way.to for way in ways(flow)[name] if way.exit.on == "next")):
        node = flow.nodes[one]
        if isinstance(node, Lookup) and (ask.into in node.pass_ or not node.pass_):
            known.update(() if any(re.search(_MISTAKEN, outcome) for outcome in node.outcomes) else node.gives)
            if not any(re.search(_COUNTED, outcome) for outcome in node.outcomes):
                yield from ((name, one, way) for way in _refused(ways(flow)[one]))
        elif isinstance(node, Branch) and known.intersection(variable for variable, _ in node.reads()):
            yield from ((name, one, way) for way in ways(flow)[one] if way.exit.on == "else")


def _refused(several: tuple[Way, ...]) -> Iterator[Way]:
    named = [way for way in several if re.search(_REFUSED, way.exit.on)]
    yield from named or (way for way in several if re.search(_FAILED, way.exit.on))


def _comes_again(flow: Flow, part: _Graph, refusal: _Refusal) -> bool:
    """Whether a call comes from a refusal to the ask again without its round being counted; `part` is where it can."""
    name, _, way = refusal
    uncounted = {one: () if _counts(flow.nodes[one], flow, part) else to for one, to in part.items()}
    return name in reached(uncounted, [way.to])


def _counts(node: Node, flow: Flow, part: Iterable[str]) -> bool:
    """Whether a node chooses a way by a variable that is set on the way round."""
    conditions = [case.when for case in node.branch] if isinstance(node, Branch) else []
    asked = {variable for condition in conditions for variable in condition.variables()}
    return bool(asked) and any(
        flow.nodes[one].verb == "set" and asked & set(dict(flow.nodes[one].sets())) for one in part
    )

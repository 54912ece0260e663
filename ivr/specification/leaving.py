"""Where a step leads: its ways out, what becomes of callers who make mistakes, and from where calls come to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ivr.listening import Listening
from ivr.node import RESERVED, Exit, Node
from ivr.specification.guide import Guide, counted, seconds
from ivr.specification.parts import Block, Code, Paragraph, Row, Strong, Table, Words, listed
from ivr.specification.telling import after_mistakes

if TYPE_CHECKING:
    from ivr.flow import Flow

MANY = 12
"""At most this many steps are named from which a call comes."""
_GOING_ON = frozenset({"say", "set", "ask", "run", "record"})
"""The kinds that mostly have one way on."""
_STOPS = (Strong("nothing is written for this: the call stops here"),)
_FAILURES = ("busy", "no_answer", "closed")
_WHEN = {
    ("hours", "open"): "While they are open",
    ("hours", "closed"): "While they are closed",
    ("branch", "else"): "In every other case",
    ("run", "then"): "When they come back",
    ("run", "else"): "When they come back with anything else",
    ("ask", "next"): "With the entry",
    ("ask", "otherwise"): "After the last try",
    ("record", "next"): "After the recording",
    ("record", "failed"): "When nothing could be recorded",
    ("transfer", "busy"): "Busy",
    ("transfer", "no-answer"): "No answer",
    ("transfer", "closed"): "Closed",
    ("transfer", "failed"): "Connecting fails in any other way",
    ("lookup", "outcomes"): "Any answer",
    ("unknown", "exits"): "Whatever happens there",
}


def ways_out(guide: Guide, name: str, node: Node) -> Iterator[Block]:
    """Give where a step that is no menu leads; one way on is a sentence, several are a table."""
    flow = guide.flow
    ways = [way for way in flow.exits(name) if way.by != "failure" and not _is_told(node, way)]
    missing = [one for one in node.missing(flow) if one != "otherwise"]
    if len(ways) == 1 and not missing and node.verb in _GOING_ON:
        yield Paragraph((f"{'After that' if node.verb == 'run' else 'Then'}: ", *guide.target(name, ways[0].to), "."))
        return
    rows = [Row((_when(node, way), guide.target(name, way.to))) for way in ways]
    rows += [Row(((_WHEN.get((node.verb, one), one.capitalize()),), _STOPS)) for one in missing]
    if node.verb == "transfer":
        rows.insert(0, Row((("Somebody takes the call",), ("the call leaves the menu",))))
    if rows:
        yield Table("Ways out", ("When", "Leads to"), tuple(rows))


def _is_told(node: Node, way: Exit) -> bool:
    """Whether what a step does says already where it leads: to the sub-flow that it runs."""
    return node.verb == "run" and way.on == "run" and way.by == "auto"


def _when(node: Node, way: Exit) -> Words:
    if way.when is not None:
        return ("While ", Code(way.when.text)) if way.by == "auto" else (f"Key {way.on}, while ", Code(way.when.text))
    if way.scope == "global":
        return (f"Key {way.on}",)
    written = "next" in node.__class__.model_fields and way.on == "next" and way.by == "auto"
    if node.verb == "run" and way.by == "outcome":
        return (f"When they come back with “{way.on}”",)
    if node.verb == "split":
        return (f"{way.on} of the callers",)
    if node.verb == "transfer" and way.on == "failed" and not any(getattr(node, one, None) for one in _FAILURES):
        return ("Nobody takes the call, for whatever reason",)
    fixed = "" if node.verb in {"lookup", "unknown"} else _WHEN.get((node.verb, way.on), "")
    return ("Then" if written else fixed or f"“{way.on}”",)


def handling(guide: Guide, name: str, node: Listening) -> Table:
    """Give what becomes of callers who say nothing or press a wrong key."""
    flow = guide.flow
    tries, otherwise, languages = node.tries_in(flow), node.otherwise_in(flow), guide.languages(name)
    again = "the step is heard again" if tries > 1 else ""
    counts = f"After {counted(tries, 'silence or wrong key', 'silences and wrong keys')} in all"
    last = ("leads to ", *guide.target(name, otherwise)) if otherwise else _STOPS
    rows = (
        ((f"Silence, {seconds(node.wait_in(flow))} from the end of the prompt",), "silence"),
        (("Wrong key" if node.verb == "menu" else "Wrong key, or an entry that does not fit",), "wrong"),
    )
    shown = [
        Row((what, after_mistakes(guide, node.reprompts(flow, kind), tries, languages), (again,) if again else ()))
        for what, kind in rows
    ]
    return Table("Mistakes", ("What happens", "Callers hear", "Then"), (*shown, Row(((counts,), (), last))))


def arrivals(flow: Flow) -> Mapping[str, tuple[tuple[str, Exit], ...]]:
    """Give, for each step, the steps that lead to it, with the way by which they do."""
    found: dict[str, list[tuple[str, Exit]]] = {}
    for name in flow.nodes:
        for way in flow.exits(name):
            if way.to not in RESERVED:
                found.setdefault(way.to, []).append((name, way))
    return {name: tuple(ways) for name, ways in found.items()}


def reached_from(guide: Guide, name: str, ways: tuple[tuple[str, Exit], ...]) -> Words:
    """Say from where calls come to a step."""
    flow = guide.flow
    lines = [("the line ", *guide.line(number)) for number, line in flow.lines.items() if line.start == name]
    own = dict.fromkeys(start for start, way in ways if way.scope == "own" and start != name)
    shared = dict.fromkeys(_shared(way) for _, way in ways if way.scope != "own")
    steps: list[Words] = [(guide.node(start),) for start in list(own)[:MANY]]
    if len(own) > MANY:
        steps.append((f"{len(own) - MANY} more",))
    every = (*lines, *steps, *((one,) for one in shared))
    if name in flow.reachable():
        return listed(every)
    nowhere = Strong("nowhere: no call comes here")
    return (nowhere, ", though it stands behind ", *listed(every)) if every else (nowhere,)


def _shared(way: Exit) -> str:
    return f"key {way.on} of every menu" if way.scope == "global" else "the last try (unless a step says otherwise)"

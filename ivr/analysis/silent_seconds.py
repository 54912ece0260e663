"""How long a caller who never presses anything waits until somebody or something helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final, NamedTuple

from ivr.analysis.cycles import strong_parts
from ivr.analysis.passive import passive_ways
from ivr.analysis.traps import helps
from ivr.analysis.ways import judged
from ivr.call import Call
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.nodes.run import Run
from ivr.nodes.transfer import Transfer

_ANY_TIME: Final = datetime(2000, 1, 1, tzinfo=UTC)  # what a node says does not depend on the moment


class Wait(NamedTuple):
    """Seconds on the longest way, and the node that takes most of them, with its own seconds."""

    seconds: float
    longest: str
    of_it: float


class _Waits(NamedTuple):
    """The longest way to help, and the longest to the end of a sub-flow; None where there is none."""

    helped: Wait | None
    returned: Wait | None


_NONE: Final = _Waits(None, None)


def silent_waits(flow: Flow, language: str) -> Mapping[str, Wait]:
    """Give, for every node from which a silent caller comes to help, how long that takes at most, in one language.

    A way goes through no node twice. A transfer counts as help, whoever answers; so do a recording and what is marked
    `done`. Lookups take no time here, since nothing is known of it.
    """
    key = ("silent waits", language)
    if key not in flow.memo:
        found = _all_waits(flow, language)
        flow.memo[key] = {name: waits.helped for name, waits in found.items() if waits.helped}
    known: Mapping[str, Wait] = flow.memo[key]
    return known


def _all_waits(flow: Flow, language: str) -> Mapping[str, _Waits]:
    graph = {name: tuple(_leads(flow, name)) for name in judged(flow)}
    found: dict[str, _Waits] = {}
    for part in strong_parts(graph):
        for name in part:
            found[name] = _waits(flow, name, language, graph[name], found)
    return found


def _leads(flow: Flow, name: str) -> Iterator[str]:
    if not isinstance(flow.nodes[name], Transfer) and not helps(flow, name):
        yield from (way.to for way in passive_ways(flow, name))


def _waits(flow: Flow, name: str, language: str, further: tuple[str, ...], found: Mapping[str, _Waits]) -> _Waits:
    node = flow.nodes[name]
    own = _seconds(flow, name, language)
    if helps(flow, name):
        return _Waits(Wait(own if node.done else 0.0, name, own), None)
    if node.verb == "return":
        return _Waits(None, Wait(0.0, name, 0.0))
    if isinstance(node, Run):
        inner = found.get(node.run, _NONE)
        behind = _longest(found, (to for to in further if to != node.run))
        return _Waits(
            _longer(inner.helped, _after(inner.returned, behind.helped)), _after(inner.returned, behind.returned)
        )
    behind = _longest(found, further)
    here = Wait(own, name, own)
    return _Waits(_after(here, behind.helped), _after(here, behind.returned))


def _longest(found: Mapping[str, _Waits], names: Iterator[str] | tuple[str, ...]) -> _Waits:
    longest = _NONE
    for name in names:
        waits = found.get(name, _NONE)
        longest = _Waits(_longer(longest.helped, waits.helped), _longer(longest.returned, waits.returned))
    return longest


def _longer(one: Wait | None, other: Wait | None) -> Wait | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda wait: wait.seconds)


def _after(first: Wait | None, then: Wait | None) -> Wait | None:
    """Give two waits, one after the other."""
    if first is None or then is None:
        return None
    most = max(first, then, key=lambda wait: wait.of_it)
    return Wait(first.seconds + then.seconds, most.longest, most.of_it)


def _seconds(flow: Flow, name: str, language: str) -> float:
    """Give how long a silent caller stays at one node, all tries included."""
    node = flow.nodes[name]
    call = Call("", _ANY_TIME, name, language)
    if not isinstance(node, Listening):
        spoken = (prompt for _, prompt in node.prompts() if prompt)
        return sum(one.spoken(language, flow.first_language, {}, flow.defaults.rate).seconds for one in spoken)
    tries = node.tries_in(flow)
    heard = hearing_seconds(flow, name, language)
    between = (node.reprompt(flow, call, "silence", number) for number in range(1, tries))
    return tries * (heard + node.wait_in(flow)) + sum(say.seconds for says in between for say in says)


def hearing_seconds(flow: Flow, name: str, language: str) -> float:
    """Give how long a node that listens speaks, options included, before it waits for the caller."""
    node = flow.nodes[name]
    if not isinstance(node, Listening):
        return 0.0
    return sum(say.seconds for say in node.hear(flow, Call("", _ANY_TIME, name, language)).says)

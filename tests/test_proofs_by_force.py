"""Promises by force: every call of a small flow, made by the engine alone, decides as proving does, both ways."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flow_strategies import CHANCES, LINES, VALUES, WORDS, Writer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ivr.call import Call
from ivr.documents import Promise
from ivr.effect import Came, Effect, Listen, LookUp, Question, Say, Transfer
from ivr.engine import begin, step
from ivr.event import Event, Key, Outcome, Silence, Spoken
from ivr.explore import replay
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.nodes.ask import Ask
from ivr.nodes.menu import Menu
from ivr.nodes.set import Set
from ivr.promise import KEPT, REFUTED, Proof, proofs

TODAY = date(2026, 3, 2)
CHICAGO = ZoneInfo("America/Chicago")
MOMENTS = tuple(
    datetime(2026, 3, day, hour, tzinfo=CHICAGO) for day, hour in [(9, 1), (9, 9), (9, 21), (5, 23), (6, 2)]
)
"""By night, by day, in the evening, and around the day on which the night desk is closed."""
MOST_STATES = 500
KEYS, DIGITS = "1234567890*#", "01258*#"
SAMPLES = (*VALUES, "4", "5")
CONTACTS = ("team", "always", "shut", "person")
Cost = tuple[float, float]


class TooMany(Exception):  # noqa: N818 -- no error: force has its limits
    """More calls than are made."""


class Place(NamedTuple):
    """A call as it waits, and what it waits for; nothing before the line answers."""

    call: Call
    waits: Effect | None


class Way(NamedTuple):
    """What one event makes of a call: what it costs, the nodes come to, where the call is then; or that it was wrong.

    Of each node come to, `through` holds the seconds of what is said from there on.
    """

    event: Event
    cost: tuple[int, float]
    through: tuple[tuple[str, float], ...]
    to: Place
    wrong: bool


class Force:
    """Every call of a flow at one moment, by the engine alone: the clock stands still but for counting seconds."""

    def __init__(self, flow: Flow, at: datetime) -> None:
        self.flow, self.at = flow, at
        self.back = any(way.to == "back" for name in flow.nodes for way in flow.exits(name))
        self.deciding = deciding(flow)
        self.ways: dict[Place, list[Way]] = {}
        self.roots: dict[str, Place] = {}
        for line in flow.lines:
            root = self.roots[line] = Place(Call(line, at, "", ""), None)
            self.ways[root] = [self._way(Silence(), root, begin(flow, line, at))]
        ahead = [way.to for ways in self.ways.values() for way in ways]
        while ahead:
            here = ahead.pop()
            if here not in self.ways:
                if len(self.ways) >= MOST_STATES:
                    raise TooMany
                self.ways[here] = [self._way(event, here, step(flow, here.call, event)) for event in self._events(here)]
                ahead += [way.to for way in self.ways[here]]

    def _events(self, here: Place) -> Iterator[Event]:
        call, waits = here
        if isinstance(waits, Listen):
            node = self.flow.nodes[call.node]
            yield from map(Key, DIGITS if isinstance(node, Ask) else KEYS)
            yield from map(Spoken, WORDS if waits.speech and not call.typed else ())
            if not (call.typed and isinstance(node, Ask) and node.end):
                yield Silence()  # an entry that a key ends is ended by that
        elif isinstance(waits, Question):
            for number, name in enumerate(waits.answers):
                gives = [one for one in waits.gives if one in self.deciding] if isinstance(waits, LookUp) else []
                choices = [[*((one, value) for value in SAMPLES), *([None] if number else [])] for one in gives]
                for mixture in itertools.product(*choices):
                    yield Outcome(name, tuple(pair for pair in mixture if pair))

    def _way(self, event: Event, here: Place, stepped: tuple[Call, tuple[Effect, ...]]) -> Way:
        call, told = stepped
        plain = call._replace(
            at=self.at,
            seconds=0.0,
            presses=0,
            trail=call.trail if self.back else (),
            stack=tuple(frame._replace(trail=frame.trail if self.back else ()) for frame in call.stack),
            values=tuple(pair for pair in call.values if pair[0] in self.deciding),
        )
        came = [effect for effect in told if isinstance(effect, Came)]
        stopped = not came and isinstance(event, Key) and call.ended is not None
        wrong = stopped or (bool(came) and came[0].on in {"wrong", "otherwise"})
        place = Place(plain, told[-1] if told else here.waits)
        cost = (int(isinstance(event, Key)), call.seconds)
        return Way(event, cost, tuple(_through(call, told)), place, wrong)


def _through(call: Call, told: tuple[Effect, ...]) -> Iterator[tuple[str, float]]:
    left = sum(say.seconds for say in told if isinstance(say, Say)) - sum(
        say.seconds for say in call.playing[call.before :]
    )
    seen: set[str] = set()
    for effect in told:
        if isinstance(effect, Say):
            left -= effect.seconds
        elif isinstance(effect, Came) and effect.node not in seen:
            seen.add(effect.node)
            yield effect.node, left


def deciding(flow: Flow) -> set[str]:
    """Name the variables that decide something."""
    found = {one for name in flow.nodes for way in flow.exits(name) if way.when for one in way.when.variables()}
    copies = [node.set for node in flow.nodes.values() if isinstance(node, Set)]
    for _ in range(4):
        found |= {source.text for one in copies for name, source in one.items() if name in found and source.variable}
    return found


class Trial:
    """A promise, held against every call at one moment."""

    def __init__(self, force: Force, promise: Promise) -> None:
        self.force, self.flow, self.promise = force, force.flow, promise
        named = set(promise.reach)
        if "person" in named:
            named |= {name for name, contact in self.flow.contacts.items() if contact.person}
        self.nodes, self.contacts = named & self.flow.nodes.keys(), named - self.flow.nodes.keys()

    def starts(self) -> Iterator[tuple[Place, float, bool]]:
        """Give where the promise begins, the seconds from there to the place, and whether the goal lies on the way."""
        yield from ((self.force.roots[name], 0.0, False) for name in self.promise.from_ if name in self.force.roots)
        yield from ((place, 0.0, False) for place in self.force.ways if self._begins(place))
        for way in (way for ways in self.force.ways.values() for way in ways):
            for number, (name, seconds) in enumerate(way.through):
                passed = name != way.to.call.node and not self.flow.nodes[name].listens
                if name in self.promise.from_ and passed:
                    yield way.to, seconds, any(node in self.nodes for node, _ in way.through[number:])

    def _begins(self, place: Place) -> bool:
        if place.waits is None or place.call.typed or place.call.ahead:
            return False
        anywhere = "anywhere" in self.promise.from_ and isinstance(place.waits, Listen)
        return anywhere or (place.call.node in self.promise.from_ and not place.call.failures)

    def is_kept(self) -> bool:
        """Whether it is kept from every beginning."""
        limits = self.promise.within
        first = 0 if limits and limits.keys is not None else 1
        most = None if limits is None else limits.keys if first == 0 else limits.seconds
        worth = self._worth(first)
        return all(
            (is_there or place in worth)
            and (most is None or first * seconds + (0 if is_there else worth[place][0]) <= most)
            for place, seconds, is_there in self.starts()
        )

    def _worth(self, first: int) -> dict[Place, Cost]:
        """Give what is sure from each place, by trying until nothing changes."""
        worth: dict[Place, Cost] = {place: (0.0, 0.0) for place in self.force.ways if self._is_there(place)}
        changed = True
        while changed:
            changed = False
            for place, ways in self.force.ways.items():
                cost = None if self._is_there(place) or not ways else self._cost(place, ways, worth, first)
                if cost is not None and cost < worth.get(place, (float("inf"), 0.0)):
                    worth[place], changed = cost, True
        return worth

    def _cost(self, place: Place, ways: list[Way], worth: dict[Place, Cost], first: int) -> Cost | None:
        costs = [self._through(way, worth, first) for way in self._possible(place, ways)]
        if isinstance(place.waits, Listen) or self.promise.outcomes == "kind":
            return min((cost for cost in costs if cost is not None), default=None)
        return None if None in costs else max(cost for cost in costs if cost is not None)

    def _through(self, way: Way, worth: dict[Place, Cost], first: int) -> Cost | None:
        """Give what a way costs; on coming there, what is said before is heard, too."""
        met = any(name in self.nodes for name, _ in way.through)
        if not met and way.to not in worth:
            return None
        keys, seconds = way.cost
        if met or self._is_there(way.to):
            seconds += sum(say.seconds for say in way.to.call.playing[: way.to.call.before])
        own = (float(keys), seconds)[:: 1 if first == 0 else -1]
        further = (0.0, 0.0) if met else worth[way.to]
        return own[0] + further[0], own[1] + further[1]

    def _is_there(self, place: Place) -> bool:
        rung = isinstance(place.waits, Transfer) and place.waits.to in self.contacts
        return rung or place.call.node in self.nodes

    def _possible(self, place: Place, ways: list[Way]) -> Iterable[Way]:
        if not isinstance(place.waits, Listen) or self.promise.caller == "willing":
            return ways
        silent = [way for way in ways if isinstance(way.event, Silence)]
        if self.promise.caller == "silent":
            return silent
        if place.call.failures or not isinstance(self.flow.nodes[place.call.node], Menu):
            return ways
        wrong = [way for way in ways if isinstance(way.event, Key) and way.wrong]
        return wrong or [way for way in ways if way.to.call.typed] or silent


def promises_of(chance: Random, names: tuple[str, ...], count: int) -> Iterator[str]:
    """Write promises at random."""
    for number in range(count):
        fields = {
            "promise": f"Promise {number}",
            "from": chance.choice([*LINES, chance.choice(names), "anywhere"]),
            "reach": f"[{chance.choice([*names, *CONTACTS])}]",
            "during": chance.choice(["always", "always", "desk", "night"]),
            "caller": chance.choice(["willing", "willing", "silent", "mistaken"]),
            "outcomes": chance.choice(["against", "kind"]),
        }
        limit = chance.choice(["", "", f"keys: {chance.randrange(4)}", f"seconds: {chance.randrange(90)}"])
        fields |= {"within": f"{{{limit}}}"} if limit else {}
        yield "  - {" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}\n"


def promising(chance: Random, size: int) -> str:
    """Write a flow with promises; its prompts speak no values, as their seconds would depend on these."""
    writer = Writer(chance, size)
    text = writer.flow().replace("You have {x} and {y}.", "You have one and another.")
    return f"{text}promises:\n{''.join(promises_of(chance, writer.names, 6))}"


def is_exact(flow: Flow) -> bool:
    """Whether proving counts each second: an entry or a code that may end early may cost a wait that it need not."""
    return all(
        not (isinstance(node, Menu) and node.end)
        and not (isinstance(node, Ask) and (node.digits is None or node.digits.least != node.digits.most))
        for node in flow.nodes.values()
    )


def disagreement(flow: Flow, proof: Proof, forces: dict[datetime, Force]) -> str:
    """Say in what force finds otherwise than proving; nothing where they agree or force cannot tell."""
    promise = proof.promise
    if proof.status == KEPT:
        for at in MOMENTS:
            if flow.is_open(promise.during, at) and not Trial(forced(flow, at, forces), promise).is_kept():
                return f"kept, but not on {at}"
    elif proof.status == REFUTED:
        assert proof.worst is not None
        over = proof.worst.keys is not None and not is_exact(flow)
        at = proof.worst.time.at
        if not over and Trial(forced(flow, at, forces), promise).is_kept():
            return f"refuted, but kept on {at}"
        if proof.call is None or replay(flow, proof.call) is None:
            return "refuted without a call"
    elif proof.reason.startswith("no call comes"):
        for at in MOMENTS:
            if flow.is_open(promise.during, at) and any(Trial(forced(flow, at, forces), promise).starts()):
                return f"said to begin nowhere, but it does on {at}"
    return ""


def forced(flow: Flow, at: datetime, forces: dict[datetime, Force]) -> Force:
    """Give every call at a moment, made once."""
    if at not in forces:
        forces[at] = Force(flow, at)
    return forces[at]


@given(chance=CHANCES, size=st.integers(1, 6))
@settings(max_examples=20, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_proving_and_force_agree(chance: Random, size: int) -> None:
    text = promising(chance, size)
    flow = load_text(text).flow
    assert flow is not None
    forces: dict[datetime, Force] = {}
    for proof in proofs(flow, TODAY):
        with suppress(TooMany):
            assert disagreement(flow, proof, forces) == "", (proof.promise, text)

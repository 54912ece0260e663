"""Making the table: from every line on, let everything happen to every state that the engine tells apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice, product
from typing import TYPE_CHECKING, Any, NamedTuple

from ivr.call import Call
from ivr.collector import collector_paused
from ivr.effect import Effect, End, Listen, LookUp, Record
from ivr.engine import DEEPEST, begin, step
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.explore.values import Variables
from ivr.nodes.ask import Ask
from ivr.nodes.menu import Menu
from ivr.table.asked import Asked
from ivr.table.entry import Machine, entries_of, machine_of, state_of
from ivr.table.probed import NOON, Below, Fact, Probed, Same, UnknownError, probed
from ivr.table.slots import TYPED, is_marked, mark, plain
from ivr.table.state import Answer, Fork, State, Step, Typing
from ivr.table.state import Key as StateKey
from ivr.table.stepped import Source, leaf_of

if TYPE_CHECKING:
    from ivr.condition.expression import Atom
    from ivr.flow import Flow
    from ivr.node import Values

MOST_STATES = 20_000
"""States of calls beyond which a table is refused: a page that holds more would be slow to load."""
MOST_FACTS = 24
"""What one step may depend on before the flow is refused."""
MOST_ANSWERS = 64
"""Mixtures of values that one answer may bring."""
ALL_KEYS = "1234567890*#"
NOT_UNDERSTOOD = "\ufdd4"
"""Words that no menu understands."""


class TooLargeError(Exception):
    """A flow that no table can hold; the message says why, for people."""


class Root(NamedTuple):
    """How a call begins: its line and its language, and what is known of the caller."""

    line: str
    language: str
    values: Values
    step: Step


class Table(NamedTuple):
    """All states of a flow's calls, and how calls begin; `machines` are those of the asks, by number.

    `hangup` is how every call ends whose caller hangs up.
    """

    flow: Flow
    roots: tuple[Root, ...]
    states: tuple[State, ...]
    machines: tuple[Machine, ...]
    hangup: End


def table_of(flow: Flow, presets: Iterable[Mapping[str, str]] = ({},), most: int = MOST_STATES) -> Table:
    """Make the table of a flow, for callers of whom the `presets` are known beforehand.

    Raises TooLargeError where it would be larger than `most` states.
    """
    if any(map(is_marked, flow.texts.values())):
        message = "the flow holds characters that Unicode keeps for the inside of programs (U+FDD0 to U+FDD4)"
        raise TooLargeError(message)
    with collector_paused():
        return _Maker(flow, most).table(tuple(presets))


class _Entry(NamedTuple):
    """Entries of one sort: an example, and whether they leave no room for another digit."""

    machine: Machine
    sort: int
    example: str
    full: bool

    def may_be(self, text: str) -> bool:
        """Whether a text can be typed, and is of this sort then."""
        at = state_of(self.machine, text)
        return at is not None and self.machine.sorts[at] == self.sort and (at in self.machine.full) == self.full

    def unlike(self, texts: Collection[str]) -> str | None:
        """Give an entry of this sort that is none of some texts; None where there is no other."""
        several = entries_of(self.machine, self.sort, len(texts) + 1, full=self.full)
        return next((one for one in several if one not in texts), None)


class _Maker:
    """One table being made."""

    def __init__(self, flow: Flow, most: int) -> None:
        self.real, self.most = flow, most
        self.flow: Probed = probed(flow, DEEPEST)
        self.asked, self.answers = Asked(flow), Variables(flow).answers
        self.before = flow.menus_before()
        self.states: dict[StateKey, State] = {}
        self.ahead: deque[State] = deque()
        self.machines: dict[str, tuple[int, Machine]] = {}
        self.last: tuple[State | None, Source] = None, Source(Call("", NOON, "", ""), ((),))
        compared = next(self.asked.compared(), None)
        if compared is not None:
            message = f"'{compared}', which callers type, is said to be more or less than another variable"
            raise TooLargeError(message)

    def table(self, presets: Iterable[Mapping[str, str]]) -> Table:
        roots = tuple(self._roots(presets))
        while self.ahead:
            self._expand(self.ahead.popleft())
        machines = tuple(machine for _, machine in self.machines.values())
        return Table(self.real, roots, tuple(self.states.values()), machines, _hang_up(self.flow))

    def _roots(self, presets: Iterable[Mapping[str, str]]) -> Iterable[Root]:
        for values, (number, line) in product(presets, self.flow.lines.items()):
            known = tuple(sorted(values.items()))
            for language in dict.fromkeys((line.language or self.flow.first_language, *self.flow.languages)):
                source = Source(Call(number, NOON, "", language, values=known), ((),))
                yield Root(number, language, known, self._asked(source, (), {}, number))

    def _state(self, key: StateKey) -> State:
        state = self.states.get(key)
        if state is None:
            if len(self.states) >= self.most:
                message = f"its calls can come to more than {self.most:,} states"
                raise TooLargeError(message)
            again = dict.fromkeys(name for name in key.stack if key.stack.count(name) > 1)
            if len(again) > 1:
                message = f"the sub-flows that {' and '.join(map(repr, again))} run come to run one another without end"
                raise TooLargeError(message)
            state = self.states[key] = State(len(self.states), key)
            if not isinstance(key.waits, End):
                self.ahead.append(state)
        return state

    def _expand(self, state: State) -> None:
        """Let everything happen to a state that can."""
        waits = state.key.waits
        if isinstance(waits, Listen):
            node = self.flow.nodes[state.key.node]
            if isinstance(node, Ask):
                self._type(state, node)
            else:
                state.keys = {key: self._step(state, Key(key)) for key in ALL_KEYS}
            state.silence = self._step(state, Silence())
            state.words = {words: self._step(state, Spoken(words)) for words in _phrases(node, self.flow, state)}
            return
        if isinstance(waits, Record):
            state.keys = {key: self._step(state, Key(key)) for key in ALL_KEYS}
            state.silence = self._step(state, Silence())
        state.answers = [
            Answer(outcome, values, self._step(state, Outcome(outcome, _brought(values))))
            for outcome, values in self._given(waits)
        ]

    def _given(self, waits: Any) -> Iterable[tuple[str, tuple[tuple[str, str | None], ...]]]:  # noqa: ANN401 -- a question
        """Give the answers to a question, each with every mixture of values that makes a difference."""
        gives = waits.gives if isinstance(waits, LookUp) else ()
        choices = [self._choices(name) for name in gives]
        for outcome in waits.answers:
            mixtures = list(islice(product(*choices), MOST_ANSWERS + 1))
            if len(mixtures) > MOST_ANSWERS:
                message = f"the answers of '{waits.name}' bring too many values that make a difference"
                raise TooLargeError(message)
            for mixture in mixtures:
                yield outcome, tuple(pair for pair in mixture if pair is not None)

    def _choices(self, name: str) -> list[tuple[str, str | None] | None]:
        """Give what an answer may bring for a variable: a slot, or one value of each sort; and nothing at all."""
        if not self.asked.matters(name):
            return [(name, None), None]
        known = [value for value in self.answers.get(name, ()) if value is not None]
        return [*((name, value) for value in known), None]

    def _type(self, state: State, ask: Ask) -> None:
        """Let digits be typed: what they come to, by the sorts of entries that make a difference."""
        number, machine = self._machine(state.key.node, ask)
        typing = state.typing = Typing(number, ends="".join(key for key in ALL_KEYS if key in ask.end))
        for key in ALL_KEYS:
            digit = machine.onward[0][int(key)] if key.isdigit() else -1
            if digit < 0 or (key in state.key.swallow and self._is_swallowed(state, key)):
                state.keys[key] = self._step(state, Key(key))
        begun = next((machine.entries[one] for one in machine.onward[0] if one >= 0 and one not in machine.full), None)
        for at, entry in enumerate(machine.entries):
            one = _Entry(machine, machine.sorts[at], entry, full=at in machine.full)
            if one.full:
                if one.sort not in typing.full:
                    typing.full[one.sort] = self._entered(state, one)
            elif entry and one.sort not in typing.quiet:
                typing.quiet[one.sort] = self._entered(state, one, Silence())
                if typing.ends:
                    typing.end[one.sort] = self._entered(state, one, Key(typing.ends[0]))
        if begun is not None:
            self._begin(state, typing, begun)

    def _entered(self, state: State, entry: _Entry, *then: Event) -> Step:
        """Make an entry of a sort: where that may matter, also the same as each that the call knows already."""
        ask = self.flow.nodes[state.key.node]
        rivals = []
        if isinstance(ask, Ask) and self.asked.has_rivals(ask.into):
            known = dict.fromkeys(value for name, value in state.key.values if self.asked.has_rivals(name))
            rivals = [value for value in known if entry.may_be(plain(value))]
        fresh = entry.unlike({plain(value) for value in rivals}) if rivals else entry.example
        made = None if fresh is None else self._step(state, *map(Key, fresh), *then)
        for value in rivals:
            same = self._step(state, *map(Key, plain(value)), *then)
            made = same if made is None else Fork(Same(value), ((True, same), (False, made)))
        return made or self._step(state, *map(Key, entry.example), *then)

    def _begin(self, state: State, typing: Typing, begun: str) -> None:
        """Note what the first digit does to the clock, and what other keys do behind it."""
        call, effects = step(self.flow, self._source(state).call, Key(begun[0]))
        waits = effects[-1]
        typing.first, typing.between = call.seconds, waits.wait if isinstance(waits, Listen) else 0.0
        others = [key for key in ALL_KEYS if not key.isdigit() and key not in typing.ends]
        typing.keys = {key: self._step(state, Key(begun[0]), Key(key)) for key in others}
        typing.words = self._step(state, Key(begun[0]), Spoken(NOT_UNDERSTOOD))

    def _is_swallowed(self, state: State, key: str) -> bool:
        call, effects = step(self.flow, self._source(state).call, Key(key))
        return not effects and not call.typed

    def _machine(self, name: str, ask: Ask) -> tuple[int, Machine]:
        if name not in self.machines:
            machine = machine_of(ask, self._questions(ask), self.asked.group(ask))
            if machine is None:
                message = f"the entries that '{name}' asks for fall into too many sorts"
                raise TooLargeError(message)
            self.machines[name] = len(self.machines), machine
        return self.machines[name]

    def _questions(self, ask: Ask) -> list[tuple[str, Atom]]:
        several = (one for each in self.asked.group(ask) for one in self.asked.questions(each.into))
        return list(dict.fromkeys(several))

    def _source(self, state: State) -> Source:
        if self.last[0] is not state:
            self.last = state, Source.of(state, self.flow)
        return self.last[1]

    def _step(self, state: State, *events: Event) -> Step:
        return self._asked(self._source(state), events, {})

    def _asked(self, source: Source, events: Sequence[Event], facts: dict[Fact, Any], line: str = "") -> Step:
        """Take a step with some facts; where it depends on another one, take it once for each answer."""
        self.flow.facts.clear()
        self.flow.facts.update(facts)
        try:
            call, effects = self._made(source.given(facts), events, line)
        except UnknownError as unknown:
            if len(facts) >= MOST_FACTS:
                message = f"one step at '{source.call.node}' depends on too many hours"
                raise TooLargeError(message) from None
            ways = self._ways(source, unknown.fact)
            return Fork(
                unknown.fact,
                tuple((way, self._asked(source, events, {**facts, unknown.fact: way}, line)) for way in ways),
            )
        return leaf_of(source.given(facts), call, effects, self._state)

    def _made(self, source: Source, events: Sequence[Event], line: str) -> tuple[Call, tuple[Effect, ...]]:
        if line:
            return begin(self.flow, line, NOON, language=source.call.language, values=dict(source.call.values))
        call, told = source.call, source.last
        for event in events:
            call, effects = step(self.flow, call, event)
            told = effects
        return call, told

    def _ways(self, source: Source, fact: Fact) -> tuple[object, ...]:
        """Give every answer there may be: the menus from which a call may have come to a node, or yes and no."""
        if not isinstance(fact, Below):
            return (True, False)
        stack = source.call.stack
        node = stack[fact.level].node if fact.level < len(stack) else source.call.node
        return tuple("" if menu == node else menu for menu in self.before.get(node, (node,)))


def _hang_up(flow: Flow) -> End:
    """Give how a call ends whose caller hangs up: the same for every call."""
    call, _ = step(flow, Call("", NOON, "", flow.first_language), HangUp())
    return call.ended or End("caller")


def _brought(values: Iterable[tuple[str, str | None]]) -> Values:
    return tuple((name, mark(f"{TYPED}{name}", "x") if value is None else value) for name, value in values)


def _phrases(node: object, flow: Probed, state: State) -> Iterable[str]:
    """Give every phrase that is understood here, and words that are not."""
    if isinstance(node, Menu):
        heard = node.heard(flow, Source.of(state, flow).call)
        yield from dict.fromkeys(" ".join(phrase) for phrase, _ in heard.words)
    yield NOT_UNDERSTOOD

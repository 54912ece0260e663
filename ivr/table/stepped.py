"""One step of a table: the call that the engine is given for a state, and what is kept of the call that it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from ivr.call import Call, Frame
from ivr.effect import Effect, End, Listen, Say
from ivr.table.probed import NOON, Below, Fact, Probed, below, level_of
from ivr.table.slots import renamed, slots_in
from ivr.table.state import Key, Leaf, Level, State

if TYPE_CHECKING:
    from ivr.node import Values

Trail = tuple[str, ...]


class Source(NamedTuple):
    """A call before a step; `trails` are those of the sub-flows under way, outermost first, and its own, last.

    What is not known of a trail is one name at its bottom. `last` is what the call waits for.
    """

    call: Call
    trails: tuple[Trail, ...]
    last: tuple[Effect, ...] = ()

    @classmethod
    def of(cls, state: State, flow: Probed) -> Source:
        """Make the call of a state."""
        key = state.key
        trails = key.trails if key.trails is not None else _unknown(key, flow)
        call = Call(
            line="",
            at=NOON,
            node=key.node,
            language=key.language,
            failures=key.failures,
            typed=key.typed,
            ahead=key.ahead,
            swallow=key.swallow,
            values=key.values,
            playing=key.own,
        )
        return cls(call, trails, (key.waits,)).placed(key.stack)

    def placed(self, stack: tuple[str, ...]) -> Source:
        """Put the trails into the call."""
        frames = tuple(Frame(node, trail) for node, trail in zip(stack, self.trails, strict=False))
        return self._replace(call=self.call._replace(stack=frames, trail=self.trails[-1]))

    def given(self, facts: Mapping[Fact, Any]) -> Source:
        """Put the menus into the trails that the facts name."""
        below_it = [(fact.level, menu) for fact, menu in facts.items() if isinstance(fact, Below)]
        if not below_it:
            return self
        trails = list(self.trails)
        for level, menu in below_it:
            bottom, *rest = trails[level]
            trails[level] = (bottom, menu, *rest) if menu else tuple(rest)
        return self._replace(trails=tuple(trails)).placed(tuple(frame.node for frame in self.call.stack))


def _unknown(key: Key, flow: Probed) -> tuple[Trail, ...]:
    own = (key.node,) if flow.nodes[key.node].verb == "menu" else ()
    return (*((below(level),) for level in range(len(key.stack))), (below(len(key.stack)), *own))


def leaf_of(source: Source, call: Call, effects: tuple[Effect, ...], state_of: Callable[[Key], State]) -> Leaf:
    """Keep of a step what a table holds."""
    still = not effects
    waits = source.last[-1] if still else effects[-1]
    own = call.playing[call.before :]
    names = _names(call.values)
    values = tuple((name, renamed(value, names)) for name, value in call.values)
    trails = (*(frame.trail for frame in call.stack), call.trail)
    state = state_of(
        Key(
            node=call.node,
            language=call.language,
            failures=call.failures,
            typed=call.typed,
            ahead=call.ahead,
            swallow=call.swallow,
            stack=tuple(frame.node for frame in call.stack),
            values=values,
            own=tuple(_named(say, names) for say in own),
            waits=_named(waits, names),
            trails=trails if call.ahead else None,
        )
    )
    told = () if still else effects[: len(effects) - 1 - len(own)]
    kept, levels = _levels(source.trails, trails)
    return Leaf(state, call.seconds, told, tuple(names), kept, levels, still)


def _names(values: Values) -> dict[str, str]:
    """Give the slots of values numbers, in their order."""
    return {slot: str(number) for number, slot in enumerate(slots_in(value for _, value in values))}


def _named(effect: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 -- the same kind of effect comes out
    """Give the slots of what a state says and asks the names that they have in it."""
    if isinstance(effect, Say):
        return Say(
            renamed(effect.text, names), effect.seconds, effect.language, effect.interruptible, effect.audio, effect.key
        )
    values = getattr(effect, "values", ())
    if isinstance(effect, End | Listen) or not values:
        return effect
    return type(effect)(**{**_fields(effect), "values": tuple((name, renamed(text, names)) for name, text in values)})


def _fields(effect: Any) -> dict[str, Any]:  # noqa: ANN401 -- any effect
    return {name: getattr(effect, name) for name in effect.__dataclass_fields__}


def _levels(before: tuple[Trail, ...], after: tuple[Trail, ...]) -> tuple[int, tuple[Level, ...]]:
    """Say how the trails after a step come of those before: how many of them stay, and what the others are."""
    kept = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))))
    return kept, tuple(_level(before, trail) for trail in after[kept:])


def _level(before: tuple[Trail, ...], trail: Trail) -> Level:
    level = level_of(trail[0]) if trail else None
    if level is None:
        return -1, 0, trail
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before[level], trail, strict=False))))
    return level, len(before[level]) - same, trail[same:]

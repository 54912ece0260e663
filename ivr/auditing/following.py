"""Where a call comes to by the keys that a document names: followed through the states that exploring found."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.effect import End, Listen, Record, Transfer
from ivr.explore import Edge, Explored, State, witness
from ivr.explore.moves import KEY
from ivr.witness import PRESS, Witness

if TYPE_CHECKING:
    from ivr.flow import Flow

CONTACT, MENU, MESSAGE, ENDED = "contact", "menu", "message", "end"
_MOST: Final = 20_000
"""Steps that are followed before the rest is left out."""


class Reached(NamedTuple):
    """What callers come to: a contact, a menu, a recording of theirs, or the end; `name` says which.

    `words` are what the flow says of it and on the way there; `path` is the call, `bits` the times at which it is made.
    """

    kind: str
    name: str
    words: tuple[str, ...]
    path: tuple[Edge, ...]
    bits: int
    language: str


class Pressed(NamedTuple):
    """What comes of pressing keys: where calls come to, and the menus at which the last key was pressed."""

    reached: tuple[Reached, ...]
    menus: tuple[str, ...]
    short: tuple[State, ...] = ()


def pressed(found: Explored, line: str, keys: tuple[str, ...]) -> Pressed:
    """Press keys one after another, at the menus at which a call stops; questions between are answered in every way."""
    root = found.roots.get(line)
    if root is None:
        return Pressed((), ())
    reached: dict[tuple[str, str], Reached] = {}
    menus: dict[str, None] = {}
    waiting: dict[int, State] = {}
    ahead: deque[tuple[State, int, tuple[Edge, ...], int]] = deque([(root, 0, (), root.bits)])
    seen = {(root.number, 0)}
    while ahead and len(seen) < _MOST:
        state, done, path, bits = ahead.popleft()
        if done == len(keys) and (came := _arrival(found.flow, state, path, bits)) is not None:
            reached.setdefault((came.kind, came.name), came)
            continue
        for edge, more in _onward(found.flow, state, keys[done:], path):
            if state.node in found.flow.nodes and more and done + more == len(keys):
                menus.setdefault(state.node)
            step = (edge.target.number, done + more)
            if edge.bits & bits and step not in seen:
                seen.add(step)
                ahead.append((edge.target, done + more, (*path, edge), edge.bits & bits))
        if _is_menu(found.flow, state) and done == len(keys) - 1:
            waiting.setdefault(state.number, state)
    return Pressed(tuple(reached.values()), tuple(menus), tuple(waiting.values()))


def _is_menu(flow: Flow, state: State) -> bool:
    node = flow.nodes.get(state.node)
    return isinstance(state.waits, Listen) and node is not None and node.verb == "menu"


def _onward(flow: Flow, state: State, keys: tuple[str, ...], path: tuple[Edge, ...]) -> list[tuple[Edge, int]]:
    """Give the ways on: at a menu the next key only, and elsewhere every way; with how many of the keys each takes."""
    if isinstance(state.waits, Transfer):
        return []
    ways = [
        edge for edge in state.edges if edge.via is None or any(edge.via in {one.source, one.target} for one in path)
    ]
    if not _is_menu(flow, state):
        return [(edge, 0) for edge in ways]
    if not keys:
        return []
    codes = {"".join(keys[:count]): count for count in range(1, len(keys) + 1)}
    return [(edge, codes[what]) for edge in ways if edge.move.by == KEY and (what := _what(edge)) in codes]


def _what(edge: Edge) -> str:
    return next((step.what for step in edge.move.steps if step.kind == PRESS), "")


def _arrival(flow: Flow, state: State, path: tuple[Edge, ...], bits: int) -> Reached | None:
    """Say what a call has come to, where it needs the caller no more, or asks for a choice again."""
    waits, language = state.waits, state.call.language
    words = tuple(_words_on(flow, path))
    if isinstance(waits, Transfer):
        contact = flow.contacts.get(waits.to)
        named = (contact.name or waits.to.replace("-", " "), waits.to.replace("-", " ")) if contact else (waits.to,)
        return Reached(CONTACT, waits.to, (*named, *words), path, bits, language)
    if isinstance(waits, Record):
        return Reached(MESSAGE, state.node, ("leave a message", *words), path, bits, language)
    if isinstance(waits, End):
        return Reached(ENDED, state.node, words, path, bits, language)
    if _is_menu(flow, state):
        menu = flow.nodes[state.node]
        said = [
            prompt.text(language) or prompt.text(flow.first_language)
            for where, prompt in menu.prompts()
            if where == ("menu",)
        ]
        return Reached(MENU, state.node, (*said, state.node.replace("-", " "), *words), path, bits, language)
    return None


def _words_on(flow: Flow, path: tuple[Edge, ...]) -> list[str]:
    """Give what the flow says between the last key and where the call is, and the names of its steps."""
    words: list[str] = []
    for edge in reversed(path):
        for came in edge.ways:
            node = flow.nodes.get(came.node)
            if node is not None and node.verb != "menu":
                words.append(came.node.replace("-", " "))
                words += [prompt.text(flow.first_language) for _, prompt in node.prompts()]
        if (
            edge.move.by == KEY
            and flow.nodes.get(edge.source.node) is not None
            and flow.nodes[edge.source.node].verb == "menu"
        ):
            break
    return [word for word in words if word]


def call_of(found: Explored, one: Reached) -> Witness | None:
    """Give the call that comes there."""
    bit = one.bits & -one.bits
    return witness(found, one.path, bit) if bit else None


def call_at(found: Explored, line: str, keys: tuple[str, ...], bits: int) -> Witness | None:
    """Give a call that presses keys at one of some times."""
    for one in pressed(found, line, keys).reached:
        if meant := one.bits & bits:
            return witness(found, one.path, meant & -meant)
    return None


def people_at(found: Explored, line: str) -> int:
    """Give the times at which who dials a line can get to a person, whatever it takes."""
    root = found.roots.get(line)
    if root is None:
        return 0
    bits = 0
    ahead, seen = deque([(root, root.bits)]), {root.number: root.bits}
    while ahead:
        state, held = ahead.popleft()
        if isinstance(state.waits, Transfer):
            contact = found.flow.contacts.get(state.waits.to)
            bits |= held if contact is None or contact.person else 0
        for edge in state.edges:
            more = edge.bits & held & ~seen.get(edge.target.number, 0)
            if more:
                seen[edge.target.number] = seen.get(edge.target.number, 0) | more
                ahead.append((edge.target, more))
    return bits


class Behind(NamedTuple):
    """Who is there behind keys: the times at which anybody is reached, and those of everyone who is rung first."""

    anybody: int
    first: Mapping[str, int]


def people_behind(found: Explored, line: str, keys: tuple[str, ...]) -> Behind:
    """Give when who presses keys on a line gets to a person there, without going back to where they were pressed."""
    root = found.roots.get(line)
    anybody, first, menus = 0, dict[str, int](), set[str]()
    ahead: deque[tuple[State, int, tuple[Edge, ...], int, bool]] = deque()
    held: dict[tuple[int, int, bool], int] = {}
    if root is not None:
        ahead.append((root, 0, (), root.bits, True))
    while ahead and len(held) < _MOST:
        state, done, path, bits, at_once = ahead.popleft()
        behind = done == len(keys)
        if behind and isinstance(state.waits, Transfer):
            contact = found.flow.contacts.get(state.waits.to)
            if contact is None or contact.person:
                anybody |= bits
                if at_once:
                    first[state.waits.to] = first.get(state.waits.to, 0) | bits
        if not behind and _is_menu(found.flow, state):
            menus.add(state.node)
        if behind and state.node in menus:
            continue
        asks = behind and (isinstance(state.waits, Transfer) or _is_menu(found.flow, state))
        ways = ((edge, 0) for edge in state.edges) if asks else _onward(found.flow, state, keys[done:], path)
        for edge, more in ways:
            step = (edge.target.number, done + more, at_once and not asks)
            new = edge.bits & bits & ~held.get(step, 0)
            if new:
                held[step] = held.get(step, 0) | new
                ahead.append((edge.target, done + more, (*path, edge), new, step[2]))
    return Behind(anybody, first)

"""What stands at the place where a call is now: what is heard there, the keys, and what is waited for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple, assert_never

from ivr.effect import Choose, Listen, LookUp, Question, Record, Say, Transfer
from ivr.listening import Listening
from ivr.node import Exit
from ivr.session import Session
from ivr.transcript import clock, contact_name, ending
from ivr.walk.cells import Row, cells, clip, shown, wrap
from ivr.walk.walker import TELEPHONE, Listing, Walker

NOT_ANNOUNCED = "not announced"
_ALIGNED = 9
"""The longest code whose cap the other caps are aligned with."""


class Pane(NamedTuple):
    """Blocks of rows, set apart where there is room; `last` always stays in sight, and so does the row `focus`."""

    title: Row
    blocks: list[list[Row]]
    last: list[Row]
    focus: tuple[int, int] | None = None


def pane(walker: Walker, columns: int) -> Pane:
    """Show what is heard and can be done now, in `columns` cells."""
    session = walker.session
    title = _title(session, columns)
    prompts = [say for say in session.heard() if say.key is None]
    told = [row for say in prompts for row in _spoken(say, columns)]
    if walker.lines:
        heading: Row = [("bold", walker.lines.heading)]
        return Pane(
            [("bold", walker.lines.title)], [[heading], _items(walker.lines, columns)], [], (1, walker.lines.chosen)
        )
    if session.call.ended:
        return Pane(title, [told, _ended(session, columns)], [])
    if walker.answers and session.question:
        asked: list[Row] = [[("bold", line)] for line in wrap(_asked(session, session.question), columns)]
        return Pane(title, [told, asked, _items(walker.answers, columns)], [], (2, walker.answers.chosen))
    announced, others = _keys(session, columns)
    return Pane(title, [told, announced, others], [_waiting(session, columns)])


def _title(session: Session, columns: int) -> Row:
    call, flow = session.call, session.flow
    place = flow.place("nodes", call.node, key=True)
    verb = flow.nodes[call.node].verb if call.node in flow.nodes else "no such node"
    name = shown(call.node)
    ways = [f" · {verb} · {file}:{place.line}" for file in (place.file, PurePath(place.file).name)]
    rest = next((shown(way) for way in ways if cells(name) + cells(shown(way)) <= columns - 4), shown(ways[-1]))
    return [("bold", name), ("", rest)]


def _spoken(say: Say, columns: int) -> list[Row]:
    """Give a prompt as it is heard."""
    text = f'"{say.text}"' if say.text else f"[{say.audio}]" if say.audio else ""
    if not text:
        return []
    rows: list[Row] = [[("", line)] for line in wrap(shown(text), columns)]
    if not say.interruptible:
        rows.append([("class:dim", clip("(no key cuts this off)", columns))])
    return rows


# --- keys --------------------------------------------------------------------------------------------------------


def _keys(session: Session, columns: int) -> tuple[list[Row], list[Row]]:
    """Give the announced options with their caps, and the keys that work and are not announced."""
    options = [(say.key, say.text) for say in session.heard() if say.key is not None]
    others = list(_others(session, {key for key, _ in options}))
    caps = [f"[{key}]" for key in [*(key for key, _ in options), *(key for key, _, _ in others)]]
    wide = max((len(cap) for cap in caps if len(cap) <= _ALIGNED), default=0)
    announced = [row for key, text in options for row in _cap(key, text, wide, columns)]
    silent = []
    for key, label, told in others:
        words = " · ".join(part for part in (label, "" if told else NOT_ANNOUNCED) if part)
        silent += _cap(key, words, wide, columns, dim=not told)
    return announced, silent


def _cap(key: str, text: str, wide: int, columns: int, *, dim: bool = False) -> list[Row]:
    """Give a key cap with its words beside it."""
    cap_style, style = ("class:dim", "class:dim") if dim else ("bold", "")
    cap = shown(f"[{key}]")
    gap = " " * (max(wide - cells(cap), 0) + 2)
    indent = cells(cap) + len(gap)
    first, *more = wrap(shown(text), columns - indent)
    return [[(cap_style, cap), ("", gap), (style, first)], *([("", " " * indent), (style, line)] for line in more)]


def _others(session: Session, announced: set[str]) -> Iterator[tuple[str, str, bool]]:
    """Give the keys, and the names of what can only be said, that no announcement tells: with their words.

    The last part says whether the prompt itself speaks of them.
    """
    call, flow = session.call, session.flow
    values = dict(call.values)
    for way in flow.exits(call.node) if call.node in flow.nodes else ():
        key = _key(way)
        if key and key not in announced and (way.when is None or way.when.holds(values)):
            announced = announced | {key}
            yield key, way.said or f"to {way.to}", way.announced


def _key(way: Exit) -> str:
    """Give the key of a way that a caller takes, or the name of what they have to say; empty for any other way."""
    if way.by == "words":
        return f"say {way.on}"
    return way.on if way.by == "key" and set(way.on) <= set(TELEPHONE) else ""


# --- what is waited for --------------------------------------------------------------------------------------------


def _waiting(session: Session, columns: int) -> Row:
    """Say what is waited for, and what has been pressed so far."""
    waits, call = session.now.waits, session.call
    if not isinstance(waits, Listen):
        return []
    what = "the next key" if waits.typed else "a key or words" if waits.speech else "a key"
    parts = [f"typed so far: {waits.typed}"] if waits.typed else []
    parts.append(f"waiting {waits.wait:g} s for {what}")
    node = session.flow.nodes.get(call.node)
    if call.failures and isinstance(node, Listening):
        parts.append(f"try {call.failures + 1} of {node.tries_in(session.flow)}")
    return [("italic", clip(" · ".join(parts), columns))]


def _asked(session: Session, question: Question) -> str:
    """Ask for the answer to a question."""
    match question:
        case Transfer(to, number):
            name = contact_name(session.flow, to)
            words = f"Ringing {name}{f' ({number})' if number and number != name else ''}."
        case LookUp(name):
            words = f"Looking up {name}."
        case Record(_, seconds):
            words = f"Recording, for at most {seconds:g} s."
        case Choose(name):
            words = f"{name}."
        case _:
            assert_never(question)
    ahead = f" Pressed ahead: {session.call.ahead}." if session.call.ahead else ""
    return shown(f"{words}{ahead} It turns out:")


def _items(listing: Listing, columns: int) -> list[Row]:
    """Give what can be chosen, numbered as far as there are digits."""
    rows: list[Row] = []
    for number, item in enumerate(listing.items):
        here = number == listing.chosen
        label = f"{number + 1}" if number < len("123456789") else " "
        text = clip(f"{'>' if here else ' '} {label}  {shown(item)} ", columns)
        rows.append([("reverse" if here else "", text)])
    return rows


def _ended(session: Session, columns: int) -> list[Row]:
    """Say how the call ended, and what it took."""
    end, call = session.call.ended, session.call
    how = (ending(session.flow, end) if end else "").removeprefix("ends: ")
    how = how if how.startswith("the ") or not how.startswith("ends") else f"the call {how}"
    presses = f"{call.presses} key press{'' if call.presses == 1 else 'es'}"
    lines = [f"{how[:1].upper()}{how[1:]}.", f"It took {clock(call.seconds)} and {presses}."]
    return [[("bold" if not number else "", part)] for number, line in enumerate(lines) for part in wrap(line, columns)]

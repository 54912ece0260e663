"""What the prose of documents claims of a line, and whether calls refute it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.auditing.documented import Documented, line_for, lines_of
from ivr.auditing.following import CONTACT, call_at, call_of, people_at, pressed
from ivr.auditing.opening import nobody_at
from ivr.effect import Listen, Transfer
from ivr.explore import Explored, State, path_to, witness
from ivr.prose.block import HEADING, Block
from ivr.prose.contradiction import Spot
from ivr.prose.hours import ALWAYS as EVERY_MINUTE
from ivr.prose.phones import phones_in, regions_for
from ivr.prose.tokens import spans

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.witness import Witness

ALWAYS, DIRECTLY, SAME, ANYTIME = "always", "directly", "same", "anytime"
_ALWAYS: Final = re.compile(
    r"\b(?:24/7|24 ?x ?7|24 ?hours(?: a day)?|around the clock|day (?:and|or) night|at any hour)\b", re.IGNORECASE
)
_MACHINE: Final = re.compile(
    r"\b(?:automated|self-service|recorded|website|online|chat|app|portal|e-?mail|text)\b", re.IGNORECASE
)
_DIRECTLY: Final = re.compile(
    r"\b(?:directly|straight through|immediately|without (?:a menu|pressing|waiting)|no menu)\b", re.IGNORECASE
)
_CONNECTS: Final = re.compile(r"\b(?:connect\w*|reach\w*|put through|transfer\w*|speak|answered)\b", re.IGNORECASE)
_NO_MENU: Final = re.compile(
    r"\W*(there (?:is|are) no (?:(?:tele)?phone|automated|voice) menus?)(?: on this (?:line|number))?\W*", re.IGNORECASE
)
"""A whole sentence on the line; "at night there is no menu", or "the fax has no menu", are of something else."""
_SAME: Final = re.compile(r"\bsame (?:level of )?(?:services?|support|help|menu|options|hours)\b", re.IGNORECASE)


class Claim(NamedTuple):
    """One claim: its kind, the line, the keys that it is made of (none for the whole line), and where it stands."""

    kind: str
    line: str
    keys: tuple[str, ...]
    words: str
    spot: Spot
    against: str = ""


def claims_in(flow: Flow, documented: Documented) -> Iterator[Claim]:
    """Give the claims of all documents, of lines that the flow has; each once."""
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for claim in (*_of_hours(flow, documented), *_of_prose(flow, documented), *_of_keys(flow, documented)):
        if claim[:3] not in seen:
            seen.add(claim[:3])
            yield claim


def _of_hours(flow: Flow, documented: Documented) -> Iterator[Claim]:
    """Give the claims that a key, and not its whole line, is there day and night."""
    for one, number, way in documented.hours_of_keys():
        if one.hours.minutes == EVERY_MINUTE and (line := line_for(flow, documented, number)):
            yield Claim(ALWAYS, line, way, one.hours.words, one.spot)


def _of_keys(flow: Flow, documented: Documented) -> Iterator[Claim]:
    for one in documented.found.options:
        line = line_for(flow, documented, one.number)
        everywhere = one.anytime and not one.path and not one.time  # "after dark, press 0 any time" is not by day
        if everywhere and line:
            yield Claim(ANYTIME, line, (one.key,), one.topic, Spot(one.document, one.line))


def _of_prose(flow: Flow, documented: Documented) -> Iterator[Claim]:
    lines = lines_of(flow, documented)
    uses = [one.number for one in documented.found.options if one.number]
    main = lines.get(max(uses, key=uses.count) if uses else "", next(iter(lines.values()), ""))
    for document in documented.documents:
        regions = regions_for(
            (block.words for block in document.blocks), documented.region, document.language, document.language
        )
        line = ""
        for block in document.blocks:
            phones = (
                [phone for phone in phones_in(block.words, regions) if phone.use != "fax"]
                if re.search(r"\d", block.words)
                else []
            )
            if block.kind == HEADING:
                line = ""
            for start, end, _ in spans(block.words, tuple(phones)):
                inside = [phone.e164 for phone in phones if start <= phone.start < end]
                line = lines.get(inside[0], "") if inside else line
                spot = Spot(document.name, block.text.line(start))
                its = _Sentence(block, start, end, bool(inside))
                yield from _of_sentence(documented, its, line, main, spot)


class _Sentence(NamedTuple):
    """A sentence of a block, from `start` to `end`, and whether it names a telephone number."""

    block: Block
    start: int
    end: int
    numbered: bool


def _of_sentence(documented: Documented, its: _Sentence, line: str, main: str, spot: Spot) -> Iterator[Claim]:
    words = its.block.words[its.start : its.end]
    always = _ALWAYS.search(words)
    if always and line and not _MACHINE.search(words) and not _is_of_key(documented, words, spot):
        yield Claim(ALWAYS, line, (), always[0], spot)
    if (found := _DIRECTLY.search(words)) and line and _CONNECTS.search(words):
        yield Claim(DIRECTLY, line, _keys_of(documented, its, spot), found[0], spot)
    elif (found := _NO_MENU.fullmatch(words)) and line:
        yield Claim(DIRECTLY, line, (), found[1], spot)
    if (found := _SAME.search(words)) and line and main and line != main:
        yield Claim(SAME, line, (), found[0], spot, main)


def _keys_of(documented: Documented, its: _Sentence, spot: Spot) -> tuple[str, ...]:
    """Give the keys that a sentence is about: those that it names, or the last ones before it in its block.

    Where lines of the document end means nothing: a page may be written in a single one.
    """
    words, lines = its.block.words, range(its.block.text.line(0), its.block.text.starts[-1][1] + 1)
    before: tuple[str, ...] = ()
    for one in documented.found.options:
        if one.document != spot.document or one.line not in lines:
            continue
        at = _place_of(words, one.key, one.topic)
        if its.start <= at < its.end:
            return (*one.path, one.key)
        if 0 <= at < its.start and not its.numbered:
            before = (*one.path, one.key)
    return before


def _place_of(words: str, key: str, topic: str) -> int:
    """Give where a block tells of a key: at what it is for, or else at the key itself; -1 where it names it nowhere."""
    named = re.search(_NAMED_KEY.format(re.escape(key)), words)
    at = words.lower().find(topic.lower()) if named and topic else -1
    return at if at >= 0 or named is None else named.start()


_NAMED_KEY: Final = r"(?<![\w.:*#-]){}(?![\w:*#-])"


def _is_of_key(documented: Documented, words: str, spot: Spot) -> bool:
    """Whether the hours that a sentence tells are those of a key."""
    return any(
        one.keys and one.spot.document == spot.document and one.spot.line >= spot.line and one.hours.words in words
        for one in documented.found.hours
        if one.spot.line - spot.line < _LONGEST
    )


_LONGEST: Final = 10
"""Lines of a sentence."""


def refuted(found: Explored, claim: Claim) -> tuple[str, Witness | None] | None:
    """Say how a claim fails, with a call that shows it; None where it holds, or cannot be told."""
    if found.unexplored:
        return None
    return {ALWAYS: _always, DIRECTLY: _directly, SAME: _same, ANYTIME: _anytime}[claim.kind](found, claim)


def _always(found: Explored, claim: Claim) -> tuple[str, Witness | None] | None:
    if claim.keys:
        missing = nobody_at(found, claim.line, claim.keys, found.times.every)
        said = f"a document says that {' '.join(claim.keys)} on '{claim.line}' is there '{claim.words}'"
        call = call_at(found, claim.line, claim.keys, missing)
        return (f"{said}, but at some hours callers get nobody by it", call) if missing else None
    missing = found.times.every & ~people_at(found, claim.line)
    if not missing:
        return None
    call = _dialled(found, claim.line, missing)
    return (
        f"a document says that '{claim.line}' is there '{claim.words}', but at some hours nobody can be reached",
        call,
    )


def _same(found: Explored, claim: Claim) -> tuple[str, Witness | None] | None:
    missing = people_at(found, claim.against) & ~people_at(found, claim.line)
    if not missing:
        return None
    promised = f"a document promises '{claim.words}' on '{claim.line}'"
    message = f"{promised}, but at some hours nobody is reached there, and somebody is on '{claim.against}'"
    return message, _dialled(found, claim.line, missing)


def _directly(found: Explored, claim: Claim) -> tuple[str, Witness | None] | None:
    """Refute it where a caller has to press or to enter something more before anybody is rung."""
    if not claim.keys:
        states = (edge.target for edge in found.roots[claim.line].edges)
        asked = next((state for state in states if isinstance(state.waits, Listen)), None)
        if asked is None:
            return None
        said = f"a document says that '{claim.line}' connects callers '{claim.words}'"
        return f"{said}, but '{asked.node}' asks them something first", _to(found, asked)
    came = pressed(found, claim.line, claim.keys)
    for one in came.reached:
        behind = [edge.source for edge in one.path[_last_key(one.path, claim.keys) :]]
        if one.kind == CONTACT and not any(isinstance(state.waits, Listen) for state in behind):
            return None
    if not came.reached:
        return None
    said = f"a document says that {' '.join(claim.keys)} on '{claim.line}' connects callers '{claim.words}'"
    return f"{said}, but they are asked something more first", call_of(found, came.reached[0])


def _last_key(path: tuple[object, ...], keys: tuple[str, ...]) -> int:
    """Give the place in a path behind the last of the keys."""
    left = len("".join(keys))
    for at, edge in enumerate(path):
        move = getattr(edge, "move", None)
        if left and move is not None and move.by == "key":
            left -= move.keys
            if left <= 0:
                return at + 1
    return len(path)


def _anytime(found: Explored, claim: Claim) -> tuple[str, Witness | None] | None:
    """Refute it where a menu that callers of the line come to does not have the key."""
    key = claim.keys[0]
    for state in _states_of(found, claim.line):
        node = found.flow.nodes.get(state.node)
        if node is None or node.verb != "menu" or not isinstance(state.waits, Listen):
            continue
        if not any(way.on == key for way in found.flow.exits(state.node)):
            return f"a document says that {key} works at any time, but in '{state.node}' nothing is on it", _to(
                found, state
            )
    return None


def _states_of(found: Explored, line: str) -> Iterator[State]:
    ahead, seen = [found.roots[line]], {found.roots[line].number}
    while ahead:
        state = ahead.pop(0)
        yield state
        for edge in state.edges:
            if edge.target.number not in seen and not isinstance(state.waits, Transfer):
                seen.add(edge.target.number)
                ahead.append(edge.target)


def _to(found: Explored, state: State) -> Witness | None:
    bit = state.bits & -state.bits
    return witness(found, path_to(state, bit), bit) if bit else None


def _dialled(found: Explored, line: str, bits: int) -> Witness | None:
    """Give the shortest call of a line at one of some times."""
    bit = bits & -bits
    edge = next((edge for edge in found.roots[line].edges if edge.bits & bit), None)
    return witness(found, (edge,), bit) if edge else None

"""In what two observations of the same thing differ, each difference by itself: one prompt, one wait, one way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from ivr.diff.seen import CHOOSES, ENDS, LISTENS, LOOKS_UP, RECORDS, RINGS, Rest, Said, first_words

if TYPE_CHECKING:
    from ivr.diff.pairs import Arrival
    from ivr.diff.side import Result

LEADS, ANSWERED, HEARD, ORDER = "leads", "answered", "heard", "order"
LANGUAGE, RECORDING, LASTS, INTERRUPTED = "language", "recording", "lasts", "interrupted"
WAIT, PAUSE, WORDS, NUMBER = "wait", "pause", "words", "number"
TURNS_OUT, BRINGS, HANDED_ON, TAKES, SHARES = "turns out", "brings", "handed on", "takes", "shares"
AGAIN, HEARS, REACHES, GOODBYE, DROPPED, FAULT = "again", "hears", "reaches", "goodbye", "dropped", "fault"
LOOKUP, MESSAGE, CHANCE, STEP = "lookup", "message", "chance", "step"

LIKE = 0.6
"""How alike two prompts are of which one is taken for the other with some words changed, from 0 to 1."""


class Difference(NamedTuple):
    """One way in which two observations differ: its kind, what was, and what is now; both are told in words."""

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def differences(arrival: Arrival, *, follows: bool) -> Iterator[Difference]:
    """Give every difference; where two calls have come to different things, only that."""
    old, new = arrival.old.seen, arrival.new.seen
    leads = _led(arrival)
    if not follows or leads is not None:
        yield leads or Difference(LEADS, _place(arrival.old), _place(arrival.new))
    if not follows:
        return
    yield from _said(old.says, new.says)
    if old.between != new.between:
        yield Difference(PAUSE, _seconds(*old.between), _seconds(*new.between))
    same_keys = all(one.joint.steps == one.joint.new_steps for one in _before(arrival))
    yield from _rested(old.rest, new.rest, handed_on=same_keys)


def _before(arrival: Arrival) -> Iterator[Arrival]:
    yield arrival
    while arrival.before.first:
        arrival = arrival.before.first[0][1]
        yield arrival


def _led(arrival: Arrival) -> Difference | None:
    """Tell of another one who is rung or asked at the same place."""
    old, new = arrival.old.seen.rest, arrival.new.seen.rest
    if old.kind == new.kind and old.who == new.who:
        return None
    return Difference(LEADS, _place(arrival.old), _place(arrival.new))


def _place(came: Result) -> tuple[str, ...]:
    """Say what a call has come to, in a word for it and in those of the flow."""
    rest = came.seen.rest
    if rest.kind == LISTENS:
        return _heard_at(came)
    if rest.kind == ENDS:
        return _ended(came)
    kinds = {RINGS: REACHES, LOOKS_UP: LOOKUP, RECORDS: MESSAGE, CHOOSES: STEP if rest.who else CHANCE}
    return kinds[rest.kind], rest.who


def _heard_at(came: Result) -> tuple[str, ...]:
    node = came.stand.call.node
    if any(way.left == way.node == node for way in came.ways[-1:]):
        return (AGAIN, "")
    return HEARS, first_words(came.stand.call)


def _ended(came: Result) -> tuple[str, ...]:
    how = came.seen.rest.marks[0]
    if how == "transfer":
        return REACHES, came.seen.rest.who
    if how == "hangup":
        return GOODBYE, " ".join(said.text for said in came.seen.says[-1:])
    return (DROPPED, "") if how == "dropped" else (FAULT, "")


def _said(old: tuple[Said, ...], new: tuple[Said, ...]) -> Iterator[Difference]:
    one, other = [said.words for said in old], [said.words for said in new]
    if one != other and Counter(one) == Counter(other):
        yield _reordered(["".join(words) for words in one], ["".join(words) for words in other])
        return
    for tag, start, end, there, till in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            for here, now in zip(old[start:end], new[there:till], strict=True):
                yield from _sounding(here, now)
        else:
            yield from _reworded(old[start:end], new[there:till])


def _reordered(old: list[str], new: list[str]) -> Difference:
    """Leave out what comes before and behind that stays in its place."""
    while old[0] == new[0]:
        del old[0], new[0]
    while old[-1] == new[-1]:
        del old[-1], new[-1]
    return Difference(ORDER, tuple(old), tuple(new))


def _sounding(old: Said, new: Said) -> Iterator[Difference]:
    """Tell how the same words sound different."""
    text = "".join(old.words)
    if old.language != new.language:
        yield Difference(LANGUAGE, (text, old.language), (text, new.language))
    if old.audio != new.audio:
        yield Difference(RECORDING, (text, old.audio), (text, new.audio))
    if old.seconds != new.seconds:
        yield Difference(LASTS, (text, f"{old.seconds:g}"), (text, f"{new.seconds:g}"))
    if old.interruptible != new.interruptible:
        yield Difference(INTERRUPTED, (text, _yes_no(old.interruptible)), (text, _yes_no(new.interruptible)))


def _yes_no(one: bool) -> str:  # noqa: FBT001 -- a word for it
    return "yes" if one else "no"


def _reworded(old: tuple[Said, ...], new: tuple[Said, ...]) -> Iterator[Difference]:
    """Pair prompts in their order, those that are alike, and else by number; what is left was taken away or added."""
    left = list(new)
    for here in old:
        number = next((number for number, one in enumerate(left) if _are_like(here, one)), None)
        if number is None and len(old) == len(new) and left and not any(_are_like(one, left[0]) for one in old):
            number = 0
        if number is None:
            yield Difference(HEARD, here.words, ())
            continue
        yield from (Difference(HEARD, (), one.words) for one in left[:number])
        yield Difference(HEARD, here.words, left[number].words)
        left = left[number + 1 :]
    yield from (Difference(HEARD, (), one.words) for one in left)


def _are_like(one: Said, other: Said) -> bool:
    if one.text and other.text:
        matcher = SequenceMatcher(None, one.text.split(), other.text.split(), autojunk=False)
        return matcher.real_quick_ratio() >= LIKE and matcher.ratio() >= LIKE
    return one.words == other.words


def _rested(old: Rest, new: Rest, *, handed_on: bool) -> Iterator[Difference]:
    if old.kind != new.kind:
        return
    if old.number != new.number and old.who == new.who:
        yield Difference(NUMBER, (old.who, old.number), (new.who, new.number))
    if old.answers != new.answers:
        less, more = set(old.answers) - set(new.answers), set(new.answers) - set(old.answers)
        yield Difference(TURNS_OUT, (old.who, *sorted(less)), (new.who, *sorted(more)))
    if old.wait != new.wait:
        yield Difference(WAIT if old.kind == LISTENS else TAKES, _seconds(old.wait), _seconds(new.wait))
    if old.values != new.values and (handed_on or [one for one, _ in old.values] != [one for one, _ in new.values]):
        yield Difference(HANDED_ON, (old.who, *_pairs(old)), (new.who, *_pairs(new)))
    if old.marks != new.marks:
        kinds = {LISTENS: WORDS, LOOKS_UP: BRINGS, RECORDS: TAKES, CHOOSES: SHARES}
        if old.kind in kinds:
            yield Difference(kinds[old.kind], old.marks, new.marks)


def _pairs(rest: Rest) -> tuple[str, ...]:
    return tuple(f"{name} = {value}" for name, value in rest.values)


def _seconds(*several: float) -> tuple[str, ...]:
    return tuple(f"{one:g}" for one in several)

"""Calls written in a line, as in `1,wait,9,hangup`: what a person would press, say and answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ivr.effect import End, Listen, Question, Record, Transfer
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken

if TYPE_CHECKING:
    from ivr.session import Session

_KEYS = re.compile(r"[0-9*#]+$")
_MOST_ANSWERS = 100
_SHOWN = 40
"""Letters of a step that a message repeats."""


class ScriptError(ValueError):
    """A step of a script that cannot be taken; the message is one sentence for people."""


def items(script: str) -> list[str]:
    """Give the steps of a script: what stands between its commas."""
    return [item.strip() for item in script.split(",") if item.strip()]


def events_for(item: str, question: Question | None) -> list[Event]:
    """Give the events that one step stands for.

    Keys (`1`, `123#`), `wait` (says nothing), `say WORDS`, `hangup`, or an outcome of `question`, which may bring
    values: `found balance=12.50`. Raises ScriptError for anything else.
    """
    answer = _answer(item, question)
    if answer:
        return [Outcome(answer, _values(item[len(answer) :]))]
    word, _, rest = item.partition(" ")
    if word == "wait" and not rest:
        return [Silence()]
    if word == "hangup" and not rest:
        return [HangUp()]
    if word == "say" and rest:
        return [Spoken(rest)]
    keys = item.replace(" ", "")
    if _KEYS.match(keys):
        return [Key(keys[0]), *(Key(key, after=0) for key in keys[1:])]
    raise ScriptError(_unknown(item, question))


def _answer(item: str, question: Question | None) -> str:
    """Give the outcome that a step begins with, the longest that fits; empty where it is none."""
    answers = question.answers if question is not None else ()
    return max((one for one in answers if item == one or item.startswith(f"{one} ")), key=len, default="")


def _values(text: str) -> tuple[tuple[str, str], ...]:
    pairs = [pair.partition("=") for pair in text.split()]
    for name, equals, _ in pairs:
        if not (name and equals):
            message = f"'{_short(text)}' gives no values; write them as in `found balance=12.50`"
            raise ScriptError(message)
    return tuple((name, value) for name, _, value in pairs)


def _unknown(item: str, question: Question | None) -> str:
    can = "keys (`1`, `123#`), `wait`, `say WORDS` or `hangup`"
    answers = f"; here also {', '.join(f'`{answer}`' for answer in question.answers)}" if question else ""
    return f"'{_short(item)}' is not a step of a call; write {can}{answers}"


def _short(item: str) -> str:
    return item if len(item) <= _SHOWN else f"{item[: _SHOWN - 1].rstrip()}…"


def play(session: Session, script: str) -> None:
    """Play a script to its end, or to the end of the call.

    What nobody in the script answers (a lookup, a transfer) turns out as the first of its outcomes, and the transcript
    says so. Raises ScriptError for a step that makes no sense.
    """
    for item in items(script):
        if session.call.ended:
            message = f"'{_short(item)}' comes after the call has ended; leave it out"
            raise ScriptError(message)
        _take(session, item)
    assume_answers(session)


def _take(session: Session, item: str) -> None:
    if not _is_for(session.question, item):
        assume_answers(session)
        if session.call.ended:
            message = f"'{_short(item)}' comes after the call has ended; leave it out, or answer the question before it"
            raise ScriptError(message)
    for event in events_for(item, session.question):
        session.feed(event)


def _is_for(question: Question | None, item: str) -> bool:
    """Whether a step can happen while this is asked: an answer, hanging up, or a key (or silence) at a recording."""
    at_tone = isinstance(question, Record) and (item == "wait" or _KEYS.match(item) is not None)
    return question is None or item == "hangup" or bool(_answer(item, question)) or at_tone


def assume_answers(session: Session) -> None:
    """Answer with the first outcome until the caller is heard again or the call is over."""
    for _ in range(_MOST_ANSWERS):
        question = session.question
        if question is None or isinstance(session.now.waits, Listen | End):
            return
        first = question.answers[0]
        note = "" if isinstance(question, Transfer) else f"the first of: {', '.join(question.answers)}"
        session.feed(Outcome(first), note)

"""A walk that a page sends to be saved: made again by the engine, which alone says what happens in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ivr.effect import Listen
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.loader import load
from ivr.session import Session

if TYPE_CHECKING:
    from pathlib import Path

MOST_EVENTS = 2000
LONGEST_NAME = 120


class SavedError(ValueError):
    """What was sent is no walk of this flow; the message is one sentence for people."""


def walked(path: Path, wanted: Any) -> tuple[Session, str]:  # noqa: ANN401 -- JSON from a page
    """Make a walk again that a page describes; gives it with its name, or raises SavedError."""
    flow = load(path).flow
    if flow is None:
        message = "the flow cannot be read any more"
        raise SavedError(message)
    try:
        name = " ".join(str(wanted["name"]).split())[:LONGEST_NAME] or "A walk"
        at = datetime.fromtimestamp(int(wanted["at"]), UTC).astimezone(flow.timezone)
        language = str(wanted["language"]) or None
        if language and language not in flow.languages:
            message = f"the flow does not speak '{language}'"
            raise SavedError(message)
        given = {str(key): str(value) for key, value in dict(wanted["given"]).items()}
        events = [_event(one) for one in list(wanted["events"])[:MOST_EVENTS]]
        session = Session(flow, str(wanted["line"]), at, language, given)
    except (KeyError, TypeError, AttributeError, OverflowError, OSError) as error:
        message = "what was sent is no walk"
        raise SavedError(message) from error
    for event in events:
        _feed(session, event)
    return session, name


def _event(one: Any) -> Event:  # noqa: ANN401 -- JSON from a page
    kind = one["kind"]
    if kind == "key" and str(one["key"]) in "0123456789*#" and len(str(one["key"])) == 1:
        return Key(str(one["key"]))
    if kind == "words":
        return Spoken(str(one["words"]) or "something else")
    if kind == "answer":
        values = dict(one.get("values") or {})
        return Outcome(str(one["answer"]), tuple((str(name), str(value)) for name, value in values.items()))
    if kind == "silence":
        return Silence()
    if kind == "hangup":
        return HangUp()
    message = "what was sent is no walk"
    raise SavedError(message)


def _feed(session: Session, event: Event) -> None:
    question = session.question
    fits = (
        question is not None and event.name in question.answers
        if isinstance(event, Outcome)
        else isinstance(session.now.waits, Listen) or question is not None
    )
    if session.call.ended is not None or not fits:
        message = "the flow has changed since: this walk cannot be made in it any more"
        raise SavedError(message)
    session.feed(event)

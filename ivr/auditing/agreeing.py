"""Whether what a document says of a key is what callers come to by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ivr.analysis.key_meaning import BACK, OPERATOR, REPEAT, START, meaning_of
from ivr.auditing.following import CONTACT, ENDED, MENU, MESSAGE, Reached
from ivr.prose.flow_steps import GOODBYE, step_of
from ivr.prose.flow_steps import MESSAGE as LEAVES_WORD
from ivr.prose.languages import language_chosen
from ivr.prose.meaning import is_general, same_meaning, says_something

if TYPE_CHECKING:
    from ivr.flow import Flow


def agrees(flow: Flow, topic: str, one: Reached, label: str) -> bool:
    """Whether a topic may be where callers come to; a place that serves for all goes by its label."""
    if meaning_of(topic) in {BACK, REPEAT, START}:
        return one.kind == MENU or same_meaning(topic, label)
    if one.kind in {ENDED, MESSAGE} and step_of(topic) == (GOODBYE if one.kind == ENDED else LEAVES_WORD):
        return True
    language = language_chosen(topic)
    contact = flow.contacts.get(one.name) if one.kind == CONTACT else None
    if language and (one.language == language or (contact is not None and language in contact.languages)):
        return True
    telling = [word for word in one.words if says_something(word)]
    if any(same_meaning(topic, word) for word in telling):
        return True
    if (
        one.kind == CONTACT
        and contact is not None
        and contact.person
        and (meaning_of(topic) == OPERATOR or is_general(topic))
    ):
        return is_general(" ".join(one.words[:2]))
    general = not telling or (one.kind == CONTACT and is_general(one.words[0]))
    return (general or one.kind == MENU) and bool(label) and same_meaning(topic, label)


def plainest(reached: tuple[Reached, ...]) -> Reached:
    """Give of all that callers come to what tells most: whom they reach, sooner than that a line is closed."""
    return min(reached, key=lambda one: _TELLING.index(one.kind) if one.kind in _TELLING else len(_TELLING))


_TELLING: Final = (CONTACT, MENU, MESSAGE)
"""What callers may come to, what tells most first; anything else hangs up on them."""


def shown(flow: Flow, one: Reached) -> str:
    """Say what callers come to, as the end of a sentence."""
    if one.kind == CONTACT:
        contact = flow.contacts.get(one.name)
        return f"get '{contact.name if contact and contact.name else one.name}'"
    if one.kind == MENU:
        return f"come to the menu '{one.name}'"
    return f"are asked to leave a message at '{one.name}'" if one.kind == MESSAGE else f"are hung up on at '{one.name}'"

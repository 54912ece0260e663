"""AC010: nothing but a voice helps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_VOICE: Final = frozenset({"phone", "telephone", "voice", "voicemail", "callback", "mailbox"})
_WRITTEN: Final = re.compile(
    r"\b(?:tty|tdd|rtt|relay|sms|e-?mail|web ?site|www|chat|text(?:ed)? (?:us|to|telephone|message)|internet|online"
    r"|correo|sitio|courriel|texto|schreibtelefon|webseite)\b|@|\.(?:com|org|net|gov|de|es|fr)\b",
    re.IGNORECASE,
)
_TEXT_LINE: Final = re.compile(r"\b(?:text|tty|tdd|rtt|relay|sms|schreibtelefon|texto)", re.IGNORECASE)


@check("AC010", "no-nonvoice-route", Severity.INFO)
def no_nonvoice_route(flow: Flow, *, contacts: int = 2) -> Iterator[Fault]:
    """People who cannot hear or speak get no help here: the flow names no other way than a voice.

    A contact with another `channel` than the telephone (`tty`, `chat`, `email`, ...) is such a way, and so is a line
    that is named as one for text, or a prompt that tells of a website, a text or a relay.

    Bad:
        contacts: {representative: {name: Representative}, nurse: {name: Nurse}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: nurse, busy: sorry, no-answer: sorry}
          sorry: {hangup: Sorry. Everybody is busy. Please call again later.}

    Good:
        contacts:
          written: {name: Letters, channel: email, address: desk@example.com}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: contacts: 2, so many are named before the flow is asked; with fewer it is only begun (a choice of this
    project).
    Source: EN 301 549 clause 6.4 (seen in a summary); Revised Section 508, 412.8.4 (seen in a summary); 28 CFR 36.303
    (not checked).
    """
    if flow.unread & {"contacts", "lines", "nodes"} or len(flow.contacts) < contacts:
        return
    channels = any(contact.channel.lower() not in _VOICE for contact in flow.contacts.values())
    lines = any(_TEXT_LINE.search(f"{number} {line.name}") for number, line in flow.lines.items())
    if channels or lines or any(_WRITTEN.search(text) for _, one in flow.prompts() for _, text in one.texts):
        return
    message = "who cannot hear or speak finds no way to get help: every contact is reached by voice"
    hint = "Name another way under `contacts:`, such as `{name: Letters, channel: email}`, or a line for text."
    yield Fault(flow.place("contacts", key=True), message, hint)

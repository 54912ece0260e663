"""What a key does that rings nobody: it ends the call, takes a message, or plays what is recorded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.analysis.key_meaning import CANCEL, END, meaning_of
from ivr.prose.anycase import AnyCase
from ivr.prose.tokens import folded
from ivr.prose.words import set_of

GOODBYE, MESSAGE, HEARD = "goodbye", "message", "heard"
"""Steps of a flow: the call ends, a message is taken, something is played and the menu is heard again."""

_LEAVES: Final = AnyCase(
    r"\b(?:lea?v(?:e|es|ing)|record(?:s|ing)?) (?:\w+[’']?\w* ){0,4}?(?:messages?|voice ?-?mails?|feedback"
    r"|details|number|recording|word)\b"
    r"|^(?:(?:the|our|your|general|to|an?|go(?:es)? to|straight|\w+[’']s) |\w+ (?=voice ?-?mail|mailbox|answering))*"
    r"(?:voice ?-?mail(?:box)?|answering machine|mailbox|message (?:box|service|line))\b"
    r"|\b(?:goes|go|sent|put|drops|diverts?|forwarded) (?:\w+ ){0,3}?to (?:\w+ ){0,2}?(?:voice ?-?mail|mailbox"
    r"|answering machine)"
    r"|\b(?:request|leave|schedule|ask for|arrange|get|book) (?:an? |your )?call[- ]?back\b"
    r"|^call[- ]?back(?: request)?$"
    r"|\b(?:dejar|deje|grabar) (?:\w+ ){0,2}?(?:mensaje|recado)\b|\bbuz[oó]n de voz\b|^contestador\b"
    r"|\blaiss(?:er|ez) (?:\w+ ){0,2}?message\b|^(?:la )?(?:messagerie|bo[iî]te) vocale|^r[eé]pondeur\b"
    r"|\b(?:nachricht|mitteilung)\b[^.;,]{0,30}\b(?:hinterlassen|aufsprechen|sprechen)\b"
    r"|^(?:\w+ )?(?:anrufbeantworter|mailbox)\b"
    r"|\br[uü]ckruf\b[^.;,]{0,20}\b(?:bitten|anfordern|w[uü]nschen|vereinbaren)"
)
"""What says that callers speak to a machine, which keeps it."""
_ASKED: Final = AnyCase(
    r"\b(?:speak|talk|check|retrieve|listen|pick up|hablar|parler|consulter|escuchar|reset|problems?|help with|set ?up"
    r"|connect\w*)\b"
)
"""What says of a message that people take it, or that it is one of their own."""
_PLAYS: Final = AnyCase(
    r"^(?:to )?(?:hear|hears|listen to|plays?|recorded|recording (?:of|with)|escuchar|o[ií]r|[eé]couter|entendre"
    r"|grabaci[oó]n|message enregistr[eé])\s+(?!from\b|back from\b)|\b(?:anh[oö]ren|abh[oö]ren)$"
    r"|\b(?:recorded (?:information|message|announcement)|recording)$"
)
"""What says that something is played."""
_FACTS: Final = set_of(
    """hours hour directions direction location locations address addresses parking opening closing office store branch
    clinic our the and or of for to a mailing fax business shop website web holiday schedule times
    horario horarios direccion ubicacion como llegar y de la el nuestra nuestro los las
    horaires adresse acces itineraire et l d du des nos notre
    offnungszeiten anfahrt adresse sprechzeiten und unsere"""
)
"""Words of topics that are told by a recording on nearly every line."""
_TOLD: Final = set_of(
    """hours directions direction location locations address addresses parking horario horarios direccion ubicacion
    llegar horaires adresse acces itineraire offnungszeiten anfahrt sprechzeiten"""
)
_OF_MESSAGES: Final = set_of(
    """leave leaves a an your us our the to voice mail voicemail message messages mailbox box machine answering general
    dejar un mensaje en el buzon de voz laisser message sur la messagerie vocale nachricht eine hinterlassen
    anrufbeantworter"""
)
"""Words of a topic that is a message, and does not say for whom."""
_WORD: Final = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def step_of(topic: str) -> str:
    """Say which of the steps a topic is; nothing where somebody may answer, or the next menu."""
    meaning = meaning_of(topic)
    if meaning in {CANCEL, END} and _ENDS.search(folded(topic)):
        return GOODBYE
    if _LEAVES.search(topic) and not _ASKED.search(topic):
        return MESSAGE
    words = {folded(word) for word in _WORD.findall(topic)}
    if not meaning and (_PLAYS.search(topic) or (words <= _FACTS and words & _TOLD)):
        return HEARD
    return ""


_ENDS: Final = re.compile(
    r"\b(?:hangs?|ends?|exit|quit|leave|log|disconnects?|terminates?|goodbye|finish(?:ed)?|colgar|cortar|acabar|salir"
    r"|terminar|finalizar|raccrocher|quitter|terminer|fin|auflegen|aufzulegen|beenden)\b",
    re.IGNORECASE,
)
"""Of the words for an end those by which a call ends, and not what a caller has entered."""


def is_only_message(topic: str) -> bool:
    """Whether a topic does not say for whom a message is, or what about."""
    return {folded(word) for word in _WORD.findall(topic)} <= _OF_MESSAGES


def told_of_machine(said: str) -> bool:
    """Whether the rest of a sentence that tells of a key says that a machine takes a message behind it."""
    return _LEAVES.search(said) and not _ASKED.search(said)

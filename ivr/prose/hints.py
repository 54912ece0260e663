"""What lines and whole documents say of whether they tell of a phone menu at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ivr.prose import guards
from ivr.prose.anycase import AnyCase
from ivr.prose.guards import PLANNED, REMEMBERED

_ANNOUNCED: Final = re.compile(
    r"\b(?:for|to|if|pour|para|si|f[uü]r|wenn|m[oö]chten sie|w[uü]nschen sie) [^.;:]{3,80}[,;] (?:please )?(?:press"
    r"|tapez|appuyez|faites"
    r"|composez|pulse|oprima|marque|presione|dr[uü]cken|w[aä]hlen)\b"
)


def sounds_announced(texts: Iterable[str]) -> bool:
    """Whether documents have what only the recording of a phone line says: `To hear this again, press 9`, twice.

    `Press 1 for billing` says as much, where nothing tells of a thing with keys.
    """
    every = list(texts)
    found = (one for text in every for one in _ANNOUNCED.finditer(text.lower()))
    if next(found, None) is not None and next(found, None) is not None:
        return True
    asked = sum(len(_OFFERED.findall(text.lower())) for text in every)
    return asked > 1 and not any(map(speaks_of_things, every)) and not any(map(guards.speaks_of_places, every))


_OFFERED: Final = re.compile(
    r"\b(?:press|pulse|oprima|marque|presione|tapez|appuyez sur|faites|dr[uü]cken sie) (?:le |la |el |die )?\d"
    r" (?:for|to (?:speak|talk|reach|pay|report|make|book)|if you|para|pour|f[uü]r|wenn)\b"
)
"""How a line of a menu offers what a key is for."""
_AGENDA: Final = AnyCase(
    r"\b(?:agenda|minutes of|meeting of|apologies|order of business|tagesordnung|ordre du jour"
    r"|orden del d[ií]a|draft|entwurf|brouillon"
    r"|borrador|superseded|old menu|former menu|unreleased)\b"
)
"""What stands above lists whose numbers are no keys, or not yet, or no longer."""
_NO_MENU: Final = AnyCase(
    r"\b(?:(?:a|some) ?(?:human|person|real person|body|one)(?: at \w+ \w+)? (?:will )?(?:always )?(?:answers?"
    r"|answers? directly|picks? up)\b"
    r"|(?:every|each) call\b.{0,40}\b(?:is|are) (?:now )?(?:picked up|answered|taken) by (?:a|an|one of|our|someone"
    r"|somebody)\b|there is no (?:menu|recording)|no (?:(?:keypad|phone|telephone|voice|recorded|automated|touch-tone) )?menu\b(?! (?:options?|choices?|keys?))|no keys needed|straight through to (?:a|our|the)"
    r"|ha eliminado el men[uú]|contesta directamente una persona|goes straight to (?:our|the|a)|rings (?:the"
    r"|at the|our) (?:desk|counter|office)|nobody is there"
    r"|do not call that number|will put (?:you|them) through)"
)
_WHEN_ANSWERED: Final = AnyCase(
    r"\b(?:when|once|if|until|before|after) (?:a|some) ?(?:human|person|real person|body|one)\b"
)


def invites(texts: list[str], first: int) -> bool:
    """Whether a document invites to a call of many, which one enters with a code that its first texts name."""
    return any(map(_MEETING_CODE.search, texts[:first])) and any(map(_JOINING.search, texts))


def leads_to_content(text: str) -> bool:
    """Whether a text is but a link over the menu of a page."""
    return _SKIPPING.match(text)


_SKIPPING: Final = AnyCase(
    r"(?:skip|jump|go) to (?:the )?(?:main )?(?:content|navigation)|zum inhalt|aller au contenu|ir al contenido"
)
_JOINING: Final = AnyCase(
    r"\b(?:meetings?|conferences?|webinars?|bridge|dial-?in|participants?|host|join(?:ing)?|un-?mute|mute|call of)\b"
)
_MEETING_CODE: Final = AnyCase(r"\b(?:access code|meeting id|conference id|host pin|participant code|webinar id)\b")


@lru_cache(maxsize=REMEMBERED)
def lists_no_menu(lead: str) -> bool:
    """Whether what stands above a list says that it is an agenda, or a menu that is not in use."""
    return _AGENDA.search(lead) or PLANNED.search(lead)


def speaks_of_things(text: str) -> bool:
    """Whether a text is about a thing with keys, its screen, or the telephones in a house."""
    return bool(
        guards.speaks_of_devices(text)
        or guards.speaks_of_offices(text)
        or guards.speaks_of_screens(text)
        or _THINGS.search(text)
    )


_THINGS: Final = AnyCase(
    r"\b(?:toggles?|keyboard|shortcuts?|numpad|hold (?:down|shift|\d)|zoom|scroll|handset|green button|bell key"
    r"|touche verte"
    r"|gr[uü]ne taste|tecla verde|siren|codes? \+ ?\d|anrufbeantworter|durchwahl|pin eingeben|r[eé]pondeur|tablette"
    r"|combin[eé])\b"
)


def speaks_of_menus(text: str) -> bool:
    """Whether a text says that it tells of a line that answers with a menu."""
    return _PLAIN_MENU.search(text)


_PLAIN_MENU: Final = AnyCase(
    r"\b(?:phone menu|phone tree|ivr|hotline|helpline|auto[- ]?attendant|when (?:we|you|they) (?:answer|call|ring"
    r"|phone)|our (?:phone )?line"
    r"|call(?:ers?|ing)? (?:us|in|the)|you(?:['’]ll| will)? hear|recording|greeting|announcement|ansage|annonce"
    r"|grabaci[oó]n|men[uú] telef[oó]nico)\b"
)


def bids(line: str) -> bool:
    """Whether a line of a list bids its reader do something at a machine."""
    return _BIDS.search(line)


_BIDS: Final = AnyCase(
    r"^\W*\d?\W*(?:(?:enter|insert|remove|collect|take|choose) (?:your|the)\b|pay by\b|for a (?:receipt"
    r"|ticket) press\b)"
)


def speaks_of_mail(line: str) -> bool:
    """Whether a line of a list names what one does with recorded messages."""
    return _MAIL.search(line)


_MAIL: Final = AnyCase(
    r"\b(?:delete|erase|save|replay|rewind|forward|fast[- ]?forward|pause|resume|slower|faster|reply|back up"
    r"|skip|next message|previous message"
    r"|new messages?|saved messages?|borrar|guardar|l[oö]schen|speichern|effacer|sauvegarder)\b"
)


def answers_itself(text: str) -> bool:
    """Whether a text says that a call is answered by people, without a menu."""
    return _NO_MENU.search(text) and not _WHEN_ANSWERED.search(text)

"""What stands before a key's clause and is none of it: what people may do instead of calling, and that they may know.

`mail the form, or call 555-0100 and press 4`, `You may like to know that you can pay by card (press 2)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import Token
from ivr.prose.words import set_of

_MOST_BETWEEN: Final = 14
"""Words and marks of what may be done instead."""
_ENDS: Final = frozenset((",", ".", ";", ":", "–", "—", "(", "or", "o", "ou", "oder"))


def without_alternative(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out of the words before a key what may be done instead of the call, and the word that joins this."""
    tokens = _without_notice(_without_waiting(tokens))
    words = [token.word for token in tokens]
    for at in range(1, len(words) - 1):
        if words[at] not in _OR:
            continue
        if _is_by_phone(words, at + 1) and _asks_elsewhere(words[:at]):
            return tokens[at + 1 :]
        if not _calls(words, at + 1):
            continue
        begin = _begun(words, at)
        if begin is None and (channel := _channel_named(words, at)):
            return tokens[:channel]
        if begin is None:
            continue
        return tokens[at + 1 :] if begin == 0 or words[begin - 1] != "," else tokens[:begin]
    return tokens


def _without_notice(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out that callers are told something, or may know it: `Please note that`, `Did you know that`."""
    words = [token.word for token in tokens[:_MOST_OF_NOTICE]]
    at = next((at for at, word in enumerate(words) if word in _THAT), 0)
    return tokens[at + 1 :] if at and not _KNOWING.isdisjoint(words[:at]) and len(tokens) > at + 1 else tokens


_MOST_OF_NOTICE: Final = 10
_THAT: Final = frozenset(("that", "que", "dass"))
_KNOWING: Final = set_of(
    """note remember know knowing mind forget remind aware announce noting recuerde recuerden sepa saber olvide
    informamos     rappelons notez savez saviez oubliez sachez beachten wissen wussten denken hinweis vergessen"""
)
"""What says of a clause behind it that people are told it, or should know it."""


def _without_waiting(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out what callers may do instead of pressing a key: `All other callers, please hold or`."""
    if not tokens or tokens[-1].word not in _OR:
        return tokens
    words = [token.word for token in tokens]
    waits = (at for at in range(len(words) - 2, max(len(words) - _MOST_BETWEEN, 0) - 1, -1) if words[at] in _WAITING)
    begin = next(waits, 0)
    if not begin or not _NO_NAME.isdisjoint(words[begin + 1 :]) or words[begin - 1] in _WANTING:
        return tokens
    while begin and words[begin - 1] in _BIDDEN:
        begin -= 1
    return tokens[:begin] or tokens


def _begun(words: list[str], end: int) -> int | None:
    """Give where the clause before a place begins that tells to do something in writing, or to come."""
    for place in range(end - 1, max(end - _MOST_BETWEEN, 0) - 1, -1):
        begins = place == 0 or words[place - 1] in _ENDS
        if begins and words[place] in _DONE:
            return None if _names_form(words[place:end]) else place
    return None


def _channel_named(words: list[str], end: int) -> int:
    """Give where it begins on which other way something is done: `stop in your account, or by calling`."""
    end -= words[end - 1] == ","
    for place in range(end - 1, max(end - _SHORT_CHANNEL, _SHORTEST_DEED - 1), -1):
        if words[place] in _BY and not _CHANNELS.isdisjoint(words[place:end]):
            return place
    return 0


_SHORT_CHANNEL: Final = 6
_SHORTEST_DEED: Final = 3
_BY: Final = set_of("in on at through via by with using online en por sur dans par im in uber per")
_CHANNELS: Final = set_of(
    """account app website site online portal page internet web webchat chat branch store post mail email person
    cuenta aplicacion linea internet ligne compte konto online-banking app filiale"""
)
"""Where else callers can do what the key is for."""


def _names_form(words: list[str]) -> bool:
    """Whether a form is to be filled in whose name tells what the call would be about: `the lost property form`."""
    at = next((at for at, word in enumerate(words) if word in _FORMS), 0)
    return at > 1 and words[at - 1] not in _PLAIN


_FORMS: Final = frozenset(("form", "forms"))
_PLAIN: Final = set_of("the this that our your a an online paper short attached enclosed web contact in out up")


def _calls(words: list[str], at: int) -> bool:
    """Whether a clause begins that tells to call."""
    at += words[at] in _JUST
    if words[at : at + 1] == ["by"]:
        return not _BY_CALLING.isdisjoint(words[at + 1 : at + 2])
    return words[at : at + 1] != [] and words[at] in _CALLING


def _is_by_phone(words: list[str], at: int) -> bool:
    """Whether words go on with the telephone as another way: `or by phone`, `o por teléfono`."""
    at += words[at : at + 1] != [] and words[at] in _JUST
    return tuple(words[at : at + 2]) in _BY_PHONE or words[at : at + 1] == ["telefonisch"]


def _asks_elsewhere(words: list[str]) -> bool:
    """Whether words tell where to ask, and not for what: `Ask at the desk`, `Se solicita en Admisión`."""
    begin = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at] in _NO_NAME), 0)
    begin += words[begin : begin + 1] != [] and words[begin] in {"se", "a", "please", "just", "bitte"}
    return words[begin : begin + 1] != [] and words[begin] in _ASKING and words[begin + 1 : begin + 2] != ["for"]


_BY_PHONE: Final = tuple(
    (way, phone)
    for way in ("by", "over", "por", "par", "per")
    for phone in ("phone", "telephone", "the", "telefono", "telefon")
)
_ASKING: Final = set_of(
    """ask apply enquire inquire available see contact
    solicita solicitan pide piden obtiene obtienen hace tramita tramitan disponible disponibles solicitar pedir
    demander retirer demandez adressez erhaltlich fragen beantragen"""
)
"""How begins what tells where something is asked for, without saying what."""
_WAITING: Final = set_of("stay hold wait remain visit restez patientez espere permanezca warten bleiben")
"""How begins what callers may do instead of pressing a key."""
_WANTING: Final = set_of("to of the a on your for")
"""Words behind which that is what a key is for: `to wait or press 2`."""
_NO_NAME: Final = frozenset((".", ";", "?", "!"))
_BIDDEN: Final = set_of("please just simply may can should either could , then you bitte por favor s'il vous plait")
_OR: Final = frozenset(("or", "o", "ou", "oder"))
_JUST: Final = set_of("just simply you please simplemente bien")
_CALLING: Final = set_of("call phone ring dial telephone llame llamar appelez telephonez rufen")
_BY_CALLING: Final = set_of("calling phoning ringing telephoning")
_DONE: Final = set_of(
    """mail send fill complete return visit stop come go bring drop text fax email write log sign download print use
    rellene envie visite escriba remplissez envoyez visitez ecrivez utilisez fullen senden schicken besuchen schreiben
    nutzen"""
)
"""How begins what is done in writing, on a page or by coming."""

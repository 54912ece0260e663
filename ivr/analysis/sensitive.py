"""Entries that nobody else should know: card numbers and their verification codes, PINs, social security numbers.

What an ask collects is told by its words, in English, Spanish, French or German, by the name of its variable, and by
how many digits it takes: a card has 13 to 19 of them (ISO/IEC 7812-1; seen in a summary), its verification code 3 or 4,
a PIN 3 to 12 (ISO 9564-1 has 4 to 12; not checked). The last four digits of a card are no card number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ivr.analysis.heard import plain_words
from ivr.flow import Flow
from ivr.nodes.ask import Ask, Digits

CARD: Final = "a card number"
CODE: Final = "a card verification code"
PIN: Final = "a PIN or password"
SOCIAL: Final = "a social security number"

_CARD_LENGTHS: Final = (13, 19)
_CODE_LENGTHS: Final = (3, 4)
_PIN_LENGTHS: Final = (3, 12)


def _words(*patterns: str) -> str:
    """Make a pattern over plain words: small, without accents, one space around each."""
    return rf" (?:{'|'.join(patterns)})(?= )"


def _in(pattern: str, clause: str) -> bool:
    """Whether a clause has such words; patterns are made when they are needed first."""
    return re.search(pattern, clause) is not None


_PAYS: Final = r"(?:credit|debit|bank|payment|charge)[ -]cards?"
_CARD_NUMBER: Final = _words(
    rf"{_PAYS}(?:'s)?(?: account)? (?:number|digits)",
    rf"(?:number|digits)(?: \w+){{0,5}} {_PAYS}",
    r"numero(?: \w+){0,3} tarjeta (?:de (?:credito|debito)|bancaria)",
    r"numero(?: \w+){0,3} carte (?:bancaire|bleue|de (?:credit|debit|paiement))",
    r"(?:kredit|debit|bank|giro)kartennummer",
    r"(?:nummer|ziffern)(?: \w+){0,3} (?:kredit|debit|bank|giro|ec-)karte",
)
_ANY_CARD: Final = _words(r"cards?(?:'s)?", r"tarjeta", r"carte", r"\w*karte", r"\w*kartennummer")
_OTHER_CARD: Final = _words(
    r"(?:gift|loyalty|library|member|membership|insurance|patient|health|medicare|medicaid|club|rewards?|student|id|sim"
    r"|identity|identification|calling|phone|transit|travel|discount|fuel|fleet|benefits?|points|store)[ -]cards?",
    r"tarjeta (?:de )?(?:\w+ )?(?:regalo|socio|seguro|sanitaria|fidelidad|cliente|identidad|puntos|paciente)",
    r"carte (?:de )?(?:\w+ )?(?:cadeau|fidelite|vitale|membre|identite|client|patient|sim)",
    r"(?:geschenk|kunden|versicherten|gesundheits|mitglieds|treue|patienten|telefon|guthaben|ausweis)karten?(?:nummer)?",
)
_LAST_FEW: Final = _words("last", "ultimos", "derniers", "letzten")
_CODE: Final = _words(
    r"cvv2?", r"cvc2?", r"card (?:verification|security|validation) (?:code|number|value|digits)",
    r"(?:verification|security|validation) (?:code|number|value|digits)(?: \w+){0,4} (?:card|cards)",
    r"codigo de (?:seguridad|verificacion)(?: \w+){0,4} tarjeta", r"cryptogramme",
    r"code de (?:securite|verification)(?: \w+){0,4} carte", r"(?:karten)?prufziffern?", r"kartenprufnummer",
    r"(?:sicherheitscode|prufnummer)(?: \w+){0,4} \w*karte",
)  # fmt: skip
_BACK_OF_CARD: Final = _words(
    r"(?:digits?|code|number|numbers)(?: [\w-]+){0,4} back of(?: \w+){0,3} card",
    r"(?:digitos|codigo|numeros)(?: \w+){0,5} (?:reverso|dorso|detras)(?: \w+){0,4} tarjeta",
    r"(?:chiffres|code|numeros)(?: \w+){0,5} (?:dos|verso)(?: \w+){0,4} carte",
    r"(?:ziffern|code|nummer)(?: \w+){0,5} ruckseite(?: \w+){0,4} \w*karte",
)
_PIN: Final = _words(
    r"pins?(?:[ -](?:number|code|nummer))?", r"personal identification number", r"pass ?codes?", r"passwords?",
    r"clave (?:secreta|personal|numerica|de acceso|de seguridad)", r"contrasena", r"numero secreto", r"nip",
    r"code (?:confidentiel|secret|pin)", r"mot de passe", r"geheimzahl", r"geheimnummer", r"kennwort", r"passwort",
    r"security code",
)  # fmt: skip
_NO_PIN: Final = _words(r"postal", r"parcel", r"property", r"delivery", r"area", r"sent", r"text message", r"e-?mail")
_SOCIAL: Final = _words(
    r"social[ -](?:security|insurance)", r"ssn", r"itin", r"taxpayer identification number", r"seguro social",
    r"seguridad social", r"securite sociale", r"assurance sociale", r"(?:sozial|renten)versicherungsnummer",
)  # fmt: skip
_A_NUMBER: Final = _words(
    r"numbers?", r"digits?", r"numero", r"digitos", r"chiffres", r"ssn", r"itin", r"\w*nummer", r"ziffern"
)
_NOT_ASKED: Final = _words(
    "not", "never", "don't", "cannot", "forgot", "forgotten", "nunca", "no", "jamais", "ne", "nicht", "nie", "niemals"
)
_ASKED: Final = _words(
    r"enter", r"key", r"type", r"dial", r"input", r"provide", r"give", r"punch", r"press", r"introduzca", r"ingrese",
    r"marque", r"teclee", r"digite", r"escriba", r"saisissez", r"entrez", r"composez", r"tapez", r"geben", r"wahlen",
    r"tippen",
)  # fmt: skip
_ASIDE: Final = r" (?:if|to|without|for|when|unless|si|para|sin|pour|sans|wenn|falls|um|ohne|fur) "
_SIGN: Final = (
    r"(?i:card|tarjeta|carte|karte|pin|nip|pass|clave|contrase|codigo|código|code|secret|geheim|kennwort|social|ssn|itin"
    r"|taxpayer|versicherung|cvv|cvc|crypto|pr[uü]f|s[eé]curit|assurance|reverso|dorso|dos|verso|r[uü]ckseite|back)"
)
"""Without any of these, a text asks for none of it."""
_CLAUSE: Final = r" [,.;:!?…] "
_NAME: Final = r"[a-z]+|\d+|[A-Z]+(?![a-z])|[A-Z][a-z]+"
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(("pin", "password", "passcode", "passwort", "nip", "geheimzahl", "kennwort", "contrasena"), PIN)
    | dict.fromkeys(("cvv", "cvc"), CODE)
    | dict.fromkeys(("ssn", "itin"), SOCIAL)
)


def secret(node: Ask) -> str:
    """Say what an ask collects, in words such as "a card number", or nothing where it is none of these things."""
    length = _length(node)
    if node.check and node.check.kind == "date":
        return ""
    clauses = tuple(clause for _, text in node.ask.texts if _in(_SIGN, text) for clause in _clauses(text))
    by_name = _named(node.into)
    for kind, is_meant in _KINDS.items():
        if (by_name == kind and _may_have(length, *_LENGTHS[kind])) or is_meant(clauses, length):
            return kind
    return _card_by_name(node.into, clauses, length)


def secrets(flow: Flow) -> Iterator[tuple[str, Ask, str]]:
    """Give every ask that collects such an entry and could be read, with its name and what it collects."""
    for name, node in flow.nodes.items():
        if isinstance(node, Ask) and name not in flow.broken and (kind := secret(node)):
            yield name, node, kind


def _clauses(text: str) -> Iterator[str]:
    """Give the clauses of a text in which something is asked for: "if you have no PIN" asks for none."""
    for clause in re.split(_CLAUSE, plain_words(text).words.replace(" . ", " .  . ")):
        plain = f" {clause.strip()} "
        aside = re.match(_ASIDE, plain) and not _in(_ASKED, plain)
        if not aside and not _in(_NOT_ASKED, plain):
            yield plain


def _length(node: Ask) -> Digits | None:
    """Give how many digits an entry has; of one that is one of a list, by that list."""
    if node.digits is None and node.check and node.check.entries:
        lengths = sorted(map(len, node.check.entries))
        return Digits(lengths[0], lengths[-1])
    return node.digits


def _may_have(length: Digits | None, least: int, most: int) -> bool:
    """Whether an entry may have from `least` to `most` digits: where nothing is said of them, it may."""
    return length is None or (length.least <= most and length.most >= least)


def _only(length: Digits | None, least: int, most: int) -> bool:
    """Whether an entry surely has from `least` to `most` digits, give or take one."""
    return length is not None and length.least >= least - 1 and length.most <= most


def _is_card(clauses: tuple[str, ...], length: Digits | None) -> bool:
    clauses = tuple(clause for clause in clauses if not _in(_LAST_FEW, clause))
    if any(_in(_CARD_NUMBER, clause) for clause in clauses) and _may_have(length, *_CARD_LENGTHS):
        return True
    other = any(_in(_OTHER_CARD, clause) for clause in clauses)
    return _only(length, *_CARD_LENGTHS) and not other and any(_in(_ANY_CARD, clause) for clause in clauses)


def _is_code(clauses: tuple[str, ...], length: Digits | None) -> bool:
    if not _may_have(length, *_CODE_LENGTHS) or any(_in(_OTHER_CARD, clause) for clause in clauses):
        return False
    short = length is not None and length.most <= _CODE_LENGTHS[1]
    return any(_in(_CODE, one) or (short and _in(_BACK_OF_CARD, one)) for one in clauses)


def _is_pin(clauses: tuple[str, ...], length: Digits | None) -> bool:
    return _may_have(length, *_PIN_LENGTHS) and any(_in(_PIN, one) and not _in(_NO_PIN, one) for one in clauses)


def _is_social(clauses: tuple[str, ...], _length: Digits | None) -> bool:
    return any(_in(_SOCIAL, clause) and _in(_A_NUMBER, clause) for clause in clauses)


def _named(variable: str) -> str:
    words = [word.lower() for word in re.findall(_NAME, variable)]
    return next((_NAMES[word] for word in words if word in _NAMES), "")


def _card_by_name(variable: str, clauses: tuple[str, ...], length: Digits | None) -> str:
    """Tell a card number by the name `card` of its variable, where it is as long as one and the words say no other."""
    words = [word.lower() for word in re.findall(_NAME, variable)]
    other = any(_in(_OTHER_CARD, clause) for clause in clauses)
    return CARD if {"card", "pan"} & set(words) and _only(length, *_CARD_LENGTHS) and not other else ""


_KINDS: Final = MappingProxyType({CODE: _is_code, CARD: _is_card, SOCIAL: _is_social, PIN: _is_pin})
_LENGTHS: Final = MappingProxyType({CODE: _CODE_LENGTHS, CARD: _CARD_LENGTHS, SOCIAL: (1, 20), PIN: _PIN_LENGTHS})

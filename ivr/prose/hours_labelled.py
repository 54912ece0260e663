"""Hours with a label of their own right before them: `Pottery class: Tuesdays 6-8 pm` are none of a telephone line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Document
from ivr.prose.phones import Phone

LABEL: Final = "label "
"""How the time of such hours begins."""
_LABEL: Final = re.compile(
    r"(?:^|[.;!?|•·–—] |, (?=[^,:]*:))\W*"
    r"((?:[^\W\d_][\w'’&/-]*,? ){0,4}[^\W\d_][\w'’&/-]*) ?(?:[:–—|]|-(?= )|\(|\*\*) ?"
    r"(?:(?:is |are )?open |from |daily |de |du |von |le |les )?$"
)
"""A few words without a number, and a sign that parts them from the hours behind."""
_OF_LINE: Final = AnyCase(
    r"phone|\btel\b|\bcall|\bring\b|\blines?\b|helpline|hotline|hours?\b|\bopen|\bcontact|support|service"
    r"|\bcare\b|desk|switchboard|number|\btimes?\b|^days?\b|\bwhen\b|\bnow\b|\bnew\b|team|office|staff|agents?\b"
    r"|advis|represent|operator|\bus\b|\bwe\b|business|available|\bphones\b|toll[- ]free|\bdial|english|french"
    r"|spanish|answer|automat|horario|tel[eé]fono|llam|atenci[oó]n|l[ií]nea|cliente|abiert|oficina|lunes|viernes"
    r"|centralita|horaires?|t[eé]l[eé]phon|ligne|ouvert|appel|accueil|joign|standard|secr[eé]tariat|bureau|lundi"
    r"|vendredi|jours|zeiten|telefon|ruf|erreichbar|montag|freitag|werktag|b[uü]ro|sekretariat|t[aä]glich|uhr"
    r"|zentrale|mon\b|tue|wed|thu|fri\b|sat\b|sun\b|monday|friday|saturday|sunday|week|daily|\ball\b|am\b|pm\b"
    r"|noon"
)
"""What in a label says that the hours behind it are those of telephones or of a whole house, or when they are."""


def label_before(before: str) -> str:
    """Give the label at the end of what stands before hours in their line, in small letters; none for a line's."""
    found = _LABEL.search(before[-_NEAR:])
    label = found[1].strip().lower() if found else ""
    return "" if _OF_LINE.search(label) or len(label) < _SHORTEST else label


_NEAR: Final = 60
_SHORTEST: Final = 3
"""Letters before hours in which their label is looked for, and those of the shortest label."""


def subject_of(before: str, behind: str, house: frozenset[str]) -> str:
    """Give what a sentence tells hours of, in small letters, where that is no line and nobody who answers one.

    `house` are the words by which a document calls its numbers, or itself.
    """
    said = before.strip(" :–—-(|,.*")
    if _ANSWERED.search(said) or _ANSWERED.search(_SENTENCE_END.split(behind, maxsplit=1)[0]):
        return ""
    words = [word for word in _WORD.findall(said.lower()) if not _NEUTRAL.search(word)]
    if house.issuperset(words):
        return ""
    return " ".join(words[-_WORDS:])


_ANSWERED: Final = AnyCase(
    r"phone|\btel\b|\bcall|\bring\b|\blines?\b|helpline|hotline|contact|support|service|\bcare\b|desk"
    r"|switchboard|number|team|office|staff|agents?\b|advis|represent|operator|\bus\b|\bwe\b|\bour\b|\byou\b"
    r"|business|available|toll[- ]free|\bdial|answer|automat|system|speak|talk|person|people|(?:call"
    r"|contact) cent|\breach|telef[oó]n|llam|atenci[oó]n|l[ií]nea|cliente|oficina|centralita|ati?end|contest"
    r"|nosotros|\w[aei]mos\b|nuestr[oa]|notre|estamos|agente|asesor|t[eé]l[eé]phon|ligne|appel|joign|standard|secr[eé]tariat|bureau"
    r"|\bnous\b|\bvous\b|conseil|telefon|\bruf|erreich|b[uü]ro|sekretariat|zentrale|\bwir\b|\bsie\b|berat"
    r"|\buns\b"
)
_NEUTRAL: Final = AnyCase(
    r"^(?:the|is|are|an?|of|and|or|on|at|in|for|from|open(?:s|ing)?|hours?|times?|now|daily|days?|weekdays?|every|each|all"
    r"|also|only|still|normal(?:ly)?|usual(?:ly)?|regular|new|please|when|between|to|until|by|our|there|here|currently"
    r"|horarios?|abiert[oa]s?|de|del|el|la|los|las|en|abre|horaires?|ouverte?s?|ouverture|du|le|les|est|sont|au"
    r"|[oö]ffnungszeiten|zeiten|ge[oö]ffnet|von|der|die|das|ist|sind|und|y|et|am|pm|uhr"
    r"|mon|tue|wed|thu|fri|sat|sun|\w*day|\w{1,2})$"
)


def words_of_house(document: Document, on_line: Mapping[int, Sequence[Phone]]) -> frozenset[str]:
    """Give the words of the first lines of a document, and those before a number in its line."""
    found: set[str] = set()
    for block in document.blocks[:_FIRST]:
        found.update(_WORD.findall(_KEY_OR_NUMBER.split(block.words[:_LONGEST], maxsplit=1)[0].lower()))
    for block in document.blocks:
        for line in {line for _, line in block.text.starts} & on_line.keys():
            for phone in on_line[line][:1]:
                found.update(_WORD.findall(block.words[max(phone.start - _NEAR, 0) : phone.start].lower()))
    return frozenset(found)


_FIRST, _LONGEST = 1, 80
"""Blocks with which a document begins, and the letters of each that may be its name."""
_KEY_OR_NUMBER: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = 4
_SENTENCE_END: Final = re.compile(r"[.;!?|] ")

"""Menus that are said to be the same in every language, though they are told under one of them only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.languages import language_chosen
from ivr.prose.told import Told

_LANGUAGES: Final = (
    r"(?:(?:both|either|each|every|all|any|all (?:of )?(?:the|our)|the two|the three|whichever|your)"
    r"(?: (?:of the )?(?:\w+ )?)?languages?|(?:english and|english or|both english and) \w+)"
)
_SAME: Final = AnyCase(
    r"\b(?:the |exactly the )?(?:same|identical|no different)(?: (?:menus?|choices|options|keys|list|numbers|buttons))?"
    rf" (?:in|for|whichever|whatever|behind|under) {_LANGUAGES}"
    rf"|\b(?:in|for|under|behind) {_LANGUAGES},? [^.;:]{{0,40}}\b(?:same|identical)\b"
    rf"|\b(?:spanish|french|english|welsh|irish|german|chinese)(?: and \w+)? menus? (?:is|are) (?:exactly )?(?:the )?"
    r"(?:same|identical)\b|\b(?:spanish|french|welsh|irish|german|chinese) (?:callers )?(?:hears?|gets?|has|have)"
    r" the same (?:menu|choices|options|list)\b"
    r"|\b(?:after|once) (?:the|your|a) language (?:choice|selection|is chosen|has been chosen|is selected)\b"
    r"|\b(?:after|once|having) (?:you (?:have )?|you['’]ve )?(?:choosing|chosen|chose|selecting|selected|picking|picked"
    r"|choose|select|pick) (?:the|your|a|one's) (?:preferred )?language\b"
    r"|\bin (?:the |your )(?:language (?:(?:you|they) (?:have )?)?(?:chosen|selected|picked|chose|choose|select|pick)"
    r"|(?:chosen|selected|preferred) language)\b"
    r"|\b(?:las mismas opciones|el mismo men[uú]|las opciones son las mismas)\b[^.;:]{0,20}\b(?:ambos|los dos|cada"
    r"|todos los) idiomas?\b"
    r"|\b(?:les m[eê]mes (?:choix|options)|le m[eê]me menu|les choix sont les m[eê]mes)\b[^.;:]{0,20}\b(?:les deux"
    r"|chaque|toutes les) langues?\b"
)
"""What says so."""
_MAY_SAY: Final = ("same", "identical", "different", "anguage", "idioma", "langue", "Same", "Identical")
"""Words one of which there is in it."""


def in_every_language(told: list[Told], blocks: Sequence[Block]) -> list[Told]:
    """Put the keys behind one language behind the others, too, where a document says that they are the same there."""
    if not any(one.path for one in told):
        return told
    is_said = any(_SAME.search(block.words) for block in blocks if any(word in block.words for word in _MAY_SAY))
    ways: list[Told] = []
    for number in dict.fromkeys(one.number for one in told):
        ways += _of_line([one for one in told if one.number == number], blocks, is_said=is_said)
    return ways


def _leads_on(lines: set[int], blocks: Sequence[Block]) -> bool:
    """Whether the line that tells of several languages ends over the menu that follows all of them."""
    starts = [block for block in blocks if any(line in lines for _, line in block.text.starts)]
    return len(starts) == 1 and _THEN.search(starts[0].words) is not None


_THEN: Final = re.compile(
    r"[0-9][^.;:]{3,60}\b(?:then|after (?:that|this|which))\b[^.;:]{0,40}:[-–—]?\W*$"
    r"|\bthereafter\b[^.;:]{0,60}:[-–—]?\W*$",
    re.IGNORECASE,
)
"""How a line ends that leads on to a list: `Thereafter the following are available:`."""


def _of_line(told: list[Told], blocks: Sequence[Block], *, is_said: bool) -> list[Told]:
    chosen = {one.key: one.line for one in told if not one.path and language_chosen(one.topic)}
    behind = [key for key in chosen if any(one.path[:1] == (key,) for one in told)]
    if len(chosen) <= 1 or len(behind) != 1 or not (is_said or _leads_on(set(chosen.values()), blocks)):
        return told
    return [
        way
        for one in told
        for way in (
            [one._replace(path=(key, *one.path[1:])) for key in chosen] if one.path[:1] == (behind[0],) else [one]
        )
    ]

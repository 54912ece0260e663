"""Whether a text without any number to call is a phone menu, by the keys that it offers and little else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose import guards, hints
from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block

_FEWEST: Final = 2
"""Keys that make a menu."""
_MOST_WORDS: Final = 16
"""Words for each key that is offered, in a text that offers keys and says little else."""
_NAMES: Final = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|star|pound|hash|cero|uno|dos|tres|cuatro"
    r"|cinco|seis|siete|ocho|nueve|deux|trois|quatre|cinq|sept|huit|neuf|eins|zwei|drei|vier|f[uü]nf|sechs|sieben"
    r"|acht|neun|null)\b"
)
_KEY: Final = rf"(?:[0-9*#]|{_NAMES})(?![\w%$€£]|[.,:/]\d| ?[x×+] ?\d)"
_SIGN: Final = re.compile(r"[0-9*#](?<![0-9].)(?![\w%$€£])")
_NAMED: Final = AnyCase(rf"\W{_NAMES}")
"""A key, sooner looked for than what offers it."""
_REQUEST: Final = (
    r"\b(?:press|push|hit|dial|select|choose|pick|pulse|pulsa|oprima|presione|marque|marca|elija|tapez|appuyez sur"
    r"|faites|composez|choisissez|dr[uü]cken sie|w[aä]hlen sie|dr[uü]cke|w[aä]hle)(?: bitte)?"
    r"(?: (?:the|key|option|number|button|el|la|le|die|touche|taste|tecla|opci[oó]n|n[uú]mero)){0,2} "
)
_FOR: Final = r"(?:for|to|if|when|para|si|pour|f[uü]r|um|bei|wenn)"
_OFFER: Final = AnyCase(
    rf"{_REQUEST}{_KEY}|(?:^|[,;.]|\b(?:and|or|y|o|et|ou|und|oder)\b) ?{_KEY} {_FOR}\b"
    rf"|\b{_FOR} [^,;.:\d]{{3,40}},? (?:die )?{_KEY}(?=\W*$|[,;.])"
)


_PERSON: Final = (
    r"\b(?:operator|representative|agent|human|(?:real|live|actual) person"
    r"|customer (?:service|care|support)|operadora?|agente|conseill[eè]re?|mitarbeiter(?:in)?)\b"
)
_TO_PERSON: Final = AnyCase(rf"{_REQUEST}{_KEY}[^.]{{0,60}}{_PERSON}")
"""What is said of a key, or of several in a row, that leads to the people who answer a line."""
_DIGIT: Final = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_DIGITS_SPELLED: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "zero", "oh", "one one one")
"""Words one of which there is among three of them, but for the last."""
_SPELLED: Final = AnyCase(rf"\b{_DIGIT}(?:,? {_DIGIT}){{2,}}\b")
_OF_LINE: Final = AnyCase(
    rf"{_PERSON}|\b(?:speak|talk) (?:to|with)\b"
    r"|\b(?:repeat|hear) (?:this|these|the) (?:menu|options)\b"
)
"""What only a line offers, and no thing with keys."""


def is_bare_menu(blocks: Sequence[Block]) -> bool:
    """Whether a text offers two keys or more, or one for a person, tells of no thing with keys, and says little else.

    It is for documents that give no number and name no phone: a prompt that somebody jotted down.
    """
    texts = [block.words for block in blocks]
    if sum(bool(block.marker) and block.marker not in block.words for block in blocks) > 1:
        return False  # steps: `1. Press 3 and add the onions`
    keyed = [text for text in texts if _SIGN.search(text) or _NAMED.search(f" {text}")]
    offered = [text[start:end] for text in keyed for start, end in _OFFER.spans(text)]
    makes_menu = len(set(offered)) >= _FEWEST or any(map(_TO_PERSON.search, keyed))
    if not makes_menu or sum(len(text.split()) for text in texts) > _MOST_WORDS * len(offered):
        return False
    plain = any(map(_OF_LINE.search, texts))
    speaks_of_things = guards.speaks_of_devices if plain else hints.speaks_of_things  # a menu may offer online help
    return not any(
        speaks_of_things(text) or guards.speaks_of_places(text) or hints.names_button(text) for text in texts
    )


def spells_number(texts: Sequence[str]) -> bool:
    """Whether a text tells a number to call in words that were not understood: `five five five, oh one nine six`."""
    return any(_SPELLED.search(text) for text in texts if any(digit in text for digit in _DIGITS_SPELLED))

"""Clauses that ask for the key of a language in that language, which the grammar does not know, put as requests.

`Press 1 for English, Hindi ke liye 2 dabayein` and `For English press 1. Kreyòl peze 2`: whoever reads such a line sees
the name of a language, and one key beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, ROW, Block
from ivr.prose.languages import language_chosen
from ivr.prose.tokens import folded
from ivr.prose.words import set_of

_OFFERED: Final = AnyCase(
    r"\b(?:press|dial|select|choose|option) [0-9](?: for| \()? english\b"
    r"|\benglish,? (?:please )?(?:press|dial|select) [0-9]\b"
)
"""What asks for the key of English in the same text."""
_ASKED: Final = re.compile(
    r"(?:^|(?:,|;|\.| and| or| [/|])(?=\s)) ?(?P<said>[^\W\d]{2,14}(?:[ -][^\W\d]{1,14}){0,5}),? "
    r"(?P<key>[0-9])(?P<behind> [^\W\d]{3,14})?(?=[.,;:)/|]| and | or |$)"
)
"""A clause of a few words that has one key, at its end or before its last word."""
_KNOWN: Final = set_of(
    """press dial select choose option key number for to pulse oprima marque presione elija opcion tecla tapez appuyez
    composez faites touche drucken wahlen taste menu line service digit hours days ext extension
    page pages team has have is are people grade grades level room floor"""
)
"""Words of requests that the grammar knows, and of what is none."""


def asked_in_languages(blocks: Iterable[Block]) -> list[Block]:
    """Give blocks in which such clauses are requests."""
    return [one if one.kind in {HEADING, ROW} else _asked(one) for one in blocks]


def _asked(block: Block) -> Block:
    """Put the clauses of a block, where it offers English by a key, too."""
    if "english" not in block.words.lower() or not _OFFERED.search(block.words):
        return block
    text = block.text
    asked = [(found, name) for found in _ASKED.finditer(block.words) if (name := _language_in(found))]
    for found, name in reversed(asked):
        begun = ". " if found.start() else ""
        text = text.put(found.start(), found.end(), f"{begun}Press {found['key']} for {name}")
    return block if text is block.text else block._replace(text=text)


def _language_in(found: re.Match[str]) -> str:
    """Give the language that a clause names beside words that the grammar does not know; nothing where it has none."""
    said = _WORD.findall(f"{found['said']} {found['behind'] or ''}")
    names = [word for word in said if language_chosen(word)]
    return names[0] if len(names) == 1 < len(said) and _KNOWN.isdisjoint(map(folded, said)) else ""


_WORD: Final = re.compile(r"[^\W\d]+")

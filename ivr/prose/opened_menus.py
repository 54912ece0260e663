"""Which keys of a sentence open the menu that its other keys are of: `its own menu behind 2: 1 for parts`."""

from __future__ import annotations

from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.parted import Parted
from ivr.prose.tokens import NUMBER
from ivr.prose.words import ORS


def menu_behind(parted: Parted) -> tuple[str, ...]:
    """Give the first key of a sentence that says what menu is behind it: `its own menu behind 2: 1 for parts`."""
    path, key = parted.groups[0].keys[0]
    start = parted.groups[0].first.start
    said = parted.text[parted.tokens[0].start : parted.tokens[start].start]
    leads = parted.tokens[parted.groups[0].last.at + 1].word == ":" and _MENU_BEHIND.search(said)
    return (*path, key) if leads and len(parted.groups[0].keys) == 1 else ()


_MENU_BEHIND: Final = AnyCase(
    r"\b(?:sub-?)?menus?(?: of (?:its|their) own)? (?:(?:is |are )?(?:behind|under|below|on)|of)"
    r"(?: the)?(?: key| option)?\W*$"
)


def came_after(parted: Parted) -> tuple[str, ...]:
    """Give the first key of a sentence that says it was pressed before the others: `After pressing 3 for rooms, 1`."""
    path, key = parted.groups[0].keys[0]
    said = parted.text[parted.tokens[0].start : parted.tokens[parted.groups[0].first.at].start]
    between = [token.word for token in parted.segments[1]]
    bidden = between[-2:] in _BIDDEN or "," in between[-_OF_MARK:]
    comes = "," not in said and parted.groups[1].first.verb and bidden
    return (*path, key) if comes and len(parted.groups[0].keys) == 1 and _PRESSED_BEFORE.match(said) else ()


_BIDDEN: Final = (["you", "can"], ["you", "may"], ["they", "can"], ["callers", "can"], ["you", "could"])
"""What tells callers, behind the key that they have pressed, which one they can press then."""
_OF_MARK: Final = 2
_PRESSED_BEFORE: Final = AnyCase(
    r"\W*(?:and |but )?(?:(?:after|once|having|when|if)(?: you| callers| they)?(?:['’]ve| have)? "
    r"(?:press|pick|choos|chose|select|hit|dial)\w*|despu[eé]s de (?:pulsar|marcar|oprimir|elegir|presionar)"
    r"|apr[eè]s avoir (?:tap[eé]|choisi|appuy[eé]|press[eé])|nachdem sie|nach (?:dem dr[uü]cken|der auswahl))\b"
)


def opened_before(parted: Parted, at: int) -> tuple[str, ...]:
    """Give the key behind whose topic brackets open in which several keys stand: `3 = claims (1 = new, 2 = old)`."""
    start = parted.groups[at].first.start
    place = next((spot for spot in range(start, -1, -1) if parted.tokens[spot].word in "()"), -1)
    if place < 0:
        return ()
    words = [token.word for token in parted.tokens]
    if words[place] != "(" or words[place + 1] in ORS:
        return ()
    end = next((spot for spot in range(place, len(words)) if words[spot] == ")"), len(words))
    inside = [one for one in parted.groups if place <= one.first.start and one.last.at < end]
    before = [one for one in parted.groups if one.last.end <= place]
    between = words[before[-1].last.end : place] if before else []
    named = NUMBER not in between and any(word[:1].isalpha() for word in between)
    if len(inside) <= 1 or not named or len(before[-1].keys) != 1:
        return ()
    path, key = before[-1].keys[0]
    return (*path, key)

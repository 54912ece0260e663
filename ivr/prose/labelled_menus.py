"""Menus that are told behind the name of the key that leads to them: `Old bookings: press 1 for seats, 2 to cancel`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.grammar import Said
from ivr.prose.tokens import folded
from ivr.prose.told import Told

_LABEL: Final = re.compile(r"\W*(?P<name>[^\W\d][^.:;?!,]{2,40}?)(?: (?:sub-?)?menu)?\s?:\s*(?:[^\W\d]+ ){0,2}$")
"""The words between the beginning of a sentence and its first key, where these are a label."""
_THEN: Final = re.compile(
    r"(?:^|[.:;,–—-]\s+)(?:choose |select |for |go to |say )?[\"“'‘]?(?P<name>[^\W\d][^.:;?!,\"”]{2,40}?)[\"”'’]?,? "
    r"(?:and )?then,? (?:[^\W\d]+ ){0,2}$",
    re.IGNORECASE,
)
"""The end of the words before a key that name the menu in which it is pressed: `new booking, then press 3`."""
_CHOSEN: Final = re.compile(
    r"\W*(?:if|when|once|after|having|si|cuando|una vez que|wenn|nachdem|lorsque|quand"
    r"|apr[eè]s)\b (?:[^\W\d]\S* ){0,3}?"
    r"(?:(?:choos|chose|select|pick|t[ao]k|elig|eleg|elij|escog|escoj|seleccion|choisi|w[aä]hl|gew[aä]hl)\w*)"
    r" (?:the |la |el |las |los |les |le |die |den )?(?P<name>[^.,;:()\d]{2,40}?)(?: option)?,? (?:[^\W\d]+ ){1,3}$",
    re.IGNORECASE,
)
"""The words before a key that tell which choice came first: `If you choose repairs, press 1 for gas, 2 for water`."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATEST: Final = 60
"""Keys told of last, one of which the label may name."""
_FEWEST: Final = 2
"""Keys that make a menu."""


def menu_labelled(before: str, said: Sequence[Said], found: Sequence[Told], number: str) -> tuple[str, ...]:
    """Give the keys that lead to the menu whose name stands before a sentence's keys; nothing where none does.

    `before` are the words of the sentence before its first key.
    """
    keys = {each.key for each in said if each.topic is not None and not each.path}
    makes_menu = len(keys) == len(said) >= _FEWEST
    label = ((_LABEL.match(before) or _CHOSEN.match(before)) if makes_menu else None) or _THEN.search(before)
    name = _plain(label["name"]) if label else ()
    if not name:
        return ()
    known = (one for one in reversed(found[-_LATEST:]) if one.number in {number, ""} and not one.anytime)
    return next(((*one.path, one.key) for one in known if _names(name, _plain(one.topic))), ())


def _plain(words: str) -> tuple[str, ...]:
    """Give the words of a name that count, in one form for one thing and several."""
    return tuple(word.removesuffix("s") for word in _WORD.findall(folded(words)) if word not in _LITTLE)


def _names(name: tuple[str, ...], topic: tuple[str, ...]) -> bool:
    """Whether a label names what a key is for: with the same words, or with those that this begins with."""
    return name == topic or (len(name) < len(topic) and topic[: len(name)] == name)


_LITTLE: Final = frozenset(("the", "a", "an", "and", "or", "of", "for", "to", "your", "our", "my"))

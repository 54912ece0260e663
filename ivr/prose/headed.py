"""Headings and questions over a key that contradict the menu: what they say stands there under another key."""

from __future__ import annotations

from collections import Counter
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.doubt import speaks_of_calling
from ivr.prose.meaning import same_meaning, shares_meaning
from ivr.prose.told import Told

_OF_MENU: Final = 3
"""Keys of one sentence that are a menu."""
_MOST_LISTED: Final = 60
"""Keys of one menu that a heading is compared with."""
_WANTS: Final = AnyCase(
    r"\W{0,3}(?:(?:how|where|can) (?:(?:do|can|should|would) )?(?:i|we)\b"
    r"|(?:i|we)(?: would|['’]d)? (?:want|like|wish)\b"
    r"|je (?:souhaite|veux|voudrais)\b|(?:comment |o[uù] )?puis-je\b|nous souhaitons\b"
    r"|(?:c[oó]mo|d[oó]nde) [^\W\d]+o\b|puedo\b|quiero\b|deseo\b"
    r"|(?:wie|wo) (?:kann|bekomme|erhalte|melde|[aä]ndere|beantrage|k[uü]ndige|bestelle)\b|kann ich\b"
    r"|ich (?:m[oö]chte|will)\b)"
)
"""How a heading begins that says what somebody wants, and not what has happened to them."""


def taken_at_their_word(told: list[Told]) -> list[Told]:
    """Take a heading over a key for its meaning where a menu has another key for that, and another meaning for this.

    So is one that says what somebody wants to do, unless the key may mean that. Other headings say too little:
    `Lost your wallet?` over `Call us and press 2` may be a case of billing.
    """
    menus: dict[tuple[str, tuple[str, ...]], list[Told]] = {}
    said = Counter((one.number, one.path, one.said) for one in told)
    for one in told:
        if (one.listed or said[one.number, one.path, one.said] >= _OF_MENU) and not one.borrowed:
            menus.setdefault((one.number, one.path), []).append(one)
    titles = {one.under for one in told if one.section <= 1}
    return [
        one._replace(borrowed=False, vague=False)
        if one.borrowed
        and (not one.vague or one.topic in one.under)
        and not any(title.startswith(one.topic) for title in titles)
        and _is_another(one, menus.get((one.number, one.path), [])[:_MOST_LISTED])
        else one
        for one in told
    ]


def _is_another(one: Told, menu: list[Told]) -> bool:
    """Whether a menu has another key for what a heading says of one, or another meaning for what somebody wants."""
    if one.listed or not (one.called or speaks_of_calling(one.said)):
        return False
    same = [other for other in menu if other.key == one.key]
    return (
        bool(same)
        and not any(same_meaning(other.topic, one.topic) or other.section == one.section for other in same)
        and (
            any(other.key != one.key and shares_meaning(other.topic, one.topic) for other in menu)
            or _WANTS.match(one.under)
        )
    )

"""Lines that stand over a menu, and call the key that leads to it again by what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose import listing
from ivr.prose.block import HEADING, ROW, Block
from ivr.prose.explicit import is_explicit
from ivr.prose.listed_key import Listed
from ivr.prose.naming import behind_named
from ivr.prose.phones import NUMBERED
from ivr.prose.section import OF_PART
from ivr.prose.told import Told

_LONGEST: Final = 80
"""Letters of such a line; a longer one is a sentence."""


def is_line(words: str) -> bool:
    """Whether words are a line of a menu: a key and what it is for."""
    return listing.is_numbered(words) or (is_explicit(words) and len(words.split()) > _BARE)


def heads_lines(words: str) -> bool:
    """Whether words may stand over the lines of a menu: a key and what it is for, or the number of a line."""
    return is_line(words) or NUMBERED.search(words) is not None


_BARE: Final = 2
"""Words of a request for a key that does not tell what that is for: `Press 1`."""


def menu_opened(block: Block, below: Block, found: Sequence[Told]) -> tuple[str, ...]:
    """Give the keys to the menu below a line, as they were told of before: `Option 2 - Claims`; nothing otherwise."""
    of_part = block.kind == HEADING and block.level == OF_PART
    if below.kind == HEADING or len(block.words) > _LONGEST:
        return ()
    first = listing.chosen(below)
    begins = _begins(below, first)
    if first is not None and begins and (again := _told_again(block, found)) is not None:
        return (*again.path, again.key)
    is_next = block.marker and below.kind == block.kind and below.level <= block.level
    if not (of_part or begins) or is_next or behind_named(block.words):
        return ()
    of_table = of_part or below.kind == ROW
    numbered = _NUMBERED_MENU.fullmatch(block.words) if of_table else None
    if numbered is not None and any((one.path, one.key) == ((), numbered[1]) for one in found):
        return (numbered[1],)
    key, name = _titled(block) if of_table else listing.titled(block)
    told = (
        one
        for one in reversed(found)
        if (one.path, one.key) != ((), "1") or key == "1" or of_table or _is_all(one.topic, name, found)
    )
    again = next((one for one in told if listing.is_called(one.key, one.topic, key, name)), None)
    return (*again.path, again.key) if again is not None and again.key not in "*#" else ()


def _told_again(block: Block, found: Sequence[Told]) -> Told | None:
    """Give the key that a line of its own tells again, in the same words as the list above it."""
    key, name = _titled(block)
    return next(
        (
            one
            for one in reversed(found)
            if one.key == key and one.listed not in {0, block.group} and listing.is_called("", one.topic, "", name)
        ),
        None,
    )


def _is_all(topic: str, name: str, found: Sequence[Told]) -> bool:
    """Whether a line is nothing but what a key is for, and that key was told of with others."""
    return len(found) > 1 and listing.is_called("", topic, "", name)


def _begins(below: Block, first: Listed | None) -> bool:
    """Whether the line below one is that of the first key of a menu."""
    return first.keys == ("1",) if first is not None else _ASKS_FIRST.match(below.words) is not None


_ASKS_FIRST: Final = re.compile(
    r"\W*(?:for [^.,;:]{2,40},? )?(?:press|option|key|select|choose|dial|pulse|marque|oprima|opci[oó]n|tapez|touche"
    r"|taste|dr[uü]cken sie|w[aä]hlen sie)(?: (?:option|key|the|el|la|le|die))? 1\b",
    re.IGNORECASE,
)
"""How the first line of a menu begins that asks for its key."""
_NUMBERED_MENU: Final = re.compile(r"\W*(?:sub-?)?(?:menu|men[uúü]|untermen[uü]) ([1-9])\W*", re.IGNORECASE)
"""What calls a menu by nothing but the key that leads to it: `Menu 2`."""


def _titled(block: Block) -> tuple[str, str]:
    """Give the key and the name of what heads a part of a table, where any mark may stand between: `1 Billing`."""
    one = listing.chosen(block)
    return (one.keys[0], one.topic) if one is not None and len(one.keys) == 1 else listing.titled(block)

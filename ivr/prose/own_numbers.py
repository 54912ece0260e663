"""The numbers of sections, and those that have no menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ivr.prose.block import HEADING, Block
from ivr.prose.phones import VOICE, Phone


def own_numbers(blocks: Iterable[Block], phones: Sequence[Sequence[Phone]]) -> dict[int, tuple[str, int]]:
    """Give the number of each section that has a single one to call, and its line, by the count of the headings.

    Keys told right before it belong to it all the same: `press 2 for claims. Ostler Mutual: 866-555-0128`.
    """
    given: dict[int, dict[str, int]] = {}
    section = 0
    for block, here in zip(blocks, phones, strict=True):
        section += block.kind == HEADING
        lines = {phone.e164: block.text.line(phone.start) for phone in here if phone.use == VOICE}
        given.setdefault(section, {}).update(lines)
    return {section: next(iter(numbers.items())) for section, numbers in given.items() if len(numbers) == 1}


def with_menu(words: str, phones: Sequence[Phone]) -> tuple[Phone, ...]:
    """Leave out the numbers of which it is said, right behind them, that they have no menu."""
    return tuple(
        phone for phone in phones if phone.use != VOICE or not _NO_MENU.match(words, phone.end, phone.end + _BEHIND)
    )


_NO_MENU: Final = re.compile(
    r"[^.;\d]{0,25}?[,(–—:;. -]{1,3}(?:there is |there's |it has )?(?:no (?:voice |phone )?(?:menus?|options)\b"
    r"|without (?:a |any )?menu|sans menu|ohne (?:sprach)?men[uü]|sin men[uú])",
    re.IGNORECASE,
)
_BEHIND: Final = 60
"""Letters behind a number that may say so."""

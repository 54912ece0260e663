"""Numbers that a table gives to menus which have a heading of their own: `555-0136 | Norfolk | Menu A`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.block import HEADING, ROW, Block
from ivr.prose.phones import VOICE, Phone
from ivr.prose.told import Told

_COUNTED: Final = re.compile(r"^\W*(?:\d[\d.]*[.):]?\s+)?")
_REST: Final = re.compile(r"\s*(?:[:(–—]|-\s).*$")
_OF_MENU: Final = re.compile(
    r"\b(?:menu|men[uú]|men[uü]|call ?flow|flow|tree|ivr|attendant|greeting|ansage|locuci[oó]n|annonce)\b",
    re.IGNORECASE,
)
"""What a heading has in it that is the name of a menu."""


def menu_named(words: str) -> str:
    """Give the name of a menu that a heading, or a cell, is nothing but; nothing of any other."""
    name = _REST.sub("", _COUNTED.sub("", words, 1)).strip().lower()
    return name if _OF_MENU.search(name) and len(name.split()) <= _MOST_WORDS else ""


_MOST_WORDS: Final = 4


def numbers_of_menus(blocks: Sequence[Block], numbers: Sequence[tuple[Phone, ...]]) -> dict[str, tuple[str, ...]]:
    """Give the numbers of each menu that has a heading of its own and rows with a number; nothing of a single one."""
    headed = {name for block in blocks if block.kind == HEADING and (name := menu_named(block.words))}
    found: dict[str, dict[str, None]] = {}
    for block, phones in zip(blocks, numbers, strict=True) if len(headed) > 1 else ():
        voice = [phone.e164 for phone in phones if phone.use == VOICE]
        if block.kind == ROW and len(voice) == 1:
            for name in headed.intersection(menu_named(cell.words) for cell in block.cells):
                found.setdefault(name, {})[voice[0]] = None
    return {name: tuple(told) for name, told in found.items()} if len(found) > 1 else {}


def for_each_number(told: Sequence[Told], of_section: dict[int, tuple[str, ...]]) -> list[Told]:
    """Give keys of sections that are the menus of several numbers, once for each of these."""
    every: list[Told] = []
    for one in told:
        numbers = of_section.get(one.section, ())
        every += [one._replace(number=number) for number in numbers] if one.number in numbers else [one]
    return every

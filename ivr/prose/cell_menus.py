"""Menus that a cell of a table tells of, behind the key of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block, Text
from ivr.prose.topic_words import clean


def menus_behind(block: Block) -> Iterator[Text]:
    """Give the cells of a row that tell of the menu behind its key: `1 to block a card, 2 to get a PIN`."""
    for cell, head in zip(block.cells, block.head, strict=False):
        if _BEHIND_HEAD.match(head) and _ROW_OF_KEYS.search(cell.words):
            yield cell
    for cell in block.cells:
        at = menu_within(cell.words)
        if at:
            yield _beside(cell.cut(at, len(cell.words.rstrip(" )"))))


def _beside(menu: Text) -> Text:
    """Give keys that are all pressed then without that word, so that none of them comes after another."""
    for found in reversed(list(_THEN.finditer(menu.words))):
        menu = menu.put(*found.span(), "")
    return menu


_THEN: Final = re.compile(r"(?:^|(?<=[;,·|/] ))(?:and )?then (?=(?:press )?[0-9*#])", re.IGNORECASE)


def tells_behind(head: str) -> bool:
    """Whether a heading is that of a column which tells what is pressed after the key of its row."""
    return _BEHIND_HEAD.match(head)


def menu_within(words: str) -> int:
    """Give where the menu behind a key begins in a cell that says what that is for: `Billing: 1 balance; 2 pay`."""
    found = _WITHIN.search(words)
    return found.end() if found is not None else 0


def without_menu(topic: str) -> str:
    """Give a topic without the menu behind its key, which follows it in its cell."""
    end = menu_within(topic)
    return clean(topic[:end].rstrip("(")) if end else topic


_OWN_KEY: Final = r"(?:then )?(?:press )?{key} ?(?:[-–—=:.)]|for\b|to\b|is\b)? ?[^\W\d]"
_WITHIN: Final = re.compile(
    rf"(?<=[^\W\d])[\w)]* ?(?::|\(|[,;]| [-–—])\s*"
    rf"(?={_OWN_KEY.format(key=1)}[^;,·|/\n]{{2,80}}[;,·|/] ?(?:or |and )?{_OWN_KEY.format(key=2)})"
)


_BEHIND_HEAD: Final = AnyCase(
    r"\W*(?:(?:and )?then\b|next\b|sub[- ]?(?:menu|options?|keys?|digits?|choices?)"
    r"|(?:second|next) (?:press|key|menu|step|level|options?)"
    r"|after that|further|options? (?:below|behind)|luego|despu[eé]s|puis|ensuite|sous-menu|submen[uú]|dann|danach"
    r"|untermen[uü])"
)
"""The heading of a column that tells what is pressed after the key of the row."""
_ROW_OF_KEYS: Final = re.compile(r"(?<![\w.])[0-9*#] ?(?:[-–=:(]|to|for|para|pour|f[uü]r|zu[mr]?)? ?[^\W\d]")

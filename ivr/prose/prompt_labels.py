"""Labels over the prompts of a script: `[P2] ORDERS` over `"To track an order, press 1."`, put as headings.

A script has several of them, each a short line above what is spoken. What a heading says of its menu holds for these,
too: after which key it is heard, at which time of day, what it is called. Their numbers are no keys.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block
from ivr.prose.explicit import is_explicit
from ivr.prose.linked_menus import KEY_NAMED, THE_KEY, way_marked
from ivr.prose.naming import tells_of_pressing
from ivr.prose.phones import NUMBERED
from ivr.prose.words import NAMES

_FEWEST: Final = 2
"""Prompts of a script that tell keys."""
_LEVEL: Final = 6
"""That of such a heading, which is below all others."""
_LONGEST: Final = 160
_LONGEST_NAME: Final = 60
"""Letters of a label, with what it has in brackets and without."""
_QUOTES: Final = ('"', "“", "„", "«")
_ENDS: Final = frozenset(".!?:;,")
_MOST_WORDS: Final = 9
_SPOKEN: Final = AnyCase(
    r"(?:^|[.!?:] |[\"“„«] ?)(?:(?:and|or|y|et|und) )?(?:for|to|if|para|si|pour|f[uü]r|um|wenn) [^.!?]{2,120}?[, ]"
    r"(?:please )?(?:press|pulse|oprima|marque|tapez|appuyez|dr[uü]cken|w[aä]hlen|dial|select|choose|faites) "
)
"""How a prompt asks for a key: it says first what that is for."""
_ASIDE: Final = re.compile(r"\([^()]*\)|\[[^\][]*\]")
_OF_KEY: Final = re.compile(
    rf"[(\[](?:from |on |reached by |reached from |via |von |desde )?"
    rf"(?:key|option|digit|press|taste|touche|tecla|opci[oó]n) {THE_KEY}{KEY_NAMED}[)\]]\W*$",
    re.IGNORECASE,
)
"""What has a label say in brackets by which key its prompt is reached: `(key 3)`."""
_CODE: Final = re.compile(
    r"\W*(?:[A-Z]{1,4}[-_ ]?\d{1,3}[a-z]?\b|[A-Z]?\d{1,3}[a-z]?[.)\]]|(?i:prompt|message|file|recording)\b)"
)
"""How a label begins that numbers its prompt."""


def with_labels_headed(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks, the labels over the prompts of a script among them as headings."""
    over = [at for at, (one, below) in enumerate(pairwise(blocks)) if _is_label(one, below) and _is_spoken(one, below)]
    if len(over) < _FEWEST or any(tells_of_pressing(_named(blocks[at])) for at in over):
        return list(blocks)
    forms = {_form(blocks[at]) for at in over}
    return [
        _headed(block) if below is not None and _form(block) in forms and _is_label(block, below) else block
        for block, below in zip(blocks, (*blocks[1:], None), strict=True)
    ]


def _headed(block: Block) -> Block:
    """Give a label as a heading; what it has in brackets may be of a key, and then is none of the menu."""
    text = block.text
    if (of_key := _OF_KEY.search(text.words)) is not None:
        text = text.put(*of_key.span(), f"(after {NAMES.get(of_key['key'].lower(), of_key['key'])})")
    aside = _ASIDE.search(text.words, 1)
    if aside is not None and is_explicit(aside[0]) and not way_marked(text.words):
        text = text.put(*aside.span(), "")
    return block._replace(kind=HEADING, text=text, level=_LEVEL, marker="", group=0)


def _is_spoken(label: Block, block: Block) -> bool:
    """Whether a paragraph is the wording of a prompt: it asks for keys, or is a quote under the label of a prompt."""
    if _CODE.match(label.words) and block.words.startswith(_QUOTES):
        return True
    return is_explicit(block.words) and _SPOKEN.search(block.words)


def _is_label(block: Block, below: Block) -> bool:
    """Whether a line is nothing but the label of the paragraph below it."""
    if below.kind != PARAGRAPH or block.kind not in {PARAGRAPH, ITEM} or len(block.words) > _LONGEST:
        return False
    words, named = _ASIDE.sub("", block.words).strip("*_ "), _named(block)
    if words[-1:] in _ENDS or (not words and block.words.rstrip(")] ")[-1:] in _ENDS):
        return False
    if len(named) > _LONGEST_NAME or len(named.split()) > _MOST_WORDS:
        return False
    if NUMBERED.search(words) or (block.kind == ITEM and not (block.marker and below.level > block.level)):
        return False
    return (words[:1].isalnum() or block.words.startswith(("[", "(", "#"))) and not is_explicit(words)


def _named(block: Block) -> str:
    """Give a label without what it has in brackets, where it has anything else."""
    return _ASIDE.sub("", block.words).strip("*_ ") or block.words


def _form(block: Block) -> tuple[str, bool, bool]:
    """Give how a label is written: alike for all prompts of a script."""
    upper = _ASIDE.sub("", block.words).isupper()
    return (block.kind, upper, bool(block.marker) or _CODE.match(block.words) is not None)

"""Clauses that lead to the menu behind a key, whoever is said to hear it: `Under 1, callers choose 1 for cars, 2 for`.

They are put in one way that the grammar knows: `After pressing 1 you hear: 1 for cars, 2 for`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ivr.prose.block import ITEM, PARAGRAPH, Block, Text
from ivr.prose.prefilter import may_tell

_NO_NUMBER: Final = r"(?![\w%]|[.:/-]\d|,\d{3}| ?[ap]\.?m\b)"
_KEY: Final = rf"[0-9]{_NO_NUMBER}"
_PRESS: Final = r"(?:press|choose|pick|select|hit|dial)"
_PRESSES: Final = r"(?:press(?:es|ed)?|chooses?|chose|picks?|picked|selects?|selected|hits?|dials?)"
_OPTION: Final = r"(?:(?:the )?(?:option|key|choice|number) )?"
_AUX: Final = r"(?:can|may|must|could|should|will|then|next|now|also|is|are|get|gets|be|have to|has to)"
_ASKED: Final = (
    rf"(?:(?:asked|offered|prompted|invited|told|given)(?: (?:to )?{_PRESS}| the choice of)?"
    rf"|{_PRESSES}|hears?|chooses?|has|have|gets?)(?: between| from| whether (?:it is|it['’]s) (?:for|about))?"
)
_CALLERS: Final = (
    r"(?:the |a |an |any |your )?(?:callers?|customers?|members?|people|users?|you|they|clients?|patients?)"
)
_RECORDED: Final = (
    rf"(?:a|an|the) (?:(?:second|another|further|next|new|short|other) )?(?:recording|menu|voice|list|message) "
    rf"(?:(?:lets|asks|offers|has|gives|allows|plays|invites) (?:you |callers |them )?(?:to )?{_PRESS}?)"
)
_LEAD: Final = re.compile(
    r"(?:^|(?<=[.!?;] )|(?<=[.!?][\"”)] ))(?:and |but |so )?(?:"
    rf"(?:after|under|behind|inside|within|below) (?:{_PRESS}ing |selecting |pressing )?{_OPTION}(?P<a>{_KEY}),? "
    rf"(?:{_CALLERS} (?:{_AUX} ){{0,3}}{_ASKED}|{_RECORDED})"
    rf"|(?:(?:an?|the|any|all|each|every) )?[^\W\d]{{3,20}} (?:who|that) {_PRESSES} {_OPTION}(?P<b>{_KEY}),? "
    rf"(?:{_AUX} ){{1,3}}{_ASKED}"
    r"|(?:those|callers|customers|people|members|anyone|everyone) (?:press|choos|pick|select)ing "
    rf"{_OPTION}(?P<c>{_KEY}),? (?:{_AUX} ){{1,3}}{_ASKED}"
    rf"|{_PRESS} {_OPTION}(?P<d>{_KEY}),? and {_RECORDED}"
    rf"):? (?={_KEY} (?:for|to|if|is|=) |[^.;:\d]{{2,60}}? \((?:press |option |key )?{_KEY}\))",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(r"\bpress(?:es)?:? $", re.IGNORECASE)


def with_clauses_led(blocks: Iterable[Block]) -> list[Block]:
    """Give blocks in which such clauses are put in one way."""
    return [_put(one) if one.kind in {ITEM, PARAGRAPH} and _may_lead(one.words) else one for one in blocks]


@lru_cache(maxsize=4096)
def _may_lead(words: str) -> bool:
    """Whether a block has what such a clause begins with, and a key behind it."""
    if not may_tell(words):
        return False
    small = words.lower()
    return any(word in small for word in _BEGINNINGS) and _TWO_KEYS.search(words) is not None


_BEGINNINGS: Final = (
    "after ",
    "under ",
    "behind ",
    "inside ",
    "within ",
    "below ",
    " who ",
    " that ",
    "ing ",
    " and ",
)
_APART: Final = rf"[0-9](?<![\w.,:$£€].){_NO_NUMBER}"
_TWO_KEYS: Final = re.compile(rf"{_APART}.{{1,200}}?{_APART}", re.DOTALL)


def _put(block: Block) -> Block:
    text: Text = block.text
    for found in reversed(list(_LEAD.finditer(text.words))):
        key = next(filter(None, found.groups()))
        asks = "press " if _ASKS.search(found[0]) else ""
        text = text.put(found.start(), found.end(), f"After pressing {key} you hear: {asks}")
    return block if text is block.text else block._replace(text=text)

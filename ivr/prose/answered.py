"""Keys that answer what the call asks: `It asks whether you pay by card. Press 1 if you do and 2 if you don't`.

They are put with what is asked: `Press 1 if you pay by card and 2 if not you pay by card`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ivr.prose.block import ITEM, PARAGRAPH, Block, Text

_ASKS: Final = re.compile(
    r"\b(?:asks?|asked|wants to know|say|tell it|question is)(?: you| callers| them| first| then)? (?:whether|if) "
    r"(?P<case>(?!(?:you (?:want|need) to (?:hear|press)|it)\b)[^.:;?!()]{4,90}?)(?=[.:;?!,(–—])",
    re.IGNORECASE,
)
"""What the call asks, that can be answered by yes and no."""
_ANSWER: Final = re.compile(
    r"(?<![\w.,:/-])(?P<key>[0-9])(?![\w.,:/-]*\d),? (?:(?:for|means|is|=) [\"“'‘]?(?P<word>yes|no)\b[\"”'’]?"
    r"|(?P<said>if (?:so|not|yes|no|(?:you|it|they|there)(?: (?:do|does|is|are|have|has|can|did|was|were)(?: ?not)?"
    r"|(?:['’]re| are)? not|(?: (?:do|does|is|are|have|has|ca|did|was|were)n['’]t))(?: not)?))\b)"
    r"(?=[.,;:!)]|$| (?:and|or|but|then|–|—|to)\b)",
    re.IGNORECASE,
)
"""A key that is for one of the answers, and says no more."""
_LED: Final = re.compile(
    r"(?:once|after|if|when|having) (?:you(?:['’]ve| have)? )?(?:press|chose|choos|pick|select)\w* "
    r"(?:(?:the|option|key|number) )*(?P<key>[0-9]),? [^.:;!?\d]{2,40}$",
    re.IGNORECASE,
)
"""What says behind which key it is asked."""
_NO: Final = re.compile(r"\b(?:no|not)$|n['’]t$|not\b", re.IGNORECASE)
_NEAR: Final = 160
"""Letters behind a question in which its answers stand."""


def with_answers(blocks: Iterable[Block]) -> list[Block]:
    """Give blocks in which the keys of such answers say what they answer."""
    return [_answered(one) if one.kind in {ITEM, PARAGRAPH} and _may_ask(one.words) else one for one in blocks]


def _may_ask(words: str) -> bool:
    """Whether a block may hold such a question."""
    return " whether " in words or "asked if " in words or "asks if " in words or "asks you if " in words


def _answered(block: Block) -> Block:
    text: Text = block.text
    for asked in reversed(list(_ASKS.finditer(text.words))):
        answers = list(_ANSWER.finditer(text.words, asked.end(), asked.end() + _NEAR))
        for found in reversed(answers if len(answers) > 1 else ()):
            answer = found["word"] or found["said"]
            no = "not " if _NO.search(answer) else ""
            text = text.put(found.start(), found.end(), f"{found['key']} if {no}{asked['case']}")
        led = _LED.search(text.words, max(asked.start() - _NEAR, 0), asked.start()) if len(answers) > 1 else None
        if led is not None:
            text = text.put(led.start(), asked.end() + 1, f"After pressing {led['key']} you hear:")
    return block if text is block.text else block._replace(text=text)

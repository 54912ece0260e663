"""Labels with which paragraphs and items begin, as short sentences without a verb: `Lost property. Ring us ...`."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.titles import PLAIN_TITLE
from ivr.prose.topic_words import clean

_LABEL: Final = re.compile(r"\W{0,4}([^\W\d][^.:;!?|\d]{2,45})\.[*_]*\s+(?=[\W_]*[A-ZÀ-ÖØ-Þ])")
_MOST_WORDS: Final = 6
_SENTENCE: Final = AnyCase(
    r"\b(?:is|are|was|were|can|could|will|may|must|should|has|have|had|do|does|did|don[’']t|we|you|i|it|they|he|she"
    r"|there|here|this|that|please|call|ring|press|dial|see|use|visit|go|come|get|let|keep|wait|listen|leave|ask|stop"
    r"|remember|yes|no|not|sure|sorry|thanks?|thank|hello|hi|dear|ok|all|same|open|closed|free|new|now|today|again|only"
    r"|soll\w*|ist|sind|wird|werden|kann|k[oö]nnen|sie|wir|ihr|es|bitte|nein|ja|nicht|hay|son|est[aá]n?|puede\w*|llame"
    r"|se|le|les|no|s[ií]|claro|gracias|est|sont|peut|peuvent|vous|nous|il|elle|on|oui|non|merci|appelez|call(?:s|ers?)"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|street|road|avenue|mr|mrs|dr|st|page|ltd|inc)\b"
)
"""What makes a sentence of words, or an address, and no label."""


def run_in_label(words: str, end: int) -> str:
    """Give the label with which a block begins, where it stands before a place in it; nothing where there is none."""
    found = _LABEL.match(words)
    if found is None or found.end() > end + 1 or len(found[1].split()) > _MOST_WORDS or _SENTENCE.search(found[1]):
        return ""
    return "" if PLAIN_TITLE.match(found[1]) else clean(found[1])

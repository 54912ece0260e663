"""What a document is about, by its first words and the line below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose import guards
from ivr.prose.block import HEADING, PARAGRAPH, Block
from ivr.prose.explicit import is_explicit
from ivr.prose.phones import NUMBERED

_LONGEST_TITLE: Final = 120
_FIRST_BLOCKS: Final = 7
_ASIDE: Final = re.compile(r" \([^()]*\)$")
"""What stands in brackets behind a title: where the sheet hangs, for whom it is."""


_CHANGELOG: Final = re.compile(r"\W*change ?log\W*$", re.IGNORECASE)


def about_of(first: str, *, numbered: bool) -> str:
    """Name what the first words of a document say that it is about; a line that gives a number says less of that."""
    about = guards.about_something_else(first) if len(first) < _LONGEST_TITLE else ""
    about = about and guards.about_something_else(_ASIDE.sub("", first))
    if about == "pbx" and is_explicit(first):
        return ""
    if _CHANGELOG.match(first):
        return "screen"
    plain = about in {"meeting", "pbx", "voicemail", "agents"} or guards.speaks_of_places(first)
    return about if plain or not numbered else ""


_SUBJECT: Final = re.compile(r"(?:subject|re|betreff|betr\.|objet|asunto): *", re.IGNORECASE)
_SUBTITLED: Final = frozenset(("voicemail", "meeting", "entry", "pbx", "text"))
"""What a line below the title tells plainly enough; a thing may be named there for many reasons."""


def about_below(blocks: Sequence[Block]) -> str:
    """Name what the line below a document's first says that it is about: the subject of a letter, a second title."""
    for block in blocks[:_FIRST_BLOCKS]:
        if subject := _SUBJECT.match(block.words):
            return about_of(block.words[subject.end() :], numbered=False)
    if [block.kind for block in blocks[:2]] != [HEADING, PARAGRAPH]:
        return ""
    second = blocks[1].words.rstrip()
    if len(second) > _SHORT_TITLE or is_explicit(second) or NUMBERED.search(second) or second[-1:] in ".!?:":
        return ""
    about = about_of(second, numbered=False)
    return about if about in _SUBTITLED else ""


_SHORT_TITLE: Final = 70

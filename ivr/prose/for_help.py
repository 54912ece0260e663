"""Numbers that stand behind the keys of a thing, for those who need help with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose import hints
from ivr.prose.anycase import AnyCase
from ivr.prose.phones import Phone
from ivr.prose.tokens import Sentence


def is_only_for_help(text: str, phones: Sequence[Phone], sentence: Sentence, titles: str) -> bool:
    """Whether all numbers of a block come in later sentences than a key, and are called when a thing fails.

    `Press 1 to collect, 2 to send. Stuck? 555-0100`; or what stands before the key, or the titles, tell of a thing.
    """
    if not phones or phones[0].start < sentence.end:
        return False
    between = text[sentence.end : phones[0].start]
    return _FOR_HELP.search(between) or hints.speaks_of_things(f"{titles} {text[: sentence.start]}")


_FOR_HELP: Final = AnyCase(
    r"\b(?:stuck|broken|problems?|trouble|faulty|jammed|lost|out of (?:order|service)|not working|does ?n[o'’]t work"
    r"|need help|d[eé]fekt|kaputt|probleme?|st[oö]rung|en panne|bloqu[eé]e?|averiad[oa]|problemas"
    r"|ayuda)\b[^.?!]{0,30}\?"
    r"|[.!?)]\W*(?:for|in case of|bei|en cas de|en caso de|pour|para) "
    r"(?:help|problems?|faults?|trouble|breakdowns?|repairs?|support|service|problemen|st[oö]rungen|panne|aver[ií]a)\b"
    r"|\b(?:if|when|wenn|si) (?:it|the machine|the screen|die maschine|la machine|la m[aá]quina) "
    r"|\b(?:road|break)[a-z]* (?:help|assistance)\b"
)
"""What leads to the number of those who help with a thing."""

"""Numbers that a recording, or a page, sends its callers to: they have none of the keys that are told beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.phones import VOICE, Phone

ELSEWHERE: Final = "elsewhere"
"""The use of a number that callers are sent to: it has none of the keys that are told beside it."""


def sent_elsewhere(blocks: Sequence[Block], phones: Sequence[tuple[Phone, ...]]) -> list[tuple[Phone, ...]]:
    """Mark the numbers that callers are told to hang up and call, where a document has another one, too."""
    marked = [
        tuple(
            one._replace(use=ELSEWHERE) if one.use == VOICE and _is_sent_to(block.words, one.start) else one
            for one in here
        )
        for block, here in zip(blocks, phones, strict=True)
    ]
    away = {one.e164 for here in marked for one in here if one.use == ELSEWHERE}
    left = {one.e164 for here in marked for one in here if one.use == VOICE} - away
    return marked if away and left else list(phones)


def with_menus(words: str, phones: Sequence[Phone]) -> tuple[Phone, ...]:
    """Leave out the numbers of which a block says that they have no menu: no keys told below it are theirs."""
    return tuple(one for one in phones if not _NO_MENU.match(words[one.start : one.start + _SOMEWHAT_BEHIND]))


def _is_sent_to(words: str, at: int) -> bool:
    """Whether the words before a number have callers hang up, or are those of a recording, and call it."""
    before = words[max(at - _SHORTLY_BEFORE, 0) : at]
    if _HANG_UP.search(before) or _TRANSFERRED.search(before):
        return True
    greeted = _GREETING.search(words[max(at - _SOMEWHAT_BEFORE, 0) : at])
    return greeted and not _REACHED.search(words[max(at - _NEAR, 0) : at])


_HANG_UP: Final = AnyCase(
    r"\bhang up(?: now| immediately)?,? (?:and|then) (?:call|dial|ring|contact)\b|\braccrochez et (?:appelez"
    r"|composez)\b"
    r"|\bcuelgue y\b|\blegen sie auf und\b"
)
_TRANSFERRED: Final = AnyCase(
    r"(?:[0-9*#]|\b(?:press|option|key|one|two|three|four|five|six|seven|eight|nine|zero)\b)[^.;]{0,70}"
    r"\b(?:transfer(?:s|red|ring)?(?: (?:you|them|callers))?(?: to)?|forward(?:s|ed) to|divert(?:s|ed) to|rings"
    r"|redirect(?:s|ed) to|(?:is|are) put through to)"
    r"(?: (?:the|our|an?|on|at|through|to) ?[^.;,()\d]{0,30})?\W{0,4}$"
)
"""What says of a number that a key's callers are put through to it: `3 to be transferred to our warehouse at`."""
_GREETING: Final = AnyCase(
    r"\b(?:thank you for calling|thanks for calling|you(?:['’]ve| have) reached|gracias por llamar"
    r"|merci d['’](?:avoir )?appel"
    r"|danke f[uü]r ihren anruf|willkommen bei)\b"
)
"""How a recording greets those who have called already."""
_REACHED: Final = AnyCase(r"\b(?:reached|calling|at|is|llamar a[l]?|appel\w*)\W*$")
"""What stands before the number of the recording itself."""
_NO_MENU: Final = AnyCase(
    r"[+(]?\d[\d ().-]{5,18}\d\)?(?: ?\([^()]{2,30}\)| is answered by a (?:real |live )?person)?["
    r" ,.;:)–—-]{1,3}(?:(?:there(?:['’]s| is)|it has"
    r"|has|with) )?(?:no (?:phone |recorded |automated )?(?:menus?|buttons|keys|recording|robots?)\b|a (?:real |live"
    r" )?person answers"
    r"|(?:and )?no options\b)"
)
"""A number, and that it has no menu: `555-0160. No menu, a person answers`."""
_SOMEWHAT_BEHIND: Final = 90
_SHORTLY_BEFORE: Final = 80
_SOMEWHAT_BEFORE: Final = 400
_NEAR: Final = 16

"""Keys that those press who answer calls, and not those who make them: `When the caller wants to pay, press 5`."""

from __future__ import annotations

from typing import Final

from ivr.prose.anycase import AnyCase

_CALLERS: Final = r"(?:callers?|customers?|guests?|patients?|visitors?|clients?|drivers?|residents?|parents?)"
AGENTS: Final = AnyCase(
    rf"\b(?:when|if|once|as soon as) (?:the|an?) {_CALLERS}\b[^.,;:]{{2,50}}, (?:please |you (?:can )?|then )?"
    r"(?:press|hit|push|dial) (?:key |button )?[0-9*#]"
    rf"|\b(?:transfer|come back to|go back to|return to|reconnect|put|mute|merge|conference in|hang up on)"
    rf" (?:the|your) {_CALLERS}\b"
    r"|^(?:to go )?(?:un)?available$|^(?:on )?break$|^after[- ]call(?: work)?$|^(?:un)?avail$"
)
"""What bids somebody press a key who has a caller on the line, as it names that caller; or tells that they are free."""

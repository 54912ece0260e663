"""Words around keys by which they are barred, or are not."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase

ALTERNATIVE: Final = AnyCase(
    r",? or (?:visit|check|write|see|use|answer|e-?mail|fax|chat|text|log|mail|fill|apply|go (?:to|on))\b[^.;]*"
)
"""What callers may do instead of pressing a key: `press 3, or check the list on the back`."""
OR_CALL: Final = re.compile(r"^[^.;]*,? or (?=(?:tele)?phone\b|call\b|ring\b|dial\b)", re.IGNORECASE)
"""What callers may do instead, told first: `Use the app, drop the slip in the box, or telephone 555-0100 and`."""
OR_PHONE: Final = AnyCase(
    r",? or (?:(?:tele)?phone|call|ring|dial)(?: us)?,? and (?:then )?(?:press|choose|select|pick|hit)\b"
)
KEY_ALONE: Final = re.compile(r"[A-Z][^.:;\d]{2,40}: [0-9*#]\.(?!.* \d\.)|(?:To|For) [^.,;\d]{3,40}, [0-9*#][,.]")
"""A paragraph that goes on telling of keys, with as few words as it can: `Propane customers: 5.`"""

OF_NOTE, FEW_WORDS = 12, 24
"""Blocks of a note that may give its number last, and words that are too few to tell what it is about."""
PRESSED: Final = AnyCase(r"\b(?:press|push|hit|puls|oprim|marqu|tapez|appuy|dr[uü]ck)\w*")
"""Requests that choose nothing but a key."""

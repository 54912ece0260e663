"""Words by which steps of a call are told from choices of a menu."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase

DID: Final = AnyCase(
    r"\b(?:(?:exactly|here is|here['’]s|this is) what (?:i|we) (?:did|do|press(?:ed)?)|step by step"
    r"|in this order)\b.{0,20}:$"
)
"""What stands over lines each of which is done after the one before it."""
STEPS_BELOW: Final = AnyCase(
    r"\b(?:then|do this|do the following|(?:these|following) steps|in this order|step by step|luego|puis|dann):\W*$"
)
"""What stands over a list of what callers do in turn."""
CHOICE: Final = re.compile(
    r"(?:for|to|if) [^.;]{2,80}, (?:please )?(?:press|choose|select|dial)\b"
    r"|[^\W\d][^.:;\d]{2,60}?(?: [-–—]|:) (?:press|choose|select|option) ",
    re.IGNORECASE,
)
"""How an item tells of a choice, and not of a step."""
MARK: Final = re.compile(r"^(?:Q\d*|\d{1,2})[.:)] ")
PUT: Final = re.compile(r"Q\d*[.:)] ([^.!?]{3,90})[.!]?$")
COUNTED: Final = re.compile(r"Q\d")
ASKED_OF: Final = re.compile(r"Q[.:)] ")
ANSWER: Final = re.compile(r"A\d*[.:)] ")
"""What somebody tells who asks, and how the answer begins."""
EXPECTED: Final = re.compile(
    r"\W*(?:Expect(?:ed)?(?: result| outcome)?|Erwartet(?:es Ergebnis)?|Soll|Esperado|Resultado esperado|Attendu"
    r"|R[eé]sultat attendu) ?: ?(?!\")([^.|;:\"]{3,60})",
    re.IGNORECASE,
)
"""What a test expects of the key that it has pressed."""

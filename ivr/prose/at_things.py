"""Keys that a sentence has pressed at a place, or on a thing, of any kind: `At the barrier, press 1`, `2 on the post`.

What has keys cannot be listed; what of a call one may be said to press a key at can: its menu, the tone, a number.
"""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase


def is_at_thing(sentence: str, at: int) -> bool:
    """Whether a sentence says of the key whose request stands at `at` that it is pressed at something but a call."""
    before = _AT_FIRST.match(sentence)
    if before is not None and before.end() <= at + _LONGEST_REQUEST and not _OF_CALL.search(before["what"]):
        return True
    behind = _BEHIND.match(sentence, at)
    return behind is not None and not _OF_CALL.search(behind["what"])


_LONGEST_REQUEST: Final = 12
_WHAT: Final = r"(?:the|our|your|an?|each|every|any) (?P<what>(?!(?:of|for|to|if|and|or)\b)[\w'’-]+"
_AT_FIRST: Final = re.compile(
    rf"\W*(?:then |and )?(?:at|on) {_WHAT}(?: [\w'’-]+){{0,3}}?),? (?:please |just |you (?:can |may |must )?)?"
    r"(?:press|push|hit|select|choose|enter)\b",
    re.IGNORECASE,
)
"""Where a sentence that begins with that says that something is pressed."""
_BEHIND: Final = re.compile(
    r"\W*(?:(?:press|push|hit|select|choose|enter|tap) )?(?:key |button |option |number |the )?[\"“'*]{0,2}[0-9*#]"
    rf"[\"”'*]{{0,2}} (?:on|at) {_WHAT}"
    r"(?: (?!(?:for|to|if|and|or|when|until|once|which|that|from|in|by|so)\b)[\w'’-]+){0,3})",
    re.IGNORECASE,
)
"""Where a key is pressed, right behind it."""
_OF_CALL: Final = AnyCase(
    r"\b(?:(?:tele|free)?(?:phone|fone)s?|mobile|cell|numbers?|(?:free|hot|help|info)?-?lines?|(?:sub-?)?menus?|prompts?"
    r"|greetings?|messages?|recordings?|announcements?|tones?|beeps?|sound|starts?|ends?|beginning|outset|opening"
    r"|first|second|third|next|last|top|other|same|real|points?|times?|moment|stages?|steps?|levels?|questions?|voices?"
    r"|robot|(?:tele\w+ )?system|ivr|attendant|tree|key ?pads?|dial ?pads?|touch ?pads?|call|calls|switchboard"
    r"|weekends?|(?:week|holi|\w{3,6})?days?|nights?|hours?|evenings?|mornings?|afternoons?|way|side|lists?|options?"
    r"|choices?|selection|tape|intro\w*|welcome|pause|version|ring|branch|office|site|clinic|surgery|campus|desk)\b"
)
"""What of a call a key is pressed at, or when; and the places of which a menu has a key for each."""

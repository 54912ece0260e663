"""Ways to tell of keys without asking for them, put as requests: what callers have, how a key is called, who answers.

`Callers now have 1 for billing, 2 for the rest`, `press 2, which they read out as "damaged items"`, `press 0 and Kim
will pick up if she is in`.
"""

from __future__ import annotations

import re
from typing import Final

KEY: Final = r"(?:[0-9*#](?![\w.,:]*\d)|(?:zero|one|two|three|four|five|six|seven|eight|nine|star|hash)\b)"
OPTION: Final = r"(?:the )?(?:option |key |number |press )?"
_CALLERS: Final = r"(?:callers?|customers?|members?|patients?|clients?|residents?)"
_NOW: Final = r"(?:now|currently|today)"
_HAVE: Final = r"(?:have|has|get|gets|hear|hears|see|find|are offered|are given)"
_NAMED: Final = (
    r"(?:call(?:s|ed)?|label(?:s|led|ed)?|nam(?:es?|ed)|read(?:s)?(?: out| aloud)?|announce[sd]?|describe[sd]?"
    r"|list(?:s|ed)?|says?|introduce[sd]?|billed|shown|known)"
)

TELLINGS: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]] = (
    (
        (" have", " has", " get", " hear", " see", " find", " offered", " given"),
        re.compile(
            rf"(?P<who>\b(?:{_CALLERS}(?: {_NOW})?|(?:you|they|we|people) {_NOW})(?: (?:still|will))?) {_HAVE}"
            rf"(?: {_NOW})?:? "
            r"(?=[0-9] (?:for|to) [^.;:\d]{3,80}?(?:,|;| and| or) (?:and |or )?[0-9*#] (?:for|to)\b)",
            re.IGNORECASE,
        ),
        r"\g<who> press ",
    ),
    (
        ('"', "“"),
        re.compile(
            r"(?P<key>(?:^|(?<=[.;!?:] ))(?:then |now |so |instead |just )?(?:press|hit|push|choose|pick|select|dial) "
            r"[^.;:!?\"“()]{0,24}?[0-9*#])(?:,? (?:which|that|and) |,? ?[(–—-] ?(?:which |that )?|, )"
            r"(?:(?:the|their|its|a) [\w-]+ |they |it |she |he |you |is |are |gets )?(?:is |are |has |have )?"
            rf"{_NAMED}(?: it| this| that| out)?(?: as| for)?:? "
            r"[\"“](?P<topic>[^\"”\n]{3,60}?)(?P<end>[.,]?)[\"”]\)?",
            re.IGNORECASE,
        ),
        r"\g<key> for \g<topic>\g<end>",
    ),
    (
        (" pick", " answer", " help", " will"),
        re.compile(
            r"(?P<said>\b(?:and|,) [^.;,:\d]{2,40}?(?: will|['’]ll) (?:pick up|answer|help|take (?:it|your call)|be"
            r" there|come on)(?: the phone)?),? (?:if|when|whenever|as long as|provided) (?:he|she|they|we|it"
            r"|there|the|any|some|not|free)[^.;,:\d]{2,60}",
            re.IGNORECASE,
        ),
        r"\g<said>",
    ),
    (
        ('ay "', "ay “"),
        re.compile(
            r"(?:^|(?<=[.!?;] )|(?<=can )|(?<=may )|(?<=just ))say "
            r"(?P<mark>[\"“])(?P<said>[^\W\d][^\"“”\d]{2,40}?)[,.]?[\"”](?P<when> at any (?:time|point))?,? or "
            rf"(?:press|dial|hit|push) (?P<key>{KEY})(?P<also> at any (?:time|point))?(?=[.;]|$)",
            re.IGNORECASE,
        ),
        r"press \g<key> for \g<mark>\g<said>\g<mark>\g<when>\g<also>",
    ),
    (
        (" be ",),
        re.compile(
            rf"(?P<asks>\b(?:press|dial|choose|select) {OPTION}{KEY}) (?:and|to)"
            r" (?:you(?:['’]ll| will) )?be "
            r"(?:put|connected|transferred|taken)(?: (?:straight|right|directly|through))* to (?=(?:an?|our|the) )",
            re.IGNORECASE,
        ),
        r"\g<asks> for ",
    ),
)
"""Words without which there is no such way, the way, and the request that stands for it."""

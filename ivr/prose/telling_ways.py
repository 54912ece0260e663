"""Ways to tell of keys without asking for them, put as requests: what callers have, how a key is called, who answers.

`Callers now have 1 for billing, 2 for the rest`, `press 2, which they read out as "damaged items"`, `press 0 and Kim
will pick up if she is in`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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

_RAISED: Final = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")
"""Small raised digits, which nothing takes for keys: the keys behind each of which one menu comes."""


def _raised(found: re.Match[str]) -> str:
    return f"{found['lead']}{found['keys'].translate(_RAISED)}"


TELLINGS: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
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
    (
        (" or ", " and ", " o ", " y ", " ou ", " et ", " oder ", " und "),
        re.compile(
            r"(?P<lead>\b(?:after|once|when|if|behind|under|tras|si|cuando|apr[eè]s|derri[eè]re|nach|hinter|unter|wenn)"
            r" (?:(?:you|they|callers|people|vous|sie)(?:['’]ve| have)? )?(?:(?:pick|press|choose|select|hit|push|chose"
            r"|chosen|picked|pressing|pressed|choosing|selecting|pulsar|marcar|tapez) )?"
            r"(?:(?:the|options?|keys?|either|both|die|le|el) ){0,2})"
            r"(?P<keys>[1-9](?:, [1-9])*,? (?:or|and|o|y|ou|et|oder|und) [1-9])(?![\w.:/-]|,\d)(?! (?:for|to|if|is"
            r"|are|=|para|pour|f[uü]r|p\.?m|a\.?m|hours?|days?|rings?|minutes?))",
            re.IGNORECASE,
        ),
        _raised,
    ),
    (
        (" there ", " menu "),
        re.compile(
            r"(?:^|(?<=[.;!?()] ))(?:the )?(?P<said>[0-9*#] (?:(?:in )?there|in (?:this|that)(?: [a-z]{3,8})? menu)"
            r" (?:is|was|gets|takes|goes|leads|puts|reaches|connects|brings)\b(?! (?:an?|no)\b))",
            re.IGNORECASE,
        ),
        r"Option \g<said>",
    ),
    (
        ("wait", "pause", "hold on"),
        re.compile(
            r"(?P<a>(?<![\w.,:$-])[0-9*#]),? ?\(?(?:and |then )?(?:wait|pause|hold on)(?: [^,;.()\d]{1,40})?\)?,? ?"
            r"(?:(?:and|then),? )*(?P<b>[0-9*#])(?![\w.,:/-]*\d)(?: again| once more)?",
            re.IGNORECASE,
        ),
        r"\g<a>, then \g<b>",
    ),
)
"""Words without which there is no such way, the way, and the request that stands for it."""

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


_IT_IS: Final = r"(?:it['’]s|it is|it was|that['’]s|you(?:['’]ll)? want|you need)"
"""What is said before a key that somebody names as the right one."""

_NUMBER: Final = r"\d[\d ().-]{5,16}\d"
_NO_LABEL: Final = (
    r"(?!(?:option|key|then|and|or|press|dial|choose|select|followed|after|suite|floor|level|room|unit|apt|ext|extension"
    r"|page|chapter|gate|platform|track|door|bus|route|mon|tue|wed|thu|fri|sat|sun|opci[oó]n|luego|despu[eé]s|puis"
    r"|touche|dann|taste|poste|apartado|piso|puerta|zimmer|etage|stock|durchwahl|apparat|int|interno)\b)"
)
_PAIR: Final = rf"{_NO_LABEL}[^\W\d][^\W\d'’&/-]*(?: [^\W\d][^\W\d'’&/-]*){{0,3}} [0-9](?![\w:%/-]|[.,]\d| [ap]\.?m)"
_PAIRS: Final = re.compile(r"(?P<topic>[^\W\d][^\d,;]*) (?P<key>[0-9])")


def _asked_each(found: re.Match[str]) -> str:
    """Ask for each of the keys that follow a number: `312-555-0170: tickets 3, rooms 4`."""
    pairs = [(one["topic"].removeprefix("and "), one["key"]) for one in _PAIRS.finditer(found["pairs"])]
    asked = ", ".join(f"press {key} for {topic}" for topic, key in pairs)
    return f"{found['number']}{found['gap']}{asked}"


Telling = tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]]

TELLINGS: Final[tuple[Telling, ...]] = (
    (
        ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        re.compile(
            rf"(?P<number>{_NUMBER}\)?)(?P<gap>: | \(| [–—-] |, )"
            rf"(?P<pairs>{_PAIR}(?:(?:,|;|,? and|,? und|,? et|,? y) {_PAIR}){{1,8}})(?=[.;)]|$)"
        ),
        _asked_each,
    ),
    (("…", "..."), re.compile(r"(?<=[\w)]) ?(?:…+|\.{3,}) ?(?=\(?\+?\d[\d ()-]{5,})"), ": "),
    (
        (" dann ",),
        re.compile(
            rf"(?P<case>(?:^|(?<=[.!?;:] ))[^.!?;:\d]{{6,90}}), dann (?:bitte |einfach |nur )*die (?P<key>{KEY})"
            r"(?=[.,;:)]|$)",
            re.IGNORECASE,
        ),
        r"\g<case>, drücken Sie die \g<key>",
    ),
    (
        ("eht es um ",),
        re.compile(rf"\bgeht es (?:ihnen |dir |euch )?um (?=[^.;:]{{3,60}}, [^.;:]{{0,30}}{KEY})", re.IGNORECASE),
        "für ",
    ),
    (
        ("hat die ", "haben die "),
        re.compile(rf",? ?(?:und )?(?:die |der |das )?\b(?:hat|haben) die (?P<key>{KEY})(?=[.;:)]|$)", re.IGNORECASE),
        r" ist die \g<key>",
    ),
    (
        ("Là, ", "Là-bas, ", "là, ", "là-bas, "),
        re.compile(r"\blà(?:-bas)?, (?=c['’]est|faites|tapez|appuyez|composez|il faut|vous)", re.IGNORECASE),
        "",
    ),
    (
        ("donc le ", "donc la "),
        re.compile(rf", donc (?:le|la) (?P<key>{KEY})(?=[.,;:)]|$)", re.IGNORECASE),
        r", tapez \g<key>",
    ),
    (
        ("day or night", "night or day", "day and night", "any hour", "the clock"),
        re.compile(
            r", (?:day (?:or|and) night|night or day|at any hour|(?:a)?round the clock),?"
            r"(?= (?:that['’]s|it['’]s|that is|it is|press|dial|option|choose)\b)",
            re.IGNORECASE,
        ),
        ",",
    ),
    (
        (" want", " need", " after", "t's ", "t’s ", "It is ", "it is ", "It was ", "it was "),
        re.compile(
            rf"\b{_IT_IS} (?:option |number |key |button )?(?P<key>{KEY})(?: (?:that )?you(?:['’]re| are)? "
            r"(?:want|need|after)\b| you(?:['’]ll)? (?:want|need)\b)"
            rf"|(?:^|(?<=[.!?] ))(?:it['’]s|it is|it was) (?:option |number |key |button )?(?P<first>{KEY})"
            r"(?= (?:for|if you)\b)(?! for (?:the price|\d|[$£€]|now|a while|sure"
            r"|\w+ (?:minutes|hours|days|weeks|months|years)))",
            re.IGNORECASE,
        ),
        lambda found: f"press {found['key'] or found['first']}",
    ),
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

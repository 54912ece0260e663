"""The roundabout ways to ask for a key, and to say which one was pressed before, each with its plain request."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ivr.prose.line_ways import LINE_WAYS
from ivr.prose.placing_ways import PLACINGS
from ivr.prose.pressing_ways import PRESSING
from ivr.prose.telling_ways import KEY, OPTION, TELLINGS

_CHOOSING: Final = r"(?:choos|chose|select|pick|press|t[ao]k|opt|go(?:ne)? for)\w*(?: for)?"
_NAME: Final = r"(?:[^\W\d][^\s.,;:()\d]*[ ]){1,6}?"
_IS_KEY: Final = rf"(?P<key>{KEY})"
_IN_TURN: Final = (
    r"(?:one (?:right )?after (?:the other|another)|one by one|in (?:that|this) order|in (?:turn|sequence|a row)"
    r"|nacheinander|un[oa] tras otr[oa]|l['’]une? apr[eè]s l['’]autre)\b"
)
_TURNS: Final = (
    *("one after", "one right after", "one by one", "in that order", "in this order", "in turn", "in sequence"),
    *("in a row", "nacheinander", "tras otr", "après l", "apres l"),
)
"""Words one of which says so."""
_ENDINGS: Final = (*"0123456789*#", "ro", "ne", "wo", "ee", "ur", "ve", "ix", "en", "ht", "ar", "sh")
"""How all that may be a key ends: its digit or sign, or the end of its name."""
_KEYS_IN_BRACKETS: Final = tuple(f"{end})" for end in _ENDINGS)
_BRACKETS_BEHIND_KEYS: Final = tuple(f"{end} (" for end in _ENDINGS)
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")


def _ordinal(found: re.Match[str]) -> str:
    """Put an option that is counted as one by its key: `choose the first option`."""
    return f"{found['asked'].removesuffix('the ')}option {_ORDINALS.index(found['first'].lower()) + 1}"


Way = tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]]

WAYS: Final[tuple[Way, ...]] = (
    (
        ("you go", "you went", "you opt", "you take"),
        re.compile(
            rf"\b(?P<when>(?:if|when|once|after) you) (?:go with|go for|went with|went for|opt for"
            rf"|take) (?=(?:option )?{KEY}[, ])",
            re.IGNORECASE,
        ),
        r"\g<when> press ",
    ),
    (
        ("sk for", "sks for", "ing for", "pt for", "mp for", "st for"),
        re.compile(
            rf"\b(?:ask|asking|asks|opt|opting|plump|request|requesting) for (?:the )?(?:option|key|number) (?={KEY})"
            rf"|(?<=\b(?:then|ease) )(?:opt|plump) for (?={KEY}(?: (?:for|to|if)\b|[.,;]))"
            rf"|(?<=[.,] )(?:opt|plump) for (?={KEY} (?:for|to|if)\b)",
            re.IGNORECASE,
        ),
        "choose option ",
    ),
    (
        ("(it", "(that", "(this"),
        re.compile(
            rf"(?<=[^\W\d][\"”'’ ])\((?:it|that|this)(?:['’]s| is| will be|['’]ll be) (?:now )?"
            rf"(?:(?:option|number|key) )?(?P<key>{KEY})(?: again)?(?=\))",
            re.IGNORECASE,
        ),
        r"(press \g<key>",
    ),
    (
        ("say ", "Say "),
        re.compile(
            r"\b(?:(?:either|just|you can) )?say (?:it|so|that|this),? or "
            r"(?=(?:just |simply )?(?:press|hit|push|key|dial|touch)\b)",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        ("should",),
        re.compile(
            r"(?<=[0-9*#]),? should (?=(?:you|your|anyone|anybody) [^\W\d])(?!you (?:then |still )?(?:hear|get))",
            re.IGNORECASE,
        ),
        " if ",
    ),
    (
        _KEYS_IN_BRACKETS,
        re.compile(
            rf"(?P<chosen>\b(?:if|when|once|after|where|having|who)\b (?:[^\W\d]\S* ){{0,3}}?{_CHOOSING})"
            rf" {_NAME}\({OPTION}(?P<key>{KEY})\)",
            re.IGNORECASE,
        ),
        r"\g<chosen> \g<key>",
    ),
    (
        _BRACKETS_BEHIND_KEYS,
        re.compile(
            rf"(?P<chosen>\b(?:if|when|once|after|where|having|who)\b (?:[^\W\d][^\s,]* ){{0,3}}?{_CHOOSING})"
            rf" {OPTION}(?P<key>{KEY}) \([^()\d]{{3,40}}\)",
            re.IGNORECASE,
        ),
        r"\g<chosen> \g<key>",
    ),
    (
        _KEYS_IN_BRACKETS,
        re.compile(
            r"(?P<chosen>\b(?:si|cuando|tras|despu[eé]s de|una vez que|al) (?:[^\W\d]+ ){0,2}?"
            r"(?:elig|eleg|elij|escog|escoj|seleccion|marc|puls|oprim|presion)\w+)"
            rf" {_NAME}\((?:opci[oó]n |tecla )?(?P<key>{KEY})\)",
            re.IGNORECASE,
        ),
        r"\g<chosen> la opción \g<key>",
    ),
    (
        _KEYS_IN_BRACKETS,
        re.compile(
            rf"\b(?P<si>si) vous (?:choisissez|s[eé]lectionnez|prenez) {_NAME}\((?:touche |choix )?(?P<key>{KEY})\)",
            re.IGNORECASE,
        ),
        r"\g<si> vous faites le \g<key>",
    ),
    (
        (" Sie ",),
        re.compile(
            r"\b(?:wenn sie (?:die |taste |option ){0,2}(?P<a>[0-9*#])(?: \([^()\d]{3,40}\))? (?:gew[aä]hlt"
            r"|gedr[uü]ckt) haben"
            r"|haben sie (?:die |taste |option ){0,2}(?P<b>[0-9*#]) (?:gew[aä]hlt|gedr[uü]ckt)"
            r"|(?:nach|bei) (?:(?:(?:aus)?wahl|dr[uü]cken|eingabe) )?(?:der |von |taste "
            r"|option ){1,2}(?P<c>[0-9*#])),? "
            r"(?P<asked>(?:dr[uü]cken|w[aä]hlen) sie)(?: dann| bitte)?",
            re.IGNORECASE,
        ),
        r"Wenn Sie die \g<a>\g<b>\g<c> wählen, \g<asked> danach",
    ),
    (
        ("asked",),
        re.compile(
            rf"(?:(?<=[.!?] )|^)[^\W\d][^.:;()]{{2,50}} \({OPTION}(?P<key>{KEY})\) (?:are|is|will be|get) "
            r"(?:then |next )?asked\b[^.:;]{0,50}:",
            re.IGNORECASE,
        ),
        r"After pressing \g<key> you hear:",
    ),
    (
        ("asked", "hear", "offered", "given", "get "),
        re.compile(
            rf"(?:(?<=[.!?;] )|^)(?:those|people|callers|customers|anyone|everyone|whoever|tenants|members|patients)"
            rf"(?: who| that)? {_CHOOSING} {OPTION}(?P<key>{KEY}),? (?:are|is|will be|get|gets|hear|hears"
            rf"|will hear|must)"
            r"\b[^.:;\d]{0,60}:",
            re.IGNORECASE,
        ),
        r"After pressing \g<key> you hear:",
    ),
    (
        ("?",),
        re.compile(
            rf"\b(?:chose|pressed|picked|selected) {OPTION}(?P<key>{KEY})\?(?: (?:next|then|now),?)?(?= [^\W\d])",
            re.IGNORECASE,
        ),
        r"After pressing \g<key>,",
    ),
    (
        ("fter ",),
        re.compile(
            rf"\b(?P<after>after) (?:the )?(?:key |option )?(?P<key>{KEY}),? (?:she|he|it|they|the (?:recording|system"
            r"|voice|machine|robot|computer))(?:['’]ll| will)? asks?\b[^.:;?!\d]{0,40}:(?: it['’]s)?",
            re.IGNORECASE,
        ),
        r"\g<after> pressing \g<key> you hear:",
    ),
    (
        ("e all ", "e both ", "e also ", "e each ", "is all ", "is both ", "is also ", "is each "),
        re.compile(
            rf"(?P<are>[^\W\d]{{3,}} (?:are|is)) (?:all|both|also|each)(?= (?:on|under|behind"
            rf"|with) (?:the )?{KEY}(?:[.,;)]|$))",
            re.IGNORECASE,
        ),
        r"\g<are>",
    ),
    (
        ("?",),
        re.compile(
            rf"(?P<said>(?:{KEY} (?:is|was|are|does|gets you) [^.!?;\d]{{3,40}}|[^\W\d][^.!?;\d]{{3,40}} (?:is|are)"
            rf" (?:on )?{KEY})),"
            r" (?:isn|wasn|aren|doesn|don|right|innit)(?:['’]t (?:it|they|you))?\?",
            re.IGNORECASE,
        ),
        r"\g<said>.",
    ),
    (
        (", the one", ", which is the one", ", the option", ", the choice"),
        re.compile(
            rf"(?P<key>{KEY})(?: (?:in|on|from|at) (?:the|that|this) (?:[^\W\d]+ ){{0,2}}menu)?, (?:which is )?the"
            rf" (?:one|option|choice)"
            r" (?:(?:that|which) (?:says|reads|is (?:for|called|about))|for|called|marked|labell?ed|about|saying) ",
            re.IGNORECASE,
        ),
        r"\g<key> for ",
    ),
    (
        ("med from", "ged from", "ded from", "led from"),
        re.compile(
            rf"(?P<key>\b(?:option |key |choice )?{KEY}),? (?:(?:has been|was|is|got|now) )*(?:renamed|changed"
            rf"|reworded|relabell?ed|retitled)"
            r" from (?:[\"“][^\"“”\d]{2,50}[\"”]|[^\W\d][^,.;:\"“”\d]{2,40}?) to (?=[\"“]?[^\W\d])",
            re.IGNORECASE,
        ),
        r"\g<key>: ",
    ),
    (
        (" like", "so on", "so forth", "suchlike"),
        re.compile(
            r",? (?:and|or) (?:the like|such ?like|so on|so forth|things like that|that (?:sort|kind) of thing)"
            r"(?=,? (?:is|are|go|goes|use|press|live|sit|stay)\b| [–—-] | ?[:=(])",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        (". That", ". It", ". This"),
        re.compile(
            rf"(?P<asked>(?:\b(?:press|hit|push|dial|pick|choose|select|go|then|and|option|do)|[0-9*#],) {KEY})"
            r"(?: again)?\. (?:that|it|this)(?P<is>(?:['’]s| is) (?:the|our|an?) [^\W\d][^.;:!?\d]{2,40}[.!;]"
            r"|(?:['’]s| is)"
            r" the [^\W\d][^.;:!?\d]{2,30},)",
            re.IGNORECASE,
        ),
        r"\g<asked>, that\g<is>",
    ),
    (
        ("isn't ", "isn’t ", " is not ", " is no longer ", "ain't ", "ain’t "),
        re.compile(
            rf"(?:the )?(?:option |key |number )?{KEY} (?:isn['’]t|is not|is no longer|ain['’]t)"
            rf" (?P<topic>[^.,;:!?\d]{{3,40}}?)(?: for me)?"
            rf"(?: any ?more| any longer| now)?[,;–—]+ ?(?:it|that)(?:['’]s| is)(?: now)? (?P<key>{KEY})(?=[.,;)]|$)",
            re.IGNORECASE,
        ),
        r"\g<topic> is now \g<key>",
    ),
    (
        (", that", ", it"),
        re.compile(
            rf"(?<=[^\W\d]{{3}})(?<!more), (?:that|it)(?:['’]s| is| would be) (?={KEY}(?:[.,;)]|$))", re.IGNORECASE
        ),
        ", press ",
    ),
    (
        ("rom there",),
        re.compile(rf"(?:(?<=[.!?] )|^)From there,? (?={KEY} (?:is|gets|takes|goes)\b)", re.IGNORECASE),
        "Then ",
    ),
    (
        ("ny of ",),
        re.compile(
            rf"\bany (?:one )?of (?:the )?(?:keys |options |numbers )?(?=(?:{KEY}(?:, | or | and |, or )){{1,4}}{KEY}"
            r" (?:will|gets?|takes?|brings?|is|are|goes|reaches|for|to|connects?)\b)",
            re.IGNORECASE,
        ),
        "Options ",
    ),
    (
        (" option", " choice", " selection"),
        re.compile(
            r"(?P<asked>\b(?:choose|select|pick|take|press|opt for|go for|want) the )(?P<first>first|second|third"
            r"|fourth|fifth|sixth)"
            r" (?:menu )?(?:option|choice|selection)\b(?=[.;)]|,(?! which\b)| (?:for|if|to|and|when|from|on)\b|$)",
            re.IGNORECASE,
        ),
        _ordinal,
    ),
    (
        ("used to be", " was ", " were ", "ormerly", "reviously", "antes ", "früher", "anciennement"),
        re.compile(
            r"(?:,? \((?:it |they |which |that )?|, (?:which |that )?)"
            r"(?:used to be|was|were|formerly|previously|once|antes|fr[uü]her|anciennement)"
            rf"(?: on)? (?:option |key |number |la |el |le |die )?{KEY}(?:\)|,(?= (?:is|are|has|have|will|now)\b))",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        ("formerly", "previously", "which was", "which were"),
        re.compile(
            rf"(?P<key>(?:option|key|number) {KEY}),? \(?(?:formerly|previously|which (?:was|were)(?: for)?) "
            r"[^,;.:()\d]{3,40}[,)](?= (?:now|is|will|has)\b)",
            re.IGNORECASE,
        ),
        r"\g<key>",
    ),
    (
        ("need",),
        re.compile(
            rf"\b(?P<you>you)(?:['’]ll| will| then| now)+ need (?=(?:the )?{KEY} (?:to|for|if)\b)", re.IGNORECASE
        ),
        r"\g<you> will then press ",
    ),
    (
        ("were",),
        re.compile(rf"\b(?P<named>(?:choices|options)) were(?=:? {KEY})", re.IGNORECASE),
        r"\g<named> are",
    ),
    (
        ("then, ", "puis, ", "luego, ", "dann, "),
        re.compile(
            rf"\b(?P<then>then|puis|luego|dann), (?:once|when|after|as soon as|at|quand|apr[eè]s|cuando|wenn|sobald) "
            rf"[^,.;:\d]{{3,50}}, (?=(?:(?:press|choose|hit|select|tapez|pulse|marque) )?{KEY}(?!\w))",
            re.IGNORECASE,
        ),
        r"\g<then> ",
    ),
    (
        ("here",),
        re.compile(r"\b(?P<there>there)['’]s(?= (?:an?|another|one|two|three|more|also)\b)", re.IGNORECASE),
        r"\g<there> is",
    ),
    (
        (", for ", ", e.g", ", say", ", zum ", ", z.", ", z ", ", par ", ", por "),
        re.compile(
            r", (?:for (?:example|instance)|e\.g\.|say|zum beispiel|z\. ?b\.|par exemple|por ejemplo)(?=,)",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        ("any point", "any time", "anytime", "any stage", "any moment"),
        re.compile(
            rf"(?P<asked>\b(?:press|hit|push|dial)(?:ing)? {OPTION}){_IS_KEY}"
            r" (?:at )?any ?(?:point|time|stage|moment)"
            r"(?P<for> (?:=|[-–—]|is|gets?|reaches|connects|brings)\s"
            r"| and\s(?=[^.;,:\d]{2,40}?(?: will|['’]ll) ))",
            re.IGNORECASE,
        ),
        r"At any time, \g<asked>\g<key>\g<for>",
    ),
    (
        (" | ",),
        re.compile(
            r"^(?P<row>[^|:\d]{3,60}(?: \||:) \(?\+?[\d(][\d() .-]{6,18}\d\)?,? "
            rf"\(?(?:press|option|opt\.?|key|select|choose) {KEY}\)?) \| ",
            re.IGNORECASE,
        ),
        r"\g<row>. ",
    ),
    (
        _TURNS,
        re.compile(
            rf"(?P<a>{KEY}), (?:and |then )?(?P<b>{KEY})(?P<then>,? (?:and |then )?)(?P<c>{KEY}),? {_IN_TURN}",
            re.IGNORECASE,
        ),
        r"\g<a> then \g<b> then \g<c>",
    ),
    (
        _TURNS,
        re.compile(rf"(?P<a>{KEY})(?:,| and|, then) (?P<b>{KEY}),? {_IN_TURN}", re.IGNORECASE),
        r"\g<a> then \g<b>",
    ),
    (
        (" by press", " by hitt", " by push", " by dial"),
        re.compile(
            r"(?<!who )\b(?:choose|select|pick|opt for) (?P<what>(?-i:[A-Z])[^\W\d]{3,20}(?: [^\W\d]+)?)"
            rf" by (?:pressing|hitting|pushing|dialling|dialing) {OPTION}"
            rf"(?P<key>{KEY})(?! (?:for|to|if|is)\b|(?: or|,) [0-9]|[^.;]{{0,60}} by (?:press|hitt|push|dial))",
            re.IGNORECASE,
        ),
        r"press \g<key> for \g<what>",
    ),
    (
        (" then ",),
        re.compile(
            r"(?P<said>\b(?:choose|pick|select) (?:the )?[\"“'‘]?[^\W\d][^,.;:\"“”'’()\d]{2,40}?[\"”'’]?,?)"
            rf" (?:and )?then (?=(?:{KEY})(?:[.,;)]|$))",
            re.IGNORECASE,
        ),
        r"\g<said> then press ",
    ),
    (
        ("menu. ", "list. ", "ces. ", "ions. ", "stion. "),
        re.compile(
            r"(?P<said>\b(?:you(?:['’]ll| will)? (?:then |next )?(?:hear|get|have|be (?:given|offered))"
            r"|there(?:['’]s| is| are)) (?:an?|another|one more|two|three|four|some|the)"
            r" (?:(?:second|further|next|short|more|other|new) )?(?:menu|list|set of (?:choices|options)|choices"
            r"|options|submenu|question))\. (?=(?:press|choose|select|pick|dial|hit|push)\b)",
            re.IGNORECASE,
        ),
        r"\g<said>: ",
    ),
    *TELLINGS,
    *PRESSING,
    *PLACINGS,
    *LINE_WAYS,
)
"""Words without which there is no such way, the way, and the request that stands for it."""

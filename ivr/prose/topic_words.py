"""The words of a topic, cut to what tells it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.topic_ends import without_hours, without_number, without_way
from ivr.prose.words import GENERIC


class Topic(NamedTuple):
    """What a key is for, where its words stand in the block, and how they were found.

    `reached` is whom or what the same sentence says that the key reaches.
    """

    words: str
    start: int
    how: str
    reached: str = ""


_SHORTER: Final = AnyCase(
    r"\s*(?:\b(?:instead of|rather than|when prompted|when asked|at any (?:time|point|moment)|any ?time\b|at the "
    r"(?:prompt|main menu|tone|beep)"
    r"|from (?:any|the main|the first|this) menu|from anywhere|after the (?:tone|beep)|as soon as|as of|starting"
    r"|effective"
    r"|en cualquier momento|a tout moment|à tout moment|jederzeit|you now|right now|now|today|right away"
    r"|on your (?:phone|keypad|telephone)(?: keypad)?"
    r"|or (?:stay|hold|wait|remain|say|visit|just|simply)\b.*|o espere\b.*|ou restez\b.*|oder bleiben\b.*)"
    r"|[\s,–—-]+)$",
    re.IGNORECASE,
)

_INSTEAD: Final = AnyCase(
    r"\b(?:instead of|rather than|instead)\b.*$|\s+\((?!s\)).*$"
    r"|(?:,| [–—-]) (?:which |this |it )?(?:rings|goes|forwards|diverts|transfers|routes|rolls) "
    r"(?:through |on |over |straight |you )?to .*$",
    re.IGNORECASE,
)

_WHEN: Final = AnyCase(
    r"\s+(?:on|at|using) (?:that|the|this) same (?:number|line)\b.*$|\s+(?:when|after|while|once"
    r"|by) (?:you )?(?:calling|dialing|dialling|phoning|call|dial)\b.*$",
    re.IGNORECASE,
)

_ABLE: Final = AnyCase(
    r"^[^,.;:]{3,60}?\b(?:can|may) (?!\w+ (?:to|with|about|for)$)(?=(?:request|ask|reach|speak|talk|get|report"
    r"|order|book|pay|check|change|cancel"
    r"|renew)\b)",
    re.IGNORECASE,
)

_OPENERS: Final = AnyCase(
    r"^(?:(?:the )?(?:[\w-]+ ){1,3}(?:wants to know|asks) (?:if|whether)\s+"
    r"|(?:on (?:the|this|that) (?:same )?number,? )?you(?:['’]ll| will| can)? (?:also )?(?:find|reach)|(?:if|si"
    r"|wenn|falls)\s+)?(?:(?:(?:then|next|and|now) )*(?:(?:it|she|he|they)(?:['’]ll| will)?(?: then| next| also)?"
    r" (?:asks?|wants? to know)"
    r"|(?:you|callers)(?:['’]ll| will|['’]re| are)?(?: then| next| be)* asked)(?: (?:you|callers))? (?:(?:if"
    r"|whether) )?"
    r"(?:(?:it|this|that)(?:['’]s| is)|is (?:it|this)|you(?:['’]re| are)|are you)(?: (?:for|about))?"
    r"|(?:it|this)(?:['’]s| is)(?= (?:for|the|your)\b)|you(?:'re|’re| are)?\s+(?:calling|phoning)\s+(?:about"
    r"|regarding|for|to"
    r"|because of)|you(?:'d|’d| would) (?:like(?: to)?|rather(?: have\b| speak to\b(?! us)| talk to\b(?! us))?)"
    r"|you (?:want|wish|need|prefer)(?: to)?(?: ask)?(?: about)?"
    r"|you(?:'ve|’ve| have)(?: got)? (?:a |any )?(?:questions?|queries|query|a problem) (?:about|on|with|regarding)"
    r"|you(?:'ve|’ve| have)(?: had| got)?|you(?:'d|’d) |want(?: to)?|need(?: to)?|looking for|it(?:'s|’s| is"
    r"|(?:'s)?) about|this is about|the trouble is with|the problem is with|usted (?!llama)|desea|quiere|necesita"
    r"|(?:usted )?llama (?:por|para|porque)"
    r"|vous appelez (?:pour|au sujet d[eu]|concernant|parce que)|vous "
    r"(?:souhaitez|voulez|desirez|désirez)"
    r"|sie .{0,60}? möchten$|sie|you )\s+",
    re.IGNORECASE,
)

_LEADING: Final = AnyCase(
    r"^(?:(?:for|to|if|still|about|regarding|re|para|si|por|pour|für|fuer|um|wenn|falls|bei|zum|zur|your|all|the|an?"
    r"|our"
    r"|el|la|los|las|una?|le|les|une?|der|die|das|den|dem|eine?[mnr]?|su|votre|ihre?n?)\b(?!-\w)[\s:]*"
    r"|per (?:l['’]|(?=rumantsch\b))"
    r"|or say\b[\s:]*|(?:¿\s*)?(?:y|et|und|and) (?=(?:para|pour|f[uü]r|for)\b)|[\s,.:;¿–—\-\"'“”‘’«»„(\[=*]+)",
    re.IGNORECASE,
)

_GERMAN_END: Final = AnyCase(
    r"\s+(?:möchten|wollen|haben|wünschen|zu können|(?:ge)?dr[uü]ck(?:en|t)|(?:ge)?w[aä]hl(?:en|t))"
    r"(?:, (?:danach|dann|anschlie(?:ß|ss)end))?$",
    re.IGNORECASE,
)


_JOINING_END: Final = re.compile(
    r",\s+(?:sur|avec|mit|con|[uü]ber|unter|auf|on|at|en|al|au|under)$"
    r"|\s+(?:(?:is|are) (?:now|still|(?:under|on|behind|at)(?: the same)?)"
    r"|(?:is|are) reached with|this is|and|or|y|o|et|ou|und|oder|please"
    r"|bitte|por favor|que|simply|you can|you may"
    r"|just|then|at|by|zweimal|deux fois|dos veces|,? que"
    r"|, (?:sur|mit|con|[uü]ber|unter|auf)|while|but|,|it(?:['’]s| is)|that['’]s|c['’]est|es|ist|est"
    r"|(?:or |and )?the|le|la|el|die|der|hat|haben|(?:can|may|is to) be (?:reached|contacted|had|found)(?: (?:on"
    r"|at|by|via))?"
    r"|(?:(?:callers|people|customers|members|patients|residents) (?:should|can|must|may|need to|have to|just)|they"
    r"|we)(?: (?:should|can|must|may|need to|have to|just))*)$"
)


_OFFERED: Final = AnyCase(
    r"^(?:(?:after|once|when) you[^,;.]{3,40}? )?(?:you|callers|they)(?:['’]ll| will| are|['’]re) (?:then "
    r"|next )?(?:be )?asked"
    r" (?:whether|if) (?:you|they) (?:want|need|have|are) (?:an? |the )?|^(?:(?:in|during) the \w+,? )?(?:(?:you"
    r"|callers|they)(?:['’](?:re|ll)(?: be)?| are| will be| will) (?:then "
    r"|now )?(?:offered"
    r"|given|told about)|(?:callers|a caller) (?:gets?|reach(?:es)?|hears?|finds?)) "
    r"|^(?:(?:got|put|took|gets|puts|takes) )?me (?:straight |right |directly )?(?:through )?"
    r"(?:to |in front of )?(?=\w)"
    r"|^(?:(?:it|that|this|which|and) )*(?:(?:will )?(?:gets?|takes?|puts?|brings?|connects?|transfers?|sends?|routes?"
    r"|leads?|pulls?) )?"
    r"(?:you|them|callers|people) (?:straight |right |directly |back |over |on )?(?:through )?(?:to|with|into) (?=\w)"
    r"|^(?:gets? )?(?:you|them) (?=(?:the|an?)\b)"
)
"""How a menu is spoken of before what it offers: `you are offered insurance on 1`."""


_OWN_MENU: Final = AnyCase(
    r" works? (?:at|in|on|from) (?:every|any|all) .*$|, to the (?:main |phone |first )?menu\b.*$"
    r"|(?: now| has| have| got| gets| with)+ (?:its|their|a"
    r"|an)(?: own| new| separate)* (?:sub-?)?menu(?: of (?:its|their) own)?"
    r"(?: (?:behind|under|below|on))?(?: the)?(?: key| option)?$"
)
"""What says of a topic that a menu is behind its key, or where that works."""


_HELPLESS: Final = AnyCase(
    r"(?<=\w)[.!;,] (?:(?:so )?what now|now what|what next"
    r"|(?:so )?(?:what|who) (?:do|should|can|must) i (?:do|call|ask)(?: now)?)\W*$"
)
"""What somebody asks behind the words that say what has happened: `I lost my card. What now?`"""


@lru_cache(maxsize=4096)
def clean(words: str) -> str:
    """Take off a topic what only joins it to its sentence."""
    words = without_hours(words if _CALL.match(words) else without_number(without_way(words)))
    words = _OWN_MENU.without(_OFFERED.without(_HELPLESS.without(words)))
    words = _ABLE.without(_WHEN.without(_INSTEAD.without(" ".join(words.split()))))
    for _ in range(4):
        shorter = _SHORTER.without(words.strip(" ,.;:–—-/|\"'“”‘’«»„)]"))
        shorter = _OPENERS.without(shorter + " ").strip()
        shorter = _JOINING_END.sub("", _GERMAN_END.without(shorter))
        if shorter == words:
            break
        words = shorter
    stripped = _LEADING.without(words)
    for _ in range(2):
        stripped = _LEADING.without(stripped)
    stripped += ")" * (stripped.count("(") > stripped.count(")"))
    return stripped if stripped and any(map(str.isalpha, stripped)) and not _NO_TOPIC.fullmatch(stripped) else ""


_CALL: Final = AnyCase(
    r"(?:(?:please|just|simply|or|oder|and|y|et|und|also|so|then|you can|you may|by) )*(?:calls?(?! (?:you )?back"
    r"| you|-)(?!(?<=calls) (?:in|about|from|for|on|regarding)\b)"
    r"|calling(?! (?:from|on behalf|about|for))"
    r"|(?:an? )?(?:different|another|other|separate) (?:phone )?(?:number|line)$"
    r"|(?:tele)?phoning(?! (?:from|on behalf|about|for))|dial(?:ling|ing)?(?!-)"
    r"|ring(?! (?:you )?back)|(?:tele)?phone(?! \w)"
    r"|llam\w+|comun[ií]quese|marque|ruf(?:en)?|anruf\w*|w[aä]hlen|appel\w*|composez|rappel\w*|(?:the |our "
    r"|this )?same (?:number|line)"
    r"|(?:en |al |el )*mismo (?:n[uú]mero|tel[eé]fono)|despu[eé]s\b|luego\b|(?:au |le )?m[eê]me num[eé]ro"
    r"|(?:on|by|over) (?:the )?(?:tele)?phone|in the app|online$"
    r"|par t[eé]l[eé]phone|por tel[eé]fono|telefonisch|toll[- ]free|from (?:abroad|the main menu)|to reach us"
    r"|mismo$|same$|gleiche$|m[eê]me$|gleiche nummer|ebenfalls|ausserdem)\b|(?:pay|apply|report|book|order"
    r"|manage|do it)\b.{0,20}\bonline\b|(?:order|pay|book|apply|report it)s? (?:by|over the|via) (?:tele)?phone$"
    r"|(?:il|elle|on|he|she|they) (?:appel\w+|calls?|rings?)\b|(?:tell|give|let) (?:them|people|callers|us)\b"
    r"|.*(?<!-)\b(?:ll[aá]men?(?:os)?|call|dial|appelez|composez|rufen)\b(?!-| you| back|s)|(?:dans l.appli|en la app"
    r"|in der app)\b|(?:log|sign) (?:in|on)$|go online$|(?:visit|write to|e-?mail) us$"
    r"|fill in (?:the|our|a) (?:\w+ )?form$|(?:see|check|visit) (?:your|our|the) \w+$"
    r"|.*\b(?:auch|al|au|call|calling|dial|ring|llame|llamar|appelez|rufen sie|anrufen|dr[uü]cken(?: sie)?"
    r"|erst|option|press|geht es|(?:call|reach|phone|ring|contact) us|unter|bei uns)$"
)
"""Words that tell to call, and not what a key is for."""
_QUOTED: Final = re.compile(r"[\"“«„]\s*([^\"”»“]{3,80}?)[.,!?]?\s*[\"”»“]")
_LABELLED: Final = re.compile(
    r"([^\W\d][^.:?!;|\"“”\[\]]{1,50}?)(?<!wrote)(?<!said)(?<!asks)(?<!asked)(?<!replied)(?<!schrieb)(?<!crit)(?<!dijo)\s*(?::|\s[–—-])\s",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(r"(?:^|[.!?…]\s+)\W*([^.!?…]{3,120})\?")
_SHOUTED: Final = re.compile(r"([A-Z][A-Z '’/&-]{3,40})\.(?:\s|$)")
"""A label in capitals, as newsletters have it: `BUS QUESTIONS. Same number, press 4.`"""
_MOST_LABEL: Final = 6
"""Words of a label at the beginning of a line."""


@lru_cache(maxsize=2048)
def tells_of_call(words: str) -> bool:
    """Whether words only tell to call."""
    return _CALL.match(words)


def shouted_above(before: str) -> str:
    """Give the label in capitals with which a line begins: `ACTIVATE. Peel the sticker, call ...`."""
    found = _SHOUTED_ALONE.fullmatch(before)
    return str(found[1]) if found and not _NO_SHOUT.match(found[1]) else ""


_PUT_BY: Final = re.compile(r"^[^:\"“]{3,30}: [\"“]|^[^:]{0,30}\d{3}[^:]{0,30}: ['\"“]?")
"""Who asks a question, before what is asked."""
_COUNTING: Final = AnyCase(r"(?:you|we|they|there) (?:now )?(?:have|are|get)\b")
_ASKS_BACK: Final = AnyCase(
    r"was (?:muss|soll|kann) ich (?:tun|machen)|que (?:dois-je )?faire|qu[eé] (?:hago|tengo que hacer|debo hacer)"
    r"|what (?:do|should|can|must) i (?:do|press|dial)|what now|now what|how|comment faire|wie geht das"
    r"|why|how|what|when|really|no (?:computer|internet|web access|smart ?phone|printer|e-?mail|luck)|not online"
    r"|are you sure|seriously|any (?:tips?|ideas?)"
    r"|right|ok|huh|which (?:option|key|number|button)|warum|wieso|pourquoi|por qu[eé]"
)
"""What asks for something about the words before it, and names nothing."""
_BEFORE_QUESTION: Final = re.compile(
    r"([^.!?…]{3,80})[.!?…]\s+(?:(?:which|what) (?:option|key|number|button)[^.!?]{0,20}|was (?:muss|soll"
    r"|kann) ich (?:tun|machen)"
    r"|que (?:dois-je )?faire|¿?qu[eé] (?:hago|tengo que hacer|debo hacer)|what (?:do|should|can|must) i (?:do"
    r"|press|dial)|what now|now what)"
    r"\s?\?$",
    re.IGNORECASE,
)
_SHOUTED_ALONE: Final = re.compile(r"([A-Z][A-Z '’/&-]{3,40})[.?]")
_NO_SHOUT: Final = re.compile(r"(?:DID YOU|WHY|HOW|WHAT|IMPORTANT|NOTE|NOTICE|PLEASE|NEW|REMINDER)\b")


def aim_before(before: str) -> str:
    """Give what the sentence before a key's is for, where that tells to call: `For repairs, call 555-0100. Press 2`."""
    found = _AIMED.search(before) or _OWN_LINE.search(before)
    return clean(found[1]) if found else aim_called(before)


def aim_called(before: str) -> str:
    """Give what a number is called for, told behind it in the sentence before a key's: `call 555-0100 to renew`."""
    found = _AIMED_BEHIND.search(before)
    return clean(found[1]) if found else ""


_AIMED: Final = re.compile(
    r"(?:^|[.!?] )(?:to|for|if you (?:want to|need to|wish to|need|want|are calling about))\s+([^.!?;:]{3,80}?),?\s+"
    r"(?:you (?:can|may|should)(?: still| also)?|please|simply|just)?\s?\b(?:call|ring|dial|phone|telephone"
    r"|contact us)\b[^.!?]{6,60}[.;:]?$",
    re.IGNORECASE,
)


_OWN_LINE: Final = re.compile(
    r"(?:^|[,.!?] )(?:for|if you(?:['’]re| are| have)?)\s+([^.!?;:,]{3,60}?),?\s+(?:there(?:['’]s| is)|they have"
    r"|we have)"
    r" an? (?:\w+ ){0,3}(?:line|number)\b[^.!?]{6,60}[.;:]?$",
    re.IGNORECASE,
)
"""For whom there is a line of its own, in the sentence before the one that tells its key."""
_AIMED_BEHIND: Final = re.compile(
    r"\b(?:call|ring|dial|phone|telephone)\b[^.!?;]{0,40}\d{3}[\d .)-]{2,8}\d (?:to|if you (?:want|need|wish) to)"
    r" (?!(?:get started|begin|continue|learn|reach|speak|talk|hear the menu|listen|use|get (?:help|through)|start)\b)"
    r"([^.!?;:,\d]{6,60})[.;:]?$",
    re.IGNORECASE,
)
"""What a number is called for, told behind it: `call 555-0100 to find out whether to report. Press 1`."""
_MAY_BEFORE: Final = re.compile(
    r"(?:^|[.!?]\s)(?:you (?:may|can|could)|sie k[oö]nnen|vous pouvez|(?:usted )?(?:puede|podr[aá])|puedes) "
    r"(?:also |now |still |always |auch |jetzt |aussi |[eé]galement |tambi[eé]n |ahora )?"
    r"(?!call|ring|phone|dial|reach|contact|find|be\b|use\b|hear|hang|wait|hold|nous |uns |llamar|appeler"
    r"|joindre)([^.!?,;:]{4,60})(?:,[^.!?:;]{0,60})?\.$",
    re.IGNORECASE,
)
"""What callers may do, in the sentence before the one that tells the key: `You may postpone once. Press 2.`"""


_CASE_BEFORE: Final = re.compile(
    r"(?:^|[.!?] )\W*(?:if|when|wenn|falls|si|bei) ([^.!?;:]{4,80}?),? (?:please |bitte |then |por favor,? )?"
    r"(?:(?:do not|don['’]t|never|(?:there is |you have )?no need to) (?:wait|hold|hang about|hang on|listen|queue|sit"
    r"|delay)|(?:warten|z[oö]gern) sie nicht|no espere|n['’]attendez pas)\b[^.!?]{0,60}[.!]$",
    re.IGNORECASE,
)
"""A case in which callers need not wait, in the sentence before the one that tells the key."""


def label_above(before: str) -> str:
    """Give what a line says of its keys before the sentence that names them: a question, a quotation, a label."""
    if not before:
        return ""
    asked = [one for one in _ASKED.findall(before) if not _ASKS_BACK.fullmatch(one.strip())]
    if asked and before.endswith("?"):
        return _PUT_BY.sub("", str(asked[-1]))
    back = _CASE_BEFORE.search(before) or _MAY_BEFORE.search(before)
    back = back or (_BEFORE_QUESTION.search(before) if before.rstrip().endswith("?") else None)
    if back is not None:
        return str(back[1])
    shouted = _SHOUTED.match(before)
    if shouted:
        return str(shouted[1])
    quoted, labelled = _QUOTED.match(before), _LABELLED.match(before + " ")
    for found in (quoted, labelled):
        if (
            found
            and not (_COUNTING.match(found[1]) or found[1][-1].isdigit())
            and len(found[1].split()) <= _MOST_LABEL + 4 * (found is quoted)
            and not tells_of_call(found[1])
            and not _FIRST_DONE.search(found[1])
        ):
            return str(found[1])
    return str(asked[-1]) if asked else ""


_FIRST_DONE: Final = AnyCase(
    r"^(?:please )?(?:ask|check|demandez|v[eé]rifiez|fragen sie|pr[uü]fen sie|pregunte|consulte|verifique)\b.{0,40}"
    r"\b(?:first|zuerst|d['’]abord|primero)\b"
)
"""What callers are to do before they call."""
_NO_TOPIC: Final = AnyCase(
    r"(?:they|we)(?: will|['’]ll) (?:walk|talk|guide|take|put|sort|explain|look|tell) .{2,60}"
    r"|(?:asked|prompted) (?:for|to|if|whether|about)\b.*"
    r"|let (?:it|the (?:robot|voice|recording|machine|lady|man|message)) .*|tl ?; ?dr|(?:(?:the|my|our"
    r"|a) )?(?:(?:very )?(?:short|quick|long|fast|full|simple)(?:er|est)? (?:version"
    r"|answer|story|tip|way|path"
    r"|route|one)|bottom line|summary|trick|secret|recipe|best (?:bet|way|trick|route|path|advice)|pro ?tip|tips?|hint"
    r"|note|update|edit|fyi|what (?:works|worked|to do|we found))|in (?:short|brief|a nutshell)"
    r"|respectively|respectivement|respectivamente"
    r"|skip (?:the )?(?:rest|lot)|(?:the |same )*(?:same|usual) (?:hours|times|days)|(?:straight |right )?through"
    r"|(?:you|me|us|them|him|her|it|that|this|one|sie|usted|vous|ella|[eé]l|elle|lui|ihr|ihm|ihnen)"
    r"|any ?time\b.{0,20}|(?:fully )?automated(?:,.{0,20}"
    r"| (?:line|system|service|menu|message|response|phone \w+))?"
    r"|(?:no need to |need to |to )?wait|cas de (?:souci|probl[eè]me|besoin)|ohne internet"
    r"|(?:mo|lun?|lundis?|montags?|lunes|werktags|t[aä]glich|tous les jours|todos los d[ií]as|tag und nacht"
    r"|jour et nuit|d[ií]a y noche|rund um die uhr|24 ?h|7 ?j|24 stunden|las 24 horas)\b(?! ?de ).{0,25}"
    r"|case of (?:problems|doubt)|(?:de lo|en caso) contrario"
    r"|(?:(?:only|nur|s[oó]lo|solamente|uniquement|seulement) )?(?:by|on|upon|sur|auf|nach|previa|con|bajo) (?:prior "
    r"|simple )?"
    r"(?:request|appointment|demand|appel|demande|rendez-vous|anfrage|voranmeldung|vereinbarung|abruf|cita(?: previa)?"
    r"|petici[oó]n|solicitud)(?: only| seulement| uniquement)?"
    r"|(?:en tout temps|[àa] toute heure|a cualquier hora|zu jeder zeit|at all times)\b.{0,30}|24 horas(?: al d[ií]a)?"
    r"|(?:at night|by day|nachts|tags[uü]ber|de noche|de d[ií]a|la nuit|le jour)(?: only| seulement| uniquement)?"
    r"|(?:only|also|even|nur|auch|sogar|s[oó]lo|solamente|tambi[eé]n|incluso|uniquement|seulement|aussi|m[eê]me)"
    r" (?:at (?:night|weekends)|by day|am wochenende|an feiertagen|le week-end"
    r"|los fines de semana|nachts|tags[uü]ber|de noche|de d[ií]a"
    r"|la nuit|le jour)"
    r"|(?:week ?days?|weekends?|nights?) [\d].*|week ?days(?: only)?"
    r"|(?:only |on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:days?)?"
    r"(?: ?(?:to|through|thru|-|–|and|&) ?(?:tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:days?)?)?(?: only)?"
    r"|day (?:and|or) night|24 ?(?:hours|hrs?|h)\b.{0,12}|24/7|\d+ (?:minutes?"
    r"|hours?|days?|seconds?|times?|weeks?|months?)\b.*|\d{1,2}[:.]\d\d\b.*|by appointment(?: only)?"
    r"|(?:open|closed)\b[^,;]*\b(?:\d.*|noon|weekends|lunch|holidays|only)"
    r"|(?:(?:open|closed|only|daily|from) )?(?:\d{1,2}(?: ?[ap]\.?m\.?)?|noon) ?"
    r"(?:to|-|–|until|till) ?(?:\d{1,2}(?![\d-])|noon).*"
    r"|(?:de |from |von |du )?(?:mon(?:day)?|lunes|lundi|montags?)\b.*\d.*"
)


def tells_what_on_does(words: list[str]) -> bool:
    """Whether French words tell what happens then: `on vous rappelle`, `on reprend`."""
    return words[:1] == ["on"] and len(words) > 1 and (words[1] in {"vous", "te"} or words[1].startswith("re"))


def is_generic(words: str) -> bool:
    """Whether a topic says nothing of what a key is for."""
    return words.lower() in GENERIC and words != "IT"


def names_the_way(words: str) -> bool:
    """Whether words that might be a topic tell of a row of keys as such: `So the whole thing is 1, 4, 0`."""
    return _THE_WAY.fullmatch(words)


_THE_WAY: Final = AnyCase(
    r"(?:so |and |here is |here['’]s )?(?:the |my |our )?(?:whole|entire|full|complete|magic|short|quick(?:est)?"
    r"|secret)"
    r" (?:thing|way|path|sequence|route|combination|version|code|trick|one)"
)


ASKS_OF: Final = AnyCase(
    r"(?:(?:or |and )?(?:for|to|about|if)\b|how|where|what|who|whom|which|can|could|do|does|is|are|when|why|need"
    r"|want|lost|fragen (?:zu[rm]?"
    r"|[uü]ber)|questions (?:about|on|sur)|preguntas sobre|dudas (?:sobre|con)|wie|wo|was|comment|o[uù]"
    r"|c[oó]mo|d[oó]nde|qu[eé]|qui[eé]n|(?:haben|sind|brauchen|m[oö]chten|wollen|suchen) sie|(?:avez|voulez|cherchez"
    r"|[eê]tes)-vous|vous (?:avez|voulez|cherchez|[eê]tes)|tiene|necesita|quiere|ha perdido|perdi[oó]|perdiste|busca"
    r"|.{2,30}\b(?:lost|stolen|forgotten|broken|verloren|gestohlen|vergessen|defekt|kaputt|perdue?s?|vol[eé]e?s?"
    r"|oubli[eé]e?s?|en panne|perdid[oa]s?|robad[oa]s?|olvidad[oa]s?))\b"
)
"""How a question or a line begins that says more of a key below it than the heading does: `Card lost?`."""

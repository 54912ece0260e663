"""What stands on either side of a key that is told of in passing, and how plainly it tells what the key is for."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ivr.prose.no_aim import NO_AIM
from ivr.prose.subjects import NO_SUBJECT
from ivr.prose.topic_words import clean, tells_of_call

NUMBER_SIGN: Final = "\ue000"
"""What stands for a telephone number in a side."""


class Side(NamedTuple):
    """The words on one side of a key: the topic, where it stands, how plainly, and by what sign.

    `strength` is 3 where a verb or a link tells it, 2 where a mark or a little word does, 1 where it only stands there.
    """

    topic: str
    start: int
    end: int
    strength: int
    sign: str


_ADVERBS: Final = (
    r"(?:(?:also|still|now|just|simply|only|always|then|alone|actually|merely|instead|directly|straight|usually"
    r"|likewise|currently|again|too|all|both|indeed|however|aussi|toujours|ahora|siempre|ya|jetzt|nun|immer|auch)\s+)*"
)
_PLAIN_VERBS: Final = (
    r"gets?|rings?|reach(?:es)?|brings?|is|are|means?|connects?|puts?|takes?|transfers?|raises?|produces?|lands?|finds?"
    r"|goes|makes|leads?|sends?|gives?|hands?|buys?|fetch(?:es)?|belongs|stands|serves?|opens?|remains|stays|has|wakes?"
    r"|summons|dials|directs?|routes?|switches|alerts|pages|signifies|handles|covers|offers|jumps|drops|passes|wants|calls"
    r"|deals"
    r"|es|son|est|sont|ist|sind|da|lleva|comunica|conecta|pasa|corresponde|sirve|permite|donne|mene|m[eè]ne|ouvre|passe"
    r"|correspond(?:ent)?|sert|concerne|f[uü]hrt|verbindet|bringt|bedeutet|geht|stellt|steht"
)
_HELPING: Final = r"(?:will|would|can|shall|should|may|'ll|’ll|does|do|puede|wird|kann)\s+"
_OBJECTS: Final = (
    r"(?:(?:you|callers?|them|him|her|us|me|one|people|it|(?:the |your )?calls?|lo|le|la|te|nos|vous|te|sie|dich"
    r"|ihn)\s+)?"
    r"(?:(?:through|straight|directly|back|over|up|on|out|down|all the way|right|in touch)\s+)*"
    r"(?:(?:to|with|into|in|at|for|on|by|reserved for|meant for|needed for|what you (?:want|need) (?:for|to)"
    r"|where you (?:want|need)|the one (?:for|that)|the way to|a way (?:to|into)|al|a|con|para|en|à|au|aux|pour"
    r"|r[eé]serv[eé]e? (?:à|aux?)|zu[rm]?|f[uü]r"
    r"|in|mit|bei[m]?)\s+)?"
)
_VERB: Final = re.compile(
    rf"\W{{0,2}}\s*(?:(?:that|which|who)\s+)?{_ADVERBS}(?:{_HELPING}{_ADVERBS}(?P<base>\w{{2,}})\s+|(?P<plain>{_PLAIN_VERBS})\s+|"
    r"(?P<other>[a-z]{3,}s)\s+(?=(?:the|a|an|you|your|our|my|his|her|him|them|what|whatever|up|it|this|that|one|back|to"
    r"|out|over|everything)\b))"
    rf"(?P<adv>{_ADVERBS})(?P<obj>{_OBJECTS})(?P<topic>.{{2,160}})",
    re.DOTALL,
)
_LINK: Final = re.compile(
    r"\W{0,2}\s*(?:(?:,?\s*(?:and\s+)?(?:that|it|this)(?:['’]s| is)|which is|that being|,? namely|c['’]est|das ist"
    r"|die ist"
    r"|que es|esa es)\s+(?:all |just |only |also )?(?:for |the one for |about )?"
    r"|(?:that )?(?:you(?:'ll)?|one) (?:need|want|press|push)s? (?:for|to|if|in order to)\s+|(?:for|to|if|when"
    r"|about|para|pour|f[uü]r|wenn|si|bei|zur|zum|zu)\s+)(?P<topic>.{2,160})",
    re.DOTALL,
)
_MARK: Final = re.compile(r"\s*(?:[=:|]|->|=>|→|[–—-](?=\s)|\()\s*(?P<topic>[^\W\d].{1,120})", re.DOTALL)
_APPOSED: Final = re.compile(r"(?P<comma>,?)\s*[\"“«‘']?(?P<topic>[^\W\d].{1,120})", re.DOTALL)
_ARRIVING: Final = re.compile(
    r"[\s,;:–—.-]*(?:and|then|whereupon|where|so|y|et|und|and then)?\s*"
    r"(?:(?:you(?:['’](?:ve|ll|re)| have| will| are| can|['’]d)?|it(?:['’]s| is)|that(?:['’]s| is)|which is"
    r"|they(?:['’]re| are)"
    r"|te|le|vous|tu)\s+(?:(?:will|now|then|got|get|have|reach|be|been|are|in|with|through|to|at|on|talking|speaking|put"
    r"|landed|land|connected|straight|hear|brought|transferred|bypass|coge|atiende|pasan?|contesta|contestan|avez|as|tombez|tombes)\s+)+"
    r"|(?:which|who|where|that|it|this)\s+(?:will |also |then )?(?:goes|leads|gets|takes|puts|brings|connects|lands"
    r"|rings"
    r"|sends|calls|opens|belongs|reaches)\s+(?:(?:you|callers|them|me|us|through|straight|directly|to|in|into|with|up|on)\s+)*)"
    r"(?P<topic>.{3,120})",
    re.DOTALL,
)
_SOMEBODY: Final = re.compile(
    r"[\s,;:–—.-]*(?:and|then|whereupon|where|y|et|und)?\s*(?P<topic>(?:an?|the|one of (?:our|the)|our|my|una?|el"
    r"|la|le|l['’]|die|der|eine?)\s+"
    r"[^,.;:!?]{3,50}?)\s+(?:will|answers?|picks? up|comes?|takes?|looks?|rings?|can|responde|contesta|atiende|vous"
    r"|r[eé]pond|nimmt|meldet)\b",
    re.DOTALL,
)
_ENDS: Final = re.compile(
    rf"[;!?{NUMBER_SIGN}]|\.(?:\s|$)|:\s|\s[–—-]\s|[–—]|\s\(|\)|\|"
    r"|,?\s+(?:whereas|while|whereupon|unless|although|though|so long as|wherever|whenever|as soon as|once|until"
    r"|till)\b"
    r"|,\s+(?:and|but|which|who|where|so|not|if|when|or|because|since|as|even|day|night|in that order|that|then|you"
    r"|it|we|they|he"
    r"|she|i|please|et|y|und|mais|pero|aber|o|ou|oder|that's|it's)\b"
    r"|\s+(?:and then|and you|and it|but|y luego|and (?=\W*$)|on (?=\ue000)|at (?=\ue000))"
    r"|\s+(?:after|before|from|by|in) (?:\w+ ){0,2}(?:[0-9]|noon|midnight|hours)",
    re.IGNORECASE,
)
_JOINING_END: Final = re.compile(
    r"(?:[\s,;:.–—\"”»'’(\[]|\b(?:and|or|while|whereas|but|with|plus|then|on|to|under|is|are|also|y|o|et|ou|und|oder|the|a|at"
    r"|after|followed by|para|pour|f[uü]r|press|for)\b)*$"
)
_NO_TOPIC: Final = re.compile(
    r"(?:it|they|them|that|this|these|those|he|she|you|i|we|us|me|one|ones|so|there|here|which|what|who|everything|nothing"
    r"|all|none|fine|free|open|closed|busy|right|wrong|best|enough|old|new|gone|dead|broken|not|also|too|again|now"
    r"|yes|no|ok|first|last|next|second|third|both|either|instead|ours|mine|yours|everyone|callers?|sorry|is|are|was|option|key)"
    r"(?:\s+(?:is|are|all|now|too|again|one|ones|of them))*",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    rf"[;:.!?(),–—|{NUMBER_SIGN}…\"“”«»]|\s-\s|\b(?:and|but|while|whereas|so|because|as|since|or|where|which|that|y|et|und"
    r"|pero|mais|aber|o|ou|oder|whereupon|then|when)\b",
    re.IGNORECASE,
)
_COPULA: Final = re.compile(
    r"(?P<topic>.+?)\s*(?:['’]s|\b(?:is|are|was|were|means|being|remains?|stays?|equals|becomes?|got|has|have|get|gets|es|est|ist|son|sind|sont"
    r"|son|c['’]est))"
    r"(?P<more>(?:\s+(?:also|still|now|just|simply|only|always|then|currently|again|at|on|under|behind|with|via|by|in|the|"
    r"reached|found|handled|answered|dealt|read|available|put|announced|listed|kept|as|ahora|siempre|en|con|sur|sous|unter|auf|mit|bei|immer|jetzt|doch|you|want|need|called|given|out|through))*)",
    re.IGNORECASE | re.DOTALL,
)
_PLACED: Final = re.compile(
    r"(?P<topic>.+?)(?P<verb>\s+(?:(?:is|are|was|were|has|have|had|can|may|will|been|be|sits?|lives?|hides?|stays?|answers?|comes?|goes|go"
    r"|listens?|rings?|falls?|lies?|moved?|moves|belongs?|waits?|picks? up|do|does|works?|responds?|remains?|needs?"
    r"|wants?|takes?|found|tucked"
    r"|hidden|reached|handled|dealt|answered|available|calls?|lands?|ends? up|get|gets|se|est[aá]n?|liegt|liegen"
    r"|l[aä]uft|laufen|kommt|gibt)\b.*?)?)"
    r"\s+(?P<prep>on|under|behind|with|by|via|through|to|inside|at|unter|auf|mit|[uü]ber|en|con|sur|sous|par|avec|bei)",
    re.IGNORECASE | re.DOTALL,
)
_AIMED: Final = re.compile(
    r"(?:for|to|if|about|regarding|para|pour|si|f[uü]r|wenn|bei|zur|zum|por)\s+(?:it(?:['’]s| is| was) "
    r"|you(?:['’]re| are) "
    r"|your matter is )?(?P<topic>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SHORTEST, _LONGEST = 2, 160
"""Letters of a clause."""
_MOST: Final = 9
"""Words of a topic that stands before its key."""
_LONGER: Final = 12
"""Words of one that a verb or a little word parts from it."""


_WHERE: Final = re.compile(
    rf"\s*(?:\((?:on|at)?\s*{NUMBER_SIGN}\s*\)|(?:on|at|of|en el|al|au|unter|auf|bei der|bei)\s+(?:the "
    rf"|our )?{NUMBER_SIGN})\s*"
    r"|\s*(?:(?:key|button) )?(?:at|in) the (?:very )?(?:(?:first|main|opening|top|second|next) )?(?:prompt|menu"
    r"|greeting)"
    r"(?=[\s,:])"
    r"|\s*(?:twice|pressed (?:during|at|in|inside|anywhere)[^,.;]{0,30}?(?=goes|brings|drops|gets|takes|puts))\s*",
    re.IGNORECASE,
)
"""What says on which number a key is, behind it: `the 3 on 555-0100 rings in the pharmacy`."""


def usable(topic: str) -> str:
    """Give a topic as it is told, or nothing where it names nothing."""
    cleaned = clean(_JOINING_END.sub("", topic))
    if not cleaned or _NO_TOPIC.fullmatch(cleaned) or NO_AIM.match(cleaned) or tells_of_call(cleaned):
        return ""
    return cleaned


def _cut(topic: str) -> str:
    found = _ENDS.search(topic)
    return topic[: found.start()] if found else topic


def behind(text: str) -> Side | None:
    """Give what the words behind a key tell of it."""
    small = text.replace("’", "'").lower()
    if skipped := _WHERE.match(small):
        text = " " * skipped.end() + text[skipped.end() :]
        small = " " * skipped.end() + small[skipped.end() :]
    for pattern, strength, sign in ((_LINK, 3, "link"), (_VERB, 3, "verb"), (_MARK, 2, "mark")):
        found = pattern.match(small)
        if found is None:
            continue
        start = found.start("topic")
        if sign == "verb" and (found["other"] or (found["base"] and found["base"] not in _BASES)):
            start = found.start("other") if found["other"] else found.start("base")
        words = _cut(text[start:])
        if topic := usable(words):
            return Side(topic, start, start + len(words), strength, sign)
    for pattern in (_ARRIVING, _SOMEBODY):
        if found := pattern.match(small):
            start = found.start("topic")
            words = _cut(text[start : found.end("topic")])
            if topic := usable(words):
                return Side(topic, start, start + len(words), 2, "arrival")
    return None


_BASES: Final = frozenset(
    [
        "get",
        "ring",
        "reach",
        "bring",
        "be",
        "mean",
        "connect",
        "put",
        "take",
        "transfer",
        "raise",
        "produce",
        "land",
        "find",
        "go",
        "make",
        "lead",
        "send",
        "give",
        "hand",
        "buy",
        "fetch",
        "open",
        "wake",
        "have",
        "do",
        "call",
        "serve",
    ]
)


def apposed(text: str) -> Side | None:
    """Give the words right behind a key: `2 collections`, `two, the yard`."""
    found = _APPOSED.match(text)
    if found is None:
        return None
    start = found.start("topic")
    words = re.split(r"[,;(]|\band\b|\s[–—-]\s", _cut(text[start:]))[0]
    topic = usable(words)
    if not topic or len(topic.split()) > _MOST or topic.split()[0].lower() in _NO_BEGINNING:
        return None
    return Side(topic, start, start + len(words), 1, "apposed" if found["comma"] else "beside")


_NO_BEGINNING: Final = NO_SUBJECT | frozenset(
    [
        "on",
        "at",
        "when",
        "after",
        "before",
        "with",
        "as",
        "from",
        "until",
        "if",
        "for",
        "to",
        "of",
        "in",
        "is",
        "are",
        "will",
        "as",
        "and",
        "but",
        "so",
        "not",
        "too",
        "again",
        "once",
        "while",
        "during",
    ]
)


_ANSWERS: Final = re.compile(r"\b(?:answers?|rings?|picks? up|responds?)\b", re.IGNORECASE)
"""What somebody does who is behind a key, and hardly anything else that a number is told of."""


def before(text: str) -> Side | None:
    """Give what the words before a key tell of it."""
    bounds = [found.end() for found in _BOUND.finditer(text.rstrip(" ,"))]
    starts = [0, *bounds][::-1]
    for start in starts[:3]:
        clause = text[start:].strip()
        if not _SHORTEST <= len(clause) <= _LONGEST:
            continue
        side = _before_in(clause, start + len(text[start:]) - len(text[start:].lstrip()))
        if side is not None:
            return side
    return None


def _before_in(clause: str, start: int) -> Side | None:
    plain = clause.rstrip(" ,")
    for pattern, strength, sign in ((_AIMED, 3, "aim"), (_COPULA, 3, "copula"), (_PLACED, 3, "placed")):
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        words = found["topic"]
        if words.split()[0].lower() in _NO_SUBJECT_WORDS:
            continue
        verb = found["verb"] if sign == "placed" else sign
        plainly = strength - (verb is None)
        told = "answers" if verb is not None and _ANSWERS.search(verb) else sign
        topic = usable(words)
        if topic and len(topic.split()) <= _LONGER:
            return Side(topic, start, start + len(clause), plainly, told)
    return None


_NO_SUBJECT_WORDS: Final = (
    NO_SUBJECT - {"our", "your", "people", "after", "online", "mit", "callers", "caller", "text"}
) | {"it's", "that's"}


def bare(text: str) -> Side | None:
    """Give the name right before a key: `renters 2`, `Sales: 2`."""
    bounds = [found.end() for found in _BOUND.finditer(text.rstrip(' ,:=–—-→>("“'))]
    start = bounds[-1] if bounds else 0
    words = text[start:].rstrip(' ,:=–—-→>("“')
    topic = usable(words)
    if not topic or len(topic.split()) > _MOST or words.split()[0].lower() in _NO_SUBJECT_WORDS:
        return None
    return Side(topic, start, start + len(words), 1, "bare")

"""What a key is called behind the words that tell of it: `press 5, payments`, `press 4. That's the fraud desk.`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.apposed import NO_NAME
from ivr.prose.arriving import arrival_told
from ivr.prose.block import ROW, Block
from ivr.prose.grammar import Said
from ivr.prose.meaning import is_general, says_of_what, says_something, stems_of
from ivr.prose.tokens import folded
from ivr.prose.told import Told
from ivr.prose.topic_words import clean
from ivr.prose.words import NAMES, OPTIONS, STRONG, set_of

_THE: Final = r"(?:(?:the|an?|our|your|el|la|los|las|una?|le|les|une|der|die|das|dem|den|eine?[rmn]?|unsere?) |l['’])"
_NAME: Final = r"([^\W\d][^.;:!?,()\"“”«»|\d–—]{2,60}+)"
_CLOSERS: Final = r"[\"”’»*`_)\]]*"
_PLACE: Final = (
    r"(?: (?:(?:on|at|in|from|as soon as) (?:the|that|this|our|it)\b[^.;,()]{0,30}|right away|straight away|now))?"
)
_APART: Final = re.compile(
    rf"{_CLOSERS}{_PLACE}{_CLOSERS}(?:,? [\"“«„]([^\"”“»\d]{{3,50}}?)[\"”“»,.]|,? \(([^\W\d][^()\d:;]{{2,50}})\)"
    r"|, ((?:(?:the|our|el|la|los|las|le|les|der|die|das) )?[^\W\d][\w'’&/-]*(?: [\w'’&/-]+){0,2})(?=[.;!?)]| [–—]|$))",
    re.IGNORECASE,
)
"""What stands right behind a key, apart from it by a comma, in brackets or in quotation marks."""
_IS: Final = re.compile(
    r"(?:^|[,;–—-] ?|\band )(?:(?:which|that|this|it|das|dies|que|esa|ese|esto|ce|c)"
    r"(?:['’]s| is| ist| es| son| est|['’]est| war| was| are))"
    rf" (?:\"|“|«)?{_THE}{_NAME}"
    rf"|(?:^|, |; | [–—-] )(?:that(?:['’]s| is)|which is|das ist|que es|c['’]est|es) [\"“«]?{_NAME}",
    re.IGNORECASE,
)
"""What the words behind a key say that it is: `, that's the dispensary`, `. Das ist der Schichtleiter`."""
_ANSWERS: Final = re.compile(
    r"(?:^|[,;:–—-] ?)(?:our|the) ((?:[\w'’&-]+ ){0,4}?(?:team|desk|department|office|unit|crew|staff|specialists"
    r"|agents|advis[eo]rs|experts|people|folks)) (?:can|will|is|are|has|have|handles?|deals?|works?|takes?|may)\b"
    rf"|(?:^|[,;:–—-] ?|\b(?:and|y|et|und) ){_THE}?((?:[\w'’&-]+ ){{1,5}}?)"
    r"(?:(?:will|can|wird|kann|va|puede) )?(?:(?:vous|te|le|les|l[eo]s|ihnen|nous) )?"
    r"(?:picks? up|answers?\b|comes? on\b|takes? (?:your|over|it)|is (?:there|on duty|on call)|are (?:there|on duty)"
    r"|r[eé]pond\b|prend(?:ra)?\b|contesta\b|atiende\b|cotiza\b|meldet\b|hilft\b|(?:calls?|rings?) you\b)",
    re.IGNORECASE,
)
"""Who does something for the caller behind a key: `un technicien vous répond`, `the nurse picks up`."""
_SERVES: Final = re.compile(
    r"(?:^|[,;:–—-] ?|\b(?:and|y|et|und) )(?:(?:te|les?|l[oa]s?) "
    r"(?:atiende[ns]?|atender[aá]n?|contestan?|responden?|pasan? con|comunican? con)"
    r"|(?:da|dort|hier) (?:sitzt|sitzen|meldet sich|hilft|antwortet)|dann kommt) "
    rf"{_THE}{_NAME}",
    re.IGNORECASE,
)
_GETS: Final = re.compile(
    r"(?:^|[,;–—-] ?|\b(?:and|then|where|but) )(?:you|they|callers|it|that|this|which)(?:['’]ll| will)?(?: then)? "
    r"(?:gets?|reach(?:es)?|goes|go|come|rings?|takes|puts|sends|lands?|connects|leads)(?: you| them| callers)?"
    r"(?: straight| right| directly| through| on| over)*(?: to| into| in| with| at| onto)? "
    r"(?:(?:(?:the|an?|our|your|whichever) |(?=(?-i:[A-Z])))((?:mrs?\. |dr\. )?[^\W\d][^.;:!?,()\"“”«»|\d–—]{2,60}+))",
    re.IGNORECASE,
)
"""Whom callers get behind a key, or where that rings: `you'll get the retention team`, `that rings the warden`."""
_DONE: Final = re.compile(
    r",? (?:and|then) (?:then )?(?:(?:we|they|the (?:system|machine|computer)|someone|somebody)(?:['’]ll| will| can)? "
    r"(?!(?:be|get|have|answer|help|talk|see|hear|ask|tell|want|know|pick|drop|do|come|take|put|try|always|usually)\b)"
    r"|(?=leave (?:us|me|a|an|word) |record (?:it|your|a|an)\b))([^\W\d][^.;:!?,()\"“”«»|\d–—]{4,60}+)",
    re.IGNORECASE,
)
"""What is done for those in a case, behind the key for that: `press 1 and we will page the dentist on call`."""
_MORE: Final = re.compile(
    r"(?:,? (?:who|that|which|and (?:if|they|he|she|it|we|you|i|the)|ahead of|at no|within|right away|straight|every"
    r"|whose|where|when|because|since|in (?:under|about|less)|so|but|qui|que|quien|porque|pour|weil"
    r"|les?|los?|te|vous|ihnen|y te|ist|is|are"
    r"|hasta|for (?:you|your)|to (?:help|take)|(?:will|to|['’]ll) (?:answer|take|help|pick)|picks? up|who|before"
    r"|when(?:ever)?|und (?:die|der|das|man|wir|sie)|rund um"
    r"|round|around|day and|any time|with(?:out)?|from|as|verbunden|tel)\b"
    r"| \d).*$",
    re.IGNORECASE,
)
"""What goes on behind a name."""
_NO_START: Final = AnyCase(
    r"(?:as|by|before|after|until|whoever|whenever|never|always|somebody|someone|anybody|something|même|mismo|ce|ahí"
    r"|y|et|dort|da|de|at|to|of|for|enseguida|inmediato|sofort|tone|beep|message|recorded|list|front|chance|option"
    r"|few|different|second|another|more|good|great|bit|lot|they|he|she|we|you|i|me|us|them|that|these|those|there|here|and|or|but|if|when|not|no|so|just|fine|free|quick"
    r"|quicker|quickest|easy|busy|open|closed|answered|automat\w*|available|worth|recorded|right|correct|wrong|true|why"
    r"|what|how|because|same|best|only|fastest|first|last|way|trick|end|one|ones|main|someone else|quoting|kind|reason"
    r"|things?|points?|case|idea|moment|time|place|answer|choice|default|difference|extra|very|business|system|recording"
    r"|robot|menu|whole|big|real pain|shortest|most|both|part|where|who|secret|next|new|old|line|number|call|machine"
    r"|(?:it|they|he|she|you|i|we)['’]\w+|qui\w*|personne|nadie|niemand|nobody|nothing|gratis|ihnen|gratuit)\b"
)
"""How words begin behind a key that are no name of it."""
_NEXT_BEGINS: Final = AnyCase(
    r"(?:that|this|it|you|they|das|da|dort|dann|es|esa|ese|c['’]est|ce|vous|on|te|les?|l[oa]s?|un|une|an?|the|our|ein"
    r"|eine|der|die|there|(?:[a-z]+ ){1,4}(?:picks? up|answers?))\b"
)
"""How a sentence begins that tells of the key before it."""
_LONGEST: Final = 6
"""Words of a name."""
_REACHES: Final = frozenset(("arrival", "said", "outcome"))
"""How a topic is found that says whom a key reaches."""
_NEAR: Final = 24
_IF: Final = AnyCase(r"\b(?:if|when|once|should|unless|case)\b[^.!?;:]*$")
_LETTERS: Final = re.compile(r"[A-Z]{2,4}")
"""The letters that stand on a key."""
_QUOTE_ENDS: Final = re.compile('["”»]')
_LONGEST_DEED: Final = 9
_SHORTEST: Final = 3
_FAR: Final = 160
_NEXT: Final = (STRONG | OPTIONS | frozenset(NAMES) | set_of("select choose pick * #")) - set_of(
    "one un uno eins une una no square opt star prompt key keys numero number oh das"
)
"""Words that tell of the next key."""
_WORD: Final = re.compile(r"[^\W\d_]+|\d+|[*#]")
_STOP: Final = re.compile(r"[.!?;](?=[\s\"”»)*]|$)")
_CLAUSE: Final = re.compile(r"[.;,]\s|\s(?:and|or|y|o|et|ou|und|oder|–|—|-)\s")


def name_told(block: Block, each: Said, end: int, topic: str, *, borrowed: bool) -> str:
    """Give what a block calls a key that one of its sentences tells of, behind that; nothing in a row of a table."""
    if block.kind == ROW:
        return ""
    how, own = (each.topic.how, each.topic.words) if each.topic is not None else ("", "")
    before = block.words[max(each.topic.start - _NEAR, 0) : each.start] if each.topic is not None else ""
    case = borrowed or how in {"if", "clause"} or not says_something(topic) or _IF.search(before)
    named = named_behind(block.words, each.start, end, topic, case=case)
    if not named and each.topic is not None and topic == own:
        return _name(each.topic.reached)
    return named or (_name(own) if how in _REACHES else "")


def named_behind(text: str, start: int, end: int, topic: str, *, case: bool = False) -> str:
    """Give what the words behind a key and its topic call it, or whom they say that it reaches.

    The key stands at a place of a text, in a sentence that ends at another; in a `case`, the topic does not say what
    becomes of the caller.
    """
    at = text.find(topic, start, min(end, start + _FAR)) if topic else -1
    key = _WORD.match(text, start)
    begin = at + len(topic) if at >= 0 else key.end() if key else start + 1
    own = text[begin : min(end, begin + _FAR)]
    cut = _next_key(own)
    if cut is not None:
        clauses = [found.start() for found in _CLAUSE.finditer(own, 0, cut)]
        own = own[: clauses[-1]] if clauses else ""
    elif at < 0 and (apart := _APART.match(own.rstrip(" ."))):
        named = clean(apart[1]) if apart[1] else _name(next(filter(None, apart.groups())))
        if named and (apart[3] is None or _is_plain(apart[3])):
            return named
    if name := _told_in(own.lstrip('"”’»*`_)] ')):
        return name
    if case and at < 0 and (done := _DONE.match(own)) is not None:
        return " ".join(clean(done[1]).split()[:_LONGEST_DEED])
    return _told_next(text, begin, end) if cut is None else ""


def _told_next(text: str, begin: int, end: int) -> str:
    """Give what the sentence behind that of a key says that it is, or whom it reaches."""
    stop = _STOP.search(text, max(end - 1, begin), end + _SHORTLY)
    since = stop.end() if stop else end
    behind = text[since : since + _FAR].lstrip('"”’»*`_)]| .')
    over = _STOP.search(behind)
    behind = behind[: over.start()] if over else behind
    if not behind or not _NEXT_BEGINS.match(behind) or _next_key(behind) is not None:
        return ""
    return _told_in(behind)


_SHORTLY: Final = 3


def _told_in(words: str) -> str:
    """Give what a clause says that a key is, or whom it reaches."""
    for found in (pattern.search(words) for pattern in (_IS, _SERVES, _GETS, _ANSWERS)):
        named = _name(next(filter(None, found.groups()))) if found else ""
        if named:
            return named
    return _name(arrival_told(words))


def _next_key(words: str) -> int | None:
    """Give where words go on with the next key."""
    return next(
        (
            found.start()
            for found in _WORD.finditer(words)
            if (found[0].isdecimal() and len(found[0]) == 1) or folded(found[0]) in _NEXT
        ),
        None,
    )


def _is_plain(words: str) -> bool:
    """Whether no word of a name is one of what callers do, and when."""
    return NO_NAME.isdisjoint(map(folded, _WORD.findall(words)))


def _name(words: str) -> str:
    """Give a name without what goes on behind it; nothing where it is none."""
    words = clean(_MORE.sub("", clean(_QUOTE_ENDS.split(words)[0])))
    short = len(words) > _SHORTEST and len(words.split()) <= _LONGEST
    named = short and not _LETTERS.fullmatch(words) and not _NO_START.match(words)
    return words if named and says_something(words) else ""


def with_names(told: Sequence[Told]) -> list[Told]:
    """Add to what keys are for what they are called behind that: `cancel (retention desk)`."""
    return [_named(one) if one.name else one for one in told]


def without_name(one: Told) -> str:
    """Give what such a key is for without what was added: an announcement has no brackets to say."""
    return one.topic.removesuffix(f" ({one.name})").replace(f"; {one.name})", ")") if one.name else one.topic


def _named(one: Told) -> Told:
    known = stems_of(one.name) <= stems_of(one.topic)
    if known or (not says_of_what(one.name) and is_general(one.topic)):
        return one
    words = f"{one.topic[:-1]}; {one.name})" if one.topic.endswith(")") else f"{one.topic} ({one.name})"
    return one._replace(topic=words)

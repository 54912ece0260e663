"""What the sentence before that of a key is about: `Refunds take ten days.`, and then `Call 555-0100 and press 6.`."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.languages import language_chosen
from ivr.prose.listing import is_step
from ivr.prose.meaning import says_something, stems_of
from ivr.prose.topic_words import clean, tells_of_call

_FEWEST_WORDS, _MOST_WORDS = 2, 14
"""Words of a sentence that is a topic by itself."""
_ANSWERS: Final = AnyCase(
    r"(?:yes|no|not|sure|sorry|ok|don['’]t|do not|never|please|we|i|it|that|this|they|he|she|there|leave|keep|oui"
    r"|non|s[ií]|ja|nein|claro|bien s[uû]r|nat[uü]rlich|if|once|when|after|before|thank|thanks|hi|hello)\b"
)
"""How a sentence begins that answers, asks or greets, and names nothing that a key is for."""
_CASE: Final = re.compile(
    r"(?:to|for|if|when|in case(?: of)?|should|para|si|pour|um|wenn|falls|bei) ([^\W\d][^,;:.]{3,70}),", re.IGNORECASE
)
_GIVEN: Final = re.compile(
    r"(?:we|you)(?:['’]ll|['’]re|['’]ve)? (?:(?:now|also|still|all|both) )*"
    r"(?:(?:can|may|could|will|offer|have|provide|run|accept|are happy to|would like to|want to|need to) )+"
    r"(?:(?:also|always|gladly|usually) )*"
    r"(?:(?:help|talk|speak|advise|send|give|book|get|order|ask|arrange|take|do) )?"
    r"(?:(?:you|to you|out|with|about|to|on) )*"
    r"(?:(?:a|an|the|our|your) (?:(?:new|own|separate|dedicated|special) )*"
    r"(?:team|line|desk|service|number|option) for )?"
    r"(?:the |an? |our |your |some )?([^\W\d][^,;:.!?\d]{3,50})",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"(?!(?:we|you|i|it|this|that|they|he|she|there|here|who|what|which|please|if|when|to|for|most|some|many|nobody"
    r"|somebody|someone|everyone|no|not|in|on|at|by|calls?|lines?|phones?|callers?|hours?"
    r"|es|il|elle|wir|sie|esto|eso|se|ce|das)\b)"
    r"(?:the |our |your |an? |all |every |el |la |los |las |le |les |l['’]|der |die |das |ein |eine )?"
    r"([^\W\d][\w'’&/-]*(?: [\w'’&/-]+){0,5}?) "
    r"(?:is|are|was|were|can|may|must|will|takes?|has|have|should|comes?|goes|go|needs?|works?|runs?|costs?|covers?"
    r"|arrives?|lasts?|expires?|opens?|closes?|means?|depends?"
    r"|es|son|est[aá]n?|se|tiene|puede[ns]?|est|sont|peut|peuvent|ist|sind|wird|werden|kann|k[oö]nnen|dauer[nt])\b",
    re.IGNORECASE,
)
_MARKS: Final = (". ", "! ", "? ", ": ")


def told_before(words: str) -> str:
    """Give the last of the sentences before that of a key, where it is a topic by itself."""
    last = _last_of(words)
    short = _FEWEST_WORDS <= len(last.split()) <= _MOST_WORDS or bool(language_chosen(last.rstrip(".!")))
    cheers = last.endswith("!") and _CHEERS.match(last)
    named = short and not (cheers or _ANSWERS.match(last) or any(map(str.isdigit, last)))
    return clean(last.rstrip("!")) if named else ""


def subject_before(words: str) -> str:
    """Give what the last of the sentences before that of a key is about; nothing where it tells what to do."""
    last = _last_of(words)
    if (case := _CASE.match(last)) is not None:
        return clean(case[1])
    found = _GIVEN.match(last) or _SUBJECT.match(last)
    return told_before(words) or (clean(found[1]) if found else "")


def wondered_before(words: str) -> str:
    """Give what people ask about in the sentences before that of a key: `Many of you ask how to pay. Press 1`."""
    found = _WONDERED.search(words)
    return clean(found[1]) if found else ""


_WONDERED: Final = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|want(?:s|ed)? to know)(?: us| me| again| about){0,2} (?:how|where"
    r"|whom?|what) "
    r"(?:to (?:get |do (?:about )?)?|they (?:can|should) |you (?:can|should) |(?:number|key) (?:to (?:press|call) "
    r"|is )?(?:for )?)"
    r"(?!(?:do|call|press|reach|dial)\b)([^.!?;:\d]{4,60})"
    r"(?:[.!?;] (?:(?:it|this|that)(?:['’]s| is) |you (?:use|call|ring) |use |call )?(?:on )?(?:the|our) (?:same"
    r"|usual|main) (?:phone )?number)?"
    r"[.!?;:]\W*$",
    re.IGNORECASE,
)


def cried_before(words: str) -> str:
    """Give what the sentence before that of a key calls out: `Lost your keys! Call 555-0100 and press 2`."""
    return told_before(words) if words.rstrip().endswith("!") else ""


_CHEERS: Final = AnyCase(
    r"(?:good|great|best|big|new|act|hurry|call|open|free|welcome|yes|just|now|all|so|and|or|but|remember|stop|wait"
    r"|easy|simple|save|win|more|only|have|got|go|get|let|be|you|your|our|my|happy|merry|congratulations|sorry)\b"
)
"""How a sentence begins that calls out something else."""


def asked_under(asked: str, title: str) -> str:
    """Give what is asked right before a key, with the heading above: `Homeless tonight?` under `Out of hours`."""
    own, titled = stems_of(asked), stems_of(title)
    if not says_something(asked) or own <= titled:
        return title
    return asked if titled <= own else f"{asked} ({title})"


def staffed_before(words: str) -> str:
    """Give who is there, where the sentence before that of a key says when: `A rep is in until 5`."""
    found = _STAFFED.fullmatch(_last_of(words))
    return clean(found[1]) if found else ""


_STAFFED: Final = re.compile(
    r"(?!(?:we|you|i|it|this|that|they|he|she|there|who|what|which|someone|somebody|nobody|no one|everyone|our phone"
    r"|the phone|phones?|the line|the office|offices?|lines?|calls?"
    r"|(?:our |the |a )?(?:\w+ )?(?:team|staff|people))\b)(?:our |the |an? |your |one of our )?"
    r"([^\W\d][\w.'’&-]*(?: [\w.'’&-]+){0,4}?) (?:is|are) "
    r"(?:(?:always|also|usually|normally|generally|only) )?"
    r"(?:on duty|on hand|on call|on shift|on site|in(?! the| a)|in the office|here|at (?:her|his|their|the) desk"
    r"|available(?! (?:online|in|at|on|by|from our))|reachable|standing by|ready to help|happy to help"
    r"|glad to help)\b[^;]{0,80}\.?",
    re.IGNORECASE,
)
"""A sentence that says who answers, and when."""


def whom_meant(topic: str, before: str) -> str:
    """Give who `them` are in `press 4 to reach them`, where the sentence before that says who helps or answers."""
    if not _THEM.fullmatch(topic):
        return ""
    names = [found[1] for found in _WHO_HELPS.finditer(_last_of(before))]
    return clean(names[-1]) if names else ""


_THEM: Final = re.compile(
    r"(?:to )?(?:reach|call|contact|get|ask for|ring"
    r"|(?:speak|talk|get through|be (?:put through|connected))(?: directly)?"
    r" (?:to|with)|get hold of) (?:them|him|her|it|one|one of them)",
    re.IGNORECASE,
)
_WHO_HELPS: Final = re.compile(
    r"(?:^|(?<=, )|(?<=; )|\b(?:and|but|that|so) )(?!(?:you|we|they|it|this|that|there|he|she|who|which|if|when)\b)"
    r"(?:one of )?(?:our |the |an? |your )?([^\W\d][\w'’&-]*(?: (?!(?:can|will|is|are)\b)[\w'’&-]+){0,4}?) "
    r"(?:can|will|is|are|may|would|takes?|handles?|looks?|deals?|helps?|knows?|answers?|sits?|runs?)\b",
    re.IGNORECASE,
)
"""Who does something, in the sentence before."""


def _last_of(words: str) -> str:
    words = words.rstrip()
    last = words[max(words.rfind(mark, 0, len(words) - 1) for mark in _MARKS) + 1 :].strip()
    return "" if is_step(last) or tells_of_call(last) else last

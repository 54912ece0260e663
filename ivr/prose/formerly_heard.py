"""Menus of which it is told what callers heard there once, by whoever says that people answer now.

Neither is enough by itself: `I heard "press 1 for bills"` tells of a menu that is there, and so may a page that says
who picks up behind it. A habit of the past and its end together say that the keys are gone, where all keys of a number
are told of so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose import standing
from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.told import Told


def without_formerly_heard(told: Sequence[Told], blocks: Sequence[Block]) -> list[Told]:
    """Give the keys without those of a menu that callers heard once, where a document says that people answer now."""
    if not told:
        return []
    lines: dict[int, list[str]] = {}
    for before, block in zip(("", *(each.words for each in blocks)), blocks, strict=False):
        leads = f"{before} {block.words}" if before.rstrip().endswith(":") else block.words
        for line in dict.fromkeys(line for _, line in block.text.starts):
            if len(near := lines.setdefault(line, [])) < _MOST:
                near.append(leads)
    heard = {at for at, one in enumerate(told) if _is_heard_once(one, lines.get(one.line, ()))}
    if len(heard) <= 1 or not any(_answered_now(block.words) for block in blocks):
        return list(told)
    gone = {one.number for one in told} - {one.number for at, one in enumerate(told) if at not in heard}
    return [one for one in told if one.number not in gone]


_MOST: Final = 8
"""Blocks on one line that are looked at: all of a page may stand on it."""


def _is_heard_once(one: Told, near: Sequence[str]) -> bool:
    """Whether no sentence gives a number to call for a key, and one of the texts that tell of it says it is past."""
    return not one.called and any(_was_heard(one, words) for words in near)


def _was_heard(one: Told, words: str) -> bool:
    """Whether the sentence that tells of a key, or the one that leads to it, says that it was heard once."""
    begin = max(words.find(one.said), 0) if one.said else 0
    at = words.find(one.topic, begin)
    sentence = words[max(begin - _LEAD, 0) : at if at >= 0 else len(words)]
    return _HEARD_ONCE.search(sentence)


def _answered_now(words: str) -> bool:
    return standing.answers_itself(words) or standing.has_ended(words) or _PEOPLE.search(words)


_LEAD: Final = 160
"""Letters before a sentence in which it may be led to: `For nine years it told you this.`"""
_HEARD_ONCE: Final = AnyCase(
    r"\b(?:won['’]t|no longer|never again|will not|will never) (?:hear|press|listen|have to|be (?:asked|told)"
    r"|need to)\b"
    r"|\b(?:for|since|until|from|in|between) (?:[\w ]{0,12}?(?:years?|months?|weeks?|decades?)|(?:19|20)\d\d|(?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december|recently|now|then)),?"
    r"[^.!?]{0,60}\b(?:heard|told|asked|said|greeted|offered|got|were met|had|made)\b"
    r"|\b(?:told|asked|made|got) (?:you|callers|people|everyone) to\b(?! (?:call|ring))"
    r"|\b(?:was|were) (?:the|our|that) (?:\w+ )?(?:recording|(?:phone )?menu|phone tree|robot)\b"
    r"|\bused to (?:hear|press|say|be|have|tell|ask|get)\b"
    r"|\b(?:jusqu['’](?:au|en|[aà])|pendant|depuis|avant|autrefois)\b[^.!?]{0,60}\b\w{1,20}(?:aient|ait|iez)\b"
    r"|\b(?:vous (?:entendiez|deviez|tombiez)|il fallait|on entendait|(?:appelants|clients|patients|adh[eé]rents"
    r"|usagers|habitants) (?:entendaient|devaient|tombaient))\b"
    r"|\b(?:o[ií]an?|escuchaban?|ten[ií]an? que|hab[ií]a que|dec[ií]an?|ped[ií]an?|sonaban?|contestaban?)\b"
    r"|\b(?:bisher|fr[uü]her|bis (?:vor|ende|zum|anfang|\w+ 20\d\d)|seit|jahrelang|\w+ jahre lang)\b[^.!?]{0,60}"
    r"\b(?:wurden|h[oö]rten|mussten|hie(?:ß|ss)|bat|begr[uü](?:ß|ss)te|sagte|lief|kam)\b|\bmussten sie\b"
    r"|\bh[oö]rten sie\b"
)
"""What says that something was heard again and again, or will not be heard again."""
_PEOPLE: Final = AnyCase(
    r"\b(?:(?:turn|switch|shut)(?:ing|ed)? (?:off )?(?:the|our|that) (?:recording|menu|machine|robot"
    r"|phone (?:menu|tree))(?: off)?|no more (?:menus?|recordings?|buttons|robots?|press\w*)"
    r"|(?:menus?|recordings?|robot) (?:is|are) (?:gone|no more|history|over)|(?:one|someone|somebody|any) (?:of (?:us"
    r"|our \w+|the \w+)(?: of \w+)?) (?:will )?(?:picks? up"
    r"|answers?)|(?:\w+ or \w+|\w+ and \w+|either \w+ or \w+|a person|a human|somebody|someone|we)(?: will)?(?: now)?"
    r" (?:picks? up|says? hello|answers? (?:the phone|your call|it|you|directly|ourselves))"
    r"|nothing to press|(?:it|menu|recording) (?:was|has been|is) (?:now )?(?:switched|turned) off|(?:ring|call"
    r"|phone) as before|(?:lo|la) hemos (?:quitado|eliminado|suprimido|apagado)|sin (?:men[uú]|grabaci[oó]n|teclas)"
    r"|(?:ya )?contestamos (?:nosotr[oa]s|en persona)|hablar[aá] (?:directamente )?con (?!el men[uú])"
    r"|(?:le )?(?:atiende|contesta|atender[aá]|contestar[aá]) (?:directamente )?(?:una persona|siempre|alguien)"
    r"|c['’]est (?:termin[eé]|fini)|(?:un|une|nos|notre) (?:\w+ )?(?:conseill[eè]re?s?|secr[eé]taires?|standardistes?"
    r"|personne|[eé]quipe) (?:vous )?(?:d[eé]croche|r[eé]pond)\w*|(?:d[eé]croche|r[eé]pond) (?:directement|d[eé]sormais"
    r"|de nouveau)|(?:das|damit) ist (?:jetzt )?(?:vorbei|schluss)|abgeschaltet|abgeschafft"
    r"|(?:ans|an das) telefon gehen|gehen (?:wir )?(?:wieder |jetzt )*(?:selbst |pers[oö]nlich )?ans telefon"
    r"|meldet sich (?:jetzt |nun |wieder )*(?:immer )?(?:jemand|ein mensch|eine person)"
    r"|erreichen (?:sie )?uns (?:jetzt|nun|wieder) (?:direkt|pers[oö]nlich)"
    r"|(?:a [eé]t[eé] )?(?:d[eé]branch|supprim)[eé]e?|fue (?:retirad|suprimid|eliminad)[oa])\b"
)
"""What says that people answer, or that what answered is off."""

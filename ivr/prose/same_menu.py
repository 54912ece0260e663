"""Numbers that are said to reach one and the same menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, Block
from ivr.prose.phones import VOICE, Phone, Regions, phones_in

_MOST_NUMBERS: Final = 4
"""Numbers of a document; where there are more, it is not said which of them are meant."""
_SHARED: Final = AnyCase(
    r"\b(?:both|either|the two) (?:[a-z]+ )?(?:numbers|lines)?\b.{0,30}\b(?:the |one and the )?"
    r"(?:same|identical) (?:system|menus?|ivr|recording|options|choices)\b"
    r"|\b(?:menus?|options|choices) (?:are|is) (?:exactly )?(?:the )?same (?:on|for|at|with) (?:both|either|all)\b"
    r"|\bsame (?:menus?|options|choices) (?:on|for|at) (?:both|either)\b"
    r"|\b(?:wherever|from wherever|whichever country) (?:in the world )?you(?:['’]re)? (?:call|ring|dial"
    r"|are)\w*\b[^.;]{0,20}"
    r"\b(?:menus?|options|choices|keys) (?:are|is) (?:exactly )?(?:the same|identical)\b"
    r"|\bsame (?:\w+ )?(?:choices|menu|options) whichever (?:number|line)"
    r"|\b(?:both|either|each|all(?: three| four)?|the (?:two|three|four))\b(?:[^.;]|(?<=[ap])\."
    r"|(?<=\.m)\.){0,80}\b(?:rings?|goes|go|leads?"
    r"|comes?|plays?"
    r"|gives?|gets?|reach(?:es)?|feeds?|answer(?:s|ed)?|has|have|hears?|uses?|into|on"
    r"|to)\b[^.;]{0,40}\b(?:the )?(?:one(?: and the)?"
    r"|same|identical) (?:[a-z-]+ ){0,2}(?:system|ivr|recording|list|menu|machine|tree"
    r"|greeting|message|choices|options|set|service)\b"
    r"|\b(?:hear|get|find|offers?|gives? you) (?:exactly )?the (?:very )?(?:same|identical) (?:list|menu|choices"
    r"|options|recording)\b[^.;]{0,30}\b(?:either|both|all|whichever|every|each)\b"
    r"|(?:customers|callers|number|line)\b[^.]{0,30}\bsame menu\b|\b(?:share|shares) one (?:system|menu)\b"
    r"|\bboth (?:of )?(?:the |our )?(?:numbers|lines|stores|shops|offices|branches|sites|locations|clinics|desks)"
    r"\b[^.;]{0,40}\b(?:the same way|identical|alike|same (?:facility|service|choices|menu|options|keys|system))\b"
    r"|\b(?:whichever|no matter which|regardless of which) (?:of (?:the|these|those) (?:\w+ )?(?:numbers|lines) "
    r"|number "
    r"|line |one )?(?:you |callers )?(?:use|dial|call|ring|choose|pick)\b"
    r"|\b(?:menus?|options|choices|keys) (?:for|on|behind|at|of) (?:both|either)(?: of (?:them|these))?"
    r"(?: (?:numbers?|lines?))?\W*$"
    r"|\b(?:mism[oa]s? (?:\w+ )?|el mismo \w+ con las mismas )(?:men[uú]|opciones|teclas) (?:en|para|desde) (?:ambos"
    r"|los dos|las dos|ambas|cualquiera)\b|\bmismo (?:conmutador|men[uú])\b[^.]{0,20}\bmismas (?:opciones|teclas)\b"
    r"|\b(?:ambos|los dos) (?:n[uú]meros|tel[eé]fonos)\b[^.]{0,40}\b(?:mismo men[uú]|mismas opciones)\b"
    r"|\b(?:men[uú]|opciones|teclas) (?:es|son) (?:el |l[ao]s? )?mism[oa]s? (?:en|para|desde) (?:los dos|las dos"
    r"|ambos|ambas)\b|\b(?:menu|choix|options|touches) (?:est|sont) (?:le|la|les) m[eê]mes? (?:sur|pour|avec|aux) les"
    r" deux\b|\b(?:men[uü]|ansage|auswahl|tasten) (?:ist|sind) (?:(?:bei|unter|auf|f[uü]r) beiden \w+ (?:gleich"
    r"|dasselbe|dieselbe)|(?:das|die)selbe[n]? (?:bei|unter|auf|f[uü]r) beiden)\b"
    r"|\b(?:les deux|ces deux|chacun des) num[eé]ros\b[^.]{0,40}\bm[eê]mes? (?:menu|choix|options|touches)\b"
    r"|\bm[eê]mes? (?:menu|choix|options) (?:sur|pour|avec|aux) les deux\b"
    r"|\b(?:beide|beiden|unter beiden) (?:nummern|rufnummern|leitungen)\b[^.]{0,40}\b(?:gleichen?|selben?|dasselbe)"
    r" (?:men[uü]|ansage|tasten|auswahl)\b"
)
"""What says that of all numbers."""
_MENU: Final = (
    r"(?:menus?|options?|choices?|keys|recording|greeting|system|place|serveur|choix|touches|auswahl|ansage|tasten"
    r"|men[uüú]s?|opciones|teclas|locuci[oó]n)"
)
_SAME: Final = (
    r"(?:same|identical|alike|identiques?|m[eê]mes?|gleichen?|(?:das|die|der)selben?|identisch\w*|mism[oa]s?"
    r"|id[eé]ntic[oa]s?)"
)
_LEADS_ALL: Final = AnyCase(
    rf"\b{_SAME}\b[^.;]{{0,40}}\b{_MENU}\b|\b{_MENU}\b[^.;]{{0,30}}\b{_SAME}\b"
    r"|\b(?:whichever|either|both|no matter which|quel que soit|egal,? welche|beide[nr]?|ambos|cualquiera|les deux)\b"
    r"[^.;]{0,30}\b(?:dial|call|ring|use|numbers?|lines?|num[eé]ros?|\w*nummern?|n[uú]meros?|l[ií]neas?|lignes?)\b"
)
"""What says it in few words at the end of a text that leads on to the menu, right below the numbers."""
_DIFFERS: Final = AnyCase(
    r"\b(?:not|no|never|different\w*|each its|its own|pas|nicht|unterschied\w*|distint\w*)\b|n['’]t\b"
)
_MAY_SHARE: Final = (
    *("same", "share", "identical", "one system", "one menu", "one recording", "one list", "one machine"),
    *("either", "both", "whichever", "which"),
    *("ismo", "isma", "ême", "eme", "gleich", "selb", "alike", "ident", "ídent", "quel que", "egal", "beide", "ambos"),
    *("cualquiera", "les deux", "Both", "Either", "Which", "Same"),
)
_SAME_THERE: Final = re.compile(
    r"\b(?:menus?|options|choices|keys) (?:are|is) (?:exactly )?(?:the )?same(?: (?:there|either way"
    r"|(?:on|for|at|under) (?:that|this|it))\b|\W*$)"
    r"|(?<=\d)\)?,? which (?:also )?(?:rings|goes|leads|connects|takes|gets)[^.;]{0,40}"
    r"\b(?:the )?same (?:service|menu|options|choices|keys|system|team|desk|place)\b"
    r"|(?<=\d)\)?,? (?:also )?(?:uses|has|gives|plays) (?:exactly )?(?:the )?(?:very )?same (?:menu|options|choices)\b"
    r"|(?<=\d)\)?[,;:.]? [(–-]{0,2} ?(?:it has |with )?(?:the )?same (?:menu|options?|choices?|keys?)\b"
    r"|(?<=\d)\)?[,;:.]? [(–-]{0,2} ?(?:avec les |con las |mit (?:der|den) )?(?:m[eê]mes? (?:menu|choix|options"
    r"|touches)|mism[oa]s? (?:men[uú]|opciones|teclas)|(?:gleiche[sn]?|selbe[sn]?) (?:men[uü]|auswahl|tasten))\b",
    re.IGNORECASE,
)
"""What says it of the number that was named last."""
_SAME_ON: Final = re.compile(
    r"\b(?:(?:same|identical) (?:(?:phone|voice|main) )?(?:menus?|options|choices|keys|system|prompts|recording)"
    r" (?:(?:is|are|also|available|works?|runs?|plays?|heard|there|answers) ){0,2}(?:on|at|under|for|behind)"
    r"(?: (?:the )?(?:number|line))?:?"
    r"|(?:m[eê]mes? (?:menu|choix)|mism[oa] (?:men[uú]|conmutador)|mismas opciones"
    r"|(?:die|das)?(?:gleiche|selbe) (?:men[uü]|auswahl))(?: \w+){0,2}"
    r" (?:au|en(?: el)?|unter(?: der)?|auf der)(?: (?:num[eé]ro|n[uú]mero|nummer))?) (?P<number>[(+]?\d)",
    re.IGNORECASE,
)
"""What says it of the number right behind it."""


_ALL_LINES: Final = AnyCase(
    r"\b(?:either|both|all|any of (?:the|these)|cualquiera de las(?: dos)?) (?:of (?:the|these) )?(?:\w+ "
    r")?(?:lines?|numbers|number|l[ií]neas)\b"
    r"|\b(?:every|each) (?:of (?:the|our|these) )?(?:lines?|numbers?),? (?:press|choose|select|pick|hit|push)\b"
    r"|\b(?:from|on|at|with|calling|dialling|dialing|ringing|call|dial|ring) (?:either|both|any)(?: of them)?"
    r"(?: one)?,? (?:and |then |just |simply |please |you (?:can )?)?(?:press|choose|select|pick|hit|push)\b"
    r"|\beither way\b|\bwhichever (?:of them |one )?(?:you|they) (?:call|dial|ring|use|choose)\b"
    r"|^\W*(?:both|all|either|every|each)(?: \w+)? (?:offices?|branch(?:es)?|locations?|sites?)\W*$"
    r"|\b(?:(?:on|at|for|from|with|call(?:ing)?) (?:each|every|all|both|either)|whichever)(?: one)?(?: of (?:our"
    r"|the|these))? (?:\w+ )?(?:lines?|numbers?|offices?|branch(?:es)?|locations?|sites?|clinics?|stores?|depots?)\b",
)
"""What a sentence says of each of several numbers."""


@lru_cache(maxsize=2048)
def speaks_of_all_lines(words: str) -> bool:
    """Whether a sentence tells of keys that every number of its document has."""
    return _ALL_LINES.search(words)


def but_for_others(words: str, phones: Sequence[Phone]) -> Phone:
    """Give the last of several numbers before a key that is not called instead of another: `555-0100 (or 555-0101)`."""
    at = len(phones) - 1
    while at and _INSTEAD.match(words, phones[at - 1].end, phones[at].start):
        at -= 1
    return phones[at]


_INSTEAD: Final = re.compile(
    r",? ?\((?:or|from [\w ]{2,20}:?|outside [\w ]{2,20}:?|oder|ou|o)(?: \w+)? ?$", re.IGNORECASE
)
"""What stands between a number and another one in brackets that some call instead."""


def numbers_sharing(
    blocks: Iterable[Block], phones: Sequence[tuple[Phone, int]], regions: Regions, keyed: Iterable[str]
) -> list[str]:
    """Give the numbers that are said to reach one and the same menu, in the order of the document.

    Among many, one that reaches the same menu reaches that of the single number which has keys: of the `keyed`.
    """
    near = list(dict.fromkeys(phone.e164 for phone, _ in phones if phone.use == VOICE))
    if len(near) <= 1:
        return []
    every = list(blocks)
    whole = "\n".join(block.words for block in every)
    parts = [part for part in _MAY_SHARE if part in whole]
    texts = {at: block.words for at, block in enumerate(every) if any(part in block.words for part in parts)}
    at = next((at for at, words in texts.items() if _SHARED.search(words)), -1)
    if at >= 0:
        return _numbers_around(every, at, regions) or (near if len(near) <= _MOST_NUMBERS else [])
    for place, words in texts.items():
        leads = words.rstrip().endswith(":") and _LEADS_ALL.search(words) and not _DIFFERS.search(words)
        if leads and len(led := _numbers_around(every, place, regions)) > 1:
            return led
    there = {number for words in texts.values() if (number := _number_said(words, regions))}
    told = [number for number in dict.fromkeys(keyed) if number not in there]
    if len(near) > _MOST_NUMBERS and len(told) > 1:
        return []
    others = told if len(told) == 1 or len(near) > _MOST_NUMBERS else near
    first = next((number for number in others if number not in there), "")
    return [number for number in near if number == first or number in there] if there and first else []


def _numbers_around(blocks: Sequence[Block], at: int, regions: Regions) -> list[str]:
    """Give the numbers in the text that says so; where it has less than two, those right before or behind it."""
    counted = _COUNTED.search(blocks[at].words)
    if counted:
        return _numbers_counted(blocks, at, {"two": 2, "three": 3, "four": 4}[counted[1].lower()], regions)
    own = [phone.e164 for phone in phones_in(blocks[at].words, regions) if phone.use == VOICE]
    if not own and _BOTH.search(blocks[at].words) and (pair := _numbers_counted(blocks, at, 2, regions)):
        return pair
    for first, last in ((at, at + 1), (at - 1, at + 1), (at - _NEAR, at + 1), (at, at + _NEAR)):
        near = blocks[max(first, 0) : last]
        heads = [place for place, one in enumerate(near) if one.kind == HEADING]
        near = near[: heads[0]] if heads and first == at else near[heads[-1] :] if heads else near
        lines = (phone.e164 for one in near for phone in phones_in(one.words, regions) if phone.use == VOICE)
        if 1 < len(found := list(dict.fromkeys(lines))) <= _MOST_NUMBERS:
            return found
    return []


def _numbers_counted(blocks: Sequence[Block], at: int, many: int, regions: Regions) -> list[str]:
    """Give as many numbers as a text counts: those behind it, or in it and right before."""
    behind, before = blocks[at : at + 3 * _NEAR], blocks[max(at - 2 * _NEAR, 0) : at + 1]
    for near in (before, behind) if blocks[at].words.rstrip().endswith(":") else (behind, before):
        lines = (phone.e164 for one in near for phone in phones_in(one.words, regions) if phone.use == VOICE)
        found = list(dict.fromkeys(lines))
        if len(found) >= many:
            return found[:many] if near[0] is blocks[at] else found[-many:]
    return []


_COUNTED: Final = re.compile(r"\b(?:all|the|these) (two|three|four)\b", re.IGNORECASE)
_BOTH: Final = re.compile(r"\btwo\b", re.IGNORECASE)
"""What says it of two numbers, where none stands beside it."""
_NEAR: Final = 5
"""Blocks before or behind such a text in which its numbers may stand."""


def _number_said(words: str, regions: Regions) -> str:
    """Give the number right before, or behind, the words that say of it that it reaches the same menu."""
    if (there := _SAME_ON.search(words)) is not None:
        begun = there.start("number")
        near = (phone for phone in phones_in(words, regions) if phone.use == VOICE and 0 <= phone.start - begun <= 1)
        return next((phone.e164 for phone in near), "")
    found = _SAME_THERE.search(words)
    if found is None:
        return ""
    before = [phone for phone in phones_in(words[: found.start() + 1], regions) if phone.use == VOICE]
    return before[-1].e164 if before else ""

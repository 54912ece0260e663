"""Menus behind words that lead to them, in one line with these: `If you press 1: For cars, press 1. For homes, ...`.

Recordings say first what a key is for, so that such a menu is several sentences, none of which tells of the first key.
A block is parted before such words, and behind the name of a key over its menu: `Option 1 - Claims: "For cars, ..."`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ivr.prose.anycase import AnyCase, AtWord
from ivr.prose.block import ITEM, PARAGRAPH, Block
from ivr.prose.tokens import folded
from ivr.prose.words import NAMES

_NAME: Final = (
    r"zero|one|two|three|four|five|six|seven|eight|nine|uno|dos|tres|cuatro|cinco|deux|trois|quatre|cinq|eins|zwei"
    r"|drei|vier|fünf"
)
_DIGIT: Final = r"(?<![\w.:/$€£+-])[0-9](?![\w%]|[.:/,-]\d| ?[ap]\.?m\b| (?:days?|hours?|minutes?|rings?|uhr|h)\b)"
_PRESSING: Final = (
    r"press(?:ed|es|ing)?|choos(?:e|es|ing)|chose|chosen|select(?:s|ed|ing)?|pick(?:s|ed|ing)?|hit(?:s|ting)?"
    r"|push(?:ed|es|ing)?|dial(?:s|ed|led|ing|ling)?|enter(?:s|ed|ing)?|option|key|menu|number(?= \d)"
    r"|puls\w+|oprim\w+|marc\w+|marqu\w+|presion\w+|elig\w+|elij\w+|opci[oó]n|tecla"
    r"|tap(?:ez|é|er|ent|e)|appuy\w+|compos\w+|choisi\w*|touche|dr[uü]ck\w*|gedr[uü]ckt|(?:ge)?w[aä]hl\w*|taste"
)
_THE: Final = r"(?: (?:option|key|number|the|on|la|el|le|die|der|auf|sur|taste|touche|tecla|opci[oó]n))*"
_COMING: Final = (
    r"if|when|whenever|once|after|(?:up)?on(?= (?:press|choos|select|pick|hit|enter|dial)\w*ing)|having|under"
    r"|behind|inside|within|(?:callers?|customers?|people|those|anyone|everyone|members|patients) (?:who|that)"
    r"|(?:second |next )?(?:menu|level) (?:behind|under|below|after|for|of)"
    r"|si|cuando|al|tras|despu[eé]s de|una vez|une fois|quien|quienes|(?:los|las) que|ceux qui"
    r"|wenn|wer|nach|hinter|unter|bei|nachdem|haben sie|anrufer, die|lorsque|quand|apr[eè]s|derri[eè]re|sous"
    r"|en(?= la opci)"
)
_OPENING: Final = (
    r"has|have|offers?|brings?|leads?|opens?|gives?|splits?|branches|asks?|plays?|is a|goes|takes|tiene|ofrece|abre"
    r"|lleva|hat|bietet|[oö]ffnet|f[uü]hrt|propose|ouvre|m[eè]ne|donne"
)
_AFTER: Final = (
    r"(?:after|behind|under|inside|below|nach|hinter|unter|bei|apr[eè]s|sous|derri[eè]re|tras|despu[eé]s de|dentro de)"
)
_OF_KEY: Final = (
    r"(?:(?:l|d)['’]|(?:the|key|option|choice|number|pressing|choosing|der|dem|die|taste|ziffer|auswahl|le|la|el|l"
    r"|touche|choix|opci[oó]n|tecla) )*"
)
"""What may stand between such a word and its key."""
_LEAD: Final = re.compile(
    rf"(?:^|(?<=[.!?] )|(?<=[.!?][\"”»)] ))[\"“„«(*\[]{{0,2}}(?:(?:and|but|then|so|y|und|et|puis|dann|luego),? )?"
    rf"(?:(?:{_COMING})\b(?=[^.:;!?]{{0,60}}\b(?:{_PRESSING})\b)|(?:after|behind|under|inside|nach|hinter|unter|sous"
    rf"|derri[eè]re|tras)(?=[^.:;!?]{{0,12}}:)|(?:sub-?menu|untermen[uü]|sous-menu|submen[uú])\b|(?:pressing|choosing|selecting|picking|hitting|dialling|dialing|pulsando"
    rf"|marcando)\b"
    rf"|{_AFTER}(?= (?:del )?{_OF_KEY}{_DIGIT})"
    rf"|(?![^.:;!?\d]{{3,80}}?\b(?:its|their|eigene[ns]?) )[^.:;!?\d]{{3,120}}?"
    rf"\b(?={_AFTER} (?:del )?{_OF_KEY}{_DIGIT}(?: \([^().:;\d]{{1,40}}\))? ?[:.])"
    rf"|(?:(?:key|option|choice|opci[oó]n|touche|taste|tecla|auswahl|choix|le|la|die|el)\b"
    rf"(?= \d (?:(?:then|also|now|vous|ihnen|dann|ensuite|le|luego) )*(?:{_OPENING})\b)))"
    rf"(?P<way>[^.:;!?\d]{{1,60}}?(?:{_DIGIT}|\b(?:{_PRESSING}){_THE} (?:{_NAME})\b)"
    rf"(?:(?:,| and| then| y| et| und| puis| dann| luego)+ {_DIGIT})?)(?P<said>[^.:;!?\d]{{0,60}})"
    r"(?::\s*|,? (?=[\"“„«])|\. (?=(?:then |now |please )?(?:press|choose|select|hit|push|dial|pulse|oprima|marque"
    r"|tapez"
    r"|appuyez sur|dr[uü]cken sie|w[aä]hlen sie) (?:the |le |la |el |die )?1\b))",
    re.IGNORECASE,
)
"""Words up to a colon, a quote, or the request for the first key, that say of a key that it was pressed."""
_SEP: Final = r"(?: ?:| [–—-]| ?[=→]|\.)\s+"
_LABEL: Final = re.compile(
    rf"(?:(?:press|option|opt|key|touche|taste|tecla|opci[oó]n|digit)\W{{0,2}}[0-9*#]\W{{1,4}}[^\W\d][^.:;!?\d]{{1,60}}?"
    rf"|[\[(]?[0-9*#](?:[\])]|\.|\)|:| [–—=-]| [-=]>)? ?[^\W\d][^.:;!?\d]{{1,60}}?"
    rf"|[^\W\d][^.:;!?\d()]{{1,60}} \((?:(?:press|option|opt|key|touche|taste|tecla|opci[oó]n) )?[0-9*#]\)){_SEP}",
    re.IGNORECASE,
)
"""A key with its name, up to what follows it."""
_NAMED: Final = re.compile(rf"[^\W\d][^.:;!?\d]{{1,60}}?{_SEP}")
"""What stands behind the number of an item up to the same."""
_REQUEST: Final = re.compile(
    rf"\b(?:press|choose|select|hit|push|dial|pulse|oprima|presione|marque|tapez|appuyez sur|faites|composez"
    rf"|dr[uü]cken sie|w[aä]hlen sie|option|key|touche|tecla|taste|opci[oó]n){_THE} [\"“]?(?P<key>[0-9*#](?![\w.:]*\d)"
    rf"|(?:{_NAME})\b)",
    re.IGNORECASE,
)
_ROW: Final = re.compile(
    r"\W{0,3}1(?: ?[=:)–-])? (?!(?:of|or|and|to|through|y|o|et|ou|und|oder|bis) )\(?[^\W\d][^.;:\d]{1,60}?[,;/.]? ?"
    r"(?:(?:and|or|y|o|et|ou|und|oder) )?[(\[]?2(?: ?[=:)–-])? \(?[^\W\d]"
    r"|(?:the )?[^\W\d][^.;:\d]{1,60}?[ (=:→–-]1(?:\)?[,;]|\)(?= (?:and|or|y|o|et|ou|und|oder) ))"
    r" (?:(?:and|or|y|o|et|ou|und|oder) )?[^\W\d][^.;:\d]{1,60}?"
    r"[ (=:→–-]2\)?(?=[,;.]|$| (?:and|or|y|o|et|ou|und|oder) )",
    re.IGNORECASE,
)
"""A menu that is a row of keys: `1 cars, 2 homes`, `cars (1), homes (2)`."""
_AIMED: Final = (
    r"(?:for|to|if|about|when|para|si|en caso de|por|pour|s['’]il|en cas d[e']|f[uü]r|wenn|falls|bei|beim|um|zum|zur)"
)
_ASKED_ROW: Final = re.compile(
    rf"(?:then )?(?:press|choose|select|hit|push|dial|pulse|marque|tapez|faites|dr[uü]cken sie|w[aä]hlen sie) "
    rf"(?:the |die |le |la |el )?1,? {_AIMED}\b[^.;:\d]{{2,60}}(?:[,;]|(?= (?:and|or|y|o|et|ou|und|oder) )) ?"
    rf"(?:(?:and|or|y|o|et|ou|und|oder) )?(?:the |die |le |la |el )?2,? {_AIMED}\b",
    re.IGNORECASE,
)
"""A menu whose first key alone is asked for: `press 1 for cars, 2 for homes`."""
_FEWEST: Final = 2
_ELSEWHERE: Final = AnyCase(
    r"\d{3}|\b(?:main|previous|first|principal|anterior|pr[eé]c[eé]dent|haupt)\w* ?men|\bmenu (?:principal|pr[eé]c)"
    r"|\b(?:call|ring|e-?mail|text|write|visit|online|website|app|not|never|don['’]t)\b"
)
"""What is said of a number, of another way, or of going back, and leads to no menu."""


def asks_for_menu(words: str) -> bool:
    """Whether words ask for several keys, from 1 on: `For cars, press 1. For homes, press 2.`."""
    keys = _asked(words)
    return bool(keys) and keys[0] == "1" and "2" in keys


def _opens_menu(words: str) -> bool:
    """Whether words begin to tell of several keys, in sentences or in a row."""
    return asks_for_menu(words) or _ROW.match(words) is not None or _ASKED_ROW.match(words) is not None


def _asked(words: str) -> list[str]:
    """Give the keys that words ask for, in their order."""
    return [_digit(found["key"]) for found in _REQUEST.finditer(words)]


def asked_in(words: str) -> frozenset[str]:
    """Give the keys that words ask for."""
    return frozenset(_asked(words))


def _digit(key: str) -> str:
    return NAMES.get(folded(key), key)


def led_in_line(words: str) -> tuple[tuple[str, ...], int]:
    """Give the keys of which a block begins by saying that they were pressed, and where the menu behind them begins."""
    found = _LEAD.match(words) if _may_lead(words) else None
    if found is None or _ELSEWHERE.search(found[0]) or not _opens_menu(words[found.end() :]):
        return (), 0
    return tuple(_digit(key) for key in _KEY.findall(found["way"])), found.end()


def led_by_name(words: str) -> int:
    """Give where the menu begins behind the words of a block that lead to it by its name; 0 where none do."""
    found = _NAMED_LEAD.match(words) if _may_lead(words) else None
    return found.end() if found is not None and asks_for_menu(words[found.end() :]) else 0


_NAMED_LEAD: Final = re.compile(
    r"[\"“„«(*\[]{0,2}(?:(?:and|but|then|so|y|und|et|puis|dann|luego),? )?"
    r"(?:(?:if|when|once|after|having|under|inside|within|in|for|on|choosing|selecting|si|cuando|tras|al|dentro|en|para"
    r"|wenn|nach|unter|im|bei|quand|lorsque|apr[eè]s|sous|dans|pour) [^.:;!?,\d]{3,60}(?:, [^.:;!?,\d]{3,50})?"
    r"|(?:the )?[^.:;!?,\d]{3,40} (?:sub-?)?(?:menu|callers|customers|option|choice|branch)\b[^.:;!?\d]{0,40})"
    r"(?::\s+(?=\S)|,? (?=[\"“„«]))",
    re.IGNORECASE,
)
"""Words up to a colon, or a quote, that may lead to a menu by its name: `If you choose claims, you will hear:`."""
_KEY: Final = re.compile(rf"[0-9]|\b(?:{_NAME})\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _may_lead(words: str) -> bool:
    """Whether words may have a menu in them with words before it, by what is soon found."""
    return (
        len(words) > _SHORTEST
        and _names_two(words)
        and not _MARKS.isdisjoint(words)
        and (
            (_ASKS.search(words) and ({"1", "2"} <= set(_asked(words)) or _ASKED_ROW.search(words) is not None))
            or (":" in words and _has_one_and_two(words) and _ROW.search(words) is not None)
        )
    )


def _names_two(words: str) -> bool:
    """Whether words have the keys 1 and 2 in them, or the names of these."""
    if "1" in words and "2" in words:
        return True
    small = words.lower()
    return any(two in small for two in _TWOS) and any(one in small for one in _ONES)


_ASKS: Final = AtWord(
    r"\b(?:press|choose|select|hit|push|dial|pulse|oprima|presione|marque|tapez|appuyez|faites|composez|dr[uü]cken"
    r"|w[aä]hlen|option|key|touche|tecla|taste|opci[oó]n)\b"
)
"""What every request of such a menu has in it."""
_ONE: Final = re.compile(r"1(?!\d)")
_TWO: Final = re.compile(r"2(?!\d)")


def _has_one_and_two(words: str) -> bool:
    """Whether a 1 that may be a key is followed by such a 2."""
    one = _ONE.search(words)
    return one is not None and _TWO.search(words, one.end()) is not None


_TWOS: Final = ("2", "two", "dos", "deux", "zwei")
_ONES: Final = ("1", "one", "uno", "un", "eins", "eine")
_SHORTEST: Final = 20
_MARKS: Final = frozenset(':"“«„–—-=→.')


def parted_at_leads(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks, each menu behind such words as a block of its own, which begins with them."""
    every = _nested(list(blocks))
    for at, block in enumerate(every):
        if block.kind not in {ITEM, PARAGRAPH} or not _may_lead(block.words):
            yield block
            continue
        starts = [found.start() for found in _LEAD.finditer(block.words) if _begins_menu(block.words, found)]
        edges = [0, *(start for start in starts if start), len(block.words)]
        for start, end in pairwise(edges):
            part = block._replace(text=block.text.cut(start, end)) if len(edges) > _FEWEST else block
            if led_in_line(part.words)[1]:
                yield part
                continue
            yield from _labelled(part, every[max(at - _NEAR, 0) : at + _NEAR])


_NEAR: Final = 6
"""Lines on each side of one by which it is told whether their numbers are keys."""


def _nested(blocks: list[Block]) -> list[Block]:
    """Put the lines below the name of a key within it, where they ask for keys from 1 on."""
    at = 0
    while at < len(blocks):
        begun = at = at + 1
        if not _is_title(blocks[begun - 1]):
            continue
        title = blocks[begun - 1]
        while at < min(len(blocks), begun + _MOST_LINES) and _is_below(blocks[at], title, blocks[begun]):
            at += 1
        if asks_for_menu(" ".join(one.words for one in blocks[begun:at])):
            blocks[begun:at] = [one._replace(level=one.level + 1) for one in blocks[begun:at]]
    return blocks


def _is_title(block: Block) -> bool:
    """Whether a line is nothing but the name of a key, and a colon behind it."""
    if block.kind not in {ITEM, PARAGRAPH} or block.words[-1:] != ":" or len(block.words) > _LONGEST_TITLE:
        return False
    named = _LABEL if not block.marker else _NAMED
    return named.fullmatch(f"{block.words} ") is not None and not _ELSEWHERE.search(block.words)


def _is_below(block: Block, title: Block, first: Block) -> bool:
    """Whether a line stands in the list or the paragraph below such a name."""
    same = block.kind == first.kind and block.group == first.group and block.level == first.level == title.level
    return same and block.kind in {ITEM, PARAGRAPH} and not _is_title(block)


_LONGEST_TITLE: Final = 80
_MOST_LINES: Final = 12


def _begins_menu(words: str, found: re.Match[str]) -> bool:
    behind = next(_LEAD.finditer(words, found.end()), None)
    return not _ELSEWHERE.search(found[0]) and _opens_menu(
        words[found.end() : behind.start() if behind else len(words)]
    )


def _labelled(block: Block, near: Sequence[Block]) -> Iterator[Block]:
    """Give a block that is the name of a key over its menu as two, the menu within the other."""
    end = _label_end(block)
    beside = [one for one in near if one.group == block.group and one.level == block.level and one is not block]
    numbered = block.marker or block.words.lstrip("[(")[:1].isdigit()
    if not end or (numbered and not (beside and all(len(one.words) <= _SHORT or _label_end(one) for one in beside))):
        yield block
        return
    yield block._replace(text=block.text.cut(0, len(block.words[:end].rstrip(" :–—-=→."))))
    yield block._replace(text=block.text.cut(end, len(block.words)), level=block.level + 1, marker="")


_SHORT: Final = 60
"""Letters of a line that is nothing but a key and what it is for."""


def _label_end(block: Block) -> int:
    """Give where the name of a key ends with which a block begins, over a menu; else 0."""
    words = block.words
    found = _LABEL.match(words) or (_NAMED.match(words) if block.marker else None)
    rest = words[found.end() :] if found is not None else ""
    led = (
        found is not None and not _ELSEWHERE.search(found[0]) and (asks_for_menu(rest) or bool(_ASKED_ROW.match(rest)))
    )
    return found.end() if found is not None and led else 0

"""Menus that a specification or a list of prompts calls by a name of its own, and the keys that lead to them.

`Digit 2 goes to node AID`, and further down `Node AID`; `pay_menu is played after key 2`, and above that `pay_menu`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block
from ivr.prose.words import NAMES

_NAME: Final = (
    r"[A-Za-z]\w*_\w+|[a-z]{2,12}-[a-z]{2,12}(?:-[a-z]{2,12})?(?![\w-])|[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*|[A-Z]\d{1,3}"
)
_KIND: Final = (
    r"(?i:node|nodo|n[oœ]+ud|knoten|menus?|men[uúü]|sub-?menu|step|state|prompt|block|announcement|ansage|annonce"
    r"|locuci[oó]n)"
)
_NUMBER: Final = rf"{_KIND} (\d{{2,4}})\b"
"""The number by which a specification calls a menu: `node 200`."""
_BY_DIGITS: Final = re.compile(rf"\W*(?:{_KIND}\W+)?(\d{{2,4}})(?![\d.,:/%-])(?: ?[:–—-])? +(?=[A-Z])")
"""How the heading over such a menu begins: `200 Appointments`."""
_CALLED_SO: Final = re.compile(rf"{_KIND} (\d{{2,4}})(?: ?[:–—-])? +[A-Z][^.:;!?|]{{1,40}}")
"""A line that is nothing but such a number and the name of the menu: `Menu 200 Orders`."""
_IN_BRACKETS: Final = re.compile(rf"[(\[]{_NUMBER}[)\]]\W*$")
"""How it ends: `2. New claim (node 200)`."""
_FILE: Final = r"(?:\.(?:wav|mp3|ogg|aiff?|pcm|ulaw|gsm))?"
_TITLE: Final = re.compile(
    rf"\W*(?:\d[\d.]*\W+)?(?:{_KIND}\W+)?({_NAME}){_FILE}(?: {_KIND})?(?: \([^()]{{1,16}}\))?\W*$"
)
"""A heading that is nothing but the name of a menu: `3. Node AID`."""
_LABEL: Final = re.compile(
    rf"\W*(?:({_NAME})(?:\.\w{{2,4}})?(?:\]|:| \||$| (?=[A-Z ]+$))|([A-Z][a-z]*_\w+) \([^()]{{2,24}}\))"
)
"""The name with which a line or a row begins: `pay_menu | To pay with a card`."""
_TO: Final = (
    r"(?i:(?:goes|go|jumps|leads|branches|continues|transfers) (?:on )?to|goto|opens|plays|calls|[-=]>|→|va a"
    r"|lleva a|vers|zu)"
)
_KEY: Final = (
    r"(?:^|[|;,.(]\s*|(?:→|->|=>|>) ?|\b(?i:digit|key|option|press|dtmf|taste|touche|tecla|opci[oó]n) ?)([0-9*#])\b"
)
_ON: Final = re.compile(
    rf"{_KEY}[^.;]{{0,50}}?(?:{_TO}\W{{0,3}}(?:(?:the |{_KIND} |\W){{0,2}}({_NAME})\b|(?:the )?{_NUMBER}"
    rf"|(?<=[>→] )(\d{{2,4}})(?![\w.:]))|\(({_NAME})\)\W*$)",
    re.MULTILINE,
)
"""What leads from a key to the name of a menu."""
_AFTER: Final = re.compile(
    rf"\b({_NAME})\b[^.;|]{{0,40}}?\b(?i:after|when|if|once|behind|upon|on|nach|wenn|hinter|apr[eè]s|tras)\b"
    rf"[^.,;|()\d]{{0,30}}?(?i:press(?:es|ed|ing)?|keys?|options?|digits?|taste|touche|tecla) ([0-9*#])\b"
    rf"(?:[^.;|]{{0,12}}\b(?:in|of|from) ({_NAME})\b)?"
)
"""What says after which key a menu comes, and of which other one that key is."""
_BEHIND: Final = re.compile(
    r"\W*(?:\[[^\][]{1,24}\]\W{0,3}|[A-Z0-9][\w-]{0,9}\W{1,3})?[(\[]"
    r"(?:(?:only|nur|this|plays?|played|heard|spoken|used) ){0,2}"
    r"(?:after|behind|follow(?:s|ing)|on|under|if|nach|hinter|bei|tras|despu[eé]s de|al|apr[eè]s|derri[eè]re|sur)"
    r" (?:(?:the|key|option|press|pressing|taste|der|die|la|el|le|touche|tecla|opci[oó]n) ){0,2}"
    r"([0-9*#]|[a-z]{3,5})(?: (?:on|in|of|from|at) [\w .-]{2,24})?(?: pressed)?:?[)\]]\W{0,3}(?=\w)",
    re.IGNORECASE,
)
"""How the wording of a menu begins that says which key comes before: `[P2] (after 9) For taxes, press 1.`"""
_OF_MENU: Final = (
    r"(?:the )?(?:sub-?menus?|menus?|sous-menus?|submen[uú]s?|men[uú]s?|(?:unter)?men[uü]s?) (?P<menu>[a-z]|\d{1,2})"
)
_NUMBERED: Final = re.compile(rf"\W*{_OF_MENU}(?: ?[(:–—-][^:.;]{{2,60}})?\W*$", re.IGNORECASE)
"""A heading that calls its menu by a letter or a number: `Submenu B`, `Menu 2: Bills`."""
_TO_NUMBERED: Final = re.compile(
    rf"\W*(?P<key>[0-9*#])(?:\W| \| ).{{3,90}}?(?:\b(?:goto|go(?:es)? to|leads to|opens|plays|see|voir|ver|siehe)"
    rf"|-|>|→|=|\||\(|:|,|–|—) ?(?:(?:to|see|goto) )?{_OF_MENU}\)?\W*$",
    re.IGNORECASE,
)
"""A line that ends with such a name, and begins with the key that leads there."""
_PLAYED: Final = re.compile(
    r"\W*(?i:(?:only |then )?(?:plays?|played|heard|spoken|starts|used) (?:right )?(?:on|after|behind|upon|following)"
    r"|follows|after|behind|following|nach|hinter|tras|apr[eè]s)"
    rf" (?i:(?:the )?(?:key|option|press|pressing|taste|tecla|touche) )?([0-9*#]|{_NAME}|[a-z]{{3,5}})\W*"
)
"""A cell of a row that says after what its wording is played: `plays on one`, `plays after RL-03`."""
KEY_NAMED: Final = (
    r"(?P<key>[0-9*#](?![\w.:])|(?:zero|one|two|three|four|five|six|seven|eight|nine|star|hash|pound|cero|uno|dos|tres"
    r"|cuatro|cinco|seis|siete|ocho|nueve|un|deux|trois|quatre|cinq|sept|huit|neuf|null|eins|zwei|drei|vier|f[uü]nf"
    r"|sechs|sieben|acht|neun)\b)"
)
_WHEN: Final = (
    r"(?:only |nur |s[oó]lo )?(?:(?:if|when|once|after|for|on|wenn|nach|bei|si|cuando|quand|apr[eè]s|tras) )?"
    r"(?:(?:the |der |die |el |le )?(?:callers?|customers?|they|you|users?|members?|people|someone|anrufer(?:in)?"
    r"|kunden?|cliente|client|on) )?(?:(?:who|has|have|had|hat|haben|is|was|a|ha) )?"
)
THE_KEY: Final = r"(?:(?:key|option|number|digit|the|taste|die|touche|tecla|opci[oó]n|la|el|le) )*"
_PRESSED_BEFORE: Final = (
    re.compile(
        rf"(?:^\W*|[(\[]|[,–—-] ?){_WHEN}(?:press(?:ed|es|ing)?|chose|chosen|chooses?|choosing|select(?:s|ed|ing)?"
        rf"|hits?|dial(?:l?ed|s)?|pick(?:s|ed)?|dr[uü]ckt|marc[oó]|puls[oó]|pulsa|tap[eé]) {THE_KEY}{KEY_NAMED}"
        r"(?: (?:on|in|at|of|from) [\w .-]{2,24})?\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^\W*|[(\[]|[,–—-] ?){_WHEN}{THE_KEY}{KEY_NAMED} (?:(?:is|was|wurde|ist) )?(?:pressed|chosen|selected"
        r"|gedr[uü]ckt|gew[aä]hlt|pulsad[oa]|choisie?)\W*$",
        re.IGNORECASE,
    ),
)
"""What says at the end of a label that its prompt is heard after a key: `(if they pressed one)`."""
_DEEPEST: Final = 6
"""Menus within each other."""


def behind_marked(words: str) -> tuple[tuple[str, ...], int]:
    """Give the key after which the words of a block are spoken, where it begins with that, and where that ends."""
    found = _BEHIND.match(words)
    key = (found[1] if found[1] in "*#" or found[1].isdigit() else NAMES.get(found[1].lower(), "")) if found else ""
    return ((key,), found.end()) if key and found else ((), 0)


def way_marked(words: str) -> tuple[str, ...]:
    """Give the keys after which the menu of a heading comes, if it says so: `(after 1, then 2)`, `If 1 pressed`."""
    if found := _WAY.search(words):
        return tuple(_DIGIT.findall(found[0]))
    pressed = next((match for pattern in _PRESSED_BEFORE if (match := pattern.search(words)) is not None), None)
    key = pressed["key"].lower() if pressed is not None else ""
    return (NAMES.get(key, key),) if key else ()


_DIGIT: Final = re.compile(r"[0-9*#]")
_PRESSED: Final = r"(?:(?:the|key|keys|option|press|pressing|taste|der|die|la|las|el|le|les|touche|tecla) ){0,3}"
_WAY: Final = re.compile(
    r"[(\[](?:only |nur |s[oó]lo |seulement )?(?:after|behind|following|nach|hinter|tras|despu[eé]s de|apr[eè]s"
    r"|derri[eè]re)"
    rf" {_PRESSED}[0-9*#]"
    r"(?:(?:,? (?:and )?(?:then|dann|danach|und|luego|despu[eé]s|y|puis|ensuite|et|and)| ?[,>→–-]) ?"
    rf"{_PRESSED}[0-9*#]){{0,4}}[)\]]",
    re.IGNORECASE,
)


def name_of(block: Block) -> str:
    """Give the name of its own by which a heading, a row or a line calls a menu, or nothing."""
    words = block.cells[0].words if block.kind == ROW and block.cells else block.words
    if (numbered := _NUMBERED.match(words)) is not None:
        return _called(numbered)
    found = (_TITLE if block.kind in {HEADING, ROW} else _LABEL).match(words)
    if found is None and block.kind == HEADING:
        found = _BY_DIGITS.match(words) or _IN_BRACKETS.search(words)
    if found is None and block.kind == PARAGRAPH:
        found = _CALLED_SO.fullmatch(words)
    return next(filter(None, found.groups()), "") if found else ""


_MANY: Final = 20
"""Names of menus that are not sought one by one."""


class Links(NamedTuple):
    """The keys that lead to each menu that has a name of its own, and what says so.

    `saying` are the places of what says nothing else; `leading` those of items that say it of a key, each with the name
    of the menu, of which the items nested in it may tell more.
    """

    ways: dict[str, tuple[str, ...]]
    saying: frozenset[int]
    leading: dict[int, str]


def menus_linked(blocks: Sequence[Block]) -> Links:
    """Give the keys that lead to each menu that has a name of its own."""
    named = [(name_of(block), block) for block in blocks]
    names = {name for name, _ in named if name}
    links: dict[str, tuple[str, str]] = {}
    saying: set[int] = set()
    leading: dict[int, str] = {}
    goes_with: dict[str, str] = {}
    here, in_row = "", False
    for at, (name, block) in enumerate(named if names else ()):
        here = name or ("" if in_row and block.kind != ROW else here)
        in_row = block.kind == ROW
        words = _with_key(block, ", ")
        told = words if len(names) > _MANY or any(one in words for one in names) else ""
        for found in _ON.finditer(told):
            called = found[2] or found[3] or found[4] or found[5]
            if called in names and called != here:
                links.setdefault(called, (found[1], here))
                leading |= {at: called} if block.kind == ITEM else {}
        if (to := _numbered_to(block)) is not None and to[1] in names and to[1] != here:
            links.setdefault(to[1], (to[0], here))
        if (row := _row_to(block)) is not None and row[1] in names and row[1] != (row[2] or here):
            links.setdefault(row[1], (row[0], row[2] if row[2] in names else here))
        if name and (played := _played_after(block)):
            if played in names:
                goes_with[name] = played
            else:
                links.setdefault(name, (played, ""))
        for found in _AFTER.finditer(block.words if told else ""):
            if found[1] in names:
                links.setdefault(found[1], (found[2], found[3] or ""))
                saying.add(at)
    links = _leading_down(links, [name for name, _ in named])
    ways = {name: _way(name, links) for name in links}
    ways |= {name: ways[first] for name, first in goes_with.items() if name not in ways and first in ways}
    return Links(ways, frozenset(saying), leading)


def _played_after(block: Block) -> str:
    """Give the key, or the name of the wording, after which that of a row is played, as a cell of its own says."""
    cells = block.cells[1:] if block.kind == ROW else ()
    found = next((match for cell in cells if (match := _PLAYED.fullmatch(cell.words.strip())) is not None), None)
    after = found[1] if found is not None else ""
    return NAMES.get(after.lower()) or ("" if after.isalpha() and after.islower() else after)


def _with_key(block: Block, between: str) -> str:
    """Give the words of a block behind the number before it; nothing of one without any digit or sign."""
    if block.marker:
        return f"{block.marker}{between}{block.words}"
    return block.words if _DIGIT.search(block.words) else ""


def _numbered_to(block: Block) -> tuple[str, str] | None:
    """Give the key of a line and the menu that it ends with, by its letter or number: `2 - Bills -> Menu B`."""
    found = _TO_NUMBERED.match(_with_key(block, ". "))
    return (found["key"], _called(found)) if found is not None else None


def _called(found: re.Match[str]) -> str:
    """Give one name for a menu that is called by a letter or a number, however it is written."""
    return f"menu {found['menu'].upper()}"


def _row_to(block: Block) -> tuple[str, str, str] | None:
    """Give the key of a row, the name of the menu that it has in a cell of its own, and what stands before the key.

    `3 | IVR-ACCT (id 5)`, `100 | 1 | node 200`.
    """
    cells = [cell.words.strip() for cell in block.cells]
    at = next((at for at, cell in enumerate(cells[:_FIRST]) if len(cell) == 1 and (cell.isdigit() or cell in "*#")), -1)
    if block.kind != ROW or at < 0 or len(cells) <= at + 1:
        return None
    later = cells[at + 1 :]
    found = next((match for cell in later if (match := _TITLE.match(cell) or _BY_NUMBER.fullmatch(cell))), None)
    return (cells[at], found[1], cells[0] if at else "") if found is not None else None


_FIRST: Final = 2
"""Columns of a table of menus in which a key stands: the first, or that behind the name of its menu."""


def calls_menu(topic: str, names: Collection[str]) -> bool:
    """Whether what a key is for is nothing but the name of the menu that it leads to, or whom it rings: `node AID`."""
    found = _CALLED.fullmatch(topic) if names else None
    return (found is not None and (found[1] or found[2]) in names) or (bool(names) and bool(_RINGS.fullmatch(topic)))


_RINGS: Final = re.compile(
    rf"(?:rings?|dials?|sends? to|{_TO}) .{{3,60}}?\b(?:ext(?:ension)?|poste|durchwahl|nebenstelle|interno)\b"
    r"\.? ?\d{2,5}\W*",
    re.IGNORECASE,
)
"""Whom a key rings, by an extension, which says less than what callers hear of it."""


_BY_NUMBER: Final = re.compile(rf"(?:(?:{_TO}) )*{_NUMBER}(?:,? (?:and )?(?:then|back)\b[^|]*)?\W*")
"""A cell that is nothing but the number of a menu: `Node 200`."""
_CALLED: Final = re.compile(
    rf"(?:(?:{_TO}|{_KIND}) )*(?:({_NAME})|(?<= )(\d{{2,4}})(?:,? (?:and )?(?:then|back)\b.*)?)\W*"
)


def _leading_down(links: dict[str, tuple[str, str]], order: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Leave out the keys that lead back: of menus that lead to each other, the one that stands first is the upper."""
    links = dict(links)
    for name in filter(None, dict.fromkeys(order)):
        above = name
        for _ in range(_DEEPEST):
            above = links[above][1] if above in links else ""
            if above == name:
                links.pop(name, None)
                break
    return links


def _way(name: str, links: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    """Give all keys to a menu: those to the one that its key is of first."""
    way: list[str] = []
    while name in links and len(way) < _DEEPEST:
        key, name = links[name]
        way.append(key)
    return tuple(reversed(way))

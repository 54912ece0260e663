"""Lists whose keys are words, as people write them: `ONE - bookings`, `two for the bar`; and those keys as digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ivr.prose.block import ITEM, PARAGRAPH, Block, Text
from ivr.prose.enumerated import in_equations
from ivr.prose.line_search import found_beside
from ivr.prose.tokens import folded
from ivr.prose.words import NAMES

_LINE: Final = re.compile(
    r"(?P<mark>[ \t]*(?:[-*•·][ \t]+)?)(?:(?P<article>die|el|la|le|l['’]) ?)?"
    r"(?P<key>[^\W\d_]{2,10}|(?<=[ '’])[0-9*#])"
    r"(?=[ \t]*(?:[|:=→]|->|[-–—](?=\s))[ \t]*[^\W\d]|[ \t]{2,}[^\W\d]|, (?-i:[a-zäöüéàñ])"
    r"|,? (?:is |are |es |est |ist )?(?:for|to|if|gets|means|para|si|pour|per|f[uü]r|wenn|bei|beim|zu[mr]|um)\b)"
    r"|(?P<bare>[ \t]*)(?P<loud>(?:ZERO|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|STAR))(?= [^\W\d])",
    re.IGNORECASE,
)
"""A line that begins with the name of a key; one in capitals may stand right before what it is for."""
_LAST: Final = re.compile(
    r"(?:[→:>–—]|->|\.{3,})[ \t]*(?P<article>(?:die|der|el|la|le|l['’]) ?)"
    r"(?P<key>[0-9*#]|[^\W\d_]{2,10})[.;,!]?[ \t]*$",
    re.IGNORECASE,
)
"""A line that ends in a key with an article: `Cartes → le 2`."""
_LEADERS: Final = ("→", ":", ">", "–", "—", "...")
_FEWEST: Final = 3
"""Lines in a row that make a list of such keys."""


_Key = tuple[int, int, str]
"""Where a key begins and ends as it is written, and its digit or sign."""


def in_digits(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks whose lists have digits for keys, where these stand there as words."""
    written = _written([one.words if one.kind in {ITEM, PARAGRAPH} and not one.marker else "" for one in blocks])
    return [
        one._replace(text=_begun(one.text, *written[at])) if at in written else _in_sentences(one)
        for at, one in enumerate(blocks)
    ]


def _in_sentences(block: Block) -> Block:
    """Give a block whose sentences are a list of such keys with digits: `One is for bills. Two, if it broke`."""
    if block.kind not in {ITEM, PARAGRAPH}:
        return block
    block = in_equations(_said_once(block) if "(" in block.words else block)
    found = [
        (*one.span(one.lastgroup or 0), NAMES[folded(one[one.lastgroup or 0])])
        for one in (_WITH_KEY.finditer(block.words) if _NAME.search(block.words) else ())
    ]
    if not found and _SECOND.search(block.words):
        found = [(one.start("key"), one.end("key"), NAMES[folded(one["key"])]) for one in _ROW.finditer(block.words)]
        found = found if _is_list([key for _, _, key in found]) else []
    if not found and "Two" in block.words and _HEARD.search(block.words):
        found = [(one.start("key"), one.end(), NAMES[folded(one["key"])]) for one in _SENTENCE.finditer(block.words)]
        found = found if _is_list([key for _, _, key in found]) else []
    text = block.text
    for start, end, key in reversed(found):
        text = text.put(start, end, key)
    return block._replace(text=text)


def _said_once(block: Block) -> Block:
    """Give a block with the keys as digits that stand there as a word and as a digit: `press one (1)`."""
    text = block.text
    for one in reversed(list(_TWICE.finditer(block.words))):
        if NAMES.get(folded(one[1])) == one[2]:
            text = text.put(one.start(), one.end(), one[2])
    return block._replace(text=text)


_TWICE: Final = re.compile(r"\b([^\W\d_]{3,6}) \(([0-9])\)")

_SECOND: Final = re.compile(r"[,;.] (?:Zwei|[Dd]os|[Dd]eux) [^\W\d]")
_ROW: Final = re.compile(
    r"(?:^|[.:;,] (?:(?:und|y|et) )?)(?P<key>Null|Eins|Zwei|Drei|Vier|Fünf|Sechs|Sieben|Acht|Neun|[Uu]no|[Dd]os|[Tt]res"
    r"|[Cc]uatro|[Cc]inco|[Ss]eis|[Ss]iete|[Oo]cho|[Nn]ueve|[Cc]ero|[Uu]n|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix"
    r"|[Ss]ept|[Hh]uit|[Nn]euf|[Zz][eé]ro)(?= [^\W\d])"
)
"""The name of a key at the beginning of a clause, in a row of them: `Eins Miete, Zwei Strom, Null Zentrale`."""
_HEARD: Final = re.compile(
    r"\bTwo\b.*\b(?:press|keys?)\b|\b(?:hear|voice|recording|menu|press|keys?|keypad|choices|options)\b.*\bTwo\b"
)
_WITH_KEY: Final = re.compile(
    r"\b(?:[Dd]ie|[Dd]er|Taste|Ziffer|Zahl) "
    r"(?P<key>Null|Eins|Zwei|Drei|Vier|Fünf|Fuenf|Sechs|Sieben|Acht|Neun|Raute)\b(?! [A-ZÄÖÜ]|-)"
    r"|\b(?:[Tt]apez|[Ff]aites|[Cc]omposez|[Pp]ressez|[Aa]ppuyez sur) (?:le )?"
    r"(?P<asked>un|deux|trois|quatre|cinq|six|sept|huit|neuf|z[eé]ro)(?=\s*(?:[.,;:!?»”]|$))"
    r"|\b[Aa]vec (?:le|la touche) (?P<with>un|deux|trois|quatre|cinq|six|sept|huit|neuf|z[eé]ro)"
    r"(?=,? (?:vous|on|nous|tu)\b)"
    r"|\b(?:[Ll]e|[Aa]u|du|touche|chiffre|option) (?P<fr>un|deux|trois|quatre|cinq|six|sept|huit|neuf|z[eé]ro)"
    r"(?=\s*[.,;:!?)»”]|\s*$| (?:pour|si|et|ou|puis|donne|permet|mène|vous)\b)"
    r"|\b[Cc]on (?:el|la tecla) (?P<con>uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero)"
    r"(?=,? (?:se|le|te|les|puede|puedes|podr[aá]|accede|accedes|habla|hablas|llega)\b)"
    r"|\b(?:[Ee]l|[Aa]l|del|tecla|opci[oó]n) (?P<es>uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero)"
    r"(?=\s*[.,;:!?)»”]|\s*$| (?:si|para|y|o|que|lleva|es)\b)"
    r"|(?:^|[.!?»”] )(?:After|Behind) (?P<behind>one|two|three|four|five|six|seven|eight|nine|zero)(?=: \W*[^\W\d])"
)
"""The name of a key with an article or what it is called before it: `Mit der Eins erreichen Sie`, `..., el dos.`

`After one: For tomorrow, press one` has none.
"""
_NAME: Final = re.compile(
    r" (?:Null|Eins|Zwei|Drei|Vier|Fünf|Fuenf|Sechs|Sieben|Acht|Neun|Raute|un|deux|trois|quatre|cinq|six|sept|huit|neuf"
    r"|z[eé]ro|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero)\b"
    r"|(?:After|Behind) (?:one|two|three|four|five|six|seven|eight|nine|zero):"
)
"""Such a name, sooner looked for than what stands before it."""
_SENTENCE: Final = re.compile(
    r"(?:^|[.!?:;] )(?P<key>Zero|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Star)"
    r"(?:,(?= (?:for|to|if)\b)|(?= (?:is (?:for|the|our|if)|gets|means|for|to|if)\b))"
)
"""A sentence that begins with the name of a key and goes on with what that is for."""


def may_be_worded(text: str) -> bool:
    """Whether a line of a text begins with what may be a key in words, or ends in one with an article."""
    ends = found_beside(_TWO, _LAST_NAME, text) and _LAST_LED.search(text) is not None
    return ends or _FIRST_NAME.search(f"\n{text}") is not None


_FIRST_NAME: Final = re.compile(r"\n[ \t*•·-]*(?:(?:die|el|la|le) )?(?:two|dos|deux|zwei|(?<= )2)\b", re.IGNORECASE)
_LAST_NAME: Final = re.compile(r" (?:2|dos|deux|zwei)[.;,!]?$", re.IGNORECASE | re.MULTILINE)
_TWO: Final = (" 2", " dos", " Dos", " DOS", " deux", " Deux", " DEUX", " zwei", " Zwei", " ZWEI")
_LAST_LED: Final = re.compile(r"\b(?:die|der|el|la|le) (?:2|dos|deux|zwei)[.;,!]?$", re.IGNORECASE | re.MULTILINE)


def lines_in_digits(lines: Sequence[str]) -> list[str]:
    """Give lines of text whose lists have digits for keys, where these stand there as words."""
    written = _written(lines)
    return [_line_begun(line, *written[at]) if at in written else line for at, line in enumerate(lines)]


def _line_begun(line: str, start: int, end: int, key: str) -> str:
    """Give a line with its key as a digit; a dash stands for a colon, which would make an item's number of it."""
    rest = line[end:]
    behind = f" -{rest.lstrip()[1:]}" if rest.lstrip()[:1] in {":", ","} else rest
    behind = f" - {rest.lstrip()}" if rest.lstrip()[:1].isalpha() and " " in line[start:end] else behind
    return f"{line[:start]}{key}{behind}"


def _begun(text: Text, start: int, end: int, key: str) -> Text:
    comma = text.words[end : end + 1] == "," and not text.words[end + 1 :].strip().isdecimal()
    return text.put(start, end + comma, f"{key} -" if comma else key)


def _written(lines: Sequence[str]) -> dict[int, tuple[int, int, str]]:
    """Give, for every line of such a list, where its key begins and ends as it is written, and that key."""
    return _in_runs(list(map(_last_of, lines)), 1) | _in_runs(list(map(_key_of, lines)), 0)


def _in_runs(keys: Sequence[_Key | None], most_between: int) -> dict[int, _Key]:
    """Give the keys that stand in lists, by their lines; so many lines without a key may stand within one."""
    found: dict[int, _Key] = {}
    run: dict[int, _Key] = {}
    for at, one in enumerate([*keys, *[None] * (most_between + 1)]):
        if one is not None:
            run[at] = one
        elif run and at - max(run) > most_between:
            worded = any(end - start > 1 for start, end, _ in run.values())
            if worded and _is_list([key for _, _, key in run.values()]):
                found |= run
            run = {}
    return found


def _key_of(line: str) -> _Key | None:
    found = _LINE.match(line)
    if found is None:
        return None
    group = "key" if found["key"] else "loud"
    is_plain = group == "key" or found["loud"].isupper()
    key = _named(found[group]) if is_plain else ""
    return (found.start("article" if found["article"] else group), found.end(group), key) if key else None


def _last_of(line: str) -> _Key | None:
    found = _LAST.search(line) if any(mark in line for mark in _LEADERS) else None
    key = _named(found["key"]) if found else ""
    return (found.start("article"), found.end("key"), key) if found and key else None


def _named(key: str) -> str:
    """Give the digit or sign of a key by its name; nothing where it is none."""
    return key if len(key) == 1 and not key.isalpha() else NAMES.get(folded(key), "")


def _is_list(keys: Iterable[str]) -> bool:
    """Whether keys count up from 1, with 0 or a sign at most at the end."""
    every = list(keys)
    digits = [int(key) for key in every if key.isdecimal() and key != "0"]
    return len(every) >= _FEWEST and digits[:1] == [1] and digits == sorted(set(digits)) and len(digits) > 1

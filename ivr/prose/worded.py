"""Lists whose keys are words, as people write them: `ONE - bookings`, `two for the bar`; and those keys as digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ivr.prose.block import ITEM, PARAGRAPH, Block, Text
from ivr.prose.enumerated import in_equations
from ivr.prose.tokens import folded
from ivr.prose.words import NAMES

_LINE: Final = re.compile(
    r"(?P<mark>[ \t]*(?:[-*•·][ \t]+)?)(?P<key>[^\W\d_]{2,6})"
    r"(?=[ \t]*(?:[|:=→]|->|[-–—](?=\s))[ \t]*[^\W\d]|[ \t]{2,}[^\W\d]"
    r"|,? (?:is |are |es |est |ist )?(?:for|to|if|gets|means|para|si|pour|f[uü]r|wenn)\b)"
    r"|(?P<bare>[ \t]*)(?P<loud>(?:ZERO|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|STAR))(?= [^\W\d])",
    re.IGNORECASE,
)
"""A line that begins with the name of a key; one in capitals may stand right before what it is for."""
_FEWEST: Final = 3
"""Lines in a row that make a list of such keys."""


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
        for one in _WITH_KEY.finditer(block.words)
    ]
    if not found and _HEARD.search(block.words):
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
_HEARD: Final = re.compile(
    r"\bTwo\b.*\b(?:press|keys?)\b|\b(?:hear|voice|recording|menu|press|keys?|keypad|choices|options)\b.*\bTwo\b"
)
_WITH_KEY: Final = re.compile(
    r"\b(?:[Mm]it|[ÜüUu]ber|[Uu]nter|[Hh]inter) der (?:Taste )?"
    r"(?P<key>Null|Eins|Zwei|Drei|Vier|F[uü]nf|Sechs|Sieben|Acht|Neun|Raute)(?= [a-zäöü])"
    r"|\b[Aa]vec (?:le|la touche) (?P<fr>un|deux|trois|quatre|cinq|six|sept|huit|neuf|z[eé]ro)"
    r"(?=,? (?:vous|on|nous|tu)\b)"
    r"|\b[Cc]on (?:el|la tecla) (?P<es>uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero)"
    r"(?=,? (?:se|le|te|les|puede|puedes|podr[aá]|accede|accedes|habla|hablas|llega)\b)"
)
"""The name of a key with which callers reach somebody: `Mit der Eins erreichen Sie`."""
_SENTENCE: Final = re.compile(
    r"(?:^|[.!?:;] )(?P<key>Zero|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Star)"
    r"(?:,(?= (?:for|to|if)\b)|(?= (?:is (?:for|the|our|if)|gets|means|for|to|if)\b))"
)
"""A sentence that begins with the name of a key and goes on with what that is for."""


def lines_in_digits(lines: Sequence[str]) -> list[str]:
    """Give lines of text whose lists have digits for keys, where these stand there as words."""
    written = _written(lines)
    return [_line_begun(line, *written[at]) if at in written else line for at, line in enumerate(lines)]


def _line_begun(line: str, start: int, end: int, key: str) -> str:
    """Give a line with its key as a digit; a dash stands for a colon, which would make an item's number of it."""
    rest = line[end:]
    behind = f" -{rest.lstrip()[1:]}" if rest.lstrip()[:1] == ":" else rest
    return f"{line[:start]}{key}{behind}"


def _begun(text: Text, start: int, end: int, key: str) -> Text:
    gone = end - start - len(key)
    starts = tuple((max(at - gone, 0) if at else 0, line) for at, line in text.starts)
    return Text(f"{text.words[:start]}{key}{text.words[end:]}", starts)


def _written(lines: Sequence[str]) -> dict[int, tuple[int, int, str]]:
    """Give, for every line of such a list, where the name of its key begins and ends, and that key."""
    found: dict[int, tuple[int, int, str]] = {}
    run: dict[int, tuple[int, int, str]] = {}
    for at, line in enumerate([*lines, ""]):
        one = _key_of(line)
        if one is not None:
            run[at] = one
            continue
        if _is_list([key for _, _, key in run.values()]):
            found |= run
        run = {}
    return found


def _key_of(line: str) -> tuple[int, int, str] | None:
    found = _LINE.match(line)
    if found is None:
        return None
    group = "key" if found["key"] else "loud"
    is_plain = group == "key" or found["loud"].isupper()
    key = NAMES.get(folded(found[group]), "") if is_plain else ""
    return (found.start(group), found.end(group), key) if key else None


def _is_list(keys: Iterable[str]) -> bool:
    """Whether keys count up from 1, with 0 or a sign at most at the end."""
    every = list(keys)
    digits = [int(key) for key in every if key.isdecimal() and key != "0"]
    return len(every) >= _FEWEST and digits[:1] == [1] and digits == sorted(set(digits)) and len(digits) > 1

"""What a line of plain text shows: a choice, a request, a key, or that it goes on in the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.tokens import folded
from ivr.prose.words import ELSEWHERE

_ASKING: Final = AnyCase(
    r"\b(?:press|option|key|number|select|choose|pulse|tecla|touche|tapez|taste|die)\s*$", re.IGNORECASE
)
"""The end of a line that asks for the key at the beginning of the next one."""
_KEY_AT_END: Final = re.compile(
    r"(?:(?:press|push|then|despu[eé]s|luego|puis|dann|option|opt|key|taste|touche|tecla|[=–—→-]|\.{2,}|:)"
    r"|(?:puls[ea]|oprim[ea]|marque|marca|presione|teclee|tapez|composez|faites|pesez(?: sur)?|appuyez sur)"
    r"(?: el| la| le)?"
    r"|dr[uü]cken sie(?: die)?|w[aä]hlen sie(?: die)?)\s+[\d*#]\s*$",
    re.IGNORECASE,
)
"""The end of a line of a directory: what is said, and its key."""
_ROW_LINE: Final = re.compile(r"\s*[\d*#](?:\s{2,}|\t|\s*[-–=:)|])\s*\S")
"""A line that begins with a key of its own."""
_LONGEST_REQUEST: Final = 22
"""Letters of such an end, and some before it."""
_BEGUN: Final = re.compile(
    r"(?:\bcall|\bon|\bat|\bdial|\bring|[:(+])\s*\(?[+0]?\d{2,4}\)?(?:[ .-]\d{2,4})?$", re.IGNORECASE
)
UNFINISHED: Final = AnyCase(
    r"\b(?:(?:will )?offers? you|you(?:['’]ll| will)? (?:hear|get|be offered)|choose from|and then|you can"
    r"|callers hear)$"
)
"""The end of a line that leads to those below it, and is no heading."""
_REST: Final = re.compile(r"\s*\d{3,4}(?:[ .-]\d{3,4})?(?!\d)")
"""The beginning of a telephone number at the end of a line, and the rest of it."""
_GROUPS: Final = re.compile(r"(?<![\w.,/-])(?:1[ .-])?\(?\d{3,5}\)?(?:[ .-]\d{3})?$")
_LONGEST_BEGUN: Final = 16
_DIGITS: Final = 10
"""Digits of a national number, without the 0 or 1 that some write before it."""
_CHOICE: Final = re.compile(
    r"\s*(?:[\d*#](?:\s*[-–>→]\s*[\d*#])*\s*(?:[-–—=)|→>]|[:.](?!\d)|\s{2,}|\t|\s(?-i:[A-ZÁÉÍÓÚÄÖÜ]))"
    r"|(?:option|opt|key|taste|touche|tecla|opci[oó]n) ?[\d*#](?!\w)"
    r"|(?:die|la|el|le) [\d*#],? (?:f[uü]r|zu[mr]|bei|um|wenn|falls|si|para|pour)\b"
    r"|(?:to|for|if|press|dial|select|choose|hit|push|dtmf"
    r"|para|pour|für|pulse|oprima|marque|tapez|appuyez|drücken|wenn|bei)\b)",
    re.IGNORECASE,
)
_BEHIND_KEY: Final = re.compile(
    r"[^\W\d][^():|]{2,50}\((?:from|under|after|main menu|press|option|key)\b[^()]{0,50}\):?$", re.IGNORECASE
)
_TOLD: Final = AnyCase(
    r"\b(?:press|push|hit|dial|choose|select|pulse|oprima|presione|marque|tapez|appuyez|composez|faites|drücken"
    r"|wählen)\b"
    r"|\b(?:option|opt\.?|opci[oó]n|taste|touche|tecla|key|dtmf|digit|button|choice|selection|choix|ziffer|auswahl"
    r"|digite)\s*#?[\[(]?[\d*#]|^\s*[\d*#]\s|\b[\d*#] = [a-z]"
    r"|^\s*(?:and )?(?:then|luego|despu[eé]s|puis|ensuite|dann|danach),? [\d*#](?!\w)"
    r"|\b(?:pick|tap|use|enter|type) [\d*#](?!\w)|^\s*(?:no\.|n°|nr\.) ?\d ?:|^\s*(?:option|key|choice|opci[oó]n"
    r"|taste|touche) (?:one|two|three|four|five|six"
    r"|seven|eight|nine|zero|star)\b"
    r"|^\s*(?:zero|one|two|three|four|five|six|seven|eight|nine|star|pound|hash|uno|dos|tres|eins|zwei|drei|deux"
    r"|trois)\s*[:=–—-]\s",
    re.IGNORECASE,
)


def asks_for(before: str, line: str) -> bool:
    """Whether a line ends in a request, and the next one begins with the key."""
    return (
        line.strip()[:1].isdigit() and not _ROW_LINE.match(line) and _ASKING.search(before.rstrip()[-_LONGEST_REQUEST:])
    )


def asks_anew(line: str) -> bool:
    """Whether a line begins with a request for a key: `press 1 for sales`."""
    return bool(_REQUEST.match(line))


_REQUEST: Final = re.compile(
    r"\s*(?:and )?(?:then|dann|danach|puis|ensuite|luego|despu[eé]s),? [\d*#] "
    r"|\s*(?:press|push|hit|dial|choose|select|option|opt|pulse|oprima"
    r"|marque|tapez|faites|dr(?:ü|ue)cken sie) [\d*#](?![\w-])"
    r"|\s*(?:(?:and|y|et|und) )?(?:(?:then )?(?:in|inside|under|from) (?:there|that|here)|then|luego|puis|dann|all[ií]"
    r"|dort)\s*:?\s*$",
    re.IGNORECASE,
)
"""How a line begins with a request, or says no more than that the lines below it come then."""


def asks_then(before: str, line: str) -> bool:
    """Whether a line goes on with the request of the line before it: `press 1, then`, and below it `press 2`."""
    return asks_anew(line) and _THEN_AT_END.search(before) is not None


_THEN_AT_END: Final = re.compile(r"\b(?:then|dann|danach|luego|puis|ensuite)\W{0,3}$", re.IGNORECASE)


def goes_on_from(before: str, line: str) -> bool:
    """Whether a line goes on, as far set in, with one that ends in the midst of a sentence: `Call and`, `press 4`."""
    if not line.lstrip()[:1].islower() or _IN_MIDST.search(before) is None or "   " in before.strip():
        return False
    return len(before) - len(before.lstrip()) == len(line) - len(line.lstrip())


_IN_MIDST: Final = re.compile(
    r"\w,? (?:and|or|please|simply|just|is|are|for|to|the|of|with|und|et|y|ou|oder|bitte)\s*$"
)


def begins_anew(line: str) -> bool:
    """Whether a line begins as one of a row of choices does: `1 Sales`, `2-1 = token`, `press 1 ...`."""
    return bool(_CHOICE.match(line))


def is_menu_behind(words: str, below: str) -> bool:
    """Whether a line is the heading of the menu behind the key that it names: `CARDS (from main menu, option 2)`."""
    return bool(_BEHIND_KEY.match(words)) and begins_anew(below) and not begins_anew(words)


def is_said(words: str) -> bool:
    """Whether a line tells of a key, and is no heading, however short it is."""
    return bool(_TOLD.search(words)) or not ELSEWHERE.isdisjoint(_WORD.findall(folded(words)))


_WORD: Final = re.compile(r"[^\W\d_]+")


def is_number_broken(before: str, line: str) -> bool:
    """Whether a line ends within a telephone number, or within hours in brackets, and the next one ends these."""
    rest, begun = _REST.match(line), before.rstrip()
    if _HOURS_BEGUN.search(begun, max(len(begun) - _LONGEST_BEGUN, 0)) and _HOURS_ENDED.match(line):
        return True
    if rest is None or not begun[-1:].isdigit():
        return False
    return bool(_BEGUN.search(begun)) or _is_whole(_GROUPS.search(begun[-_LONGEST_BEGUN:]), rest.group())


_HOURS_BEGUN: Final = re.compile(
    r"\([^()]{0,20}\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)? (?:to|-|–|and|until|till|bis|a|[aà])$", re.IGNORECASE
)
_HOURS_ENDED: Final = re.compile(r"\s*\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?\)", re.IGNORECASE)
"""The end of hours in brackets, which is no number of a list: `(8 to`, `4)`."""


def _is_whole(begun: re.Match[str] | None, rest: str) -> bool:
    """Whether groups of digits, and the rest of them in the next line, are as many as a national number has."""
    digits = "".join(filter(str.isdigit, begun.group() + rest)) if begun else ""
    return len(digits) in ((_DIGITS, _DIGITS + 1) if digits.startswith(("0", "1")) else (_DIGITS,))


def ends_in_key(line: str) -> bool:
    """Whether a line ends as one of a directory does: in what is said, and its key."""
    last = line.rstrip()[-1:]
    return (last.isdecimal() or last in _SIGNS) and bool(_KEY_AT_END.search(line[-_LONGEST_REQUEST:]))


_SIGNS: Final = frozenset("*#")


def begins_keys(before: str, lines: Sequence[str]) -> bool:
    """Whether lines begin a list of keys within an item: one leads to it, or the first two count, deeper than that."""
    if not lines or (first := _FIRST_KEY.match(lines[0])) is None:
        return False
    second = _SECOND_KEY.match(lines[1]) if len(lines) > 1 else None
    indent = len(before) - len(before.lstrip())
    return before.rstrip().endswith(":") or (second is not None and first[1] == second[1] and len(first[1]) > indent)


_FIRST_KEY: Final = re.compile(r"(\s+)1[ \t]+[^\W\d]")
_SECOND_KEY: Final = re.compile(r"(\s+)2[ \t]+[^\W\d]")
"""The first lines of a list of keys within an item."""


def steps_in(before: str, line: str) -> bool:
    """Whether an item stands deeper than the line right above it, which tells of a key and is no item itself."""
    indents = [len(one) - len(one.lstrip()) for one in (before, line)]
    return indents[0] < indents[1] and _KEY_LINE.match(before) is not None


_KEY_LINE: Final = re.compile(
    r"\s*(?:(?:press|push|hit|choose|select|option|opt\.?|key|pulse|oprima|marque|tapez|appuyez sur|faites(?: le)?"
    r"|opci[oó]n|touche|taste|tecla|dr[uü]cken sie(?: die)?|w[aä]hlen sie(?: die)?) #?)?[0-9*#](?![\w.,:/-]*\d)\W",
    re.IGNORECASE,
)
"""How a line begins that is the entry of a key, and no item of a list."""


def goes_on_with_aim(before: str, line: str) -> bool:
    """Whether a line begins with what something is for, at the same edge as the one before, and names no key itself."""
    first, second = before.lstrip(), line.lstrip()
    edged = len(before) - len(first) == len(line) - len(second)
    return edged and bool(_AIMS.match(second)) and not any(map(str.isdigit, second)) and not _AIMS.match(first)


_AIMS: Final = re.compile(r"(?:for|to|if) [a-z]")


def opens_bracket(line: str) -> bool:
    """Whether a line ends within brackets."""
    return line.rfind("(") > line.rfind(")")

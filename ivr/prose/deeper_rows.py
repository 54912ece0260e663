"""Rows of keys behind a clause that leads to them: `Wer die 1 nimmt, wählt zwischen Glas (1) und Blech (2)`.

German, French and Spanish pages put such clauses, and such rows, in many ways. They are put in one that the grammar
knows: a key behind which there is another menu, and behind a colon each key with what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ivr.prose import guards
from ivr.prose.anycase import AnyCase
from ivr.prose.block import ITEM, PARAGRAPH, Block, Text
from ivr.prose.languages import language_hinted, language_named
from ivr.prose.list_weight import tells_of_call
from ivr.prose.scopes import language_of
from ivr.prose.tokens import folded
from ivr.prose.ways import for_any_language
from ivr.prose.words import NAMES

_NAMED: Final = (
    r"Null|Eins|Zwei|Drei|Vier|Fünf|Sechs|Sieben|Acht|Neun|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    r"|z[eé]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf"
)
_KEY: Final = rf"(?:[0-9*#]|{_NAMED})(?![\w%€$]|[.,:]\d)"
_AND: Final = r"(?:(?:und|sowie|oder|y|e|o|et|ou|puis)\s+)?"
_THE: Final = r"(?:(?:die|der|el|la|le|un|una|al|taste|touche|tecla|opci[oó]n|nochmals|wieder|otra vez|encore)\s+)"
_OVER: Final = r"(?=\s*[,;.!?)]|\s+(?:und|sowie|oder|y|o|et|ou)\s|\s*$)"
_BEHIND: Final = re.compile(
    rf"\s*[,;]?\s*{_AND}(?P<topic>[»«„\"“]?\s?[^\W\d][^\d,;:.!?()…»«„“”\"]{{1,70}}?)\s?[«»“”\"]?"
    rf"(?P<sep>\s*(?:,|:|→|->|=>|=|–|\()\s*|\s+)(?:(?:auf|sur|en|con|mit|unter)\s+)?{_THE}{{0,2}}"
    rf"(?:(?P<first>[0-9])\s?(?:,? (?:puis|dann|luego)|,|>|→|\+)\s?)?(?P<key>{_KEY})\)?{_OVER}"
)
"""An entry of a row whose keys stand behind what they are for: `Glas (nochmals 1)`, `Internet 1`."""
_BEFORE: Final = re.compile(
    rf"\s*[,;]?\s*{_AND}{_THE}?(?P<key>{_KEY})(?P<sep>\s*[=:→–]\s*|,?\s+)(?P<topic>[^\W\d][^\d;:!?.]{{1,90}}?)"
    rf"(?=\s*[,;]\s*{_AND}{_THE}?(?:{_KEY})|\s+(?:und|y|et|o|ou|oder)\s+{_THE}?(?:{_KEY})|\s*[.;!?()]|\s*$)"
)
"""An entry of one whose keys stand before that: `un 1 si quiere pagar`."""
_LED: Final = re.compile(
    r":\s+(?=\S)|\b(?:zwischen|entre|(?:de )?distinguer|distingue)\b(?: maintenant| désormais)?\s*:?\s+"
    r"|\b(?:danach|dann|anschließend|luego|después|ensuite) \w+ (?=[»«„\"“])"
)
"""What stands right before a row."""
_CLAUSE: Final = re.compile(r"(?:[.!?;]\s+|\(|^)(?=[^.!?;(]*$)")
"""Where the clause begins that leads to a row."""
_OPENS: Final = re.compile(
    rf"\b(?:wer|nach|unter|hinter|bei|wenn|falls|si|s['’]ils?|tras|despu[eé]s|en|dentro|bajo|submen[uú]|al|apr[eè]s|sous"
    rf"|derri[eè]re|dans|une fois)\b[^:]{{0,50}}?(?:\b(?:die|der|dem|el|la|l[ae]|du|au|taste|touche|tecla|opci[oó]n"
    rf"|eleg\w+|marc\w+|puls\w+|oprim\w+|tape[sz]?|fai(?:tes|s|t)|compose[sz]?|choisi\w*|appuyez sur) [*_]{{0,2}}"
    rf"|[*_]{{1,2}})(?P<key>{_KEY})",
    re.IGNORECASE,
)
"""What says of a key that the row is behind it."""
_GOES_ON: Final = AnyCase(
    r"(?:^|[.,;:)(] |\b(?:und|y|et) )(?:danach|dann|darauf\w*|dort|anschließend|weiter|noch|ensuite|puis"
    r"|apr[eè]s quoi|là|encore|luego|despu[eé]s"
    r"|ah[ií]|all[ií]|de nuevo|otra vez|a continuaci[oó]n)\b"
)
"""What says that it is behind the key told of last."""
_OFFERS: Final = AnyCase(
    r"\b(?:[aá]rbol|arborescence|men[uúü]s?|\w+men[uü]|opciones|optionen|auswahl|choix|langues?|idiomas?|sprachen?"
    r"|sprach(?:wahl|system|computer)|propos\w+|ofrec\w+|bietet)\b"
)
"""What says of a row that it is of keys."""
_LAST_KEY: Final = re.compile(
    r"(?<!wäre )(?<!wären )\b(?:die|der|el|la|le|du|au|taste|touche|tecla|opci[oó]n|tapez|faites|marque"
    r"|pulse|oprima)\s+[*_]{0,2}([1-9])(?![\w%€$]|[.,:]\d)|(?<![\w.,:-])([1-9]) (?:pour|para|für)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d{3}|\d\d \d\d")
_QUOTED: Final = re.compile(r"[»«„\"“]\s?([^\W\d][^»«„“”\"]{1,40}?)\s?[«»“”\"]")
"""What a clause calls the menu that it leads to."""
_SAYS: Final = {
    "de": ("Drücken Sie ", ", dann ", "für "),
    "fr": ("Tapez ", ", puis ", "pour "),
    "es": ("Pulse ", ", luego ", "para "),
}
"""A request; what stands between a key and the one behind it; and what stands before what that is for."""
_AIMED: Final = re.compile(r"(?:für|um|bei|beim|zu[mr]?|wenn|falls|para|si|por|pour)\b", re.IGNORECASE)
_STANDS: Final = re.compile(
    r"(?: (?:liegt|liegen|ist|sind|steht|stehen|sitzt|es|est[aá]n?|son|van?|quedan?|est|sont|passent?"
    r"|se trouvent?)){1,2}$"
)
"""What says of it where it is to be found."""
_FEWEST: Final = 2


class _Entry(NamedTuple):
    """An entry of a row: where it stands, its key with the one before it, and where what that is for stands."""

    start: int
    end: int
    key: str
    first: str
    topic: tuple[int, int]


def in_one_way(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks in which the rows of keys behind a clause are put in one way."""
    found: list[Block] = []
    every = " ".join(block.words for block in blocks[:_MANY])
    spoken = language_of(every, "") or language_hinted(every)
    for at, block in enumerate(blocks):
        may = block.kind in {ITEM, PARAGRAPH} and _may_lead(block.words)
        language = language_of(block.words, block.language[:2] or spoken) if may else ""
        found.append(_put(block, _key_near(blocks, at, language), language, found) if language in _SAYS else block)
    return found


def _key_near(blocks: Sequence[Block], at: int, language: str) -> str:
    """Give the key told of last in the few blocks before one; nothing where a number to call stands between."""
    for block in reversed(blocks[max(at - _NEAR, 0) : at]):
        if key := _key_for(block.words, language):
            return key
        if _NUMBER.search(block.words):
            return ""
    return ""


_NEAR: Final = 3
"""Blocks behind a key in which the row may stand that it leads to."""
_MANY: Final = 400
"""Blocks by which the language of a document is told."""


def _may_lead(words: str) -> bool:
    return (
        ":" in words
        or "wischen" in words
        or "entre" in words
        or "distingue" in words
        or "ach" in words
        or "1 " in words
    )


def _last_key(words: str) -> str:
    """Give the key that was told of last in a text."""
    last = ""
    for one in _LAST_KEY.finditer(words):
        last = one[1] or one[2]
    return last


def _key_for(words: str, language: str) -> str:
    """Give the key told of last in a text; where it chooses another language than that of the row, the one of that."""
    last = _last_key(words)
    if not last:
        return last
    chosen: dict[str, str] = {}
    for sentence in _SENTENCES.split(words[-_NAMING:]):
        if len(_LAST_KEY.findall(sentence)) == 1 and (named := language_named(sentence)):
            chosen[named] = _last_key(sentence)
    return chosen.get(language, last) if last in chosen.values() else last


_SENTENCES: Final = re.compile(r"[.;!?] ")
_NAMING: Final = 300
"""Letters before a row in which the languages are named between which callers choose."""


def _put(block: Block, last: str, language: str, above: Sequence[Block]) -> Block:
    """Give a block with its row, if it has one, in the plain way; `last` is the key told of last before it."""
    words = block.words
    for led in reversed(list(_LED.finditer(words))):
        row = _row(words, led.end())
        if not row:
            continue
        begun = _CLAUSE.search(words, 0, led.start())
        start = begun.end() if begun else 0
        if guards.barred(words[start : led.end()], "", row[0].key, called=False):
            continue
        at, key = _key_before((words, language), (start, led.end()), last, above)
        key = next((one.first for one in row if one.first), key)
        if key:
            before = words[:at].rstrip(" ,;")
            opening = ". " if before and before[-1] not in ".?!:(" else " " if before else ""
            return block._replace(text=_in_order(block.text, row, language, key).put(len(before), led.end(), opening))
        if tells_of_call(words[start : led.end()]) or _OFFERS.search(words[start : led.end()]):
            return block._replace(text=_in_order(block.text, row, language, ""))
    begun = _STARTS.search(words)
    row = _row(words, begun.end()) if begun else []
    if len(row) > _FEWEST and not {"0", "*", "#"}.isdisjoint(one.key for one in row):
        return block._replace(text=_in_order(block.text, row, language, ""))
    return block


_STARTS: Final = re.compile(r"(?:^|[.!?] )(?=1 [^\W\d])")
"""Where a sentence begins with the first of a row of keys."""


def _key_before(said: tuple[str, str], at: tuple[int, int], last: str, above: Sequence[Block]) -> tuple[int, str]:
    """Give where the words begin that lead to a row, and the key that it is behind; no key where they do not tell.

    `said` are the words with their language, and `at` is from where to where those stand that may lead to it.
    """
    (words, language), (start, end) = said, at
    if for_any_language(words[start:end]):
        return start, ""
    if opened := _OPENS.search(words, start, end):
        return opened.start(), _digit(opened["key"])
    if named := _QUOTED.search(words, start, end):
        return start, _key_of(named[1], above)
    on = next(_GOES_ON.spans(words[start:end]), None)
    if on is None:
        return start, ""
    begun = start + on[0] + 2 * (on[0] > 0)
    here = _last_key(words[:begun])
    told = words[:begun] if here else ""
    numbered = _NUMBER.search(words, max(told.rfind(here), 0), end) if here else _NUMBER.search(words, 0, end)
    return begun, "" if numbered else _key_for(words[:begun], language) or last


def _key_of(name: str, above: Sequence[Block]) -> str:
    """Give the key of the line of a list that has nothing but a name; nothing where there is none."""
    small = name.lower()
    for one in reversed(above):
        found = _LINE_OF.match(one.words)
        if one.marker and one.words.lower().startswith(small):
            return one.marker
        if found and one.words[found.end() :].lower().startswith(small):
            return found[1]
    return ""


_LINE_OF: Final = re.compile(r"\W*([1-9])[\s:=.)|–-]+")


def _digit(key: str) -> str:
    return NAMES.get(folded(key), key)


def _row(words: str, at: int) -> list[_Entry]:
    """Give the entries of a row of keys that begins at a place; nothing where none does."""
    for pattern in (_BEFORE, _BEHIND):
        row = list(_entries(pattern, words, at))
        keys = [one.key for one in row]
        ends = words[row[-1].end :].lstrip(" )»”") if row else ""
        asks = any(_ASKS.search(words[slice(*one.topic)]) for one in row)
        if (
            not asks
            and len(row) >= _FEWEST
            and keys[0] == "1"
            and len(set(keys)) == len(keys)
            and ends[:1] in {"", ".", ";", "!", "?", "("}
        ):
            return row
    return []


_ASKS: Final = AnyCase(
    r"\b(?:w[aä]hl\w*|dr[uü]ck\w*|tippen|nehmen|tapez|faites|composez|appuyez|puls\w+|marque|oprim\w+|presion\w+)\b"
)
"""A request, which no key is for."""


def _entries(pattern: re.Pattern[str], words: str, at: int) -> Iterator[_Entry]:
    while (one := pattern.match(words, at)) is not None:
        yield _Entry(at, one.end(), _digit(one["key"]), one.groupdict().get("first") or "", one.span("topic"))
        at = one.end()


def _in_order(text: Text, row: list[_Entry], language: str, key: str) -> Text:
    """Give a text with each key of a row before what it is for, and before that the key that leads to them all."""
    words = text.words
    asks, then, link = _SAYS[language]
    for one in reversed(row):
        topic = _STANDS.sub("", words[slice(*one.topic)].strip(' »«„“”"'))
        aim = "" if _AIMED.match(topic) else link
        way = f"{asks}{key}{then}" if key else asks if one is row[0] else ""
        between = "" if one is row[0] else ". " if key else ", "
        text = text.put(one.start, one.end, f"{between}{way}{one.key} {aim}{topic}")
    return text

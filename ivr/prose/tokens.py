"""Sentences, and the words and marks that they are made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.phones import Phone

NUMBER: Final = "<number>"
"""The word of a token that is a telephone number."""
CODE: Final = "<code>"
"""The word of a token such as `*72`, which is no key of a menu."""
_LONGEST: Final = 1500
"""Characters of a sentence that are looked at together; a longer one is cut."""
_TOKEN: Final = re.compile(
    r"\b[Ii]n case(?! of\b)\b|[^\W\d_]+(?=[\s,]|$|\.(?:\s|$))"
    r"|[0-9*#]\ufe0f?\u20e3"
    r"|\b9-1-1\b|[*#]+\d[\d*#]*|\d+[*#][\d*#]*"
    r"|[$€£]\s?\d[\d.,]*|\bv\d+(?:\.\d+)+"
    r"|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\d+(?:[.,/]\d+)+%?|\d+(?:st|nd|rd|th|er|e|º|ª|%)(?!\w)|\d+\s?[ap]\.?m\b\.?"
    r"|\b(?:[a-zA-Z]\.){2,}"
    r"|\d+(?![\w])|->|=>|\w+(?:['’-][^\W\d_]\w*)*[’']?"
    r"|[^\s\w]"
)
_END: Final = re.compile(r"[.!?…]+[\"'”’»)\]*]*(?=\s|$)|;(?=\s|$)|[¡¿]|\s[·•](?=\s)")
_MARK: Final = re.compile(r"[.!?…;¡¿](?:(?<![;¡¿])[.!?…]*[\"'”’»)\]*]*(?=\s|$)|(?<=;)(?=\s|$)|(?<=[¡¿]))")
"""The end of a sentence; and that which no dot in mid-line makes, sooner found."""
_CAPITAL: Final = re.compile(r"[.!?] +[A-ZÄÖÜÉ]")
"""A sentence that begins as most do; where none does, all begin with small letters."""
_ROW: Final = re.compile(r"\s*[`*]{0,2}[0-9*#][`*]{0,2} ")
"""What begins the next key of a row, behind a dot between them."""
_KEY_LAST: Final = re.compile(
    r"\s*[^\W\d][^():=\d·•;]{1,60}(?: ?\([0-9*#]\)|[:=] ?[0-9*#])\W*?(?=[·•;.\n]|\s[·•]|\s*$)"
)
"""The same of a row whose keys stand behind what they are for: `Bins (1) • Trees (2)`."""
_KEY_BEFORE: Final = re.compile(r"[(:= ][0-9*#]\)?$")
_NEXT_NAMED: Final = re.compile(
    r"\s*[0-9*#]\s+(?=[^\W\d])|\s*(?:(?:le|la|el|die|l['’])\s*)?(?:[0-9*#]|uno|dos|tres|cuatro|cinco|zero|one|two|three|four|five|six|seven|eight|nine"
    r"|un|deux|trois|quatre|eins|zwei|drei|vier|star|pound|hash)\s*(?:->|=>|[,:=→–-])\s",
    re.IGNORECASE,
)
"""What begins the next key of a row, behind a semicolon."""
_THEN: Final = re.compile(r"\s+(?:and then|then|dann|puis|luego|y luego)\b", re.IGNORECASE)
_ABBREVIATED: Final = re.compile(
    r"^\s*(?:[AaQq]|Frage|Antwort)$|(?:^|[\s(])(?:[ap]\.m|[ap]|ext|no|nos|nr|approx|e\.g|i\.e|mr|mrs|ms|dr|st|t[eé]l"
    r"|opt|mon|tue|tues|wed|thu"
    r"|thur|thurs"
    r"|fri|sat|sun|inc|ltd|co|corp|dept|incl|vs|etc|z\.B|bzw|usw|ca|p\.ej|sr|sra|av|núm|num|depto)$",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word or mark: where it stands in its block, and how it reads in small letters without accents."""

    start: int
    end: int
    word: str


class Sentence(NamedTuple):
    """A sentence of a block: where it begins and ends there, its tokens, and the mark that ends it."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    mark: str


def _plain_letters() -> dict[int, str]:
    """Give, for the letters of Latin alphabets, the letters without their marks."""
    letters = {code: unicodedata.normalize("NFD", chr(code)) for code in range(0xC0, 0x250)}
    plain = {
        code: "".join(sign for sign in parts if not unicodedata.combining(sign)) for code, parts in letters.items()
    }
    return {**plain, ord("ß"): "ss", ord("’"): "'"}


_PLAIN: Final = {chr(code): plain for code, plain in _plain_letters().items()}
_MARKED: Final = re.compile("[\u00c0-\u024f’]")


def _plainly(found: re.Match[str]) -> str:
    return _PLAIN[found[0]]


def folded(word: str) -> str:
    """Give a word in small letters without accents."""
    return word.lower() if word.isascii() else _MARKED.sub(_plainly, word.lower())


def spans(text: str, phones: tuple[Phone, ...] = ()) -> Iterator[tuple[int, int, str]]:
    """Cut a text into sentences: from where to where, and the mark at the end; no number is cut."""
    start = 0
    is_small = text[:1].islower() and not _CAPITAL.search(text)
    inside = [(phone.start, phone.end) for phone in phones]
    for found in (_END if "·" in text or "•" in text else _MARK).finditer(text):
        at = found.start()
        if found[0][0] == "." and (
            _ABBREVIATED.search(text, max(start, at - 8), at) or (_goes_on(text, found.end()) and not is_small)
        ):
            continue
        if found[0] == "." and _counts_on(text, start, at):
            continue
        if found[0] == ";" and _NEXT_NAMED.match(text, found.end()):
            continue
        if found[0].strip() in {"·", "•", ";"} and _parts_keys(text, at, found.end()):
            continue
        if found[0][0] in "!?" and ")" in found[0] and _goes_on(text, found.end()):
            continue
        if any(begin <= at < end for begin, end in inside) or (found[0] == ";" and _THEN.match(text, found.end())):
            continue
        yield from _cut(text, start, found.end(), found[0][:1])
        start = found.end()
    yield from _cut(text, start, len(text), "")


def _parts_keys(text: str, at: int, behind: int) -> bool:
    """Whether a dot or a semicolon parts two keys of a row; a semicolon, such as stand behind what they are for."""
    if text[at] != ";" and _ROW.match(text, behind):
        return True
    return _KEY_BEFORE.search(text, max(at - 4, 0), at) is not None and _KEY_LAST.match(text, behind) is not None


def _counts_on(text: str, start: int, at: int) -> bool:
    """Whether a full stop stands between two keys of a row, the second the next digit: `1 sales. 2 parts`."""
    behind = _COUNTED.match(text, at + 2) if text[at + 1 : at + 2] == " " else None
    if behind is None or behind[1] == "1":
        return False
    *_, last = (0, *(int(one[1]) for one in _COUNTED.finditer(text, start, at) if _begins_clause(text, start, one)))
    return last + 1 == int(behind[1])


def _begins_clause(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a digit begins a clause, or has an arrow behind it."""
    return bool(found[2]) or found.start() == start or text[found.start() - 2 : found.start()] in {": ", ". ", "; "}


_COUNTED: Final = re.compile(r"(?<![\w.,-])(\d) (?:(->|→|=>?) ?)?(?=[^\W\d])")
"""A key of a row, and what it is for."""


def _goes_on(text: str, at: int) -> bool:
    """Whether a full stop is followed by a small letter: it belongs to an abbreviation then."""
    rest = text[at : at + 3].lstrip()
    return rest[:1].islower()


def _cut(text: str, start: int, end: int, mark: str) -> Iterator[tuple[int, int, str]]:
    while end - start > _LONGEST:
        at = text.rfind(" ", start + 1, start + _LONGEST)
        at = at if at > start else start + _LONGEST
        yield start, at, ","
        start = at
    if text[start:end].strip():
        yield start, end, mark


def sentence(text: str, start: int, end: int, mark: str, phones: tuple[Phone, ...] = ()) -> Sentence:
    """Cut a sentence into tokens; a telephone number is one."""
    tokens: list[Token] = []
    at = start
    for phone in phones:
        if start <= phone.start < end:
            tokens += _tokens(text, at, phone.start)
            tokens.append(Token(phone.start, phone.end, NUMBER))
            at = phone.end
    tokens += _tokens(text, at, end)
    return Sentence(start, end, tuple(tokens), mark)


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        yield Token(*found.span(), _word(found[0]))


@lru_cache(maxsize=8192)
def _word(raw: str) -> str:
    """Give the word of a token, as it stands in the text."""
    if raw[2:] == " case":
        return "if"
    if raw[-1] == "\u20e3":
        return raw[0]
    if raw[0] == "#" and len(raw) == len("#2") and raw[1].isdecimal():
        return raw[1]
    if (raw[0] in "*#" and len(raw) > 1) or (raw[0].isdigit() and not raw[-1].isalnum() and ("*" in raw or "#" in raw)):
        return CODE
    return folded(raw).strip("'")

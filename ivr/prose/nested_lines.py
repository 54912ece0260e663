"""Lines of menus within each other whose keys stand last, or follow `then`: put as lists of keys."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.line_search import put

_THEN: Final = r"(?:and )?then (?:press|choose|select|hit|dial|option) [\d*#][^\n]*"
_THEN_LINES: Final = re.compile(
    rf"^(?P<indent>[ \t]{{1,12}}){_THEN}(?:\n(?P=indent){_THEN}){{1,9}}$", re.MULTILINE | re.IGNORECASE
)
"""Lines below that of a key, each of which tells of a key that is pressed next."""
_LAST: Final = (
    r"[ \t]*(?:[-*•][ \t]+)?[^\W\d][^\n()|:]{1,60}?[ \t]*[(\[](?:(?:press|option|opt\.?|key) )?[\d*#][)\]]:?[ \t]*"
)
_KEYS_LAST: Final = re.compile(rf"^{_LAST}(?:\n{_LAST}){{2,40}}$", re.MULTILINE | re.IGNORECASE)
"""Lines in a row that end in their key, in brackets."""
_KEY_LAST: Final = re.compile(
    r"^([ \t]*(?:[-*•][ \t]+)?)([^\n]+?)[ \t]*[(\[](?:(?:press|option|opt\.?|key) )?([\d*#])[)\]]:?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ENDS_IN_KEY: Final = re.compile(r"[0-9*#][)\]]:?[ \t]*$", re.MULTILINE)
_SPACED: Final = re.compile(r"(\d)(?<=[ \t]{2}\d) (\d)[ \t]*$", re.MULTILINE)
"""Two keys that end a line, apart in a column of their own: `Refunds    2 1`."""
_ALONE: Final = re.compile(r"(?<=[ \t]{2})(\d)[ \t]*$", re.MULTILINE)
"""A key that stands there by itself."""
_FEWEST: Final = 2


def with_nested_lines(text: str) -> str:
    """Give a text in which such lines begin with their keys."""
    text = put(_THEN_LINES, _as_items, text) if "then " in text else text
    if (")\n" in text or "]\n" in text or "):\n" in text) and ("(1)" in text or " 1)" in text or "[1]" in text):
        text = put(_KEYS_LAST, _keys_first, text) if len(_ENDS_IN_KEY.findall(text)) > _FEWEST else text
    ways = _SPACED.findall(text)
    heads = set(_ALONE.findall(text)) if len(ways) >= _FEWEST else set()
    return _SPACED.sub(r"\1-\2", text) if heads and all(first in heads for first, _ in ways) else text


def with_marks_as_indents(text: str) -> str:
    """Give a text in which lines of keys step in that are set in by marks below another key: `> 1 Flights`."""
    if _SET_IN.search(text) is None:
        return text
    lines = text.split("\n")
    below = False
    for at, line in enumerate(lines):
        found = _MARKED.match(line) if below else None
        if found is not None:
            depth = len(_MARK.findall(found["marks"]))
            lines[at] = f"{found['indent']}{'    ' * depth}{line[found.end() :]}"
        below = found is not None or _KEY_LINE.match(line) is not None
    return "\n".join(lines)


_MARKS: Final = r"(?:(?:>|»|↳|→|\.{2,4}|-{2,4}|_{2,4}|=>|->)[ \t]?){1,6}"
_MARK: Final = re.compile(r"[^\s.\-_=]|[.\-_=]+>?")
_MARKED: Final = re.compile(rf"(?P<indent>[ \t]*)(?P<marks>{_MARKS})(?=[\d*#](?:[ \t]*[-–—:.)=]|[ \t])[ \t]*[^\W\d])")
_SET_IN: Final = re.compile(rf"\n[ \t]*(?:[\d*#])[^\n]*\n{_MARKED.pattern}")
"""A line that begins with a key, and below it one that has marks before its own."""
_KEY_LINE: Final = re.compile(r"[ \t]*(?:[-*•][ \t]+)?[\d*#](?:[ \t]*[-–—:.)=]|[ \t])[ \t]*[^\W\d]")


def _as_items(found: re.Match[str]) -> str:
    """Give lines as a list."""
    return "\n".join(f"{found['indent']}- {line.lstrip()}" for line in found[0].split("\n"))


def _keys_first(found: re.Match[str]) -> str:
    """Put the keys of lines that are nested in each other before what they are for."""
    indents = {len(line) - len(line.lstrip(" \t-*•")) for line in found[0].split("\n")}
    return _KEY_LAST.sub(r"\1\3 - \2", found[0]) if len(indents) > 1 else found[0]


_REQUEST: Final = (
    r"(?:press|option|key|dial|choose|select|pick|pulse|marque|oprima|tapez|faites(?: le)?"
    r"|dr[uü]cken sie(?: die)?|w[aä]hlen sie(?: die)?)"
)
_LED_ROW: Final = re.compile(rf"^([ \t]*{_REQUEST} )1 [^\n]+\n {{4,30}}2 ", re.MULTILINE | re.IGNORECASE)
_ROW_OF_KEYS: Final = re.compile(r"( {4,30})(\d) (?=[^\W\d])")


def with_rows_below_requests(text: str) -> str:
    """Give a text in which the further keys of a request have it, too, that stand below its digit: `Press 1`."""
    if _LED_ROW.search(text) is None:
        return text
    lines = text.split("\n")
    begun, last = "", 0
    for at, line in enumerate(lines):
        if led := _LED_LINE.match(line):
            begun, last = led[1], 1
            continue
        row = _ROW_OF_KEYS.match(line) if begun else None
        if row is not None and len(row[1]) == len(begun) and int(row[2]) == last + 1:
            lines[at] = begun + line[len(row[1]) :]
            last += 1
        elif row is not None or not line[:1].isspace():
            begun = ""
    return "\n".join(lines)


_LED_LINE: Final = re.compile(rf"([ \t]*{_REQUEST} )1 \S", re.IGNORECASE)

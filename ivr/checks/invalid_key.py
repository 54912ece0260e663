"""KY002: a key that no telephone has."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.reported import half_read
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.nodes.menu import CODE, NOTHING, Menu

_NAMES: Final = MappingProxyType(
    {
        name: line[0]
        for line in """0 zero oh cero null
1 one uno un une eins
2 two dos deux zwei
3 three tres trois drei
4 four cuatro quatre vier
5 five cinco cinq fünf
6 six seis sechs
7 seven siete sept sieben
8 eight ocho huit acht
9 nine nueve neuf neun
* star asterisk asterisco étoile stern sternchen
# pound hash square sharp number gato almohadilla numeral dièse carré raute""".splitlines()
        for name in line[1:].split()
    }
)
_AROUND: Final = re.compile(
    r"(?:press|key|button|option|code|ext(?:ension)?)?[\s.:(]*([0-9*#](?:[\s-]?[0-9*#])*)[.:)]?"
)
_ASIDE: Final = re.compile(r"\b(?:press|the|key|button|sign|symbol|taste|tecla|touche)\b|[\s_-]")


@check("KY002", "invalid-key", Severity.ERROR)
def invalid_key(flow: Flow) -> Iterator[Fault]:
    """A key is no key of a telephone, and no words choose it either: no caller can ever take that option.

    Telephones have 0 to 9, * and #; the letters A to D are on the keypads of test sets only. An option that is reached
    by spoken words alone may have any name as its key, if it has `words`. What `end` names has to be a key as well.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              star: {say: go back, go: back}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              "*": {say: go back, go: back}

    Source: ITU-T E.161, the arrangement of digits, letters and symbols on telephones (seen in a summary).
    """
    for key, everywhere in flow.keys.items():
        known = CODE.fullmatch(key) or everywhere.words or _is_apart_by_blanks(key, flow.keys)
        if not known and not half_read(flow, "keys", key):
            yield _fault(flow, "the flow", key, ("keys", key))
    for name, node in flow.nodes.items():
        if name in flow.broken:
            continue
        if isinstance(node, Menu):
            yield from (_fault(flow, f"'{name}'", key, ("nodes", name, "options", key)) for key in _unknown(flow, node))
        end = getattr(node, "end", "")
        if isinstance(end, str) and end and not CODE.fullmatch(end):
            message = f"'{name}' is to end with '{end}', which is no key of a telephone, so callers cannot end it"
            yield Fault(flow.place("nodes", name, "end"), message + _meant(end), "Keys are 0 to 9, * and #.")


def _unknown(flow: Flow, menu: Menu) -> Iterator[str]:
    """Give the options that nobody can take."""
    for key, option in menu.options.items():
        if CODE.fullmatch(key) or option.words or (option.go == NOTHING and key in flow.keys):
            continue
        if not _is_apart_by_blanks(key, menu.options):
            yield key


def _is_apart_by_blanks(key: str, keys: Container[str]) -> bool:
    """Whether only blank space sets a key apart from another one; then KY001 tells of it."""
    return key != key.strip() and key.strip() in keys


def _fault(flow: Flow, owner: str, key: str, path: Path) -> Fault:
    message = f"{owner} has an option on '{key}', which is no key of a telephone, so no caller can take it"
    hint = "Keys are 0 to 9, * and #, or codes of several; an option for spoken words alone needs `words:`."
    return Fault(flow.place(*path, key=True), message + _meant(key), hint)


def _meant(key: str) -> str:
    """Say which key was probably meant, if that can be told."""
    word = key.strip().casefold()
    around = _AROUND.fullmatch(word)
    meant = re.sub(r"[\s-]", "", around[1]) if around else _NAMES.get(_ASIDE.sub("", word), "")
    return f"; did you mean {_quoted(meant)}?" if meant else ""


def _quoted(key: str) -> str:
    """Write a key as the flow file has to: star and pound in quotes."""
    return key if key.isdigit() else f'"{key}"'

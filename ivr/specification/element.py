"""Elements of HTML, made so that no text can become markup."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from ivr.printable import printable

_LONG: Final = re.compile(r"(\S{33,})")
_PIECE: Final = 24
"""Letters between two places at which a long word may be broken."""


class Markup(str):
    """Text that is HTML already; everything else is escaped."""

    __slots__ = ()


def plain(words: str) -> Markup:
    """Give words as HTML: on one line, without what commands a terminal or turns the direction of a line."""
    return Markup(escape(printable(words)))


def text(words: str) -> Markup:
    """Give words as `plain` does; a word so long that it would push a page apart may be broken within."""
    shown = printable(words)
    if not _LONG.search(shown):
        return Markup(escape(shown))
    parts = (_broken(part) if _LONG.fullmatch(part) else escape(part) for part in _LONG.split(shown))
    return Markup("".join(parts))


def _broken(word: str) -> str:
    return "<wbr>".join(escape(word[at : at + _PIECE]) for at in range(0, len(word), _PIECE))


def element(name: str, *inner: Markup | str, **attributes: str) -> Markup:
    """Make an element; an attribute's `_` is `-`, a last one is left out, and one without a value is not written."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(printable(value))}"'
        for key, value in attributes.items()
        if value
    )
    content = "".join(one if isinstance(one, Markup) else text(one) for one in inner)
    return Markup(f"<{name}{told}>{content}</{name}>")


def joined(*parts: Markup | str, sign: str = "") -> Markup:
    """Put pieces of HTML one after another."""
    return Markup(sign.join(one if isinstance(one, Markup) else text(one) for one in parts))

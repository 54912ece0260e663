"""Elements of HTML, made so that no text can become markup."""

from __future__ import annotations

from html import escape

from ivr.printable import printable


class Markup(str):
    """Text that is HTML already; everything else is escaped."""

    __slots__ = ()


def text(words: str) -> Markup:
    """Give words as HTML: on one line, without what commands a terminal or turns the direction of a line."""
    return Markup(escape(printable(words)))


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

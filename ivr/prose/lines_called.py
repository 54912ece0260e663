"""Lines that a document calls by their names: in a heading over their menu, or where it tells to call them."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.naming import ENDS_AS_LINE


def line_headed(heading: str, flow: str, names: dict[str, str]) -> str:
    """Give the number whose line, or flow, a heading names, and nothing else: `Residential`, `Menu: residential`."""
    name = heading.partition(" (")[0].strip(" :.").lower()
    ways = (name, f"{name} line", flow.lower(), _MENU_OF.without(heading).strip(" :.").lower())
    return next((names[way] for way in ways if way in names), "")


_MENU_OF: Final = AnyCase(
    r"^\W*(?:main )?(?:menus?|options|ivr|keys)\b\W*(?:(?:for|of|on) )?(?:the )?"
    r"|\b(?:main )?(?:menus?|line|options|customers|callers|number)\W*$"
)
"""What a heading says of a menu beside the name of its line: `Menu: fleet`."""


def automated(names: dict[str, str]) -> dict[str, str]:
    """Give the names of numbers that are called as machines are: `access number`, `information line`."""
    return {name: number for name, number in names.items() if name.endswith(_AUTOMATED) and not _ORDINAL.match(name)}


_ORDINAL: Final = re.compile(r"(?:first|second|third|fourth|other|this|that|same|the|a|your) ")


def line_asked_for(text: str, names: dict[str, str]) -> str:
    """Give the number of the line that a text tells to call, or to use, by its name; nothing where it tells of none."""
    plain = text.lower()
    for found in _USING.finditer(plain) if any(word in plain for word in _USES) else ():
        begun = [name for name in names if plain.startswith(name, found.end())]
        whole = [name for name in begun if not plain[found.end() + len(name) :][:1].isalnum()]
        if whole and ENDS_AS_LINE.search(name := max(whole, key=len)):
            return names[name]
    return ""


_AUTOMATED: Final = ("line", "number", "menu", "system")
"""How names end of numbers that a machine answers."""
_USING: Final = re.compile(
    r"\b(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|dial(?:ling|ing)?|us(?:e|ing)|through|via) (?:the |our )"
)
_USES: Final = ("call", "ring", "phon", "dial", "us", "through", "via")

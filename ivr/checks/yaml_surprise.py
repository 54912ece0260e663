"""DA012: YAML takes the end of a prompt for a comment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.amend import fix, put
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.source import Place
from ivr.tree import Mapping, Sequence, Tree

_ASKS: Final = re.compile(
    r"\b(?:press|hit|push|touch|enter|then|and|or|the|by|with|until|pulse|oprima|presione|marque|tecla|luego|y|o|con|la"
    r"|appuyez|tapez|sur|touche|puis|et|ou|par|dr[uü]cken|sie|taste|und|dann|oder|mit)$",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(r"[ \t]+#")


@check("DA012", "yaml-surprise", Severity.WARNING)
def yaml_surprise(flow: Flow) -> Iterator[Fault]:
    """Callers hear half a sentence: a pound sign behind a space begins a comment, and the rest of the prompt is lost.

    Found are texts without quotes that break off where a key would be named. Of the other snares of YAML nothing is
    left here, as every value is read as text: `no`, `on` and `22:22` are what they look like, and `0123` keeps its
    zero. Star and pound as keys or as a whole value are RD003's.

    Bad:
        nodes:
          main:
            ask: Please enter your order number, then press #.
            into: order
            digits: 6-8
            end: "#"
            next: find
          find: {lookup: order record, pass: [order], outcomes: {found: desk, failed: desk}}

    Good:
        nodes:
          main:
            ask: "Please enter your order number, then press #."
            into: order
            digits: 6-8
            end: "#"
            next: find
          find: {lookup: order record, pass: [order], outcomes: {found: desk, failed: desk}}

    Source: YAML 1.2.2 on comments (seen in a summary); yamllint has rules for other values that surprise.
    """
    ahead: list[Tree] = [flow.tree]
    while ahead:
        here = ahead.pop()
        if isinstance(here, Mapping):
            yield from _cut_short(here)
            ahead.extend(here.values())
        elif isinstance(here, Sequence):
            ahead.extend(here)


def _cut_short(mapping: Mapping) -> Iterator[Fault]:
    """Give the values of a mapping that a comment has cut short."""
    for key, text in mapping.items():
        if isinstance(text, str) and _ASKS.search(text) and mapping.sheet and not mapping.quoted(key):
            place = mapping.value_place(key)
            lines = mapping.sheet.text.splitlines()
            behind = lines[place.end_line - 1][place.end_column - 1 :] if place.end_line <= len(lines) else ""
            if place.file == mapping.sheet.file and _COMMENT.match(behind):
                words = " ".join(text.split()[-3:])
                message = f"callers hear '… {words}' and no more: what follows the pound sign is taken for a comment"
                yield Fault(place, message, "Put the whole text in quotes.", fix=_mend(place, text + behind.rstrip()))


def _mend(place: Place, whole: str) -> Fix | None:
    """Put the text and what was taken for a comment in quotes; a text of several lines is left to its author."""
    if place.line != place.end_line:
        return None
    to_the_end = place._replace(end_column=place.column + len(whole))
    return fix("Put the whole text in quotes.", put(to_the_end, json.dumps(whole, ensure_ascii=False)))

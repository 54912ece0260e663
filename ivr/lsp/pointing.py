"""From a point in a file to the name that stands there, to where it is defined, and to everywhere it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ivr.lsp.context import context_at
from ivr.lsp.positions import Lines, holds
from ivr.lsp.project import View, uses_of
from ivr.lsp.slots import SECTION_OF, slot_at
from ivr.lsp.uses import Use
from ivr.source import Place

_NAME = re.compile(r"[\w-]+")


def known_uses(view: View) -> tuple[Use, ...]:
    """Give every use in the flow as it is now, or as it was when it could last be read."""
    return view.uses() or (uses_of(view.flow) if view.flow else ())


def pointed(view: View, lines: Lines, line: int, column: int) -> Use | None:
    """Give the name at a point; in a flow that cannot be read, what is written there."""
    if view.now.flow is None:
        return _written(view.file, lines, line, column)
    uses = (use for use in view.uses() if use.place.file == view.file and holds(use.place, line, column))
    return next(uses, None)


def _written(file: str, lines: Lines, line: int, column: int) -> Use | None:
    text = lines.lines[line - 1]
    word = next((found for found in _NAME.finditer(text) if found.start() < column <= found.end() + 1), None)
    if word is None:
        return None
    context = context_at(lines.lines, line, word.start() + 1)
    slot = slot_at(context.path, context.verb)
    kinds = tuple(kind for kind in slot.kinds if kind in SECTION_OF) if slot else ()
    if context.is_key:
        kinds = tuple(kind for kind, section in SECTION_OF.items() if context.path == (section,))
    place = Place(file, line, word.start() + 1, line, word.end() + 1)
    return Use(word[0], kinds, place, word[0], defined=context.is_key) if kinds else None


def definitions(uses: Iterable[Use], name: Use) -> list[Use]:
    """Give where a thing is defined; twice, where it is a fault."""
    return [use for use in uses if use.defined and use.name == name.name and set(use.kinds) & set(name.kinds)]


def same_thing(uses: tuple[Use, ...], name: Use) -> Iterator[Use]:
    """Give every use of the thing that a name stands for, where it is defined included."""
    defined = {kind for use in definitions(uses, name) for kind in use.kinds} or set(name.kinds)
    meant = defined & set(name.kinds)
    return (use for use in uses if use.name == name.name and meant & set(use.kinds))

"""Every place where something is named: nodes, contacts, schedules and lines, where they are defined and used.

The tree is walked and not the flow: what is half written has its names all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ivr.lsp.positions import LINE_END
from ivr.lsp.slots import CONTACT, SECTION_OF, Slot, slot_at, slot_of_node
from ivr.nodes import kinds
from ivr.source import Place
from ivr.tree import Duplicate, Mapping, Sequence, Span, Tree

_KIND_OF = {section: kind for kind, section in SECTION_OF.items()}
_RINGS = "transfer "
_ANCHORED = re.compile(r"(?:[&!]\S*\s+)+")
"""What may stand before a text: an anchor, a tag."""
_VALUE = re.compile(r"\s*:\s+")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


class Use(NamedTuple):
    """One place in which a name stands: of which kinds of thing it may be, and whether it is defined there.

    `whole` is the stretch of what is defined, its key with all below. `written` is what stands in the file, quotes
    included, or an alias.
    """

    name: str
    kinds: tuple[str, ...]
    place: Place
    written: str
    defined: bool = False
    whole: Place | None = None


def uses_in(tree: Mapping) -> tuple[Use, ...]:
    """Give every use in a flow with all that it includes, in the order of the tree."""
    found: list[Use] = []
    for section, value in tree.items():
        slot = slot_at((section,), "")
        if slot and isinstance(value, Mapping) and section in _KIND_OF:
            found += _section(section, value, slot)
        elif slot:
            found += _below(value, slot)
    return tuple(found)


def verb_of(node: Tree) -> str:
    """Give the verb of a node as it is written, or nothing."""
    return next((key for key in node if key in kinds()), "") if isinstance(node, Mapping) else ""


def _section(section: str, entries: Mapping, slot: Slot) -> Iterator[Use]:
    for name, value in entries.items():
        span = entries.key_span(name)
        if span:
            yield _defined(section, name, span, entries.value_place(name))
        yield from _entry(section, entries, name, value, slot)
    for again in entries.duplicates:
        whole = again.place if isinstance(again.value, str) else _joined(again.place, again.value.place)
        yield Use(again.key, (_KIND_OF[section],), again.place, again.key, defined=True, whole=whole)
        inner = slot_of_node(verb_of(again.value)) if section == "nodes" else slot.inside(again.key)
        yield from _below(again.value, inner or Slot())


def _entry(section: str, entries: Mapping, name: str, value: Tree, slot: Slot) -> Iterator[Use]:
    inner = slot_of_node(verb_of(value)) if section == "nodes" else slot.inside(name)
    if inner and isinstance(value, str):
        yield from _text(value, entries.value_span(name), inner)
    elif inner:
        yield from _below(value, inner)


def _below(tree: Tree, slot: Slot) -> Iterator[Use]:
    """Give the uses in a value; flows are a handful of levels deep, and what is deeper the reader has refused."""
    if isinstance(tree, str):
        return
    steps = [(key, value, tree.value_span(key)) for key, value in tree.items()] if isinstance(tree, Mapping) else []
    if isinstance(tree, Mapping):
        steps += [(again.key, again.value, _span_again(tree, again)) for again in tree.duplicates]
    items = [(at, value, tree.item_span(at)) for at, value in enumerate(tree)] if isinstance(tree, Sequence) else ()
    for step, value, span in (*steps, *items):
        inner = slot.inside(step)
        if inner is None:
            continue
        if not isinstance(value, str):
            yield from _below(value, inner)
        elif step == "end" and value.startswith(_RINGS):
            yield from _rung(value, span)
        else:
            yield from _text(value, span, inner)


def _span_again(tree: Mapping, again: Duplicate) -> Span | None:
    """Find where the value of a key stands that is there twice; the reader keeps only the place of the key."""
    sheet = tree.sheet
    if sheet is None or again.place.file != sheet.file:
        return None
    starts = [0, *(found.end() for found in LINE_END.finditer(sheet.text))]
    found = _VALUE.match(sheet.text, starts[again.place.end_line - 1] + again.place.end_column - 1)
    start = found.end() if found else 0
    quoted = _QUOTED.match(sheet.text, start)
    end = quoted.end() if quoted else start + len(again.value)
    return Span(sheet, start, end) if quoted or sheet.text[start:end] == again.value else None


def _text(value: str, span: Span | None, slot: Slot) -> Iterator[Use]:
    named = tuple(kind for kind in slot.kinds if kind in SECTION_OF)
    if named and span and value:
        found = _ANCHORED.match(span.text)
        start = span.start + (found.end() if found else 0)
        yield Use(value, named, span.sheet.place(start, span.end), span.sheet.text[start : span.end])


def _rung(value: str, span: Span | None) -> Iterator[Use]:
    """Give the contact of `end: transfer pharmacist`."""
    name = value.removeprefix(_RINGS).strip()
    if span and span.text.endswith(name):
        yield Use(name, (CONTACT,), span.sheet.place(span.end - len(name), span.end), name)


def _defined(section: str, name: str, span: Span, value: Place) -> Use:
    key = span.sheet.place(span.start, span.end)
    return Use(name, (_KIND_OF[section],), key, span.text, defined=True, whole=_joined(key, value))


def _joined(key: Place, value: Place) -> Place:
    """Give the stretch from a key to the end of its value, which for an alias may stand before it or elsewhere."""
    if value.file != key.file or (value.end_line, value.end_column) < (key.end_line, key.end_column):
        return key
    return key._replace(end_line=value.end_line, end_column=value.end_column)

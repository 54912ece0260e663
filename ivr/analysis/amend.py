"""The edits that change one value, take one entry out or put one in, by its path in a flow: what fixes are made of.

All of them give None where it cannot be done in a way that is surely right: what an alias or a merge key brings in, the
only entry of a map, a comment in between. Comments are kept, but for those within an entry that goes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from ivr.edit import Edit, Fix
from ivr.source import Place
from ivr.tree import Mapping, Sequence, Sheet, Span, Tree, span_of

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.node import Path

Edits: TypeAlias = "tuple[Edit, ...] | None"

_PLAIN: Final = re.compile(r"[+(]?[^\W_](?:[\w ()+./%'-]|:(?=\d))*(?<! )")
_SEPARATOR: Final = re.compile(r"\s*,\s*")
_TAIL: Final = re.compile(r"[ \t]*(#[^\r\n]*)?")
_REST_OF_LINE: Final = re.compile(r"[^\r\n]*")
_LINE_END: Final = re.compile(r"\r\n|\r|\n|\Z")
_ANCHOR: Final = re.compile(r"&\S+\s*")
_EMPTY: Final = re.compile(r"\{\s*\}")


def fix(title: str, *parts: Edits, safe: bool = True) -> Fix | None:
    """Make one fix of edits; None where one of them cannot be made."""
    edits: list[Edit] = []
    for part in parts:
        if part is None:
            return None
        edits += part
    return Fix(tuple(edits), title, safe) if edits else None


def as_text(text: str, like: str = "") -> str:
    """Write a text as YAML: with the quotes of what stood there, `like`; else without, where it needs none."""
    if like.startswith("'") and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if not like.startswith('"') and _PLAIN.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def put(place: Place, text: str) -> Edits:
    """Put a number or a plain word in the place of a value that was read as one."""
    return (Edit(place, text),)


def rewritten(flow: Flow, path: Path, text: str) -> Edits:
    """Put another text in the place of the one at `path`; of an option in its short form, of all of it."""
    span = span_of(flow.tree, as_written(flow.tree, path))
    if span is None or span.text[:1] in {"&", "!", "|", ">", "{", "["}:
        return None
    return (Edit(place_of(span.sheet, span.start, span.end), as_text(text, span.text)),)


def as_written(tree: Tree, path: Path) -> Path:
    """Give a path up to the text that it runs into: that of an option in its short form, or of a list of one item."""
    for length, step in enumerate(path):
        if isinstance(tree, str):
            return path[:length]
        if isinstance(tree, Mapping) and str(step) in tree:
            tree = tree[str(step)]
        elif isinstance(tree, Sequence) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
    return path


def entry_replaced(flow: Flow, path: Path, value: str) -> Edits:
    """Put a value on the line of its key; `value` is YAML on one line. None where comments would be lost."""
    key, span = span_of(flow.tree, path, key=True), span_of(flow.tree, path)
    if key is None or span is None or "#" in span.sheet.text[key.end : span.end]:
        return None
    return (Edit(place_of(span.sheet, key.end, span.end), f": {value}"),)


def renamed(flow: Flow, path: Path, key: str) -> Edits:
    """Put another key in the place of the one at the end of `path`."""
    span = span_of(flow.tree, path, key=True)
    return span and (Edit(place_of(span.sheet, span.start, span.end), as_text(key, span.text)),)


def said_otherwise(flow: Flow, path: Path, changes: dict[str, str]) -> Edits:
    """Change words within the text at `path`, each in all its places, and leave its quotes and lines as they are."""
    span = span_of(flow.tree, as_written(flow.tree, path))
    if span is None or any(text not in span.text for text in changes):
        return None
    pattern = re.compile("|".join(map(_as_words, changes)))
    found = [(span.start + match.start(), span.start + match.end(), match[0]) for match in pattern.finditer(span.text)]
    return tuple(Edit(place_of(span.sheet, start, end), changes[text]) for start, end, text in found) or None


def _as_words(text: str) -> str:
    """Give a pattern for a text that is no part of longer words."""
    before, behind = (r"(?<!\w)" if text[:1].isalnum() else ""), (r"(?!\w)" if text[-1:].isalnum() else "")
    return before + re.escape(text) + behind


def added(flow: Flow, path: Path, key: str, value: str) -> Edits:
    """Put an entry behind the last one of the map at `path`; `value` is YAML on one line. The key must be new there."""
    parent, around = value_at(flow.tree, path), span_of(flow.tree, path)
    if not isinstance(parent, Mapping) or around is None or key in parent:
        return None
    entry, sheet = f"{as_text(key)}: {value}", around.sheet
    if _EMPTY.fullmatch(around.text):
        return (Edit(place_of(sheet, around.start, around.end), f"{{{entry}}}"),)
    beside = [span for _, span in _entries(parent) if span.sheet is sheet]
    if not beside:
        return None
    first, last = beside[0], beside[-1]
    if in_braces(parent):
        return (Edit(place_of(sheet, last.end, last.end), f", {entry}"),)
    end = _REST_OF_LINE.match(sheet.text, last.end)
    at = end.end() if end else last.end
    indent = " " * (sheet.point(first.start)[1] - 1)
    return (Edit(place_of(sheet, at, at), f"\n{indent}{entry}"),)


def added_to_section(flow: Flow, section: str, key: str, value: str) -> Edits:
    """Put an entry into a section; one that the flow lacks is written before its nodes."""
    if section in flow.tree:
        return added(flow, (section,), key, value)
    nodes = span_of(flow.tree, ("nodes",), key=True)
    if nodes is None or nodes.sheet is not flow.tree.sheet or _line_start(nodes.sheet.text, nodes.start) != nodes.start:
        return None
    start = _start_with_comments(nodes)
    return (Edit(place_of(nodes.sheet, start, start), f"{section}:\n  {as_text(key)}: {value}\n\n"),)


def removed(flow: Flow, *paths: Path) -> Edits:
    """Take entries or items out, each with its line where it has one of its own; a comment beside it stays."""
    edits: list[Edit] = []
    for path in paths:
        edit = _removed(flow, path)
        if edit is None:
            return None
        edits.append(edit)
    return tuple(edits)


def _removed(flow: Flow, path: Path) -> Edit | None:
    parent, value = value_at(flow.tree, path[:-1]), span_of(flow.tree, path)
    span = span_of(flow.tree, path, key=True) if isinstance(parent, Mapping) else value
    if value is None or span is None or isinstance(parent, str):
        return None
    span = Span(span.sheet, span.start, max(span.end, value.end))
    beside = [other for _, other in _entries(parent) if other.sheet is span.sheet]
    at = beside.index(span) if span in beside else 0
    before, after = beside[at - 1 : at] if at else [], beside[at + 1 : at + 2]
    if not before and not after:
        return None
    if in_braces(parent):
        gap = (before[0].end, span.start) if before else (span.end, after[0].start)
        clean = _SEPARATOR.fullmatch(span.sheet.text, *gap)
        edges = (gap[0], span.end) if before else (span.start, gap[1])
        return Edit(place_of(span.sheet, *edges), "") if clean else None
    return _line_removed(span, after, is_item=isinstance(parent, Sequence))


def _line_removed(span: Span, after: list[Span], *, is_item: bool) -> Edit | None:
    sheet, line = span.sheet, _line_start(span.sheet.text, span.start)
    ahead = sheet.text[line : span.start].strip()
    tail = _TAIL.match(sheet.text, span.end)
    end = _LINE_END.match(sheet.text, tail.end()) if tail else None
    if tail is None or end is None:
        return None
    if ahead == ("-" if is_item else ""):
        if tail[1]:
            first = line + len(sheet.text[line : span.start]) - len(sheet.text[line : span.start].lstrip())
            return Edit(place_of(sheet, first, tail.start(1)), "")
        return Edit(place_of(sheet, line, end.end()), "")
    if ahead == "-" and after and not sheet.text[span.end : after[0].start].strip():
        return Edit(place_of(sheet, span.start, after[0].start), "")
    return None


def reordered(flow: Flow, path: Path, order: dict[str, str]) -> Edits:
    """Put entries of the map at `path` in this order into the places that they have together; gives each its new key.

    An entry takes the comments with it that stand right above it and beside it.
    """
    parent = value_at(flow.tree, path)
    if not isinstance(parent, Mapping) or any(span_of(flow.tree, (*path, key)) is None for key in order):
        return None
    chunks = {key: _chunk(span, braces=in_braces(parent)) for key, span in _entries(parent) if key in order}
    edits = []
    for slot, (key, name) in zip(chunks.values(), order.items(), strict=True):
        chunk, written = chunks[key], span_of(flow.tree, (*path, key), key=True)
        if written is None or slot.sheet is not chunk.sheet:
            return None
        text = chunk.text[: written.start - chunk.start] + as_text(name, written.text)
        edits.append(Edit(place_of(slot.sheet, slot.start, slot.end), text + chunk.text[written.end - chunk.start :]))
    return tuple(edits)


def _chunk(span: Span, *, braces: bool) -> Span:
    """Give an entry with the comments above and beside it, where it has lines of its own."""
    line = _line_start(span.sheet.text, span.start)
    if braces or span.sheet.text[line : span.start].strip():
        return span
    rest = _REST_OF_LINE.match(span.sheet.text, span.end)
    return Span(span.sheet, _start_with_comments(span), rest.end() if rest else span.end)


def value_at(tree: Tree, path: Path) -> Tree:
    """Give the value at a path; empty text where there is none."""
    for step in path:
        if isinstance(tree, Mapping) and str(step) in tree:
            tree = tree[str(step)]
        elif isinstance(tree, Sequence) and isinstance(step, int) and 0 <= step < len(tree):
            tree = tree[step]
        else:
            return ""
    return tree


def _entries(parent: Mapping | Sequence) -> list[tuple[str, Span]]:
    """Give the entries of a map, or the items of a list, in the order of the file; those of a merge key are no part."""
    spans = [(name, span) for name, span in _all_entries(parent) if span is not None]
    spans.sort(key=lambda entry: entry[1].start)
    return spans


def mentions(tree: Tree, word: str) -> bool:
    """Whether a text below a part of the tree has a word in it, or is it."""
    ahead = [tree]
    while ahead:
        here = ahead.pop()
        if isinstance(here, str):
            if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", here):
                return True
        else:
            ahead += here.values() if isinstance(here, Mapping) else here
    return False


def _all_entries(parent: Mapping | Sequence) -> Iterator[tuple[str, Span | None]]:
    if isinstance(parent, Sequence):
        yield from ((str(number), parent.item_span(number)) for number in range(len(parent)))
        return
    for name in parent:
        key, value = parent.key_span(name), parent.value_span(name)
        yield name, key and value and Span(key.sheet, key.start, max(key.end, value.end))


def in_braces(parent: Mapping | Sequence) -> bool:
    """Whether a map or a list is written in braces or brackets."""
    sheet = parent.sheet
    if sheet is None:
        return False
    start = sheet.marks[parent.at]
    anchor = _ANCHOR.match(sheet.text, start)
    return sheet.text[anchor.end() if anchor else start :][:1] in {"{", "["}


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _start_with_comments(span: Span) -> int:
    """Give where the line of an entry begins, or the first of the comments that stand right above it, as far in."""
    text, start = span.sheet.text, _line_start(span.sheet.text, span.start)
    indent = " " * (span.start - start)
    while start > 0:
        above = _line_start(text, start - (2 if text.startswith("\r\n", start - 2) else 1))
        if not text.startswith(f"{indent}#", above):
            break
        start = above
    return start


def place_of(sheet: Sheet, start: int, end: int) -> Place:
    """Give the place between two offsets, blank space at its end included."""
    return Place(sheet.file, *sheet.point(start), *sheet.point(end))

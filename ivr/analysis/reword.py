"""Edits within what callers hear: of some words of a prompt, by where they stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ivr.analysis.amend import Edits, added, as_text, as_written, in_braces, place_of, rewritten, value_at
from ivr.edit import Edit
from ivr.flow import Flow
from ivr.node import Path
from ivr.tree import Mapping, Span, Tree, span_of

_ENDS_PLAIN: Final = re.compile(r":\s|\s#|:$")
_ENDS_IN_BRACES: Final = re.compile(r"[,\[\]{}:]")


class Change(NamedTuple):
    """What is to be said in the place of the characters from `start` to just before `end`."""

    start: int
    end: int
    text: str


def reworded(flow: Flow, path: Path, text: str, changes: Iterable[Change]) -> Edits:
    """Change some words of `text`, which is what a prompt at `path` says in one of its languages.

    Quotes and lines stay where the text stands on one line as it is heard; else all of it is written anew, in quotes.
    None where that leaves nothing to be heard, or where another place holds the text.
    """
    where = next((leaf for leaf in _leaves(path, value_at(flow.tree, path)) if value_at(flow.tree, leaf) == text), None)
    span = span_of(flow.tree, where) if where is not None else None
    ordered = sorted(changes)
    new = _changed(text, ordered)
    if where is None or span is None or not new.strip() or not ordered:
        return None
    around = value_at(flow.tree, where[:-1])
    braces = not isinstance(around, str) and in_braces(around)
    fits = _fit_in_quotes(span, ordered) if _quote(span) else _may_be_plain(new, text, ordered, braces=braces)
    if _as_heard(span, text) and fits:
        start = span.start + span.text.index(text)
        return tuple(Edit(place_of(span.sheet, start + one.start, start + one.end), one.text) for one in ordered)
    return rewritten(flow, where, new)


def without(text: str, words: str) -> Iterator[Change]:
    """Leave a sentence out of a text, with the space behind it, or, of the last one, before it."""
    start = text.find(words)
    if start >= 0:
        end = start + len(words)
        behind = len(text[end:]) - len(text[end:].lstrip())
        before = len(text[:start]) - len(text[:start].rstrip())
        yield Change(start, end + behind, "") if text[end:].strip() else Change(start - before, len(text), "")


def uninterruptible(flow: Flow, path: Path) -> Edits:
    """Let a prompt be heard to its end, whatever its form: one that stands on one line, or a map of its own parts."""
    path = as_written(flow.tree, path)
    prompt, span = value_at(flow.tree, path), span_of(flow.tree, path)
    if isinstance(prompt, Mapping) and "text" in prompt:
        return added(flow, path, "interruptible", "no")
    if span is None or len(span.text.splitlines()) > 1 or span.text[:1] in {"|", ">", "&", "!"}:
        return None
    text = as_text(prompt, span.text) if isinstance(prompt, str) else span.text
    return (Edit(place_of(span.sheet, span.start, span.end), f"{{text: {text}, interruptible: no}}"),)


def _changed(text: str, changes: list[Change]) -> str:
    for change in reversed(changes):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _leaves(path: Path, tree: Tree) -> Iterator[Path]:
    if isinstance(tree, str):
        yield path
    else:
        for step, below in tree.items() if isinstance(tree, Mapping) else enumerate(tree):
            yield from _leaves((*path, step), below)


def _as_heard(span: Span, text: str) -> bool:
    """Whether a text stands in the file as it is heard: on one line, without anything escaped."""
    quote = _quote(span)
    return span.text == f"{quote}{text}{quote}"


def _quote(span: Span) -> str:
    return span.text[0] if span.text[:1] in {'"', "'"} else ""


def _fit_in_quotes(span: Span, changes: list[Change]) -> bool:
    quote = _quote(span)
    return not any(quote in one.text or "\\" in one.text for one in changes)


def _may_be_plain(new: str, old: str, changes: list[Change], *, braces: bool) -> bool:
    """Whether a text that stood without quotes can do so when it has been changed."""
    if not (new[0].isalnum() or new[0] == old[0]) or new[-1].isspace() or _ENDS_PLAIN.search(new):
        return False
    return not braces or not any(_ENDS_IN_BRACES.search(one.text) for one in changes)

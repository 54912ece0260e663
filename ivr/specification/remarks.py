"""What was assumed, what is still open, and what has changed, as notes and comments of the flow say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.specification.guide import Guide, capital
from ivr.specification.parts import Bullets, Paragraph, Section, Words
from ivr.specification.written import comments, entry_text

if TYPE_CHECKING:
    from ivr.flow import Flow

ASSUMPTION, QUESTION, CHANGED = "assumption", "question", "changed"
_BEGINS: Final = re.compile(rf"(?:^|(?<=\s))({ASSUMPTION}|{QUESTION}|{CHANGED}):(?:\s+|$)", re.IGNORECASE)


class Remark(NamedTuple):
    """Something said with `assumption:`, `question:` or `changed:` before it, and of what."""

    kind: str
    text: str
    of: Words = ()


def remarks(flow: Flow, guide: Guide) -> Iterator[Remark]:
    """Give all remarks of a flow: those of its notes, then those of its comments."""
    for of, note in _notes(flow, guide):
        yield from _remarks(note, of)
    for comment in comments(flow):
        yield from _remarks(comment, ())


def _remarks(text: str, of: Words) -> Iterator[Remark]:
    before, *parts = _BEGINS.split(text)
    for kind, said in zip(parts[::2], parts[1::2], strict=True):
        context, words = before.strip(), said.strip()
        yield Remark(kind.lower(), f"{context} {kind.capitalize()}: {words}" if context else capital(words), of)
        before = ""


def _notes(flow: Flow, guide: Guide) -> Iterator[tuple[Words, str]]:
    yield (), entry_text(flow, "note")
    for number, line in flow.lines.items():
        yield guide.line(number), line.note
    for name in flow.hours:
        yield guide.schedule(name), entry_text(flow, "hours", name, "note")
    for name, contact in flow.contacts.items():
        yield guide.contact(name), contact.note
    for key, everywhere in flow.keys.items():
        yield (f"key {key} of every menu",), everywhere.note
    for name, node in flow.nodes.items():
        yield (guide.node(name),), node.note
        for key, option in getattr(node, "options", {}).items():
            yield (guide.node(name), f", key {key}"), option.note
    for name, source in flow.sources.items():
        yield guide.documented((name,)), source.note


_SECTIONS: Final = (
    (ASSUMPTION, "Assumptions", "assumptions", "Decided by whoever wrote the flow, as no document says it."),
    (QUESTION, "Open questions", "questions", "To be answered before this is agreed."),
    (CHANGED, "What changed", "changes", "As the flow says it."),
)


def told(guide: Guide) -> Iterator[Section]:
    """Give a section for each kind of remark that there is."""
    every = tuple(dict.fromkeys(remarks(guide.flow, guide)))
    for kind, title, anchor, lead in _SECTIONS:
        items = tuple(_item(remark) for remark in every if remark.kind == kind)
        if items:
            yield Section(title, anchor, (Paragraph((lead,)), Bullets(items)))


def _item(remark: Remark) -> Words:
    return (*remark.of, ": ", remark.text) if remark.of else (remark.text,)

"""Every menu with its drawing, and every other step under the menu behind which it comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ivr.drawing.pages import Page
from ivr.graph import LINE
from ivr.listening import Listening
from ivr.node import Exit, Node
from ivr.nodes.menu import Menu
from ivr.specification.doing import doing
from ivr.specification.guide import Guide
from ivr.specification.keys import key_table
from ivr.specification.leaving import arrivals, handling, reached_from, ways_out
from ivr.specification.parts import Block, Code, Drawing, Facts, Link, Paragraph, Section, Word, Words, listed
from ivr.specification.telling import heard


def steps(guide: Guide, pages: Sequence[Page]) -> Iterator[Section]:
    """Give the section of all steps; `pages` are the drawings of menus, with the steps that each shows."""
    told: set[str] = set()
    ways = arrivals(guide.flow)
    parts = tuple(part for page in pages for part in _part(guide, page, ways, told))
    if parts:
        yield Section("Menus and steps", "steps", (), parts)


def _part(
    guide: Guide, page: Page, ways: Mapping[str, tuple[tuple[str, Exit], ...]], told: set[str]
) -> Iterator[Section]:
    """Give the section of one page; steps that were told before are only drawn."""
    first, *_ = page.shows
    names = [name for name in page.shows if name in guide.flow.nodes and name not in told]
    told.update(names)
    inner = [_step(guide, name, ways) for name in names if name != first]
    drawing = Drawing(page.picture, page.suffix, "")
    if first in names:
        own = _step(guide, first, ways)
        kept = _captioned(drawing, own.title)
        yield Section(own.title, own.anchor, (*own.blocks, *((kept,) if _is_worth(guide, page) else ())), tuple(inner))
    elif inner:
        title, anchor = _shared_heading(guide, first)
        yield Section(title, anchor, (_captioned(drawing, title),), tuple(inner))


def _shared_heading(guide: Guide, first: str) -> tuple[str, str]:
    """Give the title and the anchor of steps that stand behind a line, or behind a step that was told before."""
    if first.startswith(LINE):
        number = first.removeprefix(LINE)
        return f"From {number}", f"from-{guide.anchor('line', number)}"
    return f"Behind {guide.title(first)}", f"behind-{guide.anchor('step', first)}"


def _is_worth(guide: Guide, page: Page) -> bool:
    """Whether a drawing shows more than one step and where it leads."""
    return guide.flow.nodes[page.shows[0]].verb == "menu" or len(page.shows) > 1


def _captioned(drawing: Drawing, title: str) -> Drawing:
    return Drawing(drawing.picture, drawing.suffix, f"{title}, and what comes behind it before the next menu")


def _step(guide: Guide, name: str, ways: Mapping[str, tuple[tuple[str, Exit], ...]]) -> Section:
    node = guide.flow.nodes[name]
    return Section(guide.title(name), guide.anchor("step", name), tuple(_blocks(guide, name, node, ways.get(name, ()))))


def _blocks(guide: Guide, name: str, node: Node, ways: tuple[tuple[str, Exit], ...]) -> Iterator[Block]:
    yield Paragraph((f"{node.verb.capitalize()} ", Code(name)))
    if name in guide.flow.broken:
        yield Paragraph(("A part of this step could not be read; the findings say which.",))
    yield from heard(guide, name, node)
    sentences = list(doing(node, guide))
    if sentences:
        yield Paragraph(_joined(sentences))
    if isinstance(node, Menu):
        keys = key_table(guide, name, node)
        yield keys or Paragraph(("No key does anything here.",))
    else:
        yield from ways_out(guide, name, node)
    if isinstance(node, Listening):
        yield handling(guide, name, node)
    yield Facts(tuple(_facts(guide, name, node, ways)))


def _joined(sentences: list[Words]) -> Words:
    words: list[Word] = []
    for sentence in sentences:
        words += [" ", *sentence] if words else sentence
    return tuple(words)


def _facts(guide: Guide, name: str, node: Node, ways: tuple[tuple[str, Exit], ...]) -> Iterator[tuple[str, Words]]:
    yield "Comes from", reached_from(guide, name, ways)
    if node.documented:
        yield "Documented", guide.documented(node.documented)
    if node.note:
        yield "Note", (node.note,)
    if name in guide.findings:
        yield "Findings", listed(tuple((Link(code, anchor),) for code, anchor in guide.findings[name]))

"""From the chart of a flow to a picture: which box says what, which row and which arrow stand for an exit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from ivr.drawing.apart import Apart, apart
from ivr.drawing.chart import Chart, Edge, Node
from ivr.drawing.describe import describe
from ivr.drawing.options import Options
from ivr.drawing.picture import EVERYWHERE, HEADER, Arrow, Box, Frame, Mark, Picture, Row
from ivr.drawing.refer import reference, references
from ivr.drawing.words import PHRASES, PROMPT_LINE, PROMPT_LINES, ROW_WORDS, TITLE_LINE, clean, cut, exit_words, wrap

MARKS = 3
"""At most this many codes of findings are written into one title."""
SEVERITIES = ("new", "gone", "changed", "covered", "not covered", "error", "warning", "info")
HEADING = 120
"""At most this many letters head a frame."""
STEPS = 6
"""At most this many numbers of steps are written at one place; a caller may come by again and again."""


class _Known(NamedTuple):
    """What is found out once and asked for every box: references by number, keys of every menu, what stands apart."""

    chart: Chart
    options: Options
    written: Mapping[int, str]
    shared: Mapping[tuple[str, str], tuple[Edge, ...]]
    apart: Apart
    pages: Mapping[str, str]


def compose(chart: Chart, options: Options, pages: Mapping[str, str] | None = None, home: str = "") -> Picture:
    """Make the picture of a chart; `pages` are the addresses of pages that show more of a node, `home` the overview."""
    separate = apart(chart)
    known = _Known(chart, options, references(chart, separate), _shared(chart), separate, pages or {})
    linked = {edge.head for edge in chart.edges() if edge.head != edge.tail}
    boxes = [_box(known, node) for node in chart.nodes.values()]
    aside = {node.id for node in chart.nodes.values() if node.shape == "contact" and node.id not in linked}
    keys, key_arrows = _everywhere(known)
    arrows = list(_arrows(known, boxes))
    whole = [box for box in boxes if box.id not in aside and box.id not in separate.frame_of]
    return Picture(
        title=cut(clean(options.title), 200) or "Call flow",
        subtitle=cut(clean(options.subtitle), 400),
        home=home,
        description=describe(chart, options.title),
        boxes=(*keys, *whole),
        arrows=(*key_arrows, *(arrow for arrow in arrows if arrow.tail not in separate.frame_of)),
        aside=tuple(box for box in boxes if box.id in aside),
        frames=tuple(_frame(known, number, boxes, arrows) for number in range(len(separate.frames))),
    )


def _frame(known: _Known, number: int, boxes: list[Box], arrows: list[Arrow]) -> Frame:
    names = known.apart.frames[number]
    inside = tuple(box for box in boxes if box.id in names)
    entries = [box.title for box in inside if box.id in known.apart.entries]
    heading = f"{'Sub-flow' if len(entries) == 1 else 'Sub-flows'}: {', '.join(entries)}"
    return Frame(cut(heading, HEADING), inside, tuple(arrow for arrow in arrows if arrow.tail in names))


def _shared(chart: Chart) -> dict[tuple[str, str], tuple[Edge, ...]]:
    """Give the keys that work in more than one menu and lead to the same place in all of them."""
    seen: dict[tuple[str, str], list[Edge]] = {}
    for edge in chart.edges():
        if edge.everywhere:
            seen.setdefault(_same(edge), []).append(edge)
    return {same: tuple(edges) for same, edges in seen.items() if len(edges) > 1}


def _same(edge: Edge) -> tuple[str, str]:
    return edge.on, edge.reserved or edge.head


def _box(known: _Known, node: Node) -> Box:
    options = known.options
    return Box(
        id=node.id,
        kind=node.kind,
        shape=node.shape,
        word="does not exist" if node.missing else node.kind or "step",
        title=cut(node.label, TITLE_LINE),
        prompt=wrap(node.prompt, PROMPT_LINE, PROMPT_LINES),
        detail=tuple(line for text in _details(known, node) for line in wrap(text, PROMPT_LINE + 4, 2)),
        rows=tuple(_rows(known, node.id)),
        hover=cut(node.prompt, 600),
        missing=node.missing,
        shut=options.shut(node.id),
        marks=_marks(options.findings.get(node.id, ())),
        steps=tuple(number for number, (at, _) in enumerate(options.call, 1) if at == node.id)[:STEPS],
        page=known.pages.get(node.id, ""),
    )


def _details(known: _Known, node: Node) -> Iterator[str]:
    # To whom a transfer connects, its arrow says.
    connects = any(edge.connects for edge in known.chart.exits[node.id])
    yield from ("" if connects else node.detail, node.hours)
    if node.press:
        yield f"presses {node.press} at once"
    if node.id in known.apart.entries:
        count = known.apart.entries[node.id]
        yield f"run by {count} steps" if count > 1 else "run by one step"


def _marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Show each code once, the worst first; with many, the first ones and how many more there are."""
    every: dict[str, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: SEVERITIES.index(mark.severity) if mark.severity in SEVERITIES else 0):
        every.setdefault(clean(mark.code), []).append(mark)
    badges = [_badge(cut(code, 12), same) for code, same in every.items()]
    left = [mark for same in list(every.values())[MARKS:] for mark in same]
    return (*badges[:MARKS], *([_badge(f"+{len(badges) - MARKS}", left)] if left else []))


def _badge(words: str, marks: list[Mark]) -> Mark:
    return Mark(
        words, marks[0].severity, cut("\n".join(f"{clean(mark.code)}: {clean(mark.message)}" for mark in marks), 2000)
    )


def _rows(known: _Known, name: str) -> Iterator[Row]:
    exits = known.chart.exits[name]
    own = [edge for edge in exits if not (edge.everywhere and _same(edge) in known.shared)]
    # Silence and wrong keys lead back to the same place anyway; that is worth a row only where nothing else follows.
    leaves = any(edge.by == "failure" and not edge.reserved for edge in own)
    told = [edge for edge in own if not (leaves and edge.by == "failure" and edge.reserved)]
    for edges in _together(told, known):
        if not edges[0].quiet or edges[0].number in known.written:
            yield _row(known, edges)
    others = [edge for edge in exits if edge.everywhere and _same(edge) in known.shared]
    if others:
        yield _footer(others, known.options)


def _together(edges: Iterable[Edge], known: _Known) -> Iterator[tuple[Edge, ...]]:
    """Put neighbouring ways that are no keys and lead to the same place together: one row says both."""

    def way(edge: Edge) -> tuple[object, ...]:
        if edge.by in {"key", "words"} or edge.quiet:
            return (edge.exit,)
        return edge.by, edge.head, edge.reserved, known.written.get(edge.number), _tag(known.options, edge)

    for _, group in groupby(edges, way):
        yield tuple(group)


def _row(known: _Known, edges: tuple[Edge, ...]) -> Row:
    first, written = edges[0], known.written
    words = ", ".join(dict.fromkeys(exit_words(edge.on, edge.label, edge.by, contact=edge.contact) for edge in edges))
    if not words and first.number not in written:
        words = known.chart.labels.get(first.head, "")
    here = [written[edge.number] for edge in edges if edge.number in written]
    return Row(
        port=f"e{first.exit}",
        cap=cut(first.on, 8) if first.by == "key" else "",
        words=cut(words, PHRASES if first.by == "words" else ROW_WORDS),
        style=first.by,
        announced=first.announced,
        target=first.head,
        reference=_listed(here),
        shut=_shut(known.options, edges),
        steps=_steps(edges, known.options),
        # A box that is a link as a whole has no other links in it.
        page=known.pages.get(first.head, "") if first.tail not in known.pages else "",
        tag=_tag(known.options, first),
    )


def _tag(options: Options, edge: Edge) -> str:
    """Say in a word what is to be said of an exit beside the flow itself, if anything."""
    return options.tags.get((edge.tail, edge.on, edge.reserved or edge.head), "")


def _shared_tag(options: Options, edges: Iterable[Edge]) -> str:
    """Say the same of several exits; nothing where it is not the same for all of them."""
    words = {_tag(options, edge) for edge in edges}
    return next(iter(words)) if len(words) == 1 else ""


def _shut(options: Options, edges: Iterable[Edge]) -> str:
    """Say why nobody goes any of these ways; empty where somebody may go one of them."""
    words = dict.fromkeys(options.shut(edge.tail, edge.on) for edge in edges)
    return "" if "" in words else next(iter(words), "")


def _listed(references: Iterable[str]) -> str:
    """Give references in one line; where they do not fit, the first one and how many more there are."""
    every = list(dict.fromkeys(references))
    whole = ", ".join(every)
    if len(whole) <= ROW_WORDS or len(every) < 2:  # noqa: PLR2004 -- one alone is cut
        return cut(whole, ROW_WORDS)
    more = f" and {len(every) - 1} more"
    return cut(every[0], ROW_WORDS - len(more)) + more


def _steps(edges: Iterable[Edge], options: Options) -> tuple[int, ...]:
    taken = {(edge.tail, edge.on) for edge in edges}
    return tuple(number for number, step in enumerate(options.call, 1) if step in taken)[:STEPS]


def _footer(edges: list[Edge], options: Options) -> Row:
    keys = " ".join(dict.fromkeys(edge.on for edge in edges))
    return Row("g", cut(keys, 14), "as in every menu", "everywhere", steps=_steps(edges, options), reference=" ")


def _everywhere(known: _Known) -> tuple[tuple[Box, ...], tuple[Arrow, ...]]:
    if not known.shared:
        return (), ()
    by_key: dict[tuple[str, str], list[Edge]] = {}
    for same in known.shared.values():
        by_key.setdefault((same[0].on, _shared_tag(known.options, same)), []).extend(same)
    rows = tuple(_shared_row(known, edges) for edges in by_key.values())
    arrows = [
        _arrow(known, edge, [each for each in edges if each.head == edge.head], f"e{edges[0].number}", EVERYWHERE)
        for edges in by_key.values()
        for edge in {each.head: each for each in edges if _stands_near(known, each)}.values()
    ]
    marks = _marks(known.options.findings.get(EVERYWHERE, ()))
    return (Box(EVERYWHERE, "keys", "keys", "keys", "In every menu", rows=rows, marks=marks),), tuple(arrows)


def _stands_near(known: _Known, edge: Edge) -> bool:
    """Say whether an arrow can lead there from the box of keys for every menu, which stands in no frame."""
    return not edge.reserved and edge.head in known.chart.nodes and edge.head not in known.apart.frame_of


def _shared_row(known: _Known, edges: list[Edge]) -> Row:
    chart, first = known.chart, edges[0]
    written = [reference(chart, edge) for edge in edges if not _stands_near(known, edge)]
    said = exit_words(first.on, first.label, first.by) or chart.labels.get(first.head, first.head)
    return Row(
        port=f"e{first.number}",
        cap=cut(first.on, 8) if first.by == "key" else "",
        words=cut(said, PHRASES if first.by == "words" else ROW_WORDS),
        style=first.by,
        announced=first.announced,
        target=first.head,
        reference=_listed(written),
        steps=_steps(edges, known.options),
        tag=_shared_tag(known.options, edges),
    )


def _arrows(known: _Known, boxes: list[Box]) -> Iterator[Arrow]:
    ports = {(box.id, row.port) for box in boxes for row in box.rows}
    for box in boxes:
        for edges in _together(known.chart.exits[box.id], known):
            port = f"e{edges[0].exit}"
            heads = {edge.head: edge for edge in edges if edge.number not in known.written}
            for edge in heads.values():
                arrow = _arrow(known, edge, edges, port if (box.id, port) in ports else HEADER)
                pressed = _pressed(known.chart, edge)
                yield replace(arrow, head_port=pressed) if (edge.head, pressed) in ports else arrow


def _pressed(chart: Chart, edge: Edge) -> str:
    """Give the port of the option that the callers of a line press at once; empty where they press none."""
    keys = chart.nodes[edge.tail].press
    options = {each.on: each.exit for each in chart.exits[edge.head] if each.by == "key"}
    taken = options.get(keys, options.get(keys[:1]))
    return "" if taken is None else f"e{taken}"


def _arrow(known: _Known, edge: Edge, edges: Collection[Edge], port: str, tail: str = "") -> Arrow:
    options = known.options
    return Arrow(
        tail=tail or edge.tail,
        port=port,
        head=edge.head,
        style="transfer" if edge.connects else edge.by,
        announced=edge.announced,
        shut=bool(_shut(options, edges)) or all(options.is_out_of_reach(edge.tail) for edge in edges),
        steps=_steps(edges, options),
        tag=_shared_tag(options, edges),
    )

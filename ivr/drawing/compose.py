"""From the chart of a flow to a picture: which box says what, which row and which arrow stand for an exit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from ivr.drawing.chart import Chart, Edge, Node
from ivr.drawing.describe import describe
from ivr.drawing.options import Options
from ivr.drawing.picture import HEADER, Arrow, Box, Picture, Row
from ivr.drawing.refer import references
from ivr.drawing.words import PROMPT_LINE, PROMPT_LINES, ROW_WORDS, TITLE_LINE, cut, exit_words, kind_words, wrap

EVERYWHERE = "every menu"
"""The box that holds the keys which work in every menu; a node cannot be called so, as names have no blanks."""
QUIET = frozenset({"next", "start", "transfer", ""})


def compose(chart: Chart, options: Options, pages: Mapping[str, str] | None = None) -> Picture:
    """Make the picture of a chart; `pages` are the names of the pages that show more of a node."""
    written = references(chart)
    shared = _shared(chart)
    linked = {edge.head for edge in chart.edges()}
    boxes = [_box(chart, node, options, written, shared, pages or {}) for node in chart.nodes.values()]
    aside = {node.id for node in chart.nodes.values() if node.kind == "contact" and node.id not in linked}
    keys, key_arrows = _everywhere(chart, shared)
    return Picture(
        title=options.title or "Call flow",
        subtitle=options.subtitle,
        description=describe(chart, options.title),
        boxes=(*keys, *(box for box in boxes if box.id not in aside)),
        arrows=(*key_arrows, *_arrows(chart, boxes, options, written)),
        aside=tuple(box for box in boxes if box.id in aside),
    )


def _shared(chart: Chart) -> dict[tuple[str, str], Edge]:
    """Give the keys that work in more than one menu and lead to the same place in all of them."""
    seen: dict[tuple[str, str], list[Edge]] = {}
    for edge in chart.edges():
        if edge.everywhere:
            seen.setdefault(_same(edge), []).append(edge)
    return {same: edges[0] for same, edges in seen.items() if len(edges) > 1}


def _same(edge: Edge) -> tuple[str, str]:
    return edge.on, edge.reserved or edge.head


def _box(
    chart: Chart,
    node: Node,
    options: Options,
    written: Mapping[int, str],
    shared: Mapping[tuple[str, str], Edge],
    pages: Mapping[str, str],
) -> Box:
    return Box(
        id=node.id,
        kind=node.kind,
        word="does not exist" if node.missing else kind_words(node.kind),
        title=cut(node.label, TITLE_LINE),
        prompt=wrap(node.prompt, PROMPT_LINE, PROMPT_LINES),
        detail=tuple(line for text in (node.detail, node.hours) for line in wrap(text, PROMPT_LINE + 4, 2)),
        rows=tuple(_rows(chart, node.id, options, written, shared)),
        hover=cut(node.prompt, 600),
        missing=node.missing,
        closed=node.id in options.closed,
        marks=tuple(options.findings.get(node.id, ())),
        steps=tuple(number for number, (at, _) in enumerate(options.call, 1) if at == node.id),
        page=pages.get(node.id, ""),
    )


def _rows(
    chart: Chart, name: str, options: Options, written: Mapping[int, str], shared: Mapping[tuple[str, str], Edge]
) -> Iterator[Row]:
    own = [edge for edge in chart.exits[name] if not (edge.everywhere and _same(edge) in shared)]
    for edges in _together(own, written):
        if edges[0].on not in QUIET or edges[0].number in written or edges[0].label:
            yield _row(chart, edges, options, written)
    others = [edge for edge in chart.exits[name] if edge.everywhere and _same(edge) in shared]
    if others:
        yield _footer(others, options)


def _together(edges: Iterable[Edge], written: Mapping[int, str]) -> Iterator[tuple[Edge, ...]]:
    """Put neighbouring ways that are no keys and lead to the same place together: one row says both."""

    def way(edge: Edge) -> tuple[object, ...]:
        alone = edge.number if edge.by in {"key", "words"} or edge.on in QUIET else -1
        return alone, edge.by, edge.head, edge.reserved, written.get(edge.number)

    for _, group in groupby(edges, way):
        yield tuple(group)


def _row(chart: Chart, edges: tuple[Edge, ...], options: Options, written: Mapping[int, str]) -> Row:
    first = edges[0]
    words = ", ".join(dict.fromkeys(exit_words(edge.on, edge.label, edge.by) for edge in edges))
    if not words and first.number not in written:
        words = chart.nodes[first.head].label
    return Row(
        port=f"e{first.number}",
        cap=cut(first.on, 8) if first.by == "key" else "",
        words=cut(words, ROW_WORDS),
        style=first.by,
        announced=first.announced,
        target=first.head,
        reference=cut(written.get(first.number, ""), ROW_WORDS),
        closed=any((edge.tail, edge.on) in options.closed for edge in edges),
        steps=_steps(edges, options),
    )


def _steps(edges: Iterable[Edge], options: Options) -> tuple[int, ...]:
    taken = {(edge.tail, edge.on) for edge in edges}
    return tuple(number for number, step in enumerate(options.call, 1) if step in taken)


def _footer(edges: list[Edge], options: Options) -> Row:
    keys = " ".join(dict.fromkeys(edge.on for edge in edges))
    return Row("g", cut(keys, 14), "as in every menu", "everywhere", steps=_steps(edges, options), reference=" ")


def _everywhere(chart: Chart, shared: Mapping[tuple[str, str], Edge]) -> tuple[tuple[Box, ...], tuple[Arrow, ...]]:
    if not shared:
        return (), ()
    rows = []
    for edge in shared.values():
        refer = {"back": "← back", "again": "↻ again"}.get(edge.reserved, "")
        words = cut(edge.label or chart.nodes[edge.head].label, ROW_WORDS)
        rows.append(Row(f"e{edge.number}", edge.on, words, edge.by, edge.announced, edge.head, refer))
    arrows = [Arrow(EVERYWHERE, row.port, row.target, row.style, row.announced) for row in rows if not row.reference]
    return (Box(EVERYWHERE, "keys", "keys", "In every menu", rows=tuple(rows)),), tuple(arrows)


def _arrows(chart: Chart, boxes: list[Box], options: Options, written: Mapping[int, str]) -> Iterator[Arrow]:
    ports = {(box.id, row.port): row for box in boxes for row in box.rows}
    for box in boxes:
        for edges in _together((edge for edge in chart.exits[box.id] if edge.number not in written), written):
            first = edges[0]
            row = ports.get((box.id, f"e{first.number}"))
            yield Arrow(
                tail=box.id,
                port=row.port if row else HEADER,
                head=first.head,
                style="transfer" if first.on == "transfer" else first.by,
                announced=first.announced,
                closed=any((edge.tail, edge.on) in options.closed for edge in edges),
                steps=_steps(edges, options),
            )

"""Which pages a drawing has: the whole flow, a part of it, or an overview with one page a menu."""

from __future__ import annotations

import difflib
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from ivr.drawing.apart import Apart, apart
from ivr.drawing.chart import Chart, Edge, chart_of, read
from ivr.drawing.compose import compose
from ivr.drawing.options import Options
from ivr.drawing.overview import overview
from ivr.drawing.picture import Picture
from ivr.drawing.render import DrawingError

LARGE = 400
"""With more boxes than this a page cannot be read any more, and its layout takes long: the overview is drawn."""

MANY = 200
"""More pages than this take so long that somebody who waits should know why."""

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what is added to the name of its file (nothing, or `-main`), and what is drawn on it.

    `shows` are the nodes for whose sake it is there, the one that names it first; none on a page of the whole.
    """

    suffix: str
    picture: Picture
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a drawing, the overview first, and notes: one sentence each on what is not drawn."""

    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()


def pages(graph: nx.MultiDiGraph[Any], options: Options, address: Address | None = None) -> Pages:
    """Make the pages of a drawing; `address` gives where the page with a suffix is found, for links.

    Raises DrawingError where `options.start` is no node of the flow.
    """
    chart = _asked(read(graph), options)
    if options.split:
        return _split(chart, options, address)
    if len(chart.nodes) > LARGE:
        return Pages((Page("", overview(chart, _headed(options, "overview"))),), (_too_large(chart),))
    return Pages((Page("", compose(chart, options)),))


def _asked(chart: Chart, options: Options) -> Chart:
    if options.start is None:
        return chart
    return chart.part(_reached(chart, _known(chart, options.start), options.depth))


def part_names(graph: nx.MultiDiGraph[Any], options: Options) -> frozenset[str]:
    """Give the names of the nodes that are asked for: all of them, or those of a part.

    Raises DrawingError where `options.start` is no node of the flow.
    """
    return frozenset(_asked(read(graph), options).nodes)


def _too_large(chart: Chart) -> str:
    return (
        f"The flow has {len(chart.nodes)} boxes, too many for one page, so this is its overview of lines, menus and "
        "contacts; '--split' draws a page for every menu, '--from NODE' a part."
    )


def _headed(options: Options, words: str) -> Options:
    title = f"{options.title}: {words}" if options.title else words.capitalize()
    return replace(options, title=title)


def _known(chart: Chart, name: str) -> str:
    for each in (name, f"line:{name}", f"contact:{name}"):
        if each in chart.nodes:
            return each
    near = difflib.get_close_matches(name, list(chart.nodes), 1)
    message = f"there is no node '{name}' to draw from" + (f"; did you mean '{near[0]}'?" if near else "")
    raise DrawingError(message)


def _reached(chart: Chart, start: str, depth: int | None = None) -> dict[str, int]:
    """Give the nodes that can be reached from one, with the steps to them, as far as `depth` steps."""
    steps, waiting = {start: 0}, deque([start])
    while waiting:
        name = waiting.popleft()
        if depth is not None and steps[name] >= depth:
            continue
        for edge in chart.exits[name]:
            if edge.head in chart.nodes and edge.head not in steps and not edge.reserved:
                steps[edge.head] = steps[name] + 1
                waiting.append(edge.head)
    return steps


def _split(chart: Chart, options: Options, address: Address | None) -> Pages:
    separate = apart(chart)
    regions = dict(_regions(chart, separate))
    if len(regions) > MANY:
        options.tell(f"Drawing {len(regions)} pages and an overview; this takes a while.")
    suffixes = _suffixes(regions)
    links = {name: address(suffix) for name, suffix in suffixes.items()} if address else {}
    links |= {entry: links[_frame_name(separate, entry)] for entry in separate.entries if links and entry not in links}
    home = address("") if address else ""
    first = Page("", overview(chart, _headed(options, "overview"), links))
    others = [
        Page(suffixes[name], _page(chart, separate, region, options, links, home), region)
        for name, region in regions.items()
    ]
    subflows = ", and every sub-flow that many steps run" if separate.frames else ""
    each = f"one page for every menu and every way to the first menu{subflows}"
    note = f"{len(others)} pages and an overview were drawn, {each}."
    return Pages((first, *others), (note,) if others else ())


def _frame_name(separate: Apart, entry: str) -> str:
    """Give the sub-flow after which the page is called that holds this one."""
    return next(name for name in separate.entries if separate.frame_of[name] == separate.frame_of[entry])


def _page(  # noqa: PLR0913, PLR0917 -- a page, and what all pages share
    chart: Chart, separate: Apart, region: tuple[str, ...], options: Options, links: Mapping[str, str], home: str
) -> Picture:
    name = region[0]
    ways = (edge for each in region for edge in chart.exits[each] if edge.head in chart.nodes)
    near = {edge.head for edge in ways if _followed(edge, separate)}
    stubs = near - set(region)
    part = chart.part((*region, *stubs))
    exits: dict[str, tuple[Edge, ...]] = {each: () if each in stubs else part.exits[each] for each in part.nodes}
    nodes = {each: replace(node, prompt="") if each in stubs else node for each, node in part.nodes.items()}
    here = {each: link for each, link in links.items() if each != name}
    return compose(chart_of(nodes, exits, chart.labels), _headed(options, chart.labels[name]), here, home)


def _followed(edge: Edge, separate: Apart) -> bool:
    return not edge.everywhere and not edge.reserved and not separate.parts(edge)


def _regions(chart: Chart, separate: Apart) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every menu with what is reached from it before the next menu; the same for lines and for what is left.

    Sub-flows that share a frame share a region, and it is called after the first of them.
    """
    menus = {name for name, node in chart.nodes.items() if node.shape == "menu"}
    covered: set[str] = set(menus)
    for name, node in chart.nodes.items():
        if node.shape in {"menu", "line"}:
            region = _region(chart, separate, (name,), menus)
            covered.update(region)
            if name in menus or len(region) > 1:
                yield name, region
    for number in range(len(separate.frames)):
        entries = tuple(name for name in separate.entries if separate.frame_of[name] == number)
        region = _region(chart, separate, entries, menus)
        if not covered.issuperset(region):
            covered.update(region)
            yield entries[0], region
    for name, node in chart.nodes.items():
        if name not in covered and node.shape != "contact":
            region = _region(chart, separate, (name,), menus)
            covered.update(region)
            yield name, region


def _region(chart: Chart, separate: Apart, starts: tuple[str, ...], menus: set[str]) -> tuple[str, ...]:
    found, waiting = dict.fromkeys(starts), deque(starts)
    while waiting:
        for edge in chart.exits[waiting.popleft()]:
            if (
                _followed(edge, separate)
                and edge.head in chart.nodes
                and edge.head not in found
                and edge.head not in menus
            ):
                found[edge.head] = None
                waiting.append(edge.head)
    return tuple(found)


def _suffixes(names: Mapping[str, object]) -> dict[str, str]:
    """Give every page an ending for its file's name: plain letters, and no two the same on any file system."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        letters = (letter if letter.isalnum() and letter.isascii() else "-" for letter in name.removeprefix("line:"))
        plain = "-" + ("".join(letters).strip("-")[:60] or "page")
        number, suffix = 2, plain
        while suffix.lower() in taken:
            number, suffix = number + 1, f"{plain}-{number}"
        taken.add(suffix.lower())
        made[name] = suffix
    return made

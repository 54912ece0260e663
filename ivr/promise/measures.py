"""What callers of a flow go through, in numbers: by line and time, and by menu."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ivr.analysis.depths import depths
from ivr.analysis.languages import languages_at
from ivr.analysis.opening import told_at
from ivr.analysis.ways import met
from ivr.nodes.menu import Menu
from ivr.promise.costs import SILENT, Calls, acts, calls_of, lowest
from ivr.promise.hours import hours_told

if TYPE_CHECKING:
    from ivr.explore import Explored
    from ivr.flow import Flow

WEEK_HOURS = 168


class Cost(NamedTuple):
    """Seconds that pass and keys that are pressed until a person is rung."""

    seconds: float
    keys: int


class Reach(NamedTuple):
    """What a person costs callers of a line at some time; None where they get to nobody.

    `best` is the quickest way as the line answers, `silent` what becomes of who presses nothing. `worst` is the
    quickest way from the worst place where they may act, the node `place`; where they act nowhere, that is empty,
    and the worst is the best.
    """

    best: Cost | None
    worst: Cost | None
    silent: Cost | None
    place: str


class Span(NamedTuple):
    """Times at which calls of a line cost the same, in words."""

    when: str
    reach: Reach


class LineWeek(NamedTuple):
    """What a person costs callers of a line: at each `span` of times, and in each hour of an ordinary week from Monday.

    An hour in which something opens or closes counts as the worse part of it. `menus` is how many menus the line leads
    to, `depth` how many lie one behind another on the shortest way to the deepest of them.
    """

    line: str
    name: str
    spans: tuple[Span, ...]
    hours: tuple[Reach, ...]
    menus: int
    depth: int


class ToldOption(NamedTuple):
    """A key of a menu, what is said of it, and the second at which that has been said; None where it never is."""

    key: str
    said: str
    seconds: float | None
    own: bool


class MenuSize(NamedTuple):
    """A menu: how many menus lie on the shortest way to it, itself included, and its options in one language."""

    menu: str
    depth: int
    language: str
    options: tuple[ToldOption, ...]

    @property
    def own(self) -> int:
        """How many options the menu itself has, without the keys of the whole flow."""
        return sum(option.own for option in self.options)

    @property
    def last(self) -> float:
        """The second at which the last option has been told."""
        return max((option.seconds for option in self.options if option.seconds is not None), default=0.0)


class Measures(NamedTuple):
    """All numbers of a flow; `unexplored` says why some calls were left out, and is empty where none was."""

    lines: tuple[LineWeek, ...]
    menus: tuple[MenuSize, ...]
    unexplored: str


def measured(flow: Flow, today: date) -> Measures:
    """Measure a flow as on the day `today`."""
    calls = calls_of(flow, today)
    lines = tuple(_line(calls, line) for line in calls.positions.roots)
    why = calls.found.unexplored or "the sub-flows run one another in too many ways"
    left_out = "" if calls.positions.whole else why
    return Measures(lines, tuple(_menus(flow)), left_out)


def _line(calls: Calls, line: str) -> LineWeek:
    flow = calls.flow
    by_times = [(alike, _reach(calls, line, lowest(alike))) for alike in calls.alike]
    together: dict[Reach, int] = {}
    for alike, reach in by_times:
        together[reach] = together.get(reach, 0) | alike
    spans = tuple(Span(hours_told(calls.found, bits), reach) for reach, bits in together.items())
    deep = depths(flow, (flow.lines[line].start,))
    menus = [name for name in deep if isinstance(flow.nodes[name], Menu)]
    deepest = max((deep[name] for name in menus), default=0)
    hours = tuple(_worst([reach for alike, reach in by_times if alike & bits]) for bits in _hours(calls.found))
    return LineWeek(line, flow.lines[line].name, spans, hours, len(menus), deepest)


def _reach(calls: Calls, line: str, bit: int) -> Reach:
    root, ways = calls.positions.roots[line], calls.ways(bit)

    def cost(number: int, caller: str = "") -> Cost | None:
        way = (calls.ways(bit, caller) if caller else ways).get(number)
        return Cost(round(way.price[0], 2), int(way.price[1])) if way else None

    places = [(cost(one.number), one.state.node) for one in calls.reached(line, bit) if acts(one)]
    best = cost(root.number)
    worst, place = max(places, key=lambda one: _badness(one[0]), default=(best, ""))
    return Reach(best, worst, cost(root.number, SILENT), place)


def _badness(cost: Cost | None) -> tuple[bool, float, int]:
    return (True, 0.0, 0) if cost is None else (False, *cost)


def _worst(several: list[Reach]) -> Reach:
    return max(several, key=lambda reach: (_badness(reach.best), _badness(reach.worst), _badness(reach.silent)))


def _hours(found: Explored) -> Iterator[int]:
    """Give the set of times that each hour of an ordinary week has, from Monday 00:00 on."""
    start = found.times.times[0].intervals[0].start
    for number in range(WEEK_HOURS):
        begin = start + timedelta(hours=number)
        end = begin + timedelta(hours=1)
        within = (
            one.bit for one in found.times.times if any(cut.start < end and begin < cut.end for cut in one.intervals)
        )
        yield sum(within)


def _menus(flow: Flow) -> Iterator[MenuSize]:
    deep = depths(flow, (line.start for line in flow.lines.values()))
    for name in met(flow):
        menu = flow.nodes[name]
        if isinstance(menu, Menu) and name not in flow.broken and name in deep:
            spoken = languages_at(flow).get(name, frozenset())
            tag = flow.first_language if flow.first_language in spoken or not spoken else min(spoken)
            yield MenuSize(name, deep[name], tag, tuple(_options(flow, name, menu, tag)))


def _options(flow: Flow, name: str, menu: Menu, tag: str) -> Iterator[ToldOption]:
    told = {one.choice.key: one.seconds for one in told_at(flow, name, tag)}
    for choice in menu.choices(flow):
        label = menu.label(flow, choice)
        said = label.text(tag, flow.first_language) if label else ""
        seconds = told.get(choice.key)
        yield ToldOption(choice.key, said, round(seconds, 2) if seconds is not None else None, choice.own)

"""A call flow: everything that a flow file says, as frozen values that know where they were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ivr.node import BACK, RESERVED, Exit, Node, Path
from ivr.prompt import Prompt
from ivr.settings import Defaults, GlobalKey, Line, Source
from ivr.tree import Mapping as TreeMapping
from ivr.tree import Reported, locate
from ivr.wording import Wording, wording_for

if TYPE_CHECKING:
    import networkx as nx

    from ivr.contact import Contact
    from ivr.documents import Promise, Script
    from ivr.schedule import Schedule
    from ivr.source import Place

ALWAYS = "always"
NEVER = "never"
BUILT_IN_SCHEDULES = frozenset({ALWAYS, NEVER})


@dataclass(frozen=True)
class Flow:
    """One flow, with all that was included.

    `listed` says where in their sections those promises and calls stand that could be read at all.
    `broken` names the nodes that could not be read whole, `unread` the sections of which more may have been meant than
    could be read; `faults` are what the reader saw, `texts` the texts of the files that were read, by name. `memo`
    remembers what nodes work out once; it never changes what a call does.
    """

    file: str
    tree: TreeMapping
    name: str = ""
    owner: str = ""
    reviewed: date | None = None
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    languages: tuple[str, ...] = ("en",)
    lines: Mapping[str, Line] = field(default_factory=dict)
    hours: Mapping[str, Schedule] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    keys: Mapping[str, GlobalKey] = field(default_factory=dict)
    defaults: Defaults = field(default_factory=Defaults)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    wordings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    calls: tuple[Script, ...] = ()
    listed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    faults: tuple[Reported, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    memo: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def first_language(self) -> str:
        """The language in which a call begins, and in which plain text is written."""
        return self.languages[0]

    def wording(self, language: str) -> Wording:
        """Say how options are announced in `language`."""
        key = ("wording", language)
        if key not in self.memo:
            self.memo[key] = wording_for(language, self.wordings)
        wording: Wording = self.memo[key]
        return wording

    def is_open(self, schedule: str, at: datetime) -> bool:
        """Whether a schedule is open at an aware moment; one that does not exist counts as open."""
        if schedule in self.hours:
            return self.hours[schedule].is_open(at)
        return schedule != NEVER

    def title(self, node: str) -> str | Prompt:
        """Give what an option that names only its target is announced as: the node's name, or whom it leads to."""
        if node not in self.nodes:
            return ""
        return self.nodes[node].name or self._contact_title(node)

    def _contact_title(self, node: str) -> str:
        for _ in range(2):
            here = self.nodes.get(node)
            contact = self.contacts.get(getattr(here, "transfer", ""))
            if contact:
                return contact.name
            node = getattr(here, "open", None) or ""
        return ""

    def exits(self, node: str) -> tuple[Exit, ...]:
        """Give every way out of a node, with paths from the top of the flow."""
        key = ("exits", node)
        if key not in self.memo:
            self.memo[key] = tuple(
                way._replace(path=("nodes", node, *way.path)) if way.scope == "own" and way.path[0] != "keys" else way
                for way in self.nodes[node].exits(self)
            )
        ways: tuple[Exit, ...] = self.memo[key]
        return ways

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Give where something is written: the value at `path`, or with `key` its key; as near as there is."""
        return locate(self.tree, path, key=key)

    def entry(self, section: str, number: int) -> Path:
        """Give the path of one of the `promises` or `calls`; its number counts those that could be read."""
        return (section, self.listed[section][number] if section in self.listed else number)

    def closes(self, day: date) -> bool:
        """Whether any schedule has a day among its closed dates: no ordinary day."""
        return any(schedule.is_closed_day(day) for schedule in self.hours.values())

    def prompts(self) -> Iterator[tuple[Path, Prompt]]:
        """Give every prompt that is written, with its path from the top."""
        for kind in ("wrong", "silence"):
            for number, prompt in enumerate(getattr(self.defaults, kind)):
                yield ("defaults", kind, number), prompt
        for key, everywhere in self.keys.items():
            if everywhere.say:
                yield ("keys", key, "say"), everywhere.say
        for name, node in self.nodes.items():
            for path, prompt in node.prompts():
                yield ("nodes", name, *path), prompt

    def successors(self, node: str) -> tuple[str, ...]:
        """Name the nodes that a call can go to next from a node, each once; `back` leads to the menus before it."""
        key = ("successors", node)
        if key not in self.memo:
            targets = dict.fromkeys(way.to for way in self.exits(node) if way.to in self.nodes)
            if any(way.to == BACK for way in self.exits(node)):
                targets |= dict.fromkeys(self.menus_before().get(node, ()))
            self.memo[key] = tuple(targets)
        successors: tuple[str, ...] = self.memo[key]
        return successors

    def menus_before(self) -> Mapping[str, tuple[str, ...]]:
        """Give, for each node, where `back` may lead to from there.

        These are the menus from which the node is reached without another menu on the way; and the node itself, which
        is heard again, where a call or a sub-flow may come to it without any menu before.
        """
        if "menus before" not in self.memo:
            self.memo["menus before"] = _menus_before(self)
        before: Mapping[str, tuple[str, ...]] = self.memo["menus before"]
        return before

    def reachable(self) -> frozenset[str]:
        """Name the nodes that some line leads to."""
        if "reachable" not in self.memo:
            self.memo["reachable"] = self.reachable_from(line.start for line in self.lines.values())
        reached: frozenset[str] = self.memo["reachable"]
        return reached

    def reachable_from(self, starts: Iterator[str] | tuple[str, ...]) -> frozenset[str]:
        """Name the nodes that the `starts` lead to, themselves included.

        `back` is not followed: it leads only to menus that the call has been to.
        """
        ahead = [start for start in starts if start in self.nodes]
        reached = set(ahead)
        while ahead:
            for way in self.exits(ahead.pop()):
                if way.to in self.nodes and way.to not in reached:
                    reached.add(way.to)
                    ahead.append(way.to)
        return frozenset(reached)

    def graph(self) -> nx.MultiDiGraph[str]:
        """Give the flow as a networkx graph: nodes, lines and contacts, and an edge for every way out."""
        from ivr.graph import graph_of  # noqa: PLC0415 -- networkx is slow to import and not always needed

        return graph_of(self)


def _menus_before(flow: Flow) -> dict[str, tuple[str, ...]]:
    """Follow every menu's ways out up to and including the next menu, and do the same from where trails begin."""
    before: dict[str, dict[str, None]] = {}
    met = flow.reachable()
    for name, node in flow.nodes.items():
        if node.verb == "menu" and name in met:
            for here in _up_to_menus(flow, [way.to for way in _within(flow, name)]):
                if here != name:
                    before.setdefault(here, {})[name] = None
    beginnings = [line.start for line in flow.lines.values()]
    beginnings += [way.to for name in flow.nodes for way in flow.exits(name) if _enters(flow, name, way)]
    for here in _up_to_menus(flow, beginnings):
        before.setdefault(here, {})[here] = None
    return {name: tuple(menus) for name, menus in before.items()}


def _up_to_menus(flow: Flow, ahead: list[str]) -> Iterator[str]:
    """Give every node that is reached from these without a menu on the way, the next menus included."""
    seen: set[str] = set()
    while ahead:
        here = ahead.pop()
        if here in seen or here not in flow.nodes:
            continue
        seen.add(here)
        yield here
        if flow.nodes[here].verb != "menu":
            ahead += [way.to for way in _within(flow, here)]


def _within(flow: Flow, node: str) -> Iterator[Exit]:
    """Give the ways out that keep the trail: a sub-flow begins one of its own."""
    return (way for way in flow.exits(node) if way.to not in RESERVED and not _enters(flow, node, way))


def _enters(flow: Flow, node: str, way: Exit) -> bool:
    return flow.nodes[node].verb == "run" and way.on == "run" and way.by == "auto"


def moment(at: datetime, flow: Flow) -> datetime:
    """Make a time aware: one without a zone is meant in the flow's own. Given in UTC, as clocks of calls are."""
    return (at if at.tzinfo else at.replace(tzinfo=flow.timezone)).astimezone(UTC)

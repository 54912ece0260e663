"""Where confidential entries go: spoken aloud, handed to people, sent outside, copied to another variable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.analysis.carried import NOTHING, Fact, arrivals, nearest
from ivr.analysis.sensitive import CODE, secret
from ivr.analysis.ways import targets
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.nodes.lookup import Lookup
from ivr.nodes.set import Set
from ivr.nodes.transfer import Transfer

if TYPE_CHECKING:
    from ivr.node import Exit, Path

SPOKEN: Final = "spoken"
HANDED: Final = "handed to people"
SENT: Final = "sent outside"
COPIED: Final = "copied"


class Use(NamedTuple):
    """One thing that is done with a confidential entry.

    `asked` is the ask that collected it, `variable` what holds it here, `node` where it is used (the node at which a
    text for all nodes is heard), `path` the place from the top, `how` one of the words above. `taken` is the lookup
    that has had the entry before, `to` the one that it is sent to now.
    """

    asked: str
    variable: str
    node: str
    path: Path
    how: str
    taken: str
    to: str = ""

    @property
    def leaks(self) -> bool:
        """Whether people get to know it; a lookup is what an entry is asked for."""
        return self.how in {SPOKEN, HANDED}


def uses_of_secrets(flow: Flow) -> tuple[Use, ...]:
    """Give everything that is done with the entries of asks that are marked `sensitive`; worked out once."""
    if "uses of secrets" not in flow.memo:
        marked = any(isinstance(node, Ask) and node.sensitive for node in flow.nodes.values())
        flow.memo["uses of secrets"] = tuple(_uses(flow)) if marked else ()
    found: tuple[Use, ...] = flow.memo["uses of secrets"]
    return found


def is_code(flow: Flow, use: Use) -> bool:
    """Whether what is used is the verification code of a card."""
    node = flow.nodes[use.asked]
    return isinstance(node, Ask) and secret(node) == CODE


def kept_code(flow: Flow, use: Use) -> bool:
    """Whether a card's verification code is used although the payment has had it already."""
    again = use.how != SENT or use.to != use.taken
    return bool(use.taken) and again and is_code(flow, use)


def _uses(flow: Flow) -> Iterator[Use]:
    """Give each use once; only of cards' verification codes it is told apart which lookup has had them."""
    asks = _Asks(flow)
    found: dict[Path, Use] = {}
    for name, facts in arrivals(flow, lambda name, way, fact: _behind(flow, name, way, fact)).items():
        for variable, entry, _, taken in (fact for fact in facts if fact != NOTHING):
            for path, how, to in _used(flow, name, variable):
                use = Use(asks.nearest(entry, name), variable, name, path, how, taken, to)
                found.setdefault((*path, how, variable, entry, to if taken else ""), use)
    yield from found.values()


class _Asks:
    """The asks that collect each confidential entry, by its variable."""

    def __init__(self, flow: Flow) -> None:
        self.graph = targets(flow)
        self.names: dict[str, list[str]] = {}
        for name, node in flow.nodes.items():
            if isinstance(node, Ask) and node.sensitive:
                self.names.setdefault(node.into, []).append(name)
        self.known: dict[str, dict[str, str]] = {}

    def nearest(self, entry: str, name: str) -> str:
        """Give the ask that is the nearest before a node, of those that collect an entry."""
        if entry not in self.known:
            self.known[entry] = nearest(self.graph, self.names[entry])
        return self.known[entry].get(name, self.names[entry][0])


def _behind(flow: Flow, name: str, way: Exit | None, fact: Fact) -> Iterator[Fact]:
    """Say under which names an entry is known behind a node."""
    node = flow.nodes[name]
    if isinstance(node, Ask) and way is not None and way.on == "next":
        if fact == NOTHING and node.sensitive:
            yield (node.into, node.into, CODE if secret(node) == CODE else "", "")
        if fact == NOTHING or fact[0] == node.into:
            return
    if fact == NOTHING:
        return
    variable, entry, kind, taken = fact
    if isinstance(node, Set):
        copies = (to for to, source in node.set.items() if source.variable and source.text == variable)
        yield from ((to, entry, kind, taken) for to in copies)
        if variable in node.set:
            return
    had = isinstance(node, Lookup) and variable in node.pass_ and kind == CODE
    yield (variable, entry, kind, node.detail if had and not taken else taken)


def _used(flow: Flow, name: str, variable: str) -> Iterator[tuple[Path, str, str]]:
    """Give what a node does with a variable: the place, how it is used, and where it is sent."""
    node = flow.nodes[name]
    if name in flow.broken:
        return
    for path, names in _filled_in(flow, name):
        if variable in names:
            yield path, SPOKEN, ""
    if isinstance(node, Transfer) and variable in node.pass_:
        yield ("nodes", name, "pass"), HANDED, ""
    elif isinstance(node, Lookup) and variable in node.pass_:
        yield ("nodes", name, "pass"), SENT, node.lookup
    elif isinstance(node, Set):
        copies = (to for to, source in node.set.items() if source.variable and source.text == variable != to)
        yield from ((("nodes", name, "set", to), COPIED, "") for to in copies)


def _filled_in(flow: Flow, name: str) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Give the prompts that are heard at a node, with the variables that they fill in."""
    node = flow.nodes[name]
    yield from ((("nodes", name, *path), prompt.variables()) for path, prompt in node.prompts())
    if node.listens:
        yield from _everywhere(flow)


def _everywhere(flow: Flow) -> tuple[tuple[Path, tuple[str, ...]], ...]:
    """Give the prompts of the whole flow that fill in variables, with these."""
    if "prompts of all menus" not in flow.memo:
        written = ((path, prompt.variables()) for path, prompt in flow.prompts() if path[0] != "nodes")
        flow.memo["prompts of all menus"] = tuple((path, names) for path, names in written if names)
    found: tuple[tuple[Path, tuple[str, ...]], ...] = flow.memo["prompts of all menus"]
    return found

"""What calls cover of a flow: which of the exits that can be taken they took, and to which nodes they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ivr.effect import Came
from ivr.explore import Explored, Stop, Taken, exits_taken, takeable, witness
from ivr.witness import Witness

if TYPE_CHECKING:
    from ivr.session import Moment, Session


class Share(NamedTuple):
    """How many of something are covered, of how many."""

    covered: int
    of: int

    @property
    def percent(self) -> int:
        """Give the share in whole percent, rounded down: only where all are covered is it 100; of none, all are."""
        return 100 * self.covered // self.of if self.of else 100


class Row(NamedTuple):
    """What is covered on one line in one language."""

    line: str
    language: str
    exits: Share
    nodes: Share


class Coverage(NamedTuple):
    """What some calls cover.

    `exits` are all that calls can take, nearest first, `nodes` all that they can come to; `taken` and `visited` are
    those that were covered. `unexplored` says why there may be more of them, and is empty where there are not.
    """

    exits: tuple[Taken, ...]
    nodes: frozenset[Stop]
    taken: frozenset[Taken]
    visited: frozenset[Stop]
    unexplored: str = ""

    @property
    def missing(self) -> tuple[Taken, ...]:
        """Give the exits that no call took: line by line and language by language, nearest first."""
        order = {place: number for number, place in enumerate(self._places())}
        missing = (one for one in self.exits if one not in self.taken)
        return tuple(sorted(missing, key=lambda one: order[one.line, one.language]))

    def _places(self) -> Iterable[tuple[str, str]]:
        return dict.fromkeys((one.line, one.language) for one in self.exits)

    @property
    def exit_share(self) -> Share:
        """How many exits are covered, on all lines and in all languages."""
        return Share(len(self.taken), len(self.exits))

    @property
    def node_share(self) -> Share:
        """How many nodes are covered, on all lines and in all languages."""
        return Share(len(self.visited), len(self.nodes))

    def rows(self) -> Iterator[Row]:
        """Give what is covered line by line, and language by language, in the order in which calls come to them."""
        for line, language in self._places():
            yield Row(
                line,
                language,
                Share(_on(self.taken, line, language), _on(self.exits, line, language)),
                Share(_on(self.visited, line, language), _on(self.nodes, line, language)),
            )


def _on(several: Iterable[Taken | Stop], line: str, language: str) -> int:
    return sum((one.line, one.language) == (line, language) for one in several)


def coverage(found: Explored, sessions: Iterable[Session]) -> Coverage:
    """Give what calls cover of an explored flow; what only calls in odd circumstances can take does not count."""
    can = takeable(found)
    taken: set[Taken] = set()
    visited: set[Stop] = set()
    for session in sessions:
        for moments in (*session.earlier, session.moments):
            taken.update(_taken(moments))
            visited.update(_visited(moments))
    return Coverage(
        tuple(can.exits), can.nodes, frozenset(can.exits.keys() & taken), can.nodes & visited, found.unexplored
    )


def _taken(moments: list[Moment]) -> Iterator[Taken]:
    line = moments[0].call.line
    yield from exits_taken(line, "", "", moments[0].effects, None)
    for before, here in pairwise(moments):
        yield from exits_taken(line, before.call.node, before.call.language, here.effects, here.event)


def _visited(moments: list[Moment]) -> Iterator[Stop]:
    line = moments[0].call.line
    for here in moments:
        yield from (Stop(line, came.language, came.node) for came in here.effects if isinstance(came, Came))


def covering_call(found: Explored, exit_: Taken) -> Witness | None:
    """Give the shortest call that takes an exit."""
    for way in takeable(found).exits.get(exit_, ()):
        for time in found.times.of(way.bits):
            call = witness(found, way.path(time.bit), time.bit)
            if call is not None:
                return call
    return None

"""A way of writing down what came of running calls; and what several of them say alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from ivr.printable import printable
from ivr.transcript import closing

if TYPE_CHECKING:
    from ivr.calls import Performance
    from ivr.calls.coverage import Coverage
    from ivr.explore import Taken
    from ivr.witness import Witness

MOST_LINES = 60
"""Lines of a transcript that a failure shows; the last ones, as the fault is at the end."""


class Tested(NamedTuple):
    """One flow whose calls were run: its file, what came of each call, and what they cover, if that was asked for.

    `uncovered` are exits that no call took (the first ones, where only some are told), each with a shortest call that
    does (None where none was found).
    """

    file: str
    performances: tuple[Performance, ...]
    coverage: Coverage | None = None
    uncovered: tuple[tuple[Taken, Witness | None], ...] = ()


class Results(NamedTuple):
    """What came of running the calls of some flows, and the texts of the files in which they stand.

    `verbose` asks for calls that passed as well; `fail_under` is the percentage of exits that must be covered.
    """

    flows: tuple[Tested, ...]
    texts: Mapping[str, str]
    verbose: bool = False
    fail_under: float | None = None

    @property
    def performances(self) -> tuple[Performance, ...]:
        """Give all calls that were run."""
        return tuple(one for tested in self.flows for one in tested.performances)

    @property
    def failed(self) -> tuple[Performance, ...]:
        """Give the calls that are not as they were written down."""
        return tuple(one for one in self.performances if not one.passed)

    @property
    def too_low(self) -> tuple[Tested, ...]:
        """Give the flows of which too little is covered."""
        least = self.fail_under
        covered = ((tested, tested.coverage) for tested in self.flows)
        return tuple(
            tested
            for tested, one in covered
            if one is not None and least is not None and 100 * one.exit_share.covered < least * one.exit_share.of
        )


@dataclass(frozen=True, slots=True)
class ResultWriter:
    """A format's name, and the function that writes results in it; `colour` says whether a terminal shows it."""

    name: str
    write: Callable[[Results, bool], str]


def too_low(tested: Tested, least: float) -> str:
    """Say that too little of a flow is covered."""
    percent = tested.coverage.exit_share.percent if tested.coverage else 0
    return f"{tested.file}: {percent} % of the exits are covered, and {least:g} % are asked for."


def told(one: Performance) -> Iterator[tuple[str, str]]:
    """Give what is to be told of a failure besides its sentence: what each piece is, and the piece."""
    failure = one.failure
    if failure is None:
        return
    if failure.expected:
        yield "expected", failure.expected
    if failure.heard:
        yield "heard", " ".join(f'"{text}"' for text in failure.heard)
    if failure.nearest:
        yield "nearest", failure.nearest
    if failure.hint:
        yield "help", failure.hint


def transcript(one: Performance) -> Iterator[str]:
    """Give the end of what happened in a call, as `ivr walk` writes it."""
    lines = one.transcript()
    if len(lines) > MOST_LINES:
        yield lines[0]
        yield f"       ({len(lines) - MOST_LINES} lines left out)"
        lines = lines[1 - MOST_LINES :]
    yield from (printable(line) for line in lines)


def entry(one: Performance) -> dict[str, Any]:
    """Give what came of a call as an object of JSON; its fields are told in `ivr/results/json.py`."""
    failure, session = one.failure, one.session
    return {
        "call": one.script.call,
        "passed": one.passed,
        **one.place._asdict(),
        "dialled": session.call.line if session else one.script.line,
        "at": session.moments[0].call.at.astimezone(session.flow.timezone).isoformat() if session else None,
        "seconds": round(session.call.seconds, 2) if session else None,
        "presses": session.call.presses if session else None,
        "failure": None if failure is None else {**failure._asdict(), "place": failure.place._asdict()},
        "transcript": [*one.transcript(), *([closing(session.call)] if session else [])],
    }

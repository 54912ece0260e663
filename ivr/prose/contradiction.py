"""What documents contradict themselves in: its kinds, its places, and the hours that are compared."""

from __future__ import annotations

from typing import Final, NamedTuple

from ivr.prose.hours import Hours

TWO_MEANINGS: Final = "two-meanings"
NOT_LISTED: Final = "not-listed"
HOURS: Final = "hours"
TWO_SPELLINGS: Final = "two-spellings"


class Spot(NamedTuple):
    """A line of a document."""

    document: str
    line: int


class Conflict(NamedTuple):
    """Two places of the documents that do not agree; `said` are the words of each."""

    kind: str
    number: str
    path: tuple[str, ...]
    key: str
    spots: tuple[Spot, Spot]
    said: tuple[str, str]


class TimedHours(NamedTuple):
    """Hours with the number that they are told of, and where; `staffed` where they are those of people.

    `beside` says that the number stands in their line, or right above it, `desk` whose hours they are said to be,
    `only` that no others are meant; `of_line` says that they are told of the lines or of telephones. `keys` are those
    whose hours they are, each with its number and the keys before it; none where they are the line's. `said` is the
    sentence up to them.
    """

    number: str
    hours: Hours
    spot: Spot
    time: str = ""
    staffed: bool = False
    beside: bool = True
    desk: str = ""
    only: bool = False
    of_line: bool = False
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    said: str = ""

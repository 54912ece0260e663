"""Ends of opening hours that are told by themselves: `the line closes at 8 pm on Fridays`, `is closed on Sundays`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, Document
from ivr.prose.clock_words import without_stop
from ivr.prose.contradiction import HOURS, Conflict, Spot, TimedHours
from ivr.prose.hours import ALWAYS, CLOCK, DAYS, ZONE, Hours, days_named, is_of_something_else, minute_of
from ivr.prose.shut_times import DAY, closing_minute, quarters_on, shut_told
from ivr.prose.zones import zones_apart

_ON: Final = rf"(?:\s*\b(?:on |every |le |les |los |el |am )?(?P<days>{DAYS}))?"
_AT: Final = rf"(?:at|à|a las?|um) (?P<clock>{CLOCK}){ZONE}?"
_OPENS: Final = re.compile(
    rf"\b(?:opens?|abren?|ouvre|[öo]ffnet)(?: only)? {_AT}{_ON}(?! ?(?:to|until|till|and closes|-|–|—))", re.IGNORECASE
)
_CLOSES: Final = re.compile(
    rf"\b(?:(?:closes|shuts|cierra|ferme|schlie(?:ß|ss)t) {_AT}"
    rf"|(?:open|staffed|answered|available|help|answers?|take calls|reached|be called) (?:only )?(?:until"
    rf"|till) (?P<until>{CLOCK}){ZONE}?){_ON}",
    re.IGNORECASE,
)
_QUICK: Final = ("open", "close", "shuts", "until", "till", "abre", "ouvre", "ffnet", "cierra", "ferm", "schlie")
"""Words without one of which nothing opens or closes."""
_LINE: Final = AnyCase(
    r"\b(?:phones?|telephones?|lines?|switchboard|(?:call|contact) cent(?:er|re)|(?:customer|member|client) "
    r"(?:care|services?)|help ?desk|service desk|helpline|hotline|agents|operators|(?:the|our) desk"
    r"|t[eé]l[eé]phon\w*|ligne|standard"
    r"|tel[eé]fono|l[ií]nea|centralita|telefon\w*)\b"
)
"""What says that hours are those of a telephone line."""
_PHONES: Final = AnyCase(r"\b(?:phones?|telephones?|calls?|lines?)\b")
_LONGEST: Final = 5000
_SENTENCE: Final = re.compile(r"(?:[.?!;|] |[.?!;|]$)")


class Edge(NamedTuple):
    """A time at which a line opens or closes, on days that are named or on any; or else when it is said to be shut.

    `shut` are minutes of the week, by quarters of an hour.
    """

    start: int
    words: str
    days: frozenset[int] = frozenset()
    opens: int | None = None
    closes: int | None = None
    shut: frozenset[tuple[int, int]] = frozenset()

    @property
    def closed(self) -> frozenset[tuple[int, int]]:
        """The quarters of an hour of the week at which nobody answers, by what is told."""
        if self.opens is not None:
            return quarters_on(self.days, 0, self.opens)
        return quarters_on(self.days, self.closes, DAY) if self.closes is not None else self.shut


def _may_tell(small: str) -> bool:
    return any(word in small for word in _QUICK)


@lru_cache(maxsize=2048)
def edges_told(text: str) -> tuple[Edge, ...]:
    """Give when a text says that a telephone line opens or closes, or when nobody answers it."""
    if len(text) > _LONGEST or not (_LINE.search(text) or _PHONES.search(text)):
        return ()
    shut = [one for one in shut_told(text) if _is_of_line(text, one.start, one.words)]
    found = [Edge(one.start, one.words, shut=one.minutes) for one in shut]
    for pattern in (_OPENS, _CLOSES) if _may_tell(text.lower()) else ():
        for told in pattern.finditer(text):
            over = any(one.start <= told.start() < one.start + len(one.words) for one in shut)
            edge = _edge(told, pattern) if not over and _is_of_line(text, told.start(), told[0]) else None
            if edge is not None:
                found.append(edge)
    return tuple(found)


def _edge(told: re.Match[str], pattern: re.Pattern[str]) -> Edge | None:
    """Give what is told; nothing where a time is not plain."""
    days, words = frozenset(days_named(told["days"] or "")), without_stop(told[0].strip())
    if pattern is _OPENS:
        minute = minute_of(told["clock"])
        return Edge(told.start(), words, days, opens=minute) if minute is not None else None
    minute = closing_minute(told["clock"] or told["until"])
    return Edge(told.start(), words, days, closes=minute or DAY) if minute is not None else None


def _before(text: str, start: int) -> str:
    """Give what the sentence says before a place."""
    begun = max((one.end() for one in _SENTENCE.finditer(text, 0, start)), default=0)
    return text[begun:start]


def _is_of_line(text: str, start: int, words: str) -> bool:
    """Whether words, or those before them, say that they are of a line, and not of an office that is called, too."""
    if _PHONES.search(words):
        return True
    before = _before(text, start)
    return _LINE.search(before[-_NEAR:]) and not is_of_something_else(before[-_NEXT:])


_NEAR, _NEXT = 60, 25
"""Letters before hours in which their line is named, and in which what else they may be of is."""


def _denies(edge: Edge, hours: Hours) -> bool:
    """Whether a line cannot open or close as it is said to, if it is open at these hours."""
    by_day: dict[int, list[int]] = {}
    for day, minute in hours.minutes or ():
        by_day.setdefault(day, []).append(minute)
    if zones_apart(edge.words, hours.words):
        return False
    if edge.shut:
        return surely(edge.shut & (hours.minutes or frozenset()))
    days = [day for day in by_day if day in edge.days]
    if hours.minutes == ALWAYS:
        return False  # when people answer a line that is always open
    if edge.opens is not None:
        return bool(days) and all(min(by_day[day]) != edge.opens for day in days)
    return bool(days) and all(max(by_day[day]) + _STEP != edge.closes for day in days)


def surely(minutes: Iterable[tuple[int, int]]) -> bool:
    """Whether quarters of an hour are half an hour of one day at least, and no matter of when exactly all ends."""
    return max(Counter(day for day, _ in minutes).values(), default=0) >= _SURELY


_STEP: Final = 15
"""Minutes between those that hours are kept by."""
_SURELY: Final = 2
"""Quarters of an hour of one day in which a line is said to be open and to be shut."""


class TimedEdge(NamedTuple):
    """An end of opening hours with its number, and where it is told; `beside` where the number stands with it."""

    number: str
    edge: Edge
    spot: Spot
    beside: bool


def edges_of(document: Document, by_line: Mapping[int, tuple[str, str]], main: str) -> Iterator[TimedEdge]:
    """Give the ends of hours that a document tells, each with the number in its block, above it, or the main one."""
    current = ""
    for block in document.blocks:
        if block.kind == HEADING:
            current = ""
        lines = range(block.text.line(0), block.text.starts[-1][1] + 1)
        here = [number for line in lines if line in by_line for number in by_line[line]]
        for edge in edges_told(block.words):
            spot = Spot(document.name, block.text.line(edge.start))
            yield TimedEdge(here[0] if here else current or main, edge, spot, bool(here))
        current = here[-1] if here else current


def denied(
    edges: Iterable[TimedEdge], hours: Sequence[TimedHours], known: AbstractSet[str], *, several: bool
) -> Iterator[Conflict]:
    """Find the hours of a line at whose end it is not said to close, or on a day on which it does not open.

    A line that is always open has hours of its people, too, so only its own are held against a day on which it is
    shut. `known` are the numbers whose hours are known not to agree, `several` says that there are more than one.
    """
    told: set[str] = set(known)
    for one in edges:
        sure = [
            other
            for other in hours
            if other.number == one.number
            and other.hours.minutes
            and not other.time
            and (other.of_line or ((other.beside or (one.beside and not several)) and other.hours.minutes != ALWAYS))
        ]
        against = [other for other in sure if other.spot != one.spot and _denies(one.edge, other.hours)]
        if against and (one.edge.shut or len(against) == len(sure)) and one.number not in told:
            told.add(one.number)
            said = (against[0].hours.words, one.edge.words)
            yield Conflict(HOURS, one.number, (), "", (against[0].spot, one.spot), said)


def by_daylight(hours: Hours) -> bool:
    """Whether most of the hours told are those of offices."""
    inside = sum(_MORNING <= minute < _EVENING for _, minute in hours.minutes or ())
    return bool(hours.minutes) and 2 * inside > len(hours.minutes or ())


_MORNING, _EVENING = 420, 1140
"""Minutes of the day at which offices open and close at the most."""

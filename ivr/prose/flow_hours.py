"""The schedules of a flow that is made of documents: those of its lines, and those of keys that have their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.closed_days import Closure
from ivr.prose.contradiction import TimedHours
from ivr.prose.extracted import Extracted
from ivr.prose.scopes import DAY
from ivr.prose.told import Told
from ivr.prose.week_text import week_text
from ivr.prose.yaml_text import Tree

SPOKEN: Final = {"*": "star", "#": "pound"}
"""Keys as parts of names."""


class Schedules:
    """The hours that documents tell of, by the names that they have in the flow; `cited` says where a thing stands."""

    def __init__(self, found: Extracted, cited: Callable[[object], str]) -> None:
        """Begin with none."""
        self.found, self.cited = found, cited
        self.hours: dict[str, Tree] = {}

    def of_line(self, number: str) -> dict[str, Tree]:
        """Give the entry for the hours of a line; an empty one where the documents tell none, or always.

        Days that are told in a place of their own are added to those that are told first.
        """
        numbers = {number, *(one for one, menu in self.found.alike.items() if menu == number)}
        plain = (one for one in self.found.hours if one.number in numbers and one.hours.minutes)
        told = [one for one in plain if self._is_of_line(one)]
        closures = [one for one in self.found.closures if one.number in numbers]
        return self._put(f"hours-{self.ending(number)}", _of_days_apart(told), closures)

    def of_key(self, number: str, mine: Sequence[Told]) -> dict[str, Tree]:
        """Give the entry for those behind a key: its own hours, none where it is of the night's menu, or the line's."""
        if any(one.time and one.time != DAY for one in mine):
            return {}
        own = self._of_key_alone(mine[0]) if mine else ()
        if not own:
            return self.of_line(number)
        way = (*mine[0].path, mine[0].key)
        return self._put("-".join([f"hours-{self.ending(number)}", *(SPOKEN.get(key, key) for key in way)]), own)

    def of_desk(self, number: str) -> str:
        """Name the schedule by which a line has one menu or the other; an assumed one where none is told."""
        name = self.of_line(number).get("hours")
        if name is None:
            name = f"day-{self.ending(number)}" if number else "day"
            self.hours[name] = {"open": "Mon-Fri 08:00-18:00", "note": "assumption: the documents give no hours."}
        return str(name)

    def alike(self, contact: Mapping[str, Tree], opened: Mapping[str, Tree]) -> bool:
        """Whether a contact has the hours of an entry: none, the same schedule, or another that says the same."""
        told = [self.hours.get(str(one.get("hours", "")), {}) for one in (contact, opened)]
        weeks = [one.get("open") if isinstance(one, dict) else one for one in told]
        return weeks[0] == weeks[1]

    def ending(self, number: str) -> str:
        """Give the last four digits of a number, by which its parts are named; more where another number has them."""
        others = {one.number for one in self.found.options} | {phone.e164 for phone, _ in self.found.phones}
        return next(
            (
                number[-length:]
                for length in (4, 7)
                if not any(one != number and one[-length:] == number[-length:] for one in others)
            ),
            number.lstrip("+"),
        )

    def _of_key_alone(self, told: Told) -> Sequence[TimedHours]:
        """Give the hours that are told of a key, or of one behind which it lies, where they are not those of all."""
        ways = [(told.number, (*told.path, told.key)[:deep]) for deep in range(len(told.path) + 1, 0, -1)]
        for way in ways:
            own = [
                one for one in self.found.hours if one.hours.minutes and way in one.keys and not self._is_of_line(one)
            ]
            if own and _ALSO.search(own[0].said):
                line = (one for one in self.found.hours if one.number == told.number and self._is_of_line(one))
                return [*islice(line, 1), own[0]]
            if own:
                return _of_days_apart(own)
        return ()

    def _is_of_line(self, one: TimedHours) -> bool:
        """Whether hours are those of a line: told of none of its keys, or of every key of its first menu."""
        if not one.keys:
            return not one.time or one.time.startswith("key ")  # those in a line of keys, and of none of them
        every = {each.key for each in self.found.options if each.number == one.keys[0][0] and not each.path}
        return len(every) > 1 and every <= {way[0] for _, way in one.keys}

    def _put(self, name: str, told: Sequence[TimedHours], closures: Sequence[Closure] = ()) -> dict[str, Tree]:
        minutes = {minute for one in told for minute in one.hours.minutes or ()}
        written = week_text(minutes) if minutes else []
        if not written or (written == ["always"] and not closures):
            return {}
        spots = dict.fromkeys(map(self.cited, [*(one.spot for one in told), *(one.spot for one in closures)]))
        entry: dict[str, Tree] = {"open": written, "documented": list(spots)}
        entry |= _closed(closures)
        known = next((name for name, one in self.hours.items() if one == entry), name)
        self.hours.setdefault(known, entry)
        return {"hours": known}


def _closed(closures: Sequence[Closure]) -> dict[str, Tree]:
    """Give the days on which nothing opens: the dates of those of every year, and a note of those that are not."""
    dates = sorted({date for one in closures for date in one.dates})
    varying = dict.fromkeys(day for one in closures for day in one.varying)
    entry: dict[str, Tree] = {"closed": list(dates)} if dates else {}
    if varying:
        said = ", ".join(f"'{day}'" for day in varying)
        entry["note"] = f"assumption: open on {said}, which are documented as closed; add their dates to `closed`."
    return entry


def _of_days_apart(told: Sequence[TimedHours]) -> list[TimedHours]:
    """Give the hours that are told first, and those of further days."""
    kept: list[TimedHours] = []
    for one in told:
        if not _days(one) & {day for other in kept for day in _days(other)}:
            kept.append(one)
    return kept


def _days(one: TimedHours) -> set[int]:
    return {day for day, _ in one.hours.minutes or ()}


_ALSO: Final = AnyCase(
    r"\b(?:also|too|as well|additionally|in addition|auch|zus[aä]tzlich|tambi[eé]n|aussi|[eé]galement)\b"
)
"""What says of hours that they come to those of the whole line."""

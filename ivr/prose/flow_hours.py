"""The schedules of a flow that is made of documents: those of its lines, and those of keys that have their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ivr.prose.contradiction import TimedHours
from ivr.prose.extracted import Extracted
from ivr.prose.scopes import DAY
from ivr.prose.told import Told
from ivr.prose.week_text import week_text
from ivr.prose.yaml_text import Tree

SPOKEN: Final = {"*": "star", "#": "pound"}
"""Keys as parts of names."""
_OF_KEY: Final = "key "
"""How the time of hours begins that are those of a key."""


class Schedules:
    """The hours that documents tell of, by the names that they have in the flow; `cited` says where a thing stands."""

    def __init__(self, found: Extracted, cited: Callable[[object], str]) -> None:
        """Begin with none."""
        self.found, self.cited = found, cited
        self.hours: dict[str, Tree] = {}

    def of_line(self, number: str) -> dict[str, Tree]:
        """Give the entry for the hours of a line; an empty one where the documents tell none, or always."""
        of_line = (one for one in self.found.hours if one.number == number and not self._is_of_one_key(one))
        return self._put(f"hours-{self.ending(number)}", next((one for one in of_line if one.hours.minutes), None))

    def of_key(self, number: str, mine: Sequence[Told]) -> dict[str, Tree]:
        """Give the entry for those behind a key: its own hours, none where it is of the night's menu, or the line's."""
        if any(one.time and one.time != DAY for one in mine):
            return {}
        own = self._of_key_alone(mine[0]) if mine else None
        if own is None:
            return self.of_line(number)
        return self._put(f"hours-{self.ending(number)}-{SPOKEN.get(mine[0].key, mine[0].key)}", own)

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

    def _of_key_alone(self, told: Told) -> TimedHours | None:
        """Give the hours that the line of a key tells of it, where it tells of no other key."""
        hours = (one for one in self.found.hours if one.hours.minutes and one.time == f"{_OF_KEY}{told.line}")
        return next((one for one in hours if one.spot.document == told.document and self._is_of_one_key(one)), None)

    def _is_of_one_key(self, one: TimedHours) -> bool:
        """Whether hours are those of a key, which is the only one in its line; those of several are their line's."""
        if not one.time.startswith(_OF_KEY):
            return False
        place = one.spot.document, int(one.time.removeprefix(_OF_KEY))
        return len({(each.path, each.key) for each in self.found.options if (each.document, each.line) == place}) == 1

    def _put(self, name: str, told: TimedHours | None) -> dict[str, Tree]:
        written = week_text(told.hours.minutes) if told is not None and told.hours.minutes else []
        if told is None or not written or written == ["always"]:
            return {}
        self.hours.setdefault(name, {"open": written, "documented": [self.cited(told.spot)]})
        return {"hours": name}

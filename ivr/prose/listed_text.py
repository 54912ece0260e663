"""What documents tell callers, listed for people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ivr.printable import printable
from ivr.prose.contradiction import HOURS, NOT_LISTED, TWO_MEANINGS, Conflict, Spot, TimedHours
from ivr.prose.extracted import Extracted
from ivr.prose.told import Told


def listed_text(found: Extracted) -> str:
    """Give the keys of every number, the hours, and the contradictions, a line each, with where it stands."""
    several = len({one.document for one in found.options} | {one.spot.document for one in found.hours}) > 1
    lines: list[str] = []
    for number, told in groupby(
        sorted(found.options, key=lambda one: found.numbers.index(one.number) if one.number else -1),
        key=lambda one: one.number,
    ):
        lines += [*([""] if lines else []), number or "(no number)"]
        lines += _options(list(told), several=several)
        lines += [_hours(one, several=several) for one in found.hours if one.number == number]
    known = {one.number for one in found.options}
    for number in found.numbers:
        if number not in known:
            hours = [one for one in found.hours if one.number == number]
            menu = f"the keys of {found.alike[number]}" if number in found.alike else "no keys"
            lines += [*([""] if lines else []), f"{number}: {menu}"]
            lines += [_hours(one, several=several) for one in hours]
    if found.conflicts:
        lines += ["", "The documents contradict themselves:"]
        lines += [f"  {told_conflict(one, several=several)}" for one in found.conflicts]
    return "".join(f"{printable(line)}\n" for line in lines)


def _hours(one: TimedHours, *, several: bool) -> str:
    """Tell hours, and whose they are where they are not the line's."""
    keys = ", ".join(" ".join(way) for _, way in one.keys)
    whose = f" of {keys}" if keys else f" {one.time}" if one.time.startswith("at ") else ""
    return f"  hours{whose}: {one.hours.words} ({_spot(one.spot, several=several)})"


def _options(told: list[Told], *, several: bool) -> Iterator[str]:
    rows = [
        (
            " ".join((*one.path, one.key)),
            f"{one.topic or '(not said)'}{_marks(one)}",
            _spot(Spot(one.document, one.line), several=several),
        )
        for one in told
    ]
    keys = max(len(row[0]) for row in rows)
    topics = min(max(len(row[1]) for row in rows), 60)
    for key, topic, spot in rows:
        yield f"  {key:<{keys}}  {topic:<{topics}}  {spot}"


def _marks(one: Told) -> str:
    marks = [
        *(["at any time"] if one.anytime else []),
        *([one.time] if one.time else []),
        *([one.language] if one.language != "en" else []),
    ]
    return f" [{', '.join(marks)}]" if marks else ""


def _spot(spot: Spot, *, several: bool) -> str:
    return f"{spot.document}:{spot.line}" if several else f"line {spot.line}"


def told_conflict(one: Conflict, *, several: bool) -> str:
    """Tell a contradiction in one sentence, with both places."""
    first, second = (_spot(spot, several=several) for spot in one.spots)
    key = " ".join((*one.path, one.key))
    if one.kind == TWO_MEANINGS:
        return f"{one.number or 'the line'}: key {key} is '{one.said[0]}' ({first}) and '{one.said[1]}' ({second})"
    if one.kind == NOT_LISTED:
        return (
            f"{one.number or 'the line'}: key {key}, '{one.said[1]}' ({second}), is not in the menu that is listed "
            f"({first})"
        )
    if one.kind == HOURS:
        return f"{one.number or 'the line'}: open '{one.said[0]}' ({first}) and '{one.said[1]}' ({second})"
    return f"{one.number} is spelled '{one.said[0]}' ({first}) and '{one.said[1]}' ({second})"

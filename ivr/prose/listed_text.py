"""What documents tell callers, listed for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        if number in found.alike:
            continue
        lines += [*([""] if lines else []), number or "(no number)"]
        lines += _options(list(told), several=several)
        lines += _hours_of(number, found, several=several)
    known = {one.number for one in found.options} - set(found.alike)
    for number in found.numbers:
        if number not in known:
            menu = f"the keys of {found.alike[number]}" if number in found.alike else "no keys"
            lines += [*([""] if lines else []), f"{number}: {menu}"]
            lines += _hours_of(number, found, several=several)
    if found.conflicts:
        lines += ["", "The documents contradict themselves:"]
        lines += [f"  {said}" for _, said in told_conflicts(found.conflicts, several=several)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _hours_of(number: str, found: Extracted, *, several: bool) -> Iterator[str]:
    """Tell when a number is answered, by its hours, those of its keys and its holidays; another's are told there."""
    for one in found.hours:
        whose = {of for of, _ in one.keys} - set(found.alike) if one.keys else {one.number}
        if number in (whose or {one.number}):
            yield _hours(one, number, several=several)
    for closed in found.closures:
        if closed.number == number:
            yield f"  closed: {closed.words} ({_spot(closed.spot, several=several)})"


def _hours(one: TimedHours, number: str, *, several: bool) -> str:
    """Tell hours, and whose they are where they are not the line's."""
    keys = ", ".join(dict.fromkeys(" ".join(way) for of, way in one.keys if of == number))
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


def told_conflicts(conflicts: Iterable[Conflict], *, several: bool) -> Iterator[tuple[Conflict, str]]:
    """Give contradictions, each in one sentence with both places; once for all the numbers that share a menu."""
    numbers: dict[Conflict, list[str]] = {}
    for one in conflicts:
        numbers.setdefault(one._replace(number=""), []).append(one.number)
    for one, whose in numbers.items():
        yield one, _told(one, " and ".join(filter(None, whose)), several=several)


def _told(one: Conflict, numbers: str, *, several: bool) -> str:
    first, second = (_spot(spot, several=several) for spot in one.spots)
    key = " ".join((*one.path, one.key))
    if one.kind == TWO_MEANINGS:
        return f"{numbers or 'the line'}: key {key} is '{one.said[0]}' ({first}) and '{one.said[1]}' ({second})"
    if one.kind == NOT_LISTED:
        return (
            f"{numbers or 'the line'}: key {key}, '{one.said[1]}' ({second}), is not in the menu that is listed "
            f"({first})"
        )
    if one.kind == HOURS:
        return f"{numbers or 'the line'}: open '{one.said[0]}' ({first}) and '{one.said[1]}' ({second})"
    return f"{numbers} is spelled '{one.said[0]}' ({first}) and '{one.said[1]}' ({second})"

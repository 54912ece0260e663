"""The ranges of times that stand in a schedule, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.flow import Flow
from ivr.node import Path
from ivr.schedule import ScheduleError, Shift, parse_extra, parse_hours
from ivr.tree import Mapping, Tree


class Written(NamedTuple):
    """One range of times, and where its text stands, from the top of the flow."""

    path: Path
    shift: Shift


def written_hours(flow: Flow, name: str) -> Iterator[Written]:
    """Give the ranges of a schedule in the order of the file, those of its `extra` dates too."""
    hours = flow.tree.get("hours", "")
    entry = hours.get(name, "") if isinstance(hours, Mapping) else ""
    fields = entry if isinstance(entry, Mapping) else {"open": entry}
    for field, value in fields.items():
        if field in {"open", "extra"}:
            path: Path = ("hours", name) if value is entry else ("hours", name, field)
            for place, text in _texts(path, value):
                yield from (Written(place, shift) for shift in _shifts(field, text))


def _texts(path: Path, value: Tree) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif not isinstance(value, Mapping):
        yield from (((*path, at), text) for at, text in enumerate(value) if isinstance(text, str))


def _shifts(field: str, text: str) -> tuple[Shift, ...]:
    try:
        if field == "extra":
            return parse_extra(text).shifts
        return tuple(dict.fromkeys(shift for shifts in parse_hours(text) for shift in shifts))
    except ScheduleError:
        return ()

"""Lines on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ivr.cli.reading import stop

if TYPE_CHECKING:
    from ivr.flow import Flow


def line_of(flow: Flow, wanted: str | None) -> str:
    """Give the line that was asked for, by its number however written or by its name; the first if none was."""
    if wanted is None:
        return next(iter(flow.lines))
    digits = _digits(wanted)
    for number, line in flow.lines.items():
        if wanted in {number, line.name} or (digits and digits == _digits(number)):
            return number
    return stop(f"the flow has no line '{wanted}'; it has {', '.join(flow.lines)}")


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit()).removeprefix("1")

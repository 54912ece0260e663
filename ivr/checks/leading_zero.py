"""DA004: digits that begin with a zero are compared as a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.check import check
from ivr.condition import Condition
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path

_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_ZERO: Final = re.compile(r"(?<![\w.-])0[0-9]+(?![\w.])")


@check("DA004", "leading-zero", Severity.WARNING)
def leading_zero(flow: Flow) -> Iterator[Fault]:
    """Callers with different numbers are taken for one another: without quotes, 0123 is compared by value, as 123.

    So is a list of such numbers behind `in`.

    Bad:
        nodes:
          main: {ask: Please enter your four digit office code., into: office, digits: 4, next: which}
          which:
            branch:
              - {when: office == 0123, go: welcome}
            else: desk
          welcome: {say: Welcome to the head office., next: desk}

    Good:
        nodes:
          main: {ask: Please enter your four digit office code., into: office, digits: 4, next: which}
          which:
            branch:
              - {when: 'office == "0123"', go: welcome}
            else: desk
          welcome: {say: Welcome to the head office., next: desk}

    Source: README, "The language" (Conditions): numbers are compared by value; YAML itself has the same snare in 012.
    """
    for path, condition in _conditions(flow):
        if found := _ZERO.search(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), condition.text)):
            digits = found[0]
            message = (
                f"'{digits}' is compared by value, so callers with {digits.lstrip('0') or '0'} are taken for it, too"
            )
            yield Fault(
                flow.place(*path), message, f'Write "{digits}" in quotes, so that it is compared digit by digit.'
            )


def _conditions(flow: Flow) -> Iterator[tuple[Path, Condition]]:
    """Give every condition of the flow once, with its place."""
    found: dict[Path, Condition] = {}
    for name in flow.nodes:
        if name not in flow.broken:
            found |= {(*way.path[:-1], "when"): way.when for way in flow.exits(name) if way.when}
    yield from found.items()

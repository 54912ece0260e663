"""DA004: digits that begin with a zero are compared as a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.amend import fix
from ivr.analysis.reword import Change, reworded
from ivr.check import check
from ivr.condition import Condition
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.tree import span_of

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
            hint = f'Write "{digits}" in quotes, so that it is compared digit by digit.'
            yield Fault(flow.place(*path), message, hint, fix=_mend(flow, path, condition.text))


def _mend(flow: Flow, path: Path, text: str) -> Fix | None:
    """Put all such digits of a condition in quotes, in those that the condition itself does not stand in."""
    span = span_of(flow.tree, path)
    quote = "'" if span and span.text.startswith('"') else '"'
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    changes = [Change(*found.span(), f"{quote}{found[0]}{quote}") for found in _ZERO.finditer(bare)]
    return fix("Put the digits in quotes.", reworded(flow, path, text, changes))


def _conditions(flow: Flow) -> Iterator[tuple[Path, Condition]]:
    """Give every condition of the flow once, with its place."""
    found: dict[Path, Condition] = {}
    for name in flow.nodes:
        if name not in flow.broken:
            found |= {(*way.path[:-1], "when"): way.when for way in flow.exits(name) if way.when}
    yield from found.items()

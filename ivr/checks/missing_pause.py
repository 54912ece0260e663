"""PR018: many options are read out without a pause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ivr.analysis.amend import fix
from ivr.analysis.heard import keys_in, texts
from ivr.analysis.listing import listed, once_a_prompt
from ivr.analysis.reword import Change, reworded
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.spoken_keys import Mention

_NEXT_OPTION: Final = re.compile(r" (?!(?:and|or|y|o|u|et|ou|und|oder) )([^\W\d_])")
_MARKS: Final = frozenset(".,;:!?…-\N{EN DASH}\N{EM DASH}\n")


@check("PR018", "missing-pause", Severity.INFO)
@once_a_prompt
def missing_pause(flow: Flow, *, most: int = 3) -> Iterator[Fault]:
    """A voice that is made by a machine runs through the options, and callers cannot tell where one ends.

    Looked at are prompts without a recording that name more than three keys. A mark (a full stop, a comma) is a pause,
    and two options may be joined by "or"; announcements that are made from options pause by themselves.

    Bad:
        nodes:
          main:
            menu: For sales press 1 for billing press 2 for a person press 0 to repeat press 9 to go back press star.
            announce: as-is
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: For sales, press 1. For billing, press 2. For a person, press 0. To repeat, press 9. To go back, press
              star.
            announce: as-is
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: `most`: 3 options need no pause, as the source has it.
    Source: the ACIXD wiki on voice interfaces (pauses of 500 to 750 ms); W3C, Making Content Usable, on voice menus.
    """
    for text in texts(flow):
        if text.is_label or text.prompt.audio:
            continue
        named = keys_in(flow, text)
        if len({mention.key for mention in named}) > most:
            breath = next((three for three in _threes(named) if _in_one_breath(text.text, three)), None)
            if breath:
                message = f"callers hear what the keys {listed(one.key for one in breath)} do in one breath"
                stops = reworded(flow, text.path, text.text, _full_stops(text.text, named))
                mend = fix("End each option with a full stop.", stops)
                yield Fault(flow.place(*text.path), message, "End each option with a full stop.", fix=mend)


def _full_stops(text: str, named: tuple[Mention, ...]) -> Iterator[Change]:
    """Put a full stop behind each key that is followed by the words of the next option, and a capital after it."""
    for one, other in pairwise(named):
        behind = _NEXT_OPTION.match(text, one.end)
        if behind and behind.end() < other.start and not one.before:
            yield Change(one.end, behind.end(), f". {behind[1].upper()}")


def _threes(named: tuple[Mention, ...]) -> Iterator[tuple[Mention, Mention, Mention]]:
    return zip(named, named[1:], named[2:], strict=False)


def _in_one_breath(text: str, three: tuple[Mention, ...]) -> bool:
    """Whether nothing between three keys, which are named apart, is a pause."""
    apart = all(one.end < other.start for one, other in pairwise(three))
    between = text[three[0].end : three[-1].start]
    return apart and _MARKS.isdisjoint(between) and "<" not in between

"""How a message names several things at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import groupby
from typing import Final, ParamSpec

from ivr.edit import Fix
from ivr.finding import Fault

MOST_NAMED: Final = 6
_Given = ParamSpec("_Given")


def listed(things: Iterable[str]) -> str:
    """Give "a", "a and b" or "a, b and c"; of more than six things the rest is counted."""
    names = list(things)
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def as_one(faults: Iterable[Fault], thing: str, why: str) -> Fault:
    """Make one fault of several that one mend puts right: the first tells of the others, and names their places."""
    first, *others = faults
    if not others:
        return first
    more = f"{first.message} (and so it is with {len(others)} other {thing}{'s' if len(others) > 1 else ''})"
    related = (*first.related, *((fault.place, why) for fault in others[:MOST_NAMED]))
    return first._replace(message=more, related=related)


def once_a_prompt(rule: Callable[_Given, Iterator[Fault]]) -> Callable[_Given, Iterator[Fault]]:
    """Let a rule that looks at every language of a prompt give one fault for the prompt, with the mends of all."""

    @wraps(rule)
    def once(*args: _Given.args, **kwargs: _Given.kwargs) -> Iterator[Fault]:
        for _, faults in groupby(rule(*args, **kwargs), key=lambda fault: fault.place):
            yield _in_all_languages(tuple(faults))

    return once


def _in_all_languages(faults: tuple[Fault, ...]) -> Fault:
    first, *others = faults
    if not others:
        return first
    count = f"{len(others)} other languages" if len(others) > 1 else "another language"
    mends = [fault.fix for fault in faults if fault.fix]
    mend = first.fix and Fix(
        tuple(edit for one in mends for edit in one.edits), first.fix.title, all(one.safe for one in mends)
    )
    return first._replace(message=f"{first.message} (and so it is in {count})", fix=mend)

"""Ways through menus whose every step is named, `Provider (2) → Claims (1)`, and menus put in one line with marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block

_KEY: Final = r"(?:press |option |opt\.? )?(?P<key>[0-9*#])"
_NAME: Final = r"[^\W\d][^()→>|.;:]{1,40}?"
_NAMED_FIRST: Final = re.compile(rf"(?P<name>{_NAME}) ?\({_KEY}\)", re.IGNORECASE)
_KEY_FIRST: Final = re.compile(rf"{_KEY} ?\((?P<name>{_NAME})\)", re.IGNORECASE)
_ARROW: Final = re.compile(r" ?(?:→|⇒|»|->|=>|(?<= )>(?= )) ?")
_DASH: Final = re.compile(r" (?:[-–—]|then|dann|luego|puis) ")
_MARKS: Final = (re.compile(r" ?[·•|;] ?"), re.compile(r" [-–—/] "))
"""What stands between the keys of a menu that is put in one line."""
_OR: Final = re.compile(r" or |, |; | / ")
_LEAD: Final = re.compile(r"[^():→>]{0,60}: ")
_CALLED: Final = re.compile(r"[^():→>]{0,60}?:? ?[+\d][\d .-]{6,18}\d(?P<arrow> ?(?:→|⇒|»|->|=>|>) ?)(?=\D)")
"""A number to call, and the arrow to the first step."""
_LONGEST: Final = 400
_FEWEST: Final = 2
_FEWEST_OF_MENU: Final = 3


class Step(NamedTuple):
    """A key, and what it is for."""

    key: str
    name: str


def with_trails(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks in which such a way is put as requests that follow each other: `Press 2 for provider, then 1 …`."""
    for block in blocks:
        words = block.words
        if block.kind not in {HEADING, ITEM, PARAGRAPH} or ")" not in words or len(words) > _LONGEST:
            yield block
            continue
        lead = _CALLED.match(words) or _LEAD.match(words)
        start = lead.end() if lead is not None else 0
        told = _told(_stages(words[start:])) or _offered(words[start:])
        if told and lead is not None and "arrow" in lead.groupdict():
            start, told = lead.start("arrow"), f". {told}"
        kind = PARAGRAPH if block.kind == HEADING else block.kind
        yield block._replace(kind=kind, text=block.text.put(start, len(words), told)) if told else block


def _stages(text: str) -> list[list[Step]]:
    """Give the steps of a way, each with those that may be taken instead of it; nothing where it is none."""
    by_arrow = [_steps(part) for part in _ARROW.split(text)]
    keyed = [steps for steps in by_arrow if steps]
    if len(keyed) >= _FEWEST and by_arrow[0]:
        return keyed
    by_dash = [_steps(part, only_key_first=True) for part in _DASH.split(text)]
    if len(by_dash) < _FEWEST or not all(by_dash) or _counts_up([steps[0].key for steps in by_dash]):
        return []
    return by_dash


def _steps(part: str, *, only_key_first: bool = False) -> list[Step]:
    """Give the steps that a part of a text names, where it has nothing else in it."""
    steps = []
    for one in _OR.split(part.strip(" .")):
        found = _KEY_FIRST.fullmatch(one) or (None if only_key_first else _NAMED_FIRST.fullmatch(one))
        if found is None:
            return []
        steps.append(Step(found["key"], found["name"].strip()))
    return steps


def _counts_up(keys: Sequence[str]) -> bool:
    """Whether keys are those of one menu, told in their order: `1 (sales) - 2 (service) - 3 (parts)`."""
    return list(keys) == sorted(set(keys))


def _told(stages: Sequence[Sequence[Step]]) -> str:
    if not stages:
        return ""
    told = (" or ".join(f"{one.key} for {_small(one.name)}" for one in steps) for steps in stages)
    return f"Press {', then press '.join(told)}."


def _offered(text: str) -> str:
    """Put the keys of a menu that is told in one line with commas between them; gives nothing where it is none."""
    for mark in _MARKS:
        rows = [_steps(part) for part in mark.split(text)]
        keys = [one.key for steps in rows for one in steps]
        if len(rows) >= _FEWEST_OF_MENU and all(len(steps) == 1 for steps in rows) and len(set(keys)) == len(keys):
            return ", ".join(f"{one.key} ({_small(one.name)})" for steps in rows for one in steps)
    return ""


def _small(name: str) -> str:
    """Begin a name with a small letter, unless it is written in capitals: the grammar ends a meaning at a capital."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]

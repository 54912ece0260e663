"""Ranges of keys at the beginning of a line: `4 to 6 = regional offices`, and `4-6` where keys are counted up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.block import Block
from ivr.prose.told import Told

_RANGE: Final = re.compile(
    r"(?:(?:press|keys?|options?) )?(?P<first>[0-9]) ?(?:(?P<word>to|through|thru|bis|à|a)|[-–]"
    r"|(?P<pair>[,/&])) ?(?P<last>[1-9])"
    r"(?=\s*[-–=:.)|→]+\s|\s{2,}|\s[^\W\d])",
    re.IGNORECASE,
)
_KEY: Final = re.compile(r"(?:press |key |option )?([0-9])\b")


class KeyRange(NamedTuple):
    """The keys of a line, and where the last of them is written."""

    keys: tuple[str, ...]
    start: int


def range_at(blocks: Sequence[Block], at: int) -> KeyRange | None:
    """Read the range of keys that a line begins with; `4-6` may be one key after another, unless keys are counted."""
    found = _RANGE.match(blocks[at].words)
    if found is None or blocks[at].marker or found["first"] >= found["last"]:
        return None
    first, last = int(found["first"]), int(found["last"])
    if found["pair"] is not None:
        before, after = _key_of(blocks, at, -1), _key_of(blocks, at, 1)
        if before is None or before >= first or last != first + 1 or (after and after <= last):
            return None
    elif found["word"] is None and not _goes_on(blocks, at, first, last):
        return None
    return KeyRange(tuple(map(str, range(first, last + 1))), found.start("last"))


def _goes_on(blocks: Sequence[Block], at: int, first: int, last: int) -> bool:
    """Whether the line before ends right before a range, and the next one does not begin within it."""
    before, after = _key_of(blocks, at, -1), _key_of(blocks, at, 1)
    if before is None:
        return after == last + 1 and first == 1
    return before < first and (before + 1 == first or after == last + 1) and (not after or after > last)


def _key_of(blocks: Sequence[Block], at: int, step: int) -> int | None:
    place = at + step
    if not 0 <= place < len(blocks) or (blocks[place].kind, blocks[place].group) != (blocks[at].kind, blocks[at].group):
        return None
    found = _KEY.match(blocks[place].words)
    return int(found[1]) if found else None


def counts_on(words: str, told: Sequence[Told]) -> bool:
    """Whether a line of labels goes on counting where the keys told before it ended: `Kreyòl: 6, Español: 7`."""
    if _LABELS.fullmatch(words) is None:
        return False
    keys = [int(key) for key in _LABEL_KEY.findall(words)]
    last = next((one.key for one in reversed(told) if one.key.isdecimal() and one.key != "0"), "9")
    return keys == sorted(set(keys)) and keys[0] == int(last) + 1


_LABELS: Final = re.compile(r"(?:[^\W\d][^:=;,.\d]{1,30} ?[:=] ?[0-9](?:[,;/|.]? |$)(?:[/|–-] )?){2,}")
_LABEL_KEY: Final = re.compile(r"[:=] ?([0-9])(?!\d)")

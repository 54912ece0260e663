"""The numbers of sections: the one that a section gives, where it gives one and no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ivr.prose.block import HEADING, Block
from ivr.prose.phones import VOICE, Phone


def own_numbers(blocks: Iterable[Block], phones: Sequence[Sequence[Phone]]) -> dict[int, str]:
    """Give the number of each section that has a single one to call, by the count of the headings up to there.

    Keys told before it belong to it all the same: `press 2 for claims. Ostler Mutual: 866-555-0128`.
    """
    given: dict[int, set[str]] = {}
    section = 0
    for block, here in zip(blocks, phones, strict=True):
        section += block.kind == HEADING
        given.setdefault(section, set()).update(phone.e164 for phone in here if phone.use == VOICE)
    return {section: numbers.pop() for section, numbers in given.items() if len(numbers) == 1}

"""The numbers of sections: the one that a section gives, where it gives one and no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ivr.prose.block import HEADING, Block
from ivr.prose.phones import VOICE, Phone


def own_numbers(blocks: Iterable[Block], phones: Sequence[Sequence[Phone]]) -> dict[int, tuple[str, int]]:
    """Give the number of each section that has a single one to call, and its line, by the count of the headings.

    Keys told right before it belong to it all the same: `press 2 for claims. Ostler Mutual: 866-555-0128`.
    """
    given: dict[int, dict[str, int]] = {}
    section = 0
    for block, here in zip(blocks, phones, strict=True):
        section += block.kind == HEADING
        lines = {phone.e164: block.text.line(phone.start) for phone in here if phone.use == VOICE}
        given.setdefault(section, {}).update(lines)
    return {section: next(iter(numbers.items())) for section, numbers in given.items() if len(numbers) == 1}

"""Reading which numbers a document gives, what they are called, and of which one it speaks from here on."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, PARAGRAPH, Block
from ivr.prose.lines_called import automated, line_asked_for
from ivr.prose.naming import names_in
from ivr.prose.own_numbers import heads_supplier, of_special_lines, without_people
from ivr.prose.phones import VOICE, Phone, phones_in, use_named
from ivr.prose.redirected import with_menus
from ivr.prose.spoken import written_out
from ivr.prose.wording_reading import WordingReading

_DIGIT: Final = re.compile(r"\d")
_MAIN: Final = AnyCase(
    r"\b(?:main(?! (?:office|branch|st\b|street|entrance))|primary|general|central|principal"
    r"|customer (?:service|care|support)|haupt\w*|hotline|(?:now )?(?:just )?one (?:single )?number)\b",
    re.IGNORECASE,
)
_LABELLING: Final = 60
_ALONE: Final = 12
"""Letters of a label; and those that may stand beside a number that stands alone."""
_OF_LABEL: Final = 15
_OF_HEADING: Final = 8
_OF_USE: Final = 10
"""How much a label, a heading, and being named at all speak for a number's being the main one."""
_MOST_NAMES: Final = 60
"""Names of lines that are kept; more than these no document has."""
_ORDINALS: Final = ("first", "second", "third")
"""What a document calls its numbers where it gives them no names."""


class NumberReading(WordingReading):
    """Finds the numbers of a document, and remembers the one that is spoken of."""

    def _find_main(self, numbers: list[tuple[Phone, ...]]) -> None:
        """Find the number of which a document speaks where it names none, and what its numbers are called."""
        scores, title = Counter(phone.e164 for phone in self._note_heads() for _ in range(_OF_USE)), ""
        for at, phones in enumerate(numbers):
            words = self.blocks[at].words
            title = words if self.blocks[at].kind == HEADING else title
            self.phones += [(phone, self.blocks[at].text.line(phone.start)) for phone in phones]
            voice = [phone for phone in phones if phone.use == VOICE]
            for phone in () if heads_supplier(title) else without_people(words, voice):
                before = words[max(phone.start - _LABELLING, 0) : phone.start]
                main = _OF_LABEL * bool(_MAIN.search(before)) + _OF_HEADING * bool(_MAIN.search(self._above(at)))
                scores[phone.e164] += _OF_USE + main + (_OF_USE // 2 if not scores else 0)
            headed = self.blocks[at - 1] if at and voice and not words[: voice[0].start].strip() else None
            if headed is not None and headed.kind == HEADING and headed.words.endswith(":"):
                words = f"{headed.words} {words}"
                voice = [phone._replace(start=phone.start + len(headed.words) + 1) for phone in voice]
            for name, number in names_in(words, voice):
                if len(self.aliases) < _MOST_NAMES:
                    self.aliases.setdefault(name, number)
        self.special = of_special_lines(self.blocks, self.phones)
        self.lines_named = automated(self.aliases) if len(scores) > 1 else {}
        for ordinal, number in zip(_ORDINALS, scores, strict=False):
            if len(scores) > 1:
                self.aliases.setdefault(f"{ordinal} number", number)
        self.main = max(scores, key=lambda number: scores[number]) if scores else ""

    def _note_heads(self) -> list[Phone]:
        """Note the numbers in the headings of tables: `Call 1-800-555-0100 and press`."""
        heads = {block.head: block.text.line(0) for block in reversed(self.blocks) if block.head}
        found = [(phone, line) for head, line in heads.items() for phone in phones_in(" ".join(head), self.regions)]
        self.phones += sorted(found, key=lambda one: one[1])
        return [phone for phone, _ in found if phone.use == VOICE]

    def _above(self, at: int) -> str:
        """Give the line above a block, where it is short enough for a label."""
        return self.blocks[at - 1].words if at and len(self.blocks[at - 1].words) < 2 * _LABELLING else ""

    def _numbers(self, at: int, block: Block) -> tuple[Phone, ...]:
        """Give the numbers of a block; one that stands alone is for what the line above it says."""
        if not (_DIGIT.search(block.words) or _DIGIT.search(written_out(block.words))):
            return ()
        phones = tuple(phones_in(block.words, self.regions))
        if len(phones) == 1 and len(block.words) < len(phones[0].spelling) + _ALONE and phones[0].use == VOICE:
            use = use_named(self._above(at))
            return (phones[0]._replace(use=use or VOICE),)
        return phones

    special: frozenset[int] = frozenset()
    """The blocks that give the number of a line with a name of its own, below that of the telephone."""

    def _note_numbers(self, at: int, block: Block, phones: tuple[Phone, ...], *, alone: bool) -> None:
        """Remember which number is spoken of from here on: one that a block gives, or tells to call by its name."""
        leads = block.kind == PARAGRAPH and block.words.rstrip().endswith(":")
        known = without_people(block.words, phones) if self.place.number() else phones
        self.place.note(with_menus(block.words, tuple(known)), alone=alone or at in self.special, leads=leads)
        if self.lines_named and not phones and (called := line_asked_for(block.words, self.lines_named)):
            self.place.call(called)

"""Reading lines that call their key one by a word, or by how they stand over what is behind it."""

from __future__ import annotations

from typing import Final

from ivr.prose import guards, list_weight, listed_key, listing
from ivr.prose.anycase import AnyCase
from ivr.prose.block import PARAGRAPH, Block
from ivr.prose.no_topic import is_but_a_menu
from ivr.prose.table_reading import MOST_LINES, TableReading

PRESSED: Final = AnyCase(r"\bpress|\bkeys?\b|\bdial\b")
_ENOUGH: Final = 3
_SHORT_LINE: Final = 60
"""Letters of a line that is a label and its key."""


class CalledReading(TableReading):
    """Reads lines whose key is called one."""

    def _is_keyed_line(self, block: Block) -> bool:
        """Whether a line is one of three or more of a document, each over what is behind its key: `Gate control: 8`."""
        if self.keyed is None:
            lines = [one for one in self.blocks if one.kind == PARAGRAPH and one.level == block.level]
            found = [listing.chosen_behind(one) for one in lines if len(one.words) < _SHORT_LINE and ":" in one.words]
            keys = [one.keys[0] for one in found if one is not None and len(one.keys) == 1]
            counted = keys[:1] == ["1"] and keys == sorted(set(keys)) and all(map(str.isdecimal, keys))
            self.keyed = counted and len(keys) >= _ENOUGH
        return self.keyed and bool(self.place.number()) and ":" in block.words

    def _is_keyed_title(self, at: int) -> bool:
        """Whether a line is one of several in capitals, each with its key: `APPOINTMENTS - 2`."""
        near = self.blocks[max(at - MOST_LINES, 0) : at + MOST_LINES]
        titled = sum(one.words.isupper() and listing.chosen_behind(one) is not None for one in near)
        return self.blocks[at].words.isupper() and titled > 1 and bool(self.place.number())

    def _called(self, at: int, block: Block) -> listed_key.Listed | None:
        """Read `Option 2 Report damage`, `Opt 2 → Damage` or `Report damage (option 2)` among lines like it."""
        number = self.place.number() or self.main
        if not number:
            return None
        heads = not self.place.number() and list_weight.tells_of_call(self.place.titles())
        beside = [self.blocks[place] for place in (at - 1, at + 1) if 0 <= place < len(self.blocks)]
        for read in (listing.called, listing.bracketed, listing.called_behind, *((listing.pointed,) if heads else ())):
            one = read(block.words)
            if one is not None and is_but_a_menu(one.topic.partition(":")[0]):
                return None  # "Option 1 now has two choices of its own: 1 students, 2 staff"
            if one is not None and any(read(other.words) for other in beside):
                ways = guards.lists_ways(f"{self.place.titles()} {self._lead(at)}")
                return one if read is not listing.called or not ways or PRESSED.search(block.words) else None
        return None

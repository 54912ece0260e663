"""Reading the wording of a menu that begins by saying where in the tree of menus it is heard."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import ITEM, PARAGRAPH, ROW, Block
from ivr.prose.explicit import is_explicit
from ivr.prose.led_in_line import led_by_name, led_in_line
from ivr.prose.linked_menus import behind_marked, name_of
from ivr.prose.phones import VOICE, Phone, phones_in
from ivr.prose.prefilter import may_tell
from ivr.prose.weighing import WeighingReading

_FAR: Final = 9
_LATEST: Final = 60
"""Keys told of last, one of which may lead to the menu."""
_LONGEST_NAME: Final = 50
_THEN: Final = AnyCase(r"\b(?:then|next|there(?! is| are|['’])|luego|despu[eé]s|puis|ensuite|dann|danach)\b")
"""What says of a key that it was pressed behind the one before it."""


class WordingReading(WeighingReading):
    """Reads blocks that begin with the keys before their menu."""

    linked: dict[str, tuple[str, ...]]
    """The keys that lead to the menus which have a name of their own."""
    leading: dict[int, str]
    """The names of those that an item leads to, by its place."""
    led_to: tuple[str, ...] = ()
    """The keys with which the block above began, where it did."""

    def _wording(self, at: int, block: Block) -> bool:
        """Read the wording of a menu that says after which keys it comes, or has a name of which that is said."""
        keys, begun = led_in_line(block.words)
        keys = self.led_to = self._way_to(keys, block.words[:begun]) if keys else ()
        if not keys and (begun := led_by_name(block.words)):
            lead = block.words[:begun].rstrip('"“„« ')
            keys = self._named_menu(lead) or self._menu_within(lead)
        if not keys:
            if not self.linked and "(" not in block.words and "[" not in block.words:
                return False
            keys, begun = behind_marked(block.words)
            keys = keys or self.linked.get(name_of(block), ())
        if not keys:
            return False
        here = self.place.here
        here.lead_path, here.lead_at, here.items[block.level] = keys, at, ()
        here.last = keys
        own = block._replace(text=block.text.cut(begun, len(block.words)))
        phones = tuple(phones_in(own.words, self.regions))
        self._sentences(at, own, phones)
        self.place.note(phones, alone=True)
        here.lead_path, here.lead_at, here.items[block.level] = (), -_FAR, keys
        if block.kind == PARAGRAPH and len(block.words) < _LONGEST_NAME and not is_explicit(block.words):
            here.lead_path, here.lead_at = keys, at  # a line that is nothing but the name of the list below it
        return True

    def _read_block(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        """Read a block that is of a list, or whose sentences tell of keys; one that opens a menu has it nested."""
        may_be_listed = block.kind == ROW or block.marker or may_tell(block.words)
        if not (may_be_listed and self._listed(at, block, phones)):
            self._sentences(at, block, phones)
        if (way := self.linked.get(self.leading.get(at, ""))) is not None:
            self.place.here.items[block.level] = way

    def _way_to(self, keys: tuple[str, ...], said: str) -> tuple[str, ...]:
        """Give all keys up to those of which words say that they were pressed."""
        last = self.led_to if _THEN.search(said) else ()
        if last and last[-1] != keys[0]:
            return (*last, *keys)
        if len(keys) > 1 or keys in self.ways_told or all(one.path for one in self.found):
            return keys
        told = (one for one in reversed(self.found[-_LATEST:]) if one.key == keys[0])
        return next(((*one.path, one.key) for one in told), keys)

    def _leave_menu(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        """Forget the menu that a line led to, where a paragraph gives another number, or goes on behind its list."""
        here = self.place.here
        if not here.lead_path or at <= here.lead_at + 1:
            return
        first, last = self.blocks[max(here.lead_at + 1, 0)], self.blocks[at - 1]
        past_list = first.kind == ITEM == last.kind and first.group == last.group and is_explicit(block.words)
        past = block.kind == PARAGRAPH and (past_list or any(one.use == VOICE for one in phones))
        if past or self._goes_on_outside(block, first):
            here.lead_path = ()

    def _goes_on_outside(self, block: Block, first: Block) -> bool:
        """Whether a line asks for its key as the one that led to a menu does, and the lines of the menu do not."""
        lead = self.blocks[self.place.here.lead_at] if 0 <= self.place.here.lead_at < len(self.blocks) else None
        if lead is None or lead.kind != block.kind or lead.level != block.level:
            return False
        asked, led, within = (_form_of(one.words) for one in (block, lead, first))
        return bool(asked[0]) and asked[0] == led[0] != within[0] and asked[1] != led[1]


def _form_of(words: str) -> tuple[str, str]:
    """Give how a line tells of its key, and the key: `Press 2 for`, `Cards: press 2`."""
    found = _ASKED.match(words) or _NAMED_FIRST.match(words)
    return (f"{found[1] if found[2] == ' ' else ''}{found[2]}".lower(), found[3]) if found is not None else ("", "")


_ASKED: Final = re.compile(r"\W*([^\W\d]+)( )([0-9*#])(?![\w.])")
_NAMED_FIRST: Final = re.compile(r"([^\W\d])[^:\d]{1,60}?(:|,| [-–—]| \() ?(?:[^\W\d]+ )?([0-9*#])(?![\w.])")

"""Reading lists and tables whose numbers are keys."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose import cell_menus, column_scopes, guards, hints, listed_key, listing, table_rows
from ivr.prose.anycase import AnyCase
from ivr.prose.begun_anew import pair_of
from ivr.prose.block import ITEM, PARAGRAPH, ROW, Block
from ivr.prose.destinations import destination, tells_only_where
from ivr.prose.explicit import is_explicit
from ivr.prose.first_part import behind_first, first_end
from ivr.prose.item_signs import (
    unlikely,
)
from ivr.prose.key_ranges import range_at
from ivr.prose.led_reading import LedReading
from ivr.prose.naming import number_named
from ivr.prose.phones import NUMBERED, VOICE, Phone, phones_in
from ivr.prose.table_reading import MOST_LINES
from ivr.prose.table_times import heads_planned
from ivr.prose.topic_ends import without_remark
from ivr.prose.words import ANYTIME

_ANYTIME: Final = AnyCase(ANYTIME)
_OF_EXTENSION: Final = re.compile(r"\b(?:extension|ext|local|party)\b[^.;:]*", re.IGNORECASE)
"""What is said of those who know an extension: they may dial it at any time."""
_SENT_ON: Final = re.compile(r"\s(?:->|→|=>)\s")
"""What stands before the place to which an exchange sends the callers of a key."""
_TWO_DIGITS: Final = AnyCase(
    r"\b(?:two|2)[- ]digit\b|\bzweistellig|\bdos (?:cifras|d[ií]gitos)\b|\b[aà] deux chiffres\b"
)
_MENU_HEAD: Final = AnyCase(
    r"\W*(?:(?:parent|which|in|sub-?) ?)?(?:menu|submenu|branch|men[uú]|men[uü]|untermen[uü]|sous-menu)(?: name)?\W*"
)
"""The heading of a column that says of which menu a key is."""


class ListReading(LedReading):
    """Reads the lines of lists and the rows of tables."""

    def _listed(self, at: int, block: Block, phones: tuple[Phone, ...]) -> bool:
        """Read a line of a list, or a row of a table, whose number is a key; says whether it is one."""
        headed = phones_in(" ".join(block.head), self.regions) if block.head and not phones else phones
        number = next((phone.e164 for phone in headed if phone.use == VOICE), "") or self._number_above(at, block)
        leads_nowhere = block.inline and not self.place.here.items.get(block.level - 1)  # below a line that is no key
        if leads_nowhere or (block.kind == ROW and block.head and self._in_columns(block, number)):
            return True
        if block.kind == PARAGRAPH and " | " in block.words and not phones and self._beside(at, block):
            return True
        spread = range_at(self.blocks, at) if block.kind != ROW else None
        block = block._replace(text=block.text.cut(spread.start, len(block.words))) if spread else block
        line, one = self._first_line(at, block, phones)
        one = one and one._replace(topic=without_remark(one.topic))
        if one is None or (block.kind != ROW and unlikely(one.topic, line.words)):
            return False
        why = guards.barred(line.words.replace(one.topic, ""), "", one.keys[-1], called=True)
        above = self._line_above(at).removeprefix(self.place.here.title).strip()
        old = why == "past" or any(map(hints.heads_old_list, (self.place.here.title, above))) or heads_planned(above)
        if old or self._section_bars("") or self._is_barred_line(at, block, one):
            if not old and guards.barred("", one.topic, one.keys[-1], called=False) != "past":
                self.barred.add((block.text.line(0), (), one.keys[-1]))
            return True
        one = one._replace(topic=cell_menus.without_menu(one.topic)) if block.kind == ROW else one
        said = block.words if block.kind == ROW and phones else ""  # a row with a number of its own is no menu's
        for key in spread.keys if spread else one.keys[-1:]:
            begun = self._menu_of_row(block) or self._way_begun(at, block) or None
            for way in self._ways_above(at, block, self._prefix(block)) or (begun,):
                keys = self._add_line(line, one._replace(keys=(*one.keys[:-1], key)), number, way, said)
        self.listed_at = at
        self.place.here.items[block.level] = keys
        self._cells_behind(keys, block)
        if line is not block:
            rest = block.text.cut(*behind_first(block.words, len(line.words)))
            self._behind(keys, block._replace(text=rest))
        return True

    def _menu_of_row(self, block: Block) -> tuple[str, ...]:
        """Give the keys that lead to the menu which a row names in a column of its own: `Cards | 1 | lost card`."""
        if block.kind != ROW or not block.head:
            return ()
        named = (cell.words for cell, head in zip(block.cells, block.head, strict=False) if _MENU_HEAD.fullmatch(head))
        return next((self._menu_meant(words) for words in named if len(words) > 1), ())

    def _way_begun(self, at: int, block: Block) -> tuple[str, ...]:
        """Give the keys that lead to the menu of a list whose keys begin anew, where the words over it name that."""
        if self.begun[0] == block.group:
            return self.begun[1]
        rows = [one for one in self.blocks[at : at + MOST_LINES] if one.group == block.group and one.kind == ROW]
        run = rows if block.kind == ROW else self._run(at, block)
        told = [pair for one in run if (pair := pair_of(one)) is not None]
        above, title = self._line_above(at).removeprefix(self.place.here.title), self.place.here.title
        places = any(destination(topic).is_place for _, topic in told)
        entries = any(NUMBERED.search(one.words) for one in (*rows, *run))  # those of a directory are behind no key
        skipped = places or entries or self._prefix(block) or NUMBERED.search(above) or is_explicit(above)
        way = () if skipped else self._of_menu_begun(told, above, title)
        self.begun = (block.group, way)
        return way

    def _is_barred_line(self, at: int, block: Block, one: listed_key.Listed) -> bool:
        """Whether what a key of a list is for shows that it is none; a menu may have a line for desk phones."""
        topic = _SENT_ON.split(one.topic, maxsplit=1)[0]
        why = guards.barred("", topic, one.keys[-1], called=False)
        if (
            why not in {"pbx", "voicemail"}
            or not self.place.number()
            or not listing.leads(self._lead(at), numbered=False)
        ):
            return bool(why)
        alike = [each for each in self._run(at, block) if (found := listing.chosen(each)) is not None and found != one]
        barred = sum(bool(guards.barred("", each.words, "", called=False)) for each in alike)
        return (len(alike) <= 1 and block.kind != ROW) or 2 * barred > len(alike)

    def _number_above(self, at: int, block: Block) -> str:
        """Give the number that the line over a list calls by its name: `On the dealer line, press`."""
        here = self.place.here
        if not self.aliases:
            return ""
        if block.kind not in {ITEM, PARAGRAPH}:
            return "" if here.number else number_named(here.title, self.aliases)
        led = number_named(here.lead, self.aliases) if here.lead and at - here.lead_at <= MOST_LINES else ""
        return led or ("" if here.number else number_named(here.title, self.aliases))

    def _first_line(self, at: int, block: Block, phones: tuple[Phone, ...]) -> tuple[Block, listed_key.Listed | None]:
        """Give the first sentence of a line, where that has a key and more may follow; else all of the line."""
        end = first_end(block.words) if block.kind != ROW and not phones else 0
        if end:
            first = block._replace(text=block.text.cut(0, end))
            self.is_first_sentence = not first.words[-1:].isdigit()
            one = self._line(at, first, phones)
            self.is_first_sentence = False
            if one is not None:
                return first, one
        return block, self._line(at, block, phones)

    def _add_line(
        self, block: Block, one: listed_key.Listed, number: str, way: tuple[str, ...] | None, said: str
    ) -> tuple[str, ...]:
        """Add the key of a line, for each time of day or language by itself; gives it with the keys before it."""
        prefix = self._prefix(block) if way is None else way
        if block.kind == ROW:
            if table_rows.THEN.match(block.cells[0].words):
                prefix = self.row_path
            else:
                self.row_path = (*prefix, *one.keys)
        elif listing.THEN_LINE.match(block.words):
            last = self.place.here.last
            self.row_path = self.row_path if self.is_behind_then and last[:-1] == self.row_path else last
            prefix = prefix or self.row_path
        self.is_behind_then = listing.THEN_LINE.match(block.words)
        if prefix and len(one.keys) > len(prefix) and one.keys[: len(prefix)] == prefix:
            prefix = ()
        title = self.place.here.title
        lead = _OF_EXTENSION.sub("", self.place.here.lead)
        nested = bool(block.level and self.place.here.items.get(block.level - 1))
        anytime = not nested and _ANYTIME.search(f"{'' if NUMBERED.search(title) else title} {lead}")
        keys = one.keys if anytime else prefix + one.keys
        for cell in self._by_column(block, one.topic):
            if (cell.time or cell.number) and guards.barred("", cell.topic, keys[-1], called=False):
                continue
            leads = destination(cell.topic)
            self._add(
                block,
                one.start,
                keys[:-1],
                keys[-1],
                leads.topic,
                borrowed=leads.is_place,
                vague=tells_only_where(cell.topic),
                phone=cell.number or number,
                time=cell.time
                or (column_scopes.time_told(block, cell.topic) if block.kind == ROW else "")
                or self._time(""),
                listed=block.group,
                anytime=anytime,
                language=cell.language,
                said=said,
            )
        return keys

    def _line(self, at: int, block: Block, phones: tuple[Phone, ...]) -> listed_key.Listed | None:
        """Give the key of a line, by how it is written and by what stands above it."""
        phone = next((phone for phone in phones if phone.use == VOICE), None)
        if (
            phone is not None
            and " | " in block.words
            and not (block.head and table_rows.key_column(block.head) is not None)
        ):
            lead = f"{self._lead(at)} {self.place.titles()}"
            one = table_rows.beside_number(block, (phone.start, phone.end), lead)
            if one is not None:
                aim = table_rows.aim_of_heads(block.head) or table_rows.aim_of(self.place.titles())
                return one._replace(topic=f"{aim}, {one.topic}") if aim else one
        if block.kind == ROW:
            return self._row(at, block)
        if is_explicit(block.words):
            return self._called(at, block if phone is None else _behind_number(block, phone))
        one = listing.chosen(block)
        if one is not None and self._are_keys(at, block):
            return one if self._has_keys(at, block) else None
        behind = (
            None if block.words.count(" | ") > 1 or phones or self.is_first_sentence else listing.chosen_behind(block)
        )
        if behind is not None and len(behind.keys[0]) > 1:
            return None
        leads = behind is not None and (
            self._list_leads(at, block, numbered=False) or self._is_keyed_title(at) or self._is_keyed_line(block)
        )
        return behind if leads else None

    def _has_keys(self, at: int, block: Block) -> bool:
        """Whether one line of a list at least has a single digit or sign: those of two digits alone are codes.

        They are keys where the words over the list ask for two digits.
        """
        if _TWO_DIGITS.search(self._lead(at)):
            return True
        lines = (listing.chosen(one) for one in self._run(at, block))
        return any(len(one.keys[0]) == 1 for one in lines if one is not None)


def _behind_number(block: Block, phone: Phone) -> Block:
    """Leave out the number with which a line begins that goes on with a key: `0300 555 0127 | Option 1 rent`."""
    found = _COLUMN.match(block.words, phone.end)
    if block.words[: phone.start].strip() or found is None:
        return block
    return block._replace(text=block.text.cut(found.end(), len(block.words)))


_COLUMN: Final = re.compile(r"\s*(?:\||:|[-–—])\s*(?=\S)")

"""Reading tables whose cells are keys."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ivr.prose import cell_menus, column_scopes, columns, guards, list_weight, listed_key, listing, table_rows
from ivr.prose.anycase import AnyCase
from ivr.prose.block import PARAGRAPH, ROW, Block, Text
from ivr.prose.explicit import is_explicit
from ivr.prose.lines_called import line_headed
from ivr.prose.naming import number_named
from ivr.prose.phones import NUMBERED, VOICE, Phone, phones_in
from ivr.prose.scopes import time_of
from ivr.prose.section import OF_PART, OF_TABLES
from ivr.prose.topic_words import clean
from ivr.prose.versions_reading import VersionsReading
from ivr.prose.ways import ways_above

MOST_LINES: Final = 12
"""Lines before and behind one that are looked at together."""

_ENOUGH: Final = 5
"""Points that a column of digits needs to be one of keys."""
_ROWS: Final = 8
"""Rows before and behind one that say what a table is about."""

_SIDE_BY_SIDE: Final = 2
"""Columns of lines that stand beside each other."""
_STAR_CODE: Final = re.compile(r"[*#]\d\d")

NUMBERS: Final = AnyCase(r"\bnumbers?\b", re.IGNORECASE)

_DESK_PHONES: Final = AnyCase(r"\bdesk ?phones?\b")
"""What a help desk helps with."""

_FAR_ABOVE: Final = 60
"""Rows between one and the heading of its table."""

_DIGIT: Final = re.compile(r"\d")

_CALLED_CELL: Final = re.compile(
    r"(?:by )?(?:press(?:ing)?|option|opt\.?|dial|choose|select|pulse|marque|tapez|taste|touche) [0-9*#]"
    r"(?:,? (?:and )?then (?:press |option |key )?[0-9*#])?",
    re.IGNORECASE,
)


_QUESTIONS: Final = AnyCase(r"\W*(?:the )?(?:questions?|fragen?|preguntas?)\W*")
"""The heading of a column of what callers are asked, one after the other."""


def _counts_questions(head: tuple[str, ...]) -> bool:
    """Whether a table but counts what callers are asked: `# | Question`."""
    return table_rows.counts_rows(head[0]) and any(map(_QUESTIONS.fullmatch, head))


def keys_of_cells(block: Block) -> int | None:
    """Give the only cell of a row that calls its key one: `press 1`, `by pressing 2`."""
    called = [at for at, cell in enumerate(block.cells) if _CALLED_CELL.fullmatch(cell.words.strip())]
    return called[0] if len(called) == 1 else None


_ASKED_CELL: Final = re.compile(r"[^\W\d]{3,12} [0-9*#]")
"""A request for a key in whatever language: `peze 4`."""
_NAMED_CELL: Final = re.compile(
    r"(?:the )?(?:star|pound|hash|asterisk|zero|raute|stern|sternchen|almohadilla|asterisco|[eé]toile|di[eè]se|cero"
    r"|null|[*#])(?:[ -]?(?:key|sign|taste))?",
    re.IGNORECASE,
)
"""A key by its name alone, below others that are called keys: `Raute`."""


def _asked_as_beside(block: Block, rows: list[Block]) -> listed_key.Listed | None:
    """Read a row that asks for a key in a language that nobody here speaks, where another row asks for one there."""
    columns = {keys_of_cells(one) for one in rows} - {None}
    column = next(iter(columns), None)
    if len(columns) != 1 or column is None or column >= len(block.cells):
        return None
    cell = block.cells[column].words.strip()
    topic = table_rows.telling_cell(block, column, ())
    if topic and _NAMED_CELL.fullmatch(cell):
        keys = listed_key.keys_of(_KEY_BEHIND.sub("", cell))
        return listed_key.Listed(keys, topic, 0) if keys else None
    return listed_key.Listed((cell[-1],), topic, 0) if _ASKED_CELL.fullmatch(cell) and topic else None


_KEY_BEHIND: Final = re.compile(r"^the |[ -]?(?:key|sign|taste)$", re.IGNORECASE)


def _holds_codes(block: Block, rows: list[Block]) -> bool:
    """Whether a row, or most of those around it, have codes of a telephone service: `*69`, `#77`."""
    return bool(_STAR_CODE.search(block.words)) or 2 * sum(bool(_STAR_CODE.search(one.words)) for one in rows) > len(
        rows
    )


_WAY: Final = re.compile(r"[0-9] ?[-–.>,] ?[0-9]\b")
"""Two keys, one after another."""


def _is_below(one: Block) -> bool:
    """Whether a block may be the text below a table: none of its rows with keys, nor what heads a part of it."""
    return len(one.cells) == 1 if one.kind == ROW else one.level != OF_PART


class Cell(NamedTuple):
    """What a row tells that its key is for, and of which number, time of day or language its column is."""

    topic: str
    number: str = ""
    time: str = ""
    language: str = ""


def is_line(words: str) -> bool:
    """Whether words are written as a line of a list that tells of a key."""
    return listing.is_choice(words) or (is_explicit(words) and words[-1:] != ":")


class TableReading(VersionsReading):
    """Reads the rows of tables."""

    def _ways_above(self, at: int, block: Block, prefix: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """Give the keys before the list in which a line stands, where it follows each of several languages.

        `prefix` are those before it by anything else.
        """
        if self.group_ways[0] != block.group:
            near = reversed(self.blocks[max(at - MOST_LINES, 0) : at])
            above = next((one for one in near if one.group != block.group or not is_line(one.words)), None)
            leads = above is not None and above.words.rstrip().endswith((":", "-", "–"))
            words = (
                above.words if above is not None and leads and len(column_scopes.by_language(block, "")) == 1 else ""
            )
            number = self.place.number()
            found = [one for one in self.found[-MOST_LINES:] if one.number in {number, ""}] if words else []
            self.group_ways = block.group, ways_above(words, found, self.sections)
        ways = self.group_ways[1]
        return ways if not prefix or prefix in ways else ()

    def _goes_on_by_time(self) -> bool:
        """Whether a section tells of a part of the day, and the one right before listed the keys of another."""
        last = self.found[-1] if self.found else None
        follows = last is not None and bool(last.listed) and self.sections - last.section <= 1
        return follows and bool(time_of(self.place.here.title))

    def _by_column(self, block: Block, topic: str) -> list[Cell]:
        """Give what a row's key is for, once for each number, time of day or language that has a column."""
        if numbered := self._by_number(block):
            return numbered
        if timed := column_scopes.by_time(block):
            return [Cell(words, time=time) for words, time in timed]
        return [Cell(words, language=language) for words, language in column_scopes.by_language(block, topic)]

    def _by_number(self, block: Block) -> list[Cell]:
        """Give what a row's key is for on each line that its table has a column for: `Key | Sales line | Service`."""
        named = [(at, self._line_headed(one)) for at, one in enumerate(block.head)]
        lines = [number for _, number in named if number]
        if len(lines) <= 1 or len(set(lines)) < len(lines):
            return []
        told = [(clean(block.cells[at].words), of) for at, of in named if of and at < len(block.cells)]
        return [Cell(words, number=of) for words, of in told if words and not table_rows.NO_KEY_HERE.fullmatch(words)]

    def _line_headed(self, head: str) -> str:
        """Give the number that the heading of a column gives, or calls by its name."""
        given = (phone.e164 for phone in phones_in(head, self.regions) if phone.use == VOICE)
        return next(given, "") or line_headed(head, "", self.aliases) or number_named(head, self.aliases)

    def _in_columns(self, block: Block, number: str) -> bool:
        """Read a row whose columns are steps, or topics; says whether it is one."""
        if self._now_of(block, number) or self._keys_of_lines(block):
            return True
        told = columns.keys_by_step(block) or [
            ((), key, topic) for key, topic in table_rows.keys_by_column(block, block.head)
        ]
        for path, key, topic in told:
            time = time_of(block.cells[0].words)
            topic = cell_menus.without_menu(topic)  # noqa: PLW2901 -- the same, shorter
            self._add(block, 0, path, key, topic, phone=number, listed=block.group, time=time)
        if told:
            self._cells_behind((*told[-1][0], told[-1][1]), block)
        return bool(told)

    def _keys_of_lines(self, block: Block) -> bool:
        """Read a row that has a column of keys for each of several lines: `You want | Homes | Firms`."""
        lines = {at: number for at, one in enumerate(block.head) if (number := self._line_headed(one))}
        told = columns.keys_by_line(block, lines)
        for key, topic, number in told:
            self._add(block, 0, (), key, topic, phone=number, listed=block.group)
        return bool(told)

    def _now_of(self, block: Block, number: str) -> bool:
        """Read the cell of what a menu has now, beside that of what it had before: `1 Bills | 1 Cards`."""
        now = next((at for at, head in enumerate(block.head) if table_rows.tells_now(head)), len(block.cells))
        if now >= len(block.cells) or not any(map(table_rows.told_before, block.head)):
            return False
        one = listing.chosen(Block(PARAGRAPH, block.cells[now], 0, "", block.group))
        if one is None or len(one.keys) != 1:
            return False
        if not guards.barred("", one.topic, one.keys[0], called=False):
            self._add(block, 0, (), one.keys[0], one.topic, phone=number, listed=block.group)
        return True

    def _cells_behind(self, keys: tuple[str, ...], block: Block) -> None:
        """Read the cells of a row that tell of the menu behind its key."""
        for cell in cell_menus.menus_behind(block):
            self._behind(keys, block._replace(kind=PARAGRAPH, text=cell, cells=()))

    def _behind(self, keys: tuple[str, ...], block: Block) -> None:
        """Read what an item of a list goes on to tell of the menu behind its key."""
        raise NotImplementedError

    def _beside(self, at: int, block: Block) -> bool:
        """Read a line of two menus side by side: `1 Balances | 1 Current account`, the second is behind the first."""
        if self.place.about():
            return False
        cells = [
            listing.chosen(block._replace(text=Text(cell, block.text.starts))) for cell in block.words.split(" | ")
        ]
        first, second = cells if len(cells) == _SIDE_BY_SIDE else (None, None)
        if first is None or second is None or len(first.keys) != 1 or len(second.keys) != 1:
            return False
        if not (first.keys[0].isdecimal() and second.keys[0].isdecimal()) or second.keys > first.keys:
            return False
        heads = self._heads_beside(at, block)
        if heads and table_rows.tells_now(heads[1]) and table_rows.told_before(heads[0]):
            if not guards.barred("", second.topic, second.keys[0], called=False):
                self._add(block, 0, (), second.keys[0], second.topic, listed=block.group)
            return True
        if not listing.leads(self._lead(at), numbered=True):
            return False
        self._add(block, 0, (), first.keys[0], first.topic, listed=block.group)
        self._add(block, 0, first.keys, second.keys[0], second.topic, listed=block.group)
        self.place.here.items[block.level] = first.keys
        return True

    def _heads_beside(self, at: int, block: Block) -> tuple[str, ...]:
        """Give what stands over two columns of lines: `Before | Now`; nothing where nothing does."""
        for above in reversed(self.blocks[max(at - MOST_LINES, 0) : at]):
            heads = tuple(above.words.split(" | "))
            if (
                len(heads) == _SIDE_BY_SIDE
                and not any(map(str.isdigit, above.words))
                and any(map(str.isalpha, heads[0]))
            ):
                return heads
            if above.group != block.group and above.kind != block.kind:
                return ()
        return ()

    def _row(self, at: int, block: Block) -> listed_key.Listed | None:
        head = block.head or self._head_of(at, block)
        over = head[0] if len(head) == 1 < len(block.cells) else ""  # one cell over all columns, as a line above is
        head = () if over else head
        column = self._column_headed(block, head)
        lead = f"{self._lead(at)} {over}".rstrip()
        if (
            column is not None
            and table_rows.is_doubtful(head[column])
            and not (
                listing.leads(lead, numbered=True)
                or self.place.number()
                or any(self._voices(block))
                or self._is_called_below(at)
                or (bool(self.main) and self._has_operator(at, column))
            )
        ):
            column = None
        if column is None and not any(head) and listing.leads(lead, numbered=True):
            column = self._digits_of(at)
        column = self._digits_of(at) if column is None and self._goes_on_in_table(block) else column
        weighed = self._column_by_weight(at, head, lead) if column is None else None
        column = weighed if column is None else column
        column = keys_of_cells(block) if column is None else column
        headed = self.place.here.title and (self.place.here.number or self.place.here.path)
        if column is None and not head and headed and self._rows_count_up(at):
            column = 0
        if (
            column is None
            and head
            and not head[0].strip()
            and (is_explicit(block.cells[0].words) or self._rows_count_up(at))
        ):
            column = 0
        if head and (_counts_questions(head) or (not block.head and tuple(cell.words for cell in block.cells) == head)):
            return None
        if column is not None and not self._is_of_call(at, block, lead):
            return None
        rows = [one for one in self.blocks[max(at - _ROWS, 0) : at + _ROWS] if one.group == block.group]
        offices = sum(guards.speaks_of_offices(_DESK_PHONES.without(one.words)) for one in rows)
        if offices > (column is not None and bool(head)) or _holds_codes(block, rows):
            return None
        if column is None and not any(head) and (asked := _asked_as_beside(block, rows)) is not None:
            return asked
        repeated = table_rows.repeated_columns(rows, column) if column is not None else frozenset[int]()
        return table_rows.row_listed(block, column, head if weighed is None else (), repeated)

    def _goes_on_in_table(self, block: Block) -> bool:
        """Whether a row stands behind the key of a row around it, or in a table whose part before had keys."""
        if block.level and self.place.here.items.get(block.level - 1):
            return True
        return self.place.here.level == OF_PART and bool(self.found) and self.found[-1].listed >= OF_TABLES

    def _is_of_call(self, at: int, block: Block, lead: str) -> bool:
        """Whether a line that callers dial is told of above a row, around its table or below it."""
        line = block.text.line(0)
        return (
            bool(self.place.number())
            or any(at <= line for phone, at in self.phones if phone.use == VOICE)
            or self._is_called_below(at)
            or guards.speaks_of_lines(f"{lead} {self.place.titles()}")
        )

    def _column_headed(self, block: Block, head: tuple[str, ...]) -> int | None:
        """Give the column of keys of a table by its heading, where that does not but count rows, or other things."""
        column = table_rows.key_column(head) if head and not self._counts_rows(block, head) else None
        return None if column is not None and self._counts_beside_menu(block, head, column) else column

    def _counts_rows(self, block: Block, head: tuple[str, ...]) -> bool:
        """Whether the first column but counts rows that give a number each: `No. | Branch | Direct`."""
        if not table_rows.counts_rows(head[0]):
            return False
        rows = [one for one in self.blocks if one.group == block.group and one.kind == ROW]
        voices = [phone.e164 for one in rows[:_ROWS] for phone in self._voices(one)]
        return len(set(voices)) == len(voices) >= min(len(rows), _ROWS) > 1

    def _has_operator(self, at: int, column: int) -> bool:
        """Whether a column holds keys that no plan or price has: single digits with a 0 among them, or signs."""
        run = [one for one in self.blocks[max(at - _ROWS, 0) : at + _ROWS] if one.group == self.blocks[at].group]
        keys = [one.cells[column].words.strip() for one in run if column < len(one.cells)]
        plain = all(len(key) == 1 and (key.isdecimal() or key in "*#") for key in keys)
        return plain and len(set(keys)) == len(keys) > _SIDE_BY_SIDE and not {"0", "*", "#"}.isdisjoint(keys)

    def _digits_of(self, at: int) -> int:
        """Give the column of a table without headings that holds a digit or a sign in every row; else the first."""
        run = [one for one in self.blocks[max(at - _ROWS, 0) : at + _ROWS] if one.group == self.blocks[at].group]
        rows = [[cell.words.strip() for cell in one.cells] for one in run if len(one.cells) > 1]
        columns = range(min(map(len, rows), default=0))
        single = (
            column
            for column in columns
            if all(len(row[column]) == 1 and (row[column].isdecimal() or row[column] in "*#") for row in rows)
        )
        return next(single, 0)

    def _column_by_weight(self, at: int, head: tuple[str, ...], lead: str) -> int | None:
        """Give a column with another key in every row, where all that stands around it speaks for a phone menu."""
        rows = [one for one in self.blocks[max(at - _ROWS, 0) : at + _ROWS] if one.group == self.blocks[at].group]
        rows = [one for one in rows if one.cells and tuple(cell.words for cell in one.cells) != head]
        column = list_weight.column_of_keys(tuple(tuple(cell.words for cell in one.cells) for one in rows))
        if column is None or self._section_bars("") or list_weight.lists_offices(head):
            return None
        if column < len(head) and list_weight.counts_other(head[column]):
            return None
        ways = [listed_key.keys_of(one.cells[column].words) for one in rows if column < len(one.cells)]
        topics = [table_rows.telling_cell(one, column, head) for one in rows]
        headed = head[column] if column < len(head) else ""
        weight = 2 * bool(self.place.number()) + list_weight.of_keys([way for way in ways if way])
        weight += list_weight.of_topics(topics) + list_weight.against_topics(topics)
        weight += 2 * list_weight.tells_of_call(f"{lead} {headed}")
        return column if weight >= _ENOUGH + 2 * bool(self.place.here.about) else None

    def _counts_beside_menu(self, block: Block, head: tuple[str, ...], column: int) -> bool:
        """Whether a column but counts things that are told beside a menu, which stands elsewhere on the page."""
        if not table_rows.counts_rows(head[column]) or not table_rows.tells_no_topic(head):
            return False
        told = any(not one.path and one.listed != block.group for one in self.found)
        here = self.place.here
        return told and not listing.leads(f"{here.title} {here.lead if here.lead.endswith(':') else ''}", numbered=True)

    def _rows_count_up(self, at: int) -> bool:
        """Whether the first cells of a table count up from 1, with the ways behind each of them: `1`, `1-1`, `2`."""
        run = [one for one in self.blocks[max(at - _ROWS, 0) : at + _ROWS] if one.group == self.blocks[at].group]
        cells = [one.cells[0].words.strip() for one in run if one.cells]
        first = [cell for place, cell in enumerate(cells) if not (place and _WAY.match(cell))]
        return len(first) > 1 and first == [str(number) for number in range(1, len(first) + 1)]

    def _is_called_below(self, at: int) -> bool:
        """Whether the text below a table tells to call."""
        below = next(filter(_is_below, self.blocks[at + 1 : at + MOST_LINES]), None)
        if below is None or not self.main:
            return False
        return guards.speaks_of_calls(below.words) or bool(NUMBERED.search(below.words) and self._voices(below))

    def _head_of(self, at: int, block: Block) -> tuple[str, ...]:
        """Give the first row of a table without a heading of its own, where it holds words only."""
        first = at
        while first and self.blocks[first - 1].kind == ROW and self.blocks[first - 1].group == block.group:
            first -= 1
            if at - first > _FAR_ABOVE:
                return ()
        cells = tuple(cell.words for cell in self.blocks[first].cells)
        return cells if not any(_DIGIT.search(cell) for cell in cells) else ()

    def _voices(self, block: Block) -> list[Phone]:
        return [phone for phone in phones_in(block.words, self.regions) if phone.use == VOICE]

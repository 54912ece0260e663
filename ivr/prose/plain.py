"""Plain text and Markdown: headings, lists, tables and paragraphs, told by how their lines are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ivr.prose.aligned import aligned_from, cells_below, starts_of
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block, Document, plain_text
from ivr.prose.grids import grid_from, piped_from
from ivr.prose.joining import joined
from ivr.prose.line_marks import MESSAGE, SKIPPED
from ivr.prose.line_signs import (
    asks_for,
    begins_anew,
    begins_keys,
    ends_in_key,
    is_number_broken,
    is_said,
)
from ivr.prose.pairs import paired
from ivr.prose.plain_lines import (
    BROKEN_NUMBER,
    BROKEN_WORD,
    COLUMNS,
    ENDS,
    FENCE,
    GOES_ON,
    HASHES,
    LEFT_OPEN,
    LISTED,
    LONGEST_HEADING,
    NUMBERED,
    SIGN_ITEM,
    SUB_ITEM,
    Lines,
    has_columns,
    is_below,
)
from ivr.prose.prepared import lines_of
from ivr.prose.separated import separated_from
from ivr.prose.set_off import set_off_in
from ivr.prose.side_by_side import side_by_side_from
from ivr.prose.worded import lines_in_digits, may_be_worded

_UNDERLINE: Final = re.compile(r"\s*(=|-|~){3,}\s*$")
_FURTHER_LABEL: Final = re.compile(r"\*\*[^*]{2,40}:\*\*|\*\*[^*]{2,40}\*\*:")
"""A second label in the line: `**Homes:** 555-0100 **Firms:** 555-0101`."""
_BIDDING: Final = r"[^*_\d]{3,60}(?=[*_]{1,2} (?:To|Press|Choose|Select|Call|Ring) )"
_RUN_IN: Final = re.compile(rf"(?:\*\*?|__?)(?=\w)([^*_]{{3,90}}[.?!:]|{_BIDDING})(?:\*\*?|__?)\s+(\S.*)$")
"""A line that begins with a heading in bold letters."""
_STEP: Final = re.compile(r"(?:step|schritt|[eé]tape|paso) (\d{1,2})[.:]?", re.IGNORECASE)
_TWO_DIGITS: Final = 10
_SECTION: Final = re.compile(r"\s{0,3}(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+([A-Z][^|]{2,80})$")
"""The heading of a section of a manual: `12.3 Telephone`."""
_CASE: Final = re.compile(
    r"(?:TC|UAT|AT|T|Test(?: ?case)?|Case|Testfall|Caso|Cas)[ -]?"
    r"\d{1,3}(?:\.\d{1,2})?[.:)]?[ \t]+[-–—:]?[ \t]*([^\W\d][^.:;?!]{2,60})$"
)
"""The heading of a case of a test."""
_FULL_LINE: Final = 50
"""Letters of a line that is text, and not the rest of a title above it."""
_FRAMED: Final = re.compile(
    r"\s*(?P<signs>(?P<sign>[-–—=~*#+])(?:(?P=sign){1,8}|(?<==)))[ \t]+(?P<title>[^\W_|][^|=\n]{1,78}?)[ \t]+"
    r"(?:(?P=sign){2,80}|=)\s*"
)
"""A heading that stands between lines of dashes or the like: `--- After hours ---`."""
_RULE: Final = re.compile(r"\s*([-*_=]\s*){3,}$")
_DIVIDER: Final = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")


def read_plain(name: str, text: str, *, markdown: bool) -> Document:
    """Read plain text, or Markdown."""
    lines, has_tree = lines_of(text, markdown=markdown)
    lines = lines_in_digits(lines) if may_be_worded(text) else lines
    reader = _Lines(lines, markdown=markdown, has_tree=has_tree)
    set_off = set_off_in(text.split("\n")) if markdown else ()
    return Document(name, tuple(paired(tuple(reader.blocks()))), set_off=set_off)


class _Lines(Lines):
    """The lines of a document, and which of its lists and tables is under way."""

    def blocks(self) -> Iterator[Block]:
        """Give the blocks of the text, in their order."""
        self._pass_front_matter()
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not self._passes(line):
                yield from self._table_at(line) or self._abreast(line) or self._title_at(line) or self._text_at(line)

    def _passes(self, line: str) -> bool:
        """Pass over a line without words; says whether it is one."""
        drawn = self.has_tree and re.fullmatch(r"[\s|│┃]+", line) and line.strip()
        skipped, table = line == SKIPPED, "|" in line or "+" in line
        empty = not skipped and (not line.strip() or FENCE.match(line) or (_RULE.match(line) and not table))
        if drawn or skipped or empty:
            self.at += 1
            self.is_quoted = self.is_quoted and not empty
            self.group += bool(empty)
            return True
        return False

    def _table_at(self, line: str) -> Iterator[Block] | None:
        """Give the rows of the table that begins at a line; nothing where none does."""
        if ("|" in line or "+" in line) and (grid := grid_from(self.lines, self.at)) is not None:
            return self._rows(grid.head, grid.rows, grid.end)
        if not self.markdown and line.count("|") > 1 and (piped := piped_from(self.lines, self.at)) is not None:
            return self._rows(piped.head, piped.rows, piped.end)
        if ("," in line or ";" in line or "\t" in line) and (rows := separated_from(self.lines, self.at)):
            return self._rows(rows[0], list(enumerate(rows[1:], self.at + 1)), self.at + len(rows))
        apart = "  " in line.strip()
        if apart and (table := aligned_from(self.lines, self.at) or side_by_side_from(self.lines, self.at)):
            return self._rows(table.head, table.rows, table.end)
        return None

    def _title_at(self, line: str) -> Iterator[Block] | None:
        """Give the heading that stands at a line, with the text that begins on it; nothing where none does."""
        if self.markdown and (run_in := _RUN_IN.match(line)) is not None and not _FURTHER_LABEL.search(run_in[2]):
            return self._run_in(run_in)
        if (below := SUB_ITEM.match(line)) is not None and self.last_item[0] == int(below[1]) < _TWO_DIGITS:
            return iter((self._sub_item(below),))
        block = self._case(line) or self._section(line) or self._heading(line)
        if block is None:
            return None
        self.group += 1
        return iter((block,))

    def _text_at(self, line: str) -> Iterator[Block]:
        """Give the table, item or paragraph that begins at a line."""
        if self.markdown and "|" in line and self._is_table():
            yield from self._table()
        elif not self.markdown and self._is_ruled():
            yield from self._ruled()
        else:
            item = LISTED.match(line)
            if (sign := self._sign_item(line)) is not None:
                yield sign
                return
            yield (
                self._paragraph() if item is None or _STAR_DOES.match(line) or self._is_star(line) else self._item(item)
            )

    def _case(self, line: str) -> Block | None:
        """Read the heading of a case of a test: `TC-02  Refill`."""
        found = _CASE.match(line)
        below = self.lines[self.at + 1] if found and self.at + 1 < len(self.lines) else ""
        if found is None or not below.strip() or line[:1].isspace() or not below[:1].isspace():
            return None
        self.at += 1
        return Block(HEADING, plain_text(self.cleaned(found[1]), self.at), 3)

    def _section(self, line: str) -> Block | None:
        """Read the heading of a section of a manual: `12.3 Telephone`."""
        found = _SECTION.match(line)
        if found is None or line.rstrip().endswith(ENDS) or is_said(found[2]) or GOES_ON.search(found[2]):
            return None
        before = self.lines[self.at - 1] if self.at else ""
        if begins_anew(before) or _SECTION.match(before) or _SECTION.match(before.strip()):
            return None
        self.at += 1
        return Block(HEADING, plain_text(self.cleaned(found[2]), self.at), found[1].count(".") + 2)

    def _pass_front_matter(self) -> None:
        """Pass over what a Markdown document says of itself before it begins."""
        if self.markdown and self.lines and self.lines[0].strip() == "---":
            ends = (at for at, line in enumerate(self.lines[1:200], 1) if line.strip() in {"---", "..."})
            self.at = next(ends, -1) + 1

    def _heading(self, line: str) -> Block | None:
        hashes = HASHES.match(line) if self.markdown else None
        if hashes:
            self.at += 1
            return Block(HEADING, plain_text(self.cleaned(hashes[2]), self.at), len(hashes[1]))
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        if (framed := _FRAMED.fullmatch(line)) is not None:
            level = min(len(framed["signs"]), 3) if framed["sign"] == "=" else 2
            level = level if self.titled or self.at else 1
            self.at, self.titled = self.at + 1, True
            return Block(HEADING, plain_text(self.cleaned(framed["title"]), self.at), level)
        titled = len(line) <= LONGEST_HEADING and not LISTED.match(line) and not begins_anew(line)
        if titled and _UNDERLINE.match(below) and "|" not in line:
            self.at += 2
            return Block(HEADING, plain_text(self.cleaned(line), self.at - 1), 1 if "=" in below else 2)
        if self._is_numbered_heading(line, below):
            self.at += 1
            return Block(HEADING, plain_text(self.cleaned(line), self.at), 3)
        if self._looks_like_one(line, below) and not is_number_broken(line, below):
            self.at += 1
            level = 1 if not self.titled and self.at == 1 else 2
            self.titled = True
            return Block(HEADING, plain_text(self.cleaned(line), self.at), level + 2 * self.markdown)
        return None

    def _is_star(self, line: str) -> bool:
        """Whether a line begins with the star key, and not with an item's mark: lines near it begin with digits."""
        if self.markdown or _STAR_LEADS.match(line):
            return _STAR_LEADS.match(line) is not None
        if re.match(r"\s*\d:", line):
            near = self.lines[max(self.at - 6, 0) : self.at] + self.lines[self.at + 1 : self.at + 7]
            return any(re.match(r"\s*[*#]:", one) for one in near)
        if not line.lstrip().startswith("* "):
            return False
        near = self.lines[max(self.at - 3, 0) : self.at] + self.lines[self.at + 1 : self.at + 4]
        if _STAR_LINE.match(line) and any(map(_KEY_LINE.match, near)):
            return True
        if not has_columns(line.strip()):
            alone = not any(one.lstrip().startswith("* ") for one in near)
            return (
                alone and any(map(_HASH_LINE.match, near)) and any(map(_DIGIT_LINE.match, self.lines[: self.at][-6:]))
            )
        return any(re.match(r"\s*[0-9#](?:\s{2,}|\t)", one) for one in near)

    def _run_in(self, found: re.Match[str]) -> Iterator[Block]:
        """Read a paragraph that begins with its own heading in bold letters, or with the number of a step."""
        step = _STEP.fullmatch(found[1])
        if step:
            self.lines[self.at] = found[2]
            text = self._paragraph().text
            yield Block(ITEM, text, 0, step[1], self._group_of(step[1], 0))
            return
        self.group += 1
        yield Block(HEADING, plain_text(self.cleaned(found[1]), self.at + 1), 6)
        self.lines[self.at] = found[2]
        yield self._paragraph()

    @staticmethod
    def _is_numbered_heading(line: str, below: str) -> bool:
        """Whether a numbered line is the heading of the paragraph below it, and no item of a list."""
        found = LISTED.match(line)
        if not found or not found[2] or found[1] or len(line) > LONGEST_HEADING or line.rstrip().endswith(ENDS):
            return False
        text = below.strip()
        indented = below[:1].isspace() and not (line[found.end() :].isupper() and len(text) > _FULL_LINE)
        goes_on = text and not indented and not LISTED.match(below) and text[0].isupper()
        return bool(goes_on) and len(below) > len(line) and not is_said(line)

    def _is_table(self) -> bool:
        line, below = self.lines[self.at], self.lines[self.at + 1 : self.at + 2]
        return bool(below and _DIVIDER.match(below[0]) and "-" in below[0]) or line.strip().startswith("|")

    def _is_ruled(self) -> bool:
        """Whether a line of columns has a rule of dashes below it: the heading of a table in plain text."""
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return bool(has_columns(self.lines[self.at].strip()) and re.fullmatch(r"\s*[-=]{2,}(?:\s+[-=]{2,})+\s*", below))

    def _ruled(self) -> Iterator[Block]:
        self.group += 1
        head = tuple(one.strip() for one in COLUMNS.split(self.lines[self.at].strip()))
        starts = starts_of(self.lines[self.at + 1])
        self.at += 2
        while self.at < len(self.lines) and has_columns(self.lines[self.at].strip()):
            *others, last = cells_below(self.lines[self.at], starts)
            pieces = [(last, self.at + 1)]
            column = self.lines[self.at].rfind(last)
            self.at += 1
            while self._goes_on_in_cell(column):
                pieces.append((" " + self.lines[self.at].strip(), self.at + 1))
                self.at += 1
            cells = (*(plain_text(one, pieces[0][1]) for one in others), joined(pieces))
            before = "".join(f"{one} | " for one in others)
            pieces[0] = (before + last, pieces[0][1])
            yield Block(ROW, joined(pieces), 0, "", self.group, cells, head)
        self.group += 1

    def _goes_on_in_cell(self, column: int) -> bool:
        """Whether a line goes on with the last cell of the row above it: nothing stands before that column."""
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        return bool(line.strip()) and len(line) - len(line.lstrip()) == column > 0 and not has_columns(line.strip())

    def _rows(self, head: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], end: int) -> Iterator[Block]:
        """Give the rows of a table, each with its line, counted from 0; go on at the line behind it."""
        self.group += 1
        named = tuple(map(self.cleaned, head))
        for line, row in rows:
            cells = tuple(plain_text(self.cleaned(_SET_IN.sub("→ ", cell)), line + 1) for cell in row)
            text = plain_text(" | ".join(cell.words for cell in cells), line + 1)
            yield Block(ROW, text, 0, "", self.group, cells, named)
        self.at = end
        self.group += 1

    def _table(self) -> Iterator[Block]:
        self.group += 1
        head: tuple[str, ...] = ()
        if self.at + 1 < len(self.lines) and _DIVIDER.match(self.lines[self.at + 1]):
            if NUMBERED.search(self.lines[self.at]):
                yield from self._row(())
            else:
                head = tuple(self._cells(self.lines[self.at]))
                self.at += 1
            self.at += 1
        while self.at < len(self.lines) and "|" in self.lines[self.at]:
            yield from self._row(head)
        self.group += 1

    def _row(self, head: tuple[str, ...]) -> Iterator[Block]:
        line = self.lines[self.at]
        self.at += 1
        cells = tuple(plain_text(cell, self.at) for cell in self._cells(line))
        if any(cell.words for cell in cells) and not _DIVIDER.match(line):
            text = plain_text(" | ".join(cell.words for cell in cells), self.at)
            yield Block(ROW, text, 0, "", self.group, cells, head)

    def _cells(self, line: str) -> list[str]:
        inner = line.strip().removeprefix("|").removesuffix("|")
        return [self.cleaned(_SET_IN.sub("→ ", cell)) for cell in re.split(r"(?<!\\)\|", inner)]

    def _item(self, found: re.Match[str]) -> Block:
        line = self.lines[self.at]
        indent = len(found[1].expandtabs(4))
        level = self._depth_of_item(indent) - 1
        pieces = [(self.cleaned(line[found.end() :]), self.at + 1)]
        self.at += 1
        while self._goes_on(indent, line):
            line = self.lines[self.at]
            self.at += 1
            pieces.append((" " + self.cleaned(line), self.at))
        marker = found[2] or found["step"] or ""
        return Block(ITEM, joined(pieces), level, marker, self._group_of(marker, indent))

    def _sub_item(self, found: re.Match[str]) -> Block:
        """Read an item of the list below a numbered one: `2.1 New orders` under `2. Orders`."""
        text = plain_text(self.cleaned(self.lines[self.at][found.end() :]), self.at + 1)
        self.at += 1
        return Block(ITEM, text, self.last_level + 1, found[2], self.last_item[1])

    def _sign_item(self, line: str) -> Block | None:
        """Read the star or hash key at the end of a numbered list: `#) hear this again` under `3) sales`."""
        found = SIGN_ITEM.match(line)
        indent = len(found[1].expandtabs(4)) if found is not None else -1
        group = self.item_groups.get(indent)
        if found is None or group is None or indent not in self.indents:
            return None
        self.at += 1
        text = plain_text(f"{found[2]} - {self.cleaned(line[found.end() :])}", self.at)
        return Block(ITEM, text, self._depth(indent) - 1, "", group)

    def _goes_on(self, indent: int, before: str) -> bool:
        """Whether the next line belongs to the item: indented more than its mark, or broken off in a sentence."""
        if self.at >= len(self.lines):
            return False
        line = self.lines[self.at]
        if not line.strip() or LISTED.match(line) or HASHES.match(line) or FENCE.match(line):
            return False
        if is_below(before, line) or begins_keys(before, self.lines[self.at : self.at + 2]):
            return False
        deeper = len(line) - len(line.lstrip()) > indent
        broken = len(before) >= self.width and not before.rstrip().endswith(ENDS)
        is_open = line.lstrip()[:1].isupper() and LEFT_OPEN.search(before.rstrip()) is not None
        return is_open or (deeper and (broken or not begins_anew(line))) or (broken and line.strip()[:1].islower())

    def _paragraph(self) -> Block:
        line = self.lines[self.at]
        indent = len(line) - len(line.lstrip()) - line.startswith(MESSAGE)
        self.is_quoted = self.is_quoted or line.lstrip()[:1] in _QUOTES
        indent = 0 if indent == 1 and self.is_quoted else indent
        if not indent:
            self.indents = []
        starts = begins_anew(line) or ends_in_key(line) or _CHOICE_LINE.match(line) is not None
        starts = starts or (indent > 0 and has_columns(line.strip()) and NUMBERED.search(line) is not None)
        level = self._depth(indent) if indent and starts else int(indent > 0)
        pieces = [(self._row_or_text(line), self.at + 1)]
        self.at += 1
        while self.at < len(self.lines) and (
            self._joins(line, self.lines[self.at])
            or (asks_for(line, self.lines[self.at]) and not self._begins_row(len(line) - len(line.lstrip())))
        ):
            line = self.lines[self.at]
            self.at += 1
            begun, further = pieces[-1][0], self.cleaned(line)
            if BROKEN_NUMBER.search(begun) and further[:1].isdigit():
                pieces.append((further, self.at))
            elif BROKEN_WORD.search(begun) and further[:1].islower():
                pieces[-1] = (begun[:-1], pieces[-1][1])
                pieces.append((further, self.at))
            else:
                pieces.append((" " + further, self.at))
        return Block(PARAGRAPH, joined(pieces), level, "", self.group)

    def _begins_row(self, indent: int) -> bool:
        """Whether a line is the first of several with a key each, deeper than the line that leads to them."""
        rows = [_CHOICE_LINE.match(line) for line in self.lines[self.at : self.at + 2]]
        depths = [len(row[0]) for row in rows if row]
        return len(depths) > 1 and depths[0] == depths[1] > indent + len(" 1 x")


_SET_IN: Final = re.compile(r"^\s*> ?(?=[0-9*#]\s*$)")
"""What sets a key in a cell in, below that which leads to it."""
_CHOICE_LINE: Final = re.compile(r"\s+(?:(?:then|dann|puis|luego) [\d*#] {1,3}|[\d*#] )[^\W\d]")
_QUOTES: Final = frozenset(('"', "“", "«", "„", "'"))
_STAR_DOES: Final = re.compile(r"\s*\*\s(?:goes|takes|returns|repeats|replays|brings|ends|cancels) ")
"""How a line begins that says what the star key does, and is no item: `* goes back`."""
_STAR_LEADS: Final = re.compile(r"\s*\*\s+(?:[-=]>|→|=)\s")
"""How the star key's line begins where arrows lead from keys on: `* -> Menu_Main`."""
_STAR_LINE: Final = re.compile(r"\s*\*(?:\s{2,}|\t)\S")
_KEY_LINE: Final = re.compile(r"\s*[0-9#](?:\s{2,}|\t)\S")
"""Lines that begin with the star, or with another key, each apart from what it is for."""
_HASH_LINE: Final = re.compile(r"\s*# {1,3}\w")
_DIGIT_LINE: Final = re.compile(r"\s*\d {1,3}\w")

"""Plain text and Markdown: headings, lists, tables and paragraphs, told by how their lines are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ivr.prose.aligned import aligned_from
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block, Document, plain_text
from ivr.prose.grids import grid_from
from ivr.prose.joining import joined
from ivr.prose.line_signs import (
    UNFINISHED,
    asks_anew,
    asks_for,
    begins_anew,
    ends_in_key,
    is_menu_behind,
    is_number_broken,
    is_said,
)
from ivr.prose.pairs import paired
from ivr.prose.prepared import MESSAGE, SKIPPED, lines_of
from ivr.prose.separated import separated_from

_ITEM: Final = re.compile(
    r"(\s*)(?:(?:[-*+•◦▪‣●○■–—·]|(?<=\s)o(?= \S))\s+(?!(?:[-=:–—…]|\.{2,})\s)|(?:[Ss]tep\s+)?(\d{1,3})[.):]\s+"
    r"|[Ss]tep\s+(?P<step>\d{1,2})\s{2,}|([a-z])\)\s+)(?=\S)"
)
_HASHES: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE: Final = re.compile(r"\s*(=|-|~){3,}\s*$")
_RUN_IN: Final = re.compile(r"(?:\*\*?|__?)(?=\w)([^*_]{3,90}[.?!:])(?:\*\*?|__?)\s+(\S.*)$")
"""A line that begins with a heading in bold letters."""
_STEP: Final = re.compile(r"(?:step|schritt|[eé]tape|paso) (\d{1,2})[.:]?", re.IGNORECASE)
_SUB_ITEM: Final = re.compile(r"\s*(\d{1,2})[.-](\d{1,2})[.):]?\s+(?=[^\W\d])")
_TWO_DIGITS: Final = 10
_SECTION: Final = re.compile(r"\s{0,3}(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+([A-Z][^|]{2,80})$")
"""The heading of a section of a manual: `12.3 Telephone`."""
_RULE: Final = re.compile(r"\s*([-*_=]\s*){3,}$")
_DIVIDER: Final = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_FENCE: Final = re.compile(r"\s*(```|~~~)")
_QUOTE: Final = re.compile(r"\s*(?:>\s?)+")
_COLUMNS: Final = re.compile(r"\t+| {3,}")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_LINK: Final = re.compile(r"!?\[([^\][]{0,500})\]\([^()\s]{0,1000}(?:\s\"[^\"]{0,200}\")?\)")
_EMPHASIS: Final = re.compile(
    r"\*\*(?=\S)|(?<=\S)\*\*|__(?=\w)|(?<=\w)__|(?<![\w*\\])\*(?=[^\s*][^*\n]{0,400}[^\s*\d]\*(?![\w*]))"
)
_CLOSING: Final = re.compile(r"(?<=[^\s*\d(\"'])\*(?=[\s.,;:)!?]|$)")
_STAR: Final = "\x02"
"""Stands, while marks are taken off, for a star that is meant."""
_ESCAPED: Final = re.compile(r"\\([*#_~|.()\[\]-])")
_CITED: Final = re.compile(r"^(?:\s*>)+ (?=\S)")
"""The marks of a letter that is cited."""
_TWO_SENTENCES: Final = re.compile(r"[a-z0-9][.!] [A-Z]\w+ \w+ \w")
"""A line that holds more than a sentence, and is no heading."""
_BROKEN_NUMBER: Final = re.compile(r"\d[-–]$")
_BROKEN_WORD: Final = re.compile(r"[a-zß-ÿ]{2}-$")
"""Ends of lines within a number, and within a word."""
_WIDE: Final = 48
"""A line at least as long as this may have been broken, and go on in the next one."""
_WIDEST: Final = 140
"""Where lines are longer than this, nobody has broken them."""
_LONGEST_HEADING: Final = 90
_LONG_HEADING: Final = 55
"""Letters of a line over text that is no heading, but the beginning of that text."""
_ENDS: Final = (".", "!", "?", ":", ";", ",", "…")


def read_plain(name: str, text: str, *, markdown: bool) -> Document:
    """Read plain text, or Markdown."""
    lines, has_tree = lines_of(text, markdown=markdown)
    reader = _Lines(lines, markdown=markdown, has_tree=has_tree)
    return Document(name, tuple(paired(tuple(reader.blocks()))))


class _Lines:
    """The lines of a document, and which of its lists and tables is under way."""

    def __init__(self, lines: list[str], *, markdown: bool, has_tree: bool) -> None:
        self.lines, self.markdown = lines, markdown
        self.at = 0
        self.group = 1
        self.indents: list[int] = []
        self.titled = False
        self.last_item, self.last_level = (0, 0, 0), 0
        self.has_tree, self.is_quoted = has_tree, False
        longest = sorted(len(line) for line in lines if line.strip())
        usual = longest[len(longest) * 98 // 100] if longest else 0
        self.width = max(_WIDE, usual * 3 // 5) if usual <= _WIDEST else 1 << 30

    def blocks(self) -> Iterator[Block]:
        """Give the blocks of the text, in their order."""
        self._pass_front_matter()
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not self._passes(line):
                yield from self._table_at(line) or self._title_at(line) or self._text_at(line)

    def _passes(self, line: str) -> bool:
        """Pass over a line without words; says whether it is one."""
        drawn = self.has_tree and re.fullmatch(r"[\s|│┃]+", line) and line.strip()
        table = "|" in line or "+" in line
        empty = not line.strip() or _FENCE.match(line) or (_RULE.match(line) and not table)
        if drawn or line == SKIPPED or empty:
            self.at += 1
            self.is_quoted = self.is_quoted and not empty
            self.group += bool(empty)
            return True
        return False

    def _table_at(self, line: str) -> Iterator[Block] | None:
        """Give the rows of the table that begins at a line; nothing where none does."""
        if ("|" in line or "+" in line) and (grid := grid_from(self.lines, self.at)) is not None:
            return self._rows(grid.head, grid.rows, grid.end)
        if ("," in line or ";" in line or "\t" in line) and (rows := separated_from(self.lines, self.at)):
            return self._rows(rows[0], list(enumerate(rows[1:], self.at + 1)), self.at + len(rows))
        if "  " in line.strip() and (aligned := aligned_from(self.lines, self.at)) is not None:
            return self._rows(aligned.head, aligned.rows, aligned.end)
        return None

    def _title_at(self, line: str) -> Iterator[Block] | None:
        """Give the heading that stands at a line, with the text that begins on it; nothing where none does."""
        if self.markdown and (run_in := _RUN_IN.match(line)) is not None:
            return self._run_in(run_in)
        if (below := _SUB_ITEM.match(line)) is not None and self.last_item[0] == int(below[1]) < _TWO_DIGITS:
            return iter((self._sub_item(below),))
        block = self._section(line) or self._heading(line)
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
            item = _ITEM.match(line)
            yield self._paragraph() if item is None or self._is_star(line) else self._item(item)

    def _section(self, line: str) -> Block | None:
        """Read the heading of a section of a manual: `12.3 Telephone`."""
        found = _SECTION.match(line)
        if found is None or line.rstrip().endswith(_ENDS) or is_said(found[2]):
            return None
        if self.at and begins_anew(self.lines[self.at - 1]):
            return None
        self.at += 1
        return Block(HEADING, plain_text(self.cleaned(found[2]), self.at), found[1].count(".") + 2)

    def _pass_front_matter(self) -> None:
        """Pass over what a Markdown document says of itself before it begins."""
        if self.markdown and self.lines and self.lines[0].strip() == "---":
            ends = (at for at, line in enumerate(self.lines[1:200], 1) if line.strip() in {"---", "..."})
            self.at = next(ends, -1) + 1

    def _heading(self, line: str) -> Block | None:
        hashes = _HASHES.match(line) if self.markdown else None
        if hashes:
            self.at += 1
            return Block(HEADING, plain_text(self.cleaned(hashes[2]), self.at), len(hashes[1]))
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        titled = len(line) <= _LONGEST_HEADING and not _ITEM.match(line) and not begins_anew(line)
        if titled and _UNDERLINE.match(below) and "|" not in line:
            self.at += 2
            return Block(HEADING, plain_text(self.cleaned(line), self.at - 1), 1 if "=" in below else 2)
        if self._is_numbered_heading(line, below):
            self.at += 1
            return Block(HEADING, plain_text(self.cleaned(line), self.at), 3)
        if self._looks_like_one(line, below):
            self.at += 1
            level = 1 if not self.titled and self.at == 1 else 2
            self.titled = True
            return Block(HEADING, plain_text(self.cleaned(line), self.at), level + 2 * self.markdown)
        return None

    def _is_star(self, line: str) -> bool:
        """Whether a line begins with the star key, and not with an item's mark: lines near it begin with digits."""
        if self.markdown:
            return False
        if re.match(r"\s*\d:", line):
            near = self.lines[max(self.at - 6, 0) : self.at] + self.lines[self.at + 1 : self.at + 7]
            return any(re.match(r"\s*[*#]:", one) for one in near)
        if not line.lstrip().startswith("* "):
            return False
        near = self.lines[max(self.at - 3, 0) : self.at] + self.lines[self.at + 1 : self.at + 4]
        if not _COLUMNS.search(line.strip()):
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

    def _looks_like_one(self, line: str, below: str) -> bool:  # noqa: PLR0911 -- one for each sign of a heading
        """Whether a line of plain text stands as a heading: short, alone or before text, without an end mark."""
        words = self.cleaned(line) if self.markdown else line.strip()
        if _BELOW_KEY.match(line):
            return False
        if _TWO_SENTENCES.search(words) or (
            len(words) > _LONG_HEADING and below.strip() and not words.isupper() and not self.markdown
        ):
            return False
        if len(words) > _LONGEST_HEADING or (not below.strip() and not self._is_apart()) or _ITEM.match(line):
            return False
        if self.markdown and not re.fullmatch(r"\s*(\*\*|__).{1,90}(\*\*|__):?\s*", line):
            return False
        if _KEY_BEHIND.search(words) and any(
            map(_KEY_BEHIND.search, (below.rstrip(), self.lines[self.at - 1].rstrip()))
        ):
            return False
        if UNFINISHED.search(words) or _LEADER.search(words) or (_NUMBERED.search(words) and self.at):
            return False
        if begins_anew(line) and any(map(_NUMBERED_CAPITALS.match, (below, self.lines[self.at - 1]))):
            return False
        if (words.endswith("?") and len(words) > len("Why?")) or (_ASKS.match(words) and _ANSWERS.match(below)):
            return True
        if (words.endswith(_ENDS) and not self.markdown) or not words[:1].isupper() or "  " in words or "\t" in line:
            return False
        before = self.lines[self.at - 1] if self.at else ""
        goes_on = before.strip() and len(before) >= self.width and not before.rstrip().endswith(_ENDS)
        return (
            not goes_on
            and (self.markdown or not is_said(words) or is_menu_behind(words, below))
            and not below.strip()[:1].islower()
        )

    @staticmethod
    def _is_numbered_heading(line: str, below: str) -> bool:
        """Whether a numbered line is the heading of the paragraph below it, and no item of a list."""
        found = _ITEM.match(line)
        if not found or not found[2] or found[1] or len(line) > _LONGEST_HEADING or line.rstrip().endswith(_ENDS):
            return False
        goes_on = below.strip() and not below[0].isspace() and not _ITEM.match(below) and below[0].isupper()
        return bool(goes_on) and len(below) > len(line) and not is_said(line)

    def _is_apart(self) -> bool:
        return not self.at or not self.lines[self.at - 1].strip()

    def _is_table(self) -> bool:
        line, below = self.lines[self.at], self.lines[self.at + 1 : self.at + 2]
        return bool(below and _DIVIDER.match(below[0]) and "-" in below[0]) or line.strip().startswith("|")

    def _is_ruled(self) -> bool:
        """Whether a line of columns has a rule of dashes below it: the heading of a table in plain text."""
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return bool(
            _COLUMNS.search(self.lines[self.at].strip()) and re.fullmatch(r"\s*[-=]{2,}(?:\s+[-=]{2,})+\s*", below)
        )

    def _ruled(self) -> Iterator[Block]:
        self.group += 1
        head = tuple(one.strip() for one in _COLUMNS.split(self.lines[self.at].strip()))
        self.at += 2
        while self.at < len(self.lines) and _COLUMNS.search(self.lines[self.at].strip()):
            cells = tuple(plain_text(one.strip(), self.at + 1) for one in _COLUMNS.split(self.lines[self.at].strip()))
            self.at += 1
            yield Block(
                ROW, plain_text(" | ".join(cell.words for cell in cells), self.at), 0, "", self.group, cells, head
            )
        self.group += 1

    def _rows(self, head: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], end: int) -> Iterator[Block]:
        """Give the rows of a table, each with its line, counted from 0; go on at the line behind it."""
        self.group += 1
        named = tuple(map(self.cleaned, head))
        for line, row in rows:
            cells = tuple(plain_text(self.cleaned(cell), line + 1) for cell in row)
            text = plain_text(" | ".join(cell.words for cell in cells), line + 1)
            yield Block(ROW, text, 0, "", self.group, cells, named)
        self.at = end
        self.group += 1

    def _table(self) -> Iterator[Block]:
        self.group += 1
        head: tuple[str, ...] = ()
        if self.at + 1 < len(self.lines) and _DIVIDER.match(self.lines[self.at + 1]):
            if _NUMBERED.search(self.lines[self.at]):
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
        return [self.cleaned(cell) for cell in re.split(r"(?<!\\)\|", inner)]

    def _item(self, found: re.Match[str]) -> Block:
        line = self.lines[self.at]
        indent = len(found[1].expandtabs(4))
        level = self._depth(indent) - 1
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

    def _group_of(self, marker: str, indent: int) -> int:
        """Give the list that an item belongs to: that of the number before its own, blank lines between them or not."""
        last, group, deep = self.last_item
        group = group if marker and int(marker) == last + 1 and indent == deep and last else self.group
        if marker:
            self.last_level = max(len(self.indents) - 1, 0)
            self.last_item = (int(marker), group, indent)
        return group

    def _depth(self, indent: int) -> int:
        """Give how deep a line is nested among those above it, from 1 on."""
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        return len(self.indents)

    def _goes_on(self, indent: int, before: str) -> bool:
        """Whether the next line belongs to the item: indented more than its mark, or broken off in a sentence."""
        if self.at >= len(self.lines):
            return False
        line = self.lines[self.at]
        if not line.strip() or _ITEM.match(line) or _HASHES.match(line) or _FENCE.match(line):
            return False
        deeper = len(line) - len(line.lstrip()) > indent
        broken = len(before) >= self.width and not before.rstrip().endswith(_ENDS)
        return (deeper and (broken or not begins_anew(line))) or (broken and line.strip()[:1].islower())

    def _paragraph(self) -> Block:
        line = self.lines[self.at]
        indent = len(line) - len(line.lstrip())
        self.is_quoted = self.is_quoted or line.lstrip()[:1] in _QUOTES
        indent = 0 if indent == 1 and self.is_quoted else indent
        if not indent:
            self.indents = []
        starts = begins_anew(line) or ends_in_key(line) or _CHOICE_LINE.match(line) is not None
        level = self._depth(indent) if indent and starts else int(indent > 0)
        pieces = [(self._row_or_text(line), self.at + 1)]
        self.at += 1
        while self.at < len(self.lines) and (
            self._is_broken(line, self.lines[self.at]) or asks_for(line, self.lines[self.at])
        ):
            line = self.lines[self.at]
            self.at += 1
            begun, further = pieces[-1][0], self.cleaned(line)
            if _BROKEN_NUMBER.search(begun) and further[:1].isdigit():
                pieces.append((further, self.at))
            elif _BROKEN_WORD.search(begun) and further[:1].islower():
                pieces[-1] = (begun[:-1], pieces[-1][1])
                pieces.append((further, self.at))
            else:
                pieces.append((" " + further, self.at))
        return Block(PARAGRAPH, joined(pieces), level, "", self.group)

    def _row_or_text(self, line: str) -> str:
        """Give the columns of a line, with a bar between them, where it has wide gaps."""
        line = line.strip()
        if "   " not in line and "\t" not in line:
            return self.cleaned(line)
        return " | ".join(self.cleaned(one) for one in _COLUMNS.split(line))

    def _is_broken(self, before: str, line: str) -> bool:  # noqa: PLR0911 -- one for each sign of a break
        """Whether a line goes on with the sentence of the line before it."""
        if not line.strip() or _ITEM.match(line) or _FENCE.match(line) or (self.markdown and _HASHES.match(line)):
            return False
        if line[0] == MESSAGE or self._stand_alike(before, line) or self._begins_list(before, line):
            return False
        if (
            (_BROKEN_NUMBER.search(before.rstrip()) and line.strip()[:1].isdigit())
            or is_number_broken(before, line)
            or (_BROKEN_WORD.search(before.rstrip()) and line.strip()[:1].islower())
        ):
            return True
        aims = _AIMS.match(line) is not None and not any(map(str.isdigit, line)) and not _AIMS.match(before)
        runs_on = (len(before) >= self.width and line.strip()[:1].islower()) or aims
        if (ends_in_key(before) and not runs_on) or (line.strip()[:1].isupper() and ends_in_key(line)):
            return False
        ended = before.rstrip().rstrip("\"'”’)*_")
        small = line.lstrip()[:1].islower() and line[:1] not in " \t"
        if (small and not ended.endswith((".", "!", "?", ":"))) or (ended.endswith(",") and len(before) >= self.width):
            return True
        if begins_anew(line) or (self.markdown and "|" in line) or _COLUMNS.search(line.strip()):
            return False
        if _QUOTE.match(line) or line.strip()[:1].islower() or ended.endswith(","):
            return True
        return len(before) >= self.width and not ended.endswith(_ENDS)

    def _begins_list(self, before: str, line: str) -> bool:
        """Whether a line, and the next one that is indented like it, tell of keys below a line that gives a number."""
        indent = len(line) - len(line.lstrip())
        if indent <= len(before) - len(before.lstrip()) or not _NUMBERED.search(before) or not is_said(line):
            return False
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return len(below) - len(below.lstrip()) == indent and is_said(below)

    def _stand_alike(self, before: str, line: str) -> bool:
        """Whether two lines are written in the same way, each by itself: labels, cells, numbers, requests."""
        is_bold = self.markdown and line.startswith("*") and before.startswith("*")
        labels = [self.cleaned(one) for one in (line, before)] if is_bold else [line, before]
        if all(map(_LABELLED_LINE.match, labels)):
            return True
        if " | " in line and " | " in before:
            return True
        ends = [_DIGIT.sub("0", one.rstrip()[-_ALIKE:]) for one in (before, line)]
        if ends[0] == ends[1] and "0" in ends[0]:
            return True
        if line[:1].isupper() and _NUMBERED.search(line) and _NUMBERED.search(before) and before.rstrip().endswith(")"):
            return True
        return asks_anew(line) and (asks_anew(before) or len(before) < self.width)

    def cleaned(self, text: str) -> str:
        """Take the marks of Markdown off a line."""
        quoted = _QUOTE.match(text)
        if quoted and self.markdown:
            text = text[quoted.end() :]
        if not self.markdown:
            return _CITED.sub("", text, 1).strip() if text.lstrip()[:1] == ">" else text.strip()
        text = _QUOTED_STRESS.sub(r"\1", text.replace("\\*", _STAR))
        text = _LINK.sub(r"\1", text) if "[" in text else text
        text = _TAG.sub("", text) if "<" in text else text
        if "*" in text or "_" in text or "`" in text:
            text = _DIGIT_STRESSED.sub(r"\1", text)
            text = _CLOSING.sub("", _EMPHASIS.sub("", text)).replace("`", "")
        text = _ESCAPED.sub(r"\1", text) if "\\" in text else text
        return text.replace(_STAR, "*").strip()


_LABELLED_LINE: Final = re.compile(r"\s*[^\W\d][\w'’ /-]{2,40}(?::\s+|\s?=\s?)\S")
"""A line that begins with a label, as those of a list of terms do."""
_CHOICE_LINE: Final = re.compile(r"\s+[\d*#] [^\W\d]")
_BELOW_KEY: Final = re.compile(r"\s*\d ?[-.>] ?\d\s")
"""A line that begins with a key of the menu behind another: `4-3  where is my ride?`"""
_QUOTED_STRESS: Final = re.compile(r"(?<![\w*])\*([\"“][^*\n]{2,300}[\"”])\*(?!\*)")
_NUMBERED_CAPITALS: Final = re.compile(r"\s*[\d*#] [A-Z]{2}")
_KEY_BEHIND: Final = re.compile(r"[^\W\d][^()]{2,60} \([\d*#]\)$")
"""A line of a list, with its key in brackets behind it."""
_DIGIT_STRESSED: Final = re.compile(r"(?<![\w*\\])[*_](\d)[*_](?![\w*])")
_DIGIT: Final = re.compile(r"\d")
_ALIKE: Final = 14
"""Letters in which the ends of lines are the same that stand below each other: `press 1 at the beep`."""
_QUOTES: Final = frozenset(('"', "“", "«", "„", "'"))
_AIMS: Final = re.compile(r"(?:for|to|if) [a-z]")
_HASH_LINE: Final = re.compile(r"\s*# {1,3}\w")
_DIGIT_LINE: Final = re.compile(r"\s*\d {1,3}\w")


_ASKS: Final = re.compile(r"Q(?:uestion)?\d*[.:)]\s")
_ANSWERS: Final = re.compile(r"\s*A(?:nswer)?\d*[.:)]\s")
_NUMBERED: Final = re.compile(r"\d[\d ().-]{5,}\d")
"""A telephone number: a line that gives one is no heading, unless it is the first."""
_LEADER: Final = re.compile(r"\.{3,}|(?:\s[-–—=:→>]|[:,])\s*(?:[\d*#]\s?[->→,]+\s?){0,5}[\d*#]{1,2}$")
"""What leads from a word to its number, in a line of a directory."""

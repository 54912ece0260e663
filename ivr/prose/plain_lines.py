"""The lines of plain text: which of them go on in the next, and which stand as headings."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.abreast import abreast_from
from ivr.prose.block import ITEM, PARAGRAPH, Block, plain_text
from ivr.prose.line_marks import MESSAGE
from ivr.prose.line_signs import (
    UNFINISHED,
    asks_anew,
    asks_then,
    begins_anew,
    begins_keys,
    ends_in_key,
    goes_on_from,
    goes_on_with_aim,
    is_menu_behind,
    is_number_broken,
    is_said,
    opens_bracket,
    steps_in,
)
from ivr.prose.line_titles import heads_plainly

SIGN_ITEM: Final = re.compile(r"([ \t]*)([*#])(?:[).:]|[ \t]*[-–—])[ \t]*(?=[^\W\d])")
LISTED: Final = re.compile(
    r"(\s*)(?:(?:[-*+•◦▪‣●○■–—·»›▸►✓✔]|[-=]>|[→➜](?= )|(?<=\s)o(?= \S))\s+(?!(?:[-=:–—…]|\.{2,})\s)"
    r"|(?:[Ss]tep\s+)?(\d{1,3})[.):]\s+"
    r"|[Ss]tep\s+(?P<step>\d{1,2})\s{2,}|([a-z])\)\s+|(?<=\s)[a-h]\.\s+(?=[A-Z]))(?=\S)"
)
HASHES: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
FENCE: Final = re.compile(r"\s*(```|~~~)")
_QUOTE: Final = re.compile(r"\s*(?:>\s?)+")
COLUMNS: Final = re.compile(r"\t+| {3,}")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_LINK: Final = re.compile(r"!?\[([^\][]{0,500})\]\([^()\s]{0,1000}(?:\s\"[^\"]{0,200}\")?\)")

_EMPHASIS: Final = re.compile(
    r"\*\*(?=\S)|(?<=\S)\*\*|__(?=\w)|(?<=\w)__|(?<![\w*\\])\*(?=[^\W\d_]\*(?!\w)|[^\s*][^*\n]{0,400}[^\s*\d]\*(?![\w*]))"
)

_ENDS_IN_DIGIT: Final = re.compile(r"(?<![\w*\\])([*_])([^\W\d_][^*_\n]{1,120}\d)\1(?![\w*])")
"""Words that are stressed, with a key at their end: `*press 3*`."""

_CLOSING: Final = re.compile(r"(?<=[^\s*\d(\"'])\*(?=[\s.,;:)!?]|$)")

_STAR: Final = "\x02"
"""Stands, while marks are taken off, for a star that is meant."""

_ESCAPED: Final = re.compile(r"\\([*#_~|.()\[\]-])")

_CITED: Final = re.compile(r"^(?:\s*>)+ (?=\S)")
"""The marks of a letter that is cited."""

_TWO_SENTENCES: Final = re.compile(r"[a-z0-9][.!] [A-Z]\w+ \w+ \w")
"""A line that holds more than a sentence, and is no heading."""

BROKEN_NUMBER: Final = re.compile(r"\d[-–]$")

BROKEN_WORD: Final = re.compile(r"[a-zß-ÿ]{2}-$")
"""Ends of lines within a number, and within a word."""

_WIDE: Final = 48
"""A line at least as long as this may have been broken, and go on in the next one."""

_WIDEST: Final = 142
"""Where lines are longer than this, nobody has broken them."""

LONGEST_HEADING: Final = 90

_LONG_HEADING: Final = 55
"""Letters of a line over text that is no heading, but the beginning of that text."""

GOES_ON: Final = re.compile(
    r" (?:au|aux|à|a|al|en|el|la|le|les|de|du|des|del|par|por|und|oder|unter|auf|am|im|zu|bei|der|die|das|mit|on|at"
    r"|to|by"
    r"|the|of|for|in|and|or|with)\s*$"
)
"""The end of a line that goes on in the next one, and is no heading."""
ENDS: Final = (".", "!", "?", ":", ";", ",", "…")

_LABELLED_LINE: Final = re.compile(r"\s*[^\W\d][\w'’ /-]{1,40}?(?::\s+|\s?=\s?|\s[-–—]\s)\S")
"""A line that begins with a label, as those of a list of terms do."""

_BELOW_KEY: Final = re.compile(r"\s*(?:\d ?[-.>] ?\d|(?:then|dann|puis|luego) \d)\s")
"""A line that begins with a key of the menu behind another: `4-3  where is my ride?`"""

_HOURS: Final = re.compile(
    r"(?:open |hours:? |lines open )?(?:mon|tues?|wed|thu(?:rs)?|fri|sat(?:ur)?|sun|daily|week ?days"
    r"|every ?day)(?:day)?s?\b"
    r"[^a-z]{0,3}(?:(?:to|thru|through|[-–—&,/]|and) ?(?:mon|tue|wed|thu|fri|sat|sun)\w*)?[^a-z]{0,4}\d",
    re.IGNORECASE,
)
"""A line that tells of hours, and stands over nothing."""

_QUOTED_STRESS: Final = re.compile(r"(?<![\w*])\*([\"“][^*\n]{2,300}[\"”])\*(?!\*)")

_NUMBERED_ALIKE: Final = re.compile(r"\s*[\d*#](?: [A-Z]{2}|[.):]?\s{2,}\S)")

_KEY_BEHIND: Final = re.compile(r"[^\W\d][^()]{2,60} \([\d*#]\)$")
"""A line of a list, with its key in brackets behind it."""

_DIGIT_STRESSED: Final = re.compile(r"(?<![\w*\\])[*_](\d)[*_](?![\w*])")

_DIGIT: Final = re.compile(r"\d")

_ALIKE: Final = 14
"""Letters in which the ends of lines are the same that stand below each other: `press 1 at the beep`."""

LEFT_OPEN: Final = re.compile(
    r"(?<=[\w,;)] )(?:for|of|and|or|the|to|an|in|with|by|from|your|our|para|del?|y|pour|les?|du|des|et|f[uü]r|und"
    r"|der|zu)$"
)
"""How a line ends whose sentence goes on in the next: `Press 1 for Hindi, 2 for`."""
_OPEN: Final = 12
_SIGNS: Final = re.compile(r"[\d*#|:=>+•\t]|   ")
"""What shows that a line may be more than text."""

_NOTED: Final = re.compile(r"\s*\([^\W\d][^() ]{2,20}(?: [^() ]{2,20}){0,2}\)")
"""The name of what a key at the end of the line before is for, in brackets."""
NUMBERED: Final = re.compile(r"\d[\d ().-]{5,}\d")
"""A telephone number: a line that gives one is no heading, unless it is the first."""

_ROW_OF_KEYS: Final = re.compile(r"\s+[^\W\d][^,;|/]{1,40} 1 ?[,;|/] ?[^\W\d][^,;|/]{1,40} [2-9]\b")
"""A line of topics, each with its key, below a number: `check calls 1, detention 2`."""
_LEADER: Final = re.compile(
    r"\.{3,}|(?:\s(?:[-=]>|[-–—=:→>])|[:,])\s*(?:[\d*#]\s?[->→,]+\s?){0,5}[\d*#]{1,2}(?:\s\([^()]*\))?$"
)
"""What leads from a word to its number, in a line of a directory."""


_FIRST: Final = 6
"""Lines of a document in which its line is named."""
_VERSION: Final = re.compile(r"(?:v|version |release |rev\.? ?)\d+(?:\.\d+)*(?: +\([^()]{2,30}\))?:?", re.IGNORECASE)
"""A line that names a version, over what has changed in it."""
_KEYCAP: Final = re.compile(r"\s*[\d*#]\ufe0f?\u20e3")
"""A line that begins with the picture of a key."""
_ENDS_IN_NUMBER: Final = re.compile(r"(?:\d{3}[ .-]?\d{3,4}|(?:[ .]\d\d){3})\)?\s*$")
"""A line that a telephone number ends."""
_COUNTED: Final = re.compile(r"\s*(\d|[*#]) [^\W\d]")
"""A line that begins with a digit and a word."""


def _is_of_row(before: str, line: str) -> bool:
    """Whether a line is one of a row of keys, by how it begins or ends and by the line before it."""
    if _KEYCAP.match(line) or (_ROW_OF_KEYS.match(line) and NUMBERED.search(before)) or _counts_on(before, line):
        return True
    led = before.rstrip().endswith(":") and line[:1] in " \t"
    return (led or bool(_ENDS_IN_NUMBER.search(before))) and ends_in_key(line)


def _counts_on(before: str, line: str) -> bool:
    """Whether two lines begin with digits that follow each other, or the second with a sign: `1 flat`, `2 tow`."""
    first, second = _COUNTED.match(before), _COUNTED.match(line)
    if first is None or second is None or not first[1].isdecimal():
        return False
    return not second[1].isdecimal() or int(second[1]) == (int(first[1]) + 1) % 10


class Lines:
    """The lines of a document, and how each of them is written."""

    def __init__(self, lines: list[str], *, markdown: bool, has_tree: bool) -> None:
        """Begin to read lines; `has_tree` says that a tree is drawn with them."""
        self.lines, self.markdown = lines, markdown
        self.at = 0
        self.group = 1
        self.indents: list[int] = []
        self.below_key, self.titled = 0, False
        self.last_item, self.last_level = (0, 0, 0), 0
        self.item_groups: dict[int, int] = {}
        self.has_tree, self.is_quoted = has_tree, False
        longest = sorted(len(line) for line in lines if line.strip())
        usual = longest[len(longest) * 98 // 100] if longest else 0
        self.width = max(_WIDE, usual * 3 // 5) if usual <= _WIDEST else 1 << 30

    def _looks_like_one(self, line: str, below: str) -> bool:  # noqa: C901, PLR0911 -- one for each sign of a heading
        """Whether a line of plain text stands as a heading: short, alone or before text, without an end mark."""
        words = self.cleaned(line) if self.markdown else line.strip()
        if _VERSION.fullmatch(words) and self._is_apart() and any(map(NUMBERED.search, self.lines[:_FIRST])):
            return True
        if _BELOW_KEY.match(line) or _HOURS.match(words):
            return False
        if (heads := heads_plainly(line, words, below)) is not None:
            return heads
        if ((". " in words or "! " in words) and _TWO_SENTENCES.search(words)) or (
            len(words) > _LONG_HEADING and below.strip() and not words.isupper() and not self.markdown
        ):
            return False
        if len(words) > LONGEST_HEADING or (not below.strip() and not self._is_apart()) or LISTED.match(line):
            return False
        if self.markdown and not re.fullmatch(r"\s*(\*\*|__).{1,90}(\*\*|__):?\s*", line):
            return False
        if (
            words.endswith(")")
            and _KEY_BEHIND.search(words)
            and any(map(_KEY_BEHIND.search, (below.rstrip(), self.lines[self.at - 1].rstrip())))
        ):
            return False
        if UNFINISHED.search(words) or _LEADER.search(words) or (NUMBERED.search(words) and self.at):
            return False
        if begins_anew(line) and any(map(_NUMBERED_ALIKE.match, (below, self.lines[self.at - 1]))):
            return False
        if words.endswith("?") and len(words) > len("Why?"):
            return True
        if (words.endswith(ENDS) and not self.markdown) or not words[:1].isupper() or "  " in words or "\t" in line:
            return False
        before = self.lines[self.at - 1] if self.at else ""
        goes_on = before.strip() and len(before) >= self.width and not before.rstrip().endswith(ENDS)
        return (
            not goes_on
            and (self.markdown or not is_said(words) or is_menu_behind(words, below))
            and not below.strip()[:1].islower()
        )

    def _group_of(self, marker: str, indent: int) -> int:
        """Give the list that an item belongs to: that of the number before its own, blank lines between them or not."""
        last, group, deep = self.last_item
        group = group if marker and int(marker) == last + 1 and indent == deep and last else self.group
        if marker:
            self.last_level = max(len(self.indents) - 1, 0)
            self.last_item = (int(marker), group, indent)
            self.item_groups[indent] = group
        return group

    def _depth(self, indent: int) -> int:
        """Give how deep a line is nested among those above it, from 1 on."""
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        return len(self.indents)

    def _depth_of_item(self, indent: int) -> int:
        """Give how deep an item is nested; the first one below the line of a key is within this."""
        before = self.lines[self.at - 1] if self.at else ""
        if not LISTED.match(before) and steps_in(before, self.lines[self.at]):
            self.below_key = indent
        elif indent < self.below_key:
            self.below_key = 0
        return self._depth(indent) + (self.below_key > 0)

    def _abreast(self, line: str) -> list[Block]:
        """Give the keys of the lines from one on that hold several of them in columns; none where it holds none."""
        cells = abreast_from(self.lines, self.at) if "  " in line.strip() or "\t" in line.strip() else []
        indent = len(line) - len(line.lstrip())
        level = self._depth(indent) if cells else 0
        numbered = all((item := LISTED.match(one.words)) and item[2] for one in cells if one.key.isdecimal())
        blocks: list[Block] = []
        for cell in cells:
            item = LISTED.match(cell.words) if cell.key.isdecimal() and numbered else None
            marker = item[2] or "" if item else ""
            words = plain_text(self.cleaned(cell.words[item.end() :] if item and marker else cell.words), cell.line + 1)
            group = self._group_of(marker, indent) if marker else self.group
            depth = level - bool(marker or not indent)
            blocks.append(Block(ITEM if marker else PARAGRAPH, words, depth, marker, group))
        self.at = max((cell.line + 1 for cell in cells), default=self.at)
        return blocks

    def _is_apart(self) -> bool:
        return not self.at or not self.lines[self.at - 1].strip()

    def _row_or_text(self, line: str) -> str:
        """Give the columns of a line, with a bar between them, where it has wide gaps."""
        line = line.strip()
        if "   " not in line and "\t" not in line:
            return self.cleaned(line)
        return " | ".join(self.cleaned(one) for one in COLUMNS.split(line))

    def _is_broken(self, before: str, line: str) -> bool:  # noqa: C901, PLR0911 -- one for each sign of a break
        """Whether a line goes on with the sentence of the line before it."""
        if not line.strip() or LISTED.match(line) or FENCE.match(line) or (self.markdown and HASHES.match(line)):
            return False
        if _is_of_row(before, line):
            return False
        if line[0] == MESSAGE or self._stand_alike(before, line) or self._begins_list(before, line):
            return False
        begun, first = before.rstrip(), line.strip()[:1]
        if first.isupper() and LEFT_OPEN.search(begun, max(len(begun) - _OPEN, 0)):
            return True
        if (first.isdigit() and (BROKEN_NUMBER.search(begun) or is_number_broken(before, line))) or (
            first.islower() and begun.endswith("-") and BROKEN_WORD.search(begun)
        ):
            return True
        if opens_bracket(before) and line[:1] in " \t" and ")" in line and line.strip()[:1].islower():
            return True
        aims = goes_on_with_aim(before, line)
        runs_on = (len(before) >= self.width and (line.strip()[:1].islower() or _NOTED.match(line))) or aims
        if (ends_in_key(before) and not runs_on) or (line.strip()[:1].isupper() and ends_in_key(line)):
            return False
        ended = before.rstrip().rstrip("\"'”’)*_")
        small = line.lstrip()[:1].islower() and line[:1] not in " \t"
        small |= aims and len(before) >= _WIDE
        if (small and not ended.endswith((".", "!", "?", ":"))) or (ended.endswith(",") and len(before) >= self.width):
            return True
        if begins_anew(line) or (self.markdown and "|" in line) or has_columns(line.strip()):
            return False
        if _QUOTE.match(line) or line.strip()[:1].islower() or ended.endswith(","):
            return True
        return len(before) >= self.width and not ended.endswith(ENDS) and not _leaves_rows(before, line)

    def _joins(self, before: str, line: str) -> bool:
        """Whether a line goes on with the one before it; text that merely runs on is seen first."""
        if begins_keys(before, self.lines[self.at : self.at + 2]):
            return False
        begun = asks_then(before, line) or goes_on_from(before, line)
        return begun or self._runs_on(before, line) or self._is_broken(before, line)

    def _runs_on(self, before: str, line: str) -> bool:
        """Whether a line is nothing but text, and the line before it is full: the usual case, seen at once."""
        full = line[:1].isalpha() and line[:1].islower() and len(before) >= self.width
        if not full or line[1:2] in ").:" or _SIGNS.search(line) or _SIGNS.search(before, len(before) - _ALIKE):
            return False
        return not before.rstrip().endswith(ENDS)

    def _begins_list(self, before: str, line: str) -> bool:
        """Whether a line, and the next one that is indented like it, tell of keys below a line that gives a number."""
        indent = len(line) - len(line.lstrip())
        if indent <= len(before) - len(before.lstrip()) or not NUMBERED.search(before) or not is_said(line):
            return False
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return len(below) - len(below.lstrip()) == indent and is_said(below)

    def _stand_alike(self, before: str, line: str) -> bool:
        """Whether two lines are written in the same way, each by itself: labels, cells, numbers, requests."""
        is_bold = self.markdown and line.startswith("*") and before.startswith("*")
        labels = [self.cleaned(one) for one in (line, before)] if is_bold else [line, before]
        small = labels[0][:1].islower() and labels[1][:1].isupper() and len(before) >= self.width
        if _steps_out(before, line) or (
            not small
            and _LABELLED_LINE.match(labels[0])
            and (_LABELLED_LINE.match(labels[1]) or has_columns(before.strip()))
        ):
            return True
        if (" | " in line and " | " in before) or (" -> " in line and " -> " in before):
            return True
        if len(before) < self.width and has_columns(line) and _column_of(before) == _column_of(line) > 0:
            return True
        ends = [_DIGIT.sub("0", one.rstrip()[-_ALIKE:]) for one in (before, line)]
        if ends[0] == ends[1] and "0" in ends[0]:
            return True
        if line[:1].isupper() and NUMBERED.search(line) and NUMBERED.search(before) and before.rstrip().endswith(")"):
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
            text = _ENDS_IN_DIGIT.sub(r"\2", _DIGIT_STRESSED.sub(r"\1", text))
            text = _CLOSING.sub("", _EMPHASIS.sub("", text)).replace("`", "")
        text = _ESCAPED.sub(r"\1", text) if "\\" in text else text
        return text.replace(_STAR, "*").strip()


def has_columns(line: str) -> bool:
    """Whether a line has gaps as those between columns."""
    return "\t" in line or "   " in line


def _column_of(line: str) -> int:
    """Give where the second column of a line begins, or 0 where it has not just two."""
    gaps = list(COLUMNS.finditer(line.strip()))
    return len(line) - len(line.lstrip()) + gaps[0].end() if len(gaps) == 1 else 0


def _leaves_rows(before: str, line: str) -> bool:
    """Whether a line begins anew, further to the left than the row of columns, or the key's line, before it."""
    indents = [len(one) - len(one.lstrip()) for one in (before, line)]
    return (
        indents[1] < indents[0] and line[indents[1]].isupper() and (has_columns(before.strip()) or begins_anew(before))
    )


def _steps_out(before: str, line: str) -> bool:
    """Whether a line that is indented less than the one before it begins with a name and gives a number."""
    indents = [len(one) - len(one.lstrip()) for one in (before, line)]
    return indents[1] < indents[0] and bool(_LABELLED_LINE.match(line) and NUMBERED.search(line))


def is_below(before: str, line: str) -> bool:
    """Whether a line is numbered as one of the list below the item before it: `2.1 New orders` under `2. Orders`."""
    item, below = LISTED.match(before), SUB_ITEM.match(line)
    return item is not None and below is not None and item[2] == below[1]


SUB_ITEM: Final = re.compile(r"\s*(\d{1,2})[.-](\d{1,2})[.):]?\s+(?=[^\W\d])")

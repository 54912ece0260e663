"""A document as it is read: blocks of text in their order, each of which knows the lines that it stands on."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

HEADING, ITEM, PARAGRAPH, ROW = "heading", "item", "paragraph", "row"


class Text(NamedTuple):
    """Words without their markup; `starts` gives the offsets at which a line of the document begins, and that line."""

    words: str
    starts: tuple[tuple[int, int], ...]

    def line(self, offset: int) -> int:
        """Give the line, counted from 1, on which the character at an offset stands."""
        if len(self.starts) == 1:
            return self.starts[0][1]
        at = bisect_right(self.starts, (offset, 1 << 60)) - 1
        return self.starts[max(at, 0)][1]

    def cut(self, start: int, end: int) -> Text:
        """Give the words between two offsets, with their lines."""
        inside = ((max(at - start, 0), line) for at, line in self.starts if at < end)
        starts = dict(inside)
        return Text(self.words[start:end], tuple(starts.items()) or ((0, self.line(start)),))

    def put(self, start: int, end: int, words: str) -> Text:
        """Give the text with other words between two offsets; what stands behind them keeps its lines."""
        grown = len(words) - (end - start)
        starts = tuple((max(at + grown, start) if at > start else at, line) for at, line in self.starts)
        return Text(f"{self.words[:start]}{words}{self.words[end:]}", starts)


class Block(NamedTuple):
    """One heading, item of a list, row of a table, or paragraph.

    `level` is that of a heading (1 is the highest), or how deep an item is nested (0 is not at all). `marker` is the
    number before an item of a numbered list. Blocks that belong to one list or table have the same `group`. A row has
    `cells`, and the words of its table's heading, `head`. `language` is a tag where the document names one. `inline`
    says that an item stood in the line of the one above it, which leads to it.
    """

    kind: str
    text: Text
    level: int = 0
    marker: str = ""
    group: int = 0
    cells: tuple[Text, ...] = ()
    head: tuple[str, ...] = ()
    language: str = ""
    inline: bool = False

    @property
    def words(self) -> str:
        """The words of the block."""
        return self.text.words


class Document(NamedTuple):
    """One document: its name, as findings give it, and its blocks.

    `set_off` are the keys that stand in bold letters, as code or in a box, each time with its line; `text` is the
    document as it was read, for those who quote it.
    """

    name: str
    blocks: tuple[Block, ...]
    language: str = ""
    set_off: tuple[tuple[int, str], ...] = ()
    text: str = ""


def plain_text(words: str, line: int) -> Text:
    """Give words that all stand on one line."""
    return Text(words, ((0, line),))

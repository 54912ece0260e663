"""HTML: blocks of what a reader sees, by lxml's parser; scripts, comments, hidden and deleted text are left out.

lxml and not another parser, because its elements know the line that they stand on.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final

from lxml import etree

from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block, Document
from ivr.prose.boxes import BOXES, KEY_DRAWN, is_box, is_folded_in, opens_panel, stands_apart
from ivr.prose.headed_menu import heads_lines, is_line
from ivr.prose.joining import by_lines, joined
from ivr.prose.markup_rows import OF_CAPTION, RowsReader, number_of
from ivr.prose.pairs import paired
from ivr.prose.plain import read_plain
from ivr.prose.set_off import INLINE, key_alone
from ivr.prose.words import set_of

_MOST_LINES: Final = 65535
"""libxml2 counts lines no further than this; behind it, line breaks are counted here."""
_UNSEEN: Final = set_of(
    """title script style template noscript del s strike nav svg math iframe object select textarea button audio
    video canvas datalist map"""
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_RUN_IN: Final = re.compile(r"[^.?!:\d]{8,90}[.?!]")
"""A sentence without a number, as a question or a case is, which its paragraph answers."""
_NAMED, _BIDDING = re.compile(r"[^.?!:\d]{3,60}"), re.compile(r"\s+(?:To|Press|Choose|Select|Call|Ring)\s")
"""The name of a thing over what tells callers to do something about it."""
_CELLS: Final = frozenset(("td", "th"))
_BREAKING: Final = (
    _CELLS
    | _HEADINGS
    | set_of("""html body div p section article main header footer aside ul ol dl dt dd li table thead tbody tfoot tr
        caption blockquote pre figure figcaption form fieldset address details summary hr br""")
)
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE
)
_RULES: Final = re.compile(r"\.([\w-]{1,60})\s{0,9}\{([^{}]{0,999})\}")
_UNSEEN_ROLES: Final = frozenset(("dialog", "alertdialog", "navigation", "search"))
_BESIDES: Final = re.compile(
    r"\b(?:bread-?crumbs?|cookies?(?:-?\w+)?|skip-?(?:link|nav|to-content)|crumbs|site-?nav)\b"
    r"|(?<![\w-])(?:toc|table-?of-?contents|on-this-page)(?![\w-])",
    re.IGNORECASE,
)
"""Names of what stands beside the text of a page: where one is, and what it asks for cookies, its contents."""
_HIDDEN_NAMES: Final = frozenset(("hidden", "d-none", "is-hidden", "invisible", "strikethrough", "line-through"))


_STRUCK_BLOCK: Final = re.compile(
    r"<(s|strike)>(\s{0,20}<(?:p|div|ul|ol|table|h\d)\b(?:(?!</?(?:s|strike)>)[^\0]){0,4000})</\1>", re.IGNORECASE
)
"""Struck-out blocks, which a parser would take out of their mark."""
_OF_LINES: Final = 1000
"""What tells the lists of preformatted text from those of the page."""


class DeepError(Exception):
    """The elements of a page are nested so deeply that not all of it can be read."""


def read_markup(name: str, text: str) -> Document:
    """Read HTML, however broken it is; raises DeepError where not all of it can be read."""
    text = _STRUCK_BLOCK.sub(r"<div hidden>\2</div>", text) if "<s" in text else text
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in error.message.lower() for error in parser.error_log):
        raise DeepError
    if root is None:
        return Document(name, ())
    roots = [root, *(one for one in root.itersiblings() if isinstance(one.tag, str))]
    reader = _Reader(frozenset().union(*map(_hidden_classes, roots)), closed=_closes_lists(text))
    for one in roots:  # a page may go on behind its end
        reader.read(one)
    return Document(name, tuple(paired(reader.blocks)), root.get("lang") or "", tuple(reader.set_off))


def _closes_lists(text: str) -> bool:
    """Whether a page closes its lists; in one that does not, a parser takes all that follows for its last item's."""
    small = text.lower()
    return all(small.count(f"</{tag}") >= len(re.findall(rf"<{tag}[\s>]", small)) for tag in ("ul", "ol"))


def _hidden_classes(root: Any) -> frozenset[str]:  # noqa: ANN401 -- lxml has no types
    """Name the classes that the page's own style hides or strikes out."""
    styles = " ".join("".join(style.itertext())[:100_000] for style in root.iter("style"))
    return _HIDDEN_NAMES | {rule[1] for rule in _RULES.finditer(styles) if _HIDING.search(rule[2])}


def _holds_page(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element that stands beside a page, and was never closed, holds the page itself."""
    return any(element.find(f".//{tag}") is not None for tag in ("h1", "section", "main", "table"))


class _Reader(RowsReader):
    """One page being read: the pieces of the block under way, and where it stands."""

    def __init__(self, hidden: frozenset[str], *, closed: bool = True) -> None:
        super().__init__()
        self.closed = closed
        self.hidden = hidden
        self.tags: list[str] = []
        self.lists: list[list[int]] = []
        self.marker, self.fresh = "", False
        self.layout: set[Any] = set()
        self.set_off: list[tuple[int, str]] = []
        self.below = self.told = False

    def read(self, root: Any) -> None:  # noqa: ANN401 -- lxml has no types
        """Walk over all elements in their order, without recursion: pages may be deep."""
        self.layout = _layout_cells(root)
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        skipped = None
        for event, element in walker:
            if event == "comment":
                self._at(element)
                self._pass(element.text)
                self._take(element.tail)
            elif event == "start":
                self._at(element)
                if element.tag == "pre" and not self._is_unseen(element):
                    skipped = element
                    self._preformatted(element)
                    walker.skip_subtree()
                elif self._is_unseen(element):
                    skipped = element
                    self._pass("".join(element.itertext()))
                    walker.skip_subtree()
                else:
                    self._start(element)
            elif skipped is not None and element is skipped:
                self._take(element.tail)
            else:
                self._end(element)
        self._close()

    def _at(self, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        line = element.sourceline
        if line and line < _MOST_LINES:
            self.line = line - (element.text or "").count("\n") if element.tag is etree.Comment else line

    def _is_unseen(self, element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
        if element.tag == "button" and (opens_panel(element) or KEY_DRAWN.match("".join(element.itertext()))):
            return False  # the heading of what it folds out, or a key that is drawn as a button
        if element.tag in _UNSEEN or element.get("role") in _UNSEEN_ROLES or "hidden" in element.attrib:
            return element.tag in _UNSEEN or not is_folded_in(element)
        classes, style = element.get("class"), element.get("style")
        names = f"{classes or ''} {element.get('id') or ''} {element.get('aria-label') or ''}"
        if element.tag not in {"html", "body", "main"} and _BESIDES.search(names) and not _holds_page(element):
            return True
        hidden = classes is not None and not self.hidden.isdisjoint(classes.split())
        return hidden or (style is not None and bool(_HIDING.search(style)))

    def _start(self, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        tag = self._tag(element)
        self.languages.append(element.get("lang") or self.languages[-1])
        if tag in _BREAKING:
            self._open(tag, element)
        elif self.pieces and stands_apart(element):
            self.pieces.append((" ", self.line))
        self._take(element.text)

    def _tag(self, element: Any) -> str:  # noqa: ANN401 -- lxml has no types
        """Give what an element stands for: a cell that only lays out a page is a division of it."""
        if element in self.layout or (element.tag in BOXES and is_box(element)):
            return "div"
        return "h6" if element.tag == "summary" or opens_panel(element) else str(element.tag)

    def _end_inline(self, tag: str, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        if not len(element) and (key := key_alone(element.text or "")):
            self.set_off.append((self.line, key))
            if tag == "kbd" or (element.getnext() is None and stands_apart(element)):
                self._end_key()
        if tag in {"b", "strong"}:
            self._end_bold(element)

    def _end_key(self) -> None:
        """Put a key that stands behind other words, at the end of a line, into brackets."""
        words, line = self.pieces[-1] if self.pieces else ("", 0)
        if len(words.strip()) != 1 or len(self.pieces) == 1 or _ASKED.search(self.pieces[-2][0]):
            return
        before = "".join(piece for piece, _ in self.pieces[:-1])
        self.pieces[-1] = (f"> {words.strip()}" if _KEYS.fullmatch(before) else f"({words.strip()})", line)

    def _end_bold(self, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        """Take bold letters at the beginning of a paragraph for its heading, where they are a sentence of their own."""
        if not (element.tail or "").strip() or self.lists or self.cells or self._in_cell() or "p" not in self.tags[-2:]:
            return
        if len(self.pieces) > _MOST_PIECES:
            return
        text = joined(self.pieces)
        names = _BIDDING.match(element.tail) and _NAMED.fullmatch(text.words)
        if names or _RUN_IN.fullmatch(text.words):
            self.blocks.append(Block(HEADING, text, OF_CAPTION, language=self.languages[-1]))
            self.pieces = []

    def _open(self, tag: str, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        if tag == "dd" and not self._in_cell():
            self._open_definition(element)
        elif tag == "table":
            self._open_table()
        elif not self._in_cell() and not self._begins_definition(tag):
            self._close()
        elif tag == "br":
            self.pieces.append(("; ", self.line))
        elif tag in {"ul", "ol", "li"} and self.pieces:
            self._part(tag)
        before = self.group
        if tag == "table" or (tag in {"ul", "ol", "dl"} and not self._in_cell()):
            self.counted += 1
            self.group = self.counted
        self._open_part(tag, element, before)
        self.tags.append(tag)

    def _open_part(self, tag: str, element: Any, before: int) -> None:  # noqa: ANN401 -- lxml has no types
        """Begin a list, an item, a row or a line that is set in; `before` is the group that a list stands in."""
        if tag in {"ul", "ol"}:
            self.lists.append([number_of(element.get("start"), 1) if tag == "ol" else -1, before, self.group])
        elif tag == "li":
            self._open_item(element)
        elif tag == "tr":
            self.cells, self.widths, self.heads = [], [], 0
        elif tag in {"p", "div"} and _SET_IN.search(element.get("style") or ""):
            self.pieces.append(("\xa0\xa0", self.line))

    def _open_definition(self, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        """Begin what is told of a word: in the word's own line, or a level below it, as a menu below its key."""
        self.told = False
        words = " ".join("".join(islice(element.itertext(), _MOST_PIECES)).split())
        over = joined(self.pieces).words if len(self.pieces) < _MOST_PIECES else ""
        self.below = (self.below and not over) or (is_line(words) and (not over or heads_lines(over)))
        if self.pieces and not self.below:
            self.pieces.append((": ", self.line))
        else:
            self._close()

    def _begins_definition(self, tag: str) -> bool:
        """Whether a paragraph is the first of what tells of a word: `<dt>1</dt><dd><p>Bookings`."""
        return (
            tag in {"p", "div", "span"} and self.tags[-1:] == ["dd"] and [one for one, _ in self.pieces[-1:]] == [": "]
        )

    def _part(self, tag: str) -> None:
        """Set the items of a list in a cell apart from the words before it, and from each other."""
        before = "".join(piece for piece, _ in self.pieces[-_LATEST:]).rstrip()
        if before and before[-1] not in ":;":
            self.pieces.append(("; " if tag == "li" else ": ", self.line))

    def _open_item(self, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        self.marker, self.fresh = "", True
        if self.lists and self.lists[-1][0] >= 0:
            number = number_of(element.get("value"), self.lists[-1][0])
            self.lists[-1][0] = number + 1
            self.marker = str(number)
            if self._in_cell():
                self.pieces.append((f"{number} – ", self.line))

    def _end(self, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        self.languages.pop()
        tag = self._tag(element)
        if tag in INLINE:
            self._end_inline(tag, element)
        if tag in _BREAKING:
            if tag in _CELLS:
                self._end_cell(element)
                self.heads += tag == "th"
                self.pieces = []
            elif tag == "tr":
                self._row()
            elif tag != "dt" and not self._in_cell():
                self._close()
            if self.tags:
                self.tags.pop()
            if tag == "table" and self.tables:
                self._end_table()
            if tag in {"ul", "ol", "dl"} and self.lists:
                self._end_list(tag)
        self._take(element.tail)

    def _end_list(self, tag: str) -> None:
        """Go on with the list around one, or around definitions; behind the outermost, another begins."""
        if tag == "dl":
            self.group = self.lists[-1][2]
            return
        self.group = self.lists.pop()[1]
        if not self.lists and not self._in_cell():
            self.counted += 1
            self.group = self.counted

    def _lists_around(self) -> int:
        return 0 if len(self.tables) > 1 or self.fresh else len(self.lists)

    def _in_cell(self) -> bool:
        return not _CELLS.isdisjoint(self.tags[-6:])

    def _preformatted(self, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        """Read lines as they are laid out, as plain text."""
        self._close()
        self.counted += 1
        for block in read_plain("", "".join(element.itertext()), markdown=False).blocks:
            starts = tuple((at, line + self.line - 1) for at, line in block.text.starts)
            self.blocks.append(
                block._replace(text=block.text._replace(starts=starts), group=block.group + _OF_LINES * self.counted)
            )
        self._pass("".join(element.itertext()))

    def _take(self, text: str | None) -> None:
        if text:
            if self.pieces and text[:1].isalpha() and self.pieces[-1][0][-1:].isdigit():
                self.pieces.append((" ", self.line))  # a key in a box of its own, and what it is for in the next
            self.pieces += by_lines(text, self.line)
            self._pass(text)

    def _pass(self, text: str | None) -> None:
        self.line += (text or "").count("\n")

    def _close(self) -> None:
        """Give the block under way, where it has any words."""
        if not self.pieces:
            return
        text = joined(self.pieces)
        is_indented = _INDENTED.match("".join(piece for piece, _ in self.pieces[:2])) is not None
        self.pieces = []
        if not text.words:
            return
        if self.cells:  # a table stands in a cell, behind others of its row
            self._row_before(text)
            return
        heading = next((tag for tag in self.tags[-4:] if tag in _HEADINGS), "")
        depth = max(len(self.lists) - 1 + (bool(self.lists) and self.tags.count("dl")), 0)
        if heading:
            block = Block(HEADING, text, int(heading[1]))
        elif "li" in self.tags[-4:] and self.fresh:
            own = _OWN_NUMBER.match(text.words)
            marker = "" if own is not None and own[1] == self.marker else self.marker
            block = Block(ITEM, text, depth, marker, self.group)
        elif "dt" in self.tags[-4:] or "dd" in self.tags[-4:]:
            further = self.told and is_line(text.words)  # a line below the one that says what the key is for
            self.told = "dd" in self.tags[-4:]
            depth = max(self.tags.count("dl") - 1, 0) + (self.told and (self.below or further)) + len(self.lists)
            block = Block(ITEM, text, depth, "", self.group)
        elif point := _POINT.match(text.words):
            block = Block(ITEM, text.cut(point.end(), len(text.words)), depth, "", self.group)
        else:
            within = self.closed and bool(self.lists) and not self.fresh
            depth += is_indented or (within and is_line(text.words))
            block = Block(PARAGRAPH, text, depth, "", self.group)
        self.fresh = False
        self.blocks.append(block._replace(language=self.languages[-1]))


_OWN_NUMBER: Final = re.compile(r"([0-9])(?:[.):]| [-–—])?\s+[^\W\d]")
"""How an item of a numbered list begins that has a number of its own: `<ol><li><b>1</b> Sales`."""
_SET_IN: Final = re.compile(
    r"(?:margin|padding)-left:\s*(?:[1-9]\d\d?(?:\.\d+)?px|[1-9][\d.]*(?:r?em|cm|in)\b)", re.IGNORECASE
)
_INDENTED: Final = re.compile(r"\s*[\xa0\u2002\u2003]\s?[\xa0\u2002\u2003]")
"""Blanks that set off a line from those above it."""
_MOST_PIECES: Final = 16
"""Pieces of a sentence in bold letters at the beginning of a paragraph; where there are more, it stands further on."""
_LATEST: Final = 8
"""Pieces of a cell of which the last with words is sought."""


def _layout_cells(root: Any) -> set[Any]:  # noqa: ANN401 -- lxml has no types
    """Give the cells that hold a part of a page, not a value: alone in their row, with a list or a heading in them."""
    found: set[Any] = set()
    for element in root.iter("ul", "ol", "dl", "table", *sorted(_HEADINGS)):
        cell = element.getparent()
        while cell is not None and cell.tag not in _CELLS:
            cell = cell.getparent()
        row = cell.getparent() if cell is not None else None
        if row is not None and (
            element.tag == "table" or element.tag in _HEADINGS or sum(one.tag in _CELLS for one in row) == 1
        ):
            found |= {cell, row}
    return found


_POINT: Final = re.compile(r"[•▪‣●○■◦»›▸►✓✔-]\s+(?=\w)")
"""What begins a line that is made an item of a list by hand."""
_ASKED: Final = re.compile(
    r"(?:press|push|hit|dial|select|choose|enter|key|option|the|then|,|\(|or|and|with|using|on|by|\b(?:con|mit|avec|sur|auf"
    r"|unter|el|al|la|le|die|der|ist|puis|luego|dann|und|et|y|o|ou|oder|pulse|oprim[ae]|marque|tapez|faites"
    r"|dr[uü]cken sie|taste|touche|tecla))\s*$",
    re.IGNORECASE,
)
"""Words before a key that belong to it."""

_KEYS: Final = re.compile(r"\s*[0-9*#](?:\s*>\s*[0-9*#]){0,3}\s+")
"""Keys behind which another is pressed."""

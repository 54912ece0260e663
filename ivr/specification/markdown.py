"""A document as Markdown, with each drawing as a file of its own beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, assert_never

from ivr.specification.parts import (
    Block,
    Bullets,
    Code,
    Document,
    Drawing,
    Facts,
    Link,
    Paragraph,
    Quote,
    Row,
    Spoken,
    Strong,
    Table,
    Word,
    Words,
)
from ivr.specification.printed import Printed, address_of, drawing_file
from ivr.tables import escaped

DEEPEST = 6
CONTENTS = 2
"""So many levels of headings are in the table of contents."""
_BEGINS: Final = re.compile(r"([0-9]{1,9}(?=[.)])|(?=[-+=]))")
"""What a list begins with, where a block does."""
_PLAIN: Final = re.compile(r"[\w.,:=<>-]+(?: [\w.,:=<>-]+)*", re.ASCII)
"""What can stand between backticks anywhere, in a table too."""


def markdown_of(page: Printed, stem: str) -> str:
    """Write a document whose drawings are laid out already; those are in files called after `stem`."""
    document = page.document
    blocks = [
        f"<!-- ivr-day: {document.day.isoformat()} -->",
        f"# {escaped(document.title)}",
        escaped(document.as_on),
        "## Contents",
        _contents(document),
    ]
    for number, section in document.numbered():
        level = min(number.count(".") + 2, DEEPEST)
        blocks.append(f'<a id="{section.anchor}"></a>')
        blocks.append(f"{'#' * level} {number} {escaped(section.title)}")
        blocks += [_block(page, block, stem) for block in section.blocks]
    return "\n\n".join(blocks) + "\n"


def _contents(document: Document) -> str:
    lines = [
        f"{'  ' * number.count('.')}- [{number} {escaped(section.title)}](#{section.anchor})"
        for number, section in document.numbered()
        if number.count(".") < CONTENTS
    ]
    return "\n".join(lines)


def _block(page: Printed, block: Block, stem: str) -> str:
    match block:
        case Paragraph(words):
            return _begun(page, words)
        case Bullets(items):
            return "\n".join(f"- {_begun(page, item)}" for item in items)
        case Facts(facts):
            return "\n".join(f"- **{escaped(name)}** {_words(page, words)}" for name, words in facts)
        case Quote(lines, _, label):
            told = [*([f"**{escaped(label)}**"] if label else []), *(_begun(page, line) for line in lines)]
            return "\n>\n".join(f"> {line}" for line in told)
        case Table():
            return "\n".join(_table(page, block))
        case Drawing():
            return _drawing(block, stem)
        case _:
            assert_never(block)


def _table(page: Printed, shown: Table) -> Iterator[str]:
    yield f"**{escaped(shown.caption)}**"
    yield ""
    yield f"| {' | '.join(map(escaped, shown.heads))} |"
    yield "|---" * len(shown.heads) + "|"
    yield from (f"| {' | '.join(_cells(page, row))} |" for row in shown.rows)


def _cells(page: Printed, row: Row) -> Iterator[str]:
    first, *others = (_words(page, cell) for cell in row.cells)
    yield f'<a id="{row.anchor}"></a>{first}' if row.anchor else first
    yield from others


def _drawing(drawing: Drawing, stem: str) -> str:
    caption = escaped(drawing.caption).strip()
    return f"![{caption}]({address_of(drawing_file(stem, drawing.suffix))})\n\n*{caption}*"


def _begun(page: Printed, words: Words) -> str:
    """Give words that begin a block: they must not make a list of it."""
    text = _words(page, words)
    begins = _BEGINS.match(text)
    return f"{begins[1]}\\{text[begins.end() :]}" if begins else text


def _words(page: Printed, words: Words) -> str:
    return "".join(_word(page, word) for word in words).strip()


def _word(page: Printed, word: Word) -> str:
    match word:
        case Link(said, to):
            number = page.numbers.get(to, "")
            return f"[{escaped(said)}](#{to}){f' §{number}' if number else ''}"
        case Code(said):
            return f"`{said}`" if _PLAIN.fullmatch(said) else f"<code>{escaped(said)}</code>"
        case Strong(said):
            return f"**{escaped(said).strip()}**"
        case Spoken(said, _):
            return escaped(said)
        case str():
            return escaped(word)
        case _:
            assert_never(word)

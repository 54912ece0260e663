"""A document as one HTML file: nothing else is needed to read it, no script and no network."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import assert_never

from ivr.drawing.svg import svg_element
from ivr.specification.element import Markup, element, joined, plain
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
    Section,
    Spoken,
    Strong,
    Table,
    Word,
    Words,
)
from ivr.specification.printed import Printed

DEEPEST = 6
"""HTML knows no headings below this level."""
CONTENTS = 2
"""So many levels of headings are in the table of contents."""
SMALLEST = 0.6
"""Drawings are not made smaller than this on a screen: their letters could not be read."""


def html_of(page: Printed) -> str:
    """Write a document whose drawings are laid out already."""
    document = page.document
    head = "\n".join(
        (
            '<meta charset="utf-8">',
            f'<meta name="ivr-day" content="{document.day.isoformat()}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            element("title", plain(document.title)),
            f"<style>\n{_style()}</style>",
        )
    )
    sections = "\n".join(_section(page, section, number) for section, number in _counted(document.sections, ""))
    body = "\n".join(
        (
            '<a class="skip" href="#overview">To the overview</a>',
            element("header", element("h1", document.title), element("p", document.as_on)),
            _contents(document),
            f"<main>\n{sections}\n</main>",
        )
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def _style() -> str:
    return "".join((files(__package__) / name).read_text(encoding="utf-8") for name in ("style.css", "dark.css"))


def _counted(sections: tuple[Section, ...], above: str) -> Iterator[tuple[Section, str]]:
    yield from ((section, f"{above}{count}") for count, section in enumerate(sections, 1))


def _contents(document: Document) -> Markup:
    listed = _entries(document.sections, "", CONTENTS)
    return element("nav", element("h2", "Contents", id="contents"), listed, aria_labelledby="contents")


def _entries(sections: tuple[Section, ...], above: str, levels: int) -> Markup:
    if not sections or not levels:
        return Markup()
    items = [
        element("li", _entry(section, number), _entries(section.sections, f"{number}.", levels - 1))
        for section, number in _counted(sections, above)
    ]
    return element("ol", *items)


def _entry(section: Section, number: str) -> Markup:
    return element("a", element("span", number, class_="number"), " ", section.title, href=f"#{section.anchor}")


def _section(page: Printed, section: Section, number: str) -> Markup:
    level = min(number.count(".") + 2, DEEPEST)
    heading = element(f"h{level}", element("span", number, class_="number"), " ", section.title)
    blocks = [_block(page, block) for block in section.blocks]
    inner = [_section(page, each, count) for each, count in _counted(section.sections, f"{number}.")]
    content = joined(Markup("\n"), heading, *blocks, *inner, Markup("\n"), sign="\n")
    return element("section", content, id=section.anchor)


def _block(page: Printed, block: Block) -> Markup:
    match block:
        case Paragraph(words):
            return element("p", *_words(page, words))
        case Bullets(items):
            return element("ul", *(element("li", *_words(page, item), dir="auto") for item in items))
        case Facts(facts):
            pairs = (
                joined(element("dt", name), element("dd", *_words(page, words), dir="auto")) for name, words in facts
            )
            return element("dl", *(element("div", pair) for pair in pairs))
        case Quote():
            return _quote(page, block)
        case Table():
            return _table(page, block)
        case Drawing():
            return _drawing(page, block)
        case _:
            assert_never(block)


def _quote(page: Printed, quote: Quote) -> Markup:
    label = element("p", quote.label, class_="label") if quote.label else Markup()
    lines = (element("p", *_words(page, line), dir="auto") for line in quote.lines)
    return element("blockquote", label, *lines)


def _table(page: Printed, shown: Table) -> Markup:
    heads = element("tr", *(element("th", head, scope="col") for head in shown.heads))
    rows = joined(*(_row(page, row) for row in shown.rows), sign="\n")
    content = joined(element("caption", shown.caption), element("thead", heads), element("tbody", rows), sign="\n")
    return element("div", element("table", content), class_="scroll", role="group", aria_label=shown.caption)


def _row(page: Printed, row: Row) -> Markup:
    first, *others = row.cells
    head = element("th", *_words(page, first), scope="row", dir="auto")
    return element("tr", head, *(element("td", *_words(page, cell), dir="auto") for cell in others), id=row.anchor)


def _drawing(page: Printed, drawing: Drawing) -> Markup:
    scene = page.scenes[drawing.suffix]
    picture = Markup(svg_element(scene, f"drawing{drawing.suffix}-"))
    # As wide as there is room for, but neither larger than it was drawn nor too small to be read.
    width = f"max-width: {scene.width:.0f}px; min-width: {scene.width * SMALLEST:.0f}px"
    sheet = element("div", picture, class_="sheet", style=width)
    scroll = element("div", sheet, class_="scroll", role="group", aria_label=drawing.caption)
    return element("figure", scroll, element("figcaption", drawing.caption))


def _words(page: Printed, words: Words) -> Iterator[Markup]:
    return (_word(page, word) for word in words)


def _word(page: Printed, word: Word) -> Markup:
    match word:
        case Link(said, to):
            number = page.numbers.get(to, "")
            link = element("a", said, href=f"#{to}")
            return joined(link, " ", element("span", f"§{number}", class_="number")) if number else link
        case Code(said):
            return element("code", said)
        case Strong(said):
            return element("strong", said)
        case Spoken(said, language):
            return element("span", said, lang=language, dir="auto")
        case str():
            return joined(word)
        case _:
            assert_never(word)

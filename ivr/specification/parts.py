"""What a document is made of, before anything is written: words, blocks, and sections that hold one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ivr.drawing.picture import Picture


class Link(NamedTuple):
    """Words that lead to another part of the document; `to` is its anchor."""

    words: str
    to: str


class Code(NamedTuple):
    """A name or a condition as it stands in the flow file."""

    words: str


class Strong(NamedTuple):
    """Words that must not be overlooked."""

    words: str


class Spoken(NamedTuple):
    """Words that callers hear, and the tag of their language."""

    words: str
    language: str


Word = str | Link | Code | Strong | Spoken
Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    words: Words


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences in no order that matters."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a thing has: each with a name of a word or two."""

    facts: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What callers hear, a sentence a line; `label` says in which case, where there are several."""

    lines: tuple[Words, ...]
    language: str
    label: str = ""


class Row(NamedTuple):
    """One row of a table; its first cell is its head, and `anchor` where links to it lead."""

    cells: tuple[Words, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; `caption` says what they are."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of the flow or of a part; `suffix` is what is added to the name of its own file, if it has one."""

    picture: Picture
    suffix: str
    caption: str


Block = Paragraph | Bullets | Facts | Quote | Table | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; `anchor` is where links to it lead."""

    title: str
    anchor: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


class Numbered(NamedTuple):
    """A section with its number, as in `6.2`."""

    number: str
    section: Section


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: its title, and the day from which its dates count.

    `places` give, by the id of a box in a drawing, the anchor of what it stands for.
    """

    title: str
    day: date
    sections: tuple[Section, ...]
    places: Mapping[str, str]

    @property
    def as_on(self) -> str:
        """The day, in words."""
        day = self.day
        return f"As on {day:%A}, {day.day} {day:%B} {day.year}: dates and findings count from this day."

    def numbered(self) -> Iterator[Numbered]:
        """Give every section with its number, in order."""
        yield from numbered(self.sections)

    def numbers(self) -> dict[str, str]:
        """Give the number of every section by its anchor."""
        return {each.section.anchor: each.number for each in self.numbered()}

    def drawings(self) -> Iterator[Drawing]:
        """Give every drawing, in order."""
        for each in self.numbered():
            yield from (block for block in each.section.blocks if isinstance(block, Drawing))


def numbered(sections: tuple[Section, ...], above: str = "") -> Iterator[Numbered]:
    """Give sections, and all within them, with their numbers."""
    for count, section in enumerate(sections, 1):
        number = f"{above}{count}"
        yield Numbered(number, section)
        yield from numbered(section.sections, f"{number}.")


def table(caption: str, heads: tuple[str, ...], rows: tuple[Row, ...]) -> Table:
    """Make a table without the columns in which nothing stands; the first one always stays."""
    kept = [place for place in range(len(heads)) if not place or any(row.cells[place] for row in rows)]
    shown = tuple(Row(tuple(row.cells[place] for place in kept), row.anchor) for row in rows)
    return Table(caption, tuple(heads[place] for place in kept), shown)


def listed(several: tuple[Words, ...], sign: str = ", ") -> Words:
    """Give words one after another with a sign between them."""
    found: list[Word] = []
    for words in several:
        found += [sign, *words] if found and words else words
    return tuple(found)

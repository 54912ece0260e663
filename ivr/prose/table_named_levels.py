"""Tables with a column for each menu, in whose cells a key stands with its name: `lost card | 1 Cards | 1`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ivr.prose.block import Block, Text, plain_text

_LEVEL: Final = re.compile(
    r"\W*(?:(?:the )?(?:first|second|third|fourth|next|main|sub|\d(?:st|nd|rd|th)|1er|2e|3e|premier|deuxi[eè]me"
    r"|troisi[eè]me|primer|segundo|tercer|erstes|zweites|drittes)[ -]?(?:phone )?(?:menu|men[uú]|men[uü]|level"
    r"|choice|key"
    r"|press|step|niveau|nivel|ebene|choix|opci[oó]n|taste|touche|tecla)|(?:menu|men[uú]|men[uü]|level|niveau|nivel"
    r"|ebene|choice|step) ?\d)\W*",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"\s*([0-9*#])(?:\s*[.:)=–—-]\s*|\s+)([^\W\d].{2,60})")


def with_named_levels(run: Sequence[Block]) -> Sequence[Block]:
    """Give the rows of such a table with the keys alone, and a row more for each key that has a name."""
    head = run[0].head if run else ()
    levels = [at for at, one in enumerate(head) if _LEVEL.fullmatch(one)]
    topics = [at for at in range(len(head)) if at not in levels]
    if len(levels) <= 1 or not topics or not any(_named_in(row, levels[:-1]) for row in run):
        return run
    return list(_rows(run, levels, topics[0]))


def _named_in(row: Block, levels: Sequence[int]) -> bool:
    return any(at < len(row.cells) and _NAMED.fullmatch(row.cells[at].words) for at in levels)


def _rows(run: Sequence[Block], levels: Sequence[int], topic: int) -> Iterator[Block]:
    told: set[tuple[str, ...]] = set()
    for row in run:
        keys: list[str] = []
        cells = list(row.cells)
        for at in levels:
            found = _NAMED.fullmatch(cells[at].words) if at < len(cells) else None
            keys.append(found[1] if found else cells[at].words.strip() if at < len(cells) else "")
            if found is None:
                continue
            cells[at] = cells[at].cut(found.start(1), found.end(1))
            if tuple(keys) not in told:
                told.add(tuple(keys))
                words = {**dict(zip(levels, keys, strict=False)), topic: found[2]}
                yield _row(row, [plain_text(words.get(place, ""), row.text.line(0)) for place in range(len(cells))])
        yield _row(row, cells)


def _row(row: Block, cells: Sequence[Text]) -> Block:
    words = " | ".join(cell.words for cell in cells)
    return row._replace(cells=tuple(cells), text=plain_text(words, row.text.line(0)))

"""The formats of a recording sheet: for a terminal, for a spreadsheet, for a page, for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from ivr.printable import printable
from ivr.recordings.compare import GONE, MOVED, Change
from ivr.recordings.page import Page, before, recording, said
from ivr.recordings.row import Row, told
from ivr.tables import csv_table, escaped, markdown_table

WIDTH: Final = 80
VERSION: Final = 1
_HEADS: Final = (
    "id", "language", "text", "seconds", "words", "used in", "place", "audio", "recording", "recorded as", "piece",
    "whole prompt",
)  # fmt: skip


def to_text(page: Page) -> bytes:
    """Write a sheet for a terminal of 80 columns: an id a line, below it the words and where callers hear them."""
    blocks = ["\n".join(_wrapped(f"{page.title or page.file}: what is to be recorded"))]
    for language in page.languages():
        rows = [one for one in page.entries() if one.row.language == language]
        blocks += [f"-- {language} --", *("\n".join(_block(one)) for one in rows)]
    blocks.append("\n".join(line for sentence in page.summary() for line in _wrapped(sentence, "  ")))
    told_of = [line for sentence in page.warnings() for line in _wrapped(sentence, "  ")]
    return ("\n\n".join([*blocks, *(["\n".join(told_of)] if told_of else [])]) + "\n").encode()


def _block(change: Change) -> Iterator[str]:
    row = change.row
    head = f"{change.kind + ' ' if change.kind else ''}{row.id}{f' ({row.piece})' if row.piece else ''}"
    about = f"{row.seconds:.1f} s, {recording(row)}"
    if len(head) + len(about) + 2 > WIDTH:
        yield from _wrapped(head, "    ")
        yield from _wrapped(about, "    ", "  ")
    else:
        yield printable(f"{head}{about:>{WIDTH - len(head)}}")
    yield from _wrapped(f'"{row.text}"' if row.text else said(row), "   ", "  ")
    if change.kind != MOVED and before(change):
        yield from _wrapped(f'was "{before(change)}"', "    ", "  ")
    if change.kind == MOVED:
        yield from _wrapped(f"recorded before as {before(change)}", "    ", "  ")
    if row.whole:
        yield from _wrapped(f"in: {row.whole}", "    ", "  ")
    if change.kind != GONE:
        yield from _wrapped(f"{told(row.uses)} ({row.place})", "    ", "  ")


def _wrapped(text: str, later: str = "", first: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    ) or [first]


def to_csv(page: Page) -> bytes:
    """Write a sheet for a spreadsheet: a row a line."""
    if page.since:
        heads = ("change", *_HEADS, "before")
        return csv_table(heads, ((one.kind, *_cells(one.row), before(one)) for one in page.changes))
    return csv_table(_HEADS, (_cells(one.row) for one in page.entries()))


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.id,
        row.language,
        row.text,
        f"{row.seconds:.1f}",
        str(row.words),
        told(row.uses),
        str(row.place),
        row.audio,
        row.state,
        row.same,
        row.piece,
        row.whole,
    )


def to_markdown(page: Page) -> bytes:
    """Write a sheet as a page: a table a language, then the totals and what is wrong with recordings."""
    blocks = [f"# {escaped(page.title or page.file)}: what is to be recorded\n"]
    for language in page.languages():
        rows = [one for one in page.entries() if one.row.language == language]
        heads = (*(("change",) if page.since else ()), "id", "words", "s", "recording", "where callers hear it")
        blocks += [f"## {escaped(language)}\n", markdown_table(heads, (_line(page, one) for one in rows))]
    blocks.append("".join(f"- {escaped(sentence)}\n" for sentence in (*page.summary(), *page.warnings())))
    return "\n".join(blocks).encode()


def _line(page: Page, change: Change) -> tuple[str, ...]:
    row = change.row
    words = escaped(said(row)) + (f"<br>*piece {row.piece} of:* {escaped(row.whole)}" if row.whole else "")
    if before(change):
        words += f"<br>*{'recorded before as' if change.kind == MOVED else 'was:'}* {escaped(before(change))}"
    where = "" if change.kind == GONE else escaped(f"{told(row.uses)} ({row.place})")
    kind = (change.kind,) if page.since else ()
    return (*kind, escaped(row.id), words, f"{row.seconds:.1f}", escaped(recording(row)), where)


def to_json(page: Page) -> bytes:
    """Write a sheet for programs."""
    whole: dict[str, Any] = {
        "version": VERSION,
        "name": page.title,
        "file": page.file,
        "languages": [total._asdict() for total in page.sheet.totals()],
        "recordings": [_entry(row) for row in page.sheet.rows],
        "unplayed": list(page.sheet.unplayed),
        "notes": list(page.sheet.notes),
    }
    if page.since:
        whole["since"] = page.since
        whole["changes"] = [
            {"change": one.kind, **_entry(one.row), "old": _entry(one.old) if one.old else None} for one in page.changes
        ]
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _entry(row: Row) -> dict[str, Any]:
    place = row.place
    return {
        "id": row.id,
        "language": row.language,
        "text": row.text,
        "seconds": row.seconds,
        "words": row.words,
        "uses": [{"node": use.node, "as": use.as_} for use in row.uses],
        "place": {"file": place.file, "line": place.line, "column": place.column},
        "audio": row.audio or None,
        "recording": row.state,
        "same": row.same or None,
        "piece": row.piece or None,
        "whole": row.whole or None,
    }


FORMATS: Final[Mapping[str, Callable[[Page], bytes]]] = MappingProxyType(
    {"text": to_text, "csv": to_csv, "markdown": to_markdown, "json": to_json}
)
ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {".txt": "text", ".csv": "csv", ".md": "markdown", ".markdown": "markdown", ".json": "json"}
)
"""Which format the ending of a file's name asks for."""

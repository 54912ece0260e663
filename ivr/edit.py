"""Changes to the text of a file: what to put where, and the text with all of it put there.

A flow is mended by edits of its text and not by loading and dumping it. Everything that is read knows its line, its
column and its end, so an edit touches what it names and nothing else: every other byte stays, whatever comments,
quotes, alignment and blank lines there are. Dumping what was read writes all of the file anew. ruamel.yaml, the
round-trip library that is kept best, keeps comments and order, but by its own pages not the indentation of single
lines, and its tickets tell of long texts that are wrapped anew, of comments lost with a deleted key, and of comments
misread in files with CRLF (seen in a summary). Where one number is to change, that is too much of a difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from ivr.source import Place

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


class Edit(NamedTuple):
    """A stretch of a file, and the text that is to stand there: nothing, to delete it. Of no width: it is put in.

    A line end is one line feed in `text`, whatever the file has.
    """

    place: Place
    text: str


class Fix(NamedTuple):
    """Edits that together put one fault right; a `safe` one does so without changing what was meant.

    `title` says what they do, as an order: "Write `tries: 3`."
    """

    edits: tuple[Edit, ...]
    title: str
    safe: bool = True


class OverlapError(ValueError):
    """Two edits touch the same text, so one of them would be made in what the other one wrote."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Give the text of one file with all edits made; the same edit twice counts once. Raises OverlapError.

    Line ends are those of the file, a byte order mark stays, and so does the lack of a line end behind the last line.
    """
    mark, text = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    newline = _line_end(text)
    parts, done, last = [mark], 0, (-1, -1)
    for (start, end), edit in sorted((_span(edit.place, starts, len(text)), edit) for edit in set(edits)):
        if start < done or (start, end) == last:
            message = f"two edits touch the same text at {edit.place}"
            raise OverlapError(message)
        parts += [text[done:start], edit.text.replace("\n", newline)]
        done, last = end, (start, end)
    return "".join([*parts, text[done:]])


def _line_end(text: str) -> str:
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _span(place: Place, starts: list[int], length: int) -> tuple[int, int]:
    start, end = (
        min(starts[line - 1] + column - 1 if line <= len(starts) else length, length)
        for line, column in ((place.line, place.column), (place.end_line, place.end_column))
    )
    return start, max(start, end)


def apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Give the fixes that can be made together, the first ones first: of two that touch each other the later waits.

    Fixes that hold the very same edits can be made together; they are made once.
    """
    taken: dict[str, list[Edit]] = {}
    chosen = []
    for fix in fixes:
        if all(_is_free(edit, taken.get(edit.place.file, [])) for edit in fix.edits):
            for edit in set(fix.edits):
                of_file = taken.setdefault(edit.place.file, [])
                at = bisect_left(of_file, edit)
                if of_file[at : at + 1] != [edit]:
                    of_file.insert(at, edit)
            chosen.append(fix)
    return chosen


def _is_free(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit can be made besides others, in their order: it touches none, or is one of them."""
    at = bisect_left(taken, edit)
    beside = taken[max(at - 1, 0) : at + 1]
    return edit in beside or not any(_touch(edit.place, other.place) for other in beside)


def _touch(one: Place, other: Place) -> bool:
    """Whether two stretches share a character, or one is put in where the other begins or ends."""
    begins, ends = (one.line, one.column), (one.end_line, one.end_column)
    return begins <= (other.end_line, other.end_column) and (other.line, other.column) <= ends

"""Suppressions: comments in a flow file by which its author says which findings are not to be reported.

    0: {say: jobs, go: jobs}  # ivr: ignore[KY006] -- callers know it so; until June

    # ivr: ignore[reserved-zero, KY014] -- speaks of the line below
    # ivr: ignore-file[PR] -- speaks of the whole file

YAML's readers drop comments, so these are looked for in the text; whether a `#` begins a comment, or is part of a text
in quotes or in a block, only the reader knows, so it is asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ivr.source import Place

HOW = "`# ivr: ignore[KY006] -- why`"
"""How a suppression is written, for messages."""
_CANDIDATE = re.compile(r"#[ \t]*ivr:[ \t]*ign", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")
_WRITTEN = re.compile(
    r"#[ \t]*ivr:[ \t]*(?P<verb>ign[\w-]*)[ \t]*(?P<brackets>\[[^\]]*\])?[ \t]*(?P<rest>--(?P<reason>.*)|#.*)?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,\[\]]+")


class Suppression(NamedTuple):
    """One comment: where it stands, the rules that it names (none: all of them), and why.

    `line` is the line that it speaks of, 0 for the whole file. One that is not `valid` is written in a way that nobody
    understands, and suppresses nothing. `room` is what goes where the comment goes: the blank space before it, and the
    whole line where nothing else stands there.
    """

    place: Place
    words: tuple[tuple[str, Place], ...]
    reason: str
    line: int
    room: Place
    valid: bool = True


def suppressions_in(text: str, file: str) -> tuple[Suppression, ...]:
    """Find the suppressions of one file, in its order; a file without any costs one search."""
    if not _CANDIDATE.search(text):
        return ()
    lines = [(found.start(), found.group().rstrip("\r\n")) for found in _LINE.finditer(text)]
    texts = Texts(text)
    found = []
    for number, (start, line) in enumerate(lines):
        if _CANDIDATE.search(line) and (sign := texts.comment(start, line)) is not None:
            found.append(_suppression(file, number + 1, sign, [line for _, line in lines]))
    return tuple(one for one in found if one)


def _suppression(file: str, number: int, sign: int, lines: list[str]) -> Suppression | None:
    """Understand what the comment that begins at the column `sign` (from 0) of a line (from 1) says of suppressing."""
    line = lines[number - 1]
    begins = _CANDIDATE.search(line, sign)
    if not begins:
        return None
    before = line[: begins.start()].rstrip()
    place = Place(file, number, begins.start() + 1, number, len(line.rstrip()) + 1)
    room = place._replace(column=len(before) + 1) if before else Place(file, number, 1, number + 1, 1)
    written = _WRITTEN.match(line, begins.start())
    if not written or written["verb"].lower() not in {"ignore", "ignore-file"}:
        return Suppression(place, (), "", number, room, valid=False)
    first = written.start("brackets")
    words = tuple(
        (word.group(), Place(file, number, first + word.start() + 1, number, first + word.end() + 1))
        for word in _WORD.finditer(written["brackets"] or "")
    )
    whole = written["verb"].lower() == "ignore-file"
    meant = 0 if whole else number if line[:sign].strip() else _below(number, lines)
    valid = bool(words) or written["brackets"] is None
    return Suppression(place, words, (written["reason"] or "").strip(), meant, room, valid)


def _below(number: int, lines: list[str]) -> int:
    """Give the first line below one (from 1) that is not a comment too."""
    while number < len(lines) and lines[number].lstrip().startswith("#"):
        number += 1
    return number + 1


class Texts:
    """Where the texts of a YAML file stand (in quotes, in blocks, plain), in which a `#` begins no comment."""

    def __init__(self, text: str) -> None:
        """Take a file's text; what comes behind a mistake in it is judged line by line."""
        self.spans: list[tuple[int, int]] = []
        self.known = len(text)
        import yaml  # noqa: PLC0415 -- only few files have suppressions, and the reader has it already

        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
        try:
            self.spans = list(_spans(loader, text))
        except yaml.MarkedYAMLError as error:
            self.known = error.problem_mark.index if error.problem_mark else 0
        finally:
            loader.dispose()

    def around(self, offset: int) -> tuple[int, int] | None:
        """Give the text, from its first character to just behind its last, in the middle of which an offset is."""
        at = bisect_right(self.spans, (offset, len(self.spans) and self.spans[-1][1])) - 1
        if at >= 0 and self.spans[at][0] < offset < self.spans[at][1]:
            return self.spans[at]
        return None

    def comment(self, start: int, line: str) -> int | None:
        """Give the column, from 0, at which the comment of a line begins; `start` is the line's offset."""
        for sign in _SIGN.finditer(line):
            if self._begins_comment(start + sign.start(), line[: sign.start()]):
                return sign.start()
        return None

    def _begins_comment(self, offset: int, before: str) -> bool:
        if offset >= self.known:
            return before.count('"') % 2 == 0 and before.count("'") % 2 == 0
        return self.around(offset) is None


def _spans(loader: object, text: str) -> Iterator[tuple[int, int]]:
    """Give where each text stands, in order; of a block, what is below its first line."""
    from yaml.events import ScalarEvent  # noqa: PLC0415 -- as above

    while event := loader.get_event():  # type: ignore[attr-defined]  # of either of PyYAML's loaders
        if isinstance(event, ScalarEvent) and event.start_mark and event.end_mark:
            start, end = event.start_mark.index, event.end_mark.index
            if event.style in {"|", ">"}:
                sign = re.compile(r"[|>]").search(text, start)
                start = min(end, _LINE.match(text, sign.start() if sign else start).end())  # type: ignore[union-attr]
            if end > start:
                yield start, end

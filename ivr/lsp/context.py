"""Where in a flow the cursor stands, told by the lines above it alone: what is half written cannot be read as YAML.

Blocks are followed upwards by their indentation, brackets from where they open. It need not be right where nobody
would ask: a flow that is written on one page of brackets, keys that begin with `? `.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ivr.nodes import kinds

_KEY = r"""(?P<key>"[^"]*"|'[^']*'|[^\s"'#{}\[\],][^#{}\[\]]*?)\s*:(?=\s|$)"""
_LINE = re.compile(rf"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?:{_KEY}[ ]*(?P<rest>.*))?")
_FLOW_KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s"'#{}\[\],:][^"'#{}\[\],:]*?)\s*:(?=\s|$)""")
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")

Step = str | int


class Context(NamedTuple):
    """A cursor: the keys that lead to it, and what it is in.

    `path` leads to the value that is being written, or to the map (or list) in which a key is (`is_key`). `word` is
    what stands of it before the cursor; it begins at `start`, a column from 1. `present` are the keys that the map has
    already, `verb` is the verb of the node around; `in_flow` is a cursor in brackets.
    """

    path: tuple[Step, ...]
    is_key: bool
    word: str
    start: int
    present: tuple[str, ...] = ()
    verb: str = ""
    in_flow: bool = False


class _Level(NamedTuple):
    """A key (or, with a number, an item) above the cursor: the line and the column in which it stands, from 0."""

    line: int
    column: int
    step: Step
    rest: int = 0


class _Frame:
    """A bracket that is open: the keys in it so far, and the one whose value is being written."""

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self.keys: list[str] = []
        self.step: Step | None = None if sign == "{" else 0


def context_at(lines: Sequence[str], line: int, column: int) -> Context:
    """Give the context of a cursor; line and column are from 1."""
    at, before = line - 1, lines[line - 1][: column - 1]
    levels = _levels(at, before)
    own = levels[0].column if levels else len(before) - len(before.lstrip())
    above = _above(lines, at, own, after_dash=bool(levels and isinstance(levels[0].step, int)))
    for number, level in enumerate(above + levels):
        frames, start = _open_brackets(lines, level, at, column - 1)
        if frames:
            return _in_flow(lines, (above + levels)[: number + 1], frames, at, (start, column - 1))
    return _in_block(lines, above, levels, at, column - 1)


def names_in(lines: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Give the names that each section defines, as far as indentation tells."""
    found: dict[str, dict[str, None]] = {}
    section, inner = "", 0
    for text in lines:
        levels = _levels(0, text)
        if not levels or isinstance(levels[0].step, int):
            continue
        _, column, name, _ = levels[0]
        if column == 0:
            section, inner = str(name), 0
        elif section and column <= (inner or column):
            inner = column
            found.setdefault(section, {})[str(name)] = None
    return {section: tuple(names) for section, names in found.items()}


def _levels(number: int, text: str) -> list[_Level]:
    """Give the items and the key that begin in a line."""
    found = _LINE.match(text)
    if not found or text.lstrip().startswith("#"):
        return []
    dashes = [_Level(number, found.start("dashes") + dash.start(), 0) for dash in re.finditer("-", found["dashes"])]
    if found["key"] is None:
        return dashes
    return [*dashes, _Level(number, found.start("key"), _plain(found["key"]), found.start("rest"))]


def _plain(key: str) -> str:
    return key[1:-1] if key[:1] in {'"', "'"} else key


def _above(lines: Sequence[str], at: int, limit: int, *, after_dash: bool) -> list[_Level]:
    """Give what a line stands under: always what is less far in; a list may be as far in as its key."""
    found: list[_Level] = []
    while at > 0 and (limit > 0 or after_dash):
        at -= 1
        levels = _levels(at, lines[at])
        for level in reversed(levels):
            loose = after_dash and not isinstance(level.step, int)
            if level.column < limit or (loose and level.column == limit):
                found.insert(0, level)
                limit, after_dash = level.column, isinstance(level.step, int)
    return found


def _open_brackets(lines: Sequence[str], level: _Level, at: int, column: int) -> tuple[list[_Frame], int]:
    """Give the brackets that open behind a key and are open at the cursor, and the column where the word begins."""
    rest = lines[level.line][level.rest :] if isinstance(level.step, str) else ""
    if rest[:1] not in {"{", "["}:
        return [], 0
    frames: list[_Frame] = []
    start = quote = 0
    for number in range(level.line, at + 1):
        text = lines[number]
        first, last = (level.rest if number == level.line else 0), (column if number == at else len(text))
        start, quoted = first, ""
        for place in range(first, min(last, len(text))):
            sign = text[place]
            if quoted:
                quoted = "" if sign == quoted else quoted
            elif sign in {'"', "'"} and not text[start:place].strip():
                quoted = sign
            elif sign == "#" and text[place - 1 : place] == " ":
                break
            else:
                start = _sign(frames, text, place, start)
            if not frames:
                return [], 0
    return frames, start + quote


def _sign(frames: list[_Frame], text: str, place: int, start: int) -> int:
    """Take in one sign of a text in brackets; give where the word that follows begins."""
    sign = text[place]
    if sign in {"{", "["}:
        frames.append(_Frame(sign))
    elif sign in {"}", "]"}:
        frames.pop()
    elif sign == "," and frames[-1].sign == "{":
        frames[-1].step = None
    elif sign == ",":
        frames[-1].step = int(frames[-1].step or 0) + 1
    elif (
        sign == ":" and frames[-1].sign == "{" and frames[-1].step is None and text[place + 1 : place + 2] in {" ", ""}
    ):
        frames[-1].step = _plain(text[start:place].strip())
        frames[-1].keys.append(str(frames[-1].step))
    else:
        return start
    return place + 1


def _in_flow(
    lines: Sequence[str], levels: list[_Level], frames: list[_Frame], at: int, span: tuple[int, int]
) -> Context:
    """Give the context of a cursor in brackets; `span` is the word before it, in columns from 0."""
    text, last = lines[at], frames[-1]
    word = text[span[0] : span[1]].lstrip()
    later = re.split(r"[}\]]", text[span[1] :], maxsplit=1)[0]
    path = (*(level.step for level in levels), *(frame.step for frame in frames if frame.step is not None))
    present = (*last.keys, *(_plain(key) for key in _FLOW_KEY.findall(later))) if last.sign == "{" else ()
    verb = _verb(lines, levels)
    if len(levels) == 1 and levels[0].step == "nodes" and len(frames) > 1:
        verb = _first_verb(frames[1].keys)
    elif len(levels) == 2 and levels[0].step == "nodes":  # noqa: PLR2004 -- the section and the node
        verb = _first_verb([*frames[0].keys, *(present if len(frames) == 1 else ())])
    is_key = last.sign == "{" and last.step is None
    return Context(path, is_key, word, span[1] - len(word) + 1, present, verb, in_flow=True)


def _in_block(lines: Sequence[str], above: list[_Level], levels: list[_Level], at: int, column: int) -> Context:
    before = lines[at][:column]
    verb = _verb(lines, above + levels)
    text = next((level for level in above if isinstance(level.step, str) and _is_text(lines, level)), None)
    if text:
        path = tuple(level.step for level in above[: above.index(text) + 1])
        return Context(path, is_key=False, word=before.lstrip(), start=_first(before) + 1, verb=verb)
    path = tuple(level.step for level in above + levels)
    last = levels[-1] if levels else None
    if last and isinstance(last.step, str):
        word = before[last.rest :]
        return Context(path, is_key=False, word=word, start=last.rest + 1, verb=verb)
    start = _first(before) if last is None else last.column + 1 + _first(before[last.column + 1 :])
    parent = last or (above[-1] if above else _Level(-1, -1, ""))
    return Context(path, True, before[start:], start + 1, _keys_below(lines, parent, start), verb)  # noqa: FBT003 -- a key


def _first(text: str) -> int:
    return len(text) - len(text.lstrip())


def _is_text(lines: Sequence[str], level: _Level) -> bool:
    return bool(_BLOCK_TEXT.match(lines[level.line][level.rest :]))


def _verb(lines: Sequence[str], levels: list[_Level]) -> str:
    """Give the verb of the node that these levels lead through."""
    if len(levels) < 2 or levels[0].step != "nodes":  # noqa: PLR2004 -- the section and the node
        return ""
    return _first_verb(_keys_below(lines, levels[1], None))


def _first_verb(keys: Sequence[str]) -> str:
    return next((key for key in keys if key in kinds()), "")


def _keys_below(lines: Sequence[str], parent: _Level, column: int | None) -> tuple[str, ...]:
    """Give the keys of the block below a key, or beside the first key of an item; those in `column`, if it is given."""
    found = []
    for number in range(max(parent.line, 0), len(lines)):
        levels = _levels(number, lines[number])
        here = levels[-1] if levels else None
        if here is None or not isinstance(here.step, str) or (here.line, here.column) <= (parent.line, parent.column):
            if number > parent.line and lines[number].strip() and _first(lines[number]) <= parent.column:
                break
            continue
        if here.column <= parent.column:
            break
        column = here.column if column is None else column
        if here.column == column and not (number > parent.line and isinstance(levels[0].step, int)):
            found.append(here.step)
    return tuple(found)

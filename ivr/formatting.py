"""The normal form of a flow file: layout only, so that two files which mean the same differ where people would look.

Two spaces for each level, one behind colons, commas and dashes, none inside brackets; no blanks at line ends, one blank
line in a row at most, one line end behind the last line; texts in single quotes get double ones where nothing in them
has to be escaped. What stays: order, comments and the column in which those behind values are lined up, which texts
have quotes, where lines break, and block texts. The text is not dumped anew but laid out token by token, so that what
is not named here cannot change; and as a proof, both texts are parsed and compared before anything is handed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml
from yaml import tokens

from ivr.loading.compose import compose

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_STEP: Final = 2
_LINED_UP: Final = 3
"""From as many blanks before it, a comment behind a value is taken to be lined up with others."""
_OPENS: Final = (tokens.FlowSequenceStartToken, tokens.FlowMappingStartToken)
_CLOSES: Final = (tokens.FlowSequenceEndToken, tokens.FlowMappingEndToken)
_KEEPS_END: Final = re.compile(r"[|>][0-9]?\+|[|>]\+")
_EMPTY_END: Final = re.compile(r"(?:\n[ \t]*)+\Z")


class UnformattableError(ValueError):
    """A text that is left as it is; the message says why."""


class _Block(NamedTuple):
    """A `map` or a `list` that is open: its column in the old text and in the new one.

    A list that is not further in than the key it belongs to is `loose`: the parser does not say where it begins.
    """

    kind: str
    old: int
    new: int


def formatted(text: str, file: str) -> str:
    """Give a flow's text in its normal form; raise UnformattableError where it is broken, or would mean another thing.

    `file` is its name in messages. Line ends are those of the first line; a byte order mark stays.
    """
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    newline = _LINE_END.search(text)
    old = _LINE_END.sub("\n", text)
    try:
        meant, layout = list(_events(old)), _Layout(old)
        new = layout.write()
    except yaml.YAMLError as error:
        raise UnformattableError(_wrong(text, file, str(error))) from error
    if not _means(new, meant) or layout.comments() != _Layout(new).comments():
        message = (
            _wrong(text, file)
            or f"{file}: laid out anew, it would mean another thing, so it is left as it is; please report it"
        )
        raise UnformattableError(message)
    return mark + (new.replace("\n", newline[0]) if newline else new)


def _wrong(text: str, file: str, otherwise: str = "") -> str:
    """Say what is wrong with a text that cannot be read as YAML."""
    tree, faults = compose(text, file)
    if tree is not None and not otherwise:
        return ""
    return f"{faults[0].fault.place}: {faults[0].code} error: {faults[0].fault.message}" if faults else otherwise


def _events(text: str) -> Iterator[tuple[Any, ...]]:
    """Give what a text means: every event but its place; of a text also whether it is in quotes."""
    for event in yaml.parse(text, Loader=_LOADER):
        quoted = getattr(event, "style", None) in {'"', "'"}
        said = (getattr(event, name, None) for name in ("anchor", "tag", "value"))
        yield (type(event).__name__, *said, quoted)


def _means(text: str, meant: list[tuple[Any, ...]]) -> bool:
    try:
        return list(_events(text)) == meant
    except yaml.YAMLError:
        return False


class _Layout:
    """Lays a text out token by token, line by line."""

    def __init__(self, text: str) -> None:
        """Begin with the tokens of a text, which must be right."""
        self.text = text
        self.tokens: list[Any] = list(yaml.scan(text, Loader=_LOADER))
        self.lines: list[str] = []
        self.blocks: list[_Block] = []
        self.opening = ""  # the kind of the block of which the first token is still to come
        self.is_key = False
        self.depth = 0  # of brackets
        self.shift = 0  # by how much the line moved in which the outermost bracket, or a text, began
        self.levels: dict[int, int] = {}

    def write(self) -> str:
        """Give the text in its normal form."""
        last: Any = None
        for token in self.tokens:
            if token.end_mark.index == token.start_mark.index:
                self._mark(token)
            elif isinstance(token, tokens.KeyToken):
                message = "a key that begins with '? ' stands here, and such files are left as they are"
                raise UnformattableError(message)
            else:
                self._between(last, token)
                self._token(token)
                last = token
                self.levels = {block.old: block.new for block in self.blocks}
        self._gap(self._end_of(last) if last else -1, len(self.text), 0, 0)
        while self.lines and not self.lines[-1].strip():
            self.lines.pop()
        return "".join(line + "\n" for line in self.lines)

    def comments(self) -> list[str]:
        """Give the comments of the text, in their order."""
        lines = (line.strip() for gap in self._gaps() if "#" in gap for line in gap.split("\n"))
        return [line for line in lines if line]

    def _gaps(self) -> Iterator[str]:
        """Give what stands between the tokens: blanks and comments."""
        done = 0
        for token in self.tokens:
            if token.end_mark.index > token.start_mark.index:
                yield self.text[done : token.start_mark.index]
                done = self._end_of(token)
        yield self.text[done:]

    def _end_of(self, token: Any) -> int:  # noqa: ANN401 -- PyYAML's tokens have no types
        """Give where a token ends: a block text without the empty lines below it, where they are no part of it."""
        end: int = token.end_mark.index
        if getattr(token, "style", None) in {"|", ">"}:
            written = self.text[token.start_mark.index : end]
            kept = _KEEPS_END.match(written)
            return end - (written[-1] == "\n") if kept else end - len(written) + len(_EMPTY_END.sub("", written))
        return end

    def _mark(self, token: Any) -> None:  # noqa: ANN401 -- as above
        """Take note of a token that is only thought: where a block or a key begins, and where a block ends."""
        if isinstance(token, tokens.BlockMappingStartToken):
            self.opening = "map"
        elif isinstance(token, tokens.BlockSequenceStartToken):
            self.opening = "list"
        elif isinstance(token, tokens.KeyToken) and not self.depth:
            self._leave_loose(unless=bool(self.opening))
            self.is_key = True
        elif isinstance(token, tokens.BlockEndToken):
            self._leave_loose()
            self.blocks.pop()

    def _leave_loose(self, *, unless: bool = False) -> None:
        if self.blocks and self.blocks[-1].kind == "loose" and not unless:
            self.blocks.pop()

    def _between(self, last: Any, token: Any) -> None:  # noqa: ANN401 -- as above
        """Write what stands between two tokens, up to where the second one begins, and open its blocks."""
        gap = self.text[self._end_of(last) if last else 0 : token.start_mark.index]
        column: int = token.start_mark.column
        dash = isinstance(token, tokens.BlockEntryToken)
        if last is not None and "\n" not in gap:
            self.lines[-1] += _blanks(last, token, gap)
            here = len(self.lines[-1])
        else:
            here = self._indent(column, dash=dash)
            self._gap(self._end_of(last) if last else -1, token.start_mark.index, column, here)
            self.lines.append(" " * here)
            self.shift = self.shift if self.depth else here - column
        if self.opening:
            self.blocks.append(_Block(self.opening, column, here))
        elif dash and self.blocks and self.blocks[-1].kind == "map":
            self.blocks.append(_Block("loose", column, here))
        self.opening, self.is_key = "", False

    def _indent(self, column: int, *, dash: bool) -> int:
        """Give the column in which the first token of a line belongs."""
        if self.depth:
            return max(0, column + self.shift)
        if not self.blocks:
            return 0
        top = self.blocks[-1]
        in_line = not self.opening and (self.is_key or (dash and top.kind != "map"))
        return top.new if in_line else top.new + _STEP

    def _gap(self, start: int, end: int, column: int, here: int) -> None:
        """Write the comments between two tokens and at most one blank line in a row.

        `start` is -1 where there is no token before; `column` and `here` are where the next token stood and will stand.
        """
        parts = self.text[max(start, 0) : end].split("\n")
        if start >= 0:
            self._beside(parts.pop(0), start)
        for part in parts if end == len(self.text) else parts[:-1]:
            comment = part.strip()
            if comment:
                at = len(part) - len(part.lstrip())
                self.lines.append(" " * self._comment_column(at, column, here) + comment)
            elif self.lines and self.lines[-1]:
                self.lines.append("")

    def _beside(self, part: str, start: int) -> None:
        """Write a comment behind a token, in its column where it is lined up with others."""
        comment = part.strip()
        if comment:
            wide = len(part) - len(part.lstrip())
            column = start - self.text.rfind("\n", 0, start) - 1 + wide if wide >= _LINED_UP else 0
            self.lines[-1] += " " * max(_STEP, column - len(self.lines[-1])) + comment

    def _comment_column(self, at: int, column: int, here: int) -> int:
        """Give where a comment belongs: with the next token, or with the block in whose column it stood."""
        if self.depth:
            return max(0, at + self.shift)
        return here if at == column else self.levels.get(at, here)

    def _token(self, token: Any) -> None:  # noqa: ANN401 -- as above
        """Write a token, its further lines moved as its first one was."""
        written = self.text[token.start_mark.index : self._end_of(token)]
        style = getattr(token, "style", None)
        if style == "'":
            written = _in_double_quotes(written)
        first, *further = written.split("\n")
        self.lines[-1] += first if style in {"|", ">"} or not further else first.rstrip()
        self.lines += [self._further(line, block=style in {"|", ">"}) for line in further]
        self.depth += isinstance(token, _OPENS) - isinstance(token, _CLOSES)

    def _further(self, line: str, *, block: bool) -> str:
        """Give a further line of a text; the blanks at the end of one in a block belong to it."""
        bare = line.lstrip(" ")
        if not block:
            bare = line.strip()
        wide = len(line) - len(line.lstrip(" "))
        return " " * max(0, wide + self.shift) + bare if bare or block else ""


def _in_double_quotes(written: str) -> str:
    """Give a text in single quotes in double ones, where nothing in it has to be escaped there."""
    inside = written[1:-1].replace("''", "'")
    return written if '"' in inside or "\\" in inside else f'"{inside}"'


def _blanks(last: Any, token: Any, gap: str) -> str:  # noqa: ANN401 -- PyYAML's tokens have no types
    """Give what belongs between two tokens on one line."""
    if isinstance(last, tokens.ValueToken) and isinstance(token, (*_CLOSES, tokens.FlowEntryToken)):
        return gap[:1]  # nothing is written behind a colon
    if isinstance(last, _OPENS) or isinstance(token, (*_CLOSES, tokens.FlowEntryToken)):
        return ""
    if isinstance(token, tokens.ValueToken):
        return gap[:1] if isinstance(last, tokens.AliasToken) else ""
    return " "

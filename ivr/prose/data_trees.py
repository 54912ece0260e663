"""The trees of names and values in a text that are written as YAML or JSON, each with the line that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import yaml

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SIGN: Final = re.compile(r"^([ \t]*(?:- )?)([*#])(?=:\s)", re.MULTILINE)
"""A key of the telephone that begins a line of YAML, and would be an alias or a remark there."""
_TAB: Final = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)
_FENCE: Final = re.compile(r"[ \t]*(?:```|~~~)")
_OBJECT: Final = re.compile(r"[ \t]*\{.*\}[ \t]*,?[ \t]*$")
_OPENS: Final = re.compile(r"([ \t]*)(?:[\"']?[\w-]+[\"']?[ \t]*[:=][ \t]*)?[{\[][ \t]*$")
_SET: Final = re.compile(r"^([ \t]*[\"']?[\w-]+[\"']?)[ \t]*=")
"""How a program names an object: `menu = {`."""
_NAMED: Final = re.compile(r"[ \t]*(?:- )?[\"']?[\w*#-]+[\"']?:(?:[ \t]|$)")
_MOST_LINES: Final = 5000
_FEWEST: Final = 2
"""Names that show that a tree is worth building."""


@dataclass(slots=True)
class Branch:
    """A value with its name, and what is within it; names of items are empty."""

    name: str
    line: int
    value: str = ""
    within: list[Branch] = field(default_factory=list)
    end: int = 0


class Tree(NamedTuple):
    """The values of a stretch of lines, counted from 0 in the text."""

    root: Branch
    begin: int
    end: int


def trees_in(lines: Sequence[str], names: re.Pattern[str]) -> Iterator[Tree]:
    """Give the trees of a text in which the pattern of `names` finds two at least."""
    for begin, end in _stretches(lines):
        stretch = lines[begin:end]
        if sum(len(names.findall(line)) for line in stretch) < _FEWEST:
            continue
        text = "\n".join(stretch)
        if stretch[0].lstrip()[:1] == "{" and all(_OBJECT.match(line) for line in stretch if line.strip()):
            text = f"[{text}]"
        elif stretch[0].lstrip()[:1] in _BRACKETS or _OPENS.match(stretch[0]):
            text = _SET.sub(r"\1:", text.rstrip().rstrip(",;"), count=1)
        root = _grown(_TAB.sub(lambda found: found[0].replace("\t", "  "), _SIGN.sub(r'\1"\2"', text)))
        if root is not None:
            yield Tree(root, begin, end)


_BRACKETS: Final = "{["


def _stretches(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give where such trees may stand: in blocks of code, between brackets, in lines that step in."""
    at = 0
    while at < len(lines):
        begin, end, line = at, at, lines[at]
        if _FENCE.match(line):
            begin = at + 1
            end = _until(lines, begin, _FENCE)
        elif _OBJECT.match(line):
            end = _while(lines, at, _OBJECT)
        elif (opens := _OPENS.match(line)) is not None:
            end = _until(lines, at + 1, re.compile(opens[1] + r"[}\]]")) + 1
        elif _NAMED.match(line):
            end = _while(lines, at, _GOES_ON)
        if end > begin:
            yield begin, end
        at = max(end, at) + 1 if begin > at else max(end, at + 1)


def _until(lines: Sequence[str], begin: int, ends: re.Pattern[str]) -> int:
    last = min(len(lines), begin + _MOST_LINES)
    return next((at for at in range(begin, last) if ends.match(lines[at])), last)


def _while(lines: Sequence[str], begin: int, goes_on: re.Pattern[str]) -> int:
    last = min(len(lines), begin + _MOST_LINES)
    end = next((at for at in range(begin, last) if not goes_on.match(lines[at])), last)
    while not lines[end - 1].strip():
        end -= 1
    return end


def _grown(text: str) -> Branch | None:
    """Build the tree of a text; nothing where it is not written as one, or too deep."""
    root = Branch("", 0)
    open_ones: list[tuple[Branch, bool]] = [(root, False)]
    names: list[tuple[str, int] | None] = [None]
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent) or len(open_ones) > _DEEPEST:
                return None
            if isinstance(event, yaml.CollectionEndEvent):
                open_ones.pop()[0].end = _line(event.start_mark)
                names.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            (above, is_map), line = open_ones[-1], _line(event.start_mark)
            if is_map and names[-1] is None:
                names[-1] = (event.value if isinstance(event, yaml.ScalarEvent) else "?", line)
                if isinstance(event, yaml.ScalarEvent):
                    continue
                return None  # a name that is no word
            name, begun = names[-1] or ("", line)
            names[-1] = None
            one = Branch(name, begun, end=_line(event.end_mark))
            above.within.append(one)
            if isinstance(event, yaml.ScalarEvent):
                one.value = event.value
            else:
                open_ones.append((one, isinstance(event, yaml.MappingStartEvent)))
                names.append(None)
    except yaml.YAMLError:
        return None
    return root


def _line(mark: object) -> int:
    return int(getattr(mark, "line", 0))


_DEEPEST: Final = 40
_GOES_ON: Final = re.compile(r"[ \t]*$|[ \t]|- |[\"']?[\w*#-]+[\"']?:(?:[ \t]|$)|#")

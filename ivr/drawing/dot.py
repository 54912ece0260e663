"""A picture as DOT, the language of Graphviz.

Every cell has a fixed size, so that the layout is the same whatever fonts a machine has.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ivr.drawing.measure import FACE
from ivr.drawing.palette import tint
from ivr.drawing.picture import HEADER, Arrow, Box, Picture, Row
from ivr.drawing.sizes import cap_width, size_of

CROWDED = 150
"""With more boxes than this, contacts stand near those who connect to them: long arrows would cover the page."""
_EDGES = {
    "failure": 'color="#8c959f" penwidth=0.8',
    "outcome": 'color="#57606a"',
    "transfer": "penwidth=1.8",
}


def to_dot(picture: Picture, *, words: bool = True) -> str:
    """Write a picture as DOT; without `words` only what a layout needs."""
    numbers = {box.id: f"n{number}" for number, box in enumerate(picture.boxes)}
    boxes, arrows = _boxes(picture, numbers, words=words), _arrows(picture, numbers, words=words)
    return "\n".join([*_head(picture), *boxes, *_ends(picture, numbers), *arrows, "}", ""])


def _head(picture: Picture) -> Iterator[str]:
    name = picture.title.replace("\\", "\\\\")
    yield f"digraph {quote(name)} {{"
    yield "  rankdir=LR; nodesep=0.28; ranksep=0.75; splines=true; outputorder=edgesfirst;"
    yield f'  node [shape=plain, fontname="{FACE}", fontsize=10];'
    yield "  edge [arrowsize=0.7];"


def quote(text: str) -> str:
    """Write a text as a quoted string of DOT."""
    return '"' + text.replace('"', '\\"').replace("\n", " ") + '"'


def _boxes(picture: Picture, numbers: dict[str, str], *, words: bool) -> Iterator[str]:
    for box in picture.boxes:
        yield f"  {numbers[box.id]} [label=<{_table(box, words=words)}>];"


def _ends(picture: Picture, numbers: dict[str, str]) -> Iterator[str]:
    """Keep lines at the beginning and, where the page is not too crowded for it, contacts at the end."""
    first = [numbers[box.id] for box in picture.boxes if box.shape in {"line", "keys"}]
    last = [numbers[box.id] for box in picture.boxes if box.shape == "contact"]
    if first:
        yield f"  {{ rank=min; {'; '.join(first)}; }}"
    if last and len(picture.boxes) <= CROWDED:
        yield f"  {{ rank=max; {'; '.join(last)}; }}"


def _table(box: Box, *, words: bool) -> str:
    size = size_of(box)
    rows = "".join(_cell(row, size.width, height, words=words) for row, height in zip(box.rows, size.rows, strict=True))
    border = f' STYLE="ROUNDED" BGCOLOR="{tint(box.shape)}"' if words else ""
    head = _fixed(HEADER, size.width, size.header, _title(box) if words else "")
    body = _fixed("", size.width, size.body, _said(box) if words else "") if size.body else ""
    foot = _fixed("", size.width, size.foot, "") if size.foot else ""
    plain = f'BORDER="{int(words)}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{border}'
    return f"<TABLE {plain}>{head}{body}{rows}{foot}</TABLE>"


def _fixed(port: str, width: float, height: float, inner: str) -> str:
    named = f' PORT="{port}"' if port else ""
    return f'<TR><TD{named} ALIGN="LEFT" FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}">{inner}</TD></TR>'


def _title(box: Box) -> str:
    marks = "".join(f" [{markup(mark)}]" for mark in box.marks)
    shut = " closed" if box.closed else ""
    word = f'<FONT POINT-SIZE="8">{markup(box.word.upper())}{marks}{shut}</FONT>'
    return f'<FONT POINT-SIZE="12"><B>{markup(box.title)}</B></FONT> {word}'


def _said(box: Box) -> str:
    said = [markup(line) for line in box.prompt] + [f"<I>{markup(line)}</I>" for line in box.detail]
    return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in said)


def _cell(row: Row, width: float, height: float, *, words: bool) -> str:
    return _fixed(row.port, width, height, _exit(row) if words else "")


def _exit(row: Row) -> str:
    cap = (
        f'<TD BORDER="1" FIXEDSIZE="TRUE" WIDTH="{cap_width(row):.0f}" HEIGHT="15"><B>{markup(row.cap)}</B></TD>'
        if row.cap
        else ""
    )
    said = [row.words, "" if row.announced else "(unannounced)", "(closed)" if row.closed else "", row.reference]
    words = " ".join(part for part in said if part.strip())
    return f'<TABLE BORDER="0" CELLSPACING="2"><TR>{cap}<TD ALIGN="LEFT">{markup(words)}</TD></TR></TABLE>'


def markup(text: str) -> str:
    """Write a text inside a label; an empty one would be a fault of syntax in some places, so it becomes a blank."""
    return escape(text, quote=True).replace("\\", "&#92;") or " "


def _arrows(picture: Picture, numbers: dict[str, str], *, words: bool) -> Iterator[str]:
    for number, arrow in enumerate(picture.arrows):
        look = [_EDGES.get(arrow.style, ""), "" if arrow.announced else "style=dashed"]
        style = [*(look if words else [f"id={number}"]), _weight(arrow)]
        said = " ".join(part for part in style if part)
        ends = f"{numbers[arrow.tail]}:{arrow.port}:e -> {numbers[arrow.head]}:{HEADER}:w"
        yield f"  {ends} [{said}];" if said else f"  {ends};"


def _weight(arrow: Arrow) -> str:
    # What a caller chooses stays close together; what may happen to a caller may lie further off.
    return "weight=5" if arrow.style in {"key", "words"} else "weight=2" if arrow.style == "auto" else ""

"""A picture as DOT, the language of Graphviz.

Every cell has a fixed size, so that the layout is the same whatever fonts a machine has.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from ivr.drawing.measure import FACE
from ivr.drawing.palette import CALL, TAGS, tint
from ivr.drawing.picture import BROKEN_LINES, HEADER, Arrow, Box, Frame, Picture, Row
from ivr.drawing.sizes import cap_width, size_of

CROWDED = 150
"""With more boxes than this, contacts stand near those who connect to them: long arrows would cover the page."""
_EDGES = {
    "failure": 'color="#8c959f" penwidth=0.8',
    "outcome": 'color="#57606a"',
    "transfer": "penwidth=1.8",
}


def to_dot(picture: Picture) -> str:
    """Write a picture as DOT, to be drawn by anybody; frames are clusters."""
    names = _names(picture.all_boxes)
    whole = Frame("", picture.boxes, picture.arrows)
    aside = (Frame(picture.aside_title, picture.aside),) if picture.aside else ()
    frames = enumerate((*picture.frames, *aside))
    clusters = (line for number, frame in frames for line in _cluster(number, frame, names))
    return "\n".join([*_head(picture.title), *_inside(whole, names, words=True), *clusters, "}", ""])


def bare_dot(frame: Frame) -> str:
    """Write a frame as DOT with only what a layout needs; its boxes are `n0`, `n1` and so on, its arrows numbered."""
    return "\n".join([*_head("frame"), *_inside(frame, _names(frame.boxes), words=False), "}", ""])


def _names(boxes: tuple[Box, ...]) -> dict[str, str]:
    return {box.id: f"n{number}" for number, box in enumerate(boxes)}


def _inside(frame: Frame, names: dict[str, str], *, words: bool) -> Iterator[str]:
    yield from _boxes(frame.boxes, names, words=words)
    yield from _ends(frame.boxes, names)
    yield from _arrows(frame.arrows, names, words=words)


def _cluster(number: int, frame: Frame, names: dict[str, str]) -> Iterator[str]:
    yield f"  subgraph cluster_{number} {{"
    yield f'  label=<{markup(frame.heading)}>; labeljust=l; fontname="{FACE}"; style=rounded; color="#8c959f";'
    yield from _boxes(frame.boxes, names, words=True)
    yield from _arrows(frame.arrows, names, words=True)
    yield "  }"


def _head(title: str) -> Iterator[str]:
    name = title.replace("\\", "\\\\")
    yield f"digraph {quote(name)} {{"
    yield "  rankdir=LR; nodesep=0.28; ranksep=0.75; splines=true; outputorder=edgesfirst;"
    yield f'  node [shape=plain, fontname="{FACE}", fontsize=10];'
    yield "  edge [arrowsize=0.7];"


def quote(text: str) -> str:
    """Write a text as a quoted string of DOT."""
    return '"' + text.replace('"', '\\"').replace("\n", " ") + '"'


def _boxes(boxes: tuple[Box, ...], numbers: dict[str, str], *, words: bool) -> Iterator[str]:
    for box in boxes:
        yield f"  {numbers[box.id]} [label=<{_table(box, words=words)}>];"


def _ends(boxes: tuple[Box, ...], numbers: dict[str, str]) -> Iterator[str]:
    """Keep lines at the beginning and, where the page is not too crowded for it, contacts at the end."""
    first = [numbers[box.id] for box in boxes if box.shape in {"line", "keys"}]
    last = [numbers[box.id] for box in boxes if box.shape == "contact"]
    if first:
        yield f"  {{ rank=min; {'; '.join(first)}; }}"
        # Ways that nobody sees keep them in the order of the flow, from the top.
        yield from (f"  {above} -> {below} [style=invis];" for above, below in pairwise(first))
    if last and len(boxes) <= CROWDED:
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
    # With words in it, a cell may have to be larger than here: whoever draws it may have wider letters.
    fixed = "" if inner else ' FIXEDSIZE="TRUE"'
    return f'<TR><TD{named} ALIGN="LEFT"{fixed} WIDTH="{width:.0f}" HEIGHT="{height:.0f}">{inner}</TD></TR>'


def _title(box: Box) -> str:
    marks = "".join(f" [{markup(mark.code)}]" for mark in box.marks)
    shut = f" {box.shut}" if box.shut else ""
    steps = f" step {', '.join(map(str, box.steps))}" if box.steps else ""
    word = f'<FONT POINT-SIZE="8">{markup(box.word.upper())}{marks}{shut}{steps}</FONT>'
    return f'<FONT POINT-SIZE="12"><B>{markup(box.title)}</B></FONT> {word}'


def _said(box: Box) -> str:
    said = [markup(line) for line in box.prompt] + [f"<I>{markup(line)}</I>" for line in box.detail]
    return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in said)


def _cell(row: Row, width: float, height: float, *, words: bool) -> str:
    return _fixed(row.port, width, height, _exit(row) if words else "")


def _exit(row: Row) -> str:
    size = f'BORDER="1" CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="{cap_width(row):.0f}" HEIGHT="16"'
    cap = f"<TD {size}><B>{markup(row.cap)}</B></TD>" if row.cap else ""
    steps = f"(step {', '.join(map(str, row.steps))})" if row.steps else ""
    hidden, shut = "" if row.announced else "(unannounced)", f"({row.shut})" if row.shut else ""
    said = [row.words, hidden, shut, f"({row.told})" if row.told else "", steps, row.reference]
    words = " ".join(part for part in said if part.strip())
    return f'<TABLE BORDER="0" CELLSPACING="2"><TR>{cap}<TD ALIGN="LEFT">{markup(words)}</TD></TR></TABLE>'


def markup(text: str) -> str:
    """Write a text inside a label; an empty one would be a fault of syntax in some places, so it becomes a blank."""
    return escape(text, quote=True).replace("\\", "&#92;") or " "


def _arrows(arrows: tuple[Arrow, ...], numbers: dict[str, str], *, words: bool) -> Iterator[str]:
    for number, arrow in enumerate(arrows):
        way = f'color="{CALL}" penwidth=3' if arrow.steps else _EDGES.get(arrow.style, "")
        if arrow.tag:
            way = f'color="{TAGS[arrow.tag].line}" penwidth=2.2'
        look = [way, "" if arrow.announced and arrow.tag not in BROKEN_LINES else "style=dashed"]
        style = [*(look if words else [f"id={number}"]), _weight(arrow)]
        said = " ".join(part for part in style if part)
        ends = f"{numbers[arrow.tail]}:{arrow.port}:e -> {numbers[arrow.head]}:{arrow.head_port}:w"
        yield f"  {ends} [{said}];" if said else f"  {ends};"


def _weight(arrow: Arrow) -> str:
    # What a caller chooses stays close together; what may happen to a caller may lie further off.
    return "weight=5" if arrow.style in {"key", "words"} else "weight=2" if arrow.style == "auto" else ""

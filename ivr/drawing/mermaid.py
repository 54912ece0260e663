"""A picture as a flowchart of Mermaid, which many sites draw from text."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ivr.drawing.picture import BROKEN_LINES, Arrow, Box, Frame, Picture, Row

EDGES = 280
"""The number of arrows that an older Mermaid draws; newer ones stop at 500, unless `maxEdges` says otherwise."""
LETTERS = 50_000
"""The number of letters that Mermaid reads, unless `maxTextSize` says otherwise."""

_SHAPES = {
    "line": ("([", "])"),
    "menu": ("[", "]"),
    "ask": ("[/", "/]"),
    "decision": ("{{", "}}"),
    "ending": ("[[", "]]"),
    "transfer": (">", "]"),
    "record": ("[(", ")]"),
    "contact": ("((", "))"),
    "note": ("(", ")"),
    "unknown": ("[\\", "\\]"),
}
_ESCAPES = str.maketrans({letter: f"#{ord(letter)};" for letter in '"#<>&`\\%'})


def to_mermaid(picture: Picture) -> tuple[str, tuple[str, ...]]:
    """Write a picture as a flowchart; give with it what a reader of Mermaid has to know."""
    boxes = picture.all_boxes
    names = {box.id: f"n{number}" for number, box in enumerate(boxes)}
    rows = {(box.id, row.port): row for box in boxes for row in box.rows}
    lines = [
        *_head(picture),
        *(_box(names[box.id], box) for box in (*picture.boxes, *picture.aside)),
        *(line for number, frame in enumerate(picture.frames) for line in _frame(number, frame, names)),
        *(_arrow(arrow, names, rows.get((arrow.tail, arrow.port))) for arrow in picture.all_arrows),
        *_look(picture, names),
    ]
    text = "\n".join([*lines, ""])
    return text, tuple(_notes(picture, text))


def _head(picture: Picture) -> Iterator[str]:
    yield from ("---", f"title: {json.dumps(picture.title, ensure_ascii=False)}", "---", "flowchart LR")
    yield f"    accTitle: {_plain(picture.title)}"
    yield f"    accDescr: {_plain(picture.description)}"


def _plain(text: str) -> str:
    # These run to the end of the line, and a semicolon or a hash would end them too.
    return text.replace(";", ",").replace("#", "pound ").replace("{", "(").replace("}", ")").replace("%", " percent")


def _quoted(lines: list[str]) -> str:
    return '"' + "<br/>".join(line.translate(_ESCAPES) for line in lines) + '"'


def _box(name: str, box: Box) -> str:
    before, after = _SHAPES.get(box.shape, ("[", "]"))
    shut = [f"({words})" for words in (box.shut, "does not exist" if box.missing else "") if words]
    written = [_said(row, row.reference) for row in box.rows if row.reference.strip()]
    marks = [" ".join(mark.code for mark in box.marks)] if box.marks else []
    lines = [" ".join([box.title, *shut]), *marks, *box.prompt, *box.detail, *written]
    return f"    {name}{before}{_quoted(lines)}{after}"


def _frame(number: int, frame: Frame, names: dict[str, str]) -> Iterator[str]:
    yield f"    subgraph frame{number}[{_quoted([frame.heading])}]"
    yield from (_box(names[box.id], box) for box in frame.boxes)
    yield "    end"


def _said(row: Row, more: str = "") -> str:
    hidden = "" if row.announced else "(unannounced)"
    shut = f"({row.shut})" if row.shut else ""
    told = f"({row.told})" if row.told else ""
    return " ".join(part for part in (row.cap, row.words, hidden, shut, told, more) if part)


def _arrow(arrow: Arrow, names: dict[str, str], row: Row | None) -> str:
    steps = f"step {', '.join(map(str, arrow.steps))}:" if arrow.steps else ""
    words = " ".join(part for part in (steps, _said(row) if row else "") if part)
    line = (
        "==>"
        if arrow.style == "transfer" or arrow.steps
        else "-->"
        if arrow.announced and arrow.tag not in BROKEN_LINES
        else "-.->"
    )
    return f"    {names[arrow.tail]} {line}{f'|{_quoted([words])}|' if words else ''} {names[arrow.head]}"


def _look(picture: Picture, names: dict[str, str]) -> Iterator[str]:
    for look, paint, boxes in (
        ("missing", "stroke:#a40e26,stroke-dasharray:4 3", [box for box in picture.all_boxes if box.missing]),
        ("shut", "fill:#eff1f3,color:#57606a", [box for box in picture.all_boxes if box.shut]),
    ):
        if boxes:
            yield f"    classDef {look} {paint}"
            yield f"    class {','.join(names[box.id] for box in boxes)} {look}"


def _notes(picture: Picture, text: str) -> Iterator[str]:
    count = len(picture.all_arrows)
    if count > EDGES:
        yield f"The drawing has {count} arrows; Mermaid may stop at {EDGES}, unless 'maxEdges' is set higher."
    if len(text) > LETTERS:
        yield f"The drawing has {len(text)} letters; Mermaid reads {LETTERS}, unless 'maxTextSize' is set higher."

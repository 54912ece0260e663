"""The colours of a drawing: every pair of ink and ground here has a contrast of at least 4.5 to 1 (WCAG AA)."""

from __future__ import annotations

from typing import NamedTuple

INK, MUTED, PAPER, GRID = "#1f2328", "#57606a", "#ffffff", "#6e7781"
FAINT = "#8c959f"
"""For lines only (3 to 1 on white), never for words."""
ALARM, ALARM_PAPER = "#a40e26", "#ffebe9"
RULE, FRAME = "#d0d7de", "#f6f8fa"
"""The thin lines between the parts of a page, and the ground of a frame."""
CALL = "#8a3ffc"
SHUT, SHUT_PAPER = "#57606a", "#eff1f3"


class Colours(NamedTuple):
    """The line around a shape and the ground of its title."""

    line: str
    ground: str


_SHAPES = {
    "menu": Colours("#0b4f9e", "#dcebfd"),
    "ask": Colours("#6b3fa0", "#efe5fa"),
    "decision": Colours("#8a5a00", "#fdf1d4"),
    "action": Colours("#0f6674", "#dcf3f6"),
    "transfer": Colours("#116329", "#dcf5e3"),
    "contact": Colours("#116329", "#dcf5e3"),
    "record": Colours("#6b3fa0", "#efe5fa"),
    "subflow": Colours("#0b4f9e", "#dcebfd"),
    "ending": Colours("#8f2d2d", "#fbe6e4"),
    "line": Colours("#1f2328", "#1f2328"),
}


TAGS = {
    "new": Colours("#116329", "#dcf5e3"),
    "gone": Colours("#a40e26", "#ffebe9"),
    "changed": Colours("#7a4a00", "#fff3cd"),
    "covered": Colours("#116329", "#dcf5e3"),
    "not covered": Colours("#a40e26", "#ffebe9"),
}
"""What a drawing may say of a part of it beside the flow itself, and the colours; the words stand there, too."""
_SEVERITIES = {
    "error": Colours(PAPER, ALARM),
    "warning": Colours("#7a4a00", "#fff3cd"),
    "info": Colours("#0b4f9e", PAPER),
}


def colours(shape: str) -> Colours:
    """Give the colours of a shape; one that is not known is grey."""
    return _SHAPES.get(shape, Colours(MUTED, "#f3f5f7"))


def severity(word: str) -> Colours:
    """Give the colours of a finding's badge; the ink is the line's, and an error's badge is dark."""
    return TAGS.get(word) or _SEVERITIES.get(word, _SEVERITIES["error"])


def tint(shape: str) -> str:
    """Give the ground of a shape on which dark words can be read."""
    return "#e6e9ec" if shape == "line" else colours(shape).ground

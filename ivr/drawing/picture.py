"""What is drawn: boxes with a row for each way out, and arrows between them. Nothing here knows Graphviz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

EVERYWHERE = "every menu"
"""The box that holds the keys which work in every menu; a node cannot be called so, as names have no blanks."""
CLOSED = "closed"
"""Said of what hours keep shut at the time of a drawing."""
NO_CALLS = "no calls then"
"""Said of what may be open at that time, but lies behind something that is shut."""
NEW, GONE, CHANGE = "new", "gone", "changed"
"""What may have become of a part of a drawing since another version of the flow."""
COVERED, UNCOVERED = "covered", "not covered"
"""Whether calls that are written down take a part of a drawing."""
TAGS = frozenset({NEW, GONE, CHANGE, COVERED, UNCOVERED})
"""All that may be said of a part of a drawing beside the flow itself, in a word."""
BROKEN_LINES = frozenset({GONE, UNCOVERED})
"""What is drawn with broken lines."""
HEADER = "h"
"""The port of a box's title, where arrows arrive."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on a box: its code, how bad it is (`error`, `warning` or `info`), and what it says.

    In a drawing of two versions, or of what calls cover, also one of the `TAGS`.
    """

    code: str
    severity: str = "error"
    message: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One way out of a box, in words.

    `style` is how it is taken: `key`, `words`, `failure`, `outcome`, `auto`, or `everywhere` for the keys that work
    in every menu. `cap` is what stands on the key cap. `reference` is what is written instead of an arrow
    (`↩ Main menu`), or empty where an arrow leaves the row; `target` is where it leads, and `page` the address of
    the page that shows that, if any. `shut` says why nobody gets through at the time of the drawing, if so. `steps` are
    the steps of a call that went this way. `tag` is one of the `TAGS`, or empty.
    """

    port: str
    cap: str
    words: str
    style: str
    announced: bool = True
    target: str = ""
    reference: str = ""
    shut: str = ""
    steps: tuple[int, ...] = ()
    page: str = ""
    tag: str = ""

    @property
    def told(self) -> str:
        """The tag as a word that stands in the row; what is as it should be needs none."""
        return "" if self.tag == COVERED else self.tag


@dataclass(frozen=True, slots=True)
class Box:
    """One node, line or contact: its title, what is said there, and its rows.

    `word` says its kind, `shape` is that of its outer line. `hover` is what is said there, uncut. `marks` are
    findings. `shut` is as in a row. `page` is the address of a page of its own that shows more of it, if any.
    """

    id: str
    kind: str
    shape: str
    word: str
    title: str
    prompt: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    hover: str = ""
    missing: bool = False
    shut: str = ""
    marks: tuple[Mark, ...] = ()
    steps: tuple[int, ...] = ()
    page: str = ""

    @property
    def tag(self) -> str:
        """One of the `TAGS`, or nothing."""
        return next((mark.severity for mark in self.marks if mark.severity in TAGS), "")


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from a row (or the title) of one box to the title, or a row, of another; `style` is as in a row."""

    tail: str
    port: str
    head: str
    style: str
    announced: bool = True
    shut: bool = False
    steps: tuple[int, ...] = ()
    head_port: str = HEADER
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a drawing that stands on its own, under a heading; no arrow leads into it or out of it."""

    heading: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole drawing: boxes and arrows, and `aside` the contacts that no arrow reaches, under a heading of their own.

    `frames` are sub-flows that many steps run. `description` says the flow in words, for those who cannot see it.
    `home` is the address of the overview that this page belongs to, if any.
    """

    title: str
    subtitle: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    home: str = ""
    aside: tuple[Box, ...] = ()
    aside_title: str = "Contacts that no key leads to"
    frames: tuple[Frame, ...] = ()

    @property
    def all_boxes(self) -> tuple[Box, ...]:
        """Every box, wherever it stands."""
        return (*self.boxes, *(box for frame in self.frames for box in frame.boxes), *self.aside)

    @property
    def all_arrows(self) -> tuple[Arrow, ...]:
        """Every arrow, wherever it stands."""
        return (*self.arrows, *(arrow for frame in self.frames for arrow in frame.arrows))

    def linked(self, addresses: Mapping[str, str]) -> Picture:
        """Give the picture with each box as a link to the address of its id, and no other links."""
        frames = tuple(replace(frame, boxes=_linked(frame.boxes, addresses)) for frame in self.frames)
        boxes, aside = _linked(self.boxes, addresses), _linked(self.aside, addresses)
        return replace(self, boxes=boxes, aside=aside, frames=frames, home="")


def _linked(boxes: tuple[Box, ...], addresses: Mapping[str, str]) -> tuple[Box, ...]:
    return tuple(
        replace(box, page=addresses.get(box.id, ""), rows=tuple(replace(row, page="") for row in box.rows))
        for box in boxes
    )

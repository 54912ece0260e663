"""What both writers share: the drawings of a document, laid out all at once, and the numbers of its sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from ivr.drawing.scene import Group, Path, Scene, Words
from ivr.drawing.stage import stages
from ivr.drawing.svg import to_svg
from ivr.specification.parts import Document, Drawing


class Printed(NamedTuple):
    """A document while it is written: its drawings, laid out, and the numbers of its sections by their anchors."""

    document: Document
    scenes: Mapping[str, Scene]
    numbers: Mapping[str, str]

    def drawing_files(self, stem: str, file: str) -> Iterator[tuple[str, bytes]]:
        """Give each drawing as an SVG file called after `stem`, whose boxes lead into the document in `file`."""
        address = address_of(file)
        for suffix, scene in self.scenes.items():
            shapes = tuple(_leading(shape, address) for shape in scene.shapes)
            yield drawing_file(stem, suffix), to_svg(replace(scene, shapes=shapes))


def printed(document: Document) -> Printed:
    """Lay out all drawings of a document; their boxes lead to sections of the same page.

    Raises DrawingError where nothing can be drawn here.
    """
    addresses = {box: f"#{anchor}" for box, anchor in document.places.items()}
    drawings: list[Drawing] = list(document.drawings())
    scenes = stages([drawing.picture.linked(addresses) for drawing in drawings])
    by_suffix = {drawing.suffix: scene for drawing, scene in zip(drawings, scenes, strict=True)}
    return Printed(document, by_suffix, document.numbers())


def drawing_file(stem: str, suffix: str) -> str:
    """Give the name of the file that holds a drawing."""
    return f"{stem}{suffix}.svg"


def address_of(file: str) -> str:
    """Give the address of a file that stands beside another one."""
    return quote(file, errors="surrogateescape")


def _leading(shape: Path | Words | Group, address: str) -> Path | Words | Group:
    return replace(shape, link=address + shape.link) if isinstance(shape, Group) and shape.link else shape

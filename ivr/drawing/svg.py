"""A scene as SVG, with a title and a text alternative; nothing in it tells when or by what it was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from ivr.drawing.measure import FACES
from ivr.drawing.scene import NONE, Group, Path, Scene, Words


def to_svg(scene: Scene) -> bytes:
    """Write a scene as an SVG file: one line an element, numbers to a tenth of a point."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg_element(scene)}\n'.encode()


def svg_element(scene: Scene, prefix: str = "") -> str:
    """Write a scene as an element to stand in a page; `prefix` keeps its names apart from those of other drawings."""
    named = replace(scene, shapes=tuple(_prefixed(shape, prefix) for shape in scene.shapes)) if prefix else scene
    shapes = (line for shape in named.shapes for line in _shape(shape))
    return "\n".join([*_head(named, prefix), *shapes, "</svg>"])


def _prefixed(shape: Path | Words | Group, prefix: str) -> Path | Words | Group:
    return replace(shape, name=f"{prefix}{shape.name}") if isinstance(shape, Group) and shape.name else shape


def _head(scene: Scene, prefix: str) -> Iterator[str]:
    size = f"{number(scene.width)} {number(scene.height)}"
    wide, tall = size.split()
    role = "graphics-document" if _links(scene.shapes) else "img"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}" viewBox="0 0 {size}"'
        f' role="{role}" aria-labelledby="{prefix}title {prefix}description" font-family="{FACES}">'
    )
    yield f'<title id="{prefix}title">{escape(scene.title)}</title>'
    yield f'<desc id="{prefix}description">{escape(scene.description)}</desc>'
    yield f'<rect width="{wide}" height="{tall}" fill="{scene.ground}"/>'


def _links(shapes: tuple[Path | Words | Group, ...]) -> bool:
    return any(isinstance(shape, Group) and shape.link for shape in shapes)


def number(value: float) -> str:
    """Write a number with at most one decimal, and none where it is whole."""
    return f"{value:.1f}".removesuffix(".0").replace("-0", "0" if round(value, 1) == 0 else "-0")


def _shape(shape: Path | Words | Group) -> Iterator[str]:
    if isinstance(shape, Path):
        yield _path(shape)
    elif isinstance(shape, Words):
        yield _words(shape)
    else:
        yield from _group(shape)


def _group(group: Group) -> Iterator[str]:
    name = f' id="{escape(group.name)}"' if group.name else ""
    yield f'<a href="{escape(group.link)}">' if group.link else f"<g{name}>"
    if group.hover:
        yield f"<title>{escape(group.hover)}</title>"
    for shape in group.shapes:
        yield from _shape(shape)
    yield "</a>" if group.link else "</g>"


def _path(path: Path) -> str:
    dash = f' stroke-dasharray="{path.dash}"' if path.dash else ""
    fill = f'fill="{path.fill}"'
    line = f' stroke="{path.line}" stroke-width="{number(path.width)}"{dash}' if path.line != NONE else ""
    return f'<path d="{_points(path)}" {fill}{line}/>'


def _points(path: Path) -> str:
    first, *rest = (f"{number(x)} {number(y)}" for x, y in path.points)
    return f"M{first}{'C' if path.curved else 'L'}{' '.join(rest)}{'Z' if path.closed else ''}"


def _words(words: Words) -> str:
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    weight = ' font-weight="bold"' if words.bold else ""
    slant = ' font-style="italic"' if words.italic else ""
    place = f'x="{number(words.x)}" y="{number(words.y)}" font-size="{number(words.size)}" fill="{words.fill}"'
    return f"<text {place}{anchor}{weight}{slant}>{escape(words.text)}</text>"
